package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// summed writes pages of all kinds, and tells their sums.
func summed(t testing.TB, o Options, sources []*Source) (*memory, [][16]byte) {
	t.Helper()
	out := newMemory()
	o.Digests = true
	w := NewWriter(out, o)
	for _, src := range sources {
		if f, err := Open(src, "user"); err == nil {
			c := w.Copier(f)
			for n := range f.Pages() {
				d, err := c.Page(n + 1)
				if err != nil {
					t.Fatal(err)
				}
				s := &Sheet{}
				var m Matrix
				s.Width, s.Height, m = Place(d, 90*n, FitNone)
				s.Draw(d, m)
				s.Links = []Link{{Rect: Rect{0, 0, 9, 9}, Sheet: 1, Text: "back"}}
				w.Tags = append(w.Tags, Elem{Role: "P", Kids: []Kid{
					Marked{w.Sheets() + 1, s.Tag("P", func() { lay(s, 3, 3, fmt.Sprint(n)) })}, Linked{w.Sheets() + 1, 0},
				}})
				if err := w.Sheet(s); err != nil {
					t.Fatal(err)
				}
			}
		} else {
			s := &Sheet{Width: 123.4567891, Height: 1234.0005}
			x := w.Add(picture(src, 100, 20))
			s.Paint(x, Matrix{50, 0, 0, 70, 40, 60})
			s.Paint(w.Add(picture(src, 100, 20)), Matrix{50, 0, 0, 70, 40, 60})
			if err := w.Sheet(s); err != nil {
				t.Fatal(err)
			}
		}
		w.Done(src)
	}
	if err := w.Sheet(&Sheet{Width: 3, Height: 14400}); err != nil {
		t.Fatal(err)
	}
	sums, err := w.Sums()
	if err != nil {
		t.Fatal(err)
	}
	w.Properties = []Property{{Space: "urn:mappe:", Prefix: "mappe", Name: "sums", Text: fmt.Sprintf("%x", sums)}}
	w.Outline = []Mark{{Title: "first", Sheet: 1}}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out, sums
}

// summable are inputs whose pages share much, or nothing.
func summable(t *testing.T) []*Source {
	shared := pages(40, "", "")
	ring := pages(2, "", "")
	ring = append(ring, stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "/Ring Do"), stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 10 0 R", "a"),
		stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "b"))
	ring[2] = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /Ring 8 0 R /Parent 9 0 R /B 9 0 R /Annots 9 0 R >> >>"
	sources := []*Source{
		Bytes(noise(1, 5000)), Bytes(shared.file()), Bytes(ring.packed()), Bytes(noise(1, 5000)),
		Bytes(lockedBy(t, shared.file(), "user", "256")),
		Bytes(lockedBy(t, ring.file(), "user", "128", "--use-aes=n")),
	}
	for i, s := range sources {
		s.Name = fmt.Sprintf("input %d", i)
	}
	return sources
}

func TestSums(t *testing.T) {
	var plain [][16]byte
	for name, o := range map[string]Options{"plain": {}, "one worker": {Workers: 1}, "locked": {Lock: &Lock{User: "u", Rand: zeros{}}}} {
		out, sums := summed(t, o, summable(t))
		if want := 3 + 2*40 + 2*2; len(sums) != want {
			t.Fatalf("%s: %d sums, want %d", name, len(sums), want)
		}
		path := out.saved(t)
		tool(t, "qpdf", "--password=u", "--check", path)
		if theirs := sumsByQpdf(t, path); !slices.Equal(sums, theirs) {
			t.Errorf("%s: sums differ from those of what qpdf reads:\n%x\n%x", name, sums, theirs)
		}
		if got := sumsRead(t, out.bytes); !slices.Equal(got, sums) {
			t.Errorf("%s: sums are read as\n%x, written as\n%x", name, got, sums)
		}
		if plain == nil {
			plain = sums
		}
		if !slices.Equal(sums, plain) {
			t.Errorf("%s: other sums", name)
		}
		if distinct := len(slices.Compact(slices.SortedFunc(slices.Values(sums), func(a, b [16]byte) int { return bytes.Compare(a[:], b[:]) }))); distinct < 3+40+2-1 {
			t.Errorf("%s: only %d of the sums are different", name, distinct)
		}
	}
}

// One byte of a picture changes the sums of the sheets that show it, and no
// other.
func TestSumsTellABit(t *testing.T) {
	_, before := summed(t, Options{}, scans(3, 5000))
	changed := scans(3, 5000)
	b := noise(1, 5000)
	b[150] ^= 4
	changed[1] = Bytes(b)
	_, after := summed(t, Options{}, changed)
	for i := range before {
		if (before[i] != after[i]) != (i == 1) {
			t.Errorf("sheet %d: %x was %x", i+1, after[i], before[i])
		}
	}
}

func TestSumsAreRefused(t *testing.T) {
	w := NewWriter(newMemory(), Options{})
	if _, err := w.Sums(); err == nil {
		t.Error("sums without digests")
	}
	w = NewWriter(newMemory(), Options{Digests: true})
	if err := w.Sheet(&Sheet{Width: 9, Height: 9}); err != nil {
		t.Fatal(err)
	}
	if sums, err := w.Sums(); len(sums) != 1 || err != nil {
		t.Error(sums, err)
	}
	if sums, err := w.Sums(); len(sums) != 1 || err != nil {
		t.Error("again:", sums, err)
	}
	src := Bytes(noise(1, 5000))
	w = NewWriter(newMemory(), Options{Digests: true})
	w.Add(picture(src, 100, 20))
	src.r = strings.NewReader("short")
	if _, err := w.Sums(); err == nil || !strings.Contains(err.Error(), "shorter") {
		t.Errorf("sums of an input that ends early: %v", err)
	}
}
