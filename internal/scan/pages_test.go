//go:build !race

package scan

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	_ "image/png"

	"mappe/internal/page"
)

// typesetPage is a page of words as mappe itself sets it, in any script.
func typesetPage(t testing.TB, lang string, random *rand.Rand) *image.Gray {
	t.Helper()
	d := page.Doc{Title: "page", Lang: lang}
	for range 7 {
		d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(strings.Join(spoken(t, lang, 70, random)[:60], " "))})
	}
	var b bytes.Buffer
	if err := page.PDF(&b, d, page.Options{}); err != nil {
		t.Fatalf("%s: %v", lang, err)
	}
	name := filepath.Join(t.TempDir(), "page")
	if err := os.WriteFile(name+".pdf", b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", name+".pdf", name)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	data, err := os.ReadFile(name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if g, ok := img.(*image.Gray); ok {
		return g
	}
	g := image.NewGray(img.Bounds())
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			g.Set(x, y, color.GrayModel.Convert(img.At(x, y)))
		}
	}
	return g
}
