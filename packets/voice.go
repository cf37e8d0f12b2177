package packets

import (
	"strings"

	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

// Voice speaks of a case in one language: decisions carry message ids and
// typed values, and here they become sentences.
type Voice struct {
	*locales.Printer
	Book *law.Book
	own  *locales.Printer // of a reader who does not read the language of the page
}

// Cite is a rule with the sentence that stands under it, in the language of
// its page; a reading of ours in the reader's.
func (v Voice) Cite(c law.Cite) string {
	switch s := v.Book.Cited(c); {
	case c == "":
		return ""
	case s != "":
		return s
	case v.Has("reading." + string(c)):
		return v.Join(locales.Colon, string(c), v.Must("reading."+string(c)))
	}
	return string(c)
}

// Quoted is Cite as words of a page: the sentence says in what language it is.
// The pages that the rule book quotes are the authorities' English ones.
func (v Voice) Quoted(c law.Cite) page.Words {
	if s := v.Book.Sentence(c); s != "" && v.Tag() != "en" {
		if before, found := strings.CutSuffix(v.Book.Cited(c), ": “"+s+"”"); found {
			return page.Words{{Text: v.Join(locales.Colon, v.Apart(before), "")}, {Text: "“" + s + "”", Lang: "en"}}
		}
	}
	return page.Plain(v.Cited(c))
}

// Cited is Cite for a page.
func (v Voice) Cited(c law.Cite) string {
	if id := string(c); v.Book.Cited(c) == "" && v.Has("reading."+id) {
		return v.Join(locales.Colon, v.Apart(id), v.Must("reading."+id))
	}
	return v.Apart(v.Cite(c))
}

// Say speaks a message whose variables come from a decision.
func (v Voice) Say(id string, vars forms.Vars) string {
	kv := make([]any, len(vars))
	for i, x := range vars {
		kv[i] = v.spoken(x)
	}
	return v.Must(id, kv...)
}

func (v Voice) spoken(value any) any {
	switch value := value.(type) {
	case forms.Kroner:
		return locales.Kroner(value)
	case forms.Message:
		return locales.ID(value)
	case profile.Words:
		return value.In(v.Tag())
	}
	return value
}

// Person is the applicant's name as the person writes it, else the id; the one
// that ask gives to somebody without a name is a word of the language.
func (v Voice) Person(a *profile.Applicant) string {
	if name := a.Name.String(); name != "" {
		return name
	}
	if a.ID == "applicant" {
		return v.Must("ui.applicant")
	}
	return a.ID
}

// Printable is the name for a generated page: the person's own writing, else
// the Latin one where the page cannot draw it.
func (v Voice) Printable(a *profile.Applicant) string {
	if name := printable(a.Name); name != "" {
		return name
	}
	return v.Person(a)
}

func printable(n *profile.Name) string {
	name := n.String()
	if _, bad := page.Unprintable(name); bad && n.Latin != "" {
		return n.Latin
	}
	return name
}

// Registered is the name as a register has it, and as every officer can read
// it: in Latin letters, where the profile says them.
func (v Voice) Registered(a *profile.Applicant) string {
	if name := registered(a.Name); name != "" {
		return name
	}
	return v.Printable(a)
}

func registered(n *profile.Name) string {
	if n != nil && n.Latin != "" {
		return n.Latin
	}
	return printable(n)
}

// Named is Printable with the Latin name beside it, where that is another.
func (v Voice) Named(a *profile.Applicant) string {
	name := v.Printable(a)
	if a.Name != nil && a.Name.Latin != "" && a.Name.Latin != name {
		return v.Apart(name) + " (" + v.Apart(a.Name.Latin) + ")"
	}
	return v.Apart(name)
}

// bracketed is the id of a rule behind what rests on it.
func (v Voice) bracketed(c law.Cite) string { return v.Apart("[" + string(c) + "]") }

// Fact is the label of a fact.
func (v Voice) Fact(k profile.Key) string { return v.Must("fact." + string(k)) }

// Value is a value of a fact, as a reader writes it.
func (v Voice) Value(k profile.Key, value string) string {
	if value == "true" || value == "false" {
		return v.Must("value.bool." + value)
	}
	if id := "value." + string(k) + "." + value; v.Has(id) {
		return v.Must(id)
	}
	return v.Apart(value)
}

// Fee is what is known of a fee, in one line.
func (v Voice) Fee(f forms.Fee) string {
	switch f.Status {
	case forms.FeeKnown:
		return v.Must("fee.known", "Each", locales.Kroner(f.Each), "On", f.On)
	case forms.FeeNotPublished:
		s := v.Must("fee.not-published", "On", f.On)
		if f.Last != nil {
			s = v.Sentences(s, v.Must("fee.last", "Last", locales.Kroner(f.Last.DKK), "From", f.Last.From, "To", f.Last.To))
		}
		return s
	}
	return v.Must("fee." + string(f.Status))
}

// Source names a source of the rule book, and who published it: an authority
// by the name that people know.
func (v Voice) Source(id string) string {
	s, ok := v.Book.Source(id)
	if !ok {
		return id
	}
	by := s.Authority
	if v.Has("publisher." + by) {
		by = v.Must("publisher." + by)
	}
	return v.Join(locales.Comma, by, s.Title)
}

// FeeSource says since when a rate holds and who says so, "" where no rate is
// in force.
func (v Voice) FeeSource(f forms.Fee) string {
	if f.From.IsZero() || f.To.IsZero() || f.Status != forms.FeeKnown {
		return ""
	}
	return v.Must("fee.source", "From", f.From, "To", f.To, "Source", v.Source(f.Source))
}

// Total is what all applications cost together, as a sentence.
func (v Voice) Total(f forms.Fee) string {
	if f.Status == forms.FeeKnown {
		return v.Must("fee.total", "Total", locales.Kroner(f.Total))
	}
	return v.Ended(v.Join(locales.Colon, v.Must("ui.fee"), v.Fee(f)))
}

// Countries are the names of countries whose codes stand in a list, as a profile
// has it: "UA, DE".
func (v Voice) Countries(codes string) string {
	all := strings.Split(codes, ",")
	for i, code := range all {
		all[i] = v.Country(strings.TrimSpace(code))
	}
	return v.Join(locales.Comma, all...)
}
