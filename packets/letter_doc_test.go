package packets

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// docs/letters.md says every fact and word, and no other.
func TestLettersDoc(t *testing.T) {
	doc, err := os.ReadFile("../docs/letters.md")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile("`([a-z_.\\[\\]]+)`")
	facts, words := map[string]factKind{}, map[string]bool{}
	in := ""
	for line := range strings.SplitSeq(string(doc), "\n") {
		cells := strings.Split(line, "|")
		switch {
		case len(cells) < 4:
			in = ""
		case strings.HasPrefix(line, "| fact "), strings.HasPrefix(line, "| word "):
			in = strings.TrimSpace(cells[1])
		case in != "":
			for _, m := range code.FindAllStringSubmatch(cells[1], -1) {
				if in == "word" {
					words[m[1]] = true
				} else {
					facts[m[1]] = factKind(strings.TrimSpace(cells[2]))
				}
			}
		}
	}
	for key, kind := range letterFacts {
		if facts[key] != kind {
			t.Errorf("docs/letters.md: %s is said to be %q, and is a %s", key, facts[key], kind)
		}
	}
	for word := range letterWords {
		if !words[word] {
			t.Errorf("docs/letters.md: the word %s is missing", word)
		}
	}
	if len(facts) != len(letterFacts) || len(words) != len(letterWords) {
		t.Errorf("docs/letters.md: %d facts and %d words, there are %d and %d", len(facts), len(words), len(letterFacts), len(letterWords))
	}
}

// What a template says wrong is told with its line and the remedy.
func TestTemplateComplains(t *testing.T) {
	for _, tc := range []struct{ src, want string }{
		{"a\n\n{{.applicant.nmae}}", `x.md:3: unknown fact "applicant.nmae"; did you mean "applicant.name"?`},
		{"{{if .online}}\na {{.sponsor.nane}}\n{{end}}", `x.md:2: unknown fact "sponsor.nane"; did you mean "sponsor.name"?`},
		{"{{with .applicant}}{{.name}} {{.nome}}{{end}}", `x.md:1: unknown fact "applicant.nome"; did you mean "applicant.name"?`},
		{"{{range .others}}\n{{.age}}{{end}}", `x.md:2: unknown fact "others[].age"`},
		{"{{enclosure}}", `x.md:1: unknown word "enclosure"; did you mean "enclosures"?`},
		{"{{printf \"%s\" .today}}", `x.md:1: unknown word "printf"`},
		{"{{.today | printf}}", "x.md:1: .today | printf has a pipe"},
		{"{{$x := .today}}", "x.md:1: $x is a variable; a letter has none"},
		{"{{define \"x\"}}{{end}}a", "x.md: holds a second template"},
		{"{{template \"x\"}}", "has no place in a letter"},
		{"{{.online}}", `x.md:1: "online" can't be printed: it is a condition`},
		{"{{if .applicant}}a{{end}}", `x.md:1: "applicant" is a group, which decides nothing; name a fact of it`},
		{"{{if eq .today .today}}a{{end}}", `x.md:1: "eq" is none of and, or, not`},
		{"{{if .today .online}}a{{end}}", "x.md:1: .today .online is more than one fact"},
		{"{{range .today}}a{{end}}", `x.md:1: range over "today", which is no list`},
		{"{{range .others}}{{range $.others}}a{{end}}{{end}}", "x.md:1: a range within a range"},
		{"{{grounds .today}}", "x.md:1: grounds stands alone"},
		{"a {{grounds}}", "x.md:1: a block stands among words"},
		{"a\n{{if .online}}\n\n<b>\n\n{{end}}", "x.md:4: HTML has no place here"},
		{"a\n{{if}}", "x.md:2: "},
		{"a\xff", "x.md: is not UTF-8"},
		{"a\uFDD0", "x.md: has a character that is kept for programs"},
		{strings.Repeat("a", maxTemplate+1), "x.md: 65537 bytes, more than 65536"},
	} {
		if _, err := readTemplate("x.md", tc.src); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%.40q: %v; want %q", tc.src, err, tc.want)
		}
	}
}
