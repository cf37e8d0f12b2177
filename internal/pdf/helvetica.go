package pdf

import (
	"slices"
	"strings"
)

// winAnsi are the letters of the encoding from 128 to 159; the others are as
// in Unicode. The replacement character stands for none.
const winAnsi = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"

// helveticaWidths are the widths of the standard font from 32 on, in
// thousandths of its size.
var helveticaWidths = [224]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 350,
	556, 350, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350,
	350, 222, 222, 333, 333, 350, 556, 1000, 333, 1000, 500, 333, 944, 350, 500, 667,
	278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333,
	400, 584, 333, 333, 333, 556, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611,
	667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
	722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
	556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 584, 611, 556, 556, 556, 556, 500, 556, 500,
}

// Of the standard font, in parts of its size.
const (
	ascent  = 0.718
	descent = 0.207
	leading = 1.15
)

// helvetica is the standard font, which every viewer has.
func helvetica() Dict {
	widths := make(Array, len(helveticaWidths))
	for i, w := range helveticaWidths {
		widths[i] = Int(w)
	}
	return Dict{
		{"Type", Name("Font")}, {"Subtype", Name("Type1")}, {"BaseFont", Name("Helvetica")},
		{"Encoding", Name("WinAnsiEncoding")}, {"FirstChar", Int(32)}, {"LastChar", Int(255)}, {"Widths", widths},
	}
}

// measure is the width of letters at size 1.
func measure(letters []byte) (w float64) {
	for _, l := range letters {
		if l >= 32 {
			w += float64(helveticaWidths[l-32]) / 1000
		}
	}
	return w
}

var highLetters = []rune(winAnsi)

// letter is the code of r in the standard font.
func letter(r rune) (byte, bool) {
	switch {
	case r >= 32 && r < 127 || r >= 160 && r < 256:
		return byte(r), true
	case r == '\t' || r >= 0x2000 && r <= 0x200A || r == 0x202F:
		return ' ', true
	case r == 0x2010 || r == 0x2011:
		return '-', true
	}
	if i := slices.Index(highLetters, r); i >= 0 && r != 0xFFFD {
		return byte(128 + i), true
	}
	return 0, false
}

const maxLetters = 64 << 10 // of one field or comment

// letters are words in the codes of the standard font, lines ended by '\n',
// and how many it doesn't have. Marks that only steer are no letters.
func letters(words string) (out []byte, lost int) {
	words = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(words)
	for _, r := range words {
		if len(out) >= maxLetters {
			break
		}
		switch b, ok := letter(r); {
		case r == '\n':
			out = append(out, '\n')
		case ok:
			out = append(out, b)
		case r < 32 || r == 127 || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2069 || r == 0xFEFF:
		default:
			lost++
		}
	}
	return out, lost
}

// wrap breaks letters into lines that are at most width wide at a size,
// between words where it can.
func wrap(letters []byte, size, width float64) (lines [][]byte) {
	for _, paragraph := range split(letters, '\n') {
		for len(paragraph) > 0 {
			w, n, space := 0.0, 0, -1
			for n < len(paragraph) {
				if w += measure(paragraph[n:n+1]) * size; w > width && n > 0 && paragraph[n] != ' ' {
					break
				}
				if paragraph[n] == ' ' {
					space = n
				}
				n++
			}
			if n == len(paragraph) {
				break
			}
			if space > 0 {
				n = space
			}
			lines = append(lines, paragraph[:n])
			paragraph = paragraph[n:]
			if len(paragraph) > 0 && paragraph[0] == ' ' {
				paragraph = paragraph[1:]
			}
		}
		lines = append(lines, paragraph)
	}
	return lines
}

func split(b []byte, at byte) (parts [][]byte) {
	for {
		i := slices.Index(b, at)
		if i < 0 {
			return append(parts, b)
		}
		parts, b = append(parts, b[:i]), b[i+1:]
	}
}
