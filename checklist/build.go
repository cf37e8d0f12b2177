package checklist

import (
	"fmt"
	"slices"

	"mappe/forms"
	"mappe/law"
	"mappe/profile"
)

// Checklist is an assessment with everything that the filings need.
type Checklist struct {
	*forms.Assessment
	People  []*Person // one per applicant, in file order
	Mission *Mission  // where it is handed in, nil where nothing is known of it
}

// Person is one applicant's part.
type Person struct {
	*forms.Case
	Items  []Item // in the order of the packet
	Wishes []Wish // of the mission where it is handed in: see At
	Abroad bool   // it is handed in at the mission
	Steps  []Step // what to do, in order
}

// Item is one line of a checklist.
type Item struct {
	Document
	Number  string      // "2.1"; "B2.1" where an application has several people
	Why     law.Finding // what its condition found
	Given   []profile.Document
	Have    bool
	Missing bool   // required on paper, and neither here nor explained; or given a status without a reason
	Extra   bool   // enclosed by the applicant, asked for by nobody
	Lacking []Item // whose documents lack a translation, of the item for translations
	Broken  bool   // a file that is named for it can't be used: a packet's plan says so
}

// Status of the item, a message "status.<…>": have, missing, cannot-obtain,
// follows-later, does-not-apply, do (something to do), confirm, optional.
func (it Item) Status() string {
	if it.Missing || it.Broken || len(it.Lacking) > 0 {
		return "missing"
	}
	for _, d := range it.Given {
		if d.Explained() {
			return string(*d.Status)
		}
	}
	switch {
	case it.Have:
		return "have"
	case it.Act:
		return "do"
	case it.Need == Confirm:
		return "confirm"
	}
	return "optional"
}

// Gaps are the periods that an item of evidence must fill, none for other
// items.
func (p *Person) Gaps(item string) []profile.Period {
	income, ok := map[string]profile.Fact[[]profile.Period]{
		"residence-evidence": profile.Income, "residence-evidence-dane": profile.DaneIncome,
	}[item]
	if !ok {
		return nil
	}
	periods, _ := law.Given(p.Facts, income)
	return forms.Gaps(p.Facts, periods)
}

// Build makes the checklist of an assessment. Facts that can still change the
// list are added to what each case asks. A document item that the catalogue
// does not know is an error that names the nearest one.
func Build(a *forms.Assessment) (*Checklist, error) {
	docs, err := Catalogue()
	if err != nil {
		return nil, err
	}
	l := &Checklist{Assessment: a}
	for _, c := range a.Cases {
		p := &Person{Case: c}
		if err := p.list(docs); err != nil {
			return nil, err
		}
		l.People = append(l.People, p)
	}
	l.number()
	for _, p := range l.People {
		p.formNotes()
		p.steps(l)
	}
	return l, nil
}

// list collects the items of one person.
func (p *Person) list(docs []Document) error {
	given := map[string][]profile.Document{}
	for _, d := range p.Facts.Applicant.Documents {
		if !slices.Contains(IDs(), d.Item) {
			return fmt.Errorf("applicant %s: documents: unknown item %q; did you mean %q?", p.ID(), d.Item, profile.Nearest(d.Item, IDs()))
		}
		given[d.Item] = append(given[d.Item], d)
	}
	for _, d := range docs {
		if !slices.Contains(d.For, p.Scheme.ID) || d.Once && p.CoveredBy != "" {
			continue
		}
		why := law.Always()
		if d.When != "" {
			why = conditions[d.When].Find(p.Facts)
		}
		switch why.Truth {
		case law.True:
			p.Items = append(p.Items, item(d, why, given[d.ID]))
			delete(given, d.ID)
		case law.Unknown:
			p.Need(why.Ask)
		}
	}
	if p.Outcome != forms.File {
		return nil
	}
	for _, d := range docs { // what is left over, in the catalogue's order
		if g := given[d.ID]; slices.ContainsFunc(g, func(x profile.Document) bool { return len(x.All()) > 0 || x.Status != nil }) {
			d.Need, d.Act, d.Group, d.Cite = Example, false, Groups+1, ""
			it := item(d, law.Always(), g)
			it.Extra = true
			p.Items = append(p.Items, it)
			delete(given, d.ID)
		}
	}
	return nil
}

func item(d Document, why law.Finding, given []profile.Document) Item {
	it := Item{Document: d, Why: why, Given: given}
	explained, mute := false, false
	for _, g := range given {
		it.Have = it.Have || len(g.Files) > 0
		explained = explained || g.Explained()
		mute = mute || g.Mute()
	}
	it.Missing = d.Need == Required && !d.Act && !it.Have && !explained || mute
	return it
}

// number gives every item its number within the application.
func (l *Checklist) number() {
	for _, p := range l.People {
		numbered(p.Items, l.prefix(p))
		p.translations()
	}
}

// prefix tells the numbers of one person from those of the others of an
// application.
func (l *Checklist) prefix(p *Person) string {
	if p.Application >= 0 {
		if ids := l.Applications[p.Application].Applicants; len(ids) > 1 {
			return PersonLetter(slices.Index(ids, p.ID()))
		}
	}
	return ""
}

// numbered counts the groups that are there, and the items in each.
func numbered(items []Item, prefix string) {
	last, n, shown := 0, 0, 0
	for i := range items {
		if items[i].Group != last {
			last, n = items[i].Group, 0
			shown++
		}
		n++
		items[i].Number = fmt.Sprintf("%s%d.%d", prefix, shown, n)
	}
}

// PersonLetter names the i-th person of an application: A to Z, then P27-, P28- ….
func PersonLetter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return fmt.Sprintf("P%d-", i+1)
}
