package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// words are labels as long as those of the catalogue, and longer.
var chartWords = []string{
	"today", "passet udløber", "opholdstilladelsen udløber", "sidste sikre dag til at indgive BF2-3/US",
	"sidste dag for biometri, hvis du indgiver den 22. november 2026", "last safe day to be back under the dispensation",
	"første dag, hvor du igen kan søge om forlængelse, med et fornyet pas, som løber mindst lige så længe",
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
}

// randomDays are days between two others, some of them next to each other and
// some the same.
func randomDays(r *rand.Rand, from, to int) (days []Day) {
	for range 1 + r.IntN(9) {
		on := from + r.IntN(to-from+1)
		if n := len(days); n > 0 && r.IntN(3) == 0 {
			on = min(days[n-1].On+r.IntN(3), to)
		}
		days = append(days, Day{On: on, Date: fmt.Sprintf("%d. september %d", 1+on%28, 2020+on/365), What: chartWords[r.IntN(len(chartWords))], Sign: Sign(r.IntN(4))})
	}
	return days
}

func randomTicks(from, to int, months bool) (ticks []Tick) {
	for on := from/365*365 - 365; on <= to; on += 365 {
		ticks = append(ticks, Tick{On: on, Text: fmt.Sprint(2020 + on/365), Year: true})
		for m := 0; m < 12 && months; m++ {
			ticks = append(ticks, Tick{On: on + m*61/2, Text: []string{"jan", "februar", "sept"}[m%3]})
		}
	}
	return ticks
}

// randomChart is a chart that nobody would draw, of times from a day to some
// thirty years.
func randomChart(r *rand.Rand) chart {
	from := r.IntN(4000)
	to := from + 1 + r.IntN([]int{3, 40, 400, 4000, 12000}[r.IntN(5)])
	if r.IntN(2) == 0 {
		t := Timeline{Days: randomDays(r, from, to), Ticks: randomTicks(from, to, true)}
		if r.IntN(2) == 0 {
			a, b := from+r.IntN(to-from+1), from+r.IntN(to-from+1)
			t.Spans = []Stretch{{From: min(a, b), To: max(a, b), What: "OD2/D kan indgives"}}
		}
		return t
	}
	b := Bars{From: from, To: to, Days: randomDays(r, from, to), Ticks: randomTicks(from, to, r.IntN(2) == 0), Key: chartWords[r.IntN(4)]}
	for range 1 + r.IntN(5) {
		row := BarRow{Name: chartWords[r.IntN(len(chartWords))]}
		short := []int{3, 40}[r.IntN(2)]
		for at := from; at < to && len(row.Bars) < 60; {
			end := min(to, at+r.IntN(1+(to-from)/short))
			row.Bars = append(row.Bars, Bar{From: at, To: end, Look: Look(r.IntN(3)), Mark: []string{"", "4.2a", "B12.10aa", "9 måneder og 12 dage"}[r.IntN(4)]})
			at = end + 1 + r.IntN(1+(to-from)/short/3)
		}
		if r.IntN(3) == 0 {
			row.Bars, row.Blank = nil, "ikke oplyst"
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

type rectangle struct{ x0, y0, x1, y1 unit }

func (a rectangle) meets(b rectangle) bool {
	return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

// box is where the letters of a label are.
func (l label) box() rectangle {
	var size unit
	for _, r := range l.text.Runs {
		size = max(size, r.Size)
	}
	return rectangle{l.x, l.y - size*3/4, l.x + l.w, l.y + size/5}
}

func (l label) String() (s string) {
	for _, r := range l.text.Runs {
		s += r.Text
	}
	return s
}

// box is where a shape is.
func (s shape) box() rectangle {
	b := rectangle{s.at[0].x, s.at[0].y, s.at[0].x, s.at[0].y}
	for _, p := range s.at {
		b = rectangle{min(b.x0, p.x), min(b.y0, p.y), max(b.x1, p.x), max(b.y1, p.y)}
	}
	b.x0, b.y0, b.x1, b.y1 = b.x0-s.radius, b.y0-s.radius, b.x1+s.radius, b.y1+s.radius
	return b
}

// faults are what is wrong with a picture: labels that leave it or meet, lines
// through words.
func faults(f figure) (all []string) {
	say := func(format string, a ...any) { all = append(all, fmt.Sprintf(format, a...)) }
	const hairs = point / 20 // what rounding may cost
	page := rectangle{0, 0, f.w, f.h}
	out := func(b rectangle) bool {
		return b.x0 < -hairs || b.y0 < -hairs || b.x1 > page.x1+hairs || b.y1 > page.y1+hairs
	}
	for i, l := range f.labels {
		if out(l.box()) {
			say("%q at %v leaves the picture %v", l, l.box(), page)
		}
		for _, m := range f.labels[:i] {
			if l.box().meets(m.box()) {
				say("%q at %v meets %q at %v", l, l.box(), m, m.box())
			}
		}
		for j, s := range f.shapes {
			if s.fill != nil || s.radius > 0 || !s.box().meets(l.box()) && !(s.box().x0 == s.box().x1 && l.box().meets(rectangle{s.box().x0 - 1, s.box().y0, s.box().x1 + 1, s.box().y1})) {
				continue
			}
			cleared := false
			for _, c := range f.shapes[j+1:] {
				b, w := c.box(), l.box()
				cleared = cleared || c.fill != nil && c.closed && len(c.at) == 4 && b.x0 <= w.x0 && b.x1 >= w.x1 && b.y0 <= w.y0 && b.y1 >= w.y1
			}
			if !cleared {
				say("a line %v goes through %q at %v", s.box(), l, l.box())
			}
		}
	}
	for _, s := range f.shapes {
		if out(s.box()) {
			say("a shape %v leaves the picture %v", s.box(), page)
		}
	}
	return all
}

func TestLabelsKeepApart(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 22))
	for i := range 1000 {
		c := randomChart(r)
		if err := c.sound(); err != nil {
			t.Fatal(err)
		}
		d := &drafter{lang: "da", large: i%2 == 1, loose: i%5 == 0}
		c.draft(d, right-left)
		if all := faults(d.fig); len(all) > 0 {
			t.Fatalf("chart %d (%T, large %v):\n%s\n%+v", i, c, d.large, strings.Join(all[:min(len(all), 5)], "\n"), c)
		}
	}
}
