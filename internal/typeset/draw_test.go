package typeset

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"mappe/internal/pdf"
)

// A piece is drawn as its parts are, one by one, each at its place.
func TestSubsetIsDrawnLikeTheFont(t *testing.T) {
	s := specimen(t)
	ttf := s.whole()
	text := alone(t, s, "Ægteskab på Ærø: ₴½ Марія, Ǻ Ελένη")
	base, mark := alone(t, s, "gW"), alone(t, s, "\u0302\u0323")
	for i := range base {
		p := base[i].parts[0]
		text = append(text, piece{[]part{p, {mark[0].parts[0].id, 450, 125}, {mark[1].parts[0].id, 425, -225}}, base[i].advance})
	}
	for i := range text {
		text[i].advance = (text[i].advance + 24) / 25 * 25 // 25 units are one point of the picture
	}
	pieces, err := s.subset(text)
	if err != nil {
		t.Fatal(err)
	}
	cut := picture(t, pieces, func(font string) (b []byte) {
		b = fmt.Appendf(b, "BT /%s 10 Tf 10 14 Td <", font)
		for i := range text {
			b = fmt.Appendf(b, "%04x", i+1)
		}
		return append(b, "> Tj ET"...)
	}, text)
	whole := picture(t, ttf, func(font string) (b []byte) {
		b = fmt.Appendf(b, "BT /%s 10 Tf ", font)
		at := 0
		for _, p := range text {
			for _, part := range p.parts {
				b = fmt.Appendf(b, "1 0 0 1 %.3f %.3f Tm <%04x> Tj ", 10+float64(at+part.dx)/100, 14+float64(part.dy)/100, part.id)
			}
			at += p.advance
		}
		return append(b, "ET"...)
	}, nil)
	dark := 0
	for i := range cut {
		if d := int(cut[i]) - int(whole[i]); d < -8 || d > 8 {
			t.Fatalf("byte %d is %d when drawn by the subset and %d by the font", i, cut[i], whole[i])
		}
		if cut[i] < 100 {
			dark++
		}
	}
	if dark < 500 {
		t.Errorf("only %d dark points: was anything drawn?", dark)
	}
}

// whole is the file again that s was read from.
func (s *sfnt) whole() []byte {
	var tables []table
	for tag := range s.places {
		data := slices.Clone(s.table(tag))
		if tag == "head" {
			clear(data[8:12])
		}
		tables = append(tables, table{tag, data})
	}
	slices.SortFunc(tables, func(a, b table) int { return bytes.Compare([]byte(a.tag), []byte(b.tag)) })
	return assemble(tables...)
}

// picture is a page of 400 by 40 points, drawn by show with a font.
func picture(t *testing.T, ttf []byte, show func(font string) []byte, pieces []piece) []byte {
	t.Helper()
	font := pdf.Font{Name: "ABCDEF+Specimen", Program: ttf}
	for i, p := range pieces {
		font.Glyphs = append(font.Glyphs, pdf.Glyph{ID: uint16(i + 1), Width: float64(p.advance)})
	}
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{})
	sheet := &pdf.Sheet{Width: 400, Height: 40}
	sheet.Raw(show(string(sheet.Use("Font", w.Font(font)))))
	if err := w.Sheet(sheet); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "drawn.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("pdftoppm", "-r", "288", "-gray", "-singlefile", file, filepath.Join(dir, "drawn")).CombinedOutput(); err != nil || len(said) > 0 {
		t.Fatalf("pdftoppm: %v\n%s", err, said)
	}
	b, err := os.ReadFile(filepath.Join(dir, "drawn.pgm"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
