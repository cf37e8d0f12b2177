package packets

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// TestCodes: every separator carries a code that zbar reads, with the packet,
// the item and the digest of the body's plan and of the files, the same in both
// copies; the same bytes each time.
func TestCodes(t *testing.T) {
	const path = "../examples/mf4-family/case.yaml"
	l, v := example(t, path, "da")
	in := surveyed(t, path, l)
	before := map[Copy][]byte{}
	all := map[string]string{} // item → its code, the same in every copy
	for _, c := range []Copy{ForApplicant, ForAuthority, ForApplicant} {
		k, err := Plan(l, 0, in, v, Style{Copy: c})
		if err != nil {
			t.Fatal(err)
		}
		var out pdf.Memory
		if _, err := k.Write(&out); err != nil {
			t.Fatal(err)
		}
		if before[c] != nil && !slices.Equal(before[c], out.Bytes()) {
			t.Error("the same packet has other bytes")
		}
		before[c] = out.Bytes()

		h := sha256.New()
		for line := range strings.Lines(fmt.Sprint(k)) {
			if label := strings.TrimSpace(line); label[0] >= '0' && label[0] <= '9' {
				fmt.Fprint(h, line)
			}
		}
		want := map[int]string{} // sheet → item
		told := map[string]bool{}
		at := starts(k.list())
		for _, x := range k.pieces {
			if len(x.sheets.Slots) > 0 {
				want[at[x]+1] = x.number
			}
			if x.input != nil && !told[x.input.Path] {
				told[x.input.Path] = true
				data, err := os.ReadFile(filepath.Join(filepath.Dir(path), x.input.Path))
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprintf(h, "%x  %s\n", sha256.Sum256(data), x.input.Path)
			}
		}
		if len(want) < 3 {
			t.Fatalf("codes of %v alone", want)
		}
		file := stored(t, "packet.pdf", out.Bytes())
		for sheet, item := range want {
			want := fmt.Sprintf("MAPPE:KOVALENKO-FAMILY-MARIA-MF4/%s/SHA256:%X", item, h.Sum(nil))
			if all[item] == "" {
				all[item] = want
			}
			if got := decoded(t, file, sheet); got != want || got != all[item] {
				t.Errorf("sheet %d reads %q, want %q", sheet, got, want)
			}
		}
	}
}

// decoded is what zbar reads on a page of a file.
func decoded(t *testing.T, path string, sheet int) string {
	t.Helper()
	picture := filepath.Join(t.TempDir(), "page")
	n := fmt.Sprint(sheet)
	tool(t, "pdftoppm", "-r", "100", "-gray", "-singlefile", "-f", n, "-l", n, path, picture)
	return strings.TrimSuffix(tool(t, "zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqr.enable", picture+".pgm"), "\n")
}
