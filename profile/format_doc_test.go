package profile

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const formatDoc = "../docs/format.md"

// shapes are the sections of the document that describe a part of a fact.
var shapes = map[string]reflect.Type{
	"The file":         reflect.TypeFor[Profile](),
	"A name":           reflect.TypeFor[Name](),
	"A period":         reflect.TypeFor[Period](),
	"An absence":       reflect.TypeFor[Absence](),
	"A period of work": reflect.TypeFor[Work](),
	"A document":       reflect.TypeFor[Document](),
	"A file":           reflect.TypeFor[File](),
	"A translator":     reflect.TypeFor[Translator](),
}

var (
	docHeading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	docRow     = regexp.MustCompile("(?m)^\\| `([^`]+)` \\|(.*)\\|$")
	docBlock   = regexp.MustCompile("(?ms)^```(yaml|json)\n(.*?)^```$")
)

// docSection is the text from one heading to the next.
type docSection struct{ title, text string }

func readDoc(t *testing.T) (src string, sections []docSection) {
	t.Helper()
	b, err := os.ReadFile(formatDoc)
	if err != nil {
		t.Fatal(err)
	}
	src = string(b)
	marks := docHeading.FindAllStringSubmatchIndex(src, -1)
	for i, m := range marks {
		end := len(src)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		sections = append(sections, docSection{src[m[2]:m[3]], src[m[1]:end]})
	}
	return src, sections
}

// keys are the first cells of a section's table.
func (s docSection) keys() (keys []string) {
	for _, row := range docRow.FindAllStringSubmatch(s.text, -1) {
		keys = append(keys, row[1])
	}
	return keys
}

// Every fact stands in the document once, with its type, its use and its
// choices, and nothing else does.
func TestFormatDocHasEveryFact(t *testing.T) {
	_, sections := readDoc(t)
	used := func(q Question) string {
		switch {
		case q.Printed:
			return "printed"
		case q.Volunteered:
			return "volunteered"
		}
		return "asked"
	}
	want := map[string]string{"id": "slug, required"}
	for _, q := range Questions() {
		want[string(q.Key)] = q.Kind + ", " + used(q)
	}
	got := map[string]string{}
	for _, s := range sections {
		if _, part := shapes[s.title]; part || s.title == "Types" {
			continue
		}
		for _, row := range docRow.FindAllStringSubmatch(s.text, -1) {
			key, cells := row[1], strings.Split(row[2], "|")
			if len(cells) != 3 {
				t.Errorf("%s: %s: %d cells after the fact, want type, use, meaning", s.title, key, len(cells))
				continue
			}
			if _, twice := got[key]; twice {
				t.Errorf("%s: %s stands in the document twice", s.title, key)
			}
			got[key] = strings.TrimSpace(cells[0]) + ", " + strings.TrimSpace(cells[1])
			q, _ := Lookup(Key(key))
			for _, choice := range q.Choices {
				if !strings.Contains(s.text, "`"+choice+"`") {
					t.Errorf("%s: %s: the choice %q is not explained", s.title, key, choice)
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: facts (-format +document):\n%s", formatDoc, diff)
	}
}

// The parts of facts, the shared keys and the types, likewise.
func TestFormatDocHasEveryPart(t *testing.T) {
	_, sections := readDoc(t)
	shared := keysOf(reflect.TypeFor[Shared]())
	seen := map[string]bool{}
	for _, s := range sections {
		typ, part := shapes[s.title]
		var want []string
		switch {
		case part:
			seen[s.title] = true
			for _, f := range fieldsOf(typ) {
				if typ != reflect.TypeFor[Profile]() || !slices.Contains(shared, f.Key) {
					want = append(want, f.Key)
				}
				if f := deref(f.Type); f.Implements(closedType) {
					for _, choice := range reflect.Zero(f).Interface().(closed).Choices() {
						if typ != reflect.TypeFor[Profile]() && !strings.Contains(s.text, "`"+choice+"`") {
							t.Errorf("%s: the choice %q is not explained", s.title, choice)
						}
					}
				}
			}
		case s.title == "Types":
			for _, q := range Questions() {
				want = append(want, q.Kind)
			}
		case s.title == "Shared facts":
			seen[s.title] = true
			for _, key := range shared {
				if !strings.Contains(s.text, "`"+key+"`") {
					t.Errorf("%s: %s is not named", s.title, key)
				}
			}
			continue
		default:
			continue
		}
		got := s.keys()
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(slices.Compact(want), got); diff != "" {
			t.Errorf("%s: %s (-format +document):\n%s", formatDoc, s.title, diff)
		}
	}
	if len(seen) != len(shapes)+1 {
		t.Errorf("%s: sections seen: %v; want all of %d and Shared facts", formatDoc, seen, len(shapes))
	}
}

// The examples are profiles, and the limits are the reader's.
func TestFormatDocExamples(t *testing.T) {
	src, _ := readDoc(t)
	blocks := docBlock.FindAllStringSubmatch(src, -1)
	if len(blocks) < 4 {
		t.Fatalf("%s: %d examples", formatDoc, len(blocks))
	}
	for _, b := range blocks {
		if _, err := Decode("example."+b[1], []byte(b[2])); err != nil {
			t.Errorf("%v\n%s", err, b[2])
		}
	}
	if maxBytes != 1<<20 || !strings.Contains(src, fmt.Sprintf("nested at most %d deep", maxDepth)) {
		t.Errorf("%s: the limits are %d bytes, %d deep", formatDoc, maxBytes, maxDepth)
	}
}
