package forms

import "testing"

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
}

func TestOD2D(t *testing.T)      { run(t, od2dRows) }
func TestGaps(t *testing.T)      { run(t, gapRows) }
func TestPermanent(t *testing.T) { run(t, permanentRows) }
