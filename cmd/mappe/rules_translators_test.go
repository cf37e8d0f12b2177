package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/locales"
)

// Of every language the sheet is read back as it was by the fonts and words that
// mappe has, and what is written is what the repository holds.
func TestSheetsOfEveryLanguage(t *testing.T) {
	for _, tag := range locales.Courtesy() {
		dir := t.TempDir()
		sheet, out := filepath.Join(dir, "sheet.csv"), filepath.Join(dir, "active.json")
		for _, args := range [][]string{{"-o", sheet}, {"--read", sheet, "-o", out}} {
			var said bytes.Buffer
			if code := run(append([]string{"rules", "translators", tag}, args...), strings.NewReader(""), &said, &said); code != exitDone {
				t.Fatalf("%s %q: exit %d\n%.2000s", tag, args, code, said.String())
			}
		}
		for name, got := range map[string]string{"active." + tag + ".json": out, "translated." + tag + ".txt": filepath.Join(dir, "translated."+tag+".txt")} {
			is, err := os.ReadFile(got)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(filepath.Join("..", "..", "locales", name))
			if os.IsNotExist(err) {
				want = map[bool][]byte{true: []byte("{}\n")}[strings.HasSuffix(name, ".json")]
			} else if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(is, want) {
				t.Errorf("%s is written otherwise", name)
			}
		}
	}
}
