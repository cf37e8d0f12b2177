package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/locales"
	"mappe/profile"
)

// Every kind of fact that is asked or offered can be asked for and complained
// of, in every language; the interview has no message that it does not use.
func TestInterviewMessages(t *testing.T) {
	paths, err := filepath.Glob("interview*.go")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	paths = append(paths, "ask.go")
	var code strings.Builder
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(src)
	}
	src, err := os.ReadFile("../../locales/active.en.json")
	if err != nil {
		t.Fatal(err)
	}
	used := func(id string) bool {
		head, tail, _ := strings.Cut(id, ".")
		return strings.Contains(code.String(), `"`+id+`"`) ||
			head == "command" && strings.Contains(code.String(), `"`+tail+`"`) ||
			strings.HasPrefix(tail, "can-") && strings.Contains(code.String(), `"`+strings.TrimPrefix(tail, "can-")+`"`)
	}
	var kinds []string
	for _, q := range profile.Questions() {
		if !q.Printed && q.Kind != "documents" && !slices.Contains(kinds, q.Kind) {
			kinds = append(kinds, q.Kind)
		}
	}
	for line := range strings.Lines(string(src)) {
		id, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), `"`), `"`)
		head, tail, _ := strings.Cut(id, ".")
		switch {
		case !slices.Contains([]string{"interview", "command", "hint", "wrong"}, head):
		case head == "hint" && slices.Contains(kinds, tail), head == "wrong" && slices.Contains(kinds, tail):
		case !used(id):
			t.Errorf("nothing uses %q", id)
		}
	}
	for _, tag := range locales.Tags() {
		p, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range kinds {
			for _, id := range []string{"hint." + kind, "wrong." + kind} {
				if !p.Has(id) {
					t.Errorf("%s: no message %q", tag, id)
				}
			}
		}
		for _, q := range profile.Questions() {
			for _, c := range q.Choices {
				if id := "value." + string(q.Key) + "." + c; !p.Has(id) {
					t.Errorf("%s: no message %q", tag, id)
				}
			}
		}
	}
}
