package checklist

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// stepRows are cases with all steps of the first person, for outcomes and days
// that no worked case has. The day without a rate is one of 2022, for which none
// is to come.
var stepRows = []struct{ name, on, profile, want string }{
	{"OD2/D of an EU citizen, who holds no card", "2026-11-22", caseOf(strings.Replace(plain["od2d"], "permit.card_expires: 2027-06-01", "citizenship: [DE]", 1) + "\neu_citizen: true"),
		"od2d-print od2d-sign od2d-lists od2d-evidence file-from od2d-contact-form od2d-wait mailbox"},
	{"MF4 on a day without a rate", "2022-06-01", caseOf(plain["mf4"] + "\npermit.expires: 2022-07-31"),
		"mf4-download mf4-pay-unknown mf4-fill mf4-lists file-between mf4-submit mf4-biometrics mf4-wait"},
	{"MF4 of two on such a day", "2022-06-01", caseOf(plain["mf4"]+"\npermit.expires: 2022-07-31") + "- {id: two, goal: extend, relation: other-family, permit: {basis: expatriate-dane, expires: 2022-07-31}}\n",
		"mf4-download mf4-pay-unknown mf4-family-unknown mf4-fill mf4-lists file-between mf4-submit mf4-biometrics mf4-wait"},
	{"permanent EU residence kept", "2026-11-22", caseOf("goal: keep\npermit.kind: eu-permanent\nleft_on: 2026-01-10\nreturns_on: 2027-01-10"),
		"back-by municipality"},
	{"permanent EU residence, away for too long", "2026-11-22", caseOf("goal: keep\npermit.kind: eu-permanent\nleft_on: 2026-01-10\nreturns_on: 2028-06-01"),
		"write-to-siri"},
	{"a national permanent permit in 2015", "2015-06-01", caseOf("goal: permanent\npermit.legal_since: 2011-03-01"),
		"residence-reached-2015 permanent-then"},
	{"a national permanent permit", "2026-11-22", caseOf("goal: permanent\npermit.legal_since: 2020-11-01"),
		"residence-reached permanent-online"},
	{"a state posting", "2026-11-22", caseOf(plain["posting"]), "keep-posting-papers re-enter-by extend-before re-entry-permit"},
	{"BF2-3/US on paper", "2026-11-22", caseOf(plain["bf23"] + "\nfiling: paper"),
		"bf23-paper attach file-until bf23-send bf23-mission no-return-first after-submission"},
	{"BF2-3/US online", "2026-11-22", caseOf(plain["bf23"]), "bf23-online attach file-until no-return-first after-submission"},
	{"BF1/US", "2026-11-22", caseOf(plain["bf1"]), "bf1-online attach bf1-before-leaving return-in-time"},
}

// buildOn builds the checklist of a profile on a day.
func buildOn(t *testing.T, day, src string) *Checklist {
	t.Helper()
	p, err := profile.Decode("case.yaml", []byte("mappe: 1\n"+src))
	if err != nil {
		t.Fatal(err)
	}
	b, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	a, err := forms.Assess(p, civil.MustParse(day), b)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Build(a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestSteps(t *testing.T) {
	for _, r := range stepRows {
		var ids []string
		for _, s := range buildOn(t, r.on, r.profile).People[0].Steps {
			ids = append(ids, s.ID)
		}
		if d := cmp.Diff(r.want, strings.Join(ids, " ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", r.name, d)
		}
	}
}
