// Package typeset turns text into lines of glyphs, and glyphs into operators
// and fonts of a PDF file.
//
// A Paragraph is broken into Lines (UAX #14); the text of each is ordered by
// its directions (UAX #9), given fonts, and shaped. What a line holds are Runs,
// from the left, and what a run holds are Glyphs: one for each cluster, the
// smallest piece of text that is drawn as one. Cuts embeds the fonts with
// nothing but what was drawn, so that every glyph reads as its own text.
//
// All geometry is in integers. The same text gives the same lines everywhere.
//
// Shaping is that of github.com/go-text/typesetting v0.3.3, a port of HarfBuzz.
// It is held there: from v0.3.4 on, up to v0.3.5 at least, set digests end too
// early and lookups are skipped, which takes Arabic letters apart and loses
// kerning (docs/adr/0013-typeset.md).
package typeset

import "math"

// Unit is a thousandth of a point.
type Unit int

// Point is 1/72 inch.
const Point Unit = 1000

// MM is a length in millimetres.
func MM(mm float64) Unit { return Unit(math.Round(mm * 72000 / 25.4)) }

// Points is u in points.
func (u Unit) Points() float64 { return float64(u) / float64(Point) }

// Span is text of one look. A line feed ends a line.
type Span struct {
	Text string
	Size Unit
	Bold bool
	Lang string // BCP 47; "" is the language of the paragraph
	Mark int    // the caller's own, found again in the runs: a link, an element
}

// Paragraph is text that is set as one. RTL is its base direction, which
// nothing in the text changes.
type Paragraph struct {
	Spans []Span
	Lang  string // BCP 47
	RTL   bool
}

// Line is one line of a paragraph: its runs in visual order, from the left.
// Spaces at the end of a line hang over its edge, on the right, or on the left
// where the paragraph runs from right to left; Width is without them.
type Line struct {
	Runs  []Run
	Width Unit
}

// Run is text of one look, font and direction on a line.
type Run struct {
	Font     *Font
	Size     Unit
	X, Width Unit // X is measured from the left edge of the line
	Glyphs   []Glyph
	Text     string // its source, in the order in which it is read
	At       int    // where Text starts in the paragraph's text, in bytes
	Mark     int
	RTL      bool
	Lang     string
}
