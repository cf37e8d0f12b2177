package page

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode"
)

// charts are a line of days with a break, and bars with gaps.
func charts() Doc {
	years := func(ticks []Tick, first, from, to int) []Tick {
		for y := from; y <= to; y++ {
			ticks = append(ticks, Tick{On: first + (y-from)*365, Text: "20" + string(rune('0'+y/10)) + string(rune('0'+y%10)), Year: true})
		}
		return ticks
	}
	return Doc{Title: "Charts", Lang: "en", Blocks: []Block{
		Timeline{
			Title: "The days of the case", Alt: "The days: first, last & <passport>.", Head: []string{"Day", "What"},
			Days: []Day{
				{On: 1000, Date: "31 October 2026", What: "first day to file MF4", Sign: Begins},
				{On: 1022, Date: "22 November 2026", What: "today", Sign: Today},
				{On: 1036, Date: "6 December 2026", What: "last day for biometrics, if you file on 22 November 2026", Sign: Due},
				{On: 1091, Date: "30 January 2027", What: "last safe day to file MF4", Sign: Due},
				{On: 1092, Date: "31 January 2027", What: "the residence permit expires"},
				{On: 1092, Date: "31 January 2027", What: "the residence card expires"},
				{On: 2300, Date: "28 May 2030", What: "the passport <expires>"},
			},
			Spans: []Stretch{{From: 1000, To: 1091, What: "MF4 can be filed"}},
			Ticks: append(years(nil, 696, 26, 30), Tick{On: 1001, Text: "Nov"}, Tick{On: 1031, Text: "Dec"}, Tick{On: 1062, Text: "Jan"}, Tick{On: 1093, Text: "Feb"}),
		},
		Bars{
			Title: "The years of residence", Alt: "Five years with one gap.", Head: []string{"What", "Days"}, Key: "Gap to prove",
			From: 0, To: 1826, Ticks: years(nil, -280, 21, 26),
			Days: []Day{{On: 1500, Date: "13 November 2025", What: "today", Sign: Today}, {On: 1826, Date: "5 October 2026", What: "five years", Sign: Begins}},
			Rows: []BarRow{
				{Name: "Residence under EU rules", Bars: []Bar{{From: 0, To: 1500, Period: "5 October 2021 to 13 November 2025"}, {From: 1501, To: 1825, Look: Hollow, What: "Still to come", Period: "14 November 2025 to 4 October 2026"}}},
				{Name: "Own income", Bars: []Bar{{From: 0, To: 600, Period: "5 October 2021 to 28 May 2023"}, {From: 601, To: 700, Look: Hatched, Mark: "3.2", What: "Gap to prove, item 3.2", Period: "29 May 2023 to 5 September 2023"}}},
				{Name: "Absences", Blank: "not stated"},
			},
			Bare: true,
		},
	}}
}

func TestChartGoldens(t *testing.T) {
	for name, print := range map[string]func(io.Writer) error{
		"charts.txt":  func(w io.Writer) error { return Text(w, charts(), 0) },
		"charts.md":   func(w io.Writer) error { return Markdown(w, charts()) },
		"charts.html": func(w io.Writer) error { return HTML(w, charts()) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := print(&b); err != nil {
				t.Fatal(err)
			}
			got := b.String()
			if _, body, ok := strings.Cut(got, "<body>"); ok {
				got = strings.TrimSpace(body)
			}
			golden(t, name, got)
		})
	}
}

// In HTML a chart is a picture with a name and a description, and its words
// are words: nothing of them is markup.
func TestChartHTML(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		for _, b := range charts().Blocks {
			drawn := string(drawSVG(b.(chart), Doc{Lang: lang}))
			d := xml.NewDecoder(strings.NewReader(drawn))
			text := map[string]string{}
			var open []string
			for {
				token, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%v in %s", err, drawn)
				}
				switch x := token.(type) {
				case xml.StartElement:
					open = append(open, x.Name.Local)
				case xml.EndElement:
					open = open[:len(open)-1]
				case xml.CharData:
					if n := len(open); n > 1 {
						text[open[1]] += string(x)
					}
				}
			}
			if text["title"] != b.(chart).caption() || strings.TrimSpace(text["desc"]) != b.(chart).words() {
				t.Errorf("%s: name %q, description %q", lang, text["title"], text["desc"])
			}
			for _, row := range b.(chart).table().Rows {
				for _, cell := range row[:1] {
					if _, bars := b.(Bars); !bars && !strings.Contains(text["text"], cell.String()) {
						t.Errorf("%s: %q is not in the picture", lang, cell.String())
					}
				}
			}
			if !strings.HasPrefix(drawn, `<svg role="img" `) {
				t.Errorf("not a picture: %.60s", drawn)
			}
		}
	}
}

// On paper a chart is a Figure that lies where it says, whose words are text;
// its table follows unless the caller prints that elsewhere.
func TestChartOnPaper(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		d := charts()
		d.Lang = lang
		got := structure(t, d)
		for _, want := range []string{"Figure", "/BBox [56.693", "first day to file MF4", "the passport <expires>"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", lang, want, got)
			}
		}
		if n := strings.Count(got, "\n  Table"); n != 1 {
			t.Errorf("%s: %d tables, want the one of the chart that is not bare\n%s", lang, n, got)
		}
		text := tool(t, mustPDF(t, d, Options{}).PDF, "pdftotext", "FILE", "-")
		for _, want := range []string{"MF4 can be filed", "five years", "3.2", "Own income", "not stated"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not on the page:\n%s", lang, want, text)
			}
		}
	}
}

// A chart that cannot be drawn is refused with its place and a remedy.
func TestUnsoundCharts(t *testing.T) {
	for want, b := range map[string]Block{
		"timeline: has no days; leave it out":    Timeline{Head: []string{"a", "b"}},
		"bars: ends before it begins":            Bars{From: 3, To: 3, Head: []string{"a", "b"}},
		`timeline: "x" ends before it begins`:    Timeline{Head: []string{"a", "b"}, Days: []Day{{}}, Spans: []Stretch{{From: 2, To: 1, What: "x"}}},
		`bars: "r" has a bar that does not lie `: Bars{To: 3, Head: []string{"a", "b"}, Rows: []BarRow{{Name: "r", Bars: []Bar{{From: 2, To: 4}}}}},
	} {
		_, err := Print(Doc{Blocks: []Block{b}}, Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// For who reads from right to left the picture is the same, seen in a mirror,
// whatever its words are.
func TestMirror(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	arabic := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return []rune("انتهاء صلاحية التصريح")[r%21]
			}
			return r
		}, s)
	}
	for i := range 200 {
		d := &drafter{lang: "ar", rtl: true, large: i%4 == 0}
		c := randomChart(r)
		if i%2 == 0 {
			c = replaced(reflect.ValueOf(c), arabic).Interface().(chart)
		}
		c.draft(d, right-left)
		before := len(faults(d.fig))
		first := d.fig.labels[0]
		d.fig.mirror()
		if after := faults(d.fig); before > 0 || len(after) > 0 {
			t.Fatalf("mirrored: %v", after)
		}
		if l := d.fig.labels[0]; l.x != d.fig.w-first.x-first.w || l.right == first.right {
			t.Fatalf("label at %v, keeps right %v; was at %v", l.x, l.right, first.x)
		}
	}
}

// A long time without days is cut out of the line, two days next to each other
// are apart, and what is not cut keeps its proportion.
func TestScale(t *testing.T) {
	s := newScale([]int{2000, 0, 60, 61, 120}, 0, 480*point, 10*point, true)
	if !s.cut[3] || s.cut[0] || s.cut[1] || s.cut[2] {
		t.Errorf("cut %v, want the last gap alone", s.cut)
	}
	if got := s.place(61) - s.place(60); got != 10*point {
		t.Errorf("days next to each other are %d apart", got)
	}
	if a, b := s.place(60)-s.place(0), s.place(120)-s.place(61); a*59 < b*59 || (a*59-b*60) > point || (b*60-a*59) > point {
		t.Errorf("60 days take %d, 59 days %d", a, b)
	}
	if s.place(2000) != 480*point || s.place(-5) != 0 || s.place(9999) != 480*point {
		t.Errorf("ends at %d, before it %d, after it %d", s.place(2000), s.place(-5), s.place(9999))
	}
	if s := newScale([]int{0, 400, 401}, 0, 480*point, 10*point, true); s.cut[0] {
		t.Error("what would leave one day is cut out")
	}
}

// Numbers stand on one line above their bars while there is room, else on
// several; of too many the first and the last are named.
func TestMarks(t *testing.T) {
	for _, c := range []struct{ bars, levels, marks int }{{0, 0, 0}, {2, 1, 2}, {30, 2, 30}, {40, 3, 40}, {90, 1, 1}} {
		d := &drafter{lang: "en"}
		d.fig.w = 480 * point
		s := newScale([]int{0, 1800}, 120*point, 480*point, 0, false)
		var bars []Bar
		for i := range c.bars {
			bars = append(bars, Bar{From: i * 1800 / c.bars, To: i*1800/c.bars + 5, Look: Hatched, Mark: "3.2b"})
		}
		if all, levels := d.marks(bars, s); levels != c.levels || len(all) != c.marks {
			t.Errorf("%d bars: %d marks on %d levels, want %d on %d", c.bars, len(all), levels, c.marks, c.levels)
		}
	}
}
