package law

import (
	"crypto/sha256"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// slowly reads quotes as YAML, whatever their form.
func slowly(src []byte) ([]line[Quote], Complaints) {
	r := &raw{sum: sha256.New()}
	root := r.parse("quotes.yaml", src)
	if root == nil {
		return nil, r.Complaints
	}
	var quotes []line[Quote]
	for k, n := range r.pairs(root, place{"quotes.yaml", ""}) {
		l := line[Quote]{name: k.Value, file: "quotes.yaml", at: k.Line}
		l.sound = r.fill(&l.value, n, place{"quotes.yaml", l.name})
		quotes = append(quotes, l)
	}
	return quotes, r.Complaints
}

// Our own quotations are read quickly.
func TestQuickQuotes(t *testing.T) {
	src, err := files.ReadFile("quotes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	quick, ok := quickQuotes(src)
	if !ok || len(quick) < 200 {
		t.Fatalf("%d quotations, %t: write each on a line of its own", len(quick), ok)
	}
	same(t, src, quick)
	for _, other := range []string{
		"", "# nothing\n", "S0-01: {source: \"000\", line: 1, quote: \"x\"}\n", "S0-01: {source: \"000\", line: 1, quote: 'x'} # why\n",
		"S0-01: {source: \"000\", line: 01, quote: 'x'}\n", "S0-01: {source: \"000\", line: 1, quote: 'it's'}\n",
		"S0-01:\n  {source: \"000\", line: 1, quote: 'x'}\n", "- {source: \"000\", line: 1, quote: 'x'}\n",
		"S0-01: {source: \"000\", line: 1, quote: 'x'}\nS0-01: {source: \"000\", line: 2, quote: 'y'}\n",
		"S0-01: {source: \"000\", line: 1, quote: 'a\u2028b'}\n", "S0-01: {source: \"000\", line: 1, quote: 'x'}\r\n",
	} {
		if got, ok := quickQuotes([]byte(other)); ok {
			t.Errorf("%q was read quickly: %+v", other, got)
		}
	}
}

func same(t *testing.T, src []byte, quick []line[Quote]) {
	t.Helper()
	slow, complaints := slowly(src)
	if len(complaints) > 0 {
		t.Fatalf("read quickly, and yet: %v\n%q", complaints, src)
	}
	if diff := cmp.Diff(slow, quick, cmp.AllowUnexported(line[Quote]{})); diff != "" {
		t.Fatalf("%q (-yaml +quick):\n%s", src, diff)
	}
}

// What is read quickly is what YAML makes of it.
func FuzzQuickQuotes(f *testing.F) {
	f.Add([]byte("S0-01: {source: \"000\", line: 1, quote: 'it''s here'}\n\n# why\nX-1: {source: \"\", line: 0, quote: ''}"))
	f.Add([]byte("null: {source: \"true\", line: 12, quote: ' # { : - '}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if quick, ok := quickQuotes(src); ok {
			same(t, src, quick)
		}
	})
}
