package checklist

import (
	"fmt"
	"slices"
	"strings"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Wish is a thing that a mission asks for beyond the checklist: something to
// bring. Its words are its own, else those of the document, else the message
// "wish.<id>".
type Wish struct {
	ID       string
	Number   string // after those of the items
	Count    int    // of photos and copies, else 0
	Document bool   // of the catalogue
	Words    *profile.Words
}

// Wishes that are keys of the file.
const (
	wishPhotos = "photos"
	wishCopies = "copies"
	wishColour = "colour"
)

// missionCite is the sentence that a mission's wishes rest on: that there may
// be such.
const missionCite law.Cite = "S1-62"

// notes are what is to be told.
type notes []forms.Note

func (n *notes) note(s forms.Severity, id string, cite law.Cite, kv ...any) {
	*n = append(*n, forms.Note{ID: id, Severity: s, Cite: cite, Vars: kv})
}

// At adds what a mission asks for to the checklist of each application that is
// handed in there, and to that of any other why it doesn't. It changes neither
// what is decided nor the documents.
func (l *Checklist) At(m *Mission) error {
	if err := m.ReadBy(l.On); err != nil {
		return err
	}
	l.Mission = m
	for _, p := range l.People {
		filing, known := law.Given(p.Facts, profile.FactFiling)
		online := known && filing == profile.Online || p.Variant == "online"
		here, told := m.takes(p.Scheme, online, l.On)
		if p.Outcome == forms.Undecided {
			told = nil
			told.note(forms.Info, "mission-undecided", "", "Name", m.Name)
		}
		if p.CoveredBy == "" { // else the first of the application is told
			p.tell(told)
		}
		if !here {
			continue
		}
		p.Abroad, p.Wishes = true, m.wishes(p.Items, l.prefix(p))
		if p.CoveredBy == "" {
			p.missionSteps(m)
		}
	}
	return nil
}

// tell adds notes, each behind those that are as grave.
func (p *Person) tell(told notes) {
	p.Notes = slices.Clone(p.Notes)
	for _, n := range told {
		at := slices.IndexFunc(p.Notes, func(x forms.Note) bool { return x.Severity.Rank() < n.Severity.Rank() })
		if at < 0 {
			at = len(p.Notes)
		}
		p.Notes = slices.Insert(p.Notes, at, n)
	}
}

// Blank are what a mission asks for of anybody who files by a scheme, after the
// items, and what is to be told.
func (m *Mission) Blank(s forms.Scheme, items []Item, on civil.Date) ([]Wish, []forms.Note, error) {
	if err := m.ReadBy(on); err != nil {
		return nil, nil, err
	}
	here, told := m.takes(s, false, on)
	if !here {
		return nil, told, nil
	}
	return m.wishes(items, ""), told, nil
}

// takes tells whether what ends in a scheme is handed in at the mission, and
// what is to be told of that. The page of BF2-3/US alone speaks of missions.
func (m *Mission) takes(s forms.Scheme, online bool, on civil.Date) (here bool, told notes) {
	switch {
	case s.Form == "":
		told.note(forms.Info, "mission-nothing-filed", "", "Name", m.Name)
		return false, told
	case online || s.Form == forms.BF1:
		told.note(forms.Info, "mission-online", "", "Name", m.Name)
		return false, told
	case len(m.Forms) > 0 && !slices.Contains(m.Forms, s.Form):
		told.note(forms.Info, "mission-other-form", "", "Name", m.Name, "Forms", strings.Join(m.Forms, ", "), "Form", s.Form)
		return false, told
	}
	switch s.Form {
	case forms.MF4:
		told.note(forms.Warning, "mission-not-named", "S4-59", "Name", m.Name, "Form", s.Form)
	case forms.OD2D:
		told.note(forms.Warning, "mission-not-named", "S2-41", "Name", m.Name, "Form", s.Form)
	}
	if m.Source.Checked.AddMonths(12, civil.Closing).Before(on) {
		told.note(forms.Warning, "mission-old", missionCite, "Name", m.Name, "Checked", m.Source.Checked)
	}
	return true, told
}

// wishes are numbered as a group of their own after the items. What the
// checklist asks for already is not asked for again.
func (m *Mission) wishes(items []Item, prefix string) (all []Wish) {
	if m.Photos > 0 {
		all = append(all, Wish{ID: wishPhotos, Count: m.Photos})
	}
	if m.Copies > 0 {
		all = append(all, Wish{ID: wishCopies, Count: m.Copies})
	}
	if m.Colour {
		all = append(all, Wish{ID: wishColour})
	}
	for _, p := range m.Papers {
		if p.Item == "" {
			all = append(all, Wish{ID: p.ID, Words: p.Words})
		} else if !slices.ContainsFunc(items, func(it Item) bool { return it.ID == p.Item && !it.Extra }) {
			all = append(all, Wish{ID: p.Item, Document: true})
		}
	}
	groups := map[int]bool{}
	for _, it := range items {
		groups[it.Group] = true
	}
	for i := range all {
		all[i].Number = fmt.Sprintf("%s%d.%d", prefix, len(groups)+1, i+1)
	}
	return all
}

// missionSteps say where to hand in, and to look again at what is asked for:
// behind the step that sends somebody to a mission, else at the end.
func (p *Person) missionSteps(m *Mission) {
	from := len(p.Steps)
	address := strings.Join(m.Address, ", ")
	switch {
	case m.Channel == AtCentre && address != "":
		p.step("mission-centre-at", missionCite, "Name", m.Name, "Address", address)
	case m.Channel == AtCentre:
		p.step("mission-centre", missionCite, "Name", m.Name)
	case address != "":
		p.step("mission-at", missionCite, "Name", m.Name, "Address", address)
	default:
		p.step("mission", missionCite, "Name", m.Name)
	}
	p.step("mission-look", missionCite, "Page", m.Source.URL, "Checked", m.Source.Checked)
	at := 1 + slices.IndexFunc(p.Steps[:from], func(s Step) bool {
		return s.ID == "bf23-mission" || s.ID == "mf4-submit" || s.ID == "od2d-in-person"
	})
	if at == 0 {
		return
	}
	own := slices.Clone(p.Steps[from:])
	p.Steps = slices.Insert(p.Steps[:from:from], at, own...)
}
