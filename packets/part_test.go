package packets

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/pdf/ua"
	"mappe/locales"
)

// styles are the ways in which a packet is divided here.
var styles = []Style{{Copy: ForApplicant}, {Copy: ForAuthority, Duplex: true, Large: true}}

// styled are the packets of a case.
func styled(t *testing.T, path, lang string, s Style) (plans []*Packet) {
	t.Helper()
	l, v := example(t, path, lang)
	in := surveyed(t, path, l)
	for i := range l.Applications {
		k, err := Plan(l, i, in, v, s)
		if err != nil {
			t.Fatal(err)
		}
		plans = append(plans, k)
	}
	return plans
}

// numberedAs is a page as it must be in whichever file it stands: its label, what it
// is, its stamp. The index of a part may have another number of pages.
func numberedAs(x stamped) string {
	if x.kind == PageContents {
		return x.label + " " + x.kind + " " + x.left
	}
	return fmt.Sprintln(x.label, x.kind, x.left, x.right, x.page, x.piece.item)
}

// divides checks that files have every page of the whole, in its order and as
// it is there, and no item in two of them; the pages that drop is told of may be
// nowhere.
func divides(t *testing.T, k *Packet, files []*Packet, drop ...string) {
	t.Helper()
	var want, got []string
	for _, x := range k.list() {
		if !slices.Contains(drop, x.kind) {
			want = append(want, numberedAs(x))
		}
	}
	at := map[*line]int{}
	for i, f := range files {
		if f.Part != i+1 || f.Parts != len(files) {
			t.Errorf("%s: is part %d of %d, want %d of %d", f.File, f.Part, f.Parts, i+1, len(files))
		}
		seen := map[string]bool{}
		front, body := 0, 0
		for _, x := range f.list() {
			if seen[x.label] {
				t.Errorf("%s: two pages %s", f.File, x.label)
			}
			seen[x.label] = true
			if l := x.piece.line; l != nil && at[l] != 0 && at[l] != f.Part {
				t.Errorf("%s: %s is also in part %d", f.File, l.title, at[l])
			} else if l != nil {
				at[l] = f.Part
			}
			switch {
			case x.number.Prefix != "": // outside the numbering
				if x.kind != PageContents && x.kind != PageBlank {
					t.Errorf("%s: page %s is of kind %s", f.File, x.label, x.kind)
				}
				continue
			case x.piece.front:
				front++
			default:
				body++
			}
			got = append(got, numberedAs(x))
		}
		if front != f.Front || body != f.Body {
			t.Errorf("%s: %d and %d pages, says %d and %d", f.File, front, body, f.Front, f.Body)
		}
	}
	if k.among == nil && len(files) > 0 && files[0].among.apart {
		slices.Sort(want)
		slices.Sort(got)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-whole +files):\n%s", k.Name, diff)
	}
}

// sound is a part as a file, which is what its lock says, and keeps the rules of
// accessibility.
func sound(t *testing.T, f *Packet) []byte {
	t.Helper()
	data, lock := locked(t, f)
	if faults := proved(t, lock, data); len(faults) > 0 {
		t.Errorf("%s: %v", f.File, faults)
	}
	if lock.Part == nil || *lock.Part != (LockPart{f.Part, f.Parts}) || lock.Packet != f.stem() || lock.Title != f.Title {
		t.Errorf("%s: the lock says part %v of %s, %q", f.File, lock.Part, lock.Packet, lock.Title)
	}
	conforms(t, data, ua.Packet)
	return data
}

// TestSplit: the parts of a packet have all of it, and every one is within the
// limit as it is written; none has room for more; the same each time.
func TestSplit(t *testing.T) {
	parted := 0
	for _, s := range styles {
		for _, path := range packetCases(t) {
			for _, k := range styled(t, path, "en", s) {
				t.Run(fmt.Sprint(s, k.Name), func(t *testing.T) {
					t.Parallel()
					size, err := k.Measure()
					if err != nil {
						t.Fatal(err)
					}
					all, err := k.Split(size)
					if err != nil || len(all) != 1 || all[0] != k {
						t.Errorf("as large as it is: %d files, %v", len(all), err)
					}
					for _, limit := range []int64{size - 1, size / 3} {
						files, err := k.Split(limit)
						if large, ok := errors.AsType[*TooLarge](err); ok && large.Limit == limit && len(large.Files) > 0 {
							continue
						} else if err != nil {
							t.Fatal(err)
						}
						if len(files) < 2 {
							t.Fatalf("%d bytes in %d files of %d", size, len(files), limit)
						}
						parted++
						divides(t, k, files)
						for i, f := range files {
							data := sound(t, f)
							if int64(len(data)) > limit {
								t.Errorf("%s has %d bytes, more than %d", f.File, len(data), limit)
							}
							leaves(t, f, s.Duplex)
							if want := fmt.Sprintf("%s-part-%d-of-%d.pdf", k.stem(), i+1, len(files)); f.File != want || !k.IsPart(f.File) {
								t.Errorf("%s, want %s", f.File, want)
							}
						}
						full(t, k, files, limit)
					}
				})
			}
		}
	}
	t.Cleanup(func() {
		if parted < 10 {
			t.Errorf("only %d packets were divided", parted)
		}
	})
}

// leaves checks that in a file that is printed on both sides all that the
// contents name begins on the front of a leaf.
func leaves(t *testing.T, f *Packet, duplex bool) {
	t.Helper()
	pages := f.list()
	at := starts(pages)
	for _, l := range f.lines {
		if duplex && at[l.piece]%2 != 0 {
			t.Errorf("%s: %s begins on sheet %d, the back of a leaf", f.File, l.title, at[l.piece]+1)
		}
	}
}

// full checks that no part has room for the first document of the next one.
func full(t *testing.T, k *Packet, files []*Packet, limit int64) {
	t.Helper()
	units := k.units()
	var cuts []int
	for i, u := range units {
		if u.line != nil && i > 0 {
			for _, f := range files[1:] {
				if f.lines[0] == u.line {
					cuts = append(cuts, i)
				}
			}
		}
	}
	for i := range cuts {
		more := slices.Clone(cuts)
		more[i]++
		if i+1 < len(more) && more[i] == more[i+1] || more[i] == len(units) {
			more = slices.Delete(more, i, i+1)
		}
		if len(more) == 0 {
			continue // one file of everything is the packet
		}
		d, err := k.divide(units, more)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := d.files[i].Measure(); err != nil || n <= limit {
			t.Errorf("%s: with one document more it has %d of %d bytes: %v", files[i].File, n, limit, err)
		}
	}
}

// A document that is larger than the limit is named, and all are at once.
func TestSplitTooLarge(t *testing.T) {
	k := planned(t, "../examples/mf4-family/case.yaml", "en", ForAuthority)[0]
	for limit, want := range map[int64]string{
		100_000: "2.1 passport-copy, 3.2 mf4-list-working",
		150_000: "3.2 mf4-list-working",
		1_000:   "Contents, Covering letter, Data sheet, 1.1 form-mf4, 1.2 case-order-receipt, 2.1 passport-copy, 3.1 mf4-list, 3.2 mf4-list-working",
	} {
		files, err := k.Split(limit)
		large, ok := errors.AsType[*TooLarge](err)
		if !ok {
			t.Fatalf("%d: %d files, %v", limit, len(files), err)
		}
		var got []string
		for _, f := range large.Files {
			if f.Size <= limit {
				t.Errorf("%d: %s has %d bytes", limit, f.Title, f.Size)
			}
			if f.Item == "" {
				got = append(got, f.Title)
			} else {
				got = append(got, f.Number+" "+f.Item)
			}
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%d: %s, want %s", limit, got, want)
		}
		if n := strings.Count(large.Error(), "\n") + 1; n != len(large.Files) {
			t.Errorf("%d: %d lines: %v", limit, n, large)
		}
	}
}

// TestGoldensOfParts keeps the plans of a packet in parts and in separate files.
func TestGoldensOfParts(t *testing.T) {
	for _, tag := range locales.Authoritative() {
		for name, divide := range map[string]func(k *Packet) ([]*Packet, error){
			"parts":    func(k *Packet) ([]*Packet, error) { return k.Split(250_000) },
			"separate": (*Packet).Separate,
		} {
			var b bytes.Buffer
			for _, k := range planned(t, "../examples/mf4-family/case.yaml", tag, ForAuthority) {
				files, err := divide(k)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range files {
					b.WriteString(f.String())
				}
			}
			golden(t, filepath.Join("testdata", "golden", name+"."+tag+".txt"), b.Bytes())
		}
	}
}
