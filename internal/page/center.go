package page

import "strings"

// Center puts large text in the middle of a page of its own: a separator.
type Center struct {
	Code  string // "4.2", very large
	Title string
	Lines []Words // smaller, beneath
	Slot  string  // names a square place beneath for the caller to fill, empty for none
}

func (c Center) name(int) string { return "separator" }

func (c Center) proof(p *proofer) {
	p.text("", c.Code)
	p.text("", c.Title)
	p.words("", c.Lines...)
}

func (c Center) typed(t *typist) {
	t.line(strings.Repeat("=", t.width))
	for _, w := range append([]Words{Plain(c.Code), Plain(c.Title)}, c.Lines...) {
		for _, l := range fold(w.typed(), t.width) {
			t.line(strings.Repeat(" ", max(0, t.width-cells(l))/2) + l)
		}
	}
	t.line(strings.Repeat("=", t.width))
}

func (c Center) marked() string {
	lines := []string{strings.TrimSpace("# " + strings.TrimSpace(escape(c.Code+" "+c.Title, " ")))}
	for _, l := range c.Lines {
		lines = append(lines, l.marked(newline))
	}
	return strings.Join(lines, "\n\n")
}

func (c Center) html() string { return "center" }

// A page of its own: a code as large as fits, a title, lines and a place for a
// code to scan beneath, a little above the middle. A long title is set smaller
// rather than on a second page.
func (c Center) set(s *setter) error {
	var bands []band
	mark, level := len(s.tree.nodes), s.level
	for _, title := range []style{styleTitle, styleSection, styleHead} {
		s.tree.nodes, s.level = s.tree.nodes[:mark], level
		bands = c.place(s, title.strong().in(black))
		if tall(bands) <= s.room() {
			break
		}
	}
	if len(bands) == 0 {
		return nil
	}
	bands = whole(bands)
	if free := s.room() - tall(bands); free > 0 {
		bands[0] = stack([]band{bands[0]}, free*2/5, 0, nil)
		bands[0].keep = len(bands) > 1
	}
	s.fresh = true
	s.add(0, 0, bands...)
	s.fresh = true
	return nil
}

// place draws the parts of the page with its title in a look.
func (c Center) place(s *setter, title style) (bands []band) {
	w := right - left
	put := func(gap int, col column) {
		col.align = inMiddle
		rows := s.rows(col)
		if len(rows) > 0 {
			rows[0].gap = s.steps(gap)
		}
		bands = append(bands, rows...)
	}
	s.tree.within(Node{Role: s.heading(1)}, func() {
		big := style{120 * point, 60 * step, true, blue}
		if wide := s.width(c.Code, big); wide > w {
			big.size = max(styleTitle.size, big.size*w/wide*999/1000)
			big.leading = big.size
		}
		put(0, s.value(left, w, c.Code, big))
		put(4, s.column(left, w, Plain(c.Title), title))
	})
	for i, l := range c.Lines {
		gap := 1
		if i == 0 {
			gap = 4
		}
		s.tree.within(Node{Role: "P"}, func() { put(gap, s.column(left, w, l, styleHead.plain().in(grey))) })
	}
	if c.Slot != "" {
		bands = append(bands, band{gap: s.steps(10), h: slotSide, draw: func(y unit) {
			s.pen.slot(left+(w-slotSide)/2, y, slotSide, c.Slot)
		}})
	}
	return bands
}

// slotSide is how wide and high the place for a code is: 34 mm.
const slotSide = unit(96378)
