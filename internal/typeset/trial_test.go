//go:build !race

package typeset

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A trial is a text that is set to see whether it is set right.
type trial struct {
	where string // a message, a line of a file
	lang  string
	rtl   bool
	text  string
}

func (s trial) paragraph(bold bool) Paragraph {
	return Paragraph{Spans: []Span{{Text: s.text, Size: 10 * Point, Bold: bold}}, Lang: s.lang, RTL: s.rtl}
}

// rightToLeft are the languages whose paragraphs run so.
var rightToLeft = []string{"ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi"}

// slot is where a value goes into a message.
var slot = regexp.MustCompile(`\{\{\s*\.?(\w*)[^}]*\}\}`)

// trials are the texts of testdata/samples.txt, by the name "samples", and
// of each language that mappe speaks, by its tag.
func trials(t testing.TB) map[string][]trial {
	t.Helper()
	sets := map[string][]trial{"samples": samples(t)}
	files, err := filepath.Glob("../../locales/active.*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("locales: %d files, %v", len(files), err)
	}
	for _, file := range files {
		lang := strings.Split(filepath.Base(file), ".")[1]
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]any
		if err := json.Unmarshal(data, &messages); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		add := func(where string, text any) {
			s := slot.ReplaceAllString(text.(string), "\u2068$1\u2069")
			sets[lang] = append(sets[lang], trial{where, lang, slices.Contains(rightToLeft, lang), s})
		}
		for _, id := range slices.Sorted(maps.Keys(messages)) {
			switch m := messages[id].(type) {
			case string:
				add(id, m)
			case map[string]any:
				for _, form := range slices.Sorted(maps.Keys(m)) {
					if form != "description" && form != "hash" {
						add(id+"."+form, m[form])
					}
				}
			}
		}
	}
	return sets
}

func samples(t testing.TB) (list []trial) {
	const name = "testdata/samples.txt"
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	isolate := strings.NewReplacer("{", "\u2068", "}", "\u2069")
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		field := strings.SplitN(s.Text(), " ", 3)
		if len(field) != 3 {
			t.Fatalf("%s: %q has no language, direction and text", name, s.Text())
		}
		list = append(list, trial{s.Text(), field[0], field[1] == "rtl", isolate.Replace(field[2])})
	}
	return list
}
