package packets

import (
	"cmp"
	"slices"

	"mappe/internal/pdf"
)

// back makes the stamp of the next sheet a link to the contents, and is the
// element that it is. There is none on the first page of the contents, and none
// in a file without contents.
func (p *press) back(s *pdf.Sheet) []pdf.Kid {
	to, ok := p.goals[contentsAnchor]
	if here := p.w.Sheets() + 1; !ok || to.sheet == here {
		return nil
	}
	s.Links = append(s.Links, pdf.Link{Rect: spare(s), Sheet: to.sheet, Top: to.top, Text: p.k.voice.Must("ui.alt-contents")})
	return []pdf.Kid{pdf.Elem{Role: "Link", Kids: []pdf.Kid{pdf.Linked{Sheet: p.w.Sheets() + 1, Link: len(s.Links) - 1}}}}
}

// The least that can be hit with a finger or a shaking hand, in points.
const (
	leastWidth  = 36
	leastHeight = 12
)

// spare is what the links that a sheet has leave of its strip: the foot of it
// below them, or the widest part of it beside them, so that all of them can be
// hit. Where they leave too little it is the last third, above them.
func spare(s *pdf.Sheet) pdf.Rect {
	strip := pdf.Rect{0, 0, s.Width, pdf.Strip}
	var over []pdf.Rect
	foot := strip[3]
	for _, l := range s.Links {
		if r := l.Rect; r[0] < strip[2] && r[2] > 0 && r[1] < strip[3] && r[3] > 0 {
			over, foot = append(over, r), min(foot, r[1])
		}
	}
	if foot >= leastHeight {
		strip[3] = foot
		return strip
	}
	slices.SortFunc(over, func(a, b pdf.Rect) int { return cmp.Compare(a[0], b[0]) })
	widest, from := pdf.Rect{}, 0.0
	for _, r := range append(over, pdf.Rect{s.Width, 0, s.Width, 0}) {
		if r[0]-from > widest.Width() {
			widest = pdf.Rect{from, 0, r[0], strip[3]}
		}
		from = max(from, r[2])
	}
	if widest.Width() < min(leastWidth, s.Width/3) {
		widest = pdf.Rect{s.Width * 2 / 3, 0, s.Width, strip[3]}
	}
	return widest
}
