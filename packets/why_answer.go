package packets

import (
	"sync"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// answered is what the words about one fact depend on.
type answered struct {
	tag    string
	clause *law.Clause
	truth  law.Truth
	answer any
}

// The same few hundred answers are said of every case, so they are kept.
var (
	answers     = map[answered]string{}
	answersLock sync.RWMutex
)

// kept is the answer to a condition about one fact, from what was said before
// where it can be.
func (v Voice) kept(c *forms.Case, x law.Finding) string {
	k := answered{v.Tag(), x.Clause, x.Truth, c.Facts.Applicant.Answer(x.Fact)}
	answersLock.RLock()
	said, ok := answers[k]
	answersLock.RUnlock()
	if ok {
		return said
	}
	said = v.answer(c, x.Fact, x.Want, x.Truth)
	if _, isDay := k.answer.(civil.Date); !isDay && x.Own() { // of the others there are not many
		answersLock.Lock()
		answers[k] = said
		answersLock.Unlock()
	}
	return said
}

// answer is a fact with its answer, beside what was wanted where that is
// another.
func (v Voice) answer(c *forms.Case, k profile.Key, want []string, t law.Truth) string {
	switch got := c.Facts.Applicant.Answer(k).(type) {
	case bool:
		return v.of(k, v.Value(k, map[bool]string{true: "true", false: "false"}[got]))
	case string:
		if t == law.False {
			return v.of(k, v.Must("ui.is-not", "Is", v.Value(k, got), "Want", v.Or(v.quoted(k, want))))
		}
		return v.of(k, v.Value(k, got))
	}
	if t == law.Unknown {
		return v.of(k, v.Must("truth.unknown"))
	}
	return v.of(k, v.Must("ui.unsaid"))
}

// of is a fact with what is said of it.
func (v Voice) of(k profile.Key, says string) string {
	return v.Join(locales.Colon, v.Fact(k), says)
}

// oneOf are values of a fact as alternatives.
func (v Voice) oneOf(k profile.Key, values []string) string {
	if len(values) == 1 {
		return v.Value(k, values[0])
	}
	return v.Or(v.quoted(k, values))
}

// quoted are values of a fact, kept apart from the words around them.
func (v Voice) quoted(k profile.Key, values []string) []string {
	said := make([]string, len(values))
	for i, value := range values {
		said[i] = v.Must("ui.quoted", "Value", v.Value(k, value))
	}
	return said
}
