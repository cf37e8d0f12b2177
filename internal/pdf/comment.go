package pdf

import "strings"

// freeText draws words that stand on the page by themselves.
func (c *Copier) freeText(p *pen, a Dict, rect Rect) {
	size, colour := c.look(a.Get("DA"))
	size, colour = c.style(a.Get("DS"), size, colour)
	if size == 0 {
		size = 12
	}
	width, dash, said := c.border(a)
	if line := c.points(a.Get("CL")); len(line) >= 2 {
		p.op("w", max(width, 0.5))
		p.path(line...)
		p.op("S")
		p.ending(c.file.Name(a.Get("LE")), line[0], line[1], width, false)
	}
	if d, ok := c.file.Numbers(a.Get("RD"), 4); ok && d[0]+d[2] < rect.Width() && d[1]+d[3] < rect.Height() {
		rect = Rect{rect[0] + d[0], rect[1] + d[1], rect[2] - d[2], rect[3] - d[3]}
	}
	ground, _ := c.colour(a.Get("C"))
	if said = said && width > 0; said || len(ground) > 0 {
		p.fill(ground)
		p.op("w", width)
		p.dash(dash)
		p.rectangle(rect.inset(width / 2))
		p.paint(len(ground) > 0, said)
	}
	if !said {
		width = 0
	}
	w := &widget{field: field{c: c, line: []Dict{a}}, pen: *p, inside: rect.inset(width), size: size, colour: colour}
	w.align, _ = c.file.Int(a.Get("Q"))
	if text := c.letters(c.say(a.Get("Contents"))); len(text) > 0 {
		w.paragraphs(text)
	}
	*p = w.pen
}

// style reads size and colour of a style in the way of CSS, as "font: 12pt
// Helvetica; color: #FF0000".
func (c *Copier) style(o Object, size float64, colour []float64) (float64, []float64) {
	s, _ := c.file.Get(o).(String)
	for rule := range strings.SplitSeq(string(s[:min(len(s), 1000)]), ";") {
		key, value, _ := strings.Cut(rule, ":")
		switch strings.TrimSpace(strings.ToLower(key)) {
		case "font", "font-size":
			for _, word := range strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || r == '/' || r == ',' }) {
				if n, ok := decimal(strings.TrimSuffix(word, "pt")); ok && n > 0 && strings.HasSuffix(word, "pt") {
					size = min(n, 1000)
					break
				}
			}
		case "color":
			hex := strings.TrimPrefix(strings.TrimSpace(value), "#")
			if rgb, ok := hexColour(hex); ok {
				colour = rgb
			}
		}
	}
	return size, colour
}

func hexColour(hex string) (colour []float64, ok bool) {
	for i := 0; i+1 < len(hex) && i < 6; i += 2 {
		high, low := strings.IndexByte(digits, hex[i]|0x20), strings.IndexByte(digits, hex[i+1]|0x20)
		if high < 0 || low < 0 {
			return nil, false
		}
		colour = append(colour, float64(high<<4|low)/255)
	}
	return colour, len(hex) == 6
}
