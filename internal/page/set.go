package page

import (
	"fmt"

	"mappe/internal/pdf"
)

// setter turns blocks into bands.
type setter struct {
	pen    *pen
	tree   tree
	lang   string
	large  bool
	airy   bool // the letters of its language want it
	bands  []band
	titles []Title
	after  unit   // space asked for below the last block
	close  bool   // the last block is a heading: its own space counts
	fresh  bool   // the next band starts a page
	foots  column // the note
	floor  unit   // where content ends
	number unit   // width of the column of the checks' numbers
	told   unit   // width of the column of the checks' states and givers, 0 for none
	level  int    // of the last heading
	lead   int    // first band of the last heading, while nothing but words followed; else -1

	section int // first band of the last heading on these pages, -1 for none
}

func newSetter(d Doc, large bool) *setter {
	s := &setter{lang: d.Lang, large: large, airy: airy(d.Lang), floor: bottom, tree: tree{open: -1}, lead: -1, section: -1}
	s.pen = &pen{mirrored: writtenLeft(d.Lang), tree: &s.tree, figure: -1, accent: d.accent()}
	for _, b := range d.Blocks {
		if c, ok := b.(Check); ok {
			s.measureCheck(c)
		}
	}
	return s
}

// room is the height of content that a page holds.
func (s *setter) room() unit { return s.floor - top }

// add puts bands below the last block, at least before away.
func (s *setter) add(before, after unit, bands ...band) {
	if len(bands) == 0 {
		return
	}
	gap := max(before, s.after)
	if s.close {
		gap = s.after
	}
	bands[0].gap, bands[0].fresh = gap, s.fresh
	s.after, s.close, s.fresh = after, false, false
	s.bands = append(s.bands, bands...)
}

// heading is the role of a heading of a level: never more than one deeper than
// the heading before it, so that no level is left out.
func (s *setter) heading(level int) pdf.Name {
	s.level = min(level, s.level+1)
	return pdf.Name(fmt.Sprintf("H%d", s.level))
}

// foot takes the small line at the foot of every page.
func (s *setter) foot(note string) error {
	s.foots = s.column(left, right-left, Plain(note), styleSmall)
	s.tree.nodes = nil // an artifact
	most := 3
	if s.large {
		most = 4
	}
	if len(s.foots.lines) > most {
		return fmt.Errorf("note: takes more than %d lines; shorten it", most)
	}
	if len(s.foots.lines) > 0 {
		s.floor -= s.foots.tall() + s.steps(4)
	}
	return nil
}

// note draws the foot of the current page.
func (s *setter) note() {
	y := bottom - s.foots.tall()
	s.pen.artifact(foot, func() {
		for _, b := range s.rows(s.foots) {
			b.draw(y)
			y += b.h
		}
	})
}

// picture is a band h high that is a Figure: what draw puts on the page, from y
// down, is one thing, which alt describes.
func (s *setter) picture(alt string, h unit, draw func(y unit)) (b band) {
	return s.placed(alt, right-left, h, func(y unit, leaf int) {
		s.pen.picture(leaf, func() { draw(y) })
	})
}

// placed is a band of a Figure that is w wide and h high, whose leaf draw fills.
func (s *setter) placed(alt string, w, h unit, draw func(y unit, leaf int)) (b band) {
	s.tree.within(Node{Role: "Figure", Alt: alt}, func() {
		element, leaf := s.tree.open, s.tree.leaf()
		b = band{h: h, draw: func(y unit) {
			box := pdf.Array{}
			for _, v := range s.pen.rect(left, y, w, h) {
				box = append(box, pdf.Real(v))
			}
			s.tree.nodes[element].Attributes = pdf.Dict{{Key: "O", Value: pdf.Name("Layout")}, {Key: "BBox", Value: box}}
			draw(y, leaf)
		}}
	})
	return b
}
