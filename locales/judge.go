package locales

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Judge says what is wrong with translations into one language.
type Judge struct {
	// Missing finds a character that no font has; nil: any is taken.
	Missing func(text string) (r rune, found bool)
	// Nearest is the word of several that is most like another; nil: the first.
	Nearest func(word string, of []string) string

	forms, several []string // of plurals
	strange, codes *regexp.Regexp
}

// Fault is what is wrong with a form of a translation: "" when with all of it.
type Fault struct {
	Form   string
	Says   string
	Value  string // what it is about, as it was written
	Remedy string
}

func (f Fault) String() string {
	s := f.Says
	if f.Form != "" {
		s = "(" + f.Form + ") " + s
	}
	if f.Value != "" {
		s += fmt.Sprintf(": %q", f.Value)
	}
	return s + "; " + f.Remedy
}

// NewJudge judges translations into the language of a tag.
func NewJudge(tag string) *Judge {
	return &Judge{forms: categories(tag), several: manifold(tag), strange: strange(tag), codes: codes()}
}

// Forms are the forms that the translation of a message has.
func (j *Judge) Forms(english Message) []string {
	if english.Plural {
		return j.forms
	}
	return []string{"other"}
}

// Faults are those of a translation of an English message.
func (j *Judge) Faults(english, translation Message) (all []Fault) {
	fault := func(form, says, value, remedy string) { all = append(all, Fault{form, says, value, remedy}) }
	want := j.Forms(english)
	for _, form := range want {
		if _, ok := translation.Forms[form]; !ok {
			fault(form, "is missing", "", "translate every form: "+strings.Join(want, ", "))
		}
	}
	for _, form := range slices.Sorted(maps.Keys(translation.Forms)) {
		if !slices.Contains(want, form) {
			fault(form, "is no form of this message", translation.Forms[form], "the forms are "+strings.Join(want, ", "))
			continue
		}
		text := translation.Forms[form]
		name := form
		if !english.Plural {
			name = ""
		}
		if f := flawOf(text); f != nil {
			fault(name, f.says, text, f.remedy)
		}
		if j.strange != nil {
			if found := j.strange.FindString(bare(text)); found != "" {
				fault(name, fmt.Sprintf("has %q, which this language does not have", found), text, "write the mark or letter of the language")
			}
		}
		if j.Missing != nil {
			if r, found := j.Missing(bare(text)); found {
				fault(name, fmt.Sprintf("has %q (%U), which no font has", string(r), r), text, "write it otherwise")
			}
		}
		if most := narrow(english, form); utf8.RuneCountInString(bare(text)) > most {
			fault(name, fmt.Sprintf("is too long for its place: %d characters, at most %d", utf8.RuneCountInString(bare(text)), most), text, "say it shorter")
		}
		if n, has := strings.Count(english.Text(form), "\n"), strings.Count(text, "\n"); n != has {
			fault(name, fmt.Sprintf("has %d line breaks, the English %d", has, n), text, "break the lines as the English does")
		}
		all = append(all, j.variables(english, name, form, text)...)
	}
	return append(all, j.lost(english, translation)...)
}

// variables are the faults of a form's variables: each is one of the message;
// those that every English form has are in every form, and the number is in
// each form that several numbers take.
func (j *Judge) variables(english Message, name, form, text string) (all []Fault) {
	know, got := english.Variables(), variablesIn(text)
	for _, v := range got {
		if slices.Contains(know, v) {
			continue
		}
		remedy := "take it away: the message has no variable"
		if near := slices.DeleteFunc(slices.Clone(know), func(v string) bool { return slices.Contains(got, v) }); len(near) > 0 {
			remedy = fmt.Sprintf("did you mean %q?", "{{."+j.nearest(v, near)+"}}")
		} else if len(know) > 0 {
			remedy = "the variables are " + braced(know)
		}
		all = append(all, Fault{name, fmt.Sprintf("has the variable %q, which the message does not have", "{{."+v+"}}"), text, remedy})
	}
	for _, v := range know {
		counts := v == "Count" && english.Plural
		needed := inEvery(english, v)
		if counts {
			needed = slices.Contains(j.several, form)
		}
		if !needed || slices.Contains(got, v) {
			continue
		}
		says := fmt.Sprintf("lacks the variable %q", "{{."+v+"}}")
		if counts {
			says += " and serves several numbers"
		}
		all = append(all, Fault{name, says, text, "put it where the value belongs"})
	}
	return all
}

// lost are variables, names of forms and numbers of the English message that no
// form of the translation has.
func (j *Judge) lost(english, translation Message) (all []Fault) {
	together := func(m Message) string { return strings.Join(slices.Sorted(maps.Values(m.Forms)), " ") }
	got := together(translation)
	has := translation.Variables()
	for _, v := range english.Variables() {
		if v != "Count" && !inEvery(english, v) && !slices.Contains(has, v) {
			all = append(all, Fault{"", fmt.Sprintf("lacks the variable %q in every form", "{{."+v+"}}"), got, "put it where the value belongs"})
		}
	}
	for _, c := range j.Codes(together(english)) {
		if !strings.Contains(bare(got), c) {
			all = append(all, Fault{"", fmt.Sprintf("does not name %s", c), got, "write " + c + " as the English does"})
		}
	}
	return all
}

// Codes are the names of forms and the numbers in a text, which a translation
// keeps.
func (j *Judge) Codes(text string) (all []string) {
	for _, c := range j.codes.FindAllString(bare(text), -1) {
		if !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

func (j *Judge) nearest(word string, of []string) string {
	if j.Nearest == nil {
		return of[0]
	}
	return j.Nearest(word, of)
}

// inEvery tells whether every form of a message has a variable.
func inEvery(m Message, variable string) bool {
	for _, text := range m.Forms {
		if !slices.Contains(variablesIn(text), variable) {
			return false
		}
	}
	return true
}

// braced are variables as they are written.
func braced(names []string) string { return "{{." + strings.Join(names, "}}, {{.") + "}}" }

// narrow is how many characters a translation may have, its variables aside:
// what stands in a box or on a bar has room for little more than the English.
func narrow(english Message, form string) int {
	if !Narrow(english) {
		return 1 << 20
	}
	return 2*utf8.RuneCountInString(bare(english.Text(form))) + 12
}

// Narrow tells whether a message stands where there is little room.
func Narrow(m Message) bool { return m.Family() == "tile" || m.Family() == "chart" }
