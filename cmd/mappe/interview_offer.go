package main

import (
	"fmt"
	"slices"
	"strconv"

	"mappe/internal/page"
	"mappe/profile"
)

// offer ends the interview, or lets the person volunteer what is never asked:
// over is false when there may be something to ask again.
func (t *interview) offer() (over bool, err error) {
	v := t.voice
	offers, err := t.offers()
	if err != nil {
		return false, err
	}
	var list page.List
	for _, at := range offers {
		list.Items = append(list.Items, page.Item{Text: page.Plain(t.to(at.applicant, v.Fact(at.fact)))})
	}
	list.Numbered = true
	for {
		fmt.Fprintln(t.out)
		if len(offers) > 0 {
			t.say(v.Must("interview.offer"), list)
		} else {
			t.say(v.Must("interview.end", "Answers", v.Must("command.answers")))
		}
		line, err := t.in.read()
		if err == errLeave || err == nil && line == "" {
			return true, t.sum()
		} else if err != nil {
			return false, err
		}
		if done, err := t.command(line, place{}); err != nil || done == elsewhere {
			return false, err
		} else if done == here {
			continue
		}
		n, err := strconv.Atoi(line)
		if err != nil || n < 1 || n > len(offers) {
			t.say(v.Must("wrong.number", "Value", line, "Most", max(1, len(offers))))
			continue
		}
		return false, t.ask(t.about(offers[n-1]))
	}
}

// offers are the volunteered facts that are not known and could still change
// the answer.
func (t *interview) offers() (all []place, err error) {
	p := t.list.Profile
	for i, person := range t.list.People {
		a := p.Merged(i)
		for _, q := range profile.Questions() {
			goal, known := a.Goal, a.Text(q.Key) != ""
			if !q.Volunteered || known || goal == nil || profile.Order(*goal, q.Key) != profile.Unlisted {
				continue
			}
			at := place{person.ID(), q.Key}
			if p.SharedKey(q.Key) {
				at.applicant = ""
			}
			if slices.Contains(all, at) {
				continue
			}
			matters, err := t.matters(i, q)
			if err != nil {
				return nil, err
			}
			if matters {
				all = append(all, at)
			}
		}
	}
	return all, nil
}

// sum tells what has come out: the whole answer, and what was put aside.
func (t *interview) sum() error {
	v := t.voice
	fmt.Fprintln(t.out)
	if err := t.printCheck(t.out); err != nil {
		return err
	}
	all, err := t.answers()
	if err != nil {
		return err
	}
	if idle := slices.DeleteFunc(all, func(g given) bool { return !g.idle }); len(idle) > 0 {
		fmt.Fprintln(t.out)
		t.say(v.Must("interview.idle"), t.listed(idle, false))
	}
	fmt.Fprintln(t.out)
	if qs := t.questions(); len(qs) > 0 {
		t.say(v.Must("interview.put-aside", "Question", t.to(qs[0].Applicant, qs[0].Text), "File", t.file.path))
	}
	t.say(v.Must("interview.next", "File", t.file.path))
	return nil
}
