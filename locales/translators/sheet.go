// Package translators makes the translator's sheet of a courtesy language, a table
// that a spreadsheet program opens, and reads it back.
package translators

import (
	"bytes"
	"slices"
	"strings"

	"mappe/locales"
)

// The columns of a sheet. Their names are those of its format, in any language.
const (
	idColumn      = "id"
	formColumn    = "form"
	englishColumn = "English"
	danishColumn  = "Danish"
	translation   = "translation" // with the tag of the language behind it
)

// mark begins a file in UTF-8, so that Excel takes it for one.
const mark = "\ufeff"

// Write makes the sheet of a translation; the printer speaks of how each message
// is used, and the glossary is a document with tables of terms. Cells are
// between quotation marks with semicolons between them, as a Danish Excel opens
// a file by itself.
func Write(p *locales.Printer, t *locales.Translation, glossary string) ([]byte, error) {
	english, err := locales.Messages("en")
	if err != nil {
		return nil, err
	}
	danish, err := locales.Messages("da")
	if err != nil {
		return nil, err
	}
	w := writer{p: p, t: t, judge: locales.NewJudge(t.Tag), plurals: locales.Plurals(t.Tag), terms: readTerms(glossary, english, t), danish: map[string]locales.Message{}}
	for _, m := range danish {
		w.danish[m.ID] = m
	}
	w.seen, w.said = readSeen(seenTable)
	w.b.WriteString(mark)
	w.row(idColumn, formColumn, englishColumn, danishColumn, translation+" "+t.Tag, "state", "context", "variables", "page", "terms", "notes")
	for _, m := range ordered(english, w.seen) {
		w.message(m)
	}
	return w.b.Bytes(), nil
}

type writer struct {
	b       bytes.Buffer
	p       *locales.Printer
	t       *locales.Translation
	judge   *locales.Judge
	plurals []locales.Plural
	danish  map[string]locales.Message
	terms   []term
	seen    map[string]sight
	said    map[string]string
}

// message writes the rows of a message: one, or one for each plural.
func (w *writer) message(m locales.Message) {
	forms := []string{""}
	if m.Plural {
		forms = nil
		for _, p := range w.plurals {
			forms = append(forms, p.Form)
		}
	}
	s := w.seen[m.ID]
	var terms, variables []string
	for _, t := range termsIn(m.Forms["other"], w.terms) {
		terms = append(terms, t.String())
	}
	for _, name := range m.Variables() {
		said := "{{." + name + "}}"
		example := s.values[name]
		if example == "" {
			example = w.said[name]
		}
		if example != "" {
			said = w.p.Must("translators.example", "Variable", said, "Example", example)
		}
		variables = append(variables, said)
	}
	for _, form := range forms {
		text := form
		if form == "" {
			text = "other"
		}
		w.row(m.ID, form, m.Text(text), w.danish[m.ID].Text(text), w.t.Messages[m.ID].Forms[text],
			w.p.Must("translators.state."+w.state(m)), w.p.Must("translators.kind."+kindOf(m)),
			strings.Join(variables, "\n"), strings.ReplaceAll(s.where, "LANG", w.t.Tag), strings.Join(terms, "\n"), w.notes(m, form))
	}
}

// state is how far the translation of a message is.
func (w *writer) state(m locales.Message) string {
	switch _, translated := w.t.Messages[m.ID]; {
	case !translated:
		return "missing"
	case w.t.Outdated(m):
		return "stale"
	case w.t.Reviewed:
		return "reviewed"
	}
	return "unreviewed"
}

// notes are what else there is to know of a row.
func (w *writer) notes(m locales.Message, form string) string {
	var all []string
	if i := slices.IndexFunc(w.plurals, func(p locales.Plural) bool { return p.Form == form }); i >= 0 {
		var numbers []string
		for _, n := range w.plurals[i].Numbers {
			numbers = append(numbers, w.p.Number(n))
		}
		if w.plurals[i].Several {
			numbers = append(numbers, "…")
		}
		all = append(all, w.p.Must("translators.numbers", "Numbers", strings.Join(numbers, ", ")))
	}
	if codes := w.judge.Codes(m.Text(form)); len(codes) > 0 {
		all = append(all, w.p.Must("translators.keep", "Codes", codes))
	}
	if locales.NeedOf(m.Family()) == locales.Optional {
		all = append(all, w.p.Must("translators.optional"))
	}
	return strings.Join(all, "\n")
}

// row writes cells. A cell that a spreadsheet would take for a formula begins
// with an apostrophe.
func (w *writer) row(cells ...string) {
	for i, c := range cells {
		if i > 0 {
			w.b.WriteByte(';')
		}
		if formula(c) {
			c = "'" + c
		}
		w.b.WriteByte('"')
		w.b.WriteString(strings.ReplaceAll(c, `"`, `""`))
		w.b.WriteByte('"')
	}
	w.b.WriteString("\r\n")
}

// formula tells whether a spreadsheet would compute a cell.
func formula(cell string) bool { return cell != "" && strings.Contains("=+-@\t\r", cell[:1]) }

// bare is a cell without the apostrophe that row has put before it.
func bare(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && formula(text) {
		return text
	}
	return cell
}
