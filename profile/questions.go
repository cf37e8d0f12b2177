package profile

import (
	_ "embed"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Question is a fact that may be asked for, or volunteered.
type Question struct {
	Key  Key
	Kind string // date, bool, choice, text, name, country, countries, language, languages, periods, absences, work, documents

	Choices     []string // of a choice, in the order in which they are offered
	Volunteered bool     // never asked, unless the order of a goal names it; absent it decides as "no"
	Printed     bool     // volunteered, and nothing is decided on it
}

//go:embed questions.yaml
var questionsYAML []byte

// script is questions.yaml.
type script struct {
	Order       map[Goal][][]Key `yaml:"order"`
	Volunteered []Key            `yaml:"volunteered"`
	Printed     []Key            `yaml:"printed"`

	questions []Question
	at        map[Key]int          // in questions
	position  map[Goal]map[Key]int // the first in Order
}

var scripted = sync.OnceValue(func() *script {
	s, err := newScript(questionsYAML)
	if err != nil {
		panic(err)
	}
	return s
})

func newScript(src []byte) (*script, error) {
	s := &script{at: map[Key]int{}, position: map[Goal]map[Key]int{}}
	if err := yaml.Load(src, s, yaml.WithKnownFields()); err != nil {
		return nil, fmt.Errorf("questions.yaml: %w", err)
	}
	s.collect("", reflect.TypeFor[Applicant]())
	for goal, groups := range s.Order {
		if !slices.Contains(goal.Choices(), string(goal)) {
			return nil, fmt.Errorf("questions.yaml: order: unknown goal %q", goal)
		}
		s.position[goal] = map[Key]int{"goal": 0}
		for _, k := range slices.Concat(groups...) {
			if _, ok := s.at[k]; !ok {
				return nil, fmt.Errorf("questions.yaml: order.%s: unknown fact %q", goal, k)
			}
			if _, ok := s.position[goal][k]; !ok {
				s.position[goal][k] = len(s.position[goal])
			}
		}
	}
	for _, k := range slices.Concat(s.Volunteered, s.Printed) {
		i, ok := s.at[k]
		switch {
		case !ok:
			return nil, fmt.Errorf("questions.yaml: unknown fact %q", k)
		case s.questions[i].Volunteered:
			return nil, fmt.Errorf("questions.yaml: %q is listed twice", k)
		}
		s.questions[i].Volunteered = true
		s.questions[i].Printed = slices.Contains(s.Printed, k)
	}
	return s, nil
}

// collect adds the facts of a block, in the order of the struct.
func (s *script) collect(prefix string, t reflect.Type) {
	for _, f := range fieldsOf(t) {
		switch {
		case prefix+f.Key == "id": // names the applicant; no fact
		case isBlock(f.Type):
			s.collect(prefix+f.Key+".", deref(f.Type))
		default:
			q := Question{Key: Key(prefix + f.Key)}
			q.Kind, q.Choices = kind(f.Key, deref(f.Type))
			s.at[q.Key] = len(s.questions)
			s.questions = append(s.questions, q)
		}
	}
}

// kind names what answers a fact of type t, and the choices of a closed set.
func kind(key string, t reflect.Type) (string, []string) {
	switch t {
	case dateType:
		return "date", nil
	case nameType:
		return "name", nil
	case countryType:
		return "country", nil
	}
	switch {
	case t.Implements(closedType):
		return "choice", reflect.Zero(t).Interface().(closed).Choices()
	case t.Kind() == reflect.Bool:
		return "bool", nil
	case t.Kind() == reflect.Slice && isLanguage(key):
		return "languages", nil
	case t.Kind() == reflect.Slice:
		return map[reflect.Type]string{
			reflect.TypeFor[[]Country]():  "countries",
			reflect.TypeFor[[]Period]():   "periods",
			reflect.TypeFor[[]Absence]():  "absences",
			reflect.TypeFor[[]Work]():     "work",
			reflect.TypeFor[[]Document](): "documents",
		}[t], nil
	case isLanguage(key):
		return "language", nil
	}
	return "text", nil
}

// Questions are all facts of the format, in the order of the format.
func Questions() []Question {
	qs := slices.Clone(scripted().questions)
	for i := range qs {
		qs[i].Choices = slices.Clone(qs[i].Choices)
	}
	return qs
}

// Lookup finds the question for k.
func Lookup(k Key) (Question, bool) {
	i, ok := scripted().at[k]
	if !ok {
		return Question{}, false
	}
	q := scripted().questions[i]
	q.Choices = slices.Clone(q.Choices)
	return q, true
}

// Unlisted is the position of a fact that a goal does not ask for.
const Unlisted = math.MaxInt

// Order is the position of k among the questions under g, 0 the first: that of
// its first group when it comes in several. It is Unlisted for a fact that g
// does not ask for; while the goal is not known, only "goal" has a place.
func Order(g Goal, k Key) int {
	if k == "goal" {
		return 0
	}
	if i, ok := scripted().position[g][k]; ok {
		return i
	}
	return Unlisted
}

// Groups are the facts that g asks for, as in the contract: a later group is
// asked only if the earlier ones leave the case open, so a fact may come again.
func Groups(g Goal) [][]Key {
	var out [][]Key
	for _, group := range scripted().Order[g] {
		out = append(out, slices.Clone(group))
	}
	return out
}
