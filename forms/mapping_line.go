package forms

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"mappe/profile"
)

var lineKeys = []string{"field", "fact", "facts", "join", "format", "months", "country", "part", "values", "when", "is", "value", "text"}

// nameLanguages are those in which a form may have countries and months; the first
// is that of months where a mapping does not say it.
var nameLanguages = []string{"en", "da"}

// line reads one line of the map. It fills its field in one of four ways.
func (r *mappingReader) line(n *yaml.Node, place string) {
	before := len(r.errs)
	l := MappingLine{Line: n.Line, Join: " "}
	has := map[string]*yaml.Node{}
	r.pairs(n, place, lineKeys, func(k string, v *yaml.Node) {
		has[k] = v
		at := place + "." + k
		switch k {
		case "field":
			l.Field = r.word(v, at)
		case "fact", "when":
			l.Facts = r.facts(v, at, r.word(v, at))
		case "facts":
			l.Facts = r.facts(v, at, r.words(v, at)...)
		case "join":
			l.Join = r.word(v, at)
		case "format":
			if l.Format = r.word(v, at); l.Format == "" || badFormat(l.Format) != "" {
				r.add(v, at, "%.60q: %q is not understood; use d, dd, m, mm, mmm, mmmm, yy, yyyy and signs between them", l.Format, badFormat(l.Format))
			}
		case "country":
			l.Country = r.language(v, at, "countries")
		case "months":
			l.Months = r.language(v, at, "months")
		case "part":
			l.Part = r.part(v, at)
		case "values":
			l.Values = r.valuesOf(v, at)
		case "is":
			l.Is = r.words(v, at)
		case "value":
			l.Words = r.word(v, at)
		case "text":
			if l.Words = r.word(v, at); v.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 {
				r.add(v, at, "%.60q are words of your own, for everybody: write them in quotes, so that they are not mistaken for a fact", l.Words)
			}
		}
	})
	if len(r.errs) > before || n.Kind != yaml.MappingNode {
		return
	}
	if r.shape(n, place, l, has); len(r.errs) == before {
		r.m.Lines = append(r.m.Lines, l)
	}
}

// shape makes sure that a line says one thing.
func (r *mappingReader) shape(n *yaml.Node, place string, l MappingLine, has map[string]*yaml.Node) {
	var ways []string
	for _, k := range []string{"fact", "facts", "when", "text"} {
		if has[k] != nil {
			ways = append(ways, k)
		}
	}
	only := func(way string, keys ...string) {
		for _, k := range keys {
			if has[k] != nil && has[way] == nil {
				r.add(has[k], place+"."+k, "belongs to a line with %q; remove it", way)
			}
		}
	}
	switch {
	case l.Field == "":
		r.add(n, place, `names no field; write "field: …", as mappe form inspect prints it`)
		return
	case len(ways) == 0:
		r.add(n, place, `does not say what goes into field %q; write "fact: …", "facts: […]", "when: …" or "text: …"`, l.Field)
		return
	case len(ways) > 1:
		r.add(n, place, "has both %q and %q; keep one", ways[0], ways[1])
		return
	}
	only("facts", "join")
	only("when", "is", "value")
	for _, k := range []string{"format", "months", "country", "part", "values"} {
		if has[k] != nil && has["fact"] == nil && has["facts"] == nil {
			r.add(has[k], place+"."+k, `belongs to a line with "fact" or "facts"; remove it`)
		}
	}
	if has["when"] != nil && (len(l.Is) == 0 || l.Words == "") {
		r.add(n, place, `needs "is: …" and "value: …": which value of %s puts what into field %q`, l.Facts[0], l.Field)
	}
	if has["when"] != nil {
		r.closed(has["is"], place+".is", l.Facts[0], l.Is)
	}
	of := func(keys, things string, is func(q profile.Question) bool) bool {
		if len(l.Facts) == 0 || slices.ContainsFunc(l.Facts, func(k profile.Key) bool { q, _ := lookup(k); return is(q) }) {
			return true
		}
		for _, k := range strings.Fields(keys) {
			if has[k] != nil {
				r.add(has[k], place+"."+k, "is for %s, and %s is none; remove it", things, l.Facts[0])
			}
		}
		return false
	}
	of("country", "countries", isCountry)
	if of("format months", "dates", func(q profile.Question) bool { return q.Kind == "date" }) && l.Months != "" && l.Format != "" && !namesMonth(l.Format) {
		r.add(has["months"], place+".months", "is for a format with mmm or mmmm, and %q has neither; remove it", l.Format)
	}
	if first := r.first[l.Field]; first > 0 && has["when"] == nil {
		r.add(n, place, "field %q is filled for the second time, first on line %d: keep one", l.Field, first)
	}
	r.first[l.Field] = n.Line
}

// language is that of the names of things.
func (r *mappingReader) language(n *yaml.Node, place, things string) string {
	lang := r.word(n, place)
	if !slices.Contains(nameLanguages, lang) {
		r.add(n, place, "%.60q is no language in which %s are named; write one of %s", lang, things, strings.Join(nameLanguages, ", "))
	}
	return lang
}

// closed makes sure that the values of a choice or of yes and no can be met.
func (r *mappingReader) closed(n *yaml.Node, place string, k profile.Key, values []string) {
	q, _ := lookup(k)
	choices := q.Choices
	if q.Kind == "bool" {
		choices = []string{"true", "false"}
	}
	for _, v := range values {
		if len(choices) > 0 && !slices.Contains(choices, v) {
			r.add(n, place, "%s is never %.60q; did you mean %q?", k, v, profile.Nearest(v, choices))
		}
	}
}

// facts are keys of the profile that can be written into a field.
func (r *mappingReader) facts(n *yaml.Node, place string, names ...string) (all []profile.Key) {
	for _, name := range names {
		if name == "" {
			continue
		}
		k := profile.Key(name)
		switch q, _ := lookup(k); {
		case q.Key == "":
			r.add(n, place, "unknown fact %.60q; did you mean %q?", name, profile.Nearest(name, mappable()))
		case !slices.Contains(mappable(), name):
			r.add(n, place, "%s is a list of %s, which no field takes; leave it to the data sheet", name, q.Kind)
		}
		all = append(all, k)
	}
	return all
}

// mappable are the facts that can be written into a field.
func mappable() (all []string) {
	for _, q := range profile.Questions() {
		switch q.Kind {
		case "periods", "absences", "work", "documents":
			continue
		}
		all = append(all, string(q.Key))
		if q.Kind == "name" {
			for _, p := range nameParts {
				all = append(all, fmt.Sprintf("%s.%s", q.Key, p))
			}
		}
	}
	return all
}

func (r *mappingReader) part(n *yaml.Node, place string) (p [2]int) {
	s := r.word(n, place)
	from, to, _ := strings.Cut(s, "-")
	p[0], _ = strconv.Atoi(from)
	p[1], _ = strconv.Atoi(to)
	if p[0] < 1 || p[1] < p[0] || p[1] > 9999 || fmt.Sprintf("%d-%d", p[0], p[1]) != s {
		r.add(n, place, `%.60q is no part of a value; write the first and the last letter, such as "1-6"`, s)
		return [2]int{}
	}
	return p
}

// valuesOf is a table that stands here, or one of the file by its name.
func (r *mappingReader) valuesOf(n *yaml.Node, place string) map[string]string {
	if n.Kind == yaml.MappingNode {
		return r.table(n, place)
	}
	name := r.word(n, place)
	if t, ok := r.tables[name]; ok || name == "" {
		return t
	}
	names := []string{}
	for k := range r.tables {
		names = append(names, k)
	}
	slices.Sort(names)
	if len(names) == 0 {
		r.add(n, place, `there is no table %.60q; write it at the top: "values: {%[1]s: {…}}"`, name)
		return nil
	}
	r.add(n, place, "there is no table %.60q; did you mean %q?", name, profile.Nearest(name, names))
	return nil
}
