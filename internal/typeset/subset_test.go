package typeset

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"mappe/internal/pdf"
)

// specimen is Noto Sans Regular.
func specimen(t testing.TB) *sfnt {
	t.Helper()
	file, err := os.Open("fonts/NotoSans-Regular.ttf.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	ttf, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	s, err := openSFNT(ttf)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// alone are the glyphs of a text, one piece for each character.
func alone(t testing.TB, s *sfnt, text string) (pieces []piece) {
	t.Helper()
	glyphs := s.characters()
	for _, r := range text {
		id, ok := glyphs[r]
		if !ok {
			t.Fatalf("no glyph for %q", r)
		}
		pieces = append(pieces, piece{[]part{{id: id}}, s.advance(id)})
	}
	return pieces
}

// cut is a subset taken apart again; its sums, places and counts must be right.
func cut(t testing.TB, s *sfnt, pieces []piece) *sfnt {
	t.Helper()
	program, err := s.subset(pieces)
	if err != nil {
		t.Fatal(err)
	}
	if n := checksum(program); n != 0xB1B0AFBA {
		t.Errorf("the sum of the file is %#x", n)
	}
	got, err := openSFNT(program)
	if err != nil {
		t.Fatal(err)
	}
	last, end := "", uint32(12+16*len(got.tables))
	for i := range len(got.tables) {
		record := program[12+16*i:]
		tag, want, at := string(record[:4]), be.Uint32(record[4:]), be.Uint32(record[8:])
		data := slices.Clone(got.tables[tag])
		if tag == "head" {
			clear(data[8:12])
		}
		if sum := checksum(data); tag <= last || at != end || sum != want {
			t.Errorf("table %q behind %q at %d, want %d; its sum is %#x, want %#x", tag, last, at, end, sum, want)
		}
		last, end = tag, (at+uint32(len(data))+3)&^3
	}
	if int(end) != len(program) {
		t.Errorf("the tables end at %d of %d", end, len(program))
	}
	if n := got.glyphs; n <= len(pieces) || got.long != n || len(got.tables["hmtx"]) != 4*n || len(got.tables["loca"]) != 4*n+4 {
		t.Fatalf("%d glyphs of %d pieces, hmtx of %d bytes, loca of %d", n, len(pieces), len(got.tables["hmtx"]), len(got.tables["loca"]))
	}
	most := got.most()
	for at, want := range most {
		if v := int(be.Uint16(got.tables["maxp"][at:])); v != want {
			t.Errorf("maxp has %d at %d, want %d", v, at, want)
		}
	}
	return got
}

// most is what maxp should say, by place: points and contours of glyphs that
// have contours, then of composites, how many components these have, and how
// deep they lie.
func (s *sfnt) most() map[int]int {
	most := map[int]int{}
	note := func(at, v int) { most[at] = max(most[at], v) }
	for id := range s.glyphs {
		e, at := s.extent(id), 6
		if n := len(components(s.outline(id))); n > 0 {
			at = 10
			note(28, n)
			note(30, e.depth)
		}
		note(at, e.points)
		note(at+2, e.contours)
	}
	return most
}

// same complains unless the glyph after of a subset draws what before of the
// font does.
func same(t testing.TB, from, to *sfnt, before, after int) {
	t.Helper()
	a, b := slices.Clone(from.outline(before)), slices.Clone(to.outline(after))
	places := components(a)
	if !slices.Equal(places, components(b)) {
		t.Fatalf("glyph %d became %d of other components", before, after)
	}
	for _, at := range places {
		same(t, from, to, int(be.Uint16(a[at:])), int(be.Uint16(b[at:])))
		clear(a[at : at+2])
		clear(b[at : at+2])
	}
	if !bytes.HasPrefix(b, a) || len(b)-len(a) > 3 {
		t.Fatalf("glyph %d became %d with another outline", before, after)
	}
}

func TestSubsetCopies(t *testing.T) {
	s := specimen(t)
	var every []piece
	for _, id := range s.characters() {
		every = append(every, piece{[]part{{id: id}}, s.advance(id)})
	}
	slices.SortFunc(every, func(a, b piece) int { return a.parts[0].id - b.parts[0].id })
	for name, pieces := range map[string][]piece{
		"all": every, "composed": alone(t, s, "Åế Ǻ№Њ½"), "twice": alone(t, s, "Å\u00A0 ÅA"), "none": nil,
	} {
		got := cut(t, s, pieces)
		same(t, s, got, 0, 0)
		for i, p := range pieces {
			same(t, s, got, p.parts[0].id, i+1)
			if got.advance(i+1) != p.advance {
				t.Errorf("%s: glyph %d advances %d, want %d", name, i+1, got.advance(i+1), p.advance)
			}
		}
	}
}

func TestSubsetComposes(t *testing.T) {
	s := specimen(t)
	e, acute, ring, space := s.characters()['e'], s.characters()['\u0301'], s.characters()['Å'], s.characters()[' ']
	got := cut(t, s, []piece{
		{[]part{{e, 0, 0}, {acute, 70, -13}}, 564},
		{[]part{{acute, -300, 0}}, 0},
		{[]part{{space, 40, 0}}, 260},
		{[]part{{space, 0, 0}, {e, 0, 0}}, 600},
		{[]part{{ring, 0, 0}, {ring, 700, 900}}, 1400},
		{nil, 250},
	})
	bounds := func(id, dx, dy int) box { return boxOf(s.outline(id)).moved(dx, dy) }
	for i, want := range []struct {
		advance, components int
		box                 box
	}{
		{564, 2, bounds(e, 0, 0).with(bounds(acute, 70, -13))},
		{0, 1, bounds(acute, -300, 0)},
		{260, 0, none},
		{600, 0, bounds(e, 0, 0)},
		{1400, 2, bounds(ring, 0, 0).with(bounds(ring, 700, 900))},
		{250, 0, none},
	} {
		id := i + 1
		outline := got.outline(id)
		if got.advance(id) != want.advance || len(components(outline)) != want.components || (len(outline) == 0) != (want.box == none) {
			t.Errorf("piece %d advances %d, want %d, has %d components, want %d, and %d bytes", i, got.advance(id), want.advance, len(components(outline)), want.components, len(outline))
		}
		if len(outline) > 0 && boxOf(outline) != want.box {
			t.Errorf("piece %d is within %v, want %v", i, boxOf(outline), want.box)
		}
		if bearing := int(int16(be.Uint16(got.tables["hmtx"][4*id+2:]))); len(outline) > 0 && bearing != want.box.left {
			t.Errorf("piece %d has a bearing of %d, want %d", i, bearing, want.box.left)
		}
	}
	first := got.outline(1)
	same(t, s, got, e, int(be.Uint16(first[12:])))
	same(t, s, got, acute, int(be.Uint16(first[20:])))
	if dx, dy := int16(be.Uint16(first[22:])), int16(be.Uint16(first[24:])); dx != 70 || dy != -13 {
		t.Errorf("the accent is moved by %d, %d", dx, dy)
	}
	if n := be.Uint16(first[12:]); n != 4 {
		t.Errorf("the component e is glyph %d, not the copy that is a piece", n)
	}
	head, hhea := got.tables["head"], got.tables["hhea"]
	if right := int(int16(be.Uint16(head[40:]))); right != bounds(ring, 700, 0).right || int(be.Uint16(hhea[10:])) != 1400 {
		t.Errorf("the font reaches to %d and its widest glyph advances %d", right, be.Uint16(hhea[10:]))
	}
}

func TestSubsetIsSmallAndAlwaysTheSame(t *testing.T) {
	s := specimen(t)
	pieces := alone(t, s, "Ansøgning 1/20")
	one, err := s.subset(pieces)
	if err != nil {
		t.Fatal(err)
	}
	if two, _ := s.subset(pieces); !bytes.Equal(one, two) {
		t.Error("the same pieces gave other programs")
	}
	if len(one) > 4000 {
		t.Errorf("14 glyphs take %d bytes", len(one))
	}
}

func TestSubsetOfDamage(t *testing.T) {
	s := specimen(t)
	if _, err := s.subset([]piece{{parts: []part{{id: s.glyphs}}}}); err == nil {
		t.Error("a glyph that isn't there was cut out")
	}
	if _, err := s.subset(make([]piece, 1<<16)); err == nil {
		t.Error("more glyphs than a font may have were cut out")
	}
	s.tables["glyf"] = s.tables["glyf"][:1000:1000]
	if _, err := s.subset(alone(t, s, "Å")); err == nil {
		t.Error("a glyph was cut from beyond the end")
	}
	if _, err := openSFNT([]byte("\x00\x01\x00\x00\x00\x09")); err == nil {
		t.Error("no tables, and no error")
	}
}

// A piece is drawn as its parts are, one by one, each at its place.
func TestSubsetIsDrawnLikeTheFont(t *testing.T) {
	s := specimen(t)
	ttf := program(s)
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

// program is the file again that s was read from.
func program(s *sfnt) []byte {
	var tables []table
	for tag, data := range s.tables {
		data = slices.Clone(data)
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

// What the fonts of a page cost: two weights, 300 glyphs in all, deflated.
func BenchmarkSubset(b *testing.B) {
	s := specimen(b)
	var pieces []piece
	for _, id := range slices.Sorted(maps.Values(s.characters()))[:150] {
		pieces = append(pieces, piece{[]part{{id: id}}, s.advance(id)})
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	b.ReportAllocs()
	for b.Loop() {
		packed.Reset()
		for range 2 {
			program, err := s.subset(pieces)
			if err != nil {
				b.Fatal(err)
			}
			z.Reset(&packed)
			if _, err := z.Write(program); err != nil {
				b.Fatal(err)
			}
			if err := z.Close(); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(packed.Len()), "bytes")
}
