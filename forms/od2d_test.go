package forms

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"mappe/internal/civil"
)

var od2dRows = []row{
	{"the day before it opens", "2026-12-14", dane, "od2d state=not-yet opens=2026-12-15 last=2027-02-09 ask="},
	{"the day it opens", "2026-12-15", dane, "od2d state=open"},
	{"the last safe day", "2027-02-09", dane, "od2d state=last-day"},
	{"the card's expiry day", "2027-02-10", dane, "od2d state=expiry-day +expiry-day"},
	{"after the card", "2027-02-11", dane, "od2d outcome=file state=closed +window-closed"},
	{"the card expires before it opens", "", dane + "card_expires=2026-12-01", "od2d state=empty +window-empty"},
	{"the card expires on the day after it opens", "", dane + "card_expires=2026-12-16", "od2d state=not-yet last=2026-12-15"},
	{"an EU citizen holds no card", "", dane + "eu_citizen= citizenship=DE card_expires=", "od2d last= state=not-yet ask="},
	{"an EU citizen of two countries", "", dane + "eu_citizen= citizenship=US,SE card_expires=", "od2d last= ask="},
	{"others do", "", dane + "eu_citizen= citizenship=UA,US card_expires=", "od2d opens=2026-12-15 last= state= ask=permit.card_expires"},
	{"as given comes before citizenship", "", dane + "citizenship=DE card_expires=", "od2d ask=permit.card_expires"},
	{"citizenship unknown", "", dane + "eu_citizen= card_expires=", "od2d state= ask=permit.card_expires"},
	{"since unknown", "", dane + "eu_residence_since=", "od2d opens= state= ask=permit.eu_residence_since"},
	{"since 29 February", "2029-01-31", dane + "eu_residence_since=2024-02-29 card_expires=2029-06-01", "od2d opens=2029-02-01 opens-else=2029-01-28 state=not-yet +month-end"},
	{"five years on 31 March", "2027-02-28", dane + "eu_residence_since=2022-03-31 card_expires=2027-06-01", "od2d opens=2027-03-01 opens-else=2027-02-28 state=not-yet"},
	{"refusing biometrics stops nothing", "", dane + "refuses_biometrics=true", "od2d outcome=file +S2-45"},
	{"a solicitor", "", dane + "representative.kind=solicitor", "od2d +S2-32 -S2-31"},
	{"another representative", "", dane + "representative.kind=other", "od2d +S2-31 -S2-32"},
	{"the day before the five years", "2027-01-14", dane, "od2d +X-13"},
	{"the day of the five years", "2027-01-15", dane, "od2d -X-13"},
	{"an EU citizen's own grounds", "", dane + "eu_citizen=true", "od2d +show-eu-ground +S2-12"},
	{"a third-country citizen's grounds", "", dane, "od2d +show-eu-ground -S2-12 +show-residence +show-residence-dane"},
	{"what holds afterwards", "", dane, "od2d +S2-19 +S2-02 +X-12 +siri-collects -S3-23"},
	{"in the time of the page of 2015", "2015-06-01", dane + "eu_residence_since=2010-06-15 card_expires=2015-09-01", "od2d +S3-23"},
	{"no right to OD2/D in the time of the page of 2015", "2015-06-01", "goal=permanent-eu basis=eu-other", "eu-permanent-other +S3-23 +page-not-in-sources"},
	{"no right to OD2/D today", "", "goal=permanent-eu basis=eu-other", "eu-permanent-other -S3-23"},
}

// absenceRows: less than 6 months a year, by calendar year and by year of
// residence; up to a year of illness; conscription without a cap.
var absenceRows = []row{
	{"none", "", dane, "od2d -S2-15 -X-15 -S2-16 -S2-17"},
	{"a day less than 6 months", "", dane + "absences=2023-02-01..2023-07-30/work", "od2d +S2-15 -X-15"},
	{"6 months", "", dane + "absences=2023-02-01..2023-07-31/work", "od2d +X-15 -S2-15"},
	{"6 months in two stays", "", dane + "absences=2023-02-01..2023-04-30/other,2023-08-01..2023-10-31/other", "od2d +X-15"},
	{"half a year in days, in short stays", "", dane + "absences=" + shortStays(3) + "/other", "od2d +X-15 -S2-15"},
	{"less than half a year in days, in short stays", "", dane + "absences=" + shortStays(2) + "/other", "od2d +S2-15 -X-15"},
	{"7 months, the years' end between", "", dane + "absences=2022-10-01..2023-04-30/work", "od2d +S2-15 -X-15"},
	{"6 months of a calendar year alone", "", dane + "absences=2023-01-05..2023-07-10/work", "od2d +X-15"},
	{"6 months of a year of residence alone", "", dane + "absences=2023-07-10..2024-01-12/work", "od2d +X-15"},
	{"before the residence nothing counts", "", dane + "absences=2021-01-01..2022-01-14/work", "od2d -S2-15 -X-15"},
	{"a year of illness", "", dane + "absences=2023-02-01..2024-01-31/illness", "od2d +S2-16 -absence-over-a-year -X-15"},
	{"a year of illness and a day", "", dane + "absences=2023-02-01..2024-02-01/illness", "od2d +absence-over-a-year -S2-16"},
	{"conscription", "", dane + "absences=2023-02-01..2024-11-30/conscription", "od2d +S2-17 -X-15"},
}

// gapRows: residence since 2022-01-15; the days without salary or benefits up
// to the earlier of the day and the five-year day, 2027-01-15.
var gapRows = []row{
	{"none", "", dane, "od2d income-gap= income-gap-dane="},
	{"no income at all", "", dane + "income=none", "od2d income-gap=2022-01-15..2026-11-22;"},
	{"one day", "", dane + "income=2022-01-15..2024-02-28,2024-03-01..2026-11-22", "od2d income-gap=2024-02-29..2024-02-29; +X-17"},
	{"adjacent periods have none", "", dane + "income=2022-01-15..2024-02-29,2024-03-01..2026-11-22", "od2d income-gap="},
	{"overlapping periods have none", "", dane + "income=2022-01-15..2024-06-30,2023-01-01..2026-11-22", "od2d income-gap="},
	{"one period inside another", "", dane + "income=2022-01-15..2026-11-22,2023-01-01..2023-02-01", "od2d income-gap="},
	{"unsorted", "", dane + "income=2025-01-01..2026-11-22,2022-01-15..2023-12-31", "od2d income-gap=2024-01-01..2024-12-31;"},
	{"before and after", "", dane + "income=2022-02-01..2026-10-31", "od2d income-gap=2022-01-15..2022-01-31;2026-11-01..2026-11-22;"},
	{"income before the residence does not count", "", dane + "income=2019-01-01..2022-01-31", "od2d income-gap=2022-02-01..2026-11-22;"},
	{"income after the day does not count", "", dane + "income=2026-11-23..2027-12-31", "od2d income-gap=2022-01-15..2026-11-22;"},
	{"only up to the five-year day", "2027-02-01", dane + "income=2022-01-15..2026-12-31", "od2d income-gap=2027-01-01..2027-01-15;"},
	{"the Danish family member's are told apart", "", dane + "danish_family_member.income=2022-01-15..2026-11-20", "od2d income-gap= income-gap-dane=2026-11-21..2026-11-22;"},
	{"residence that begins later", "", dane + "eu_residence_since=2026-12-01", "od2d income-gap="},
	{"income unknown", "", dane + "income=", "od2d income-gap="},
}

// permanentRows: eight years of legal residence; time abroad counts its first
// two years.
var permanentRows = []row{
	{"no absence", "", "goal=permanent legal_since=2019-03-01", "national-permanent residence-reached=2027-03-01"},
	{"since 29 February", "", "goal=permanent legal_since=2020-02-29", "national-permanent residence-reached=2028-02-29"},
	{"since 29 February, not in a leap year", "", "goal=permanent legal_since=2092-02-29", "national-permanent residence-reached=2100-03-01 residence-reached-else=2100-02-28 +month-end"},
	{"two years abroad exactly", "", "goal=permanent legal_since=2019-03-01 absences=2020-01-01..2021-12-31/work", "national-permanent residence-reached=2027-03-01"},
	{"two years and a day", "", "goal=permanent legal_since=2019-03-01 absences=2020-01-01..2022-01-01/work", "national-permanent residence-reached=2027-03-02"},
	{"two years and four months", "", "goal=permanent legal_since=2019-03-01 absences=2020-01-01..2022-04-30/other", "national-permanent residence-reached=2027-07-01"},
	{"in two stays", "", "goal=permanent legal_since=2019-03-01 absences=2020-01-01..2021-06-30/work,2023-01-01..2024-03-31/work", "national-permanent residence-reached=2027-12-01"},
	{"in many short stays", "", "goal=permanent legal_since=2019-03-01 absences=2020-01-01..2020-12-30/work,2021-02-01..2022-01-30/work,2022-03-01..2022-04-29/work", "national-permanent residence-reached=2027-04-30"},
	{"each day once", "", "goal=permanent legal_since=2019-03-01 absences=2020-01-01..2021-12-31/work,2020-01-01..2021-12-31/work", "national-permanent residence-reached=2027-03-01"},
	{"before the residence nothing counts", "", "goal=permanent legal_since=2019-03-01 absences=2010-01-01..2019-02-28/work", "national-permanent residence-reached=2027-03-01"},
	{"after it is reached nothing counts", "", "goal=permanent legal_since=2018-01-01 absences=2026-02-01..2029-12-31/work", "national-permanent residence-reached=2026-01-01"},
	{"the rule of 2015", "2015-06-01", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached=2016-03-01"},
	{"the first day of 2015", "2015-01-01", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached=2016-03-01"},
	{"before 2015", "2014-12-31", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached= +edition-unknown"},
	{"until 9 December 2015", "2015-12-09", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached=2016-03-01"},
	{"from 10 December 2015", "2015-12-10", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached= +edition-unknown"},
	{"the rule between is unknown", "2016-06-01", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached= +edition-unknown"},
	{"from 15 May 2017", "2017-05-15", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached=2019-03-01"},
	{"until 14 May 2017", "2017-05-14", "goal=permanent legal_since=2011-03-01", "national-permanent residence-reached= +edition-unknown"},
	{"since unknown", "", "goal=permanent", "national-permanent ask=permit.legal_since residence-reached="},
	{"today's page alone", "", "goal=permanent legal_since=2020-11-01", "national-permanent cite=S0-24 +X-01 +S0-23 -S3-25 -S3-06 -S3-09 -S3-02 -S3-18 -S3-19 -edition-unknown -S2-03"},
	{"the page of 2015 alone", "2015-06-01", "goal=permanent legal_since=2011-03-01", "national-permanent cite=S3-08 +S3-25 +S3-06 +S3-09 +S3-02 +S3-18 +S3-19 -X-01 -S0-23 -edition-unknown"},
	{"the page of 2015, since unknown", "2015-06-01", "goal=permanent", "national-permanent ask=permit.legal_since +S3-25"},
	{"the guarantee of the family-reunified", "2015-06-01", "goal=permanent basis=family-reunification", "national-permanent +S3-19"},
	{"no guarantee for others", "2015-06-01", "goal=permanent basis=asylum", "national-permanent -S3-19 +S3-02"},
	{"no page at all", "2016-06-01", "goal=permanent legal_since=2011-03-01", "national-permanent cite=X-01 +edition-unknown -X-01 -S0-23 -S3-25"},
	{"under EU rules", "", "goal=permanent basis=eu-family-of-dane", "national-permanent +S2-03"},
}

// shortStays are nine stays of 20 days in 2023, with 18 days between them, and
// one of so many days.
func shortStays(last int) string {
	var stays []string
	for day := civil.Of(2023, 1, 16); len(stays) < 9; day = day.AddDays(38) {
		stays = append(stays, day.String()+".."+day.AddDays(19).String()+"/other")
	}
	return strings.Join(stays, ",") + ",2023-12-26..2023-12-" + strconv.Itoa(25+last)
}

func TestOD2D(t *testing.T)      { run(t, od2dRows) }
func TestAbsences(t *testing.T)  { run(t, absenceRows) }
func TestGaps(t *testing.T)      { run(t, gapRows) }
func TestPermanent(t *testing.T) { run(t, permanentRows) }

// Whatever puts the five years in doubt makes graver what holds without them.
func TestDoubt(t *testing.T) {
	for _, x := range []struct {
		facts string
		want  Severity
	}{
		{dane, Info},
		{dane + "absences=2023-02-01..2023-04-30/work", Info},
		{dane + "income=2022-01-15..2024-02-28,2024-03-01..2026-11-22", Warning},
		{dane + "absences=2023-02-01..2023-07-31/work", Warning},
		{dane + "absences=2023-02-01..2024-02-01/illness", Warning},
	} {
		for _, n := range assess(t, "", x.facts, ourBook(t)).Cases[0].Notes {
			if n.ID == "S2-07" && n.Severity != x.want {
				t.Errorf("%s: S2-07 is of severity %s, want %s", x.facts, n.Severity, x.want)
			}
		}
	}
}

// Every person is told the gravest first.
func TestGravestFirst(t *testing.T) {
	b := ourBook(t)
	for _, r := range allRows {
		for _, c := range assess(t, r.on, r.facts, b).Cases {
			if !slices.IsSortedFunc(c.Notes, func(a, b Note) int { return b.Severity.Rank() - a.Severity.Rank() }) {
				t.Errorf("%s: %s: the notes are not in the order of their severity", r.name, c.ID())
			}
		}
	}
}
