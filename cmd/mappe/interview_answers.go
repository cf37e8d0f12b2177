package main

import (
	"slices"

	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

// given is an answer that the profile holds.
type given struct {
	place
	text string
	idle bool // it no longer matters
}

// answers are all that the profile holds and an interview may ask or offer, in
// the order of the format: those of everybody, then those of each applicant.
// One no longer matters when an interview from the beginning would not come to
// it, and either no question of the person's goal does, or all is answered and
// nothing that comes out would be otherwise without it.
func (t *interview) answers() ([]given, error) {
	p := t.list.Profile
	needed, err := t.needed()
	if err != nil {
		return nil, err
	}
	is, err := outcome(t.list)
	if err != nil {
		return nil, err
	}
	var all []given
	add := func(applicant, text string, q profile.Question, needed bool) error {
		if text == "" || q.Printed || q.Kind == "documents" {
			return nil
		}
		g := given{place{applicant, q.Key}, text, false}
		if !needed && !t.listedFor(applicant, q.Key) {
			g.idle = true
		} else if !needed && len(t.questions()) == 0 {
			without := p.Clone()
			if err := without.Apply(profile.Change{Applicant: applicant, Key: q.Key}); err != nil {
				return err
			}
			list, err := t.decide(without)
			if err != nil {
				return err
			}
			would, err := outcome(list)
			if err != nil {
				return err
			}
			g.idle = would == is
		}
		all = append(all, g)
		return nil
	}
	for _, q := range profile.Questions() {
		anybody := false // who has no value of their own
		for i, a := range p.Applicants {
			anybody = anybody || needed[i][q.Key] && a.Text(q.Key) == ""
		}
		if err := add("", p.Text(q.Key), q, anybody); err != nil {
			return nil, err
		}
	}
	for i, a := range p.Applicants {
		for _, q := range profile.Questions() {
			if err := add(a.ID, a.Text(q.Key), q, needed[i][q.Key]); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// listedFor tells whether somebody whom a fact concerns has a goal that may
// ask for it, or none yet.
func (t *interview) listedFor(applicant string, k profile.Key) bool {
	for _, p := range t.list.People {
		goal := p.Facts.Goal
		if (applicant == "" || applicant == p.ID()) && (goal == nil || profile.Order(*goal, k) != profile.Unlisted) {
			return true
		}
	}
	return false
}

// needed are, for each applicant, the facts that matter as things stand: those
// that an interview from the beginning would ask for if it got these answers,
// and those that are volunteered.
func (t *interview) needed() ([]map[profile.Key]bool, error) {
	p := t.list.Profile
	bare := &profile.Profile{Version: p.Version, Case: p.Case}
	full := make([]*profile.Applicant, len(p.Applicants))
	needed := make([]map[profile.Key]bool, len(p.Applicants))
	for i := range p.Applicants {
		full[i], needed[i] = p.Merged(i), map[profile.Key]bool{}
		told := *p.Clone().Merged(i)
		for _, q := range profile.Questions() {
			if !q.Volunteered || told.Goal != nil && profile.Order(*told.Goal, q.Key) != profile.Unlisted {
				told.Clear(q.Key)
			} else {
				needed[i][q.Key] = true
			}
		}
		bare.Applicants = append(bare.Applicants, told)
	}
	for {
		list, err := t.decide(bare)
		if err != nil {
			return nil, err
		}
		found := false
		for i, person := range list.People {
			at := slices.IndexFunc(person.Ask, func(k profile.Key) bool { return full[i].Text(k) != "" && !needed[i][k] })
			if at >= 0 && !found {
				k := person.Ask[at]
				if err := bare.Applicants[i].Set(k, full[i].Text(k)); err != nil {
					return nil, err
				}
				needed[i][k], found = true, true
			}
		}
		if !found {
			return needed, nil
		}
	}
}

// listed is a list of answers, marked where they no longer matter; with
// numbers, where they are to be chosen from.
func (t *interview) listed(all []given, numbers bool) page.List {
	v, l := t.voice, page.List{Numbered: numbers}
	for _, g := range all {
		s := t.to(g.applicant, v.Join(locales.Colon, v.Fact(g.fact), t.shown(t.about(g.place), g.text)))
		if g.idle && numbers {
			s = v.Bracketed(s, v.Must("interview.idle-mark"))
		}
		l.Items = append(l.Items, page.Item{Text: page.Plain(s)})
	}
	return l
}
