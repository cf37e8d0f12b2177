package packets

import (
	"path"
	"slices"
	"strings"
	"testing"
)

// filledIn looks at the official forms in a packet or a supplement: each row shows
// what its field is to hold for the person, and the remarks name the rest. A form
// is named as a file by the person only where something of that person's is in it.
func (d *drawnCase) filledIn(t *testing.T, k *Packet, b *bundle, lock *Lock) {
	t.Helper()
	rows := map[*drawnPerson]int{}
	for i, q := range lock.Pages {
		if q.Kind != PageFile || lock.Files[q.File].Form == nil {
			continue
		}
		at := slices.IndexFunc(d.persons, func(x *drawnPerson) bool { return x.id == lock.Items[q.Item].Applicant })
		x, file := d.persons[at], lock.Files[q.File]
		if _, takes := d.takes(x); !takes || path.Base(file.Path) != d.own.called(x) || file.Form.ID != d.own.form {
			t.Errorf("%s: page %s is of %s, the form %s of %s", k.Name, q.Label, file.Path, file.Form.ID, x.id)
			continue
		}
		for _, row := range d.own.file.rows {
			if row.page != q.Page {
				continue
			}
			rows[x]++
			want := d.own.after(row, x)
			if got, there := b.pages[i].row(row.label); !there || !reads(got, want) {
				t.Errorf("%s: %s (%s) of %s reads %q, want %q", k.Name, row.field, row.label, x.id, got, want)
			}
		}
	}
	if lock.Continues != nil {
		return // a supplement has what is new
	}
	for _, x := range d.persons {
		if _, takes := d.takes(x); takes && slices.Contains(lock.People, x.id) {
			if rows[x] != len(d.own.file.rows) {
				t.Errorf("%s: the form of %s has %d rows, want %d", k.Name, x.id, rows[x], len(d.own.file.rows))
			}
			d.own.reported(t, k, x)
		}
	}
}

// called is the name of the form as a file, as it is for a person.
func (o *drawnForm) called(x *drawnPerson) string {
	if o.fills(x) {
		return strings.TrimSuffix(o.file.name, ".pdf") + "-" + x.id + ".pdf"
	}
	return o.file.name
}

// after is what a row shows for a person.
func (o *drawnForm) after(row formRow, x *drawnPerson) string {
	for _, l := range o.lines {
		if l.row == row {
			shows, _, _ := l.after(x)
			return shows
		}
	}
	return row.shows
}

// reported looks at what is said of the form of a person.
func (o *drawnForm) reported(t *testing.T, k *Packet, x *drawnPerson) {
	t.Helper()
	said := map[string]string{}
	for _, r := range k.Remarks {
		if path.Base(r.File) == o.called(x) {
			said[r.Kind] += r.Detail + "\n"
		}
	}
	if _, is := said["official"]; !is {
		t.Errorf("%s: nothing is said of %s: %v", k.Name, o.called(x), k.Remarks)
	}
	if _, is := said["official-blank"]; is != (o.mapping == "") {
		t.Errorf("%s: %s is put in as it is: %v, said is %q", k.Name, o.called(x), o.mapping == "", said)
	}
	for _, l := range o.lines {
		_, lost, known := l.after(x)
		for kind, want := range map[string]bool{"official-lost": lost, "official-no-fact": !known} {
			if is := strings.Contains(said[kind], l.row.field+" ("); is != want {
				t.Errorf("%s: %s of %s: %v; said is %q", k.Name, l.row.field, o.called(x), want, said)
			}
		}
	}
}

// of are how many pages of these kinds are among those of an item.
func (l *Lock) of(at stampedRun, kinds ...string) (n int) {
	for _, q := range l.Pages[at.first : at.last+1] {
		if slices.Contains(kinds, q.Kind) {
			n++
		}
	}
	return n
}
