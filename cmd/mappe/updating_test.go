package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/testscript"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

var (
	updating, _ = filepath.Abs("../../docs/updating-fees.md")
	books, _    = filepath.Abs("../../law")
)

// documented are the blocks of one kind in docs/updating-fees.md.
func documented(kind string) (blocks []string, err error) {
	src, err := os.ReadFile(updating)
	for _, b := range regexp.MustCompile("(?s)```"+kind+"\n(.*?)```").FindAllStringSubmatch(string(src), -1) {
		blocks = append(blocks, b[1])
	}
	return blocks, err
}

// book copies mappe's own rule book: book FOLDER. With "then" it is as it stood
// on 22 November 2026, so that what is added or compared later changes no
// script; with "row" so too, and the row that docs/updating-fees.md shows stands
// where the document says.
func book(ts *testscript.TestScript, neg bool, args []string) {
	args = append(args, "")
	when := args[1]
	if neg || len(args) > 3 || args[0] == "" || !slices.Contains([]string{"", "then", "row"}, when) {
		ts.Fatalf("usage: book FOLDER [then|row]")
	}
	files, err := filepath.Glob(filepath.Join(books, "*.yaml"))
	ts.Check(err)
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o755))
	for _, path := range files {
		src, err := os.ReadFile(path)
		ts.Check(err)
		row := ""
		if when == "row" {
			rows, err := documented("yaml")
			ts.Check(err)
			row = rows[0]
		}
		if when != "" {
			src = asItWas(src, row)
		}
		ts.Check(os.WriteFile(filepath.Join(dir, filepath.Base(path)), src, 0o644))
	}
}

var firstDay = regexp.MustCompile(`from: (\d{4}-\d\d-\d\d)`)

// asItWas is a file of the book as it stood in 2026, with a row more.
func asItWas(src []byte, row string) []byte {
	var out bytes.Buffer
	for line := range strings.Lines(string(src)) {
		switch day := firstDay.FindStringSubmatch(line); {
		case day != nil && day[1] > "2026-12-31":
			continue
		case strings.HasPrefix(line, "checked: "):
			line = "checked: 2026-11-22\n"
		case line == "MF4:\n":
			line += row
		}
		out.WriteString(line)
	}
	return out.Bytes()
}

// then is a case on 22 November 2026, decided by the book as it stood: what is
// added or compared later changes no golden.
func then(t *testing.T, path, lang string) *work {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"sources.yaml", "quotes.yaml", "fees.yaml", "periods.yaml"} {
		src, err := os.ReadFile(filepath.Join(books, name))
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: asItWas(src, "")}
	}
	book, err := law.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Decode(path, src)
	if err != nil {
		t.Fatal(err)
	}
	voice, err := (&options{lang: lang}).voice(p, book)
	if err != nil {
		t.Fatal(err)
	}
	w, err := assess(path, p, civil.MustParse("2026-11-22"), voice)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// The script about the document does what the document says: it runs each of
// its commands, and what the document shows is printed.
func TestUpdatingFees(t *testing.T) {
	src, err := os.ReadFile("testdata/script/rules_updating-fees.txtar")
	if err != nil {
		t.Fatal(err)
	}
	commands, err := documented("sh")
	if err != nil || len(commands) != 3 {
		t.Fatalf("%d commands, %v; the document has three", len(commands), err)
	}
	for _, c := range commands {
		if !strings.Contains(string(src), "exits 0 "+strings.TrimSpace(c)+"\n") {
			t.Errorf("the script does not run %q", c)
		}
	}
	shown, err := documented("text")
	if err != nil || len(shown) == 0 {
		t.Fatal("the document shows nothing", err)
	}
	for line := range strings.Lines(strings.Join(shown, "")) {
		want := "stdout '^" + strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(line)), "…", ".*") + "$'\n"
		if !strings.Contains(string(src), want) {
			t.Errorf("the script does not want the line that the document shows; write\n%s", want)
		}
	}
}

// Every complaint that the document explains is one that the lint makes.
func TestUpdatingFeesExplainsComplaints(t *testing.T) {
	src, err := os.ReadFile(updating)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("../../law/testdata/bad/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var goldens strings.Builder
	for _, path := range paths {
		golden, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		goldens.Write(golden)
	}
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(string(src), -1)
	if len(rows) < 10 {
		t.Fatalf("only %d complaints are explained", len(rows))
	}
	for _, row := range rows {
		if !regexp.MustCompile(strings.ReplaceAll(regexp.QuoteMeta(row[1]), "…", ".*")).MatchString(goldens.String()) {
			t.Errorf("no archive of law/testdata/bad has %q", row[1])
		}
	}
}
