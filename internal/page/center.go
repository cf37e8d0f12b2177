package page

import "strings"

// Center puts large text in the middle of a page of its own: a separator.
type Center struct {
	Code  string // "4.2", very large
	Title string
	Lines []string // smaller, beneath
	Slot  string   // names a square place beneath for the caller to fill, empty for none
}

func (c Center) name(int) string { return "separator" }

func (c Center) proof(p *proofer) {
	for _, s := range append([]string{c.Code, c.Title}, c.Lines...) {
		p.text("", s)
	}
}

func (c Center) typed(t *typist) {
	t.line(strings.Repeat("=", t.width))
	for _, s := range append([]string{c.Code, c.Title}, c.Lines...) {
		for _, l := range fold(clean(s), t.width) {
			t.line(strings.Repeat(" ", max(0, t.width-cells(l))/2) + l)
		}
	}
	t.line(strings.Repeat("=", t.width))
}

func (c Center) marked() string {
	lines := []string{strings.TrimSpace("# " + strings.TrimSpace(escape(c.Code+" "+c.Title, " ")))}
	for _, l := range c.Lines {
		lines = append(lines, escape(l, newline))
	}
	return strings.Join(lines, "\n\n")
}

func (c Center) html() string { return "center" }

// center fills a page: a code as large as fits, a title, lines beneath, a
// little above the middle.
func (c Center) set(s *setter) error {
	u, w := s.scale, right-left
	var bands []band
	put := func(gap float64, words string, size float64, strong bool, colour ink) {
		col := s.column(left, w, Plain(words), size, strong, colour)
		for i, l := range col.lines {
			shift := (w - l.w) / 2
			for j := range l.runs {
				col.lines[i].runs[j].x += shift
			}
		}
		rows := s.rows(col)
		if len(rows) > 0 {
			rows[0].gap = gap * u
		}
		bands = append(bands, rows...)
	}
	if c.Code != "" {
		big := 84.0
		if wide := face(true).width(printed(c.Code), big*u); wide > w {
			big = max(sizeTitle, big*w/wide*0.999)
		}
		put(0, c.Code, big, true, blue)
	}
	put(6, c.Title, sizeTitle, true, black)
	for _, l := range c.Lines {
		put(6, l, sizeHead, false, grey)
	}
	if len(bands) == 0 {
		return nil
	}
	bands = whole(bands)
	if free := s.room() - tall(bands); free > 0 {
		bands[0] = stack([]band{bands[0]}, free*0.4, 0, nil)
		bands[0].keep = len(bands) > 1
	}
	s.fresh = true
	s.add(0, 0, bands...)
	s.fresh = true
	return nil
}
