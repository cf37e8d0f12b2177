package guest

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// widget is what the drawing of a field depends on at one of its places.
func (f *form) widget(d types.Dict, own lineage) (w Widget) {
	if r, ok := f.rect(d["Rect"]); ok {
		w.Width, w.Height = min(r[2]-r[0], 1e5-1), min(r[3]-r[1], 1e5-1)
	}
	marks := f.dict(d["MK"])
	turn, _ := f.number(marks["R"])
	if w.Turn = (int(math.Mod(turn, 360)) + 360) % 360 / 90 * 90; w.Turn%180 != 0 {
		w.Width, w.Height = w.Height, w.Width
	}
	w.Ground, w.Edge = f.colour(marks["BG"]), f.colour(marks["BC"])
	w.Border, w.Style = f.border(d)
	da := d["DA"]
	if da == nil {
		da = own["DA"]
	}
	w.Size, w.Colour = f.look(da)
	align := d["Q"]
	if align == nil {
		align = own["Q"]
	}
	if q, _ := f.number(align); q == 1 || q == 2 {
		w.Align = int(q)
	}
	if top, _ := f.number(own["TI"]); top > 0 && top < maxChoices {
		w.Top = int(top)
	}
	normal := f.get(f.dict(d["AP"])["N"])
	_, w.Drawn = normal.(types.StreamDict)
	if states, ok := normal.(types.Dict); ok {
		w.Drawn = len(states) > 0
		w.State = f.on(states)
	}
	if w.State == "" && f.name(own["FT"]) == "Btn" {
		if as := f.plain(f.name(d["AS"])); as != "" && as != "Off" {
			w.State = as
		} else {
			w.State = "Yes"
		}
	}
	return w
}

// on is the state of a box that is not off; of several the first by name.
func (f *form) on(states types.Dict) string {
	var all []string
	for name := range states {
		if name := f.plain(name); name != "Off" {
			all = append(all, name)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return slices.Min(all)
}

// colour is one of one, three or four numbers, nil for none.
func (f *form) colour(o types.Object) (c []float64) {
	for _, x := range f.array(o) {
		n, _ := f.number(x)
		c = append(c, min(max(n, 0), 1))
	}
	if len(c) != 1 && len(c) != 3 && len(c) != 4 {
		return nil
	}
	return c
}

// border is the width and style of a border.
func (f *form) border(d types.Dict) (width float64, style string) {
	width, style = 1, "S"
	if b := f.array(d["Border"]); len(b) >= 3 {
		width, _ = f.number(b[2])
	}
	if bs := f.dict(d["BS"]); bs != nil {
		if n, ok := f.number(bs["W"]); ok {
			width = n
		}
		if s := f.name(bs["S"]); s == "D" || s == "B" || s == "I" || s == "U" {
			style = s
		}
	}
	return min(max(width, 0), 20), style
}

// look reads the default appearance of text: size, 0 for what fits, and colour.
func (f *form) look(o types.Object) (size float64, colour []float64) {
	colour = []float64{0}
	s, _ := f.bytes(o)
	var numbers []float64
	for _, token := range strings.Fields(strings.ReplaceAll(s[:min(len(s), 1000)], "/", " /")) {
		if n, err := strconv.ParseFloat(token, 64); err == nil && !math.IsNaN(n) && !math.IsInf(n, 0) {
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
