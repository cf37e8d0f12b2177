package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mappe/forms"
	"mappe/locales"
)

// The table of pages names documents that the gallery has.
func TestSeenDocuments(t *testing.T) {
	const repository = "../.."
	table, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(seenFile)))
	if err != nil {
		t.Fatal(err)
	}
	all, err := scenes(repository)
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, s := range all {
		for _, name := range []string{"list", "packet", "part", "files", "check", "explain", "form-inspect", "form-fill", "verify", "verify-not"} {
			have[s.name+"/LANG-"+name] = true
		}
	}
	for _, s := range forms.Schemes {
		if s.Form != "" {
			have["blank/LANG-"+s.ID] = true
		}
	}
	place := regexp.MustCompile(`^(\S+?)(?:\.txt|, page [1-9][0-9]*( \(.+\))?)$`)
	rows := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[1] == "" {
			continue
		}
		if strings.HasPrefix(cells[1], "mappe ") {
			continue
		}
		rows++
		if m := place.FindStringSubmatch(cells[1]); m == nil || !have[m[1]] {
			t.Errorf("%s: %q is no page of the gallery: run make gallery", cells[0], cells[1])
		}
	}
	if rows < 700 {
		t.Errorf("only %d messages are on a page", rows)
	}
}

// A message is found where its words stand by themselves, and keeps its first
// page and its first values.
func TestLook(t *testing.T) {
	seen := map[string]*sight{}
	hear(seen, locales.Spoken{ID: "a", Text: "or", Values: map[string]string{}})
	hear(seen, locales.Spoken{ID: "b", Text: "until\n\u20681 May\u2069", Values: map[string]string{"Date": "\u20681\nMay\u2069"}})
	hear(seen, locales.Spoken{ID: "b", Text: "until 2 May", Values: map[string]string{"Date": "2 May"}})
	for i, page := range []string{"for ore", "and until 2 May or so", "or until 1 May"} {
		look(seen, page, []string{"first", "second", "third"}[i], 100*i)
	}
	if a, b := seen["a"], seen["b"]; a.where != "second" || a.order != 116 || b.where != "second" || b.values["Date"] != "1 May" {
		t.Errorf("a %+v, b %+v", a, b)
	}
}
