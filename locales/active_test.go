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
)

// active are the messages of one language as their file has them.
func active(t *testing.T, tag string) []Message {
	t.Helper()
	data, err := files.ReadFile(file(tag))
	if err != nil {
		t.Fatal(err)
	}
	entries, complaints := parse(data)
	for _, c := range complaints {
		t.Errorf("%s: %s", file(tag), c)
	}
	return entries
}

// Beside the languages whose habits are known there is no message file.
func TestFiles(t *testing.T) {
	got, err := fs.Glob(files, "*")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, tag := range Tags() {
		want = append(want, file(tag))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a language needs its habits and its message file (-habits +files):\n%s", diff)
	}
}

// shape is what the translations of a message share: whether it has plurals,
// and its variables.
func shape(e Message) string {
	return fmt.Sprintf("plural %t, variables %v", e.Plural, e.Variables())
}

func TestSameMessages(t *testing.T) {
	shapes := map[string]map[string]string{}
	for _, tag := range Authoritative() {
		shapes[tag] = map[string]string{}
		for _, e := range active(t, tag) {
			shapes[tag][e.ID] = shape(e)
		}
	}
	for _, tag := range Authoritative() {
		if diff := cmp.Diff(shapes["en"], shapes[tag]); diff != "" {
			t.Errorf("messages differ (-en +%s):\n%s", tag, diff)
		}
	}
}

func TestWrong(t *testing.T) {
	for _, text := range []string{"", " ", "a ", "{{ .Name }}", "{{.name}}", "{{if .A}}x{{end}}", "{{.A.B}}", "{{.Name", "{.Name}", "a  b", "a\u2066b", "a\u200f", "<no value>", "٣", "e\u0301"} {
		if flawOf(text) == nil {
			t.Errorf("%q passes", text)
		}
	}
	for _, text := range []string{"a", "{{.Name}}", "a {{.Name}}, {{.Date}}."} {
		if f := flawOf(text); f != nil {
			t.Errorf("%q %s", text, f.says)
		}
	}
}

func TestWording(t *testing.T) {
	for _, tag := range Tags() {
		for _, e := range active(t, tag) {
			for form, text := range e.Forms {
				if f := flawOf(text); f != nil {
					t.Errorf("%s: %s (%s) %s: %q", file(tag), e.ID, form, f.says, text)
				}
			}
		}
	}
}

// foreign are the marks and turns of phrase that an authoritative language does
// not have.
var foreign = map[string]*regexp.Regexp{
	// quotation marks are ”so”; a day is "til at" do something, an amount "kr."
	// has a stop; what an authority says is "ifølge" it; "bekræft" is to confirm
	"da": regexp.MustCompile(`[“»«"]|\b(dag|dage) at\b|kr\.\.|\b[Ee]fter (siden|dine svar|SIRI’s)|\bfx\b|bl\.a\.|[Bb]ekræft på`),
	// quotation marks are “so”; pages do not stand, and nothing is by a page
	"en": regexp.MustCompile(`(^|[ (])”|[»«"]|\bstands? on a\b|\b[Bb]y the page\b|\b[Oo]n your answers\b|\breckon`),
}

func TestForeignWords(t *testing.T) {
	for _, tag := range Authoritative() {
		if foreign[tag] == nil {
			t.Errorf("%s: which marks and words are foreign to it?", tag)
			continue
		}
		for _, e := range active(t, tag) {
			for form, text := range e.Forms {
				if found := foreign[tag].FindString(text); found != "" {
					t.Errorf("%s: %s (%s) has %q: %q", file(tag), e.ID, form, found, text)
				}
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	for tag, want := range map[string][]string{"da": {"one", "other"}, "en": {"one", "other"}, "pl": {"few", "many", "one"},
		"uk": {"few", "many", "one"}, "ar": {"few", "many", "one", "other", "two", "zero"}, "fa": {"one", "other"}, "tr": {"one", "other"},
		"de": {"one", "other"}, "hi": {"one", "other"}, "zh-Hans": {"other"}, "so": {"one", "other"}, "ti": {"one", "other"}} {
		if diff := cmp.Diff(want, categories(tag)); diff != "" {
			t.Fatalf("plurals of %s:\n%s", tag, diff)
		}
	}
	for tag, want := range map[string]string{"en": "other", "uk": "few many one", "ar": "few many other", "fa": "one other", "zh-Hans": "other"} {
		if got := strings.Join(manifold(tag), " "); got != want {
			t.Fatalf("%s: %s serve several numbers, want %s", tag, got, want)
		}
	}
	for _, tag := range Tags() {
		for _, e := range active(t, tag) {
			if !e.Plural {
				continue
			}
			if diff := cmp.Diff(categories(tag), slices.Sorted(maps.Keys(e.Forms))); diff != "" {
				t.Errorf("%s: %s: plurals (-CLDR +file):\n%s", file(tag), e.ID, diff)
			}
			for _, form := range manifold(tag) {
				if !strings.Contains(e.Forms[form], "{{.Count}}") {
					t.Errorf("%s: %s: the plural %q serves several numbers and does not say {{.Count}}", file(tag), e.ID, form)
				}
			}
		}
	}
}

func TestEveryMessageSpeaks(t *testing.T) {
	for _, tag := range Tags() {
		p := printer(t, tag)
		for _, e := range active(t, tag) {
			if !p.Has(e.ID) {
				t.Errorf("%s: %s is not loaded", file(tag), e.ID)
			}
			vars := Vars{}
			for _, text := range e.Forms {
				for _, name := range variablesIn(text) {
					vars[name] = "dummy"
				}
			}
			for n := range 201 {
				vars["Count"] = n
				got, err := p.Say(e.ID, vars)
				if err != nil || got == "" || strings.ContainsAny(got, "{}") {
					t.Fatalf("%s with %d: %q, %v", e.ID, n, got, err)
				}
				if !e.Plural {
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
