package locales

import (
	"slices"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Plural is a form that whole numbers take in a language.
type Plural struct {
	Form    string
	Numbers []int // the first that take it
	Several bool  // takes it more than one of the first thousand
}

// Plurals are the forms that whole numbers take in a language, in the order in
// which the Unicode locale data has them.
func Plurals(tag string) (all []Plural) {
	t := language.Make(tag)
	var of [6]Plural
	for n := range 1000 {
		p := &of[plural.Cardinal.MatchPlural(t, n, 0, 0, 0, 0)]
		p.Several = len(p.Numbers) > 0
		if len(p.Numbers) < 5 {
			p.Numbers = append(p.Numbers, n)
		}
	}
	for _, f := range [...]struct {
		form plural.Form
		name string
	}{{plural.Zero, "zero"}, {plural.One, "one"}, {plural.Two, "two"}, {plural.Few, "few"}, {plural.Many, "many"}, {plural.Other, "other"}} {
		if p := of[f.form]; len(p.Numbers) > 0 {
			p.Form = f.name
			all = append(all, p)
		}
	}
	return all
}

// categories are the forms of Plurals, in alphabetical order.
func categories(tag string) (forms []string) {
	for _, p := range Plurals(tag) {
		forms = append(forms, p.Form)
	}
	slices.Sort(forms)
	return forms
}

// manifold are the forms that several whole numbers take.
func manifold(tag string) (forms []string) {
	for _, p := range Plurals(tag) {
		if p.Several {
			forms = append(forms, p.Form)
		}
	}
	slices.Sort(forms)
	return forms
}
