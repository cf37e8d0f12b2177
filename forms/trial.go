package forms

import (
	"reflect"
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// trial decides one person's case again and again with other answers, on a
// copy of its own.
type trial struct {
	facts     *law.Facts
	questions []question
	sound     bool         // the answers as given do not contradict each other
	lengths   []law.Period // that decisions count with
	left      int          // decisions that may still be tried for pairs
}

// enough decisions for the pairs of any case whose facts are known.
const enough = 10_000

// question is a fact that decides, with its place in the copy.
type question struct {
	key    profile.Key
	at     reflect.Value
	values []string // of a choice or a bool; nil for a date
}

// trial prepares the questions of the purpose at hand, and those that are
// volunteered and decide.
func (a *Assessment) trial(c *Case) *trial {
	p := a.Profile.Clone().Merged(slices.Index(a.Cases, c))
	t := &trial{facts: &law.Facts{Applicant: p, On: a.On, Book: a.Book}, left: enough}
	for _, name := range readPeriods {
		if l := period(t.facts, name); !slices.Contains(t.lengths, l) {
			t.lengths = append(t.lengths, l)
		}
	}
	goal, _ := law.Given(t.facts, profile.FactGoal)
	keys := slices.Concat(profile.Groups(goal)...)
	keys = append(keys, profile.PermitLapsed.Key, profile.DispensationUntil.Key, profile.IntendsToReturn.Key, profile.RefusesBiometrics.Key, profile.Born.Key)
	for i, k := range keys {
		if q, ok := t.question(k); ok && !slices.Contains(keys[:i], k) {
			t.questions = append(t.questions, q)
		}
	}
	t.sound = t.consistent()
	return t
}

// question is the one for a fact, if it has a closed set of answers or is
// answered with a day.
func (t *trial) question(k profile.Key) (question, bool) {
	q, _ := profile.Lookup(k)
	switch q.Kind {
	case "bool":
		q.Choices = []string{"true", "false"}
	case "date", "choice":
	default:
		return question{}, false
	}
	return question{k, t.facts.Applicant.Place(k), q.Choices}, true
}

// decide is the scheme that comes out now, "" while it is open.
func (t *trial) decide() string {
	t.left--
	return root.lead(t.facts)
}

// hold gives a question an answer, until the returned function takes it back.
func (q question) hold(v reflect.Value) (release func()) {
	old := reflect.ValueOf(q.at.Interface())
	q.at.Set(v)
	return func() { q.at.Set(old) }
}

// value is an answer of a closed set.
func (q question) value(text string) reflect.Value {
	v := reflect.New(q.at.Type().Elem())
	if v.Elem().Kind() == reflect.Bool {
		v.Elem().SetBool(text == "true")
	} else {
		v.Elem().SetString(text)
	}
	return v
}

// is tells whether a choice is the answer already.
func (q question) is(text string) bool {
	if q.at.IsNil() {
		return false
	}
	v := q.at.Elem()
	return v.Kind() == reflect.Bool && v.Bool() == (text == "true") || v.Kind() == reflect.String && v.String() == text
}

// answers tries every other answer to a question, and yields the schemes that
// come out, each with all the answers that lead to it.
func (t *trial) answers(q question, yield func(scheme string, x Change)) {
	if q.values == nil {
		t.days(q, yield)
		return
	}
	var schemes []string
	leading := map[string][]string{}
	for _, text := range q.values {
		if q.is(text) {
			continue
		}
		release := q.hold(q.value(text))
		if s := t.decide(); s != "" {
			if leading[s] == nil {
				schemes = append(schemes, s)
			}
			leading[s] = append(leading[s], text)
		}
		release()
	}
	for _, s := range schemes {
		yield(s, Change{Fact: q.key, Values: leading[s]})
	}
}

// pairs tries two answers together, a choice and another choice or a day, and
// yields those that lead to one of the schemes.
func (t *trial) pairs(wanted map[string]bool, yield func(scheme string, x Flip)) {
	for i, q := range t.questions {
		for _, text := range q.values {
			if q.is(text) || t.left < 0 {
				continue
			}
			first := Change{Fact: q.key, Values: []string{text}}
			release := q.hold(q.value(text))
			for j, r := range t.questions {
				if r.values != nil && j > i || r.values == nil && t.reaches(r, wanted) {
					t.answers(r, func(scheme string, x Change) {
						if wanted[scheme] {
							yield(scheme, Flip{first, x})
						}
					})
				}
			}
			release()
		}
	}
}

// consistent tells whether no two days contradict each other: nobody returns
// before leaving, and what has been since a day began before today.
func (t *trial) consistent() bool {
	day := func(x profile.Fact[civil.Date]) civil.Date {
		d, _ := law.Given(t.facts, x)
		return d
	}
	left := day(profile.LeftOn)
	for _, x := range []profile.Fact[civil.Date]{profile.ReturnsOn, profile.PostingEnds} {
		if d := day(x); !d.IsZero() && d.Before(left) {
			return false
		}
	}
	for _, x := range []profile.Fact[civil.Date]{profile.Born, profile.LegalSince, profile.SameGroundsSince, profile.EUResidenceSince} {
		if day(x).After(t.facts.On) {
			return false
		}
	}
	return true
}
