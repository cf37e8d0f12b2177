package main

import (
	"path/filepath"
	"testing"

	"mappe/internal/page/isolation"
	"mappe/locales"
	"mappe/profile"
)

// In a language that is written from right to left every value is isolated in
// what the command says: the answer, the explanation, the titles and descriptions
// of a calendar, and every question of the interview. Packets look at their pages
// in the same way.
func TestValuesAreIsolated(t *testing.T) {
	cases, err := filepath.Glob(filepath.Join(examples, "*", "case.yaml"))
	if err != nil || len(cases) < 5 {
		t.Fatalf("%d examples, %v", len(cases), err)
	}
	for _, tag := range locales.Tags() {
		printer, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		if !printer.RightToLeft() {
			continue
		}
		own := isolation.Own{}
		messages, err := locales.Messages(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range messages {
			for _, text := range m.Forms {
				own.Words(text)
			}
		}
		texts := 0
		look := func(where string, all ...string) {
			for _, s := range all {
				texts++
				for _, fault := range own.Faults(s) {
					t.Errorf("%s, %s: %s", tag, where, fault)
				}
			}
		}
		for _, path := range cases {
			w := then(t, path, tag)
			ask := w.eachText(path, look)
			for _, p := range w.list.People {
				for _, x := range profile.Questions() {
					if !w.voice.Has("ask."+string(x.Key)) || x.Kind != "choice" && !w.voice.Has("hint."+x.Kind) {
						continue // never asked
					}
					q := ask.question(p, x.Key)
					look(path+" "+q.Fact, ask.to(q.Applicant, q.Text), q.Why, ask.hint(q))
					for _, c := range q.Choices {
						look(path+" "+q.Fact, w.voice.Value(x.Key, c))
					}
					if now := ask.given(q.place()); now != "" {
						look(path+" "+q.Fact, w.voice.Must("interview.now", "Value", ask.shown(q, now)))
					}
				}
			}
		}
		if texts < 2000 {
			t.Errorf("%s: only %d texts were searched", tag, texts)
		}
	}
}

// eachText looks at what the command says of a case: the explanation, the answer,
// the calendar, and what an interview tells, which it returns.
func (w *work) eachText(path string, look func(where string, all ...string)) *interview {
	look(path+" explained", isolation.Texts(w.explanation(""))...)
	look(path+" checked", isolation.Texts(w.checked())...)
	for _, e := range w.list.Events() {
		look(path+" calendar", w.title(e), w.description(e))
	}
	ask := &interview{work: w, told: map[string]string{}}
	for _, p := range w.list.People {
		look(path+" answer", ask.answerFor(p.ID()))
	}
	return ask
}
