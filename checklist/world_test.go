package checklist

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// world is everything that is true of one person: a value for every fact that
// the person's goal asks for, and for some that are volunteered.
type world struct {
	goal        profile.Goal
	facts       map[profile.Key]string // as a person types them
	volunteered []profile.Key
}

var today = civil.Of(2026, 11, 22)

var offered = []profile.Key{"visa_exempt", "refuses_biometrics", "permit.dispensation_until", "permit.lapsed",
	"stay_abroad.intends_to_return", "absences", "representative.kind"}

// invent draws a world in which people do the same thing.
func invent(r *rand.Rand, goal profile.Goal) world {
	w := world{goal: goal, facts: map[profile.Key]string{}}
	for _, k := range slices.Concat(profile.Groups(goal)...) {
		w.facts[k] = draw(r, k)
	}
	for _, k := range offered {
		if _, asked := w.facts[k]; !asked && r.IntN(10) == 0 {
			w.facts[k] = draw(r, k)
			w.volunteered = append(w.volunteered, k)
		}
	}
	return w
}

// draw is a random value for a fact.
func draw(r *rand.Rand, k profile.Key) string {
	q, _ := profile.Lookup(k)
	switch q.Kind {
	case "date":
		return date(r, k).String()
	case "bool":
		yes := r.IntN(2) == 0
		if k == "stay_abroad.conflict_area" && r.IntN(4) > 0 { // it decides at once
			yes = false
		}
		return fmt.Sprint(yes)
	case "languages":
		return []string{profile.None, "en", "uk, da"}[r.IntN(3)]
	case "periods":
		var runs []string
		for range r.IntN(3) {
			from := today.AddMonths(-r.IntN(72), civil.Opening)
			runs = append(runs, fmt.Sprintf("%s..%s", from, from.AddMonths(r.IntN(48), civil.Closing)))
		}
		return cmp.Or(strings.Join(runs, ", "), profile.None)
	case "absences":
		return fmt.Sprintf("%s..%s/other", today.AddMonths(-40, civil.Opening), today.AddMonths(-r.IntN(40), civil.Opening))
	}
	return q.Choices[r.IntN(len(q.Choices))]
}

// spans are months from today, by fact, at which something turns.
var spans = map[profile.Key][]int{
	"born":                      {-12 * 40, -12 * 19, -12 * 18, -12 * 17, -12 * 5},
	"stay_abroad.left_on":       {-26, -18, -13, -12, -6, -3, 0, 2},
	"stay_abroad.returns_on":    {-2, 0, 1, 3, 6, 10, 24},
	"stay_abroad.posting_ends":  {-3, -1, 0, 2, 12},
	"permit.expires":            {-1, 0, 1, 3, 4, 12},
	"permit.card_expires":       {-1, 0, 1, 3, 12},
	"permit.dispensation_until": {-1, 0, 1, 12},
	"permit.legal_since":        {-120, -96, -48, -30, -24, -12},
	"permit.same_grounds_since": {-120, -96, -95, -94, -93, -24},
	"permit.eu_residence_since": {-72, -60, -59, -58, -36},
	"passport.expires":          {-1, 0, 3, 6, 51, 52, 120},
	"sponsor.occupation_ends":   {-1, 6, 48, 51, 120},
}

func date(r *rand.Rand, k profile.Key) civil.Date {
	months := spans[k]
	d := today.AddMonths(months[r.IntN(len(months))], civil.Opening).AddDays(r.IntN(5) - 2)
	if r.IntN(3) == 0 {
		d = d.AddDays(r.IntN(60) - 30)
	}
	return d
}

// person is somebody of whom some facts of a world are known.
func (w world) person(known map[profile.Key]bool) profile.Applicant {
	a := profile.Applicant{}
	goal := w.goal
	a.Goal = &goal
	for k, v := range w.facts {
		if known[k] || slices.Contains(w.volunteered, k) {
			if err := a.Set(k, v); err != nil {
				panic(err) // drawn wrongly
			}
		}
	}
	return a
}

// look builds the checklist of people.
func look(t *testing.T, people ...profile.Applicant) *Checklist {
	t.Helper()
	b, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	p := &profile.Profile{Version: profile.Version, Applicants: people}
	for i := range p.Applicants {
		p.Applicants[i].ID = fmt.Sprintf("p%d", i+1)
	}
	a, err := forms.Assess(p, today, b)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Build(a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// settled is what a person has been told for good: what is there must stay as
// it is, whatever is answered later. Deadlines that are given when known may
// still come.
func settled(p *Person) map[string]string {
	got := map[string]string{}
	if p.Outcome == forms.Undecided {
		return got
	}
	for k, v := range map[string]string{"outcome": string(p.Outcome), "scheme": p.Scheme.ID, "variant": p.Variant, "covered": p.CoveredBy} {
		if v != "" {
			got[k] = v
		}
	}
	if w := p.Window; w != nil && w.State != "" {
		got["window"] = fmt.Sprint(w.Opens.On, w.LastSafeDay.On, w.Expires, w.State)
	}
	for _, d := range p.Deadlines {
		got["deadline "+d.ID] = d.On.String()
	}
	if f := p.Forecast; f != nil {
		got["forecast"] = f.Until.String() + " " + f.Because
	}
	for _, it := range p.Items {
		got["document "+it.ID] = string(it.Need)
	}
	return got
}

// facts prints what is known of a person, for a report.
func (w world) String() string {
	var s []string
	for _, k := range slices.Sorted(maps.Keys(w.facts)) {
		s = append(s, fmt.Sprintf("%s=%s", k, w.facts[k]))
	}
	return string(w.goal) + " " + strings.Join(s, " ")
}

// crowd are one to four people who do the same thing, all of whom is known.
func crowd(seed uint64) (people []profile.Applicant) {
	r := rand.New(rand.NewPCG(seed, 7))
	goal := []profile.Goal{profile.Keep, profile.Extend, profile.PermanentEU}[r.IntN(3)]
	for range 1 + r.IntN(4) {
		w := invent(r, goal)
		w.facts["born"] = draw(r, "born") // which a lapsed permit asks for under any goal
		all := map[profile.Key]bool{}
		for k := range w.facts {
			all[k] = true
		}
		people = append(people, w.person(all))
	}
	return people
}
