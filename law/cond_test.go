package law

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mappe/internal/civil"
	"mappe/profile"
)

// fixed is a condition that is what it is; an unknown one asks for ask.
func fixed(t Truth, ask profile.Key) Cond {
	return Weigh("fixed", func(*Facts) (Truth, profile.Key) { return t, ask })
}

// Kleene's tables in three letters: all of two, any of two, the fact asked for
// by each ("-" for none; a is the first part's, b the second's).
func TestKleene(t *testing.T) {
	letters := map[byte]Truth{'u': Unknown, 'f': False, 't': True}
	for _, tc := range []struct{ parts, all, any string }{
		{"tt", "t-", "t-"}, {"tf", "f-", "t-"}, {"tu", "ub", "t-"},
		{"ft", "f-", "t-"}, {"ff", "f-", "f-"}, {"fu", "f-", "ub"},
		{"ut", "ua", "t-"}, {"uf", "f-", "ua"}, {"uu", "ua", "ua"},
	} {
		a, b := fixed(letters[tc.parts[0]], "a"), fixed(letters[tc.parts[1]], "b")
		for _, op := range []struct {
			name string
			cond Cond
			want string
		}{{"All", All(a, b), tc.all}, {"Any", Any(a, b), tc.any}} {
			got := op.cond.Find(&Facts{})
			ask := profile.Key(op.want[1:])
			if ask == "-" {
				ask = ""
			}
			if got.Truth != letters[op.want[0]] || got.Ask != ask {
				t.Errorf("%s(%s) is %s and asks %q, want %s", op.name, tc.parts, got.Truth, got.Ask, op.want)
			}
			if len(got.Parts) != 2 {
				t.Errorf("%s(%s) explains %d parts; an absorbed part is explained too", op.name, tc.parts, len(got.Parts))
			}
		}
		// De Morgan: the one is the other, turned around.
		left, right := Not(All(a, b)).Find(&Facts{}), Any(Not(a), Not(b)).Find(&Facts{})
		if left.Truth != right.Truth || left.Ask != right.Ask {
			t.Errorf("not all of %s is %s (%s), any not is %s (%s)", tc.parts, left.Truth, left.Ask, right.Truth, right.Ask)
		}
	}
	for in, want := range map[Truth]Truth{Unknown: Unknown, False: True, True: False} {
		if got := Not(fixed(in, "a")).Find(&Facts{}); got.Truth != want || (got.Ask == "a") != (in == Unknown) {
			t.Errorf("Not(%s) is %s and asks %q", in, got.Truth, got.Ask)
		}
	}
	if All().Find(&Facts{}).Truth != True || Any().Find(&Facts{}).Truth != False {
		t.Error("all of none is true, any of none is false")
	}
}

// A later absorbing part silences an unknown one before it, wherever it stands.
func TestAbsorption(t *testing.T) {
	u, v, yes, no := fixed(Unknown, "u"), fixed(Unknown, "v"), fixed(True, ""), fixed(False, "")
	for _, tc := range []struct {
		name string
		cond Cond
		want Truth
		ask  profile.Key
	}{
		{"all, false last", All(u, v, yes, no), False, ""},
		{"all, false first", All(no, u, v), False, ""},
		{"any, true last", Any(u, no, v, yes), True, ""},
		{"any, true in the middle", Any(u, yes, v), True, ""},
		{"nested", All(yes, Any(no, All(yes, u)), v), Unknown, "u"},
		{"nested, absorbed", All(Any(u, yes), Any(no, v)), Unknown, "v"},
		{"nested, false inside", Any(All(u, no), v), Unknown, "v"},
	} {
		if got := tc.cond.Find(&Facts{}); got.Truth != tc.want || got.Ask != tc.ask {
			t.Errorf("%s: %s, asks %q; want %s, %q", tc.name, got.Truth, got.Ask, tc.want, tc.ask)
		}
	}
}

func person(change func(*profile.Applicant)) *Facts {
	a := &profile.Applicant{}
	if change != nil {
		change(a)
	}
	return &Facts{Applicant: a, On: civil.Of(2026, 11, 22)}
}

func TestLeaves(t *testing.T) {
	yes, no := true, false
	child := profile.Child
	nobody := person(nil)
	minor := person(func(a *profile.Applicant) {
		a.Relation, a.MitID, a.RefusesBiometrics = &child, &no, &yes
		d := civil.Of(2020, 1, 1)
		a.Born = &d
	})
	isChild := Is(profile.RelationToSponsor, profile.Child, profile.Spouse)
	two := Calc("two", func(f *Facts) bool {
		return Read(f, profile.Born).Before(f.On) && Read(f, profile.MitID) == false
	})
	weigh := Weigh("weigh", func(f *Facts) (Truth, profile.Key) {
		if _, ok := Given(f, profile.Born); !ok {
			return Unknown, "born"
		}
		return True, "left over"
	})
	for _, tc := range []struct {
		name string
		cond Cond
		f    *Facts
		want Finding
	}{
		{"is, unknown", isChild, nobody, Finding{Clause: &Clause{Op: OpIs, Fact: "relation", Want: []string{"child", "spouse"}}, Ask: "relation"}},
		{"is", isChild, minor, Finding{Clause: &Clause{Op: OpIs, Fact: "relation", Want: []string{"child", "spouse"}}, Truth: True}},
		{"is not", Is(profile.RelationToSponsor, profile.Ended), minor, Finding{Clause: &Clause{Op: OpIs, Fact: "relation", Want: []string{"ended"}}, Truth: False}},
		{"yes, unknown", Yes(profile.MitID), nobody, Finding{Clause: &Clause{Op: OpIs, Fact: "mitid", Want: []string{"true"}}, Ask: "mitid"}},
		{"yes, false", Yes(profile.MitID), minor, Finding{Clause: &Clause{Op: OpIs, Fact: "mitid", Want: []string{"true"}}, Truth: False}},
		{"said, not given", Said(profile.RefusesBiometrics, true), nobody, Finding{Clause: &Clause{Op: OpIs, Fact: "refuses_biometrics", Want: []string{"true"}}, Truth: False}},
		{"said no, not given", Said(profile.RefusesBiometrics, false), nobody, Finding{Clause: &Clause{Op: OpIs, Fact: "refuses_biometrics", Want: []string{"false"}}, Truth: False}},
		{"said", Said(profile.RefusesBiometrics, true), minor, Finding{Clause: &Clause{Op: OpIs, Fact: "refuses_biometrics", Want: []string{"true"}}, Truth: True}},
		{"said the contrary", Said(profile.RefusesBiometrics, false), minor, Finding{Clause: &Clause{Op: OpIs, Fact: "refuses_biometrics", Want: []string{"false"}}, Truth: False}},
		{"calc asks for the first fact missed", two, nobody, Finding{Clause: &Clause{Op: OpCalc, Name: "two"}, Ask: "born"}},
		{"calc", two, minor, Finding{Clause: &Clause{Op: OpCalc, Name: "two"}, Truth: True}},
		{"weigh, unknown", weigh, nobody, Finding{Clause: &Clause{Op: OpCalc, Name: "weigh"}, Ask: "born"}},
		{"weigh decided asks nothing", weigh, minor, Finding{Clause: &Clause{Op: OpCalc, Name: "weigh"}, Truth: True}},
		{"under", Under("S4-06", isChild), minor, Finding{Clause: &Clause{Op: OpIs, Fact: "relation", Want: []string{"child", "spouse"}, Cite: "S4-06"}, Truth: True}},
	} {
		if diff := cmp.Diff(tc.want, tc.cond.Find(tc.f), cmpopts.IgnoreUnexported(Clause{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		if tc.f.missing != "" {
			t.Errorf("%s: the facts remember %q", tc.name, tc.f.missing)
		}
	}
}

// A leaf that runs inside another leaf does not lose what the outer one missed.
func TestTryNests(t *testing.T) {
	outer, missed := Try(person(nil), func(f *Facts) Truth {
		Read(f, profile.Born)
		Read(f, profile.MitID)
		t, _ := Yes(profile.LivesTogether).Truth(f)
		return t
	})
	if missed != "born" || outer != Unknown {
		t.Errorf("missed %q, %s; want born, the first fact that was missed", missed, outer)
	}
}

func TestAfter(t *testing.T) {
	reason, yes := profile.Private, true
	asked := After(profile.StayReason, Yes(profile.HomeWithRefugee))
	for _, tc := range []struct {
		name string
		stay *profile.StayAbroad
		want Truth
		ask  profile.Key
	}{
		{"nothing known", nil, Unknown, "stay_abroad.reason"},
		{"the first known", &profile.StayAbroad{Reason: &reason}, Unknown, "stay_abroad.home_with_refugee"},
		{"decided, the first unknown", &profile.StayAbroad{HomeWithRefugee: &yes}, True, ""},
		{"both known", &profile.StayAbroad{Reason: &reason, HomeWithRefugee: &yes}, True, ""},
	} {
		got := asked.Find(person(func(a *profile.Applicant) { a.StayAbroad = tc.stay }))
		if got.Truth != tc.want || got.Ask != tc.ask {
			t.Errorf("%s: %s, asks %q; want %s, %q", tc.name, got.Truth, got.Ask, tc.want, tc.ask)
		}
	}
}

// tree is a random condition, with what it must find.
func tree(r *rand.Rand, deep int) (Cond, Finding) {
	if deep == 0 || r.IntN(4) == 0 {
		truth, ask := Truth(r.IntN(3)), profile.Key(fmt.Sprint("fact", r.IntN(9)))
		c := Weigh("fixed", func(*Facts) (Truth, profile.Key) { return truth, ask })
		if truth != Unknown {
			ask = ""
		}
		return c, Finding{Clause: c.clause, Truth: truth, Ask: ask}
	}
	if r.IntN(4) == 0 {
		c, x := tree(r, deep-1)
		c = Not(c)
		return c, Finding{c.clause, x.Truth.Not(), x.Ask, []Finding{x}}
	}
	var conds []Cond
	var want Finding
	for range r.IntN(4) {
		c, x := tree(r, deep-1)
		if r.IntN(5) == 0 {
			c = Under("S0-01", c)
			x.Clause = c.clause
		}
		if r.IntN(5) == 0 {
			c = After(profile.Born, c)
			if x.Truth == Unknown {
				x.Ask = "born"
			}
		}
		conds, want.Parts = append(conds, c), append(want.Parts, x)
	}
	c, absorbing := All(conds...), False
	if r.IntN(2) == 0 {
		c, absorbing = Any(conds...), True
	}
	want.Clause, want.Truth = c.clause, absorbing.Not()
	for _, x := range want.Parts {
		if x.Truth == absorbing {
			want.Truth, want.Ask = absorbing, ""
			break
		}
		if x.Truth == Unknown && want.Ask == "" {
			want.Truth, want.Ask = Unknown, x.Ask
		}
	}
	return c, want
}

// What is read back from a tape is what was found, part by part, however many
// conditions are on it; looking without a tape finds the same.
func TestTape(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		f, tape, want := person(nil), &Tape{}, []Finding{}
		var conds []Cond
		var at []int
		for range 1 + r.IntN(5) {
			c, x := tree(r, 4)
			conds, want, at = append(conds, c), append(want, x), append(at, c.Record(f, tape))
			if truth, ask := c.Truth(f); truth != x.Truth || ask != x.Ask {
				t.Fatalf("without a tape %s, asks %q; want %s, %q", truth, ask, x.Truth, x.Ask)
			}
			if c.Holds(f) != (x.Truth == True) {
				t.Fatalf("holds %t, and is %s", c.Holds(f), x.Truth)
			}
		}
		for i := range want {
			if diff := cmp.Diff(want[i], tape.Finding(conds[i], at[i]), cmp.Comparer(func(a, b *Clause) bool { return a == b })); diff != "" {
				t.Fatalf("finding %d (-want +got):\n%s", i, diff)
			}
			if truth, ask := tape.Truth(at[i]); truth != want[i].Truth || ask != want[i].Ask {
				t.Fatalf("finding %d: %s, asks %q; want %s, %q", i, truth, ask, want[i].Truth, want[i].Ask)
			}
		}
	}
}
