package main

import (
	"fmt"
	"strings"

	"mappe/forms"
)

// sayStops says what stops an application as things stand: whoever makes the
// authority's copy reads no page that is for the applicant.
func (w *work) sayStops(o *options) {
	for _, p := range w.list.People {
		for _, n := range p.Notes {
			if n.Severity == forms.Blocking && p.Outcome == forms.File {
				o.say("%s: %s", p.ID(), w.voice.Note(n))
			}
		}
	}
}

// sayUndecided names who is undecided, with the first question.
func (w *work) sayUndecided(o *options) {
	for _, p := range w.list.People {
		if p.Outcome == forms.Undecided && len(p.Ask) > 0 {
			q := w.question(p, p.Ask[0])
			o.say("%s: %s", p.ID(), w.voice.Must("told.undecided", "Question", q.Text, "Fact", q.Fact))
		}
	}
}

// sayUnused names the people whose files go into no packet.
func (w *work) sayUnused(o *options) {
	for _, p := range w.list.People {
		n := 0
		for _, d := range p.Facts.Applicant.Documents {
			n += len(d.All())
		}
		if n > 0 && p.Outcome != forms.File {
			o.say("%s: %s", p.ID(), w.voice.Must("told.unused", "Count", n))
		}
	}
}

// noPacket ends a run in which no application is due.
func (w *work) noPacket() error {
	code := w.code()
	if code == exitUndecided {
		return &exit{code: code, hint: w.voice.Must("told.hint-check", "File", w.path)}
	}
	var says []string
	for _, p := range w.list.People {
		says = append(says, p.ID()+": "+w.voice.Must("says."+p.Scheme.ID))
	}
	return &exit{code: code, err: fmt.Errorf("%s", strings.Join(says, "\n")), hint: w.voice.Must("told.hint-list", "File", w.path)}
}
