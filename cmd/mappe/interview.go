package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

// interview asks one question at a time until nothing more matters. It asks on
// out and reads lines from in; what it has been told stands in the file.
type interview struct {
	*work // the case as told so far
	file  *caseFile
	src   []byte // the profile as last read or written
	in    *lines
	out   io.Writer

	past  []place           // asked in this session, for going back
	aside map[place]bool    // not known
	told  map[string]string // by id, the answer last told
	named string            // the schemes last told to be possible
}

// place is a fact of one applicant, or of all of them where applicant is "".
type place struct {
	applicant string
	fact      profile.Key
}

func (q Question) place() place { return place{q.Applicant, profile.Key(q.Fact)} }

// errLeave ends the interview before its end: the input is over, or the person
// leaves.
var errLeave = errors.New("the interview is left")

// resume goes on from a profile.
func (t *interview) resume(o *options, path string) (err error) {
	if t.work, err = o.load(path); err != nil {
		return err
	}
	if filepath.Dir(path) != filepath.Dir(t.file.path) && len(t.inputs()) > 1 {
		return hinted("save it in the same folder", "%s: names files by paths that begin at its folder; from %s they would lead nowhere", path, t.file.path)
	}
	if t.src, err = os.ReadFile(path); err != nil {
		return err
	}
	t.stands()
	t.news()
	if t.file.fresh {
		return t.file.write(t.src)
	}
	return nil
}

// record writes an answer into the file and looks at the case anew. Text ""
// takes an answer away. A file that was changed meanwhile is not overwritten:
// the answer goes into it as it is now.
func (t *interview) record(at place, text string) error {
	if now, err := t.file.read(); err == nil && !bytes.Equal(now, t.src) {
		t.say(t.voice.Must("interview.meanwhile"))
		t.src = now
	}
	src, err := profile.Edit(t.file.path, t.src, profile.Change{Applicant: at.applicant, Key: at.fact, Text: text})
	if err != nil {
		return err
	}
	return t.keep(src)
}

// keep saves a profile and looks at the case anew.
func (t *interview) keep(src []byte) error {
	p, err := profile.Decode(t.file.path, src)
	if err != nil {
		return err
	}
	if t.list, err = t.decide(p); err != nil {
		return err
	}
	t.src = src
	return t.file.write(src)
}

// next is the question to be put now: the first that is open, else one that
// may matter whatever the answer to those put aside.
func (t *interview) next() (q Question, more bool, err error) {
	for _, q := range t.questions() {
		if !t.aside[q.place()] {
			return q, true, nil
		}
	}
	if len(t.questions()) == 0 {
		return q, false, nil
	}
	qs, err := t.supposed()
	if err != nil || len(qs) == 0 {
		return q, false, err
	}
	return qs[0], true, nil
}

// about is the question for a place, whether it matters now or not.
func (t *interview) about(at place) Question {
	for _, p := range t.list.People {
		if at.applicant == "" || at.applicant == p.ID() {
			q := t.question(p, at.fact)
			q.Applicant = at.applicant
			return q
		}
	}
	return Question{Fact: string(at.fact)}
}

// given is what the profile says at a place, as it is typed.
func (t *interview) given(at place) string {
	p := t.list.Profile
	if at.applicant == "" {
		return p.Text(at.fact)
	}
	i := slices.IndexFunc(p.Applicants, func(a profile.Applicant) bool { return a.ID == at.applicant })
	if own := p.Applicants[i].Text(at.fact); own != "" {
		return own
	}
	return p.Merged(i).Text(at.fact)
}

// news are the answers that have become others since they were last told.
func (t *interview) news() (news []any) {
	for _, p := range t.list.People {
		answer := t.answerFor(p.ID())
		if was, known := t.told[p.ID()]; was != answer && (known || p.Outcome != forms.Undecided) {
			news = append(news, answer)
		}
		t.told[p.ID()] = answer
	}
	return news
}

// answerFor says in one line what has come out for somebody: the outcome, the
// form, the days between which to file.
func (t *interview) answerFor(id string) string {
	v := t.voice
	for _, p := range t.list.People {
		if p.ID() != id {
			continue
		}
		name, outcome := v.Person(p.Facts.Applicant), v.Outcome(p)
		if p.Outcome == forms.Undecided {
			return v.Must("interview.open-again", "Name", name, "Outcome", outcome)
		}
		s := v.Must("interview.answer-for", "Name", name, "Outcome", outcome, "Scheme", locales.ID("scheme."+p.Scheme.ID))
		if w := p.Window; w != nil {
			if d := w.Opens.On; !d.IsZero() {
				s = v.Sentences(s, v.Ended(v.Join(locales.Colon, v.Must("ui.opens"), v.Date(d))))
			}
			if d := w.LastSafeDay.On; !d.IsZero() {
				s = v.Sentences(s, v.Ended(v.Join(locales.Colon, v.Must("ui.last-safe-day"), v.Date(d))))
			}
		}
		return s
	}
	return ""
}

// stands says of a courtesy language that it is one.
func (t *interview) stands() {
	if s := t.voice.Standing(); s != "" {
		t.say(s)
	}
}

// say prints blocks for the person to read; a string is a paragraph.
func (t *interview) say(what ...any) {
	d := page.Doc{}
	for _, x := range what {
		switch x := x.(type) {
		case string:
			d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(x)})
		case page.Block:
			d.Blocks = append(d.Blocks, x)
		}
	}
	page.Text(t.out, d, 0) // what nobody can see is no reason to stop
}
