package forms

import (
	"fmt"
	"slices"
	"testing"

	"mappe/internal/civil"
)

var windowRows = []row{
	{"the day before it opens", "2026-10-30", extension, "mf4 state=not-yet opens=2026-10-31 +not-yet biometrics=2026-11-14 biometrics-if=2026-10-31"},
	{"the day it opens", "2026-10-31", extension, "mf4 state=open -not-yet biometrics=2026-11-14 biometrics-if=2026-10-31"},
	{"two days before the expiry", "2027-01-29", extension, "mf4 state=open last=2027-01-30"},
	{"the last safe day", "2027-01-30", extension, "mf4 state=last-day +last-day biometrics=2027-02-13 +X-28"},
	{"the expiry day", "2027-01-31", extension, "mf4 state=expiry-day outcome=file +expiry-day expires=2027-01-31"},
	{"the day after", "2027-02-01", extension, "too-late outcome=blocked opens= biometrics= fee=not-computed +S4-10 -X-27"},
	{"the day after, visa-exempt", "2027-02-01", extension + "visa_exempt=true", "too-late +X-27"},
	{"expires on 31 May", "2027-02-28", extension + "permit.expires=2027-05-31", "mf4 state=not-yet opens=2027-03-01 opens-else=2027-02-28 +month-end"},
	{"expires on 29 May before a leap year's end of February", "", extension + "permit.expires=2028-05-29", "mf4 opens=2028-02-29 opens-else="},
	{"expires on 30 May", "", extension + "permit.expires=2027-05-30", "mf4 opens=2027-03-01 opens-else=2027-02-28"},
	{"expires on 31 July", "", extension + "permit.expires=2027-07-31", "mf4 opens=2027-05-01 opens-else=2027-04-30"},
	{"expires on 31 August", "", extension + "permit.expires=2027-08-31", "mf4 opens=2027-05-31 opens-else= -month-end"},
	{"biometrics within the validity", "", extension, "mf4 biometrics=2026-12-06 biometrics-if=2026-11-22 -X-28"},
	{"biometrics on the expiry day", "2027-01-17", extension, "mf4 biometrics=2027-01-31 +X-28"},
	{"the case's sponsor is not asked of an expatriate Dane's family", "", "goal=extend basis=expatriate-dane", " outcome=undecided ask=permit.expires"},
	{"the sponsor first", "", "goal=extend basis=accompanying-family", " outcome=undecided ask=sponsor.status"},
	{"then what for", "", "goal=extend basis=accompanying-family status=citizen", " outcome=undecided ask=sponsor.ground"},
}

// feeRows: the day of submission decides, which is the opening day for a
// window that is not open yet. 31 March 2027 opens on 31 December 2026.
var feeRows = []row{
	{"2026", "", extension, "mf4 fee=known total=3080 each=3080 +fee-differs-from-captured-page +fee-changes-in-window"},
	{"the last day of 2026", "2026-12-31", extension, "mf4 fee=known total=3080"},
	{"the first day of 2027", "2027-01-01", extension, "mf4 fee=not-published total=0 +fee-not-published -fee-changes-in-window"},
	{"opens on the last day of 2026", "", extension + "permit.expires=2027-03-31", "mf4 opens=2026-12-31 fee=known total=3080 +fee-changes-in-window"},
	{"opens on the first day of 2027", "", extension + "permit.expires=2027-04-01", "mf4 opens=2027-01-01 fee=not-published +fee-not-published"},
	{"expires on the last day of 2026", "", extension + "permit.expires=2026-12-31", "mf4 fee=known -fee-changes-in-window"},
	{"last safe day is the last of 2026", "", extension + "permit.expires=2027-01-01", "mf4 last=2026-12-31 -fee-changes-in-window"},
	{"2015 has no earlier rate to show", "2015-06-01", extension + "permit.expires=2015-07-31", "mf4 fee=not-published +fee-unknown -fee-not-published"},
	{"two people, two fees", "", extension + "||relation=child born=2020-01-01 moved_out=false", "mf4 apps=2 fee=known each=3080 total=6160|mf4 total=6160"},
	{"one of them in the new year", "", extension + "||permit.expires=2027-04-30", "mf4 apps=2 fee=mixed total=0|mf4"},
	{"two rates", "2025-12-15", extension + "permit.expires=2026-02-28||permit.expires=2026-04-30", "mf4 apps=2 fee=known each=0 total=5460|mf4"},
	{"nobody files", "2027-02-01", extension, "too-late apps=0 fee=not-computed total=0"},
	{"OD2/D costs nothing", "", dane, "od2d fee=free total=0"},
	{"BF1/US names no fee", "", stayFacts, "bf1 fee=not-stated total=0 +fee-not-stated"},
	{"BF2-3/US names no fee", "", away + "left_on=2026-01-01", "bf23 fee=not-stated total=0 +fee-not-stated"},
}

// feeDays are the first and last days of every rate, 0 for a gap.
var feeDays = []struct {
	day string
	dkk int
}{
	{"2015-12-31", 0}, {"2016-01-01", 1720}, {"2016-12-31", 1720}, {"2017-01-01", 0}, {"2017-12-31", 0},
	{"2018-01-01", 1645}, {"2018-12-31", 1645}, {"2019-01-01", 0}, {"2019-12-31", 0},
	{"2020-01-01", 1470}, {"2020-12-31", 1470}, {"2021-01-01", 1680}, {"2021-12-31", 1680}, {"2022-01-01", 0}, {"2023-05-16", 0},
	{"2023-05-17", 2635}, {"2023-12-31", 2635}, {"2024-01-01", 2880}, {"2024-12-31", 2880}, {"2025-01-01", 2380}, {"2025-12-31", 2380},
	{"2026-01-01", 3080}, {"2026-12-31", 3080}, {"2027-01-01", 0}, {"2030-01-01", 0},
}

var feeDayRows = func() (rows []row) {
	for _, x := range feeDays {
		day := civil.MustParse(x.day)
		want := fmt.Sprintf("mf4 state=open fee=known each=%d total=%d", x.dkk, x.dkk)
		switch x.dkk {
		case 0:
			want = "mf4 state=open fee=not-published each=0 total=0"
		case 2880:
			want += " -fee-differs-from-captured-page"
		default:
			want += " +fee-differs-from-captured-page"
		}
		rows = append(rows, row{"fee on " + x.day, x.day, extension + "permit.expires=" + day.AddDays(40).String(), want})
	}
	return rows
}()

var forecastRows = []row{
	{"four years", "", extension, "mf4 until=2031-01-31 because=four-years ask="},
	{"four years from 29 February", "2028-01-10", extension + "permit.expires=2028-02-29", "mf4 until=2032-02-29"},
	{"eight years on the expiry day", "", extension + "same_grounds_since=2019-01-31", "mf4 until=2032-01-31 because=five-years -eight-years-missed"},
	{"five years from 29 February", "2028-01-10", extension + "permit.expires=2028-02-29 same_grounds_since=2019-01-31", "mf4 until=2033-02-28 because=five-years"},
	{"eight years a day before", "", extension + "same_grounds_since=2019-01-30", "mf4 because=five-years"},
	{"eight years a day too late", "", extension + "same_grounds_since=2019-02-01", "mf4 until=2031-01-31 because=four-years +eight-years-missed"},
	{"since 29 February, reached on it", "2028-01-10", extension + "permit.expires=2028-02-29 same_grounds_since=2020-02-29", "mf4 because=five-years"},
	{"since 29 February, reached on 1 March", "2027-01-10", extension + "permit.expires=2032-02-28 same_grounds_since=2024-02-29 passport.expires=2045-01-01", "mf4 because=four-years"},
	{"the passport", "", extension + "passport.expires=2030-06-30", "mf4 until=2030-03-30 because=passport +passport-caps-permit +extend-after-passport"},
	{"the passport at a month's end", "", extension + "passport.expires=2030-05-31", "mf4 until=2030-02-28 until-else=2030-03-01 +month-end"},
	{"the passport on the same day as the four years", "", extension + "passport.expires=2031-04-30 permit.expires=2027-01-30", "mf4 until=2031-01-30 because=four-years"},
	{"the passport a day earlier", "", extension + "passport.expires=2031-04-29 permit.expires=2027-01-30", "mf4 until=2031-01-29 because=passport"},
	{"a temporary job", "", extension + "occupation=employed-temporarily occupation_ends=2028-12-31", "mf4 until=2028-12-31 because=employment +S4-41"},
	{"a temporary job beyond the four years", "", extension + "occupation=employed-temporarily occupation_ends=2031-02-01", "mf4 because=four-years -S4-41"},
	{"a PhD", "", extension + "occupation=phd occupation_ends=2028-12-31", "mf4 until=2028-12-31 because=phd +S4-42"},
	{"the earliest of three caps", "", extension + "passport.expires=2030-06-30 occupation=phd occupation_ends=2030-03-29", "mf4 until=2030-03-29 because=phd"},
	{"passport and job on one day", "", extension + "passport.expires=2030-06-30 occupation=employed-temporarily occupation_ends=2030-03-30", "mf4 until=2030-03-30 because=passport"},
	{"a job that ends before the permit", "", extension + "occupation=employed-temporarily occupation_ends=2026-12-31", "mf4 until=2026-12-31 +forecast-not-later"},
	{"a student has no end", "", extension + "occupation=student", "mf4 because=four-years ask="},
	{"the end is asked for", "", extension + "occupation=employed-temporarily", "mf4 until= ask=sponsor.occupation_ends"},
	{"the grounds are asked for", "", extension + "same_grounds_since=", "mf4 until= ask=permit.same_grounds_since"},
	{"not where they change nothing", "", extension + "same_grounds_since= passport.expires=2030-06-30", "mf4 until=2030-03-30 ask="},
	{"where the passport falls between", "", extension + "same_grounds_since= passport.expires=2031-08-31", "mf4 until= ask=permit.same_grounds_since"},
	{"an expired passport asks no more", "", extension + "same_grounds_since= passport.expires=2026-01-01", "mf4 until= ask="},
	{"everything open", "", "goal=extend basis=expatriate-dane permit.expires=2027-01-31 relation=spouse", "mf4 until= ask=lives_together,permit.same_grounds_since,passport.expires,sponsor.occupation"},
}

// conditionRows: what only the authority can judge is told, each to those whom
// it concerns.
var conditionRows = []row{
	{"another form, and the permit has expired", "", "goal=extend basis=work-or-study permit.expires=2026-06-01", "other-extension +extension-too-late"},
	{"another form, on the day of expiry", "2026-06-01", "goal=extend basis=work-or-study permit.expires=2026-06-01", "other-extension +permit-expires-today -extension-too-late"},
	{"another form, in time", "2026-05-31", "goal=extend basis=work-or-study permit.expires=2026-06-01", "other-extension -permit-expires-today -extension-too-late"},
	{"a refugee's permit has expired", "", "goal=extend basis=asylum permit.expires=2026-11-22", "asylum-extension +asylum-permit-expired"},
	{"a refugee's permit has not", "", "goal=extend basis=asylum permit.expires=2026-11-23", "asylum-extension -asylum-permit-expired"},
	{"eight years between filing and expiry", "", extension + "same_grounds_since=2019-01-20 permit.expires=2027-01-31", "mf4 because=five-years +eight-years-between"},
	{"eight years on the day of filing", "", extension + "same_grounds_since=2018-11-22 permit.expires=2027-01-31", "mf4 because=five-years -eight-years-between"},
	{"residence on an expired permit", "", "goal=permanent legal_since=2019-01-01 permit.expires=2026-11-21", "national-permanent +residence-permit-expired"},
	{"residence on a permit that expires today", "", "goal=permanent legal_since=2019-01-01 permit.expires=2026-11-22", "national-permanent -residence-permit-expired"},
	{"a spouse", "", extension, "mf4 +show-joint-address -S4-17 +show-sponsor-conditions +show-support-employed -show-support +S4-22 +S4-27 +S4-02 +S4-33 -S4-32 -S4-29 -biometrics-minor -S4-20"},
	{"a spouse elsewhere is told once", "", extension + "lives_together=false", "mf4 +S4-16 -show-joint-address"},
	{"a child under 18", "", grownUp + "born=2015-05-05 first_before_18=", "mf4 +show-joint-address -S4-17 +S4-29 -S4-27 +biometrics-minor"},
	{"a child of 18", "", grownUp, "mf4 +S4-17 -show-joint-address +S4-27 -S4-29 -biometrics-minor"},
	{"a sponsor who studies", "", extension + "occupation=student", "mf4 +show-support -show-support-employed"},
	{"a sponsor with an establishment card", "", extension + "occupation=establishment-card", "mf4 +show-support"},
	{"a sponsor with a start-up", "", extension + "occupation=start-up", "mf4 +show-support"},
	{"a sponsor from the Greencard scheme was never exempted", "", extension + "ground=greencard", "mf4 cite=S4-04 +S4-32 -S4-33"},
	{"a sponsor after studies", "", extension + "ground=study", "mf4 cite=S4-03 +S4-33"},
	{"an expatriate Dane's family", "", extension + "basis=expatriate-dane status= ground=", "mf4 cite=S4-05 +S4-20 +S4-32 -S4-33"},
	{"one parent, joint custody, a limited consent", "", grownUp + "born=2015-05-05 first_before_18= one_parent_in_denmark=true joint_custody=true consent_was_limited=true", "mf4"},
	{"a document in German", "", extension + "document_languages=en,de", "mf4"},
	{"the passport, and what to do", "", extension + "passport.expires=2027-04-30", "mf4 +renew-passport-first +passport-caps-permit -extend-after-passport"},
}

func TestWindow(t *testing.T)     { run(t, windowRows) }
func TestFee(t *testing.T)        { run(t, slices.Concat(feeRows, feeDayRows)) }
func TestForecast(t *testing.T)   { run(t, forecastRows) }
func TestConditions(t *testing.T) { run(t, conditionRows) }
