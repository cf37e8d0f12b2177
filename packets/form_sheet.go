package packets

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"mappe/internal/civil"
	"mappe/internal/guest"
	"mappe/internal/page"
	"mappe/profile"
)

// FormReport says what came of filling in a form.
func (v Voice) FormReport(r *FormReport, name string) page.Doc {
	d := page.Doc{Title: v.Must("form.report"), Lang: v.Tag(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: v.Must("form.report-of", "File", filepath.Base(r.File), "Name", name)},
	}}
	part := func(id string, n int, pairs []page.Pair) {
		if n == 0 {
			return
		}
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Must("form."+id, "Count", n)}, page.Fields{Pairs: pairs})
	}
	var pairs []page.Pair
	for _, f := range r.Filled {
		pairs = append(pairs, page.Pair{Label: f.Field, Value: f.Value + v.from(f.Facts)})
	}
	part("filled", len(pairs), pairs)
	pairs = nil
	for _, f := range r.Lost {
		pairs = append(pairs, page.Pair{Label: f.Field, Value: f.Value + v.from(f.Facts) + ": " + v.formWhy(f)})
	}
	part("lost", len(pairs), pairs)
	pairs = nil
	for _, f := range r.NoFact {
		pairs = append(pairs, page.Pair{Label: f.Field, Value: v.labelled(f.Facts)})
	}
	part("no-fact", len(pairs), pairs)
	pairs = nil
	for _, f := range r.NoField {
		value := f.Value
		switch q, _ := profile.Lookup(f.Fact); q.Kind {
		case "bool", "choice":
			value = v.Value(f.Fact, value)
		case "country", "countries":
			value = v.Countries(value)
		case "date":
			if day, err := civil.Parse(value); err == nil {
				value = v.Date(day)
			}
		}
		pairs = append(pairs, page.Pair{Label: v.Capital(v.Fact(f.Fact)), Value: value + v.from([]profile.Key{f.Fact})})
	}
	part("no-field", len(pairs), pairs)
	if len(r.Open) > 0 {
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Must("form.open", "Count", len(r.Open))},
			page.Paragraph{Text: page.Plain(strings.Join(r.Open, ", "))})
	}
	if len(r.Filled) == 0 {
		d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Must("form.nothing")), Strong: true})
	}
	d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Must("form.sign")), Small: true})
	return d
}

// from names the facts behind a value.
func (v Voice) from(facts []profile.Key) string {
	if len(facts) == 0 {
		return ""
	}
	keys := make([]string, len(facts))
	for i, k := range facts {
		keys[i] = string(k)
	}
	return " (" + strings.Join(keys, ", ") + ")"
}

// labelled are facts with their names in the reader's language.
func (v Voice) labelled(facts []profile.Key) string {
	var all []string
	for _, k := range facts {
		label := string(k)
		if _, ok := profile.Lookup(k); ok {
			label = v.Fact(k) + " (" + label + ")"
		}
		all = append(all, label)
	}
	return strings.Join(all, ", ")
}

// formWhy is why a value is not in its field.
func (v Voice) formWhy(f FormField) string { return v.Must("form.why."+f.Why, "Detail", f.Detail) }

// Fields is the form of a file, field by field.
func (v Voice) Fields(form *guest.Form, path string) page.Doc {
	d := page.Doc{Title: v.Must("form.fields"), Lang: v.Tag(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: v.Must("form.fields-of", "File", filepath.Base(path), "Count", len(form.Fields), "Pages", form.Pages)},
	}}
	say := func(id string) { d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Must(id))}) }
	if form.XFA != "" {
		say("form.trait.xfa-" + form.XFA)
	}
	for _, x := range []struct {
		there bool
		id    string
	}{{form.Signed, "form.trait.signed"}, {form.Encrypted, "form.trait.encrypted"}, {form.Rights, "form.trait.rights"}, {form.Scripts, "form.trait.scripts"}} {
		if x.there {
			say(x.id)
		}
	}
	if len(form.Fields) == 0 && form.XFA == "" {
		say("form.trait.no-fields")
	}
	var pairs []page.Pair
	for i := range form.Fields {
		pairs = append(pairs, page.Pair{Label: form.Fields[i].Name, Value: v.field(&form.Fields[i])})
	}
	if len(pairs) > 0 {
		d.Blocks = append(d.Blocks, page.Fields{Pairs: pairs})
	}
	return d
}

// field is what a field takes, on one line.
func (v Voice) field(x *guest.Field) string {
	said := []string{v.Must("form.type." + x.Type)}
	put := func(there bool, id string, vars ...any) {
		if there {
			said = append(said, v.Must(id, vars...))
		}
	}
	pages := FieldPages(x)
	put(len(pages) > 0, "form.on-page", "Page", together(numbers(pages), "–"))
	put(x.Format != "", "form.format", "Format", x.Format)
	put(x.Multiline, "form.multiline")
	put(x.MaxLen > 0, "form.at-most", "Count", x.MaxLen)
	put(x.Required, "form.required")
	put(x.ReadOnly, "form.read-only")
	put(x.Several, "form.several")
	put(x.Editable, "form.editable")
	line := strings.Join(said, ", ")
	if len(x.Choices) > 0 {
		var all []string
		for _, c := range x.Choices {
			s := c.Value
			if c.Shown != "" {
				s += " = " + c.Shown
			}
			all = append(all, s)
		}
		line += "; " + v.Must("form.choices", "Choices", strings.Join(all, ", "))
	}
	if x.Label != "" {
		line += "; " + v.Must("form.label", "Label", x.Label)
	}
	if len(x.Value) > 0 {
		line += "; " + v.Must("form.value", "Value", strings.Join(x.Value, ", "))
	}
	return strings.Join(strings.Fields(line), " ")
}

// FieldPages are the pages that a field stands on.
func FieldPages(x *guest.Field) (pages []int) {
	for _, w := range x.Widgets {
		if w.Page > 0 && (len(pages) == 0 || pages[len(pages)-1] != w.Page) {
			pages = append(pages, w.Page)
		}
	}
	return pages
}

func numbers(all []int) []string {
	s := make([]string, len(all))
	for i, n := range all {
		s[i] = strconv.Itoa(n)
	}
	return s
}

// MappingTemplate is the beginning of a mapping: every field of the form, to be
// given its fact.
func MappingTemplate(form *guest.Form, path, digest string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# A mapping for %s: which fact goes into which field. Take the # away from a\n", strings.Map(plainLine, filepath.Base(path)))
	b.WriteString("# line and name its fact; docs/forms.md says what else a line can be.\nmapping: 1\n")
	fmt.Fprintf(&b, "fields: %s\nmap:\n", digest)
	for i := range form.Fields {
		x := &form.Fields[i]
		if x.Type == guest.FieldSignature || x.Type == guest.FieldButton || x.ReadOnly {
			continue
		}
		fmt.Fprintf(&b, "# - {field: %s, ", strconv.Quote(x.Name))
		if x.Type == guest.FieldCheckbox || x.Type == guest.FieldRadio {
			value := ""
			if len(x.Choices) > 0 {
				value = x.Choices[0].Value
			}
			fmt.Fprintf(&b, "when: …, is: …, value: %s}", strconv.Quote(value))
		} else {
			b.WriteString("fact: …}")
		}
		about := []string{x.Type}
		if pages := FieldPages(x); len(pages) > 0 {
			about = append(about, "page "+strings.Join(numbers(pages), ", "))
		}
		if x.Required {
			about = append(about, "required")
		}
		if x.MaxLen > 0 {
			about = append(about, fmt.Sprintf("at most %d letters", x.MaxLen))
		}
		if x.Format != "" {
			about = append(about, x.Format)
		}
		for _, c := range x.Choices {
			about = append(about, strings.TrimSuffix(strconv.Quote(c.Value)+" "+c.Shown, " "))
		}
		if x.Label != "" {
			about = append(about, x.Label)
		}
		b.WriteString("  # " + strings.Map(plainLine, strings.Join(about, ", ")) + "\n")
	}
	return b.String()
}

// plainLine keeps what the file says on its line, and from steering what is
// beside it.
func plainLine(r rune) rune {
	if unicode.IsControl(r) || steers(r) {
		return ' '
	}
	return r
}
