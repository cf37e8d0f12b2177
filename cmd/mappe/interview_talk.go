package main

import (
	"fmt"
	"slices"
	"strings"

	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

// talk puts question after question until nothing more matters.
func (t *interview) talk() error {
	v := t.voice
	t.say(v.Must("interview.intro", "File", t.file.path, "Help", v.Must("command.help")))
	for {
		q, more, err := t.next()
		if err != nil {
			return err
		}
		if !more {
			over, err := t.offer()
			if err != nil || over {
				return err
			}
			continue
		}
		if err := t.ask(q); err != nil {
			return err
		}
	}
}

// ask puts one question until it is answered, kept as it was, put aside or
// left for another.
func (t *interview) ask(q Question) error {
	at := q.place()
	t.show(q)
	for {
		line, err := t.in.read()
		if err != nil {
			return err
		}
		if line == "" && t.given(at) != "" {
			return nil
		}
		if line == "" {
			t.say(t.voice.Must("interview.empty"))
			continue
		}
		switch done, err := t.command(line, at); {
		case err != nil || done == elsewhere:
			return err
		case done == here:
			t.show(q)
			continue
		}
		text := ""
		if line != "?" {
			var complaint string
			if text, complaint = t.understand(q, line); complaint != "" {
				t.say(complaint + "\n" + t.hint(q))
				continue
			}
		}
		return t.answer(at, q, text)
	}
}

// answer records what was said to a question, "" for not known, and tells what
// comes of it: the answers that are others now, and, where an earlier one was
// changed, those that no longer matter.
func (t *interview) answer(at place, q Question, text string) error {
	v, before := t.voice, t.given(at)
	t.past = append(slices.DeleteFunc(t.past, func(p place) bool { return p == at }), at)
	t.aside[at] = text == ""
	said := v.Must("interview.aside")
	if text != "" {
		said = v.Must("interview.noted", "Value", t.shown(q, text))
	}
	var was []given
	var err error
	if before != "" {
		was, err = t.answers()
	}
	if err == nil && text != before {
		err = t.record(at, text)
	}
	if err != nil {
		return err
	}
	t.say(append([]any{said}, t.news()...)...)
	if before == "" {
		return nil
	}
	now, err := t.answers()
	if err != nil {
		return err
	}
	now = slices.DeleteFunc(now, func(g given) bool {
		return !g.idle || slices.ContainsFunc(was, func(x given) bool { return x.place == g.place && x.idle })
	})
	if len(now) > 0 {
		t.say(v.Must("interview.idle"), t.listed(now, false))
	}
	return nil
}

// show prints a question: whom it concerns, why it is asked, what may be
// answered, and what the answer was so far.
func (t *interview) show(q Question) {
	v := t.voice
	text := t.to(q.Applicant, q.Text) + "\n" + q.Why
	if s := t.stillPossible(); s != "" {
		text += "\n" + s
	}
	blocks := []any{text}
	if len(q.Choices) > 0 {
		var items []page.Item
		for _, c := range q.Choices {
			items = append(items, page.Item{Text: page.Plain(v.Value(profile.Key(q.Fact), c))})
		}
		blocks = append(blocks, page.List{Numbered: true, Items: items})
	}
	hint := t.hint(q)
	if now := t.given(q.place()); now != "" {
		hint += "\n" + v.Must("interview.now", "Value", t.shown(q, now))
	}
	fmt.Fprintln(t.out)
	t.say(append(blocks, hint)...)
}

// who is whom a question concerns, "" where there is nobody else.
func (t *interview) who(id string) string {
	people := t.list.People
	if len(people) == 1 {
		return ""
	}
	for _, p := range people {
		if p.ID() == id {
			return t.voice.Person(p.Facts.Applicant)
		}
	}
	return t.voice.Must("interview.everybody")
}

// to is text with whom it concerns before it, where that is not clear.
func (t *interview) to(id, text string) string {
	if who := t.who(id); who != "" {
		return t.voice.Join(locales.Colon, t.voice.Apart(who), text)
	}
	return text
}

// few schemes are worth naming while the answer is open.
const few = 4

// stillPossible names the schemes that may still come out, when they are few
// and others than last told.
func (t *interview) stillPossible() string {
	ids := t.possible()
	key := strings.Join(ids, " ")
	if len(ids) == 0 || len(ids) > few || key == t.named {
		return ""
	}
	t.named = key
	names := make([]locales.ID, len(ids))
	for i, id := range ids {
		names[i] = locales.ID("scheme." + id)
	}
	return t.voice.Must("ui.possible", "Schemes", names)
}
