package checklist

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// documentRows: what a case that differs from a plain one in some lines must
// enclose beyond (+) or less than (-) the plain one.
var documentRows = []struct{ name, plain, with, want string }{
	{"employed", "mf4", "sponsor: {status: permanent, ground: work, occupation: employed}", "+mf4-list-working"},
	{"employed for a time", "mf4", "sponsor: {status: permanent, ground: work, occupation: employed-temporarily, occupation_ends: 2028-01-01}", "+mf4-list-working"},
	{"student", "mf4", "sponsor: {status: permanent, ground: study, occupation: student}", "+mf4-list-studying +support-student"},
	{"unpaid PhD", "mf4", "sponsor: {status: permanent, ground: study, occupation: phd, occupation_ends: 2028-01-01}", "+mf4-list-studying +support-student"},
	{"establishment card", "mf4", "sponsor: {status: permanent, ground: work, occupation: establishment-card}", "+support-establishment-card"},
	{"start-up", "mf4", "sponsor: {status: permanent, ground: work, occupation: start-up}", "+support-start-up"},
	{"foreign papers", "mf4", "document_languages: [en, uk]", "+translation"},
	{"papers in all accepted languages", "mf4", "document_languages: [en, da, sv, no, nb, nn]", ""},
	{"solicitor", "mf4", "representative: {kind: solicitor}", ""},
	{"another representative", "mf4", "representative: {kind: other}", "+power-of-attorney"},
	{"nobody", "mf4", "representative: {kind: none}", ""},

	{"with both parents", "child", "one_parent_in_denmark: false", ""},
	{"with one parent", "child", "one_parent_in_denmark: true", "+mf4-list-one-parent"},
	{"joint custody, open consent", "child", "one_parent_in_denmark: true\njoint_custody: true\nconsent_was_limited: false", "+mf4-list-one-parent"},
	{"sole custody, limited consent", "child", "one_parent_in_denmark: true\njoint_custody: false\nconsent_was_limited: true", "+mf4-list-one-parent"},
	{"joint custody, limited consent", "child", "one_parent_in_denmark: true\njoint_custody: true\nconsent_was_limited: true", "+mf4-list-one-parent +consent-other-parent"},
	{"grown up, with one parent", "child", "born: 2008-11-22\npermit.first_before_18: true\none_parent_in_denmark: true\njoint_custody: true\nconsent_was_limited: true", ""},

	{"direct employment", "bf1", "reason: direct-employment", "-reason-posting -employment-whole-period +reason-employment"},
	{"accompanying", "bf1", "reason: accompanying-secondment", ""},
	{"education", "bf1", "reason: education", "-reason-posting -employment-whole-period +reason-education"},
	{"au pair", "bf1", "reason: au-pair", "-reason-posting -employment-whole-period +reason-other"},
	{"care", "bf1", "reason: care", "-reason-posting -employment-whole-period +reason-care"},
	{"private", "bf1", "reason: private", "-reason-posting -employment-whole-period +reason-other"},
	{"no MitID", "bf1", "mitid: false", "+mitid-exemption"},

	{"on paper, adult", "bf23", "filing: paper", "+form-bf2"},
	{"on paper, child alone", "bf23", "filing: paper\nborn: 2015-01-01\napplies_with_adult: false", "+form-bf3"},
	{"on paper, child with an adult", "bf23", "filing: paper\nborn: 2015-01-01\napplies_with_adult: true", "+form-bf2"},
	{"held back", "bf23", "prevented_from_returning: true", "+unforeseen-event"},
	{"held back, the limit not passed", "bf23", "left_on: 2026-11-01\nin_cpr: false\nprevented_from_returning: true", ""},
	{"held back, private", "bf23", "reason: private\nprevented_from_returning: true", "-reason-posting -employment-whole-period +reason-other +unforeseen-event"},
	{"represented", "bf23", "representative: {kind: other}", "+power-of-attorney"},

	{"back before the permit ends", "posting", "permit.expires: 2027-02-16", ""},
	{"back on the day it ends", "posting", "permit.expires: 2027-02-15", "+posting-for-extension"},
	{"refugee", "posting", "permit.expires: 2027-02-15\npermit.basis: asylum", ""},
	{"permanent permit", "posting", "permit.expires: 2027-02-15\npermit.kind: permanent", ""},

	{"in person", "od2d", "filing: in-person", "+passport-original"},
	{"an EU citizen", "od2d", "eu_citizen: true", "-biometrics-card"},
	{"refuses biometrics", "od2d", "refuses_biometrics: true", "-biometrics-card"},
	{"gaps", "od2d", "income: []", "+residence-evidence"},
	{"the Danish family member's gaps", "od2d", "danish_family_member: {income: []}", "+residence-evidence-dane"},
	{"a helper", "od2d", "representative: {kind: other}", "+power-of-attorney"},
	{"a solicitor", "od2d", "representative: {kind: solicitor}", ""},
}

// plain are complete cases, one fact a line.
var plain = map[string]string{
	"mf4": "goal: extend\npermit.basis: accompanying-family\npermit.expires: 2027-01-31\nrelation: spouse\nlives_together: true\n" +
		"permit.same_grounds_since: 2022-01-01\npassport.expires: 2035-01-01\ndocument_languages: []\nsponsor: {status: permanent, ground: work}",
	"child": "goal: extend\npermit.basis: expatriate-dane\npermit.expires: 2027-01-31\nrelation: child\nborn: 2012-01-01\nmoved_out: false\nlives_together: true\n" +
		"permit.same_grounds_since: 2022-01-01\npassport.expires: 2035-01-01\ndocument_languages: []\nsponsor: {occupation: establishment-card}",
	"bf1": "goal: keep\npermit.kind: temporary\npermit.basis: family-reunification\nmitid: true\nborn: 1990-01-01\nconflict_area: false\nreason: secondment\nhome_kept: true\nin_cpr: true\nleft_on: 2026-12-01\nreturns_on: 2027-12-01",
	"bf23": "goal: keep\npermit.kind: temporary\npermit.basis: family-reunification\nborn: 1990-01-01\nfiling: online\nconflict_area: false\nreason: secondment\nhome_kept: true\nin_cpr: true\nleft_on: 2026-01-01\nreturns_on: 2027-12-01\n" +
		"prevented_from_returning: false",
	"posting": "goal: keep\npermit.kind: temporary\npermit.basis: family-reunification\npermit.expires: 2029-01-01\nconflict_area: false\nreason: state-posting\nleft_on: 2026-01-10\nposting_ends: 2027-01-31\nreturns_on: 2027-02-15",
	"od2d": "goal: permanent-eu\npermit.basis: eu-family-of-dane\npermit.eu_residence_since: 2022-01-15\npermit.card_expires: 2027-06-01\neu_citizen: false\nfiling: online\nrepresentative: {kind: none}\n" +
		"income: [{from: 2022-01-01, to: 2027-01-01}]\ndanish_family_member: {income: [{from: 2022-01-01, to: 2027-01-01}]}",
}

// stayFacts stand under stay_abroad, whatever a row writes.
var stayFacts = strings.Fields("conflict_area reason home_kept in_cpr left_on returns_on posting_ends prevented_from_returning")

// caseOf writes a profile of one person from lines, the later ones first.
func caseOf(lines string) string {
	var top, stay, blocks []string
	seen := map[string]bool{}
	add := map[string][]string{}
	all := strings.Split(lines, "\n")
	slices.Reverse(all)
	for _, line := range all {
		key, value, _ := strings.Cut(line, ":")
		block, rest, inBlock := strings.Cut(key, ".")
		switch {
		case seen[key]:
		case slices.Contains(stayFacts, key):
			stay = append(stay, line)
		case inBlock:
			add[block] = append(add[block], rest+":"+value)
		default:
			top = append(top, "  "+line+"\n")
		}
		seen[key] = true
	}
	add["stay_abroad"] = stay
	for _, block := range []string{"permit", "passport", "stay_abroad"} {
		if len(add[block]) > 0 {
			blocks = append(blocks, "  "+block+": {"+strings.Join(add[block], ", ")+"}\n")
		}
	}
	return "applicants:\n- id: one\n" + strings.Join(top, "") + strings.Join(blocks, "")
}

func TestDocuments(t *testing.T) {
	ids := func(name, lines string) (ids []string) {
		l, err := read(t, caseOf(lines))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, it := range l.People[0].Items {
			ids = append(ids, it.ID)
		}
		return ids
	}
	for _, tc := range documentRows {
		was, is := ids(tc.plain, plain[tc.plain]), ids(tc.name, plain[tc.plain]+"\n"+tc.with)
		var diff []string
		for _, id := range was {
			if !slices.Contains(is, id) {
				diff = append(diff, "-"+id)
			}
		}
		for _, id := range is {
			if !slices.Contains(was, id) {
				diff = append(diff, "+"+id)
			}
		}
		want := strings.Fields(tc.want)
		slices.Sort(diff)
		slices.Sort(want)
		if d := cmp.Diff(strings.Join(want, " "), strings.Join(diff, " ")); d != "" {
			t.Errorf("%s %s (-want +got):\n%s", tc.plain, tc.name, d)
		}
	}
}
