package page

import (
	"errors"
	"fmt"
	"strings"
)

// Timeline is days on a line of time, drawn where there is paper or a screen.
// Its table says the same; text and Markdown print that alone. Distances are
// true to time, except that a long time without days is cut out, which is seen,
// and days next to each other are moved apart.
type Timeline struct {
	Title string   // above the picture, empty for none
	Alt   string   // the picture in words
	Head  []string // of its table: day, what it is
	Days  []Day
	Spans []Stretch
	Ticks []Tick
	Bare  bool // without its table, which the caller prints elsewhere
}

// Day is a day that matters. Days of one date share a place on the line.
type Day struct {
	On   int    // the day's number, counted from any first day
	Date string // as it is written
	What string
	Sign Sign
}

// Sign is the shape by which a Day is marked.
type Sign int

// The signs: a bar across for what merely happens, a ring for the day of the
// case, a triangle where something begins, a diamond where it must be done.
const (
	Note Sign = iota
	Today
	Begins
	Due
)

// Stretch is a run of days, both ends included, with a name that is written
// into it where it fits.
type Stretch struct {
	From, To int
	What     string
	Period   string // the days as they are written, for the table; empty where Days say them
}

// Tick is where a month or a year begins. The first year may begin before the
// picture does.
type Tick struct {
	On   int
	Text string
	Year bool
}

// Bars are rows of bars over the years from From to To, with a line through all
// of them for each of Days. They are true to time, except that days next to each
// other are moved apart.
type Bars struct {
	Title, Alt string
	Head       []string // of its table: what, which days
	From, To   int
	Ticks      []Tick
	Days       []Day
	Rows       []BarRow
	Key        string // what is hatched
	Bare       bool
}

// BarRow is a row with its name. Where there is no bar Blank says why: none,
// not stated.
type BarRow struct {
	Name  string
	Bars  []Bar
	Blank string
}

// Bar is a run of days, both ends included. Mark is a number beside it.
type Bar struct {
	From, To int
	Look     Look
	Mark     string
	What     string // for the table; empty: the name of the row
	Period   string // the days as they are written
}

// Look is how a Bar is filled.
type Look int

// The looks: covered, planned, to be proved or beyond what is permitted.
const (
	Full Look = iota
	Hollow
	Hatched
)

// chart is a picture with a table of the same.
type chart interface {
	Block
	caption() string
	words() string // the picture's
	table() Table
	bare() bool
	sound() error             // what cannot be drawn
	draft(d *drafter, w unit) // lays the picture out, w wide
}

func (t Timeline) name(int) string     { return "timeline" }
func (t Timeline) proof(p *proofer)    { proofChart(t, p) }
func (t Timeline) typed(y *typist)     { typeChart(t, y) }
func (t Timeline) marked() string      { return markChart(t) }
func (t Timeline) html() string        { return "chart" }
func (t Timeline) set(s *setter) error { return s.chart(t) }
func (t Timeline) caption() string     { return t.Title }
func (t Timeline) words() string       { return t.Alt }
func (t Timeline) bare() bool          { return t.Bare }

func (b Bars) name(int) string     { return "bars" }
func (b Bars) proof(p *proofer)    { proofChart(b, p) }
func (b Bars) typed(y *typist)     { typeChart(b, y) }
func (b Bars) marked() string      { return markChart(b) }
func (b Bars) html() string        { return "chart" }
func (b Bars) set(s *setter) error { return s.chart(b) }
func (b Bars) caption() string     { return b.Title }
func (b Bars) words() string       { return b.Alt }
func (b Bars) bare() bool          { return b.Bare }

func proofChart(c chart, p *proofer) {
	p.text("", c.caption())
	p.text("", c.words())
	c.table().proof(p)
	if err := c.sound(); err != nil {
		p.fail("", "%w", err)
	}
}

func (t Timeline) sound() error {
	if len(t.Days) == 0 {
		return errors.New("has no days; leave it out")
	}
	for _, s := range t.Spans {
		if s.To < s.From {
			return fmt.Errorf("%q ends before it begins; turn it about", s.What)
		}
	}
	return nil
}

func (b Bars) sound() error {
	if b.To <= b.From {
		return errors.New("ends before it begins; turn it about, or leave it out")
	}
	for _, row := range b.Rows {
		for _, x := range row.Bars {
			if x.To < x.From || x.From < b.From || x.To > b.To {
				return fmt.Errorf("%q has a bar that does not lie between its first day and its last; cut it to them", row.Name)
			}
		}
	}
	return nil
}

// typeChart prints the table: a terminal draws nothing.
func typeChart(c chart, y *typist) {
	if c.bare() {
		return
	}
	y.fill("", "", clean(c.caption()))
	y.table(c.table())
}

func markChart(c chart) string {
	if c.bare() {
		return ""
	}
	text := c.table().marked()
	if title := strings.TrimSpace(escape(c.caption(), " ")); title != "" {
		text = "**" + title + "**\n\n" + text
	}
	return text
}

// shares of the columns of a chart's table.
var (
	daysWide = []int{30, 70}
	barsWide = []int{58, 42}
)

func (t Timeline) table() Table {
	tab := Table{Head: t.Head, Widths: daysWide, Small: true, Named: true}
	for _, d := range t.Days {
		tab.Rows = append(tab.Rows, []Words{Plain(d.Date), Plain(d.What)})
	}
	for _, s := range t.Spans {
		if s.Period != "" {
			tab.Rows = append(tab.Rows, []Words{Plain(s.Period), Plain(s.What)})
		}
	}
	return tab
}

func (b Bars) table() Table {
	tab := Table{Head: b.Head, Widths: barsWide, Small: true, Named: true}
	for _, r := range b.Rows {
		if r.Blank != "" {
			tab.Rows = append(tab.Rows, []Words{Plain(r.Name), Plain(r.Blank)})
		}
		lines := map[string]int{} // of the table, by what they tell
		for _, x := range r.Bars {
			what := x.What
			if what == "" {
				what = r.Name
			}
			what = strings.TrimSpace(what)
			if at, ok := lines[what]; ok {
				tab.Rows[at][1] = Plain(tab.Rows[at][1].String() + "\n" + x.Period)
				continue
			}
			lines[what] = len(tab.Rows)
			tab.Rows = append(tab.Rows, []Words{Plain(what), Plain(x.Period)})
		}
	}
	for _, d := range b.Days {
		tab.Rows = append(tab.Rows, []Words{Plain(d.What), Plain(d.Date)})
	}
	return tab
}
