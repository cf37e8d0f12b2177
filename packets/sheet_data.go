package packets

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// dataSheet is what the person copies onto the form: every printed fact, with
// an open line where it is missing; veiled, of a CPR number only the day of birth.
func (v Voice) dataSheet(l *checklist.Checklist, people []*checklist.Person, veil bool) page.Doc {
	d := page.Doc{Title: v.Must("ui.data-sheet"), Lang: v.Tag(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: v.Must("ui.data-sheet")},
		page.Paragraph{Text: page.Plain(v.Must("ui.data-sheet-says")), Small: true},
	}}
	add := func(heading string, s *sheetOfFacts) {
		if len(s.pairs) > 0 {
			d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: heading}, page.Fields{Pairs: s.pairs})
		}
	}
	for _, p := range people {
		a := p.Facts.Applicant
		add(v.Named(a), v.person(a, veil))
		add(v.Must("ui.permit"), v.permitFacts(p))
		if p.CoveredBy == "" {
			add(v.Must("ui.stay-abroad"), v.stayFacts(a))
		}
	}
	a := people[0].Facts.Applicant
	if s := a.Sponsor; s != nil && people[0].Scheme.ID == "mf4" {
		x := &sheetOfFacts{v: v, veil: veil}
		x.text("sponsor.name", printable(s.Name))
		x.cpr("sponsor.cpr", s.CPR)
		x.optional("sponsor.address", s.Address)
		value(x, a, profile.SponsorStatus)
		value(x, a, profile.SponsorGround)
		value(x, a, profile.SponsorOccupation)
		x.date("sponsor.occupation_ends", s.OccupationEnds)
		add(v.Must("ui.sponsor"), x)
	}
	if s := a.DanishFamilyMember; s != nil && people[0].Scheme.ID == "od2d" {
		x := &sheetOfFacts{v: v, veil: veil}
		x.text("danish_family_member.name", printable(s.Name))
		x.cpr("danish_family_member.cpr", s.CPR)
		x.optional("danish_family_member.address", s.Address)
		x.periods("danish_family_member.income", s.Income)
		add(v.Must("ui.dane"), x)
	}
	if r := a.Representative; r != nil && r.Kind != nil && *r.Kind != profile.NoRepresentative {
		x := &sheetOfFacts{v: v}
		value(x, a, profile.RepresentedBy)
		x.text("representative.name", printable(r.Name))
		x.optional("representative.address", r.Address)
		add(v.Must("ui.representative"), x)
	}
	return d
}

// sheetOfFacts collects label and value pairs.
type sheetOfFacts struct {
	v     Voice
	veil  bool // the ends of CPR numbers
	pairs []page.Pair
}

// text prints a value, or an open line for "".
func (s *sheetOfFacts) text(k profile.Key, value string) {
	s.pairs = append(s.pairs, page.Pair{Label: capital(s.v.Fact(k)), Value: value})
}

// capital writes a label as the beginning of a line.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func (s *sheetOfFacts) line(k profile.Key, value *string) {
	if value == nil {
		s.text(k, "")
		return
	}
	s.text(k, strings.Join(strings.Fields(*value), " "))
}

// optional prints a value where there is one.
func (s *sheetOfFacts) optional(k profile.Key, value *string) {
	if value != nil {
		s.line(k, value)
	}
}

func (s *sheetOfFacts) date(k profile.Key, d *civil.Date) {
	if d != nil {
		s.text(k, s.v.Date(*d))
	}
}

func (s *sheetOfFacts) yes(k profile.Key, b *bool) {
	if b != nil {
		s.text(k, capital(s.v.Value(k, fmt.Sprint(*b))))
	}
}

func (s *sheetOfFacts) periods(k profile.Key, ps []profile.Period) {
	var lines []string
	for _, p := range ps {
		lines = append(lines, s.v.period(p.From, p.To))
	}
	if len(lines) > 0 {
		s.text(k, strings.Join(lines, "; "))
	}
}

// value prints a fact of a closed set.
func value[T ~string](s *sheetOfFacts, a *profile.Applicant, x profile.Fact[T]) {
	if got, ok := law.Given(&law.Facts{Applicant: a}, x); ok {
		s.text(x.Key, capital(s.v.Value(x.Key, string(got))))
	}
}

// person are the facts of identity, with open lines.
func (v Voice) person(a *profile.Applicant, veil bool) *sheetOfFacts {
	s := &sheetOfFacts{v: v, veil: veil}
	name := a.Name
	if name == nil {
		name = &profile.Name{}
	}
	if name.Whole != "" {
		s.text("name", name.Whole)
	} else {
		s.text("name.family", v.drawable(name.Family))
		s.text("name.given", v.drawable(name.Given))
	}
	if name.Latin != "" {
		s.text("name.latin", name.Latin)
	}
	if a.Born != nil {
		s.date("born", a.Born)
	} else {
		s.text("born", "")
	}
	s.optional("birthplace", a.Birthplace)
	s.optional("sex", a.Sex)
	countries := make([]string, len(a.Citizenship))
	for i, c := range a.Citizenship {
		countries[i] = v.Country(string(c))
	}
	s.text("citizenship", strings.Join(countries, ", "))
	s.optional("marital_status", a.MaritalStatus)
	if a.CPR == nil {
		s.text("cpr", "")
	}
	s.cpr("cpr", a.CPR)
	s.optional("alien_number", a.AlienNumber)
	s.optional("case_order_id", a.CaseOrderID)
	s.line("address", a.Address)
	s.line("phone", a.Phone)
	s.line("email", a.Email)
	value(s, a, profile.RelationToSponsor)
	return s
}

// drawable is s, or nothing where a page cannot draw it: the Latin name stands
// beside it, and a wrong one never.
func (v Voice) drawable(s string) string {
	if _, bad := page.Unprintable(s); bad {
		return ""
	}
	return s
}
