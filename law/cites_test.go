package law

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var ruleID = regexp.MustCompile(`\b(?:S\d|X|M)-\d\d\b`)

// cited are the rule ids that the code and the data of the module rest on, with
// a place where each stands: string literals of Go, values of YAML. Comments
// and tests cite nothing.
func cited(t *testing.T) map[Cite]string {
	t.Helper()
	found := map[Cite]string{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || name != "." && strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case name == "law/quotes.yaml":
		case path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go"):
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, "../"+name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						for _, id := range ruleID.FindAllString(s, -1) {
							found[Cite(id)] = set.Position(lit.Pos()).String()
						}
					}
				}
				return true
			})
		case path.Ext(name) == ".yaml":
			src, err := os.ReadFile("../" + name)
			if err != nil {
				return err
			}
			for _, line := range strings.Split(string(src), "\n") {
				line, _, _ = strings.Cut(line, "#")
				for _, id := range ruleID.FindAllString(line, -1) {
					found[Cite(id)] = name
				}
			}
		}
		return nil
	})
	if err != nil || len(found) < 100 {
		t.Fatalf("%d rules are cited, %v; want at least 100", len(found), err)
	}
	return found
}

// A rule that is cited has a quotation or, where the reading is ours, words;
// a quotation that nobody cites is not one that we use.
func TestCites(t *testing.T) {
	b, found := ours(t), cited(t)
	src, err := os.ReadFile("../locales/active.en.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(src, &words); err != nil {
		t.Fatal(err)
	}
	for id, place := range found {
		_, quoted := b.Quotes[id]
		_, read := words["reading."+string(id)]
		switch {
		case !quoted && !read:
			t.Errorf("%s: %s has neither a quotation nor the message %q", place, id, "reading."+string(id))
		case quoted && read:
			t.Errorf("%s: %s has a quotation, yet calls itself a reading of ours", place, id)
		}
	}
	for id := range b.Quotes {
		if found[id] == "" {
			t.Errorf("quotes.yaml: %s is cited nowhere: delete it", id)
		}
	}
	for id := range words {
		if c, ok := strings.CutPrefix(id, "reading."); ok && found[Cite(c)] == "" {
			t.Errorf("active.en.json: %s is cited nowhere: delete it", id)
		}
	}
}
