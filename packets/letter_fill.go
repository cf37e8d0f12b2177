package packets

import (
	"cmp"
	"strings"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/profile"
)

// facts are what the letter knows of letterFacts; nil is not known.
func (x letter) facts() map[string]any {
	b, v := x.b, x.b.v
	first, p := b.people[0], x.person
	a, own := first.Facts.Applicant, p.Facts.Applicant
	day := func(d *civil.Date) any {
		if d == nil {
			return nil
		}
		return v.Date(*d)
	}
	countries := func(a *profile.Applicant) string {
		all := make([]string, len(a.Citizenship))
		for i, c := range a.Citizenship {
			all[i] = v.Country(string(c))
		}
		return strings.Join(all, ", ")
	}
	passport := func(a *profile.Applicant) any {
		if a.Passport == nil {
			return nil
		}
		return one(a.Passport.Number)
	}
	var others []map[string]any
	for _, o := range b.people[1:] {
		others = append(others, map[string]any{"name": nameOf(v, o.Facts.Applicant), "born": day(o.Facts.Applicant.Born)})
	}
	stay, permit := cmp.Or(a.StayAbroad, &profile.StayAbroad{}), cmp.Or(a.Permit, &profile.Permit{})
	sponsor, dane := cmp.Or(a.Sponsor, &profile.Sponsor{}), cmp.Or(a.DanishFamilyMember, &profile.DanishFamilyMember{})
	act := represents(a)
	reason, _ := law.Given(first.Facts, profile.StayReason)
	facts := map[string]any{
		"today":          v.Date(b.l.On),
		"authority.name": v.Must("authority." + first.Authority),
		"form.code":      b.variant(), "form.title": v.Must("form." + v.short(first)),

		"applicant.name": nameOf(v, a), "applicant.born": day(a.Born), "applicant.address": one(a.Address),
		"applicant.phone": one(a.Phone), "applicant.email": one(a.Email), "applicant.citizenship": countries(a), "applicant.passport": passport(a),
		"applicant.alien_number": one(a.AlienNumber), "applicant.case_order_id": one(a.CaseOrderID),
		"others": others,

		"person.name": nameOf(v, own), "person.born": day(own.Born), "person.address": one(own.Address), "person.citizenship": countries(own),
		"person.passport": passport(own), "person.alien_number": one(own.AlienNumber), "person.child": minor(p.Facts),

		"sender.name":         nameOf(v, a),
		"representative.name": nil, "representative.address": nil,
		"sponsor.name": registered(sponsor.Name), "sponsor.address": one(sponsor.Address),
		"dane.name": registered(dane.Name), "dane.address": one(dane.Address),

		"permit.expires": day(permit.Expires), "permit.card_expires": day(permit.CardExpires), "permit.residence_since": day(permit.EUResidenceSince),
		"stay.country": nil, "stay.left_on": day(stay.LeftOn), "stay.returns_on": day(stay.ReturnsOn), "stay.posting_ends": day(stay.PostingEnds),

		"document.number": nil, "document.title": nil, "document.language": nil, "translator.name": nil,

		"represented": act != nil, "solicitor": act != nil && *act.Kind == profile.Solicitor, "online": b.filing() == profile.Online,
		"accompanies": reason == profile.AccompanyingSecondment || reason == profile.AccompanyingStatePosting,
		"posted":      reason != profile.DirectEmployment,
		"absent":      len(b.absent()) > 0, "grounds": len(b.reasons()) > 0, "family": len(others) > 0,
	}
	if act != nil {
		facts["representative.name"], facts["representative.address"] = registered(act.Name), one(act.Address)
		facts["sender.name"] = registered(act.Name)
	}
	if stay.Country != nil {
		facts["stay.country"] = v.Country(string(*stay.Country))
	}
	if len(x.items) > 0 {
		facts["document.number"], facts["document.title"] = x.items[0].Number, v.Must("doc."+x.items[0].ID)
	}
	if g := x.given; g.Language != nil {
		facts["document.language"] = v.language(*g.Language)
	}
	if g := x.given; g.Translator != nil {
		facts["translator.name"] = registered(g.Translator.Name)
	}
	return facts
}

// nameOf is a person's name for a letter, "" while it isn't known.
func nameOf(v Voice, a *profile.Applicant) string {
	if a.Name == nil {
		return ""
	}
	return v.Registered(a)
}

// language is the name of one, where the reader's language has a word for it.
func (v Voice) language(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	if id := "lang." + strings.ToLower(base); v.Has(id) {
		return v.Must(id)
	}
	return tag
}

// minor tells whether a person is under 18, as far as the day of birth tells.
func minor(f *law.Facts) bool {
	born, ok := law.Given(f, profile.Born)
	return ok && f.On.Before(born.AddYears(18, civil.Opening))
}

// filing is how the application goes to the authority, "" while it isn't known.
func (b *binder) filing() profile.Filing {
	if b.app.Form == forms.BF1 {
		return profile.Online
	}
	way, _ := law.Given(b.people[0].Facts, profile.FactFiling)
	return way
}

// byHand tells whether what is filed is signed by hand on the packet's pages.
func (b *binder) byHand() bool {
	way := b.filing()
	return way == profile.Paper || way == profile.InPerson
}

// words are the functions of letterWords.
func (x letter) words(in *page.Inserts) map[string]any {
	b := x.b
	block := func(of func() []page.Block) func() string {
		return func() string { return in.Block(of()...) }
	}
	return map[string]any{
		"open":   func() string { return in.Value(openLine(string(factText))) },
		"sender": block(b.sender), "letterhead": block(b.letterhead), "addressee": block(b.addressee), "references": block(b.references),
		"enclosures": block(b.enclosures), "absent": block(b.absent), "grounds": block(b.grounds), "asked": block(x.asked), "periods": block(x.periods),
		"signature": func(parts ...any) string {
			var said []string
			for _, p := range parts {
				if s, ok := p.(string); ok && s != "" {
					said = append(said, s)
				}
			}
			return in.Block(page.Signature{Place: b.v.Must("slot.place"), Date: b.v.Must("slot.date"), Name: strings.Join(said, ", ")})
		},
	}
}
