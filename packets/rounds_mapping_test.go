package packets

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/checklist"
	"mappe/forms"
)

// drawnForm is an official form that a case is given, with what is to be in its
// fields. None is drawn for some cases: then form is "".
type drawnForm struct {
	form    string // MF4, …
	file    pooledForm
	mapping string // "" for none
	lines   []drawnLine
	sums    map[string]string // digests of the files that are put in, by path
}

// drawnLine is a line of a mapping.
type drawnLine struct {
	row formRow
	src string
	// say is what the row then shows for a person; known is false where the fact
	// is not known.
	say func(x *drawnPerson) (value string, known bool)
}

// words are the words of people's own that a form is filled in with.
var ownWords = []string{"Æblegrød på Øen", "Коваленко Марія", "محمد الأحمد", "שלום", "Ελλάδα", "Đặng Thị", "ok", "£ 5 & “more”"}

// basisWords are what a table of values writes for the grounds of a permit.
var basisWords = map[string]string{
	"accompanying-family": "Medfølgende familie", "family-reunification": "Возз’єднання", "eu-family-of-dane": "لم الشمل",
}

func always(value string) func(*drawnPerson) (string, bool) {
	return func(*drawnPerson) (string, bool) { return value, true }
}

// drawForm draws a form for the case, and a mapping for it.
func (d *drawnCase) drawForm() {
	var due []string // forms
	for _, x := range d.persons {
		for _, form := range forms.Papers() {
			for _, id := range formItems(form) {
				if slices.Contains(x.items, id) && !slices.Contains(due, form) {
					due = append(due, form)
				}
			}
		}
	}
	if due == nil || d.r.IntN(4) > 0 {
		return
	}
	o := &drawnForm{form: due[d.r.IntN(len(due))], file: d.pool.forms[d.r.IntN(len(d.pool.forms))]}
	d.own = o
	for _, x := range d.persons { // files of one's own win
		x.entries = slices.DeleteFunc(x.entries, func(e *drawnEntry) bool {
			return slices.Contains(formItems(o.form), e.item) && d.r.IntN(4) > 0
		})
	}
	o.draw(d)
}

// draw draws the mapping, none now and then.
func (o *drawnForm) draw(d *drawnCase) {
	o.mapping, o.lines = "", nil
	if o.file.fields == nil || o.file.fields.Fillable() != nil || d.r.IntN(4) == 0 {
		return
	}
	for _, row := range o.file.rows {
		if d.r.IntN(4) == 0 {
			continue
		}
		l := o.line(d, row)
		o.lines = append(o.lines, l)
		o.mapping += fmt.Sprintf("- {field: %s, %s}\n", row.field, l.src)
	}
	if o.mapping != "" {
		o.mapping = "map:\n" + o.mapping
	}
}

// line draws what fills a row.
func (o *drawnForm) line(d *drawnCase, row formRow) drawnLine {
	l := drawnLine{row: row}
	word := ownWords[d.r.IntN(len(ownWords))]
	fact := func(src string, of func(x *drawnPerson) string) {
		l.src, l.say = src, func(x *drawnPerson) (string, bool) { return of(x), true }
	}
	by := func(value, shows string) { // a value at some grounds
		l.src = "when: permit.basis, is: [accompanying-family, eu-family-of-dane], value: " + value
		l.say = func(x *drawnPerson) (string, bool) {
			if x.basis == "family-reunification" {
				return "", true
			}
			return shows, true
		}
	}
	day := func(x *drawnPerson, join string) string { return strings.Join(strings.Split(x.born, "-"), join) }
	switch row.kind {
	case rowComb:
		fact("fact: cpr, part: 1-10", func(x *drawnPerson) string { return strings.ReplaceAll(x.cpr, "-", "") })
	case rowDate: // whose own format that is
		fact("fact: born", func(x *drawnPerson) string { return day(x, "/") })
	case rowBox:
		if l.src, l.say = `text: "Ja"`, always("ticked"); d.r.IntN(2) == 0 {
			by("Ja", "ticked")
		}
	case rowRadio:
		if l.src, l.say = `text: "two"`, always("second"); d.r.IntN(2) == 0 {
			by("one", "first")
		}
	case rowChoice:
		switch c := choices[d.r.IntN(len(choices))]; d.r.IntN(3) {
		case 0:
			l.src, l.say = fmt.Sprintf("text: %q", c[0]), always(c[1])
		case 1:
			l.src, l.say = fmt.Sprintf("text: %q", c[1]), always(c[1])
		default:
			by(c[0], c[1])
		}
	default:
		switch d.r.IntN(9) {
		case 0:
			fact("fact: name", func(x *drawnPerson) string { return x.called })
		case 1:
			fact("fact: born, format: dd.mm.yyyy", func(x *drawnPerson) string {
				return x.born[8:] + "." + x.born[5:7] + "." + x.born[:4]
			})
		case 2:
			fact("fact: cpr, part: 7-10", func(x *drawnPerson) string { return x.cpr[7:] })
		case 3:
			l.src, l.say = "fact: address", func(*drawnPerson) (string, bool) { return "", false }
		case 4:
			fact(`facts: [born, cpr], join: " / ", format: yyyy-mm-dd`, func(x *drawnPerson) string { return x.born + " / " + x.cpr })
		case 5:
			var table []string
			for k, v := range basisWords {
				table = append(table, fmt.Sprintf("%s: %q", k, v))
			}
			slices.Sort(table)
			fact("fact: permit.basis, values: {"+strings.Join(table, ", ")+"}", func(x *drawnPerson) string { return basisWords[x.basis] })
		case 6:
			by(fmt.Sprintf("%q", word), word)
		default:
			l.src, l.say = fmt.Sprintf("text: %q", word), always(word)
		}
	}
	return l
}

// after is what the row shows for a person, and whether the value is lost.
func (l drawnLine) after(x *drawnPerson) (shows string, lost, known bool) {
	value, known := l.say(x)
	switch {
	case !known || value == "":
		return l.row.shows, false, known
	case l.row.most > 0 && len([]rune(value)) > l.row.most:
		return l.row.shows, true, true
	}
	return value, false, true
}

// fills tells whether anything of the form is filled in for a person.
func (o *drawnForm) fills(x *drawnPerson) bool {
	return slices.ContainsFunc(o.lines, func(l drawnLine) bool {
		value, known := l.say(x)
		_, lost, _ := l.after(x)
		return known && value != "" && !lost
	})
}

// takes tells whether the form stands for a document of a person: there is no
// entry of the person's own.
func (d *drawnCase) takes(x *drawnPerson) (item string, takes bool) {
	if d.own == nil || d.own.file.refusal != "" {
		return "", false
	}
	for _, id := range x.items {
		if slices.Contains(formItems(d.own.form), id) {
			return id, !slices.ContainsFunc(x.entries, func(e *drawnEntry) bool { return e.item == id })
		}
	}
	return "", false
}

// enclosed is the checklist with the form in its place, as the command has it.
func (d *drawnCase) enclosed(t *testing.T, in Inputs, l *checklist.Checklist, v Voice) *checklist.Checklist {
	t.Helper()
	if d.own == nil {
		return l
	}
	f := d.own.file
	o := Official{Form: d.own.form, Path: filepath.Join(d.pool.dir, f.name), Root: d.pool.root, Fields: f.fields}
	if d.own.mapping != "" {
		m, err := forms.ReadMapping("m.yaml", []byte(d.own.mapping))
		if err != nil {
			t.Fatalf("%v\n%s", err, d.own.mapping)
		}
		o.Mapping = m
	}
	open := false // somebody has no file for it
	for _, x := range d.persons {
		for _, id := range x.items {
			open = open || slices.Contains(formItems(o.Form), id) && !slices.ContainsFunc(x.entries, func(e *drawnEntry) bool { return e.item == id })
		}
	}
	now, said, err := in.Enclose(context.Background(), l, v, o)
	if f.refusal != "" && open {
		if err == nil || !strings.Contains(err.Error(), v.Problem(&Problem{f.name, f.problem, f.refusal})) || !strings.HasPrefix(err.Error(), "--official "+o.Form+"="+o.Path+": ") {
			t.Errorf("%s: %v, want %q", f.name, err, f.refusal)
		}
		return l
	}
	if err != nil {
		t.Fatal(err)
	}
	d.own.sums = map[string]string{}
	for _, p := range now.People {
		for _, it := range p.Items {
			for _, g := range it.Given {
				for _, file := range g.Files {
					if x := in.found[key(file)]; x != nil && x.own != nil {
						sum, err := x.digest()
						if err != nil {
							t.Fatal(err)
						}
						d.own.sums[file.File] = fmt.Sprintf("%x", sum)
					}
				}
			}
		}
	}
	taken, due := 0, 0
	for _, x := range d.persons {
		if slices.ContainsFunc(x.items, func(id string) bool { return slices.Contains(formItems(o.Form), id) }) {
			due++
		}
		if _, takes := d.takes(x); takes {
			taken++
		}
	}
	if len(said) != due-taken {
		t.Errorf("%s: %d have files of their own, and this is said: %v", o.Form, due-taken, said)
	}
	return now
}
