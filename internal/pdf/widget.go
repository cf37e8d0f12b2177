package pdf

import (
	"bytes"
	"strings"
)

// widget is a form field while its appearance is made from its value.
type widget struct {
	field
	pen
	box    Rect // of the whole, its corner at the origin
	inside Rect // of the border
	size   float64
	colour []float64
	align  int
}

// The flags of fields, counted from 1.
const (
	ffMultiline  = 13
	ffPassword   = 14
	ffRadio      = 16
	ffPushbutton = 17
	ffCombo      = 18
	ffComb       = 25
)

// widget draws a form field: its background and border, and its value in the
// standard font.
func (c *Copier) widget(f field, rect Rect) (Part, bool) {
	w := &widget{field: f, box: Rect{0, 0, rect.Width(), rect.Height()}}
	marks := c.file.Dict(f.Get("MK"))
	turn, _ := c.file.Int(marks.Get("R"))
	turn = (turn%360 + 360) % 360
	m := Identity
	switch turn {
	case 90, 270:
		w.box[2], w.box[3] = w.box[3], w.box[2]
		fallthrough
	case 180:
		m = about(0, 0, turn)
	}
	if !(rect.Width() > 0 && rect.Height() > 0) {
		return Part{}, false
	}
	at := m.Rect(w.box)
	m = m.Then(Matrix{1, 0, 0, 1, rect[0] - at[0], rect[1] - at[1]})

	w.frame(marks)
	w.size, w.colour = c.look(f.form("DA"))
	w.align, _ = c.file.Int(f.form("Q"))
	switch c.file.Name(f.inherit("FT")) {
	case "Tx":
		w.words(c.say(f.inherit("V")))
	case "Ch":
		w.choice()
	case "Btn":
		w.button(marks)
	}
	if len(w.b) == 0 {
		return Part{}, false
	}
	return Part{c.sketch(&w.pen, w.box), m}, true
}

// frame draws background and border.
func (w *widget) frame(marks Dict) {
	c := w.c
	if ground, _ := c.colour(marks.Get("BG")); len(ground) > 0 {
		w.fill(ground)
		w.outline(w.box)
		w.op("f")
	}
	width, dash, _ := c.border(w.line[0])
	edge, _ := c.colour(marks.Get("BC"))
	if w.inside = w.box.inset(width); len(edge) == 0 || width == 0 {
		return
	}
	w.op("q")
	w.stroke(edge)
	w.op("w", width)
	w.dash(dash)
	switch c.file.Name(c.file.Dict(w.Get("BS")).Get("S")) {
	case "U":
		w.path(point{0, width / 2}, point{w.box[2], width / 2})
	case "B", "I":
		w.inside = w.inside.inset(width)
		fallthrough
	default:
		w.outline(w.box.inset(width / 2))
	}
	w.op("S")
	w.op("Q")
}

// outline is the path of the field's outline: round for radio buttons.
func (w *widget) outline(r Rect) {
	if w.c.file.Name(w.inherit("FT")) == "Btn" && w.flag(ffRadio) {
		side := min(r.Width(), r.Height()) / 2
		x, y := (r[0]+r[2])/2, (r[1]+r[3])/2
		w.ellipse(Rect{x - side, y - side, x + side, y + side})
		return
	}
	w.rectangle(r)
}

// look reads the default appearance of text: its size, 0 for what fits, and
// its colour.
func (c *Copier) look(o Object) (size float64, colour []float64) {
	colour = []float64{0}
	s, _ := c.file.Get(o).(String)
	var numbers []float64
	for _, token := range strings.Fields(strings.ReplaceAll(string(s[:min(len(s), 1000)]), "/", " /")) {
		if n, ok := decimal(token); ok {
			numbers = append(numbers, n)
			continue
		}
		wants := map[string]int{"g": 1, "rg": 3, "k": 4}[token]
		switch n := len(numbers); {
		case token == "Tf" && n > 0:
			size = min(max(numbers[n-1], 0), 1000)
		case wants > 0 && n >= wants:
			colour = nil
			for _, v := range numbers[n-wants:] {
				colour = append(colour, min(max(v, 0), 1))
			}
		}
		numbers = nil
	}
	return size, colour
}

// words sets the value of a text field.
func (w *widget) words(value string) {
	c := w.c
	text := c.letters(value)
	switch most, _ := c.file.Int(w.inherit("MaxLen")); {
	case len(text) == 0:
	case w.flag(ffMultiline):
		w.paragraphs(text)
	case w.flag(ffComb) && most > 0 && most <= 1000:
		w.comb(text, most)
	default:
		if w.flag(ffPassword) {
			text = bytes.Repeat([]byte{149}, len(text)) // bullets
		}
		w.row(bytes.ReplaceAll(text, []byte{'\n'}, []byte{' '}), w.inside)
	}
}

// clipped has draw write inside the border, in the colour of the text.
func (w *widget) clipped(draw func()) {
	w.op("q")
	w.rectangle(w.inside)
	w.op("W n")
	w.fill(w.colour)
	draw()
	w.op("Q")
}

// one is the size for a single line that is as wide as text.
func (w *widget) one(text []byte, r Rect) float64 {
	if w.size > 0 {
		return w.size
	}
	size := min(r.Height()/leading, 12)
	if wide := measure(text); wide > 0 {
		size = min(size, (r.Width()-4)/wide)
	}
	return max(size, 4)
}

// row sets one line in the middle of r.
func (w *widget) row(text []byte, r Rect) {
	size := w.one(text, r)
	w.clipped(func() {
		w.set(text, size, r, (r[1]+r[3])/2-size*(ascent-descent)/2)
	})
}

// set puts a line on a base line, aligned.
func (w *widget) set(text []byte, size float64, r Rect, base float64) {
	x := r[0] + 2
	switch room := r.Width() - measure(text)*size; w.align {
	case 1:
		x = r[0] + room/2
	case 2:
		x = r[0] + room - 2
	}
	w.letters(text, size, point{x, base})
}

// paragraphs sets lines from the top down.
func (w *widget) paragraphs(text []byte) {
	r := w.inside.inset(2)
	size := w.size
	var lines [][]byte
	if size > 0 {
		lines = wrap(text, size, r.Width())
	} else {
		for size = 12; ; size-- {
			lines = wrap(text, size, r.Width())
			if size <= 4 || float64(len(lines))*size*leading <= r.Height() {
				break
			}
		}
	}
	w.clipped(func() {
		base := r[3] - size*ascent
		for _, l := range lines {
			if base < r[1]-size {
				break
			}
			w.set(l, size, w.inside, base)
			base -= size * leading
		}
	})
}

// comb sets each letter in a cell of its own.
func (w *widget) comb(text []byte, cells int) {
	size := w.size
	if size == 0 {
		size = max(min(w.inside.Height()/leading, 12), 4)
	}
	cell := w.box[2] / float64(cells)
	base := (w.inside[1]+w.inside[3])/2 - size*(ascent-descent)/2
	w.clipped(func() {
		for i, b := range text[:min(len(text), cells)] {
			l := []byte{b}
			w.letters(l, size, point{(float64(i)+0.5)*cell - measure(l)*size/2, base})
		}
	})
}
