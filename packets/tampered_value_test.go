package packets

import (
	"bytes"
	"fmt"
	"testing"

	"mappe/internal/pdf/specimen"
	"mappe/internal/proof"
)

// Whatever value of a packet is another, verify sees it on every page that shows
// what it belongs to, and on no other.
func TestTamperedWithAnyValue(t *testing.T) {
	t.Run("rich", func(t *testing.T) { tamperedWithAnyValue(t, enclosed(t, rich()), 5) })
	t.Run("form", func(t *testing.T) { tamperedWithAnyValue(t, withForm(t, ForAuthority), 9) })
}

// tamperedWithAnyValue tries every so many values of a packet.
func tamperedWithAnyValue(t *testing.T, k *Packet, every int) {
	t.Helper()
	file, l := locked(t, k)
	p := specimen.TakeApart(rewritten(t, "--object-streams=disable", stored(t, "packet.pdf", file)))
	if p.Pages() != len(l.Pages) {
		t.Fatalf("%d pages, want %d", p.Pages(), len(l.Pages))
	}
	shown := make([]map[int]bool, len(l.Pages))
	for i := range l.Pages {
		shown[i] = p.Shown(i + 1)
	}
	tried := 0
	for i, s := range p.Spots() {
		if i%every > 0 || s.Object == 1 {
			continue // the catalog is of all pages, and of those with layers
		}
		changed := p.With(s)
		f, err := proof.Open(bytes.NewReader(changed), int64(len(changed)), "")
		if err != nil {
			continue // it does not open any more: a page tree, labels
		}
		tellsOne := false
		for i, q := range l.Pages {
			sum, err := f.Sum(i + 1)
			tells := err != nil || q.Sum != fmt.Sprintf("%x", sum)
			if tells != shown[i][s.Object] && f.Count() == len(l.Pages) {
				t.Fatalf("object %d: %s becomes %s: page %s: told %v, want %v (%v)", s.Object, s.Was, s.Is, q.Label, tells, shown[i][s.Object], err)
			}
			tellsOne = tellsOne || tells
		}
		if tellsOne {
			tried++
		}
	}
	if tried < 100 {
		t.Errorf("%d changes", tried)
	}
}
