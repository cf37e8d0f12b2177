package main

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// answerSections are the sections of docs/format.md that describe what
// check --json prints.
var answerSections = map[string]reflect.Type{
	"The answer":                reflect.TypeFor[Answer](),
	"The answer for one person": reflect.TypeFor[Applicant](),
	"A window":                  reflect.TypeFor[Window](),
	"A deadline":                reflect.TypeFor[Deadline](),
	"A count":                   reflect.TypeFor[Count](),
	"A document of the answer":  reflect.TypeFor[Document](),
	"A question":                reflect.TypeFor[Question](),
	"A scan":                    reflect.TypeFor[Scan](),
	"A fee":                     reflect.TypeFor[Fee](),
}

var (
	formatPart = regexp.MustCompile(`(?m)^##+ (.*)$`)
	formatKeys = regexp.MustCompile("(?m)^- ((?:`[a-z_]+`(?:, )?)+):")
)

// formatDoc are the sections of the document by their titles.
func formatDoc(t *testing.T) map[string]string {
	t.Helper()
	src, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	marks := formatPart.FindAllSubmatchIndex(src, -1)
	for i, m := range marks {
		end := len(src)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		sections[string(src[m[2]:m[3]])] = string(src[m[1]:end])
	}
	return sections
}

// The document has every key of the answer, and no other.
func TestFormatDocHasEveryKeyOfTheAnswer(t *testing.T) {
	sections := formatDoc(t)
	for title, typ := range answerSections {
		var want, got []string
		for f := range typ.Fields() {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			want = append(want, key)
		}
		for _, m := range formatKeys.FindAllStringSubmatch(sections[title], -1) {
			for key := range strings.SplitSeq(m[1], ", ") {
				got = append(got, strings.Trim(key, "`"))
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("docs/format.md: %s (-answer +document):\n%s", title, diff)
		}
	}
}

// closedKeys are the keys whose words the document lists, by its sections.
var closedKeys = map[string][]string{
	"The answer for one person": {"outcome", "form", "variant", "authority", "permit_until_because"},
	"A window":                  {"state"},
	"A deadline":                {"id"},
	"A count":                   {"id"},
	"A document of the answer":  {"need", "status"},
	"A fee":                     {"status"},
}

// Every word of a closed set that comes out in a worked case or an example is
// in the document.
func TestFormatDocHasEveryWordOfTheAnswer(t *testing.T) {
	sections := formatDoc(t)
	seen := 0
	look := func(title string, v any) {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var keys map[string]any
		if err := json.Unmarshal(data, &keys); err != nil {
			t.Fatal(err)
		}
		for _, key := range closedKeys[title] {
			word, _ := keys[key].(string)
			if word == "" || strings.Contains(sections["A document"], "`"+word+"`") && key == "status" { // one that the profile gives
				continue
			}
			seen++
			if !strings.Contains(sections[title], "`"+word+"`") {
				t.Errorf("docs/format.md: %s: %s %q is not named", title, key, word)
			}
		}
	}
	for name, c := range worked(t) {
		out, said, _ := call(c.src, "check", "-", "--json", "--on", c.on)
		var a Answer
		if err := json.Unmarshal([]byte(out), &a); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, said)
		}
		look("A fee", a.Fee)
		for _, p := range a.Applicants {
			look("The answer for one person", p)
			if p.Window != nil {
				look("A window", p.Window)
			}
			for _, x := range p.Deadlines {
				look("A deadline", x)
			}
			for _, x := range p.Counts {
				look("A count", x)
			}
			for _, x := range p.Documents {
				look("A document of the answer", x)
			}
		}
	}
	if seen < 200 {
		t.Errorf("only %d words were looked up", seen)
	}
}
