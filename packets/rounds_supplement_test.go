package packets

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf"
	"mappe/locales"
)

// filing is what was filed of an application so far: what was read back of it,
// and the case as it was then.
type filing struct {
	d         *drawnCase
	dir       string
	lock      *Lock                 // of what was filed last
	n, last   int                   // supplements; the last page
	pages     map[string]*filedPage // by label
	items     map[string][2]string  // person and document, by number
	told      map[int]string        // words of the data sheets that were filed last, by page
	src       string
	scans     int
	named     map[[2]string][]string // what the profile named, by person and document
	explained map[[2]string]string
}

// filedPage is a page that was filed.
type filedPage struct {
	n            int // of the packet or the supplement, from 1
	number, kind string
	is           string // of a file: digest, page and turn
	void         bool
	covers       bool // of the covering letter, which only a packet has
}

// supplemented files a packet, changes the case and makes a supplement, and then
// another to that.
func (d *drawnCase) supplemented(t *testing.T, application int, people []string, b *bundle, lock *Lock) {
	t.Helper()
	f := &filing{d: d, dir: t.TempDir(), pages: map[string]*filedPage{}, items: map[string][2]string{}}
	d.lay(t, f.dir)
	f.file(t, b, lock)
	for n := range 2 {
		d.change()
		f.next(t, application, people, fmt.Sprintf("2026-11-2%d", 4+n))
	}
}

// next makes the next supplement, if there is anything new.
func (f *filing) next(t *testing.T, application int, people []string, on string) {
	t.Helper()
	d := f.d
	d.lay(t, f.dir)
	l := decided(t, "round.yaml", []byte(d.src), on)
	d.house.visit(t, l)
	in := surveyed(t, filepath.Join(f.dir, "round.yaml"), l)
	printer, err := locales.New([]string{"en", "da"}[d.r.IntN(2)])
	if err != nil {
		t.Fatal(err)
	}
	l = d.enclosed(t, in, l, Voice{Printer: printer, Book: l.Book})
	plan := func(s Style) (*Packet, error) {
		var err error
		if s.Filed, err = Recall(f.lock, in); err != nil {
			t.Fatal(err)
		}
		s.Filed.Told(f.told)
		if i, err := s.Filed.Application(l); err != nil || i != application {
			t.Fatalf("application %d is now %d: %v", application, i, err)
		}
		return Plan(l, application, in, Voice{Printer: printer, Book: l.Book}, s)
	}
	style := d.house.style(Style{Copy: ForApplicant, Large: d.r.IntN(4) == 0, Duplex: d.r.IntN(4) == 0, Full: d.r.IntN(2) == 0})
	k, err := plan(style)
	if none, ok := errors.AsType[*NothingNew](err); ok {
		if want := fmt.Sprintf("nothing is new: the case is as it was filed with %s", f.lock.Packet); none.Error() != want {
			t.Errorf("error %q, want %q", none, want)
		}
		d.declared(t, &Packet{Name: f.lock.Packet, Holes: none.Holes}, people)
		f.stands(t, people)
		for at, was := range f.explained {
			if now := d.explanations()[at]; slices.Contains(people, at[0]) && now != was {
				t.Errorf("%s %s was filed with %q and is %q, and nothing is new", at[0], at[1], was, now)
			}
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if f.src == d.src && f.scans == d.scans {
		t.Errorf("%s: the case is as it was filed, and this is new:\n%s", k.Name, k)
	}
	style.Copy = ForAuthority
	theirs, err := plan(style)
	if err != nil {
		t.Fatal(err)
	}
	if theirs.Front != 0 || theirs.Body != k.Body || planLines(theirs.list()) != planLines(k.list()[k.Front:]) {
		t.Errorf("the copies differ:\n%s%s", k, theirs)
	}
	if _, err := theirs.Write(new(pdf.Memory)); (err == nil) != (len(k.Holes) == 0) {
		t.Errorf("%s: %d holes; the authority's copy says %v", k.Name, len(k.Holes), err)
	}
	d.declared(t, k, people)
	if len(k.Holes) == 0 && d.r.IntN(2) == 0 {
		k = theirs
	}
	b, _, lock := readPacket(t, k)
	if len(b.pages) != k.Front+k.Body {
		t.Fatalf("%s: %d pages, planned were %d and %d", k.Name, len(b.pages), k.Front, k.Body)
	}
	f.continued(t, lock)
	f.look(t, k, b, lock, style.Duplex)
	d.filledIn(t, k, b, lock)
	d.house.look(t, k, b, lock)
	f.stands(t, people)
	f.accounted(t, k)
}

// continued compares what the lock of a supplement says it continues with that.
func (f *filing) continued(t *testing.T, l *Lock) {
	t.Helper()
	c := l.Continues
	if c == nil {
		t.Fatalf("%s: continues nothing", l.Packet)
	}
	first := strings.TrimSuffix(l.Packet, fmt.Sprintf("-supplement-%d", f.n))
	if c.Packet != f.lock.Packet || c.Digest != f.lock.Digest || c.On != f.lock.On || c.N != f.n || c.Body != f.last || c.First != first || first == l.Packet {
		t.Errorf("%s: says to be supplement %d to %s %s of %s, whose last page is %d, and of %s", l.Packet, c.N, c.Packet, c.Digest, c.On, c.Body, c.First)
	}
	before := map[string]bool{}
	for _, r := range c.Filed {
		label := r.From
		for n := 0; ; n++ {
			p := f.pages[label]
			if p == nil || p.number != r.Item.Number || p.kind != r.Kind || before[label] || n > 10_000 {
				t.Fatalf("%s: filed were pages %s to %s, of %q; page %s was %+v", l.Packet, r.From, r.To, r.Item.Number, label, p)
			}
			if before[label] = true; label == r.To {
				break
			}
			label = advanced(label, 1)
		}
	}
	for label, p := range f.pages {
		if slices.Contains([]string{PageData, PageFile, PageHole, PageSlot, PageLetter}, p.kind) && !p.covers != before[label] {
			t.Errorf("%s: page %s of kind %s was filed: %v", l.Packet, label, p.kind, before[label])
		}
	}
}

// file notes what was filed.
func (f *filing) file(t *testing.T, b *bundle, l *Lock) {
	t.Helper()
	data, err := l.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if f.lock, err = ReadLock(data); err != nil {
		t.Fatal(err)
	}
	f.n++
	f.src, f.scans, f.named, f.explained = f.d.src, f.d.scans, f.names(t), f.d.explanations()
	for i, q := range l.Pages {
		label := b.pages[i].label
		if n, _ := parted(label); n == 0 {
			continue // for the applicant alone
		}
		p := &filedPage{n: f.n, kind: q.Kind}
		if q.Item >= 0 {
			it := l.Items[q.Item]
			p.number = it.Number
			if it.ID == coveringLetter {
				p.covers = true
			}
			if at, known := f.items[it.Number]; known && it.Number != "" && at != [2]string{it.Applicant, it.ID} {
				t.Errorf("%s: %s was %s and is %s of %s", l.Packet, it.Number, at, it.ID, it.Applicant)
			}
			f.items[it.Number] = [2]string{it.Applicant, it.ID}
		}
		if q.Kind == PageFile {
			p.is = fmt.Sprint(l.Files[q.File].SHA256, " ", q.Page, " ", q.Turned)
			if want := f.d.word(l.Files[q.File].Path, q.Page); b.pages[i].pooled() != want {
				t.Errorf("%s: page %s is page %d of %s, and shows %q, not %q", l.Packet, label, q.Page, l.Files[q.File].Path, b.pages[i].pooled(), want)
			}
		}
		if f.pages[label] != nil {
			t.Errorf("%s: page %s was filed before", l.Packet, label)
		}
		f.pages[label] = p
		if n, behind := parted(label); behind == "" {
			f.last = max(f.last, n)
		}
	}
	f.told = map[int]string{}
	for i, q := range l.Pages {
		for _, w := range b.pages[i].words {
			if q.Kind == PageData {
				f.told[i] += w.text
			}
		}
	}
}

// word is what a page of a file shows.
func (d *drawnCase) word(path string, page int) string {
	if d.own != nil && d.own.sums[path] != "" {
		return d.own.file.words[page-1]
	}
	if f, is := d.anew[path]; is {
		return f.words[page-1]
	}
	i := slices.IndexFunc(d.pool.files, func(f pooled) bool { return f.name == path })
	return d.pool.files[i].words[page-1]
}

// explanations are the statuses that are given, by person and document.
func (d *drawnCase) explanations() map[[2]string]string {
	all := map[[2]string]string{}
	for _, x := range d.persons {
		for _, e := range x.entries {
			all[[2]string{x.id, e.item}] += e.explained
		}
	}
	return all
}

// names are the pages that the profile names, in its order.
func (f *filing) names(t *testing.T) map[[2]string][]string {
	t.Helper()
	all := map[[2]string][]string{}
	for _, x := range f.d.persons {
		if item, takes := f.d.takes(x); takes {
			for path, sum := range f.d.own.sums {
				for n := range f.d.own.file.words {
					if filepath.Base(path) == f.d.own.called(x) {
						at := [2]string{x.id, item}
						all[at] = append(all[at], fmt.Sprint(sum, " ", n+1, " ", 0))
					}
				}
			}
		}
		for _, e := range x.entries {
			for _, file := range slices.Concat(e.files, e.translate) {
				if file.broken {
					continue
				}
				at, sum := [2]string{x.id, e.item}, f.sum(t, file.name)
				for _, n := range file.selected() {
					all[at] = append(all[at], fmt.Sprint(sum, " ", n, " ", file.rotate))
				}
			}
		}
	}
	return all
}

// sum is the digest of a file as it is now.
func (f *filing) sum(t *testing.T, name string) string {
	t.Helper()
	if f.d.own != nil && f.d.own.sums[name] != "" {
		return f.d.own.sums[name]
	}
	data, err := os.ReadFile(filepath.Join(f.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
