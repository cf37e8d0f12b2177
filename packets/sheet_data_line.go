package packets

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// formSheet collects the numbered lines of a data sheet.
type formSheet struct {
	v, da  Voice // the page's, and the form's
	own    Voice // the reader's
	veil   bool  // the ends of CPR numbers
	a      *profile.Applicant
	number int // of the part
	n      int // of the last line in it
	form   page.Form
	blocks []page.Block
}

// part begins a part, with whose it is. Of MF4 alone our sources say which part
// of the form that is.
func (s *formSheet) part(who string, p *checklist.Person, name string) {
	s.number, s.n = s.number+1, 0
	title := fmt.Sprint(s.number, " ", s.v.Must(who))
	if p != nil && p.Scheme.ID == "mf4" || who == "ui.sponsor" {
		title += " (" + s.v.Must("sheet.part", "N", s.number) + ")"
	}
	if name != "" {
		title += ": " + name
	}
	s.blocks = append(s.blocks, page.Heading{Level: 2, Text: title})
}

// section puts lines under a heading, "" for none.
func (s *formSheet) section(heading string, fill func()) {
	s.form = page.Form{}
	if fill(); len(s.form.Lines) == 0 {
		return
	}
	if heading != "" {
		s.blocks = append(s.blocks, page.Heading{Level: 3, Text: s.v.Must(heading)})
	}
	s.blocks = append(s.blocks, s.form)
}

// line asks for a fact and says what is known of it, with more beneath.
func (s *formSheet) line(k profile.Key, says page.Words, beneath ...page.Words) {
	s.n++
	danish, own := s.da.Capital(s.da.Fact(k)), s.own.Capital(s.own.Fact(k))
	asks := page.Item{Text: s.danish(danish)}
	if own != danish {
		asks.Under = []page.Words{s.beneath(own)}
	}
	s.form.Lines = append(s.form.Lines, page.Line{
		Number: fmt.Sprint(s.number, ".", s.n), Asks: asks, Says: page.Item{Text: says, Under: beneath},
	})
}

// danish are words of the form.
func (s *formSheet) danish(text string) page.Words {
	if s.v.Tag() == "da" {
		return page.Plain(text)
	}
	return page.Words{{Text: text, Lang: "da"}}
}

// beneath are the reader's words.
func (s *formSheet) beneath(text string) page.Words {
	if s.own.Tag() == s.v.Tag() {
		return page.Plain(text)
	}
	return page.Words{{Text: text, Lang: s.own.Tag()}}
}

// both says in Danish what the reader is told beside it.
func (s *formSheet) both(k profile.Key, danish, own string) {
	says := s.danish(danish)
	if s.own.Tag() != "da" {
		says = append(append(append(says, page.Span{Text: " ("}), s.beneath(own)...), page.Span{Text: ")"})
	}
	s.line(k, says)
}

func (s *formSheet) text(k profile.Key, value *string) {
	if value == nil {
		s.line(k, nil)
		return
	}
	s.line(k, page.Plain(strings.Join(strings.Fields(*value), " ")))
}

// date is written as on a form: day, month, year.
func (s *formSheet) date(k profile.Key, d *civil.Date) {
	switch {
	case d == nil:
		s.line(k, nil)
	case s.own.Tag() == "da":
		s.line(k, page.Plain(dayMonthYear(*d)))
	default:
		says := append(page.Plain(dayMonthYear(*d)+" ("), s.beneath(s.own.Spelled(*d))...)
		s.line(k, append(says, page.Span{Text: ")"}))
	}
}

// dayMonthYear is a day as Danish forms have it.
func dayMonthYear(d civil.Date) string { return fmt.Sprintf("%02d-%02d-%04d", d.Day, d.Month, d.Year) }

func (s *formSheet) yes(k profile.Key, b *bool) {
	if b == nil {
		s.line(k, nil)
		return
	}
	answer := fmt.Sprint(*b)
	s.both(k, s.da.Capital(s.da.Value(k, answer)), s.own.Value(k, answer))
}

// choice is a fact of a closed set.
func choice[T ~string](s *formSheet, x profile.Fact[T]) {
	got, ok := law.Given(&law.Facts{Applicant: s.a}, x)
	if !ok {
		s.line(x.Key, nil)
		return
	}
	s.both(x.Key, s.da.Capital(s.da.Value(x.Key, string(got))), s.own.Value(x.Key, string(got)))
}

func (s *formSheet) periods(k profile.Key, ps []profile.Period) {
	var all []string
	for _, p := range ps {
		all = append(all, dayMonthYear(p.From)+" – "+dayMonthYear(p.To))
	}
	s.line(k, page.Plain(strings.Join(all, "\n")))
}

func (s *formSheet) country(k profile.Key, c *profile.Country) {
	if c == nil {
		s.line(k, nil)
		return
	}
	s.countries(k, *c)
}

func (s *formSheet) countries(k profile.Key, all ...profile.Country) {
	var danish, own []string
	for _, c := range all {
		danish, own = append(danish, s.da.Country(string(c))), append(own, s.own.Country(string(c)))
	}
	if len(all) == 0 || slices.Equal(danish, own) {
		s.line(k, s.danish(strings.Join(danish, ", ")))
		return
	}
	s.line(k, s.danish(strings.Join(danish, ", ")), s.beneath(strings.Join(own, ", ")))
}

// names are those of a person as the passport has them, the own script beneath.
// How a name in Latin letters divides into surname and given names, the profile
// does not say: those lines are open then.
func (s *formSheet) names(n *profile.Name) {
	if n == nil {
		n = &profile.Name{}
	}
	if n.Latin != "" || n.Whole != "" {
		s.name("name.latin", n)
	}
	s.latin("name.family", n.Family)
	s.latin("name.given", n.Given)
}

// name is a whole name on one line.
func (s *formSheet) name(k profile.Key, n *profile.Name) {
	if n == nil || n.Latin == "" {
		s.latin(k, n.String())
		return
	}
	if own := s.v.drawable(n.String()); own != n.Latin {
		s.line(k, page.Plain(n.Latin), under(own)...)
		return
	}
	s.line(k, page.Plain(n.Latin))
}

// latin is a name where it is in Latin letters; in others it stands beneath an
// open line.
func (s *formSheet) latin(k profile.Key, name string) {
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		s.line(k, nil, under(s.v.drawable(name))...)
		return
	}
	s.line(k, page.Plain(name))
}

// drawable is s, or nothing where a page cannot draw it: the Latin name stands
// beside it, and a wrong one never.
func (v Voice) drawable(s string) string {
	if _, bad := page.Unprintable(s); bad {
		return ""
	}
	return s
}
