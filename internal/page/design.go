package page

import "mappe/internal/typeset"

// The visual system.
//
// Paper is A4. Text stands between margins of 20 mm, on a grid of twelve
// columns with gutters of 12 points: labels take four, running text ten,
// tables and tiles all of them. Every space and every line height is a
// multiple of one step, two points.
//
// There are two weights of one family, and six sizes, each about a fifth larger
// than the one before. Black is for what is said, grey for what explains it,
// and one blue for headings, signs and links: dark enough to stay black when
// it is printed so. A Doc may have another colour in its place. Whatever colour
// tells is told by a sign or a word too.
// Lines are quiet: a table has one under its head and hairlines under its rows.
//
// Large print is the same page with type and spaces eight fifths as large; the
// margins and the grid stay.

type unit = typeset.Unit

const (
	point = typeset.Point
	step  = 2 * point
)

// A4 and its margins.
const (
	a4Width  = unit(595276)
	a4Height = unit(841890)
	left     = unit(56693)
	right    = a4Width - left
	top      = unit(51024)
	bottom   = a4Height - 39685 // below it, air and the strip for the stamp
)

// The grid.
const (
	columns = 12
	gutter  = 6 * step
)

// edge is where column n begins, counted from 0.
func edge(n int) unit { return left + (right-left+gutter)*unit(n)/columns }

// wide is the width of n columns with the gutters between them.
func wide(n int) unit { return (right-left+gutter)*unit(n)/columns - gutter }

// ink is a colour, red, green and blue.
type ink [3]uint8

var (
	black = ink{0x1A, 0x1A, 0x1A}
	grey  = ink{0x55, 0x55, 0x55}
	blue  = ink{0x1B, 0x3A, 0x6B}
	rule  = ink{0xB4, 0xBA, 0xC4}
	tint  = ink{0xEE, 0xF1, 0xF6}
	white = ink{0xFF, 0xFF, 0xFF} // paper, to clear what lies below
)

// style is a look of text.
type style struct {
	size, leading unit
	bold          bool
	ink           ink
}

// The scale.
var (
	styleTitle   = style{22 * point, 14 * step, true, blue}
	styleValue   = style{17 * point, 11 * step, true, blue} // the large word of a tile
	styleSection = style{14 * point, 10 * step, true, blue}
	styleHead    = style{11500, 8 * step, true, black}
	styleBody    = style{10 * point, 7 * step, false, black}
	styleSmall   = style{8500, 6 * step, false, grey}
)

// Weights of lines.
const (
	hair  = point / 2
	thin  = 3 * point / 4
	thick = 3 * point / 2
)

// in is s with another ink.
func (s style) in(c ink) style { s.ink = c; return s }

// strong is s in bold.
func (s style) strong() style { s.bold = true; return s }

// plain is s in the regular weight.
func (s style) plain() style { s.bold = false; return s }

// scaled is x as it is set: larger in large print, and with the air that the
// letters of the page's language want.
func (s *setter) scaled(x style) style {
	if s.airy {
		x.leading += air(x.size)
	}
	x.size, x.leading = s.scale(x.size), s.scale(x.leading)
	return x
}

// scale is a measure of type as it is set.
func (s *setter) scale(u unit) unit {
	if s.large {
		return u * 8 / 5
	}
	return u
}

// steps are n steps as they are set.
func (s *setter) steps(n int) unit { return s.scale(unit(n) * step) }

// measure is the width of running text.
func (s *setter) measure() unit {
	if s.large {
		return wide(columns)
	}
	return wide(10)
}
