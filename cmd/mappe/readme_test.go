package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestReadme runs every command that the README shows with its output, in the
// repository's root, and finds each line shown; "…" stands for lines left out.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	src, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```text\n\\$ \\./mappe ([^\n]*)\n(.*?)```").FindAllStringSubmatch(string(src), -1)
	if len(blocks) < 4 {
		t.Fatalf("%d commands with their output; the README shows more", len(blocks))
	}
	for _, b := range blocks {
		var out, said bytes.Buffer
		if code := run(strings.Fields(b[1]), nil, &out, &said); code != exitDone {
			t.Errorf("mappe %s: exit %d: %s", b[1], code, &said)
		}
		printed := strings.Split(out.String(), "\n")
		for line := range strings.Lines(b[2]) {
			if line = strings.TrimRight(line, "\n"); line == "…" {
				continue
			}
			at := slices.Index(printed, line)
			if at < 0 {
				t.Errorf("mappe %s: the README shows a line that is not printed, or not in that order:\n%s", b[1], line)
				continue
			}
			printed = printed[at+1:]
		}
	}
}
