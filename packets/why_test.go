package packets

import (
	"slices"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// ids are those of all English messages.
func ids(t *testing.T) (all []string) {
	t.Helper()
	for _, m := range messages(t, "en") {
		all = append(all, m.ID)
	}
	return all
}

// Every calculated condition has words for both answers, and the days that it
// compares are facts that are days.
func TestConditionsHaveOpposites(t *testing.T) {
	all := ids(t)
	n := 0
	for _, id := range all {
		if name, ok := strings.CutPrefix(id, "cond."); ok {
			if n++; !slices.Contains(all, "cond-not."+name) {
				t.Errorf("no message %q", "cond-not."+name)
			}
		}
		if name, ok := strings.CutPrefix(id, "cond-not."); ok && !slices.Contains(all, "cond."+name) {
			t.Errorf("%q is the opposite of nothing", id)
		}
	}
	if n < 20 {
		t.Errorf("only %d conditions", n)
	}
	for name, keys := range weighed {
		if !slices.Contains(all, "cond."+name) {
			t.Errorf("%q is no condition", name)
		}
		for _, k := range keys {
			if q, ok := profile.Lookup(k); !ok || q.Kind != "date" {
				t.Errorf("%s: %s is no day", name, k)
			}
		}
	}
}

// A condition and its opposite are both said without a denial of a denial, and
// with brackets only where "and" and "or" meet.
func TestClause(t *testing.T) {
	p, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	v := Voice{Printer: p, Book: book}
	f := &law.Facts{Applicant: &profile.Applicant{}, On: civil.Of(2026, 11, 22), Book: book}
	child, home := law.Is(profile.RelationToSponsor, profile.Child), law.Yes(profile.LivesTogether)
	minor := law.Calc("minor", func(*law.Facts) bool { return true })
	for _, c := range []struct {
		cond     law.Cond
		yes, not string
	}{
		{law.Not(home), "lives together at a joint address: no", "lives together at a joint address: yes"},
		{law.Not(law.Not(home)), "lives together at a joint address: yes", "lives together at a joint address: no"},
		{law.Not(minor), "you are 18 or older", "you are under 18"},
		{law.Is(profile.SponsorGround, profile.GroundWork, profile.GroundStudy),
			"sponsor’s status granted in connection with: “work” or “study”",
			"sponsor’s status granted in connection with: other than “work” or “study”"},
		{law.Any(law.Is(profile.SponsorGround, profile.GroundWork), law.Is(profile.SponsorGround, profile.GroundStudy)),
			"sponsor’s status granted in connection with: “work” or “study”",
			"sponsor’s status granted in connection with: other than “work” or “study”"},
		{law.All(child, law.Any(law.Not(home), law.Not(minor))),
			"family relation: child, and (lives together at a joint address: no, or you are 18 or older)",
			"family relation: other than “child”, or (lives together at a joint address: yes, and you are under 18)"},
		{law.All(child, law.Not(law.Any(home, minor))),
			"family relation: child, and lives together at a joint address: no, and you are 18 or older",
			"family relation: other than “child”, or lives together at a joint address: yes, or you are under 18"},
	} {
		x := c.cond.Find(f)
		if got := v.clause(x, true); got != c.yes {
			t.Errorf("got  %q\nwant %q", got, c.yes)
		}
		if got := v.clause(x, false); got != c.not {
			t.Errorf("got  %q\nwant %q", got, c.not)
		}
	}
}

// A length is said as the pages say it.
func TestLength(t *testing.T) {
	p, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	v := Voice{Printer: p}
	for want, l := range map[string]law.Period{
		"14 days": {Days: 14}, "12 months": {Months: 12}, "8 years": {Years: 8}, "1 month": {Months: 1},
		"1 year, 7 months and 3 days": {Months: 19, Days: 3}, "2 years": {Months: 24},
	} {
		if got := v.length(l); got != want {
			t.Errorf("%+v: %q, want %q", l, got, want)
		}
	}
}
