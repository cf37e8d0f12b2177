package packets

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// charted is a person with the charts of the case, in one language.
type charted struct {
	name   string
	v      Voice
	l      *checklist.Checklist
	p      *checklist.Person
	charts []page.Block
}

// chart are the charts of everybody of a profile.
func chart(t *testing.T, name string, src []byte, on string) (all []charted) {
	t.Helper()
	l := decided(t, name, src, on)
	for _, lang := range []string{"pseudo", "da", "en"} {
		printer, err := voices[lang]()
		if err != nil {
			t.Fatal(err)
		}
		v := Voice{Printer: printer, Book: l.Book}
		for _, p := range l.People {
			all = append(all, charted{name + " " + p.ID() + " " + lang, v, l, p, append(v.Timeline(l, p), v.Residence(p)...)})
		}
	}
	return all
}

// dayCase is a profile, and the day on which it is looked at.
type dayCase struct {
	name, on string
	src      []byte
}

// casesOn are all worked cases and examples.
func casesOn(t *testing.T) (all []dayCase) {
	t.Helper()
	paths, err := filepath.Glob("../testdata/cases/*.yaml")
	if err != nil || len(paths) < 25 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var c struct {
			On      string    `yaml:"on"`
			Profile yaml.Node `yaml:"profile"`
		}
		if err := yaml.Load(src, &c); err != nil {
			t.Fatal(err)
		}
		if src, err = yaml.Marshal(&c.Profile); err != nil {
			t.Fatal(err)
		}
		all = append(all, dayCase{filepath.Base(path), c.On, src})
	}
	paths, err = filepath.Glob("../examples/*/case.yaml")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d examples, %v", len(paths), err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, dayCase{path, "2026-11-22", src})
	}
	return all
}

// worked are the charts of all worked cases and examples.
func worked(t *testing.T) (all []charted) {
	t.Helper()
	for _, c := range casesOn(t) {
		all = append(all, chart(t, c.name, c.src, c.on)...)
	}
	return all
}

// days are those that were given or computed for a person.
func (c charted) days() map[int]bool {
	known := map[int]bool{}
	add := func(days ...civil.Date) {
		for _, d := range days {
			if !d.IsZero() {
				known[number(d)] = true
			}
		}
	}
	add(c.p.Facts.On)
	for _, x := range []profile.Fact[civil.Date]{profile.LeftOn, profile.ReturnsOn, profile.PostingEnds, profile.PassportExpires, profile.PermitExpires, profile.CardExpires, profile.EUResidenceSince} {
		d, _ := law.Given(c.p.Facts, x)
		add(d)
	}
	if w := c.p.Window; w != nil {
		add(w.Opens.On, w.LastSafeDay.On, w.Expires)
	}
	for _, d := range c.p.Deadlines {
		add(d.On)
	}
	if how, _, ok := forms.LeaveLimit(c.p.Facts); ok {
		add(how.On())
	}
	if five, ok := forms.FiveYears(c.p.Facts); ok {
		add(five.On(), five.On().AddDays(-1))
	}
	for _, x := range []profile.Fact[[]profile.Period]{profile.Income, profile.DaneIncome} {
		periods, _ := law.Given(c.p.Facts, x)
		for _, p := range append(periods, forms.Gaps(c.p.Facts, periods)...) {
			add(p.From, p.To)
		}
	}
	absences, _ := law.Given(c.p.Facts, profile.Absences)
	for _, a := range absences {
		add(a.From, a.To)
	}
	return known
}

// No chart shows a day that was neither given nor computed, and what it shows
// stands in its words too.
func TestChartsShowOnlyTheDecision(t *testing.T) {
	kinds := map[string]int{}
	for _, c := range worked(t) {
		known := c.days()
		for _, b := range c.charts {
			kinds[fmt.Sprintf("%T", b)]++
			var days []page.Day
			alt := ""
			switch b := b.(type) {
			case page.Timeline:
				days, alt = b.Days, b.Alt
			case page.Bars:
				days, alt = b.Days, b.Alt
				for _, row := range b.Rows {
					for _, x := range row.Bars {
						if !known[x.From] && !known[x.From-1] || !known[x.To] {
							t.Errorf("%s: %s from %s to %s: not the days of the case", c.name, row.Name, epoch.AddDays(x.From), epoch.AddDays(x.To))
						}
						if !strings.Contains(alt, x.Period) {
							t.Errorf("%s: %q does not say %q", c.name, alt, x.Period)
						}
					}
					if row.Blank != "" && !strings.Contains(alt, row.Name+": "+row.Blank) {
						t.Errorf("%s: %q does not say that %s is %s", c.name, alt, row.Name, row.Blank)
					}
				}
			}
			for _, d := range days {
				if !known[d.On] {
					t.Errorf("%s: %s (%s) is no day of the case", c.name, d.Date, d.What)
				}
				if d.Date != c.v.Date(epoch.AddDays(d.On)) || !strings.Contains(alt, d.Date+": "+d.What) {
					t.Errorf("%s: %q does not say %s: %s", c.name, alt, d.Date, d.What)
				}
			}
		}
	}
	if kinds["page.Timeline"] < 20 || kinds["page.Bars"] < 25 {
		t.Errorf("only %v were looked at", kinds)
	}
}

// Every chart prints, in large print too.
func TestChartsPrint(t *testing.T) {
	for _, c := range worked(t) {
		if len(c.charts) == 0 {
			continue
		}
		d := page.Doc{Title: c.name, Lang: c.v.Tag(), Blocks: c.charts}
		for _, large := range []bool{false, true} {
			if _, err := page.Print(d, page.Options{Large: large, Where: c.name}); err != nil {
				t.Error(err)
			}
		}
	}
}

const residenceCase = `mappe: 1
goal: permanent-eu
filing: online
danish_family_member: {income: [{from: 2021-10-05, to: 2024-02-29}, {from: 2024-06-01, to: 2026-11-22}]}
applicants:
- id: rachel
  citizenship: [US]
  permit: {basis: eu-family-of-dane, eu_residence_since: 2021-10-05, card_expires: 2027-02-01}
  income: [{from: 2021-10-05, to: 2022-06-30}, {from: 2022-09-01, to: 2023-06-30}, {from: 2024-01-01, to: 2026-11-22}]
  %s
`

// The gaps of the residence chart carry the number of the item that they are
// to be proved under, and are those that the item names.
func TestGapsAreNumberedAsTheirItems(t *testing.T) {
	for _, c := range chart(t, "case.yaml", fmt.Appendf(nil, residenceCase, "absences: []"), "2026-11-22") {
		b := c.charts[1].(page.Bars)
		var want, got []string
		for _, it := range c.p.Items {
			gaps := c.p.Gaps(it.ID)
			for i, g := range gaps {
				want = append(want, fmt.Sprint(gapNumber(it, i, len(gaps)), " ", number(g.From), " ", number(g.To)))
			}
		}
		for _, row := range b.Rows {
			for _, x := range row.Bars {
				if x.Look == page.Hatched {
					got = append(got, fmt.Sprint(x.Mark, " ", x.From, " ", x.To))
					if !strings.Contains(x.What, x.Mark) {
						t.Errorf("%q does not name %q", x.What, x.Mark)
					}
				}
			}
		}
		if len(want) != 3 || !slices.Equal(got, want) {
			t.Errorf("%s: gaps %q, want %q", c.name, got, want)
		}
		if !strings.HasSuffix(want[0][:strings.IndexByte(want[0], ' ')], "a") || strings.ContainsAny(want[2][:strings.IndexByte(want[2], ' ')], "ab") {
			t.Errorf("%q: letters are for several gaps of one item", want)
		}
	}
}

func TestGapNumber(t *testing.T) {
	it := checklist.Item{Number: "B3.2"}
	for _, c := range []struct {
		i, n int
		want string
	}{{0, 1, "B3.2"}, {0, 2, "B3.2a"}, {25, 60, "B3.2z"}, {26, 60, "B3.2aa"}, {52, 60, "B3.2ba"}} {
		if got := gapNumber(it, c.i, c.n); got != c.want {
			t.Errorf("gap %d of %d: %s, want %s", c.i, c.n, got, c.want)
		}
	}
}

// What is unknown is said to be unknown; what is none is said to be none.
func TestUnknownRows(t *testing.T) {
	for facts, want := range map[string]string{"": "ui.unsaid", "absences: []": "ui.none"} {
		for _, c := range chart(t, "case.yaml", fmt.Appendf(nil, residenceCase, facts), "2026-11-22") {
			row := c.charts[1].(page.Bars).Rows[3]
			if row.Blank != c.v.Must(want) || len(row.Bars) > 0 {
				t.Errorf("%s with %q: %q, want %q", c.name, facts, row.Blank, c.v.Must(want))
			}
		}
	}
}

// As text a chart is its table.
func TestChartAsText(t *testing.T) {
	for _, c := range chart(t, "case.yaml", fmt.Appendf(nil, residenceCase, ""), "2026-11-22")[1:] {
		var b bytes.Buffer
		if err := page.Text(&b, page.Doc{Lang: c.v.Tag(), Blocks: c.charts}, 80); err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/golden/chart-residence."+c.v.Tag()+".txt", b.Bytes())
	}
}
