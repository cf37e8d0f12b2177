package checklist

import (
	"math/rand/v2"
	"testing"

	"mappe/forms"
	"mappe/locales"
	"mappe/profile"
)

// Whatever is decided can be said: every note and step of random profiles, on
// the way from nothing to everything, has its words and a value for each
// variable in them, in every language.
func TestSpoken(t *testing.T) {
	var printers []*locales.Printer
	for _, tag := range locales.Tags() {
		p, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		printers = append(printers, p)
	}
	seen, wrong := map[string]bool{}, map[string]bool{}
	say := func(id string, vars forms.Vars, of any) {
		spoken := locales.Vars{}
		for i := 0; i < len(vars); i += 2 {
			v := vars[i+1]
			switch x := v.(type) {
			case forms.Kroner:
				v = locales.Kroner(x)
			case forms.Message:
				v = locales.ID(x)
			}
			spoken[vars[i].(string)] = v
		}
		for _, p := range printers {
			if _, err := p.Say(id, spoken); err != nil && !wrong[id] {
				wrong[id] = true
				t.Errorf("%v\n\tof: %s", err, of)
			}
		}
		seen[id] = true
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		w := invent(r, goals[r.IntN(len(goals))])
		known := map[profile.Key]bool{}
		for k := range w.facts {
			known[k] = r.IntN(4) > 0
		}
		for _, p := range look(t, w.person(known)).People {
			for _, n := range p.Notes {
				say("note."+n.ID, n.Vars, w)
			}
			for _, s := range p.Steps {
				say("step."+s.ID, s.Vars, w)
			}
		}
	}
	if len(seen) < 80 {
		t.Errorf("only %d notes and steps came up: the profiles are too poor", len(seen))
	}
}
