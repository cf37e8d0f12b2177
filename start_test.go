package mappe_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The start of the command, cold, against a program that does nothing: the
// help, a whole check of a family, and its checklist as a PDF. They run in
// turn, so that a busy machine slows all. In CI a ratio far beyond what it
// should be fails.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	empty := filepath.Join(dir, "empty.go")
	if err := os.WriteFile(empty, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	build(b, filepath.Join(dir, "empty"), empty)
	build(b, filepath.Join(dir, "mappe"), "./cmd/mappe")
	family := []string{"examples/mf4-family/case.yaml", "--on", "2026-11-22", "--lang", "da"}
	starts := []struct {
		name string
		args []string
		most float64 // times the empty program
	}{
		{"empty", nil, 1},
		{"help", []string{"--help"}, 8},
		{"check", append([]string{"check", "--json"}, family...), 20},
		{"list", append([]string{"list", "-o", filepath.Join(dir, "x.pdf")}, family...), 60},
	}
	took := make([][]time.Duration, len(starts))
	for b.Loop() {
		for i, s := range starts {
			program := "mappe"
			if s.args == nil {
				program = "empty"
			}
			from := time.Now()
			if said, err := exec.Command(filepath.Join(dir, program), s.args...).CombinedOutput(); err != nil {
				b.Fatalf("%s: %v\n%s", s.name, err, said)
			}
			took[i] = append(took[i], time.Since(from))
		}
	}
	var table strings.Builder
	for i, s := range starts {
		slices.Sort(took[i])
		median := func(i int) float64 { return float64(took[i][len(took[i])/2]) }
		ratio := median(i) / median(0)
		fmt.Fprintf(&table, "\n%-6s %6.1f ms %6.1f times an empty program", s.name, median(i)/1e6, ratio)
		b.ReportMetric(median(i)/1e6, "ms/"+s.name)
		if ratio > s.most && os.Getenv("CI") != "" {
			b.Errorf("%s: %.1f times an empty program, more than %.0f", s.name, ratio, s.most)
		}
	}
	b.Log(table.String())
}

// The command stays small enough to be downloaded and kept, with the words of
// all its languages.
func TestBinarySize(t *testing.T) {
	const most = 45_000_000
	bin := filepath.Join(t.TempDir(), "mappe")
	build(t, bin, "./cmd/mappe")
	info, err := os.Stat(bin)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > most {
		t.Errorf("%d bytes, more than %d", info.Size(), most)
	}
	t.Logf("%.2f MB", float64(info.Size())/1e6)
}

func build(t testing.TB, to, source string) {
	t.Helper()
	build := exec.Command("go", "build", "-buildvcs=false", "-o", to, source)
	build.Env = append(build.Environ(), "CGO_ENABLED=0") // as the README builds it
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, said)
	}
}
