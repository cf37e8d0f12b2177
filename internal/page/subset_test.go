package page

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"mappe/internal/pdf"
)

// ids are the glyphs of a text, one for each character.
func (f *font) ids(text string) (ids []int) {
	for _, r := range text {
		ids = append(ids, f.glyph[r].id)
	}
	return ids
}

// reopened are the tables of a font file, whose sums and places must be right.
func reopened(t *testing.T, program []byte) map[string][]byte {
	t.Helper()
	if n := checksum(program); n != 0xB1B0AFBA {
		t.Errorf("the sum of the file is %#x", n)
	}
	tables := tablesOf(program)
	last, end := "", uint32(12+16*len(tables))
	for i := range len(tables) {
		rec := program[12+16*i:]
		tag, want, at := string(rec[:4]), binary.BigEndian.Uint32(rec[4:]), binary.BigEndian.Uint32(rec[8:])
		data := slices.Clone(tables[tag])
		if tag == "head" {
			clear(data[8:12])
		}
		if got := checksum(data); tag <= last || at != end || got != want {
			t.Errorf("table %q behind %q at %d, want %d; its sum is %#x, want %#x", tag, last, at, end, want, got)
		}
		last, end = tag, (at+uint32(len(data))+3)&^3
	}
	if int(end) != len(program) {
		t.Errorf("the tables end at %d of %d", end, len(program))
	}
	return tables
}

func TestSubsetHoldsEveryGlyph(t *testing.T) {
	for _, f := range []*font{regular(), bold()} {
		var every []int
		for _, g := range f.glyph {
			every = append(every, g.id)
		}
		slices.Sort(every)
		for name, ids := range map[string][]int{"all": every, "composed": f.ids("Åế Ǻ№Њ½"), "twice": f.ids("Å\u00A0 ÅA"), "none": nil} {
			program, err := subset(f.ttf, ids)
			if err != nil {
				t.Fatal(err)
			}
			be, from, to := binary.BigEndian, tablesOf(f.ttf), reopened(t, program)
			count := int(be.Uint16(to["maxp"][4:]))
			if len(to["hmtx"]) != 4*count || len(to["loca"]) != 4*count+4 || int(be.Uint16(to["hhea"][34:])) != count {
				t.Fatalf("%s of %s: %d glyphs, hmtx of %d bytes, loca of %d", name, f.name, count, len(to["hmtx"]), len(to["loca"]))
			}
			before, after := outlines(from), outlines(to)
			var same func(old, new, depth int)
			same = func(old, new, depth int) {
				if depth > 5 || new >= count {
					t.Fatalf("%s of %s: glyph %d became %d of %d", name, f.name, old, new, count)
				}
				if a, b := metricsOf(from, old), metricsOf(to, new); a != b {
					t.Fatalf("%s of %s: glyph %d became %d, which measures %v, want %v", name, f.name, old, new, b, a)
				}
				a, b := slices.Clone(before(old)), slices.Clone(after(new))
				at := components(a)
				if !slices.Equal(at, components(b)) {
					t.Fatalf("%s of %s: glyph %d became %d of other parts", name, f.name, old, new)
				}
				for _, i := range at {
					same(int(be.Uint16(a[i:])), int(be.Uint16(b[i:])), depth+1)
					be.PutUint16(a[i:], 0)
					be.PutUint16(b[i:], 0)
				}
				if !bytes.HasPrefix(b, a) || len(b)-len(a) > 3 {
					t.Fatalf("%s of %s: glyph %d became %d with another outline", name, f.name, old, new)
				}
			}
			for n, old := range append([]int{0}, ids...) {
				same(old, n, 0)
			}
		}
	}
}

// metricsOf are the advance and the left side bearing of a glyph.
func metricsOf(tables map[string][]byte, id int) [2]uint16 {
	be, hmtx, n := binary.BigEndian, tables["hmtx"], int(binary.BigEndian.Uint16(tables["hhea"][34:]))
	if id < n {
		return [2]uint16{be.Uint16(hmtx[4*id:]), be.Uint16(hmtx[4*id+2:])}
	}
	return [2]uint16{be.Uint16(hmtx[4*n-4:]), be.Uint16(hmtx[4*n+2*(id-n):])}
}

func TestSubsetIsSmallAndNamedByContent(t *testing.T) {
	f := regular()
	cut := func(text string) []byte {
		b, err := subset(f.ttf, f.ids(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	one := cut("Ansøgning 1/20")
	if !bytes.Equal(cut("Ansøgning 1/20"), one) {
		t.Error("the same glyphs gave other programs")
	}
	if n := len(one); n > len(f.ttf)/20 {
		t.Errorf("14 glyphs take %d of %d bytes", n, len(f.ttf))
	}
	if other := cut("Ansøgning 1/21"); tag(other) == tag(one) || len(tag(one)) != 6 {
		t.Errorf("%q names two subsets", tag(one))
	}
}

func TestSubsetOfDamagedFont(t *testing.T) {
	f := regular()
	for n := 0; n < len(f.ttf); n += len(f.ttf) / 50 {
		if _, err := subset(f.ttf[:n:n], f.ids("Å")); err == nil {
			t.Errorf("cut from a font of %d bytes", n)
		}
	}
	if _, err := subset(f.ttf, []int{1 << 16}); err == nil {
		t.Error("a glyph that isn't there was cut out")
	}
}

// A subset is drawn like the whole font, and reads alike.
func TestSubsetIsDrawnLikeTheFont(t *testing.T) {
	const text = "Ægteskab på Ærø: ₴½ Марія Щербак, Nguyễn Thị Bảo, Ǻ Ελένη"
	f := regular()
	picture := func(lay func(*pdf.Writer, *pdf.Sheet) error) []byte {
		var out pdf.Memory
		w := pdf.NewWriter(&out, pdf.Options{})
		sheet := &pdf.Sheet{Width: 400, Height: 40}
		if err := lay(w, sheet); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := pages(t, out.Bytes())[0]; got != text+"\n\n" {
			t.Errorf("reads as %q", got)
		}
		dir := t.TempDir()
		file := filepath.Join(dir, "drawn.pdf")
		if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command("pdftoppm", "-r", "144", "-gray", "-singlefile", file, filepath.Join(dir, "drawn")).CombinedOutput(); err != nil || len(said) > 0 {
			t.Fatalf("pdftoppm: %v\n%s", err, said)
		}
		b, err := os.ReadFile(filepath.Join(dir, "drawn.pgm"))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	cut := picture(func(w *pdf.Writer, s *pdf.Sheet) error {
		p := NewPress(w)
		p.Words(s, []Word{{X: 10, Y: 14, Size: 12, Text: text}})
		if err := w.Sheet(s); err != nil {
			return err
		}
		return p.Close()
	})
	whole := picture(func(w *pdf.Writer, s *pdf.Sheet) error {
		font := pdf.Font{Name: f.name, Program: f.ttf, Box: f.box}
		var shown []byte
		for _, r := range text {
			g := f.glyph[r]
			shown = fmt.Appendf(shown, "%04x", g.id)
			font.Glyphs = append(font.Glyphs, pdf.Glyph{ID: uint16(g.id), Width: float64(g.advance), Text: string(r)})
		}
		s.Raw(fmt.Appendf(nil, "BT /%s 12 Tf 10 14 Td <%s> Tj ET", s.Use("Font", w.Font(font)), shown))
		return w.Sheet(s)
	})
	if len(cut) != len(whole) {
		t.Fatalf("pictures of %d and %d bytes", len(cut), len(whole))
	}
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
