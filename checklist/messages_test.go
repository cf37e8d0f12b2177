package checklist

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mappe/forms"
	"mappe/profile"
)

// messages are those of a language: id → text, all plural forms together.
func messages(t *testing.T, tag string) map[string]string {
	t.Helper()
	src, err := os.ReadFile("../locales/active." + tag + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(src, &raw); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for id, text := range raw {
		texts[id] = fmt.Sprint(text)
	}
	return texts
}

// spoken is a message that code asks for, with the variables it passes.
type spoken struct {
	id, place string
	vars      []string
}

// built are the ids that code puts together, by the call that does it.
var built = map[string][]spoken{
	"note own.id": { // the two incomes of OD2/D
		{id: "note.income-gap", vars: []string{"Number", "Of", "From", "To", "Count"}},
		{id: "note.income-gap-dane", vars: []string{"Number", "Of", "From", "To", "Count"}},
	},
	"event end": { // the ends of the windows
		{id: "event.permit-expires", vars: []string{"Form", "Last"}},
		{id: "event.card-expires", vars: []string{"Form", "Last"}},
		{id: "event.dispensation-expires", vars: []string{"Form", "Last"}},
		{id: "event.return", vars: []string{"Form", "Last"}},
	},
	"event x.ID": { // the deadlines
		{id: "event.biometrics", vars: []string{"From"}},
		{id: "event.leave-limit", vars: []string{"From"}},
		{id: "event.re-enter-by", vars: []string{"From"}},
		{id: "event.extend-before", vars: []string{"From"}},
		{id: "event.residence-reached", vars: []string{"From"}},
		{id: "event.dispensation-ends", vars: []string{"From"}},
	},
	`step id+"-between"`: {{id: "step.file-between", vars: []string{"Opens", "Last"}}},
	`step id+"-until"`:   {{id: "step.file-until", vars: []string{"Last"}}},
	`step id+"-from"`:    {{id: "step.file-from", vars: []string{"Opens"}}},
}

// speakers tell which argument of a call is the message, what stands before
// its id, and at which argument the variables begin.
var speakers = map[string]struct {
	prefix   string
	id, vars int
}{
	"note": {"note.", 1, 3}, "rule": {"note.", 1, 2}, "step": {"step.", 0, 2}, "event": {"event.", 0, 3},
	"Calc": {"cond.", 0, 2}, "Weigh": {"cond.", 0, 2},
}

// spokenIn reads the source of a package for the messages it asks for.
func spokenIn(t *testing.T, dir string) (all []spoken) {
	t.Helper()
	paths, err := filepath.Glob(dir + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(set, path, src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		text := func(n ast.Node) string { return string(src[set.Position(n.Pos()).Offset:set.Position(n.End()).Offset]) }
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			s, ok := speakers[sel.Sel.Name]
			if !ok || len(call.Args) <= s.id {
				return true
			}
			place := set.Position(call.Pos()).String()
			id, err := literal(call.Args[s.id])
			switch key := sel.Sel.Name + " " + text(call.Args[s.id]); {
			case err == nil:
				x := spoken{id: s.prefix + id, place: place}
				for i := s.vars; i < len(call.Args); i += 2 {
					if name, err := literal(call.Args[i]); err == nil {
						x.vars = append(x.vars, name)
					}
				}
				all = append(all, x)
			case built[key] != nil:
				for _, x := range built[key] {
					x.place = place
					all = append(all, x)
				}
			case key != "note string(cite)" && key != "Calc name": // rule itself, hasGaps itself
				t.Errorf("%s: %s: which messages are these?", place, key)
			}
			return true
		})
	}
	return all
}

func literal(e ast.Expr) (string, error) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", strconv.ErrSyntax
	}
	return strconv.Unquote(lit.Value)
}

var variable = regexp.MustCompile(`\{\{\.([A-Za-z]+)\}\}`)

// Every note, step and condition that code speaks of has its words in every
// language, with no variable but those that are passed; no words are left over.
func TestMessages(t *testing.T) {
	all := slices.Concat(spokenIn(t, "../forms"), spokenIn(t, "."))
	for _, name := range []string{"own-income-has-gaps", "danes-income-has-gaps"} {
		all = append(all, spoken{id: "cond." + name, place: "hasGaps"})
	}
	for _, m := range all {
		if id, ok := strings.CutPrefix(m.id, "event."); ok { // a title, and what it says
			if _, known := habits[id]; !known {
				t.Errorf("%s: how is %q kept?", m.place, id)
			}
			all = append(all, spoken{m.id + ".says", m.place, m.vars})
		}
	}
	if len(all) < 120 {
		t.Fatalf("only %d messages found", len(all))
	}
	for _, tag := range []string{"en", "da"} {
		texts, used := messages(t, tag), map[string]bool{}
		for _, m := range all {
			used[m.id] = true
			text, ok := texts[m.id]
			if !ok {
				t.Errorf("%s: %s: no message %q", m.place, tag, m.id)
			}
			for _, v := range variable.FindAllStringSubmatch(text, -1) {
				if !slices.Contains(m.vars, v[1]) {
					t.Errorf("%s: %s: %s wants {{.%s}}, which is not among %v", m.place, tag, m.id, v[1], m.vars)
				}
			}
		}
		for _, id := range slices.Sorted(maps.Keys(texts)) {
			kind, _, _ := strings.Cut(id, ".")
			if slices.Contains([]string{"note", "step", "cond", "event"}, kind) && !used[id] {
				t.Errorf("%s: nothing speaks of %q", tag, id)
			}
		}
	}
}

// What the closed sets of the answer may hold has its words too.
func TestWords(t *testing.T) {
	var ids []string
	add := func(prefix string, names ...string) {
		for _, n := range names {
			ids = append(ids, prefix+n)
		}
	}
	for _, s := range forms.Schemes {
		add("", "scheme."+s.ID, "outcome."+string(s.Outcome))
	}
	docs, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		add("", "doc."+d.ID, "doc."+d.ID+".hint", "from."+d.From, "need."+string(d.Need), fmt.Sprintf("group.%d", d.Group))
	}
	add("group.", strconv.Itoa(Groups+1))
	add("outcome.", string(forms.Undecided))
	add("status.", profile.DocStatus("").Choices()...)
	add("status.", "have", "missing", "do", "confirm", "optional")
	add("deadline.", "biometrics", "leave-limit", "re-enter-by", "extend-before", "residence-reached", "dispensation-ends", "if")
	add("day.", "opens", "permit-until", "biometrics", "leave-limit", "re-enter-by", "extend-before", "residence-reached", "dispensation-ends")
	add("because.", "four-years", "five-years", "passport", "employment", "phd")
	for _, s := range []forms.State{forms.NotYet, forms.Open, forms.LastDay, forms.ExpiryDay, forms.Closed, forms.Empty, forms.Always} {
		add("state.", string(s))
	}
	add("calendar.", string(Deadline), string(Start), string(Mark))
	for _, h := range habits {
		add("note.", h.notes...)
	}
	add("start.", string(forms.FiledToday), string(forms.FiledOnOpening))
	add("branch.", "limit-temporary", "limit-possible-permanent", "limit-after-legal-residence", "limit-permanent", "limit-accompanying")
	add("test.", "permit.expires.met", "permit.expires.unmet", "stay_abroad.left_on.met", "stay_abroad.left_on.unmet")
	add("covered.", "first", "no-dispensation", "other-form", "minor", "alone", "yes", "no", "open")
	add("sure.", "H", "M", "L")
	add("severity.", string(forms.Info), string(forms.Warning), string(forms.Blocking))
	for _, tag := range []string{"en", "da"} {
		texts := messages(t, tag)
		for _, id := range ids {
			if texts[id] == "" {
				t.Errorf("%s: no message %q", tag, id)
			}
		}
		for id := range texts {
			if name, ok := strings.CutPrefix(id, "doc."); ok && !slices.Contains(IDs(), strings.TrimSuffix(name, ".hint")) {
				t.Errorf("%s: %q is of no document", tag, id)
			}
			if name, ok := strings.CutPrefix(id, "scheme."); ok {
				if _, known := forms.ByID(name); !known {
					t.Errorf("%s: %q is of no scheme", tag, id)
				}
			}
		}
	}
}
