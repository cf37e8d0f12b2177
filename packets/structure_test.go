package packets

import (
	"bytes"
	"path/filepath"
	"regexp"
	"testing"

	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/internal/pdf/ua"
	"mappe/locales"
)

// TestGoldensOfStructure keeps the structure of every kind of page, as those
// hear it who don't see the page: of the lists, and of two packets that have
// all that a packet can have. Of the words there is the beginning; all of them
// are in the other goldens.
func TestGoldensOfStructure(t *testing.T) {
	for _, tag := range locales.Authoritative() {
		for name, d := range lists(t, speaking(t, tag)) {
			t.Run("list-"+name+"."+tag, func(t *testing.T) {
				var b bytes.Buffer
				if err := page.PDF(&b, d, page.Options{}); err != nil {
					t.Fatal(err)
				}
				structure(t, "list-"+name+"."+tag, b.Bytes())
			})
		}
		for _, name := range []string{"bf23-paper", "od2d-gaps"} {
			t.Run(name+"."+tag, func(t *testing.T) {
				structure(t, name+"."+tag, whole(t, planned(t, "../examples/"+name+"/case.yaml", tag, ForApplicant)[0]))
			})
		}
	}
}

func whole(t *testing.T, k *Packet) []byte {
	t.Helper()
	var out pdf.Memory
	if _, err := k.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// long are words of a structure that are more than their beginning.
var long = regexp.MustCompile(`"((?:[^"\\\n]|\\.){28})(?:[^"\\\n]|\\.){4,}"`)

func structure(t *testing.T, name string, file []byte) {
	t.Helper()
	drawn, err := ua.Draw(file)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("testdata", "structure", name+".txt"), long.ReplaceAll([]byte(drawn), []byte(`"$1…"`)))
}
