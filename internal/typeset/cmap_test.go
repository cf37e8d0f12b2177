package typeset

// characters reads the character map: its subtable for all of Unicode (format
// 12), or the one for the basic plane (format 4). Characters of the missing
// glyph 0 are not in it.
func (s *sfnt) characters() map[rune]int {
	cmap := s.table("cmap")
	var basic []byte
	for i := range int(be.Uint16(cmap[2:])) {
		record := cmap[4+8*i:]
		sub := cmap[be.Uint32(record[4:]):]
		switch be.Uint16(sub) {
		case 12:
			return groups(sub)
		case 4:
			basic = sub
		}
	}
	return segments(basic)
}

// groups reads a subtable of format 12.
func groups(sub []byte) map[rune]int {
	glyphs := map[rune]int{}
	for i := range int(be.Uint32(sub[12:])) {
		group := sub[16+12*i:]
		start, end, id := be.Uint32(group), be.Uint32(group[4:]), be.Uint32(group[8:])
		for r := start; r <= end; r++ {
			if n := int(id + r - start); n != 0 {
				glyphs[rune(r)] = n
			}
		}
	}
	return glyphs
}

// segments reads a subtable of format 4.
func segments(sub []byte) map[rune]int {
	u16 := func(at int) int { return int(be.Uint16(sub[at:])) }
	glyphs := map[rune]int{}
	n := u16(6) // twice the number of segments
	ends, starts := 14, 16+n
	deltas, offsets := starts+n, starts+2*n
	for s := 0; s < n; s += 2 {
		end, start, delta, offset := u16(ends+s), u16(starts+s), u16(deltas+s), u16(offsets+s)
		for c := start; c <= end && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				if glyph = u16(offsets + s + offset + 2*(c-start)); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + delta) & 0xFFFF; glyph != 0 {
				glyphs[rune(c)] = glyph
			}
		}
	}
	return glyphs
}
