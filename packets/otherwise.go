package packets

import (
	"errors"
	"fmt"
	"strings"

	"mappe/internal/page"
	"mappe/profile"
)

// Otherwise is an error of printing: of a letter that no font has it names the
// fact of the profile that has it, and what is offered in its stead. Only a name
// may be given in Latin letters too.
func Otherwise(err error, p *profile.Profile) error {
	e, ok := errors.AsType[*page.LetterError](err)
	if !ok || !e.Letter {
		return err
	}
	for _, x := range textsOf(p) {
		if !strings.ContainsRune(x.text, e.Rune) || !strings.Contains(spaced(e.Words), spaced(x.text)) {
			continue
		}
		if x.latin {
			return fmt.Errorf("%w, or give the name in Latin letters too (%s.latin)", err, x.place)
		}
		return fmt.Errorf("%w (%s)", err, x.place)
	}
	return err
}

// spaced is a text as pages set it: of white space it has single blanks.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// writing is what somebody has written into a profile, and where.
type writing struct {
	place, text string
	latin       bool // a name that is not given in Latin letters
}

// writings collects them.
type writings []writing

// textsOf are all texts of a profile that pages print.
func textsOf(p *profile.Profile) (all writings) {
	all.text("case", &p.Case)
	all.shared("", p.Shared)
	for i, a := range p.Applicants {
		at := fmt.Sprintf("applicants[%d].", i)
		all.name(at+"name", a.Name)
		for _, x := range []struct {
			key  string
			text *string
		}{
			{"sex", a.Sex}, {"cpr", a.CPR}, {"alien_number", a.AlienNumber}, {"case_order_id", a.CaseOrderID}, {"address", a.Address},
			{"phone", a.Phone}, {"email", a.Email}, {"birthplace", a.Birthplace}, {"marital_status", a.MaritalStatus},
		} {
			all.text(at+x.key, x.text)
		}
		if a.Passport != nil {
			all.text(at+"passport.number", a.Passport.Number)
		}
		for n, d := range a.Documents {
			at := fmt.Sprintf("%sdocuments[%d].", at, n)
			all.text(at+"reason", d.Reason)
			if d.Translator != nil {
				all.name(at+"translator.name", d.Translator.Name)
			}
			for _, f := range d.All() {
				all.text(at+"files", &f.File)
			}
		}
		all.shared(at, a.Shared)
	}
	return all
}

func (all *writings) shared(at string, s profile.Shared) {
	if x := s.Representative; x != nil {
		all.name(at+"representative.name", x.Name)
		all.text(at+"representative.address", x.Address)
	}
	if x := s.Sponsor; x != nil {
		all.name(at+"sponsor.name", x.Name)
		all.text(at+"sponsor.address", x.Address)
		all.text(at+"sponsor.cpr", x.CPR)
	}
	if x := s.DanishFamilyMember; x != nil {
		all.name(at+"danish_family_member.name", x.Name)
		all.text(at+"danish_family_member.address", x.Address)
		all.text(at+"danish_family_member.cpr", x.CPR)
	}
}

func (all *writings) text(place string, text *string) {
	if text != nil && *text != "" {
		*all = append(*all, writing{place: place, text: *text})
	}
}

// name adds a name and its parts, which a data sheet has on lines of their own.
func (all *writings) name(place string, n *profile.Name) {
	if n == nil {
		return
	}
	all.text(place+".latin", &n.Latin)
	for _, text := range []string{n.String(), n.Given, n.Family} {
		if text != "" {
			*all = append(*all, writing{place, text, n.Latin == ""})
		}
	}
}
