package packets

import (
	"os"
	"path/filepath"
	"testing"

	"mappe/profile"
)

// The scans of the examples and of the hard cases are good ones.
func TestScansOfExamples(t *testing.T) {
	var names []string
	for _, pattern := range []string{"../examples/*/case.yaml", "../testdata/hard/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	looked := 0
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := profile.Decode(name, src)
		if err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(filepath.Dir(name))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range Scans(root, p, nil) {
			if len(s.Hints) > 0 {
				t.Errorf("%s: %s, page %d: %v", name, s.File, s.Page, s.Hints)
			}
			if s.Looked() {
				looked++
			}
		}
		root.Close()
	}
	if looked < 27 {
		t.Errorf("only %d pages were looked at", looked)
	}
}
