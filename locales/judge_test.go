package locales

import (
	"bytes"
	"strings"
	"testing"
)

// Every kind of fault is found, said with the text and with what to do about
// it; a translation without one passes.
func TestJudge(t *testing.T) {
	one := func(text string) Message { return Message{ID: "doc.x", Forms: map[string]string{"other": text}} }
	pages := Message{"ui.pages", map[string]string{"one": "{{.Count}} page of {{.File}}", "other": "{{.Count}} pages of {{.File}}"}, true}
	plural := func(kv ...string) Message {
		m := Message{"ui.pages", map[string]string{}, true}
		for i := 0; i < len(kv); i += 2 {
			m.Forms[kv[i]] = kv[i+1]
		}
		return m
	}
	tile := Message{ID: "tile.x", Forms: map[string]string{"other": "To carry"}}
	for _, c := range []struct {
		tag                  string
		english, translation Message
		want                 string
	}{
		{"pl", one("Form MF4, 12 months, until {{.Date}}"), one("Formularz MF4, 12 miesięcy, do {{.Date}}"), ""},
		{"pl", one("until {{.Date}}"), one("do {{.Data}}"), `has the variable "{{.Data}}", which the message does not have: "do {{.Data}}"; did you mean "{{.Date}}"? | ` +
			`lacks the variable "{{.Date}}": "do {{.Data}}"; put it where the value belongs`},
		{"pl", one("{{.From}} {{.To}}"), one("{{.From}} {{.To}} {{.Day}}"), `has the variable "{{.Day}}", which the message does not have: "{{.From}} {{.To}} {{.Day}}"; the variables are {{.From}}, {{.To}}`},
		{"pl", one("until"), one("do {{.Date}}"), `has the variable "{{.Date}}", which the message does not have: "do {{.Date}}"; take it away: the message has no variable`},
		{"pl", one("until {{.Date}}"), one("do {.Date}"), `has other template syntax than {{.Name}}: "do {.Date}"; copy the variable from the English text, letter by letter | ` +
			`lacks the variable "{{.Date}}": "do {.Date}"; put it where the value belongs`},
		{"pl", one("Form MF4, 12 months"), one("Formularz MF, 120 miesięcy"), `does not name MF4: "Formularz MF, 120 miesięcy"; write MF4 as the English does`},
		{"pl", one("a b"), one("a  b "), `begins or ends with a space: "a  b "; take it away`},
		{"pl", one("a b"), one("a  b"), `has two spaces in a row: "a  b"; write one`},
		{"pl", one("a b"), one("a\u200fb"), `has directional controls, which are Isolated's to add: "a\u200fb"; type the text anew without them`},
		{"fa", one("3 days"), one("۳ روز"), `has digits other than 0 to 9: "۳ روز"; write 0 to 9, which are copied onto Danish forms`},
		{"pl", one("“so”"), one(`"so"`), `has "\"", which this language does not have: "\"so\""; write the mark or letter of the language`},
		{"uk", one("we"), one("мы"), `has "ы", which this language does not have: "мы"; write the mark or letter of the language`},
		{"pl", one("a"), one("a\nb"), `has 1 line breaks, the English 0: "a\nb"; break the lines as the English does`},
		{"pl", tile, Message{ID: "tile.x", Forms: map[string]string{"other": strings.Repeat("o", 29)}}, `is too long for its place: 29 characters, at most 28: "` + strings.Repeat("o", 29) + `"; say it shorter`},
		{"pl", one("a"), one("☃"), `has "☃" (U+2603), which no font has: "☃"; write it otherwise`},
		{"pl", one("a"), plural("one", "a"), `(other) is missing; translate every form: other | (one) is no form of this message: "a"; the forms are other`},
		{"pl", pages, plural("one", "{{.Count}} z {{.File}}", "few", "{{.Count}} z {{.File}}", "many", "{{.Count}} z {{.File}}"), ""},
		{"uk", pages, plural("one", "{{.Count}} у {{.File}}", "few", "{{.Count}} у {{.File}}", "many", "багато в {{.File}}"), `(many) lacks the variable "{{.Count}}" and serves several numbers: "багато в {{.File}}"; put it where the value belongs`},
		{"pl", pages, plural("one", "{{.Count}} z {{.File}}", "many", "{{.Count}}"), `(few) is missing; translate every form: few, many, one | (many) lacks the variable "{{.File}}": "{{.Count}}"; put it where the value belongs`},
		{"zh-Hans", pages, one("{{.File}}的{{.Count}}页"), ""},
	} {
		j := NewJudge(c.tag)
		j.Missing = func(text string) (rune, bool) { return '☃', strings.ContainsRune(text, '☃') }
		var got []string
		for _, f := range j.Faults(c.english, c.translation) {
			got = append(got, f.String())
		}
		if got := strings.Join(got, " | "); got != c.want {
			t.Errorf("%s %v:\n%s\nwant\n%s", c.tag, c.translation.Forms, got, c.want)
		}
	}
}

// A message file is written as it stands.
func TestFormat(t *testing.T) {
	for _, tag := range Tags() {
		data, err := files.ReadFile(file(tag))
		if err != nil {
			t.Fatal(err)
		}
		if got := Format(active(t, tag)); !bytes.Equal(got, data) {
			t.Errorf("%s would be written otherwise", file(tag))
		}
	}
}

// A listener hears messages with what was said for their variables, those
// within others too, and changes nothing.
func TestHeard(t *testing.T) {
	p := printer(t, "en")
	heard := map[string]Spoken{}
	got, err := p.Heard(func(s Spoken) { heard[s.ID] = s }).Say("need.only-if", Vars{"Need": ID("need.confirm"), "Condition": "x"})
	if err != nil || got != p.Must("need.only-if", "Need", ID("need.confirm"), "Condition", "x") {
		t.Fatalf("%q, %v", got, err)
	}
	if s := heard["need.only-if"]; s.Text != got || s.Values["Condition"] != "x" || s.Values["Need"] != "confirm on the form" {
		t.Errorf("heard %+v", s)
	}
	if heard["need.confirm"].Text != "confirm on the form" {
		t.Errorf("not heard: %v", heard)
	}
}
