package typeset

import (
	"bytes"
	"compress/zlib"
	"maps"
	"slices"
	"testing"
)

// specimen is Noto Sans Regular.
func specimen(t testing.TB) *sfnt {
	t.Helper()
	return families[0].regular.open().sfnt
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
	got, err := openSFNT(raw(program))
	if err != nil {
		t.Fatal(err)
	}
	last, end := "", uint32(12+16*len(got.places))
	for i := range len(got.places) {
		record := program[12+16*i:]
		tag, want, at := string(record[:4]), be.Uint32(record[4:]), be.Uint32(record[8:])
		data := slices.Clone(got.table(tag))
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
	if n := got.glyphs; n <= len(pieces) || got.long != n || len(got.table("hmtx")) != 4*n || len(got.table("loca")) != 4*n+4 {
		t.Fatalf("%d glyphs of %d pieces, hmtx of %d bytes, loca of %d", n, len(pieces), len(got.table("hmtx")), len(got.table("loca")))
	}
	most := got.most()
	for at, want := range most {
		if v := int(be.Uint16(got.table("maxp")[at:])); v != want {
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
		if bearing := int(int16(be.Uint16(got.table("hmtx")[4*id+2:]))); len(outline) > 0 && bearing != want.box.left {
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
	head, hhea := got.table("head"), got.table("hhea")
	if right := int(int16(be.Uint16(head[40:]))); right != bounds(ring, 700, 0).right || int(be.Uint16(hhea[10:])) != 1400 {
		t.Errorf("the font reaches to %d and its widest glyph advances %d", right, be.Uint16(hhea[10:]))
	}
}

// A font without a bold weight is drawn several times where it is bold; the
// advance stays.
func TestSubsetIsStruck(t *testing.T) {
	f := fontFor('王', "", true)
	id := f.open().characters()['王']
	program, err := f.subset([]piece{{[]part{{id: id}}, 1000}, {[]part{{id, 5, 7}, {id, 900, 0}}, 2000}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := openSFNT(raw(program))
	if err != nil {
		t.Fatal(err)
	}
	plain := boxOf(f.open().outline(id))
	for i, want := range []struct {
		advance, components int
		box                 box
	}{
		{1000, 4, box{plain.left - 15, plain.bottom - 10, plain.right + 15, plain.top + 10}},
		{2000, 8, box{plain.left - 10, plain.bottom - 10, plain.right + 915, plain.top + 17}},
	} {
		o := got.outline(i + 1)
		if got.advance(i+1) != want.advance || len(components(o)) != want.components || boxOf(o) != want.box {
			t.Errorf("piece %d advances %d, has %d components and is within %v, want %v", i, got.advance(i+1), len(components(o)), boxOf(o), want)
		}
	}
	if f == fontFor('王', "", false) || !f.Bold {
		t.Error("the regular font is struck")
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
	ttf := s.whole()
	for n := 0; n < s.places["maxp"].at; n += len(ttf) / 50 { // name and post are not read
		if s, err := openSFNT(raw(ttf[:n:n])); err == nil {
			if _, err := s.subset([]piece{{parts: []part{{id: s.glyphs - 1}}}}); err == nil {
				t.Errorf("cut from the first %d bytes of a font", n)
			}
		}
	}
}

// What the fonts of a page cost: two weights, 300 glyphs in all, deflated.
func BenchmarkSubset(b *testing.B) {
	s := specimen(b)
	var pieces []piece
	for _, id := range slices.Sorted(maps.Values(s.characters()))[:150] {
		pieces = append(pieces, piece{[]part{{id: id}}, s.advance(id)})
	}
	var packed bytes.Buffer
	z, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed) // as pdf.Writer does
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
