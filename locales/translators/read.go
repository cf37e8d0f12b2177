package translators

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"mappe/locales"
)

// Result is a translation as a sheet has it.
type Result struct {
	Messages []locales.Message // sorted by id
	From     map[string]string // of each, the digest of the English text that was translated
	Changed  int               // how many are new, other, or gone
	Missing  int               // how many the language lacks
	Outdated int               // of how many the English has changed since
}

// Read takes a translation out of a sheet. The error has a line for every fault:
// the file's name, the line, the id, what is wrong and what to do. A message
// without any text is not translated, and left out.
func Read(name string, data []byte, t *locales.Translation, judge *locales.Judge) (*Result, error) {
	r := reader{name: name, t: t, judge: judge, rows: map[string]map[string]row{}}
	lines, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	english, err := locales.Messages("en")
	if err != nil {
		return nil, err
	}
	r.english = map[string]locales.Message{}
	for _, m := range english {
		if locales.NeedOf(m.Family()) != locales.English {
			r.english[m.ID] = m
		}
	}
	danish, err := locales.Messages("da")
	if err != nil {
		return nil, err
	}
	r.danish = map[string]locales.Message{}
	for _, m := range danish {
		r.danish[m.ID] = m
	}
	if r.columns(lines) {
		for _, l := range lines[1:] {
			r.row(l)
		}
	}
	if len(r.faults) > 0 && r.broken {
		return nil, errors.New(strings.Join(r.faults, "\n"))
	}
	res := r.result(english)
	if len(r.faults) > 0 {
		return nil, errors.New(strings.Join(r.faults, "\n"))
	}
	return res, nil
}

type reader struct {
	name            string
	t               *locales.Translation
	judge           *locales.Judge
	english, danish map[string]locales.Message
	at              map[string]int            // columns
	rows            map[string]map[string]row // by id and form
	faults          []string
	broken          bool // no use in looking at single messages
}

// row is the translation of a form.
type row struct {
	line int
	text string
}

func (r *reader) fault(line int, format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf("%s:%d: %s", r.name, line, fmt.Sprintf(format, args...)))
}

// columns finds the columns by their names.
func (r *reader) columns(lines []line) bool {
	r.broken = true
	if len(lines) == 0 {
		r.fault(1, "is empty; export the sheet again")
		return false
	}
	own := translation + " " + r.t.Tag
	r.at = map[string]int{}
	for i, cell := range lines[0].cells {
		cell = strings.TrimSpace(cell)
		if _, twice := r.at[cell]; twice && slices.Contains([]string{idColumn, formColumn, englishColumn, own}, cell) {
			r.fault(lines[0].number, "has the column %q twice; leave one", cell)
			return false
		}
		r.at[cell] = i
		if tag, ok := strings.CutPrefix(cell, translation+" "); ok && cell != own {
			r.fault(lines[0].number, "is a sheet of language %q, not of %q; give that tag, or that sheet", tag, r.t.Tag)
			return false
		}
	}
	for _, want := range []string{idColumn, formColumn, englishColumn, own} {
		if _, ok := r.at[want]; !ok {
			r.fault(lines[0].number, "has no column %q; leave the first line of the sheet as it was exported", want)
		}
	}
	r.broken = len(r.faults) > 0
	return !r.broken
}

// row takes in a row of the sheet.
func (r *reader) row(l line) {
	cell := func(column string) string {
		if i, ok := r.at[column]; ok && i < len(l.cells) {
			return bare(l.cells[i])
		}
		return ""
	}
	id, form := strings.TrimSpace(cell(idColumn)), strings.TrimSpace(cell(formColumn))
	m, ok := r.english[id]
	if !ok {
		near := ""
		if r.judge.Nearest != nil && id != "" {
			near = fmt.Sprintf("did you mean %q? else ", r.judge.Nearest(id, slices.Sorted(maps.Keys(r.english))))
		}
		r.fault(l.number, "id %q is no message of a sheet; %stake the row out", id, near)
		return
	}
	if !m.Plural && form == "" {
		form = "other"
	} else if !m.Plural || !slices.Contains(r.judge.Forms(m), form) {
		want := "leave the cell empty"
		if m.Plural {
			want = "the forms are " + strings.Join(r.judge.Forms(m), ", ")
		}
		r.fault(l.number, "%s: form %q is none of this message; %s", id, form, want)
		return
	}
	if old, twice := r.rows[id][form]; twice {
		r.fault(l.number, "%s stands twice, first in line %d; leave one row", named(m, form), old.line)
		return
	}
	if r.rows[id] == nil {
		r.rows[id] = map[string]row{}
	}
	r.rows[id][form] = row{l.number, cell(translation + " " + r.t.Tag)}
	if i, ok := r.at[danishColumn]; ok && i < len(l.cells) && strings.Contains(cell(danishColumn), "Ã") && !strings.Contains(r.danish[id].Text(form), "Ã") {
		if !r.broken {
			r.fault(l.number, "%s: the Danish reads %q: the sheet was opened with a wrong character set; %s", id, cell(danishColumn), openAnew)
		}
		r.broken = true
	}
	if got, now := cell(englishColumn), m.Text(form); got != now {
		r.fault(l.number, "%s: the English reads %q, and is now %q; translate that, and write it into the column %s", named(m, form), got, now, englishColumn)
	}
}

// named is a message, or a form of it, as faults name it.
func named(m locales.Message, form string) string {
	if m.Plural {
		return m.ID + " (" + form + ")"
	}
	return m.ID
}

// result judges the messages.
func (r *reader) result(english []locales.Message) *Result {
	res := &Result{From: map[string]string{}}
	var gone []string
	type found struct {
		line int
		says string
	}
	var faults []found
	for _, m := range english {
		if locales.NeedOf(m.Family()) == locales.English {
			continue
		}
		rows := r.rows[m.ID]
		if len(rows) == 0 {
			gone = append(gone, m.ID)
			continue
		}
		got := locales.Message{ID: m.ID, Forms: map[string]string{}, Plural: m.Plural}
		first := 0
		for form, x := range rows {
			if first == 0 || x.line < first {
				first = x.line
			}
			if strings.TrimSpace(x.text) != "" {
				got.Forms[form] = x.text
			}
		}
		old, had := r.t.Messages[m.ID]
		if len(got.Forms) == 0 {
			if had {
				res.Changed++
			}
			if locales.NeedOf(m.Family()) == locales.Wanted {
				res.Missing++
			}
			continue
		}
		for _, f := range r.judge.Faults(m, got) {
			line := first
			if x, ok := rows[f.Form]; ok {
				line = x.line
			}
			faults = append(faults, found{line, m.ID + " " + f.String()})
		}
		res.Messages = append(res.Messages, got)
		res.From[m.ID] = m.Digest()
		if from, ok := r.t.From[m.ID]; had && maps.Equal(old.Forms, got.Forms) {
			if ok {
				res.From[m.ID] = from
			}
			if r.t.Outdated(m) {
				res.Outdated++
			}
		} else {
			res.Changed++
		}
	}
	slices.SortStableFunc(faults, func(a, b found) int { return a.line - b.line })
	for _, f := range faults {
		r.fault(f.line, "%s", f.says)
	}
	if len(gone) > 0 {
		const most = 20
		more := ""
		if n := len(gone) - most; n > 0 {
			gone, more = gone[:most], fmt.Sprintf(" and %d more", n)
		}
		r.fault(1, "lacks the rows of %s%s; put them back, from a sheet exported again", strings.Join(gone, ", "), more)
	}
	return res
}
