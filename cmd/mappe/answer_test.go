package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// call runs the command inside the test.
func call(stdin []byte, args ...string) (stdout, stderr string, code int) {
	var out, err bytes.Buffer
	code = run(args, bytes.NewReader(stdin), &out, &err)
	return out.String(), err.String(), code
}

// looked is a profile and the day on which it is looked at.
type looked struct {
	on  string
	src []byte
}

// worked are all worked cases and every example on two days, by name.
func worked(t *testing.T) map[string]looked {
	t.Helper()
	all := map[string]looked{}
	cases, _ := filepath.Glob("../../testdata/cases/*.yaml")
	for _, path := range cases {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var c struct {
			ID, On  string
			Profile yaml.Node
		}
		if err := yaml.Load(src, &c); err != nil {
			t.Fatal(err)
		}
		if src, err = yaml.Dump(&c.Profile); err != nil {
			t.Fatal(err)
		}
		all[c.ID] = looked{c.On, src}
	}
	paths, _ := filepath.Glob(filepath.Join(examples, "*", "case.yaml"))
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(filepath.Dir(path))
		all[name] = looked{"2026-11-22", src}
		all[name+" in 2027"] = looked{"2027-01-10", src}
	}
	all["a gap between the rates"] = looked{"2022-06-01", []byte(`{mappe: 1, goal: extend, applicants: [{id: a, permit: {basis: accompanying-family, expires: 2022-07-31}, relation: spouse,
		lives_together: true, sponsor: {status: permanent, ground: work, occupation: employed}, passport: {expires: 2030-01-01}}]}`)}
	if len(all) < 35 {
		t.Fatalf("%d cases, want at least 35", len(all))
	}
	return all
}

// answers are what check --json says of every worked case and every example,
// with the exit code.
func answers(t *testing.T) map[string]answered {
	t.Helper()
	all := map[string]answered{}
	for name, c := range worked(t) {
		out, errors, code := call(c.src, "check", "-", "--json", "--on", c.on)
		a := answered{code: code}
		if err := json.Unmarshal([]byte(out), &a.value); err != nil {
			t.Fatalf("%s: exit code %d, %v\n%s%s", name, code, err, out, errors)
		}
		all[name] = a
	}
	return all
}

type answered struct {
	value map[string]any
	code  int
}

// The shape that users rely on: every key with its kind. A kind that ends in
// "?" may be absent; "known" and "free" are looked at with the fee.
var shapes = map[string]map[string]string{
	"answer": {"mappe": "number", "on": "day", "case": "string", "applicants": "list of applicant",
		"applications": "list of application", "fee": "fee", "rulebook": "rulebook"},
	"applicant": {"id": "name", "outcome": "name", "scheme": "string", "form": "string", "variant": "string", "authority": "string",
		"cite": "string?", "covered_by": "string", "window": "window?", "deadlines": "list of deadline", "counts": "list of count?", "permit_until": "day?",
		"permit_until_because": "string?", "permit_until_cite": "string?", "documents": "list of document", "steps": "list of step",
		"notes": "list of note", "ask": "list of question", "possible": "list of name"},
	"window": {"opens": "day?", "opens_cite": "string?", "last_safe_day": "day?", "last_safe_day_cite": "string?",
		"expires": "day?", "state": "name?"}, // no state while a bound is not known yet
	"count": {"id": "name", "from": "day", "to": "day", "needed": "name", "have": "name", "abroad": "name", "abroad_counted": "name",
		"reached": "day?", "cite": "name"},
	"deadline":    {"id": "name", "on": "day", "if": "name?", "cite": "name"},
	"document":    {"id": "name", "number": "name", "need": "name", "from": "name", "have": "bool", "status": "name", "text": "name", "cite": "string"}, // no cite where nobody asks for it
	"step":        {"id": "name", "text": "name", "cite": "name"},
	"note":        {"id": "name", "severity": "name", "text": "name", "cite": "name"},
	"question":    {"applicant": "string", "fact": "name", "kind": "name", "choices": "list of name", "text": "name", "why": "name"},
	"application": {"form": "name", "applicants": "list of name", "fee": "fee"},
	"fee": {"status": "name", "each": "number?", "total": "number?", "currency": "name?", "from": "day?", "to": "day?",
		"source": "name?", "cite": "name?", "last": "last?"},
	"last":     {"dkk": "number", "from": "day", "to": "day"},
	"rulebook": {"digest": "name", "checked": "day"},
}

// misfit says at which places a value does not have the shape.
func misfit(at string, v any, kind string) (wrong []string) {
	ok := true
	switch kind, isList := strings.CutPrefix(kind, "list of "); {
	case isList:
		var list []any
		if list, ok = v.([]any); ok {
			for i, x := range list {
				wrong = append(wrong, misfit(fmt.Sprintf("%s[%d]", at, i), x, kind)...)
			}
		}
	case kind == "string":
		_, ok = v.(string)
	case kind == "name":
		s, _ := v.(string)
		ok = s != ""
	case kind == "day":
		s, _ := v.(string)
		ok = len(s) == len("2026-11-22") && strings.Count(s, "-") == 2
	case kind == "number":
		_, ok = v.(float64)
	case kind == "bool":
		_, ok = v.(bool)
	default:
		var object map[string]any
		if object, ok = v.(map[string]any); ok {
			for key, kind := range shapes[kind] {
				kind, optional := strings.CutSuffix(kind, "?")
				if x, given := object[key]; given || !optional {
					wrong = append(wrong, misfit(at+"."+key, x, kind)...)
				}
			}
			for key := range object {
				if shapes[kind][key] == "" {
					wrong = append(wrong, at+"."+key+": not in the shape")
				}
			}
		}
	}
	if !ok {
		wrong = append(wrong, fmt.Sprintf("%s: %v is no %s", at, v, kind))
	}
	return wrong
}

func TestAnswerShape(t *testing.T) {
	if got := misfit("", map[string]any{"dkk": "1", "from": "2026-01-01", "more": 1}, "last"); len(got) != 3 {
		t.Fatalf("misfit found %q, want three", got)
	}
	for name, a := range answers(t) {
		for _, wrong := range misfit(name, a.value, "answer") {
			t.Error(wrong)
		}
		for _, x := range a.value["applicants"].([]any) {
			x := x.(map[string]any)
			if w, ok := x["window"].(map[string]any); ok && w["state"] == nil && len(x["ask"].([]any)) == 0 {
				t.Errorf("%s: nothing is open, yet the window has no state: %v", name, w)
			}
		}
	}
}

// The exit code follows from the outcomes: 3 if anybody is undecided, else 0
// if an application is due, else 4.
func TestExitCodeFollowsOutcomes(t *testing.T) {
	seen := map[int]bool{}
	for name, a := range answers(t) {
		var outcomes []string
		for _, x := range a.value["applicants"].([]any) {
			outcomes = append(outcomes, x.(map[string]any)["outcome"].(string))
		}
		want := 4
		if slices.Contains(outcomes, "file") {
			want = 0
		}
		if slices.Contains(outcomes, "undecided") {
			want = 3
		}
		seen[a.code] = true
		if a.code != want {
			t.Errorf("%s: exit code %d for %q, want %d", name, a.code, outcomes, want)
		}
	}
	if !seen[0] || !seen[4] {
		t.Errorf("saw the exit codes %v only", seen)
	}
}

// Amounts are numbers where they are known, 0 where the source says that it is
// free, and absent otherwise.
func TestFeeNumbers(t *testing.T) {
	seen := map[string]bool{}
	for name, a := range answers(t) {
		fees := []map[string]any{a.value["fee"].(map[string]any)}
		for _, x := range a.value["applications"].([]any) {
			fees = append(fees, x.(map[string]any)["fee"].(map[string]any))
		}
		for i, fee := range fees {
			status, each, total := fee["status"].(string), fee["each"], fee["total"]
			seen[status] = true
			ok := each == nil && total == nil && fee["currency"] == nil
			switch status {
			case "known":
				n, _ := total.(float64)
				ok = n > 0 && fee["currency"] == "DKK" && (i == 0 || each != nil)
			case "free":
				ok = each == 0.0 && total == 0.0
			}
			if !ok {
				t.Errorf("%s: fee %d: %v", name, i, fee)
			}
		}
	}
	for _, status := range []string{"known", "free", "not-stated", "not-published"} {
		if !seen[status] {
			t.Errorf("no case has the fee %q", status)
		}
	}
}
