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
		case unicode.IsDigit(r):
			return right
		case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya):
			if unicode.IsLetter(r) {
				return left
			}
		case unicode.IsLetter(r):
			return right
		}
	}
	return either
}

// hand is the direction of what s shows. Glyphs stand from the left whichever
// it is, and what one operator shows has one direction.
func (s show) hand() hand {
	found := either
	for _, g := range s.glyphs {
		switch handOf(g.reads) {
		case left:
			return left
		case right:
			found = right
		}
	}
	return found
}

// ordered are the letters of shows that stand beside each other, from the left,
// in the order in which they are read.
//
// Which that is can be seen: where what runs to the left meets what runs to
// the right, the spaces and signs between them belong to the direction of the
// text around both. So pieces that meet at signs which run to the left are
// parts of one text that does, and are read from the right.
func ordered(row []show) []letter {
	hands := make([]hand, len(row))
	turned := false
	for i, s := range row {
		hands[i] = s.hand()
		turned = turned || hands[i] == left
	}
	if !turned {
		var out []letter
		for i, s := range row {
			out = append(out, s.letters(i > 0 && !near(row[i-1], s, 0.15))...)
		}
		return out
	}
	for i := range row { // signs alone: were they of their neighbour's direction, they would be of its piece
		if hands[i] != either {
			continue
		}
		hands[i] = right
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(row) && hands[j] == right && row[j].font == row[i].font && row[j].size == row[i].size {
				hands[i] = left
			}
		}
	}
	var out []letter
	for from := 0; from < len(row); {
		to := from + 1
		for to < len(row) && leftward(row, hands, to) {
			to++
		}
		one := make([][]letter, 0, to-from)
		for i := from; i < to; i++ {
			all := row[i].letters(false)
			if hands[i] == left {
				slices.Reverse(all)
			}
			if len(all) > 0 {
				all[0].apart = i > from && !near(row[i-1], row[i], 0.15)
			}
			one = append(one, all)
		}
		if to-from > 1 {
			slices.Reverse(one)
		}
		for _, all := range one {
			out = append(out, all...)
		}
		from = to
	}
	return out
}

// leftward tells whether the pieces i-1 and i are parts of a text that runs to
// the left.
func leftward(row []show, hands []hand, i int) bool {
	if hands[i-1] == left && hands[i] == left {
		return true
	}
	if hands[i-1] == right && hands[i] == right {
		return false
	}
	before, after := row[i-1].glyphs, row[i].glyphs
	outer := handOf(before[len(before)-1].reads) == either
	if outer {
		return hands[i-1] == left
	}
	if handOf(after[0].reads) == either {
		return hands[i] == left
	}
	return false
}

// letters are the glyphs of s with their places, from the left.
func (s show) letters(apart bool) []letter {
	out := make([]letter, 0, len(s.glyphs))
	for i, g := range s.glyphs {
		l := letter{reads: g.reads, rect: s.rect(g), apart: i == 0 && apart}
		if i > 0 && g.from-s.glyphs[i-1].to > 0.2*s.size {
			l.apart = true
		}
		out = append(out, l)
	}
	return out
}
