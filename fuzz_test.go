package mappe_test

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every fuzz target of the tree is among those that are run.
func TestFuzzTargets(t *testing.T) {
	tree, err := readTree(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	target := regexp.MustCompile(`(?m)^func[ \t]+(Fuzz\w*)`)
	var want []string
	for _, s := range tree {
		if !s.test {
			continue
		}
		src, err := os.ReadFile(s.path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range target.FindAllStringSubmatch(string(src), -1) {
			want = append(want, "./"+s.dir+" "+m[1])
		}
	}
	out, err := exec.Command("sh", ".ci/fuzz", "list").Output()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSpace(string(out)), "\n")
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) || len(got) < 20 {
		t.Errorf(".ci/fuzz runs %q, the tree has %q", got, want)
	}
}
