package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestReadme runs every command that the README shows with its output, in the
// repository's root, and finds each line shown; "…" stands for lines left out.
// The interview is given the answers of script ask_new, and works elsewhere.
func TestReadme(t *testing.T) {
	interview, err := txtar.ParseFile("testdata/script/ask_new.txtar")
	if err != nil {
		t.Fatal(err)
	}
	answers := interview.Files[slices.IndexFunc(interview.Files, func(f txtar.File) bool { return f.Name == "answers.txt" })].Data
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```text\n\\$ \\./mappe ([^\n]*)\n(.*?)```").FindAllStringSubmatch(string(src), -1)
	if len(blocks) < 5 {
		t.Fatalf("%d commands with their output; the README shows more", len(blocks))
	}
	for _, b := range blocks {
		t.Run(b[1], func(t *testing.T) {
			args, dir, stdin := strings.Fields(b[1]), root, io.Reader(nil)
			var out, said bytes.Buffer
			shown := &out
			switch args[0] {
			case "ask":
				dir, stdin, shown = t.TempDir(), bytes.NewReader(answers), &said
			case "verify": // what the first command of the README wrote
				dir = t.TempDir()
				mappe(t, "packet", filepath.Join(root, "examples/mf4-family/case.yaml"), "--on", "2026-11-22", "-o", filepath.Join(dir, "out"))
			}
			t.Chdir(dir)
			if code := run(args, stdin, &out, &said); code != exitDone {
				t.Errorf("exit %d: %s", code, &said)
			}
			printed := strings.Split(shown.String(), "\n")
			for line := range strings.Lines(b[2]) {
				if line = strings.TrimRight(line, "\n"); line == "…" {
					continue
				}
				at := slices.Index(printed, line)
				if at < 0 {
					t.Errorf("the README shows a line that is not printed, or not in that order:\n%s", line)
					continue
				}
				printed = printed[at+1:]
			}
		})
	}
}

// TestReadmeNamesEveryVerb holds that nobody has to guess what there is.
func TestReadmeNamesEveryVerb(t *testing.T) {
	src, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRoot(&options{}).Commands() {
		if c.Name() != "help" && !c.IsAdditionalHelpTopicCommand() && !bytes.Contains(src, []byte("\n| `"+c.Name())) {
			t.Errorf("README.md: the table of verbs has no %s", c.Name())
		}
	}
}
