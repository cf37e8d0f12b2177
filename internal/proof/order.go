package proof

import (
	"slices"
	"unicode"
)

// A hand is the direction in which letters are written.
type hand int8

const (
	either hand = iota
	right       // from left to right
	left
)

// handOf is the direction of a text: that of its first letter which has one.
// Digits are written to the right in any script.
func handOf(s string) hand {
	for _, r := range s {
		switch {
		case r < 0x590:
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return right
			}
		case unicode.IsDigit(r):
			return right
		case !unicode.IsLetter(r):
		case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko,
			unicode.Samaritan, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya):
			return left
		default:
			return right
		}
	}
	return either
}

// ordered appends the letters of a part of a line in the order in which they are
// read. Operators stand in that order; the glyphs of each stand from the left,
// whatever its direction. Of signs alone the direction is told by their place
// beside what is read before them, or else behind.
func ordered(part []*show, all []letter) []letter {
	for i, s := range part {
		h := s.hand
		if h == either && (i > 0 && s.at[4] < part[i-1].at[4] || i == 0 && len(part) > 1 && s.at[4] > part[1].at[4]) {
			h = left
		}
		from := len(all)
		for k := range s.glyphs {
			all = append(all, letter{&s.glyphs[k], s, k > 0 && s.glyphs[k].from-s.glyphs[k-1].to > 0.2*s.size})
		}
		if one := all[from:]; h == left {
			for k := range one { // room before a glyph is room behind it now
				one[k].apart = k+1 < len(one) && one[k+1].apart
			}
			slices.Reverse(one)
		}
		if i > 0 && len(all) > from {
			all[from].apart = !touching(part[i-1], s)
		}
	}
	return all
}
