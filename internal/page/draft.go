package page

import (
	"math"

	"mappe/internal/typeset"
)

// drafter lays a picture out.
type drafter struct {
	fig   figure
	lang  string
	rtl   bool // base direction of its words; the picture itself is laid out from left to right
	large bool
	loose bool // for fonts that we do not know: every text may need more room

	ticks map[string]typeset.Line // that are set
}

// sizeTick is the size of months, years and numbers, in points.
const sizeTick = 7.5

// sizeLabel is the size of all other words.
const sizeLabel = 8.5

// size is a measure in points, larger in large print.
func (d *drafter) size(points float64) unit {
	u := unit(math.Round(points * float64(point)))
	if d.large {
		return u * 8 / 5
	}
	return u
}

// set sets words in lines of at most width.
func (d *drafter) set(words Words, size float64, width unit) []typeset.Line {
	if d.loose {
		width = width * 8 / 9
	}
	p := typeset.Paragraph{Lang: d.lang, RTL: words.runs(d.rtl)}
	for _, w := range words {
		p.Spans = append(p.Spans, typeset.Span{Text: w.Text, Size: d.size(size), Bold: w.Strong})
	}
	return p.Lines(width)
}

// widest is the room that lines need.
func (d *drafter) widest(lines ...typeset.Line) (w unit) {
	for _, l := range lines {
		w = max(w, l.Width)
	}
	if d.loose {
		w = w * 9 / 8
	}
	return w
}

// put puts lines into a box whose upper left corner is at x and y; right lets
// them keep to its right edge.
func (d *drafter) put(lines []typeset.Line, x, y, w unit, size float64, c ink, right bool) {
	tall := d.size(size * flagLeading)
	for _, l := range lines {
		own, at := d.widest(l), x
		if right {
			at = x + w - own
		}
		d.fig.labels = append(d.fig.labels, label{x: at, y: y + tall/2 + d.size(size*0.36), w: own, text: l, ink: c, right: right})
		y += tall
	}
}

// axis draws the line of time with its breaks.
func (d *drafter) axis(s *scale, y, r unit) {
	from := s.at[0] - 2*r
	thick := d.size(1.1)
	for i, cut := range s.cut[:len(s.cut)-1] {
		if !cut {
			continue
		}
		mid := (s.at[i] + s.at[i+1]) / 2
		d.fig.line(from, y, mid-d.size(2), y, thick, black)
		for _, x := range []unit{mid - d.size(2), mid + d.size(2)} {
			d.fig.line(x-d.size(2), y+d.size(4), x+d.size(2), y-d.size(4), d.size(0.9), black)
		}
		from = mid + d.size(2)
	}
	d.fig.line(from, y, s.at[len(s.at)-1]+2*r, y, thick, black)
}
