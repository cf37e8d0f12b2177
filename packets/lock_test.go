package packets

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/page"
	"mappe/internal/pdf"
)

// packeted are the examples that have a packet.
var packeted = []string{
	"../examples/mf4-family/case.yaml", "../examples/od2d-gaps/case.yaml",
	"../examples/bf1-secondment/case.yaml", "../examples/bf23-paper/case.yaml",
}

// locked are a packet and its lock.
func locked(t testing.TB, k *Packet) ([]byte, *Lock) {
	t.Helper()
	var out pdf.Memory
	l, err := k.Write(&out)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), l
}

// each does something with the first packet of every example.
func each(t *testing.T, c Copy, do func(t *testing.T, k *Packet)) {
	for _, path := range packeted {
		k := planned(t, path, "en", c)[0]
		t.Run(string(c)+" "+k.Name, func(t *testing.T) { do(t, k) })
	}
}

// A page that prints a rule rests on it, and so it is in the lock.
func TestLockHasTheRulesThatArePrinted(t *testing.T) {
	id := regexp.MustCompile(`\b[SXM]\d?-\d\d\b`)
	for _, lang := range []string{"en", "da"} {
		for _, path := range append(packeted, "../testdata/hard/forty.yaml") {
			for _, k := range planned(t, path, lang, ForApplicant) {
				_, l := locked(t, k)
				var rules []string
				for i, r := range l.Rules {
					if r.Source == "" || r.Read.IsZero() || r.Text == "" {
						t.Errorf("%s: rule %+v says too little", k.Name, r)
					}
					if i > 0 && l.Rules[i-1].ID >= r.ID {
						t.Errorf("%s: rule %s after %s", k.Name, r.ID, l.Rules[i-1].ID)
					}
					rules = append(rules, r.ID)
				}
				if len(rules) < 10 {
					t.Errorf("%s: only %v", k.Name, rules)
				}
				for _, p := range k.pieces {
					if p.input != nil {
						continue
					}
					var text bytes.Buffer
					if err := page.Text(&text, p.doc, 100); err != nil {
						t.Fatal(err)
					}
					for _, printed := range id.FindAllString(text.String(), -1) {
						if !slices.Contains(rules, printed) {
							t.Errorf("%s: %s prints %s, which the lock has not", k.Name, p.item, printed)
						}
					}
				}
				for _, it := range l.Items {
					if it.Rule != "" && !slices.Contains(rules, it.Rule) {
						t.Errorf("%s: item %s rests on %s, which the lock has not", k.Name, it.Number, it.Rule)
					}
				}
			}
		}
	}
}

// What the lock says of the body is the same in both copies, page by page: the
// applicant's has pages before it.
func TestLocksOfCopiesAgree(t *testing.T) {
	for _, path := range []string{"../examples/od2d-gaps/case.yaml", "../examples/bf23-paper/case.yaml"} {
		mine, theirs := planned(t, path, "en", ForApplicant), planned(t, path, "en", ForAuthority)
		for i := range mine {
			if len(theirs[i].Holes) > 0 {
				continue
			}
			_, a := locked(t, mine[i])
			_, b := locked(t, theirs[i])
			front := mine[i].Front
			a.Pages = a.Pages[front:]
			for i := range a.Pages {
				for n := range a.Pages[i].Links {
					a.Pages[i].Links[n] -= front
				}
				a.Pages[i].Sum, b.Pages[i].Sum = "", ""
			}
			marks := slices.IndexFunc(a.Marks, func(m LockMark) bool { return m.Sheet > front })
			a.Marks = a.Marks[marks:]
			for i := range a.Marks {
				a.Marks[i].Sheet -= front
			}
			a.Copy = b.Copy
			if diff := cmp.Diff(a, b); diff != "" {
				t.Errorf("%s (-applicant +authority):\n%s", mine[i].Name, diff)
			}
		}
	}
}

// Every page is told, and every item has the pages that belong to it.
func TestLockHasEveryPage(t *testing.T) {
	each(t, ForApplicant, func(t *testing.T, k *Packet) {
		_, l := locked(t, k)
		if len(l.Pages) != k.Front+k.Body {
			t.Fatalf("%d pages, want %d and %d", len(l.Pages), k.Front, k.Body)
		}
		at := 0
		for _, x := range k.pieces {
			for n := range x.count() {
				q := l.Pages[at]
				at++
				if q.Kind != x.kind || q.Width == 0 || q.Left == "" || q.Right == "" || q.Label == "" {
					t.Errorf("sheet %d: %+v", at, q)
				}
				if x.front != (q.Item < 0) {
					t.Errorf("sheet %d: item %d", at, q.Item)
				}
				if q.Item >= 0 {
					it := l.Items[q.Item]
					if want := x.item; strings.TrimSpace(it.Number+" "+it.Title) != want {
						t.Errorf("sheet %d: item %q, want %q", at, it.Number+" "+it.Title, want)
					}
				}
				if x.input != nil && (l.Files[q.File].Path != x.input.Path || q.Page != x.pages[n]) {
					t.Errorf("sheet %d: of %s page %d, want %s page %d", at, l.Files[q.File].Path, q.Page, x.input.Path, x.pages[n])
				}
			}
		}
	})
}

// Where the stamp has no room the lock says what is printed.
func TestLockSaysTheStampAsPrinted(t *testing.T) {
	for _, tc := range []struct {
		name  string
		width float64
		want  string
	}{
		{"Maria  Kovalenko", 600, "Maria Kovalenko · MF4 · 2.1 Passport"},
		{"Maria  Kovalenko", 170, "Maria Kovalenko · MF4 · …"},
		{"Maria  Kovalenko", 120, "Maria Kovale…"},
		{"Maria  Kovalenko", 40, ""},
		{"ليلى حداد", 600, "ليلى حداد · MF4 · 2.1 Passport"},
	} {
		at := stamped{left: apart(tc.name, "MF4", "2.1 Passport"), right: "page 1"}
		words, err := page.Stamp{Left: at.left, Right: at.right, Width: tc.width, Height: 800}.Words()
		if err != nil {
			t.Fatal(err)
		}
		var printed strings.Builder
		for _, w := range words {
			printed.WriteString(w.Run.Text)
		}
		got := laidOn(&pdf.Sheet{}, at, words).left
		if got != tc.want || got+at.right != bare(printed.String()) {
			t.Errorf("%v points wide: %q, want %q; printed is %q", tc.width, got, tc.want, printed.String())
		}
	}
}
