package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mappe/profile"
)

// most people of one case that the interview asks for by number.
const mostPeople = 20

// begin asks what a new case is called and whom it is for, and writes it.
func (t *interview) begin(o *options) error {
	on, err := o.day()
	if err != nil {
		return err
	}
	p := &profile.Profile{Version: profile.Version, Applicants: []profile.Applicant{{ID: "applicant"}}}
	book, err := o.book()
	if err != nil {
		return err
	}
	voice, err := o.voice(p, book)
	if err != nil {
		return err
	}
	t.work = &work{path: t.file.path, on: on, voice: voice}
	if t.list, err = t.decide(p); err != nil {
		return err
	}
	v := t.voice
	t.stands()
	if p.Case, err = t.line(v.Must("interview.label")); err != nil {
		return err
	}
	n, err := t.number(v.Must("interview.people"), mostPeople)
	if err != nil {
		return err
	}
	p.Applicants = make([]profile.Applicant, n)
	for i := range p.Applicants {
		name, err := t.line(v.Must("interview.person", "N", i+1))
		if err != nil {
			return err
		}
		a := &p.Applicants[i]
		a.ID = identify(name, p.Applicants[:i], n)
		if name == "" {
			continue
		}
		if err := a.Set("name", name); err != nil {
			return err
		}
	}
	src, err := profile.Encode(p)
	if err != nil {
		return err
	}
	if err := t.keep(src); err != nil {
		return err
	}
	t.news()
	return nil
}

// line asks for free text, "" when there is none.
func (t *interview) line(question string) (string, error) {
	for {
		fmt.Fprintln(t.out)
		t.say(question)
		s, err := t.in.read()
		if err != nil {
			return "", err
		}
		switch done, err := t.command(s, place{}); {
		case err != nil:
			return "", err
		case s == "?":
			return "", nil
		case done == nothing:
			return s, nil
		}
	}
}

// number asks for a number from 1 to most; none is 1.
func (t *interview) number(question string, most int) (int, error) {
	for {
		s, err := t.line(question)
		if err != nil || s == "" {
			return 1, err
		}
		if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= most {
			return n, nil
		}
		t.say(t.voice.Must("wrong.number", "Value", s, "Most", most))
	}
}

// identify makes an id of a name: its first word in plain letters, numbered
// where somebody has it already or nothing is left of it.
func identify(name string, others []profile.Applicant, n int) string {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	id := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, first)
	if len(id) > 30 {
		id = id[:30]
	}
	switch {
	case id != "" && !slices.ContainsFunc(others, func(a profile.Applicant) bool { return a.ID == id }):
		return id
	case n == 1:
		return "applicant"
	case id == "":
		id = "person"
	}
	for k := len(others) + 1; ; k++ {
		numbered := fmt.Sprintf("%s-%d", id, k)
		if !slices.ContainsFunc(others, func(a profile.Applicant) bool { return a.ID == numbered }) {
			return numbered
		}
	}
}
