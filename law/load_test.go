package law

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the complaints of testdata/bad anew")

// sound is a small book without a fault.
func sound() fstest.MapFS {
	return fstest.MapFS{
		"sources.yaml": {Data: []byte(`- {id: "004", title: MF4, authority: SIRI, kind: captured, read: 2026-11-22}`)},
		"quotes.yaml":  {Data: []byte(`S4-09: {source: "004", line: 33, quote: 'at the earliest'}`)},
		"fees.yaml":    {Data: []byte("checked: 2026-11-22\nMF4: [{dkk: 2880, confidence: H, source: \"004\"}]\n")},
		"periods.yaml": {Data: []byte("checked: 2026-11-20\nmf4-opens: [{months: 3, cite: S4-09}]\n")},
	}
}

func TestLoad(t *testing.T) {
	b, err := Load(sound())
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Checked.String(); got != "2026-11-20" {
		t.Errorf("checked on %s: a book is as old as its older half, 2026-11-20", got)
	}
	if b.Sentence("S4-09") != "at the earliest" || b.Sentence("X-22") != "" {
		t.Errorf("sentences: %q, %q", b.Sentence("S4-09"), b.Sentence("X-22"))
	}
	if _, ok := b.Source("004"); !ok {
		t.Error("source 004 is not found")
	}
	if s, ok := b.Source("005"); ok {
		t.Errorf("source 005 is %+v", s)
	}
	for name := range sound() {
		changed := sound()
		changed[name].Data = append(changed[name].Data, "\n# changed\n"...)
		if c, err := Load(changed); err != nil || c.Digest == b.Digest {
			t.Errorf("a change of %s does not change the digest %s: %v", name, b.Digest, err)
		}
		delete(changed, name)
		if _, err := Load(changed); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("a book without %s: %v", name, err)
		}
	}
	again, err := Load(sound())
	if err != nil || again.Digest != b.Digest || !strings.HasPrefix(b.Digest, "sha256:") {
		t.Errorf("digests %q and %q, %v", b.Digest, again.Digest, err)
	}
}

// Every archive holds the broken files of a book, which is otherwise sound, and
// the complaint about them.
func TestLoadComplains(t *testing.T) {
	paths, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d archives, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			book, last := sound(), len(a.Files)-1
			for _, f := range a.Files[:last] {
				if book[f.Name] == nil {
					t.Fatalf("%s is no file of a rule book", f.Name)
				}
				book[f.Name].Data = f.Data
			}
			b, err := Load(book)
			if err == nil {
				t.Fatalf("no complaint; read %+v", b)
			}
			got := err.Error() + "\n"
			if *update {
				a.Files[last].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[last].Data), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
