package law

import (
	"bytes"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
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
		"sources.yaml": {Data: []byte(`- {id: "004", title: MF4, authority: SIRI, kind: captured, dated: undated, read: 2026-11-20, sha256: ` + strings.Repeat("0", 64) + `}`)},
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
	for path, a := range archivesOf(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
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

func archivesOf(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d archives, %v", len(paths), err)
	}
	all := map[string]*txtar.Archive{}
	for _, path := range paths {
		if all[path], err = txtar.ParseFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// What is no file to read is said so, whatever stands in its place.
func TestLoadFiles(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(fstest.MapFS)
		want   string
	}{
		{"missing", func(m fstest.MapFS) { delete(m, "fees.yaml") },
			"fees.yaml: there is no such file; a rule book has sources.yaml, quotes.yaml, fees.yaml and periods.yaml"},
		{"a folder", func(m fstest.MapFS) { m["quotes.yaml"] = &fstest.MapFile{Mode: fs.ModeDir | 0o755} },
			"quotes.yaml: is no file to read; a rule book has plain files"},
		{"a pipe", func(m fstest.MapFS) { m["quotes.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe | 0o644} },
			"quotes.yaml: is no file to read; a rule book has plain files"},
		{"too long", func(m fstest.MapFS) { m["sources.yaml"].Data = bytes.Repeat([]byte("#\n"), maxBytes/2+1) },
			"sources.yaml: is longer than 4 MB, which no file of a rule book is"},
		{"all missing", func(m fstest.MapFS) { clear(m) },
			strings.Join([]string{"fees.yaml: there", "periods.yaml: there", "quotes.yaml: there", "sources.yaml: there"},
				" is no such file; a rule book has sources.yaml, quotes.yaml, fees.yaml and periods.yaml\n") +
				" is no such file; a rule book has sources.yaml, quotes.yaml, fees.yaml and periods.yaml"},
	} {
		book := sound()
		tc.change(book)
		if _, err := Load(book); err == nil || err.Error() != tc.want {
			t.Errorf("%s: %v\nwant %s", tc.name, err, tc.want)
		}
	}
	if _, err := Load(locked{sound()}); err == nil || !strings.Contains(err.Error(), "periods.yaml: can't be read: permission denied") {
		t.Errorf("a file that may not be read: %v", err)
	}
}

// locked has a file that may not be read.
type locked struct{ fstest.MapFS }

func (l locked) Open(name string) (fs.File, error) {
	if name == "periods.yaml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

// Every complaint that the loader can make of what stands in a file is the
// golden of some archive.
func TestEveryComplaintHasAGolden(t *testing.T) {
	var golden strings.Builder
	for _, a := range archivesOf(t) {
		golden.Write(a.Files[len(a.Files)-1].Data)
	}
	said := 0
	for _, name := range []string{"read.go", "fill.go", "lint.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		look := func(e ast.Expr) {
			lit, ok := e.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return
			}
			s, err := strconv.Unquote(lit.Value)
			if err != nil || !strings.Contains(s, " ") {
				return
			}
			said++
			if !verb.MatchString(s) && !strings.Contains(golden.String(), s) ||
				!regexp.MustCompile(verb.ReplaceAllString(regexp.QuoteMeta(s), ".*")).MatchString(golden.String()) {
				t.Errorf("%s: no archive of testdata/bad makes it say %q", name, s)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				return n.Name.Name != "bytes" && n.Name.Name != "file" // TestLoadFiles
			case *ast.CallExpr:
				name := ""
				switch f := n.Fun.(type) {
				case *ast.Ident:
					name = f.Name
				case *ast.SelectorExpr:
					name = f.Sel.Name
				}
				if name == "complain" || name == "add" {
					for _, arg := range n.Args {
						look(arg)
					}
				}
			case *ast.ReturnStmt:
				for _, r := range n.Results {
					look(r)
				}
			}
			return true
		})
	}
	if said < 35 {
		t.Errorf("only %d complaints were found in the source", said)
	}
}

var verb = regexp.MustCompile(`%(\\?\[\d\\?\])?(\\?\.\d+)?[a-z]`)
