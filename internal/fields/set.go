package fields

import (
	"slices"
	"strings"

	"mappe/internal/guest"
	"mappe/internal/pdf"
	"mappe/internal/typeset"
)

const (
	largest  = 12.0 // of letters, where the form leaves the size open
	smallest = 4.0  // that can still be read
	leading  = 1.25
	beside   = 2.0 // between the border and the words
)

// clipped has set put words inside the border, in the colour of the field.
func (d *look) clipped(set func()) {
	r := d.inside
	if r.Width() <= 0 || r.Height() <= 0 {
		d.fits = false
		return
	}
	d.put("q")
	d.put("re W n", r[0], r[1], r.Width(), r.Height())
	d.colour(d.w.Colour, "g", "rg", "k")
	set()
	d.put("Q")
}

// sizes are those to be tried: the one that the form wants or what fits, then
// smaller ones, since what is cut off is lost on paper.
func (d *look) sizes(most float64) (all []float64) {
	size := d.w.Size
	if size == 0 {
		size = min(most, largest)
	}
	for ; size > smallest; size -= 0.5 {
		all = append(all, size)
	}
	return append(all, min(max(size, 0.5), smallest))
}

func paragraph(s string, size float64) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{{Text: s, Size: points(size)}}, RTL: rightToLeft(s)}
}

func points(x float64) typeset.Unit { return typeset.Unit(x * float64(typeset.Point)) }

// unbroken is words on one line.
func unbroken(s string, size float64) typeset.Line {
	lines := paragraph(s, size).Lines(points(1e6))
	if len(lines) == 0 {
		return typeset.Line{}
	}
	return lines[0]
}

// row sets one line, in the middle of the height.
func (d *look) row(s string, secret bool) {
	s = strings.ReplaceAll(s, "\n", " ")
	if secret {
		s = strings.Repeat("•", len([]rune(s)))
	}
	r := d.inside
	room := r.Width() - 2*beside
	var line typeset.Line
	size := 0.0
	for _, size = range d.sizes(r.Height() / leading) {
		if line = unbroken(s, size); line.Width.Points() <= room {
			break
		}
	}
	d.fits = line.Width.Points() <= room
	d.clipped(func() { d.line(line, r, middle(r, size)) })
}

// middle is the baseline of letters in the middle of r.
func middle(r pdf.Rect, size float64) float64 { return (r[1]+r[3])/2 - 0.35*size }

// line puts a line on a baseline, aligned in r.
func (d *look) line(line typeset.Line, r pdf.Rect, base float64) {
	x := r[0] + beside
	align := d.w.Align
	if len(line.Runs) > 0 && align == 0 && slices.ContainsFunc(line.Runs, func(r typeset.Run) bool { return r.RTL }) && line.Runs[len(line.Runs)-1].RTL {
		align = 2
	}
	switch room := r.Width() - line.Width.Points(); align {
	case 1:
		x = r[0] + room/2
	case 2:
		x = r[0] + room - beside
	}
	for _, run := range line.Runs {
		d.put("BT")
		name := d.sheet.Use("Font", d.l.cuts.Font(run.Font))
		d.put("/" + string(name) + " " + number(run.Size.Points()) + " Tf")
		d.put("Td", x+run.X.Points(), base)
		d.sheet.Raw(d.l.cuts.Append(nil, run))
		d.put("ET")
	}
}

// paragraphs sets lines from the top down.
func (d *look) paragraphs(s string) {
	r := d.inside
	room := points(max(r.Width()-2*beside, 1))
	var lines []typeset.Line
	size := 0.0
	for _, size = range d.sizes(largest) {
		if lines = paragraph(s, size).Lines(room); high(lines, size) <= r.Height()-beside {
			break
		}
	}
	d.fits = high(lines, size) <= r.Height()-beside
	d.clipped(func() {
		base := r[3] - beside - size
		for _, l := range lines {
			d.line(l, r, base)
			base -= size * leading
		}
	})
}

func high(lines []typeset.Line, size float64) float64 { return float64(len(lines)) * size * leading }

// comb sets each letter in the middle of a cell of its own.
func (d *look) comb(s string, n int) {
	letters := cells(s)
	cell := d.w.Width / float64(n)
	size := d.sizes(d.inside.Height() / leading)[0]
	for _, l := range letters {
		for size > smallest && unbroken(l, size).Width.Points() > cell {
			size -= 0.5
		}
	}
	d.clipped(func() {
		for i, l := range letters {
			line := unbroken(l, size)
			at := (float64(i)+0.5)*cell - line.Width.Points()/2 - beside
			for j := range line.Runs {
				line.Runs[j].X += points(at)
			}
			d.w.Align = 0
			d.line(line, pdf.Rect{0, d.inside[1], d.w.Width, d.inside[3]}, middle(d.inside, size))
		}
	})
}

// list sets the choices of a list, the chosen ones on a coloured ground. It
// begins at the first chosen one where that would not be seen.
func (d *look) list(x *guest.Field, value []string) {
	size := d.w.Size
	if size == 0 {
		size = largest
	}
	r := d.inside
	row := size * leading
	seen := max(int(r.Height()/row), 1)
	top := min(d.w.Top, max(len(x.Choices)-1, 0))
	for i, c := range x.Choices {
		if slices.Contains(value, c.Value) {
			if i < top || i >= top+seen {
				top = i
			}
			break
		}
	}
	d.clipped(func() {
		y := r[3] - row
		for _, c := range x.Choices[top:] {
			if y+row <= r[1] {
				break
			}
			if slices.Contains(value, c.Value) {
				d.put("q")
				d.put("rg", 0.6, 0.757, 0.855)
				d.put("re f Q", r[0], y, r.Width(), row)
			}
			if _, missing := unknownLetter(shown(x, c.Value)); !missing {
				d.line(unbroken(shown(x, c.Value), size), r, y+0.3*size)
			}
			y -= row
		}
	})
	// All that were chosen must be seen.
	last := 0
	for i, c := range x.Choices {
		if slices.Contains(value, c.Value) {
			last = i
		}
	}
	d.fits = last < top+seen
}
