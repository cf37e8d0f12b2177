package packets

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/pdf/ua"
	"mappe/locales"
)

// duplex are the packets of a case, to be printed on both sides.
func duplex(t *testing.T, path, lang string, c Copy) (plans []*Packet) {
	t.Helper()
	l, v := example(t, path, lang)
	in := surveyed(t, path, l)
	for i := range l.Applications {
		k, err := Plan(l, i, in, v, Style{Copy: c, Duplex: true})
		if err != nil {
			t.Fatal(err)
		}
		plans = append(plans, k)
	}
	return plans
}

// TestDuplex: the body, every item and every letter that is sent begin on the front of a leaf, and the
// back of the leaf before is blank, or not there. The body is the same in both
// copies.
func TestDuplex(t *testing.T) {
	blanks := 0
	for _, path := range append(packetCases(t), "../testdata/hard/eight-abroad.yaml", "../testdata/hard/forty.yaml") {
		bodies := map[Copy][][]string{}
		for _, c := range []Copy{ForApplicant, ForAuthority} {
			for _, k := range duplex(t, path, "en", c) {
				pages := k.list()
				if len(pages) != k.Front+k.Body || k.Front%2 != 0 {
					t.Errorf("%s: %d pages before %d of the body, %d in all", k.Name, k.Front, k.Body, len(pages))
				}
				begins := map[*piece]bool{k.pieces[0]: true}
				for _, x := range k.pieces {
					begins[x] = begins[x] || x.kind == PageContents || x.sent()
				}
				for _, l := range k.lines {
					begins[l.piece] = true
				}
				for i, x := range pages {
					first := i == 0 || pages[i-1].piece != x.piece
					switch {
					case begins[x.piece] && first && i%2 != 0:
						t.Errorf("%s: %s begins on page %s, the back of a leaf", k.Name, x.piece.item, x.label)
					case x.kind != PageBlank:
					case i%2 == 0 || i+1 == len(pages) || !begins[pages[i+1].piece] || x.n != 0:
						t.Errorf("%s: page %s is blank for nothing", k.Name, x.label)
					default:
						blanks++
					}
				}
				var body []string
				for _, x := range pages[k.Front:] {
					body = append(body, x.label+" "+x.kind+" "+x.left+" "+x.right)
				}
				bodies[c] = append(bodies[c], body)
			}
		}
		if diff := cmp.Diff(bodies[ForApplicant], bodies[ForAuthority]); diff != "" {
			t.Errorf("%s (-applicant +authority):\n%s", path, diff)
		}
	}
	if blanks < 30 {
		t.Errorf("only %d blank pages", blanks)
	}
}

// What is left blank is heard as such, and has the same numbers in the same
// places each time.
func TestDuplexConforms(t *testing.T) {
	for _, tag := range locales.Authoritative() {
		k := duplex(t, "../examples/od2d-gaps/case.yaml", tag, ForApplicant)[0]
		file := whole(t, k)
		conforms(t, file, ua.Packet)
		if !slices.Equal(file, whole(t, k)) {
			t.Error("the same packet has other bytes")
		}
	}
}

// packetCases are the examples that have a packet.
func packetCases(t *testing.T) (paths []string) {
	t.Helper()
	for _, name := range []string{"bf1-secondment", "bf23-paper", "mf4-family", "od2d-gaps"} {
		paths = append(paths, filepath.Join("..", "examples", name, "case.yaml"))
	}
	return paths
}

// TestGoldensOfDuplex keeps the plans of the examples as they are printed on
// both sides.
func TestGoldensOfDuplex(t *testing.T) {
	for _, tag := range locales.Authoritative() {
		var b bytes.Buffer
		for _, path := range packetCases(t) {
			for _, k := range duplex(t, path, tag, ForApplicant) {
				b.WriteString(k.String())
			}
		}
		golden(t, filepath.Join("testdata", "golden", "duplex."+tag+".txt"), b.Bytes())
	}
}
