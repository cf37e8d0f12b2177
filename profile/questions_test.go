package profile

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookup(t *testing.T) {
	for _, want := range []Question{
		{Key: "goal", Kind: "choice", Choices: []string{"keep", "extend", "permanent-eu", "permanent"}},
		{Key: "permit.expires", Kind: "date"},
		{Key: "mitid", Kind: "bool"},
		{Key: "income", Kind: "periods"},
		{Key: "danish_family_member.income", Kind: "periods"},
		{Key: "document_languages", Kind: "languages"},
		{Key: "language", Kind: "language", Volunteered: true, Printed: true},
		{Key: "representative.kind", Kind: "choice", Choices: []string{"none", "solicitor", "other"}, Volunteered: true},
		{Key: "absences", Kind: "absences", Volunteered: true},
		{Key: "work", Kind: "work", Volunteered: true},
		{Key: "documents", Kind: "documents", Volunteered: true},
		{Key: "citizenship", Kind: "countries", Volunteered: true},
		{Key: "stay_abroad.country", Kind: "country", Volunteered: true, Printed: true},
		{Key: "sponsor.name", Kind: "name", Volunteered: true, Printed: true},
		{Key: "cpr", Kind: "text", Volunteered: true, Printed: true},
	} {
		got, ok := Lookup(want.Key)
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("%s: %v (-want +got)\n%s", want.Key, ok, diff)
		}
	}
	for _, none := range []Key{"", "id", "permit", "permit.expiry", "applicants", "mappe", "case"} {
		if q, ok := Lookup(none); ok {
			t.Errorf("%q is a question: %+v", none, q)
		}
	}
}

// Every fact is put under some goal, or is volunteered; only the representative
// is both.
func TestQuestionsPlaced(t *testing.T) {
	seen := map[Key]bool{}
	for _, q := range Questions() {
		if seen[q.Key] {
			t.Errorf("%s comes twice", q.Key)
		}
		seen[q.Key] = true
		if q.Kind == "" || (q.Kind == "choice") != (len(q.Choices) > 0) {
			t.Errorf("%s: kind %q, choices %q", q.Key, q.Kind, q.Choices)
		}
		asked := slices.ContainsFunc(goals, func(g Goal) bool { return Order(g, q.Key) != Unlisted })
		if asked == q.Volunteered && q.Key != RepresentedBy.Key {
			t.Errorf("%s: asked %v, volunteered %v", q.Key, asked, q.Volunteered)
		}
	}
}

var goals = []Goal{Keep, Extend, PermanentEU, Permanent}

// Every handle of facts.go has the key of a fact; and as it decides, it is not
// only printed. Every other fact is only printed, or answers another.
func TestHandles(t *testing.T) {
	handles := handleKeys(t)
	for _, k := range handles {
		if q, ok := Lookup(k); !ok || q.Printed {
			t.Errorf("%s: known %v, printed only %v", k, ok, q.Printed)
		}
	}
	for _, q := range Questions() {
		if !slices.Contains(handles, q.Key) && !q.Printed && q.Key != "documents" && q.Key != "citizenship" {
			t.Errorf("%s decides nothing, yet it is not marked as printed", q.Key)
		}
	}
}

// handleKeys are the keys that facts.go gives to fact and in.
func handleKeys(t *testing.T) (keys []Key) {
	file, err := parser.ParseFile(token.NewFileSet(), "facts.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) < 2 {
			return true
		}
		if lit, ok := call.Args[0].(*ast.BasicLit); ok {
			k, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			keys = append(keys, Key(k))
		}
		return true
	})
	if len(keys) < 40 {
		t.Fatalf("facts.go has %d handles", len(keys))
	}
	return keys
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		goal Goal
		keys []Key
	}{
		{Keep, []Key{"goal", "permit.kind", "stay_abroad.conflict_area", "permit.basis", "stay_abroad.reason",
			"stay_abroad.home_with_refugee", "born", "stay_abroad.left_on", "permit.exempted_before_july_2025",
			"stay_abroad.returns_on", "permit.expires", "stay_abroad.in_europe", "stay_abroad.home_kept", "permit.from_siri",
			"stay_abroad.prevented_from_returning", "stay_abroad.in_cpr", "filing", "applies_with_adult", "relation",
			"lives_together", "mitid"}},
		{Extend, []Key{"goal", "permit.basis", "sponsor.status", "sponsor.ground", "permit.expires", "relation", "born",
			"moved_out", "permit.first_before_18", "lives_together", "permit.same_grounds_since", "passport.expires",
			"sponsor.occupation", "sponsor.occupation_ends", "one_parent_in_denmark", "joint_custody", "consent_was_limited",
			"document_languages"}},
		{PermanentEU, []Key{"goal", "permit.basis", "permit.eu_residence_since", "permit.card_expires", "eu_citizen", "filing",
			"representative.kind", "income", "danish_family_member.income"}},
		{Permanent, []Key{"goal", "permit.legal_since"}},
	} {
		for i := 1; i < len(c.keys); i++ {
			if a, b := Order(c.goal, c.keys[i-1]), Order(c.goal, c.keys[i]); a >= b || b == Unlisted {
				t.Errorf("%s: %s at %d, %s at %d", c.goal, c.keys[i-1], a, c.keys[i], b)
			}
		}
	}
	for _, c := range []struct {
		goal Goal
		key  Key
	}{{Extend, "permit.kind"}, {Keep, "citizenship"}, {PermanentEU, "citizenship"}, {"", "permit.basis"}, {"move", "permit.basis"}} {
		if got := Order(c.goal, c.key); got != Unlisted {
			t.Errorf("%q asks for %s at %d", c.goal, c.key, got)
		}
	}
	if Order("", "goal") != 0 {
		t.Error("the goal is not the first question")
	}
}

// A fact stands once in a group; it comes again only under keep, for other
// cases than before.
func TestGroups(t *testing.T) {
	for _, g := range goals {
		groups, seen := Groups(g), map[Key]bool{}
		var again []Key
		for i, group := range groups {
			for j, k := range group {
				if slices.Contains(group[:j], k) {
					t.Errorf("%s, group %d: %s twice", g, i, k)
				}
				if seen[k] {
					again = append(again, k)
				}
				seen[k] = true
			}
		}
		var want []Key
		if g == Keep {
			want = []Key{"stay_abroad.left_on", "stay_abroad.returns_on", "permit.legal_since", "born", "born"}
		}
		if diff := cmp.Diff(want, again); diff != "" {
			t.Errorf("%s asks again for (-want +got)\n%s", g, diff)
		}
		groups[0][0] = "spoilt"
		if Groups(g)[0][0] == "spoilt" {
			t.Errorf("%s: the groups are not a copy", g)
		}
	}
}

func TestScriptComplains(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"order: {keep: [[permit.expiry]]}", `order.keep: unknown fact "permit.expiry"`},
		{"order: {keep: [[id]]}", `order.keep: unknown fact "id"`},
		{"order: {move: [[born]]}", `unknown goal "move"`},
		{"volunteered: [permit]", `unknown fact "permit"`},
		{"volunteered: [sex]\nprinted: [sex]", `"sex" is listed twice`},
		{"kinds: {born: date}", "kinds"},
		{"order: {keep: [born]}", "questions.yaml"},
	} {
		if _, err := newScript([]byte(c.src)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.src, err, c.want)
		}
	}
}
