package law

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/civil"
)

// The warnings of a book on a day, as they are read.
func TestWarnings(t *testing.T) {
	const fees = "checked: 2026-11-22\nMF4:\n- {from: 2026-01-01, to: 2026-12-31, dkk: 3080, confidence: H, source: \"004\"}\n"
	const periods = "checked: 2026-11-22\nstale-after: [{days: 180, cite: M-01}]\nmf4-opens: [{months: 3, cite: S4-09}]\n"
	for _, tc := range []struct{ name, fees, periods, on, want string }{
		{"61 days ahead", fees, periods, "2026-10-31", ""},
		{"60 days ahead", fees, periods, "2026-11-01",
			"fees.yaml:3: MF4[0]: ends on 2026-12-31, 60 days after 2026-11-01, and no line follows: look up the next rate"},
		{"its last day", fees, periods, "2026-12-31",
			"fees.yaml:3: MF4[0]: ends on 2026-12-31, 0 days after 2026-12-31, and no line follows: look up the next rate"},
		{"over", fees, periods, "2027-01-01", "fees.yaml:3: MF4[0]: ended on 2026-12-31, and no line follows: look up the next rate"},
		{"no end", "checked: 2026-11-22\nMF4: [{from: 2026-01-01, dkk: 3080, confidence: H, source: \"004\"}]\n", periods, "2026-11-22",
			"fees.yaml:2: MF4[0]: has no end, so it would hold for ever: write to: with the last day that its source speaks of"},
		{"no amount needs an end", "checked: 2026-11-22\nOD2/D: [{free: true, source: \"004\"}]\n", periods, "2026-11-22", ""},
		{"180 days after", "checked: 2026-11-22\nOD2/D: [{free: true, source: \"004\"}]\n", periods, "2027-05-21", ""},
		{"181 days after", "checked: 2026-11-22\nOD2/D: [{free: true, source: \"004\"}]\n", periods, "2027-05-22",
			"fees.yaml: checked on 2026-11-22, 181 days before 2027-05-22: compare every line with its source again, and write the day\n" +
				"periods.yaml: checked on 2026-11-22, 181 days before 2027-05-22: compare every line with its source again, and write the day"},
		{"a line of its own day", "checked: 2027-05-01\nOD2/D: [{free: true, source: \"004\", checked: 2026-11-22}]\n",
			"checked: 2026-11-22\nstale-after: [{days: 180, cite: M-01, checked: 2027-05-01}]\n", "2027-05-22",
			"fees.yaml:2: OD2/D[0]: checked on 2026-11-22, 181 days before 2027-05-22: compare it with its source again, and write the day"},
		{"what is over is not compared again", "checked: 2026-11-22\nMF4:\n- {from: 2027-01-01, to: 2027-12-31, dkk: 3165, confidence: H, source: \"004\", checked: 2027-05-01}\n" +
			"- {from: 2026-01-01, to: 2026-12-31, dkk: 3080, confidence: H, source: \"004\"}\n",
			"checked: 2027-05-01\nstale-after: [{days: 180, cite: M-01}]\n", "2027-05-22", ""},
	} {
		book := sound()
		book["fees.yaml"].Data, book["periods.yaml"].Data = []byte(tc.fees), []byte(tc.periods)
		b, err := Load(book)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		if diff := cmp.Diff(tc.want, b.Warnings(civil.MustParse(tc.on)).Error()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tc.name, diff)
		}
	}
}

// A source that stands in its line gets an id, and was read when the line was
// checked.
func TestOwnSources(t *testing.T) {
	book := sound()
	book["fees.yaml"].Data = []byte(`checked: 2026-11-22
MF4:
- {from: 2027-01-01, to: 2027-12-31, dkk: 3165, confidence: H, checked: 2027-01-04, source: {authority: SIRI, title: Fees for 2027, where: there}}
- {from: 2026-01-01, to: 2026-12-31, dkk: 3080, confidence: H, source: {authority: SIRI, title: Fees for 2026, where: there}}
OD2/D: [{free: true, source: {id: od2d, kind: background, read: 2026-11-01, authority: SIRI, title: OD2/D, where: there}}]
`)
	b, err := Load(book)
	if err != nil {
		t.Fatal(err)
	}
	for form, i := range map[string]int{"MF4": 0, "OD2/D": 0} {
		if _, ok := b.Source(b.Fees[form].Values[i].Source); !ok {
			t.Errorf("%s[%d]: source %q is not found", form, i, b.Fees[form].Values[i].Source)
		}
	}
	want := []Source{
		{ID: "MF4 2027-01-01", Title: "Fees for 2027", Authority: "SIRI", Kind: "secondary", Where: "there", Read: civil.MustParse("2027-01-04")},
		{ID: "MF4 2026-01-01", Title: "Fees for 2026", Authority: "SIRI", Kind: "secondary", Where: "there", Read: civil.MustParse("2026-11-22")},
		{ID: "od2d", Title: "OD2/D", Authority: "SIRI", Kind: "background", Where: "there", Read: civil.MustParse("2026-11-01")},
	}
	if diff := cmp.Diff(want, b.Sources[1:]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := b.Fees["MF4"].Values[0].Checked.String() + " " + b.Fees["MF4"].Values[1].Checked.String(); got != "2027-01-04 2026-11-22" {
		t.Errorf("checked on %s: a line's own day, else its file's", got)
	}
}

// An answer is as old as the oldest value that it rests on.
func TestFactsChecked(t *testing.T) {
	book := sound()
	book["periods.yaml"].Data = []byte("checked: 2026-11-20\nmf4-opens: [{months: 3, cite: S4-09, checked: 2026-12-01}]\nadult: [{years: 18, cite: S4-09}]\n")
	b, err := Load(book)
	if err != nil {
		t.Fatal(err)
	}
	f := &Facts{On: civil.MustParse("2026-12-24"), Book: b}
	if got := f.Checked().String(); got != "2026-11-20" {
		t.Errorf("nothing is read: %s, want the book's day", got)
	}
	for _, tc := range []struct{ period, want string }{{"mf4-opens", "2026-12-01"}, {"adult", "2026-11-20"}, {"mf4-opens", "2026-11-20"}} {
		if f.Period(tc.period); f.Checked().String() != tc.want {
			t.Errorf("after %s: %s, want %s", tc.period, f.Checked(), tc.want)
		}
	}
}
