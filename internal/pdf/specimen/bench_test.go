package specimen_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

const (
	rounds = 8   // the first is not counted
	slack  = 1.4 // how far beyond its target a ratio may be in CI
)

// A contest is what the engine does against what qpdf does.
type contest struct {
	name   string
	ours   *runner
	theirs *runner
	target float64
	peak   int64 // MB of memory at most; 0 for any
}

// A runner is a command that is timed.
type runner struct {
	name string
	cmd  func() *exec.Cmd
	exit int // besides 0
	out  string
	took []time.Duration
	busy []time.Duration // of all processors
	peak int64
}

// The engine assembles packets in a process of its own, in turn with qpdf, so
// that a busy machine slows both. Beyond a target it says so; under CI, well
// beyond one, it fails.
func BenchmarkAgainstQpdf(b *testing.B) {
	s := newStock(b)
	merge10, merge50 := s.merge(10), s.merge(50)
	full := job{Stamp: s.dir}
	locked, digested := full, full
	locked.Lock, digested.Digests = true, true
	overlay := s.qpdf("qpdf --overlay", s.text, "--overlay", s.stamp, "--repeat=1", "--")
	contests := []contest{
		{"100 scans, 30 MB: outline, stamps", s.engine("10", full, s.scans[:10]), merge10, 0.50, 0},
		{"500 scans, 150 MB: outline, stamps", s.engine("50", full, s.scans[:50]), merge50, 0.45, 40},
		{"the same with AES-256", s.engine("50 locked", locked, s.scans[:50]), merge50, 0.80, 40},
		{"the same with digests", s.engine("50 digested", digested, s.scans[:50]), merge50, 0.90, 40},
		{"1,000 pages of text, stamped", s.engine("text", full, []string{s.text}), s.qpdf("qpdf rewrite", s.text), 0.80, 0},
		{"the same against an overlay", s.engine("text again", full, []string{s.text}), overlay, 0.12, 0},
		{"mappe packet, 1,000 pages of text", s.command("text.yaml"), overlay, 1.00, 0},
		{"mappe packet, 500 scans", s.command("case.yaml"), merge50, 1.00, 0},
		{"mappe packet, 800 scans: one reader", s.command("large.yaml"), s.merge(80), 1.00, 0},
	}
	for round := range rounds {
		done := map[*runner]bool{}
		for _, c := range contests {
			for _, r := range []*runner{c.ours, c.theirs} {
				if !done[r] {
					done[r] = true
					r.run(b, round > 0)
				}
			}
		}
	}
	large := s.engine("250", full, s.scans)
	large.run(b, true)
	command := contests[len(contests)-1].ours
	weighed := s.engine("weighed", job{Run: command.cmd().Args}, nil)
	weighed.out = command.out
	weighed.run(b, true)
	command.peak = weighed.peak

	// The ratio of the work of all processors does not depend on what else the
	// machine does.
	fmt.Printf("\n%-38s %8s %-14s %8s %6s %6s %6s %8s\n", "", "ms", "against", "ms", "work", "ratio", "target", "peak")
	for _, c := range contests {
		ours, theirs := median(c.ours.took), median(c.theirs.took)
		ratio := ours / theirs
		fmt.Printf("%-38s %8.1f %-14s %8.1f %6.2f %6.2f %6.2f %8s%s\n", c.name, ours, c.theirs.name, theirs,
			median(c.ours.busy)/median(c.theirs.busy), ratio, c.target, megabytes(c.ours.peak), beyond(ratio > c.target))
		judgePeak(b, c.name, c.ours.peak, c.peak)
		if ratio > slack*c.target && os.Getenv("CI") != "" {
			b.Errorf("%s: %.2f times %s, the target is %.2f", c.name, ratio, c.theirs.name, c.target)
		}
	}
	fmt.Printf("%-38s %8.1f %53s\n\n", "2,500 scans, 750 MB: outline, stamps", median(large.took), megabytes(large.peak))
	judgePeak(b, "2,500 scans", large.peak, 80)
}

func judgePeak(b *testing.B, name string, peak, most int64) {
	if most > 0 && peak > most<<20 && os.Getenv("CI") != "" {
		b.Errorf("%s: %s of memory, more than %d", name, megabytes(peak), most)
	}
}

func beyond(is bool) string {
	if is {
		return "  beyond the target"
	}
	return ""
}

func megabytes(n int64) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%.0f MiB", float64(n)/(1<<20))
}

// run times the command once.
func (r *runner) run(b *testing.B, counts bool) {
	b.Helper()
	os.Remove(r.out)
	cmd := r.cmd()
	from := time.Now()
	said, err := cmd.Output()
	took := time.Since(from)
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && r.exit != 0 && exit.ExitCode() == r.exit) {
		if exit != nil {
			said = append(said, exit.Stderr...)
		}
		b.Fatalf("%s: %v\n%s", r.name, err, said)
	}
	var v verdict
	if json.Unmarshal(said, &v) == nil {
		if v.Refused != "" {
			b.Fatalf("%s: %s", r.name, v.Refused)
		}
		r.peak = max(r.peak, v.Peak)
	}
	if info, err := os.Stat(r.out); err != nil || info.Size() < 1<<20 {
		b.Fatalf("%s wrote nothing of note: %v", r.name, err)
	}
	if counts {
		r.took = append(r.took, took)
		r.busy = append(r.busy, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
}

func median(all []time.Duration) float64 {
	slices.Sort(all)
	return float64(all[len(all)/2]) / 1e6
}

// engine is this binary in a process of its own, see TestMain.
func (s *stock) engine(name string, j job, paths []string) *runner {
	j.Out = filepath.Join(s.dir, "ours.pdf")
	for _, p := range paths {
		j.Inputs = append(j.Inputs, input{Path: p})
	}
	data, err := json.Marshal(j)
	if err != nil {
		panic(err) // a job is strings and numbers
	}
	path := filepath.Join(s.dir, name+".json")
	return &runner{name: name, out: j.Out, cmd: func() *exec.Cmd {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			panic(err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "SPECIMEN_JOB="+path)
		return cmd
	}}
}

// merge is qpdf putting the first n files of scans one after the other.
func (s *stock) merge(n int) *runner {
	args := append([]string{"--empty", "--pages"}, s.scans[:n]...)
	return s.qpdf("qpdf --pages", append(args, "--")...)
}

func (s *stock) qpdf(name string, args ...string) *runner {
	out := filepath.Join(s.dir, "theirs.pdf")
	return &runner{name: name, out: out, cmd: func() *exec.Cmd { return exec.Command("qpdf", append(args, out)...) }}
}

// command is the whole command: it plans, writes, takes the lock, and reads the
// packet again; of packets of up to 200 MB pdfcpu gives a second opinion in a
// process of its own. The example has holes, which the exit code says.
func (s *stock) command(profile string) *runner {
	out := filepath.Join(s.dir, "packet.pdf")
	return &runner{name: "mappe packet " + profile, out: out, exit: 5, cmd: func() *exec.Cmd {
		return exec.Command(s.mappe, "packet", filepath.Join(s.folder, profile), "--on", "2026-11-22", "-o", out)
	}}
}
