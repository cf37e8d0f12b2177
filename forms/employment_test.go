package forms

import "testing"

// employmentRows: 3 years and 6 months of full-time work within the 4 years
// before the permit is granted, of which 2 years may be abroad.
var employmentRows = []row{
	{"no work given", "", permanent, "national-permanent employment= -employment-short +S0-29"},
	{"the whole time", "", permanent + "work=2020-01-01..2026-11-21", "national-permanent employment=P4Y employment-from=2022-11-22 employment-by=2026-11-22 +employment-counted -employment-abroad"},
	{"today's work does not count yet", "", permanent + "work=2023-05-22..2026-11-21", "national-permanent employment=P3Y6M employment-by=2026-11-22 +employment-counted"},
	{"one day short", "", permanent + "work=2023-05-23..2026-11-21", "national-permanent employment=P3Y5M30D employment-by= +employment-short"},
	{"one day short, and it goes on", "", permanent + "work=2023-05-23..2027-12-31", "national-permanent employment=P3Y5M30D employment-by=2026-11-23 +employment-reached-later"},
	{"too long ago", "", permanent + "work=2015-01-01..2022-11-21", "national-permanent employment=P0D +employment-short"},
	{"only a little too long ago", "", permanent + "work=2015-01-01..2024-11-21", "national-permanent employment=P2Y"},
	{"years abroad count up to two", "", permanent + "work=2022-11-22..2025-11-21/abroad,2025-11-22..2026-11-21", "national-permanent employment=P3Y employment-abroad=P3Y +employment-abroad-capped +employment-abroad +employment-short"},
	{"two years abroad exactly", "", permanent + "work=2022-11-22..2024-11-21/abroad,2024-11-22..2026-11-21", "national-permanent employment=P4Y employment-abroad=P2Y -employment-abroad-capped +employment-abroad"},
	{"two years and a day abroad", "", permanent + "work=2022-11-22..2024-11-22/abroad,2024-11-23..2026-11-21", "national-permanent employment=P3Y11M30D employment-abroad=P2Y1D +employment-abroad-capped"},
	{"at home and abroad on the same days counts once, at home", "", permanent + "work=2022-11-22..2026-11-21,2023-01-01..2023-12-31/abroad", "national-permanent employment=P4Y employment-abroad=P0D"},
	{"abroad around a job at home", "", permanent + "work=2023-01-01..2024-12-31/abroad,2023-07-01..2024-06-30", "national-permanent employment=P2Y employment-abroad=P1Y"},
	{"two jobs, each day once", "", permanent + "work=2022-11-22..2025-11-21,2024-01-01..2026-11-21", "national-permanent employment=P4Y"},
	{"a change of jobs without a gap", "", permanent + "work=2022-11-22..2024-03-15,2024-03-16..2026-11-21", "national-permanent employment=P4Y"},
	{"leftover days make a month by 31", "", permanent + "work=2023-01-01..2023-01-15,2023-03-01..2023-03-15", "national-permanent employment=P30D"},
	{"31 of them", "", permanent + "work=2023-01-01..2023-01-15,2023-03-01..2023-03-16", "national-permanent employment=P1M"},
	{"part time is left out", "", permanent + "work=2022-11-22..2026-11-21/80%", "national-permanent employment=P0D +employment-part-time +employment-short"},
	{"full time said aloud", "", permanent + "work=2022-11-22..2026-11-21/100%", "national-permanent employment=P4Y -employment-part-time"},
	{"four years before 29 February 2028", "2028-02-29", permanent + "work=2020-01-01..2028-02-28", "national-permanent employment-from=2024-02-29 employment=P4Y"},
	{"four years before 29 February, in a year without", "2104-02-29", "goal=permanent legal_since=2092-02-29 work=2092-01-01..2104-02-28", "national-permanent employment-from=2100-03-01 employment=P3Y11M28D"},
	{"the rule of page 000 begins", "2025-07-01", permanent + "work=2020-01-01..2025-06-30", "national-permanent employment=P4Y"},
	{"before it, the rule is unknown", "2025-06-30", permanent + "work=2020-01-01..2025-06-30", "national-permanent employment="},
	{"the edition of 2015: three of five years", "2015-06-01", "goal=permanent legal_since=2009-01-01 work=2011-01-01..2013-12-31", "national-permanent employment=P3Y employment-from=2010-06-01 employment-by=2015-06-01 +employment-2015"},
	{"one day less", "2015-06-01", "goal=permanent legal_since=2009-01-01 work=2011-01-02..2013-12-31", "national-permanent employment=P2Y11M30D +employment-short"},
	{"its first day", "2015-01-01", "goal=permanent legal_since=2009-01-01 work=2011-01-01..2013-12-31", "national-permanent employment=P3Y"},
	{"before it", "2014-12-31", "goal=permanent legal_since=2009-01-01 work=2011-01-01..2013-12-31", "national-permanent employment="},
	{"its last day", "2015-12-09", "goal=permanent legal_since=2009-01-01 work=2011-01-01..2013-12-31", "national-permanent employment=P3Y"},
	{"after it", "2015-12-10", "goal=permanent legal_since=2009-01-01 work=2011-01-01..2013-12-31", "national-permanent employment="},
	{"work until the end of time", "", permanent + "work=2026-11-22..9999-12-31", "national-permanent employment=P0D employment-by=2030-05-22"},

	{"residence so far", "", permanent, "national-permanent residence=P6Y8M21D residence-by=2028-03-01 +residence-counted"},
	{"time abroad in it, within the cap", "", permanent + "absences=2022-01-01..2023-12-31/work", "national-permanent residence=P6Y8M21D residence-abroad=P2Y -residence-abroad-capped"},
	{"time abroad beyond the cap", "", permanent + "absences=2022-01-01..2024-03-31/work", "national-permanent residence=P6Y5M21D residence-abroad=P2Y3M +residence-abroad-capped residence-by=2028-06-01"},
	{"not begun", "", "goal=permanent legal_since=2027-01-01", "national-permanent residence= residence-reached=2035-01-01"},
}

const permanent = "goal=permanent legal_since=2020-03-01 "

func TestEmployment(t *testing.T) { run(t, employmentRows) }
