package page

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strings"

	"mappe/internal/typeset"
)

// svgWide is the width of a picture on a screen, in points.
const svgWide = 480 * point

// drawSVG is the picture of a chart, for HTML. What it says stands in it, as
// its name and its description. The font is the reader's, so words have room
// to spare.
func drawSVG(c chart, in Doc) template.HTML {
	rtl := writtenLeft(in.Lang)
	d := &drafter{lang: in.Lang, rtl: rtl, loose: true}
	c.draft(d, svgWide)
	if rtl {
		d.fig.mirror()
	}
	s := svg{rtl: rtl, pen: pen{accent: in.accent()}}
	fmt.Fprintf(&s.b, `<svg role="img" viewBox="0 0 %s %s" direction="ltr">`, number(d.fig.w), number(d.fig.h))
	if c.caption() != "" {
		fmt.Fprintf(&s.b, "<title>%s</title>", html.EscapeString(clean(c.caption())))
	}
	fmt.Fprintf(&s.b, "<desc>%s</desc>\n", html.EscapeString(clean(c.words())))
	for _, x := range d.fig.shapes {
		s.shape(x)
	}
	for _, l := range d.fig.labels {
		s.label(l)
	}
	s.b.WriteString("</svg>")
	return template.HTML(s.b.String())
}

// svg is a picture in the making.
type svg struct {
	b   strings.Builder
	rtl bool
	pen pen // knows the colours
}

func (s *svg) shape(x shape) {
	style := ` fill="none"`
	if x.fill != nil {
		style = ` fill="` + s.pen.ink(*x.fill).web() + `"`
	}
	if x.weight > 0 {
		style += ` stroke="` + s.pen.ink(x.ink).web() + `" stroke-width="` + number(x.weight) + `"`
	}
	if x.radius > 0 {
		fmt.Fprintf(&s.b, "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n", number(x.at[0].x), number(x.at[0].y), number(x.radius), style)
		return
	}
	path := ""
	for i, at := range x.at {
		path += "ML"[min(i, 1):min(i, 1)+1] + number(at.x) + " " + number(at.y)
	}
	if x.closed {
		path += "Z"
	}
	fmt.Fprintf(&s.b, "<path d=\"%s\"%s/>\n", path, style)
}

// label puts a line of words. It keeps to the end of its room that it kept to
// when it was laid out, whatever its width turns out to be.
func (s *svg) label(l label) {
	x, anchor := l.x, "start"
	if l.right {
		x += l.w
	}
	if l.right != s.rtl {
		anchor = "end"
	}
	var size unit
	for _, r := range l.text.Runs {
		size = max(size, r.Size)
	}
	fmt.Fprintf(&s.b, `<text x="%s" y="%s" font-size="%s" fill="%s"`, number(x), number(l.y), number(size), s.pen.ink(l.ink).web())
	if anchor == "end" {
		s.b.WriteString(` text-anchor="end"`)
	}
	if s.rtl {
		s.b.WriteString(` direction="rtl"`)
	}
	s.b.WriteByte('>')
	runs := slices.Clone(l.text.Runs)
	slices.SortStableFunc(runs, func(a, b typeset.Run) int { return a.At - b.At })
	for _, r := range runs {
		text := html.EscapeString(clean(r.Text))
		if r.Font.Bold {
			text = `<tspan font-weight="700">` + text + "</tspan>"
		}
		s.b.WriteString(text)
	}
	s.b.WriteString("</text>\n")
}

func (c ink) web() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// number is u in points, to a hundredth.
func number(u unit) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Round(u.Points()*100)/100), "0"), ".")
}
