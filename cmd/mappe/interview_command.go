package main

import (
	"slices"
	"strconv"
	"strings"

	"mappe/internal/page"
	"mappe/locales"
)

// done is what a line was, beside an answer.
type done int

const (
	nothing   done = iota // no command
	here                  // the same question goes on
	elsewhere             // another question was put meanwhile
)

// command does what a line asks for, if it asks for something. at is the
// question that is open.
func (t *interview) command(line string, at place) (done, error) {
	v := t.voice
	word, rest, _ := strings.Cut(line, " ")
	var spoken, english []locales.Choice
	for _, name := range []string{"change", "help", "quit", "back", "answers"} {
		spoken = append(spoken, locales.Choice{Word: v.Must("command." + name), Means: name})
		english = append(english, locales.Choice{Word: name, Means: name})
	}
	switch name, _ := v.Chosen(word, spoken, english); {
	case name == "change":
		return t.change(strings.TrimSpace(rest))
	case rest != "":
		return nothing, nil
	case name == "help":
		t.help()
		return here, nil
	case name == "quit":
		return here, errLeave
	case name == "back":
		return t.back(at)
	case name == "answers":
		all, err := t.answers()
		if err == nil && len(all) == 0 {
			t.say(v.Must("interview.no-answers"))
		} else if err == nil {
			t.say(t.listed(all, true))
		}
		return here, err
	}
	return nothing, nil
}

// back puts the question before the one that is open.
func (t *interview) back(at place) (done, error) {
	i := slices.Index(t.past, at)
	if i < 0 {
		i = len(t.past)
	}
	if i == 0 {
		t.say(t.voice.Must("interview.nothing-before"))
		return here, nil
	}
	return elsewhere, t.ask(t.about(t.past[i-1]))
}

// change puts the question of an answer, by its number in the list.
func (t *interview) change(number string) (done, error) {
	all, err := t.answers()
	if err != nil {
		return here, err
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(all) {
		v := t.voice
		t.say(v.Must("interview.which", "Answers", v.Must("command.answers"), "Change", v.Must("command.change")))
		return here, nil
	}
	return elsewhere, t.ask(t.about(all[n-1].place))
}

func (t *interview) help() {
	v := t.voice
	word := func(id string) string { return v.Must("command." + id) }
	var items []page.Item
	for _, c := range [][2]string{{"?", "skip"}, {word("back"), "back"}, {word("answers"), "answers"},
		{word("change") + " 3", "change"}, {word("quit"), "quit"}} {
		items = append(items, page.Item{Text: page.Plain(v.Join(locales.Colon, v.Apart(c[0]), v.Must("interview.can-"+c[1])))})
	}
	t.say(page.List{Items: items})
}
