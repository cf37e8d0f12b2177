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
	lines := fold(clean(h.Text), t.width)
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
	size, before, after, c := sizeHead, 13.0, 2.0, black
	switch h.Level {
	case 1:
		size, before, after, c = sizeTitle, 24, 12, blue
	case 2:
		size, before, after, c = sizeSection, 20, 4, blue
	}
	bands := s.rows(s.column(left, right-left, Plain(h.Text), size, true, c))
	if len(bands) == 0 {
		return nil
	}
	if h.Level == 1 {
		bands = append(bands, band{gap: 4, h: 1.2, draw: func(y float64) { s.pen.fill(left, y, right-left, 1.2, blue) }})
	}
	for i := range bands {
		bands[i].keep = true
	}
	bands[0].anchor = h.Anchor
	s.add(before*s.scale, after*s.scale, bands...)
	s.close = true
	return nil
}
