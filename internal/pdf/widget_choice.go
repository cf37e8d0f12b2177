package pdf

// choice draws the chosen of a drop-down list, or the options of a list with
// the chosen ones marked.
func (w *widget) choice() {
	c := w.c
	chosen := map[string]bool{}
	first := ""
	values, isArray := c.file.Get(w.inherit("V")).(Array)
	if !isArray {
		values = Array{w.inherit("V")}
	}
	for i, v := range values {
		if !c.spend(1) {
			break
		}
		s := c.say(v)
		if chosen[s] = true; i == 0 {
			first = s
		}
	}
	options := c.file.Array(w.inherit("Opt"))
	if w.flag(ffCombo) {
		for _, o := range options {
			if !c.spend(2) {
				break
			}
			if value, shown := c.option(o); value == first {
				first = shown
				break
			}
		}
		if text := c.letters(first); len(text) > 0 {
			w.row(text, w.inside)
		}
		return
	}
	top, _ := c.file.Int(w.inherit("TI"))
	size := w.size
	if size == 0 {
		size = 12
	}
	w.clipped(func() {
		high := size * leading
		y := w.inside[3] - high
		for _, o := range options[min(max(top, 0), len(options)):] {
			if y+high < w.inside[1] || !w.room() || !c.spend(2) {
				break
			}
			value, shown := c.option(o)
			if chosen[value] && value != "" {
				w.fill([]float64{0.6, 0.75, 0.85})
				w.rectangle(Rect{w.inside[0], y, w.inside[2], y + high})
				w.op("f")
				w.fill(w.colour)
			}
			w.set(c.letters(shown), size, w.inside, y+size*descent*1.2)
			y -= high
		}
	})
}

// option is what a choice stands for, and what it shows.
func (c *Copier) option(o Object) (value, shown string) {
	if pair := c.file.Array(o); len(pair) == 2 {
		return c.say(pair[0]), c.say(pair[1])
	}
	value = c.say(o)
	return value, value
}

// button draws the caption of a push button, or the mark of a check box or
// radio button that is on.
func (w *widget) button(marks Dict) {
	c := w.c
	caption := c.say(marks.Get("CA"))
	if w.flag(ffPushbutton) {
		if text := c.letters(caption); len(text) > 0 {
			w.align = 1
			w.row(text, w.inside)
		}
		return
	}
	state, said := c.file.Get(w.Get("AS")).(Name)
	if !said && !w.flag(ffRadio) {
		state = c.file.Name(w.inherit("V"))
	}
	if state == "" || state == "Off" {
		return
	}
	if caption == "" && w.flag(ffRadio) {
		caption = "l"
	}
	w.clipped(func() {
		w.stroke(w.colour)
		w.tick(caption)
	})
}

// tick draws a mark that the standard names by a letter of its font of marks.
func (w *widget) tick(mark string) {
	side := min(w.inside.Width(), w.inside.Height()) * 0.7
	x, y := (w.inside[0]+w.inside[2])/2, (w.inside[1]+w.inside[3])/2
	at := func(dx, dy float64) point { return point{x + dx*side/2, y + dy*side/2} }
	switch mark {
	case "8": // cross
		w.op("w", side/8)
		w.path(at(-1, -1), at(1, 1))
		w.path(at(-1, 1), at(1, -1))
		w.op("S")
	case "l": // circle
		w.ellipse(Rect{x - side*0.36, y - side*0.36, x + side*0.36, y + side*0.36})
		w.op("f")
	case "n": // square
		w.rectangle(Rect{x - side/2, y - side/2, x + side/2, y + side/2})
		w.op("f")
	case "u": // diamond
		w.path(at(0, 1), at(1, 0), at(0, -1), at(-1, 0))
		w.op("f")
	case "H": // star
		w.path(at(0, 1), at(0.59, -0.81), at(-0.95, 0.31), at(0.95, 0.31), at(-0.59, -0.81))
		w.op("f")
	default: // tick
		w.op("w", side/7)
		w.path(at(-0.9, 0), at(-0.3, -0.7), at(0.9, 0.8))
		w.op("S")
	}
}
