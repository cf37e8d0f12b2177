package packets

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// example is the checklist of an example on the day that its scans are made
// for, and a voice to speak of it.
func example(t testing.TB, path, lang string) (*checklist.Checklist, Voice) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Decode(path, src)
	if err != nil {
		t.Fatal(err)
	}
	ours, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	on := civil.MustParse("2026-11-22")
	book := new(*ours)
	book.Checked = on // a later comparison with the sources changes no golden
	a, err := forms.Assess(p, on, book)
	if err != nil {
		t.Fatal(err)
	}
	l, err := checklist.Build(a)
	if err != nil {
		t.Fatal(err)
	}
	printer, err := locales.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return l, Voice{Printer: printer, Book: book}
}

// decided is the checklist of a profile on a day.
func decided(t *testing.T, name string, src []byte, on string) *checklist.Checklist {
	t.Helper()
	p, err := profile.Decode(name, src)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	a, err := forms.Assess(p, civil.MustParse(on), book)
	if err != nil {
		t.Fatal(err)
	}
	l, err := checklist.Build(a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// surveyed are the files of a case, which stay open until the test ends.
func surveyed(t testing.TB, path string, l *checklist.Checklist) Inputs {
	t.Helper()
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	in, err := Survey(root, l)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// planned are the packets of an example.
func planned(t testing.TB, path, lang string, c Copy) []*Packet {
	t.Helper()
	l, v := example(t, path, lang)
	in := surveyed(t, path, l)
	var plans []*Packet
	for i := range l.Applications {
		k, err := Plan(l, i, in, v, Style{Copy: c})
		if err != nil {
			t.Fatal(err)
		}
		plans = append(plans, k)
	}
	return plans
}

// TestGoldens keeps every packet of the examples as text that a person can
// review: the plan, then the words of every generated page.
func TestGoldens(t *testing.T) {
	paths, err := filepath.Glob("../examples/*/case.yaml")
	if err != nil || len(paths) != 5 {
		t.Fatalf("%d examples, %v", len(paths), err)
	}
	for _, path := range paths {
		for _, lang := range locales.Authoritative() {
			name := filepath.Base(filepath.Dir(path)) + "." + lang
			t.Run(name, func(t *testing.T) {
				var b bytes.Buffer
				l, v := example(t, path, lang)
				if len(l.Applications) == 0 {
					if err := page.Text(&b, v.List(l), 100); err != nil {
						t.Fatal(err)
					}
				}
				for _, k := range planned(t, path, lang, ForApplicant) {
					b.WriteString("######## " + k.String())
					for _, p := range k.pieces {
						if p.input != nil {
							continue
						}
						b.WriteString("\n######## " + p.item + "\n\n")
						if err := page.Text(&b, p.doc, 100); err != nil {
							t.Fatal(err)
						}
					}
				}
				golden(t, filepath.Join("testdata", "golden", name+".txt"), b.Bytes())
			})
		}
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./packets -run TestGoldens -update", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got); if it is meant: go test ./packets -run TestGoldens -update\n%s", path, diff)
	}
}

// TestCopiesAgree: the body is the same in both copies, page by page.
func TestCopiesAgree(t *testing.T) {
	for _, path := range []string{"../examples/mf4-family/case.yaml", "../examples/od2d-gaps/case.yaml"} {
		mine, theirs := planned(t, path, "en", ForApplicant), planned(t, path, "en", ForAuthority)
		for i := range mine {
			if theirs[i].Front != 0 || mine[i].Front == 0 || mine[i].Body != theirs[i].Body {
				t.Errorf("%s: front %d and %d, body %d and %d", mine[i].Name, mine[i].Front, theirs[i].Front, mine[i].Body, theirs[i].Body)
			}
			var a, b []string
			for _, x := range mine[i].list()[mine[i].Front:] {
				a = append(a, x.left+" "+x.right)
			}
			for _, x := range theirs[i].list() {
				b = append(b, x.left+" "+x.right)
			}
			if diff := cmp.Diff(a, b); diff != "" {
				t.Errorf("%s: stamps differ (-applicant +authority)\n%s", mine[i].Name, diff)
			}
		}
	}
}

// TestWordsHaveGlyphs: a message that a page cannot draw would be refused only
// when somebody needs it.
func TestWordsHaveGlyphs(t *testing.T) {
	variable := regexp.MustCompile(`\{\{[^}]*\}\}`)
	for _, tag := range locales.Tags() {
		for _, m := range messages(t, tag) {
			for _, text := range m.Forms {
				if r, bad := page.Unprintable(variable.ReplaceAllString(text, "")); bad {
					t.Errorf("%s: %s: %q (U+%04X) cannot be printed", tag, m.ID, r, r)
				}
			}
		}
	}
}

func TestFileName(t *testing.T) {
	for _, tc := range []struct{ label, form, want string }{
		{"Kovalenko family", "MF4", "kovalenko-family-maria-mf4.pdf"},
		{"Sørensen & Łęcki / Ærø", "BF2-3/US", "soerensen-lecki-aeroe-maria-bf2-3-us.pdf"},
		{"", "OD2/D", "case-maria-od2-d.pdf"},
		{"Коваленко", "BF1/US", "case-64551b42-maria-bf1-us.pdf"},
		{"../../etc/passwd", "MF4", "etc-passwd-maria-mf4.pdf"},
	} {
		if got := fileName(tc.label, "maria", tc.form); got != tc.want {
			t.Errorf("%q: %q, want %q", tc.label, got, tc.want)
		}
	}
}

// A long name leaves room for the item in a stamp.
func TestStampsNameTheItem(t *testing.T) {
	k := planned(t, "../testdata/hard/long-names.yaml", "da", ForApplicant)[0]
	for _, x := range k.list() {
		words, err := page.Stamp{Left: x.left, Right: x.right, Lang: "da"}.Words()
		if err != nil {
			t.Fatal(err)
		}
		var read strings.Builder
		for _, w := range words {
			read.WriteString(w.Run.Text)
		}
		if item, _, _ := strings.Cut(x.piece.item, " "); !strings.Contains(read.String(), "\u2068"+item) {
			t.Errorf("page %s: %q does not say %q", x.label, read.String(), x.piece.item)
		}
		if got := []rune(k.person); len(got) <= 36 || !strings.Contains(x.left, string(got[:35])+"…") {
			t.Errorf("page %s: %q has not the beginning of %q", x.label, x.left, k.person)
		}
	}
}

func TestRanges(t *testing.T) {
	for want, pages := range map[string][]int{"": nil, "1": {1}, "1-3, 7": {1, 2, 3, 7}, "5, 2-3": {5, 2, 3}, "2, 2": {2, 2}} {
		if got := ranges(pages, "-"); got != want {
			t.Errorf("%v: %q, want %q", pages, got, want)
		}
	}
	for n, want := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 1999: "mcmxcix"} {
		if got := roman(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
