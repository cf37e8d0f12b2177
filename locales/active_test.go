package locales

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// active are the messages of one language as their file has them.
func active(t *testing.T, tag string) []entry {
	t.Helper()
	data, err := files.ReadFile(file(tag))
	if err != nil {
		t.Fatal(err)
	}
	entries, complaints := lint(data)
	for _, c := range complaints {
		t.Errorf("%s: %s", file(tag), c)
	}
	return entries
}

func TestFiles(t *testing.T) {
	var want []string
	for _, tag := range Tags() {
		want = append(want, file(tag))
	}
	got, err := fs.Glob(files, "*")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a language needs its habits and its message file (-habits +files):\n%s", diff)
	}
}

// shape is what the translations of a message share: whether it has plurals,
// and its variables.
func shape(e entry) string {
	names := map[string]bool{}
	for _, text := range e.forms {
		for _, name := range variablesIn(text) {
			names[name] = true
		}
	}
	return fmt.Sprintf("plural %t, variables %v", len(e.forms) > 1, slices.Sorted(maps.Keys(names)))
}

func TestSameMessages(t *testing.T) {
	shapes := map[string]map[string]string{}
	for _, tag := range Tags() {
		shapes[tag] = map[string]string{}
		for _, e := range active(t, tag) {
			shapes[tag][e.id] = shape(e)
		}
	}
	for _, tag := range Tags() {
		if diff := cmp.Diff(shapes["en"], shapes[tag]); diff != "" {
			t.Errorf("messages differ (-en +%s):\n%s", tag, diff)
		}
	}
}

var variable = regexp.MustCompile(`\{\{\.[A-Z][A-Za-z]*\}\}`)

// wrong tells what is wrong with the wording of a message, or "".
func wrong(text string) string {
	switch bare := variable.ReplaceAllString(text, ""); {
	case strings.TrimSpace(text) == "":
		return "is empty"
	case strings.TrimSpace(text) != text:
		return "begins or ends with a space"
	case strings.ContainsAny(bare, "{}"):
		return "has other template syntax than {{.Name}}"
	case strings.Contains(text, "  "):
		return "has two spaces in a row"
	case strings.ContainsAny(text, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"):
		return "has directional controls, which are isolate's to add"
	case strings.Contains(text, "<no value>"):
		return "speaks of no value"
	}
	return ""
}

func TestWrong(t *testing.T) {
	for _, text := range []string{"", " ", "a ", "{{ .Name }}", "{{.name}}", "{{if .A}}x{{end}}", "{{.A.B}}", "{{.Name", "{.Name}", "a  b", "a\u2066b", "<no value>"} {
		if wrong(text) == "" {
			t.Errorf("%q passes", text)
		}
	}
	for _, text := range []string{"a", "{{.Name}}", "a {{.Name}}, {{.Date}}."} {
		if got := wrong(text); got != "" {
			t.Errorf("%q %s", text, got)
		}
	}
}

func TestWording(t *testing.T) {
	for _, tag := range Tags() {
		for _, e := range active(t, tag) {
			for form, text := range e.forms {
				if w := wrong(text); w != "" {
					t.Errorf("%s: %s (%s) %s: %q", file(tag), e.id, form, w, text)
				}
			}
		}
	}
}

// foreign are the marks and turns of phrase that a language does not have.
var foreign = map[string]*regexp.Regexp{
	// quotation marks are ”so”; a day is "til at" do something, an amount "kr."
	// has a stop; what an authority says is "ifølge" it; "bekræft" is to confirm
	"da": regexp.MustCompile(`[“»«"]|\b(dag|dage) at\b|kr\.\.|\b[Ee]fter (siden|dine svar|SIRI’s)|\bfx\b|bl\.a\.|[Bb]ekræft på`),
	// quotation marks are “so”; pages do not stand, and nothing is by a page
	"en": regexp.MustCompile(`(^|[ (])”|[»«"]|\bstands? on a\b|\b[Bb]y the page\b|\b[Oo]n your answers\b|\breckon`),
}

func TestForeignWords(t *testing.T) {
	for _, tag := range Tags() {
		if foreign[tag] == nil {
			t.Errorf("%s: which marks and words are foreign to it?", tag)
			continue
		}
		for _, e := range active(t, tag) {
			for form, text := range e.forms {
				if found := foreign[tag].FindString(text); found != "" {
					t.Errorf("%s: %s (%s) has %q: %q", file(tag), e.id, form, found, text)
				}
			}
		}
	}
}

// categories are the plurals that whole numbers take in a language.
func categories(tag string) []string {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two",
		plural.Few: "few", plural.Many: "many", plural.Other: "other"}
	seen := map[string]bool{}
	for n := range 1000 {
		seen[names[plural.Cardinal.MatchPlural(language.Make(tag), n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

func TestPlurals(t *testing.T) {
	for tag, want := range map[string][]string{"da": {"one", "other"}, "en": {"one", "other"}, "pl": {"few", "many", "one"}} {
		if diff := cmp.Diff(want, categories(tag)); diff != "" {
			t.Fatalf("plurals of %s:\n%s", tag, diff)
		}
	}
	for _, tag := range Tags() {
		for _, e := range active(t, tag) {
			if len(e.forms) == 1 && e.forms["other"] != "" {
				continue
			}
			if diff := cmp.Diff(categories(tag), slices.Sorted(maps.Keys(e.forms))); diff != "" {
				t.Errorf("%s: %s: plurals (-CLDR +file):\n%s", file(tag), e.id, diff)
			}
			if !strings.Contains(e.forms["other"], "{{.Count}}") {
				t.Errorf("%s: %s: the plural does not say {{.Count}}", file(tag), e.id)
			}
		}
	}
}

func TestEveryMessageSpeaks(t *testing.T) {
	for _, tag := range Tags() {
		p := printer(t, tag)
		for _, e := range active(t, tag) {
			if !p.Has(e.id) {
				t.Errorf("%s: %s is not loaded", file(tag), e.id)
			}
			vars := Vars{}
			for _, text := range e.forms {
				for _, name := range variablesIn(text) {
					vars[name] = "dummy"
				}
			}
			for n := range 201 {
				vars["Count"] = n
				got, err := p.Say(e.id, vars)
				if err != nil || got == "" || strings.ContainsAny(got, "{}") {
					t.Fatalf("%s with %d: %q, %v", e.id, n, got, err)
				}
				if len(e.forms) == 1 {
					break
				}
			}
		}
	}
}

// Only the wanted language is read, and reading it does not hold up a command.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := load("da"); err != nil {
			b.Fatal(err)
		}
	}
}

// variablesIn are the variables of a message's text, in its order.
func variablesIn(text string) (names []string) {
	parts, _ := cut(text)
	for _, p := range parts {
		if p.variable != "" {
			names = append(names, p.variable)
		}
	}
	return names
}
