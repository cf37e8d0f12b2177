package packets

import (
	"errors"
	"slices"
	"testing"

	"mappe/internal/guest"
)

// asRead is what a second reader finds in the file of a lock.
func asRead(l *Lock) *guest.Report {
	r := &guest.Report{}
	for _, q := range l.Pages {
		p := guest.Page{Width: q.Width, Height: q.Height, Label: q.Label}
		web := 0
		for _, to := range q.Links {
			x := guest.Link{Page: to}
			if to == 0 {
				x.URI = q.Web[web]
				web++
			}
			p.Links = append(p.Links, x)
		}
		r.Pages = append(r.Pages, p)
	}
	var under func(at, depth int) ([]guest.Mark, int)
	under = func(at, depth int) (marks []guest.Mark, end int) {
		for at < len(l.Marks) && l.Marks[at].Depth >= depth {
			m := guest.Mark{Title: l.Marks[at].Title, Page: l.Marks[at].Sheet}
			m.Under, at = under(at+1, depth+1)
			marks = append(marks, m)
		}
		return marks, at
	}
	r.Outline, _ = under(0, 0)
	return r
}

// What a second reader finds is compared with the lock, all of it.
func TestSecond(t *testing.T) {
	for _, path := range []string{packeted[0], "../testdata/hard/eight-abroad.yaml"} {
		_, l := locked(t, planned(t, path, "en", ForApplicant)[0])
		contents := l.pagesOf(PageContents)[0]
		label := l.Pages[contents].Label
		for name, tc := range map[string]struct {
			change func(*guest.Report)
			want   []string
		}{
			"nothing":     {func(*guest.Report) {}, nil},
			"a page less": {func(r *guest.Report) { r.Pages = r.Pages[1:] }, []string{"pages"}},
			"label":       {func(r *guest.Report) { r.Pages[contents].Label = "7" }, []string{"label " + label}},
			"size":        {func(r *guest.Report) { r.Pages[contents].Width++ }, []string{"size " + label}},
			"link":        {func(r *guest.Report) { r.Pages[contents].Links[0].Page++ }, []string{"link " + label}},
			"link gone":   {func(r *guest.Report) { r.Pages[contents].Links = nil }, []string{"link " + label}},
			"mark":        {func(r *guest.Report) { r.Outline[0].Title += "!" }, []string{"mark " + l.Pages[l.Marks[0].Sheet-1].Label}},
			"mark leads":  {func(r *guest.Report) { r.Outline[0].Page = len(r.Pages) }, []string{"mark " + l.Pages[l.Marks[0].Sheet-1].Label}},
		} {
			r := asRead(l)
			tc.change(r)
			if got := faulted(l.Second(r)); !slices.Equal(got, tc.want) {
				t.Errorf("%s: %s: %q, want %q", path, name, got, tc.want)
			}
		}
	}
}

// TestBlame finds the one file that another program can't read, with few tries,
// and none where no file alone is to blame.
func TestBlame(t *testing.T) {
	k := planned(t, packeted[0], "en", ForApplicant)[0]
	var names []string
	for _, in := range k.inputs() {
		names = append(names, in.Path)
	}
	if len(names) < 5 {
		t.Fatalf("only %v", names)
	}
	has := func(part *Packet, name string) bool {
		return slices.ContainsFunc(part.inputs(), func(in *Input) bool { return in.Path == name })
	}
	for _, bad := range names {
		tries := 0
		got, err := k.Blame(func(part *Packet) (bool, error) {
			tries++
			locked(t, part) // it can be written
			return !has(part, bad), nil
		})
		if got != bad || err != nil || tries > 8 {
			t.Errorf("%s: %q, %v, after %d tries", bad, got, err, tries)
		}
	}
	for name, reads := range map[string]func(*Packet) (bool, error){
		"all are fine":  func(*Packet) (bool, error) { return true, nil },
		"two together":  func(part *Packet) (bool, error) { return !has(part, names[0]) || !has(part, names[4]), nil },
		"cannot be had": func(*Packet) (bool, error) { return false, errors.New("no room") },
	} {
		if got, err := k.Blame(reads); got != "" || (err != nil) != (name == "cannot be had") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
