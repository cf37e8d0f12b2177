package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"mappe/internal/civil"
)

var months = map[string][]string{
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	"da": {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"},
}

// printedDay and printedAmount are how days and amounts are written, made here
// once more so that a slip of the printer shows.
func printedDay(t *testing.T, d civil.Date, lang string) string {
	t.Helper()
	var year, month, day int
	if n, err := fmt.Sscanf(d.String(), "%d-%d-%d", &year, &month, &day); n != 3 {
		t.Fatalf("%s: %v", d, err)
	}
	dot := map[string]string{"da": "."}[lang]
	return fmt.Sprintf("%d%s %s %d", day, dot, months[lang][month-1], year)
}

func printedAmount(kroner int, lang string) string {
	thousands, rest := kroner/1000, kroner%1000
	number := fmt.Sprint(rest)
	point := map[string]string{"en": ",", "da": "."}[lang]
	if thousands > 0 {
		number = fmt.Sprintf("%d%s%03d", thousands, point, rest)
	}
	if lang == "da" {
		return number + " kr."
	}
	return "DKK " + number
}

func TestPrinted(t *testing.T) {
	d, err := civil.Parse("2026-12-31")
	if err != nil {
		t.Fatal(err)
	}
	got := []string{printedDay(t, d, "en"), printedDay(t, d, "da"), printedAmount(3080, "en"), printedAmount(3080, "da")}
	want := []string{"31 December 2026", "31. december 2026", "DKK 3,080", "3.080 kr."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// told looks for everything that check --json names in the text of the
// applicant's copy: every day, every amount, every document.
func told(t *testing.T, p *paper, a *Answer, app Application, lang string) {
	t.Helper()
	// In reading order and without white space: lines break anywhere.
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	text := squeeze(tool(t, "pdftotext", p.path, "-"))
	days, documents := 0, 0
	find := func(what, s string) {
		t.Helper()
		if !strings.Contains(text, squeeze(s)) {
			t.Errorf("%s: no %s: %q", p.path, what, s)
		}
	}
	day := func(what string, d civil.Date) {
		t.Helper()
		if !d.IsZero() {
			days++
			find(what, printedDay(t, d, lang))
		}
	}
	for _, x := range a.Applicants {
		if !slices.Contains(app.Applicants, x.ID) {
			continue
		}
		if x.Window != nil {
			day("first day", x.Window.Opens)
			day("last safe day", x.Window.LastSafeDay)
		}
		for _, d := range x.Deadlines {
			day("deadline "+d.ID, d.On)
		}
		day("end of the permit", x.PermitUntil)
		for _, d := range x.Documents {
			documents++
			find("document "+d.ID, d.Number+" "+d.Text)
		}
	}
	if days == 0 && app.Form != "BF1/US" || documents == 0 {
		t.Errorf("%s: %d days, %d documents: nothing to look for", p.path, days, documents)
	}
	if app.Fee.Each != nil && *app.Fee.Each > 0 {
		find("amount", printedAmount(*app.Fee.Each, lang))
		day("first day of the rate", app.Fee.From)
	}
	if app.Fee.Total != nil && *app.Fee.Total > 0 {
		find("amount", printedAmount(*app.Fee.Total, lang))
	}
}
