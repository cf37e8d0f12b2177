package packets

import (
	"strings"

	"mappe/internal/page"
	"mappe/profile"
)

// letterhead is what stands at the head of a firm's letters, nil without a firm.
func (b *binder) letterhead() []page.Block {
	brand := b.style.Brand
	if brand == nil {
		return nil
	}
	return append(b.logo(), head(brand.Name, append(append([]string{}, brand.Address...), joined(brand.Phone, brand.Email, brand.Web))...)...)
}

// sender is the letterhead of the firm, else who writes: the representative, or
// the applicant. An address that nobody gave is a line to fill in: the letter asks
// for answers to it.
func (b *binder) sender() []page.Block {
	if b.style.Brand != nil {
		return b.letterhead()
	}
	a := b.people[0].Facts.Applicant
	if r := represents(a); r != nil {
		return head(registered(r.Name), reached(r.Address))
	}
	return head(nameOf(b.v, a), reached(a.Address), joined(one(a.Phone), one(a.Email)))
}

// reached is an address on one line.
func reached(address *string) string {
	if line := one(address); line != "" {
		return line
	}
	return openLine(string(factText))
}

// head are a name and lines beneath it.
func head(name string, lines ...string) []page.Block {
	text := page.Words{{Text: name, Strong: true}}
	if name == "" {
		text = page.Plain(openLine(string(factText)))
	}
	for _, l := range lines {
		if l != "" {
			text = append(text, page.Span{Text: "\n" + l})
		}
	}
	return []page.Block{page.Paragraph{Text: text, Apart: true}}
}

func joined(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

// one is a text on one line, "" for none.
func one(s *string) string {
	if s == nil {
		return ""
	}
	return strings.Join(strings.Fields(*s), " ")
}

// represents is who acts for the applicant, nil for nobody.
func represents(a *profile.Applicant) *profile.Representative {
	if r := a.Representative; r != nil && r.Kind != nil && *r.Kind != profile.NoRepresentative {
		return r
	}
	return nil
}
