package mappe_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// The start of the command: a whole check of a family, cold, against a program
// that does nothing. The two run in turn, so that a busy machine slows both.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	empty := filepath.Join(dir, "empty.go")
	if err := os.WriteFile(empty, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	for out, src := range map[string]string{"mappe": "./cmd/mappe", "empty": empty} {
		if said, err := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(dir, out), src).CombinedOutput(); err != nil {
			b.Fatalf("go build: %v\n%s", err, said)
		}
	}
	took := map[string][]time.Duration{}
	run := func(name string, args ...string) {
		from := time.Now()
		if err := exec.Command(filepath.Join(dir, name), args...).Run(); err != nil {
			b.Fatal(name, err)
		}
		took[name] = append(took[name], time.Since(from))
	}
	for b.Loop() {
		run("empty")
		run("mappe", "check", "examples/mf4-family/case.yaml", "--on", "2026-11-22", "--json")
	}
	median := func(name string) float64 {
		slices.Sort(took[name])
		return float64(took[name][len(took[name])/2])
	}
	b.ReportMetric(median("mappe")/median("empty"), "times-an-empty-program")
	b.ReportMetric(median("mappe")/1e6, "ms/check")
}
