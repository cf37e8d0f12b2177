//go:build !race

package typeset

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"mappe/locales"
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

// slot is where a value goes into a message.
var slot = regexp.MustCompile(`\{\{\s*\.?(\w*)[^}]*\}\}`)

// trials are the texts of testdata/samples.txt, by the name "samples", and
// of each language that mappe speaks, by its tag: each message in each of its
// plurals, the names of the months and of the countries.
func trials(t testing.TB) map[string][]trial {
	t.Helper()
	sets := map[string][]trial{"samples": samples(t)}
	for _, tag := range locales.Tags() {
		sets[tag] = saidIn(t, tag)
	}
	if len(sets) < 3 {
		t.Fatalf("locales: speaks only %q", locales.Tags())
	}
	return sets
}

// saidIn is what is said in a language.
func saidIn(t testing.TB, tag string) (list []trial) {
	t.Helper()
	printer, err := locales.New(tag)
	if err != nil {
		t.Fatal(err)
	}
	add := func(where, text string) {
		list = append(list, trial{where, tag, printer.RightToLeft(), slot.ReplaceAllString(text, "\u2068$1\u2069")})
	}
	messages, err := locales.Messages(tag)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range messages {
		for _, form := range slices.Sorted(maps.Keys(m.Forms)) {
			where := m.ID
			if m.Plural {
				where += "." + form
			}
			add(where, m.Forms[form])
		}
	}
	for _, short := range []bool{false, true} {
		var months []string
		for m := time.January; m <= time.December; m++ {
			months = append(months, locales.MonthName(m, tag, short))
		}
		add(fmt.Sprintf("months, short: %v", short), strings.Join(months, " "))
	}
	countries, err := os.ReadFile("../../locales/countries/" + tag + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(countries)) {
		code, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("countries/%s.txt: %q has no name", tag, line)
		}
		add("country "+code, name)
	}
	return list
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
