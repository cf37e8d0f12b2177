package page

import (
	"fmt"
	"strings"
)

// Heading of level 1 (the document's own), 2 or 3. Anchor names the place for
// links, empty for none.
type Heading struct {
	Level  int
	Text   string
	Anchor string
}

func (h Heading) name(int) string { return fmt.Sprintf("heading %q", short(h.Text)) }

func (h Heading) proof(p *proofer) {
	p.text("", h.Text)
	p.anchor(h.Anchor, h.Text)
}

func (h Heading) typed(t *typist) {
	under := [...]string{"=", "-", "."}[h.rank()-1]
	lines := fold(Label(h.Text), t.width)
	wide := 0
	for _, l := range lines {
		t.line(l)
		wide = max(wide, cells(l))
	}
	t.line(strings.Repeat(under, min(wide, t.width)))
}

// rank is the level, from 1 to 3.
func (h Heading) rank() int { return min(max(h.Level, 1), 3) }

func (h Heading) marked() string {
	text := strings.Repeat("#", h.rank()) + " " + escape(h.Text, " ")
	if h.Anchor != "" {
		text = `<a id="` + htmlAttr.Replace(h.Anchor) + "\"></a>\n\n" + text
	}
	return text
}

func (h Heading) html() string { return fmt.Sprintf("h%d", h.rank()) }

func (h Heading) set(s *setter) error {
	st, before, after := styleHead, 7, 2
	switch h.rank() {
	case 1:
		st, before, after = styleTitle, 12, 6
	case 2:
		st, before, after = styleSection, 12, 3
	}
	if strings.TrimSpace(h.Text) == "" {
		return nil
	}
	var bands []band
	s.tree.within(Node{Role: s.heading(h.rank())}, func() {
		bands = s.rows(s.column(left, right-left, Plain(h.Text), st))
	})
	if len(bands) == 0 {
		return nil
	}
	if h.rank() == 1 {
		bands = append(bands, band{gap: 2 * step, h: thick, draw: func(y unit) { s.pen.fill(left, y, right-left, thick, blue) }})
	}
	for i := range bands {
		bands[i].keep = true
	}
	bands[0].title = &h
	s.add(s.steps(before), s.steps(after), bands...)
	s.close = true
	return nil
}
