package ua_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"mappe/internal/pdf/ua"
)

// The document lists the rules that there are, in their order, with the files
// that they hold for.
func TestDocumentListsRules(t *testing.T) {
	text, err := os.ReadFile("../../../docs/pdfua.md")
	if err != nil {
		t.Fatal(err)
	}
	var said, are []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\|.*\\| (both|document|packet) \\|$").FindAllSubmatch(text, -1) {
		said = append(said, string(m[1])+" "+string(m[2]))
	}
	for _, r := range ua.Rules {
		whose := "document"
		switch {
		case len(r.Scopes) == 2:
			whose = "both"
		case r.Scopes[0] == ua.Packet:
			whose = "packet"
		}
		are = append(are, r.Name+" "+whose)
	}
	for _, r := range are {
		if !slices.Contains(said, r) {
			t.Errorf("docs/pdfua.md has no row %q", r)
		}
	}
	for _, r := range said {
		if !slices.Contains(are, r) {
			t.Errorf("docs/pdfua.md speaks of %q, and there is no such rule", r)
		}
	}
	if len(said) == len(are) && !slices.Equal(said, are) {
		t.Errorf("docs/pdfua.md has another order:\n%q\nthan\n%q", said, are)
	}
}
