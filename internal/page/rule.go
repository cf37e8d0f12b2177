package page

import (
	"fmt"
	"strings"
)

// Rule is a thin line across the page, above what follows.
type Rule struct{}

func (Rule) name(n int) string { return fmt.Sprintf("block %d", n) }
func (Rule) proof(*proofer)    {}
func (Rule) typed(t *typist)   { t.line(strings.Repeat("-", t.width)) }
func (Rule) marked() string    { return "---" }
func (Rule) html() string      { return "rule" }

func (Rule) set(s *setter) error {
	s.add(s.steps(4), s.steps(4), band{h: thin, keep: true, draw: func(y unit) { s.pen.line(left, y, right, y, thin, rule) }})
	return nil
}

// Break starts a new page.
type Break struct{}

func (Break) name(n int) string { return fmt.Sprintf("block %d", n) }
func (Break) proof(*proofer)    {}
func (Break) typed(*typist)     {}
func (Break) marked() string    { return "" }
func (Break) html() string      { return "break" }

func (Break) set(s *setter) error {
	s.fresh = true
	return nil
}
