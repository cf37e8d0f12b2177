// Package locales speaks: it holds every word that a person reads, one message
// file per language, and turns message ids and typed values into sentences.
//
// Danish and English are authoritative: each has every message. A courtesy
// language has those that its file has, and speaks English in place of others.
//
// It is strict. An unknown message, a missing variable, a value without a
// reader's form or a plural that the language lacks is an error, never a
// fallback and never "<no value>".
package locales

import (
	"fmt"
	"strings"
)

// Printer speaks one language. It is safe for concurrent use.
type Printer struct {
	habits   *habits
	words    *catalogue
	reviewed bool
	hear     func(Spoken) // nil: nobody listens
}

// Vars are the values of a message's variables, by name. A value is one of
//
//	civil.Date         a long date: 31 December 2026
//	civil.Length       a length of time: 3 years and 6 months
//	Kroner             an amount: DKK 3,080
//	int                a number with grouped digits: 1,024
//	string             text from outside, as it is (see Isolated)
//	ID                 another message, spoken
//	[]string, []ID     a list: a, b and c
//
// The variable Count, an int, also selects the plural of a message that has
// plurals.
type Vars map[string]any

// ID is a message id that is itself a value: ID("scheme.mf4").
type ID string

// Tag is the BCP 47 tag of the language spoken.
func (p *Printer) Tag() string { return p.habits.tag }

// RightToLeft tells whether the language is written from right to left.
func (p *Printer) RightToLeft() bool { return p.habits.rightToLeft }

// Courtesy tells whether the language is a help to its readers, and the Danish
// text counts.
func (p *Printer) Courtesy() bool { return p.habits.courtesy }

// Reviewed tells whether somebody who reads the language has reviewed it, as
// reviewers.yaml has it. Authoritative languages are.
func (p *Printer) Reviewed() bool { return p.reviewed || !p.habits.courtesy }

// Has tells whether there is a message of that id.
func (p *Printer) Has(id string) bool {
	if _, ok := p.words.messages[id]; ok || !p.habits.courtesy {
		return ok
	}
	english, err := New("en")
	return err == nil && english.Has(id)
}

// Say speaks a message. Every error is a *Missing, and the text then empty.
func (p *Printer) Say(id string, vars Vars) (string, error) {
	return p.speak(id, func(name string) (any, bool) {
		v, ok := vars[name]
		return v, ok
	})
}

// Must is Say with the variables as name and value pairs. It panics with a
// *Missing, to be caught once at the top of a document's printer by Rescue.
func (p *Printer) Must(id string, vars ...any) string {
	for i := 0; i < len(vars); i += 2 {
		if _, ok := vars[i].(string); !ok || i+1 == len(vars) {
			panic(p.missing(id, fmt.Sprint(vars[i]), "is no name with a value: give name, value pairs"))
		}
	}
	s, err := p.speak(id, func(name string) (any, bool) {
		for i := 0; i < len(vars); i += 2 {
			if vars[i] == name {
				return vars[i+1], true
			}
		}
		return nil, false
	})
	if err != nil {
		panic(err)
	}
	return s
}

// speak fills a message in with the values of its variables.
func (p *Printer) speak(id string, get func(name string) (any, bool)) (string, error) {
	text, err := p.fill(id, get)
	if m, ok := p.words.messages[id]; p.hear != nil && err == nil && ok {
		p.tell(id, text, m, get)
	}
	return text, err
}

func (p *Printer) fill(id string, get func(name string) (any, bool)) (string, error) {
	m, ok := p.words.messages[id]
	switch {
	case !ok && p.habits.courtesy:
		return p.inEnglish(id, get)
	case !ok:
		return "", p.missing(id, "", "no such message")
	case m.plain != "":
		return m.plain, nil
	}
	value := func(name string) (string, error) {
		v, ok := get(name)
		if !ok {
			return "", p.missing(id, name, "missing")
		}
		s, err := p.value(v)
		if err != nil {
			return "", p.missing(id, name, err.Error())
		}
		return s, nil
	}
	if m.parts != nil {
		var b strings.Builder
		ended := false // by a value with a full stop of its own
		for _, x := range m.parts {
			if ended && strings.HasPrefix(x.text, ".") && !strings.HasPrefix(x.text, "..") {
				x.text = x.text[1:]
			}
			b.WriteString(x.text)
			if x.variable == "" {
				continue
			}
			s, err := value(x.variable)
			if err != nil {
				return "", err
			}
			b.WriteString(s)
			ended = strings.HasSuffix(s, ".")
		}
		return b.String(), nil
	}
	words := make(map[string]string, len(m.variables))
	for _, name := range m.variables {
		s, err := value(name)
		if err != nil {
			return "", err
		}
		words[name] = stopped(s)
	}
	v, _ := get("Count")
	count, ok := v.(int)
	if !ok {
		return "", p.missing(id, "Count", fmt.Sprintf("is a %T, and only an int chooses a plural", v))
	}
	s, err := p.words.localize(id, words, count)
	if err != nil {
		return "", p.missing(id, "", err.Error())
	}
	return sentence.Replace(s), nil
}

// inEnglish speaks a message that the language lacks.
func (p *Printer) inEnglish(id string, get func(name string) (any, bool)) (string, error) {
	english, err := New("en")
	if err != nil {
		return "", p.missing(id, "", err.Error())
	}
	s, err := english.speak(id, get)
	if err != nil || !p.habits.rightToLeft {
		return s, err
	}
	return firstStrongIsolate + s + popDirectionalIsolate, nil
}

// A value may end in a full stop of its own: 3.080 kr., King Jr. Where the
// sentence ends there too, one stop is enough. The mark behind such a value
// tells which, and leaves "2026..2027" and "…" as they are.
const stop = "\x00"

var sentence = strings.NewReplacer(stop+"..", "..", stop+".", "", stop, "")

func stopped(s string) string {
	if strings.HasSuffix(s, ".") {
		return s + stop
	}
	return s
}

// Missing is why a message could not be spoken.
type Missing struct {
	Tag string // the language
	ID  string // the message
	Var string // the variable at fault, "" when it is the message itself
	Why string
}

func (m *Missing) Error() string {
	place := fmt.Sprintf("%s: message %q", file(m.Tag), m.ID)
	if m.Var != "" {
		place += fmt.Sprintf(", variable %q", m.Var)
	}
	return place + ": " + m.Why
}

func (p *Printer) missing(id, name, why string) *Missing {
	return &Missing{p.Tag(), id, name, why}
}

// Rescue turns the panic of a Must into the error of the function that defers
// it, and lets every other panic pass:
//
//	func cover(p *locales.Printer) (doc page.Doc, err error) {
//		defer locales.Rescue(&err)
func Rescue(err *error) {
	switch r := recover().(type) {
	case nil:
	case *Missing:
		*err = r
	default:
		panic(r)
	}
}
