package law

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// captured are the captured pages by source id. They are not part of mappe:
// outside CI a machine without them skips the test, and says so.
func captured(t *testing.T) map[string][]byte {
	t.Helper()
	const dir = "../../shared/law/sources"
	paths, err := filepath.Glob(dir + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatalf("no captured pages in %s: CI must have them", dir)
		}
		t.Skipf("no captured pages in %s: the quotations are not compared with them", dir)
	}
	pages := map[string][]byte{}
	for _, path := range paths {
		id, _, _ := strings.Cut(filepath.Base(path), "_")
		if pages[id], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

// fold makes one space of no-break spaces and of every run of white space.
func fold(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
}

func TestQuotesAreVerbatim(t *testing.T) {
	pages, b := captured(t), ours(t)
	lines := map[string][]string{}
	for id, page := range pages {
		lines[id] = strings.Split(string(page), "\n")
	}
	for c, q := range b.Quotes {
		page, ok := lines[q.Source]
		switch {
		case !ok:
			t.Errorf("%s: no captured page %q", c, q.Source)
		case q.Line < 1 || q.Line > len(page):
			t.Errorf("%s: page %s has no line %d", c, q.Source, q.Line)
		case fold(q.Quote) == "" || fold(q.Quote) != q.Quote:
			t.Errorf("%s: white space is not folded: %q", c, q.Quote)
		case !strings.Contains(fold(page[q.Line-1]), q.Quote):
			t.Errorf("%s: not on line %d of page %s: %q; the line: %q", c, q.Line, q.Source, q.Quote, fold(page[q.Line-1]))
		case string(c[:3]) != "S"+q.Source[2:]+"-":
			t.Errorf("%s: a rule of page %s has another number", c, q.Source)
		}
	}
}

func TestCapturedPagesAreThoseThatWereRead(t *testing.T) {
	pages, b := captured(t), ours(t)
	for _, s := range b.Sources {
		if s.Kind != "captured" {
			continue
		}
		page, ok := pages[s.ID]
		if got := fmt.Sprintf("%x", sha256.Sum256(page)); !ok || got != s.SHA256 {
			t.Errorf("source %s: the captured page has SHA-256 %s, sources.yaml says %s", s.ID, got, s.SHA256)
		}
		delete(pages, s.ID)
	}
	for id := range pages {
		t.Errorf("captured page %s is not in sources.yaml", id)
	}
}

// Every source is there for a reason: a captured page is quoted, a number rests
// on a secondary one. What only words rest on is background. What every source
// must say of itself is the loader's to check.
func TestSources(t *testing.T) {
	b := ours(t)
	used := map[string]bool{}
	for _, q := range b.Quotes {
		used[q.Source] = true
	}
	for _, d := range b.Fees {
		for _, v := range d.Values {
			used[v.Source] = true
		}
	}
	for _, d := range b.Periods {
		for _, v := range d.Values {
			used[v.Source] = true
		}
	}
	for _, s := range b.Sources {
		switch {
		case s.Kind == "background" && used[s.ID]:
			t.Errorf("source %s: a number rests on it, so it is secondary, not background", s.ID)
		case (s.Kind == "captured" || s.Kind == "secondary") && !used[s.ID]:
			t.Errorf("source %s: nothing rests on it", s.ID)
		}
	}
}

func ours(t *testing.T) *Book {
	t.Helper()
	b, err := Ours()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
