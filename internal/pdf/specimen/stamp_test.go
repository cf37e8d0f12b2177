package specimen_test

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"

	"mappe/internal/pdf"
)

// stamp lays a line of text at the foot of sheets, in a font that is embedded.
type stamp struct {
	w       *pdf.Writer
	font    pdf.Ref
	program []byte
	ids     map[rune]uint16
	shown   map[rune]bool
}

func newStamp(folder string, w *pdf.Writer) (*stamp, error) {
	program, err := os.ReadFile(filepath.Join(folder, "stamp.ttf"))
	if err != nil {
		return nil, err
	}
	s := &stamp{w: w, font: w.Reserve(), program: program, ids: map[rune]uint16{}, shown: map[rune]bool{}}
	ids, err := glyphs(program)
	for r, id := range ids {
		s.ids[r] = id
	}
	return s, err
}

func (s *stamp) on(sheet *pdf.Sheet, line string) {
	var codes []byte
	for _, r := range line {
		codes = binary.BigEndian.AppendUint16(codes, s.ids[r])
		s.shown[r] = true
	}
	sheet.Artifact(func() {
		sheet.Op("BT")
		sheet.Op("Tf", sheet.Use("Font", s.font), pdf.Int(8))
		sheet.Op("Td", pdf.Int(40), pdf.Int(12))
		sheet.Op("Tj", pdf.String(codes))
		sheet.Op("ET")
	})
}

// end gives the font to the file.
func (s *stamp) end() {
	f := pdf.Font{Name: "AAAAAA+NotoSans", Program: s.program, Ascent: 1069, Descent: -293, CapHeight: 714, StemV: 80, Box: pdf.Rect{-600, -300, 2000, 1100}}
	for r := range s.shown {
		f.Glyphs = append(f.Glyphs, pdf.Glyph{ID: s.ids[r], Width: 550, Text: string(r)})
	}
	s.w.SetFont(s.font, f)
}

// tables of a TrueType font by name.
func tables(font []byte) map[string][]byte {
	t := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		e := font[12+16*i:]
		at, size := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		t[string(e[:4])] = font[at : at+size]
	}
	return t
}

// glyphs are the numbers of the glyphs of printable ASCII.
func glyphs(font []byte) (map[rune]uint16, error) {
	cmap := tables(font)["cmap"]
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(cmap[at:])) }
	for i := range u16(2) {
		at := int(binary.BigEndian.Uint32(cmap[4+8*i+4:]))
		if u16(at) != 4 {
			continue
		}
		found, n := map[rune]uint16{}, u16(at+6)
		for r := rune(' '); r <= '~'; r++ {
			for end := at + 14; end < at+14+n; end += 2 {
				if u16(end) < int(r) {
					continue
				}
				if start := u16(end + n + 2); start <= int(r) {
					id, offset := u16(end+2*n+2)+int(r), u16(end+3*n+2)
					if offset != 0 {
						id = u16(end + 3*n + 2 + offset + 2*(int(r)-start))
					}
					found[r] = uint16(id)
				}
				break
			}
		}
		return found, nil
	}
	return nil, errors.New("font: no table of characters in format 4")
}

// writeFont puts the font of the project into the folder with only the shapes
// of printable ASCII, as a subset has them.
func writeFont(folder string) error {
	font, err := os.ReadFile("../../typeset/fonts/NotoSans-Regular.ttf")
	if err != nil {
		return err
	}
	ids, err := glyphs(font)
	if err != nil {
		return err
	}
	t := tables(font)
	long := binary.BigEndian.Uint16(t["head"][50:]) == 1
	offset := func(id uint16) uint32 {
		if long {
			return binary.BigEndian.Uint32(t["loca"][4*int(id):])
		}
		return 2 * uint32(binary.BigEndian.Uint16(t["loca"][2*int(id):]))
	}
	shapes := make([]byte, len(t["glyf"]))
	for _, id := range ids {
		copy(shapes[offset(id):offset(id+1)], t["glyf"][offset(id):])
	}
	copy(t["glyf"], shapes)
	for _, unused := range []string{"GPOS", "GSUB", "GDEF", "DSIG"} {
		clear(t[unused])
	}
	return os.WriteFile(filepath.Join(folder, "stamp.ttf"), font, 0o600)
}
