package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"mappe/internal/pdf/specimen"
	"mappe/internal/proof"
)

// Whatever value is another, in any object that a page leads to, the sum of the
// page is another or there is none; a page that does not lead there keeps its
// own.
func TestSumsKnowEveryValue(t *testing.T) {
	ring := pages(2, "", "")
	ring[2] = "<< /XObject << /Ring 8 0 R /Parent 9 0 R >> >>"
	ring = append(ring, stream("/Subtype /Form /BBox [0 0 9 9]", "/Ring Do"),
		stream("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Decode [1 0]", "a"))
	sources := []*Source{Bytes(noise(1, 5000)), Bytes(ring.file()), Bytes(layered("/OFF [6 0 R]", "/OCGs [5 0 R 6 0 R] /P /AllOn"))}
	for i, file := range specimen.Seeds() {
		if f, err := Open(Bytes(file), ""); err == nil && f.Pages() > 0 && i%6 == 0 {
			sources = append(sources, Bytes(file))
		}
	}
	out, want := summed(t, Options{}, sources)
	made := filepath.Join(t.TempDir(), "made.pdf")
	tool(t, "qpdf", "--stream-data=preserve", "--object-streams=disable", out.saved(t), made)
	file, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	p := specimen.TakeApart(file)
	if p.Pages() != len(want) || len(want) < 10 {
		t.Fatalf("%d pages, want %d", p.Pages(), len(want))
	}
	leads, spared := map[int]int{}, map[int]int{} // the last page that an object is shown by, and not
	for i := range want {
		shown := p.Shown(i + 1)
		for _, s := range p.Spots() {
			if shown[s.Object] {
				leads[s.Object] = i
			} else {
				spared[s.Object] = i
			}
		}
	}
	tried := 0
	for _, s := range p.Spots() {
		leads, ok := leads[s.Object]
		if !ok {
			continue
		}
		changed := p.With(s)
		f, err := proof.Open(bytes.NewReader(changed), int64(len(changed)), "")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := f.Sum(leads + 1); err == nil && got == want[leads] {
			t.Errorf("object %d: %s becomes %s, and page %d has the sum that it had", s.Object, s.Was, s.Is, leads+1)
		}
		spared := spared[s.Object]
		if got, err := f.Sum(spared + 1); err != nil || got != want[spared] {
			t.Errorf("object %d: %s becomes %s, and page %d, which does not lead to it, has the sum %x (%v)", s.Object, s.Was, s.Is, spared+1, got, err)
		}
		tried++
	}
	if tried < 500 {
		t.Errorf("%d changes", tried)
	}
}
