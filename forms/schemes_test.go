package forms

import (
	"slices"
	"strings"
	"testing"
)

const (
	// stayFacts keep a temporary permit from family reunification during eight
	// months of secondment that have not begun yet.
	stayFacts = "goal=keep permit.kind=temporary basis=family-reunification conflict_area=false reason=secondment home_kept=true in_cpr=true left_on=2026-12-01 returns_on=2027-08-01 mitid=true "
	// posted is a state posting under the rule of 1 July 2025.
	posted = "goal=keep permit.kind=temporary basis=family-reunification conflict_area=false reason=state-posting left_on=2026-01-10 posting_ends=2027-01-31 returns_on=2027-02-15 permit.expires=2028-05-01 "
	// extension is that of a spouse whose sponsor works, with nothing to cap it.
	extension = "goal=extend basis=accompanying-family status=permanent ground=work permit.expires=2027-01-31 relation=spouse lives_together=true same_grounds_since=2022-02-01 passport.expires=2035-06-30 occupation=employed document_languages=en "
	// grownUp is a child of the sponsor who is 19.
	grownUp = extension + "relation=child born=2007-05-05 moved_out=false first_before_18=true "
	// dane is permanent EU residence after nearly five years without gaps.
	dane = "goal=permanent-eu basis=eu-family-of-dane eu_residence_since=2022-01-15 card_expires=2027-02-10 eu_citizen=false filing=online representative.kind=none income=2022-01-15..2026-11-22 danish_family_member.income=2022-01-15..2026-11-22 "
)

var euPermanent = "goal=keep permit.kind=eu-permanent left_on=2026-01-10 returns_on=2027-01-10 "

// schemeRows reach every scheme of the contract with as few facts as it takes.
var schemeRows = []row{
	{"mf4", "", "goal=extend basis=expatriate-dane permit.expires=2027-01-31 relation=spouse", "mf4 outcome=file form=MF4 authority=SIRI"},
	{"mf4 of a sponsor with permanent residence", "", "goal=extend basis=accompanying-family status=permanent ground=work permit.expires=2027-01-31 relation=other-family", "mf4"},
	{"mf4 of a Danish sponsor from the Greencard scheme", "", "goal=extend basis=accompanying-family status=citizen ground=greencard permit.expires=2027-01-31 relation=cohabiting-partner", "mf4"},
	{"bf1", "", stayFacts, "bf1 outcome=file form=BF1/US authority=DIS state=always ask="},
	{"bf23", "", stayFacts + "left_on=2026-03-01 returns_on=2027-02-01 filing=online prevented_from_returning=false", "bf23 outcome=file form=BF2-3/US variant=online authority=DIS last=2027-01-31 ask="},
	{"od2d", "", "goal=permanent-eu basis=eu-family-of-dane", "od2d outcome=file form=OD2/D authority=SIRI"},

	{"state-posting", "", posted, "state-posting outcome=nothing-to-file authority=DIS re-enter-by=2027-02-28 ask="},
	{"within-limit", "", stayFacts + "returns_on=2027-06-01", "within-limit outcome=nothing-to-file authority=DIS leave-limit=2027-06-01 ask="},
	{"refugee-in-europe", "", "goal=keep permit.kind=temporary basis=asylum conflict_area=false reason=education in_europe=true protected_elsewhere=false", "refugee-in-europe outcome=nothing-to-file authority=DIS ask="},
	{"re-education", "", "goal=keep permit.kind=temporary basis=family-reunification conflict_area=false reason=re-education born=2012-01-01 left_on=2026-03-01", "re-education outcome=nothing-to-file authority=DIS ask="},
	{"asylum-extension", "", "goal=extend basis=asylum", "asylum-extension outcome=nothing-to-file authority=DIS ask="},
	{"eu-permanent-short-absence", "", euPermanent, "eu-permanent-short-absence outcome=nothing-to-file authority=SIRI leave-limit=2028-01-09 ask="},

	{"siri-dispensation by basis", "", stayFacts + "basis=accompanying-family", "siri-dispensation outcome=elsewhere authority=SIRI leave-limit=2027-06-01"},
	{"siri-dispensation by an earlier permit", "", stayFacts + "permit.kind=permanent from_siri=true returns_on=2028-01-01", "siri-dispensation outcome=elsewhere authority=SIRI leave-limit=2027-12-01 ask="},
	{"eu-permanent-dispensation", "", euPermanent + "returns_on=2028-06-01", "eu-permanent-dispensation outcome=elsewhere authority=SIRI leave-limit=2028-01-09 ask="},
	{"eu-permanent-other", "", "goal=permanent-eu basis=eu-other", "eu-permanent-other outcome=elsewhere authority=SIRI ask="},
	{"national-permanent", "", "goal=permanent legal_since=2020-11-01", "national-permanent outcome=elsewhere authority=DIS residence-reached=2028-11-01 ask="},
	{"other-extension", "", "goal=extend basis=family-reunification", "other-extension outcome=elsewhere ask="},
	{"conflict-area", "", "goal=keep permit.kind=temporary conflict_area=true", "conflict-area outcome=elsewhere authority=DIS ask="},
	{"home-with-refugee", "", "goal=keep permit.kind=temporary basis=family-of-refugee conflict_area=false reason=private home_with_refugee=true", "home-with-refugee outcome=elsewhere authority=DIS ask="},
	{"child-lapsed", "", "permit.lapsed=true born=2012-01-01", "child-lapsed outcome=elsewhere authority=DIS ask="},

	{"state-posting-transition", "", posted + "left_on=2024-08-01 exempted_before_july_2025=false home_kept_on_2025_07_01=false", "state-posting-transition outcome=ask-authority authority=DIS ask="},
	{"conscription", "", "goal=keep permit.kind=temporary basis=family-reunification conflict_area=false reason=conscription", "conscription outcome=ask-authority authority=DIS ask="},

	{"too-late", "", "goal=extend basis=expatriate-dane permit.expires=2026-11-21", "too-late outcome=blocked authority=SIRI ask="},
	{"biometrics-refused", "", extension + "refuses_biometrics=true", "biometrics-refused outcome=blocked authority=SIRI ask="},

	{"lapsed", "", "permit.lapsed=true born=1990-01-01", "lapsed outcome=new-permit ask="},
	{"lapses-on-leaving", "", stayFacts + "home_kept=false intends_to_return=false", "lapses-on-leaving outcome=new-permit authority=DIS ask="},
	{"moved-out", "", "goal=extend basis=expatriate-dane permit.expires=2027-01-31 relation=child born=2007-05-05 moved_out=true", "moved-out outcome=new-permit authority=SIRI ask="},
}

func TestSchemes(t *testing.T) {
	run(t, schemeRows)
	for _, s := range Schemes {
		if !slices.ContainsFunc(schemeRows, func(r row) bool { return strings.Fields(r.want)[0] == s.ID }) {
			t.Errorf("no row reaches %s", s.ID)
		}
		if !slices.Contains(root.ends.ids(), s.ID) {
			t.Errorf("the tree does not lead to %s", s.ID)
		}
	}
	for _, id := range root.ends.ids() {
		if _, ok := ByID(id); !ok {
			t.Errorf("the tree leads to %q, which is no scheme", id)
		}
	}
	if s, ok := ByID("mf5"); ok {
		t.Errorf("mf5 is %+v", s)
	}
}

// completeRows are the cases that no page lists and the contract settles.
var completeRows = []row{
	{"lapsed comes before the goal", "", extension + "permit.lapsed=true born=1990-01-01", "lapsed authority=SIRI"},
	{"lapsed, under 18", "", stayFacts + "permit.lapsed=true born=2008-11-23", "child-lapsed"},
	{"lapsed, 18 today", "", stayFacts + "permit.lapsed=true born=2008-11-22", "lapsed authority=DIS"},
	{"lapsed, age unknown", "", "permit.lapsed=true", " outcome=undecided ask=born possible=child-lapsed,lapsed"},
	{"not lapsed", "", stayFacts + "permit.lapsed=false", "bf1"},

	{"home given up for good", "", stayFacts + "home_kept=false intends_to_return=false left_on= returns_on=", "lapses-on-leaving +S1-05"},
	{"home kept, for good", "", stayFacts + "intends_to_return=false", "bf1"},
	{"home given up, means to return", "", stayFacts + "home_kept=false intends_to_return=true", "bf1 +X-07"},
	{"home given up for good on a state posting", "", posted + "home_kept=false intends_to_return=false", "state-posting"},
	{"home given up for good, asylum", "", stayFacts + "basis=asylum in_europe=false protected_elsewhere=false home_kept=false intends_to_return=false", "bf1"},

	{"keep with an eu-card", "", "goal=keep permit.kind=eu-card", "eu-permanent-other outcome=elsewhere ask="},
	{"extend on another basis", "", "goal=extend basis=work-or-study", "other-extension ask="},
	{"extend with a temporary sponsor", "", "goal=extend basis=accompanying-family status=temporary", "other-extension ask="},
	{"extend with a sponsor on another ground", "", "goal=extend basis=accompanying-family status=citizen ground=other", "other-extension ask="},
	{"the marriage has ended", "", extension + "relation=ended", "other-extension outcome=elsewhere ask="},
	{"the marriage has ended, expatriate Dane", "", extension + "basis=expatriate-dane relation=ended", "other-extension"},

	{"grown-up child at home", "", grownUp, "mf4 ask="},
	{"grown-up child, first permit after 18", "", grownUp + "first_before_18=false", "moved-out +S4-13"},
	{"grown-up child elsewhere", "", grownUp + "lives_together=false", "moved-out"},
	{"minor child elsewhere", "", grownUp + "born=2012-05-05 lives_together=false one_parent_in_denmark=false", "mf4 outcome=file +S4-16"},
	{"grown-up child moved out and back", "", grownUp + "moved_out=true", "moved-out +S4-14"},
	{"child of 17 moved out", "", grownUp + "born=2008-11-23 moved_out=true", "moved-out +X-23 -S4-14"},
	{"child of 18 today moved out", "", grownUp + "born=2008-11-22 moved_out=true", "moved-out -X-23 +S4-14"},
	{"child of 17", "", grownUp + "born=2008-11-23 first_before_18=", "mf4"},
	{"child of 18 today", "", grownUp + "born=2008-11-22 first_before_18=", " outcome=undecided ask=permit.first_before_18"},
	{"child born on 29 February, the day before", "2026-02-28", grownUp + "permit.expires=2026-04-30 born=2008-02-29 first_before_18=false", "mf4"},
	{"child born on 29 February, 18 on 1 March", "2026-03-01", grownUp + "permit.expires=2026-04-30 born=2008-02-29 first_before_18=false", "moved-out"},

	{"spouse elsewhere", "", extension + "lives_together=false", "mf4 outcome=file +S4-16"},
	{"spouse at home", "", extension, "mf4 -S4-16 ask="},

	{"returned after the limit", "", stayFacts + "left_on=2026-01-01 returns_on=2026-11-21", "lapsed outcome=new-permit authority=DIS"},
	{"over the limit without purpose or obstacle", "", stayFacts + "reason=private left_on=2026-01-01 returns_on=2026-12-21 prevented_from_returning=false", "lapsed +S1-23"},
	{"over the limit, held back", "", stayFacts + "reason=private left_on=2026-01-01 returns_on=2026-12-21 prevented_from_returning=true filing=online", "bf23 +S1-31"},
	{"private, the limit not passed", "", stayFacts + "reason=private", "bf1 outcome=file +S1-23"},
	{"re-education as an adult", "", stayFacts + "reason=re-education born=2000-01-01", "bf1 +S1-23"},
	{"home to be given up, not left", "", stayFacts + "home_kept=false in_cpr=", "bf1"},
	{"home to be given up, left today", "", stayFacts + "home_kept=false in_cpr= left_on=2026-11-22", "bf1"},
	{"abroad without a home", "", stayFacts + "home_kept=false in_cpr= left_on=2026-11-21 filing=online", "bf23 +X-07"},
	{"abroad, not in CPR", "", stayFacts + "in_cpr=false left_on=2026-11-21 filing=online", "bf23"},
	{"abroad, home and CPR", "", stayFacts + "left_on=2026-11-21", "bf1 +X-10"},
	{"not left, not in CPR", "", stayFacts + "in_cpr=false filing=online", "bf23"},
	{"no MitID", "", stayFacts + "mitid=false", "bf1 +X-10 ask="},

	{"posted on work or study", "", posted + "basis=work-or-study", "state-posting +confirm-with-siri"},
	{"posted as accompanying family", "", posted + "basis=accompanying-family reason=accompanying-state-posting", "state-posting +confirm-with-siri"},
	{"posted as family of an expatriate Dane", "", posted + "basis=expatriate-dane", "state-posting +confirm-with-siri"},
	{"posted on family reunification", "", posted, "state-posting -confirm-with-siri +S0-15 +S0-16"},
	{"seconded on work or study", "", stayFacts + "basis=work-or-study", "siri-dispensation"},

	{"dispensation to be extended", "", stayFacts + "left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "bf1 last=2027-03-30 expires=2027-03-31 state=open dispensation-ends=2027-03-30 leave-limit= +S1-40"},

	{"passport expired", "", extension + "passport.expires=2026-11-21", "mf4 outcome=file until= +passport-expired ask="},
	{"passport expires today", "", extension + "passport.expires=2026-11-22", "mf4 until=2026-08-22 because=passport -passport-expired +renew-passport-first"},
	{"forecast not later than today's expiry", "", extension + "passport.expires=2027-04-30", "mf4 until=2027-01-30 because=passport +renew-passport-first"},
	{"forecast on the expiry day", "", extension + "permit.expires=2027-01-30 passport.expires=2027-04-30", "mf4 until=2027-01-30 +renew-passport-first"},
	{"forecast a day later than the expiry", "", extension + "passport.expires=2027-05-01", "mf4 until=2027-02-01 because=passport -renew-passport-first +extend-after-passport"},
}

func TestComplete(t *testing.T) { run(t, completeRows) }

// Every condition on the way has its line in the trace, with what was found.
func TestTrace(t *testing.T) {
	for _, r := range schemeRows {
		for _, c := range assess(t, r.on, r.facts, ourBook(t)).Cases {
			path, lines := c.Path(), c.Trace()
			if len(lines) != len(path) {
				t.Errorf("%s: %d lines for %d conditions", r.name, len(lines), len(path))
				continue
			}
			for i, s := range path {
				if found, _, _ := strings.Cut(lines[i], " "); found != s.Finding.Truth.String() {
					t.Errorf("%s: %q, where %s was found", r.name, lines[i], s.Finding.Truth)
				}
			}
		}
	}
}
