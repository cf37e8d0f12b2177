//go:build unix

package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desk is a folder with the packets of a family, which are written again and
// again, in one language or the other, and the folder for temporary files that
// the command is told of.
type desk struct {
	out, tmp string
	names    []string
	whole    map[[32]byte]bool // every file that may stand under a name
	took     time.Duration     // a run that nobody stops
}

// langs are those in which packets are written over one another.
var langs = []string{"en", "da"}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{out: t.TempDir(), tmp: t.TempDir(), names: filed["mf4-family"], whole: map[[32]byte]bool{}}
	for _, lang := range langs {
		cmd := d.packet(context.Background(), lang)
		from := time.Now()
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		d.took = time.Since(from)
		for _, name := range d.names {
			tool(t, "qpdf", "--check", filepath.Join(d.out, name))
			d.whole[d.sum(t, name)] = true
		}
	}
	if want := len(langs) * len(d.names); len(d.whole) != want {
		t.Fatalf("%d different packets, want %d", len(d.whole), want)
	}
	return d
}

// packet is the command that writes the packets. When ctx ends, it is killed.
func (d *desk) packet(ctx context.Context, lang string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "mappe", "packet", filepath.Join(examples, "mf4-family", "case.yaml"),
		"--on", "2026-11-22", "--lang", lang, "-o", d.out)
	cmd.Env = append(os.Environ(), "TMPDIR="+d.tmp)
	return cmd
}

func (d *desk) sum(t *testing.T, name string) [32]byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(d.out, name))
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(data)
}

// untorn fails when a name stands for anything but a whole packet.
func (d *desk) untorn(t *testing.T, after time.Duration) {
	t.Helper()
	for _, name := range d.names {
		if !d.whole[d.sum(t, name)] {
			t.Errorf("stopped after %v: %s is no whole packet", after, name)
		}
	}
}

// others are the files beside the packets, and those for temporary use.
func (d *desk) others(t *testing.T) (all []string) {
	t.Helper()
	for _, dir := range []string{d.out, d.tmp} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if dir == d.tmp || !slices.Contains(d.names, e.Name()) {
				all = append(all, filepath.Join(dir, e.Name()))
			}
		}
	}
	return all
}

// moment is a random one of a run.
func (d *desk) moment() time.Duration { return time.Duration(rand.Int64N(int64(d.took) * 11 / 10)) }

// A packet that is killed at any moment leaves the old files or the new ones,
// and after the next start nothing else.
func TestKilled(t *testing.T) {
	needTools(t)
	d := newDesk(t)
	left, ended := 0, 0
	for i := range 30 {
		after := d.moment()
		ctx, cancel := context.WithTimeout(context.Background(), after)
		if err := d.packet(ctx, langs[i%2]).Run(); err == nil {
			ended++
		}
		cancel()
		d.untorn(t, after)
		left += len(d.others(t))
		said, err := exec.Command("mappe", "packet", "none.yaml", "-o", d.out).CombinedOutput()
		if err == nil || !strings.Contains(string(said), "none.yaml: no such file") {
			t.Fatalf("the next start: %v\n%s", err, said)
		}
		if others := d.others(t); len(others) > 0 {
			t.Fatalf("killed after %v: there is still %q", after, others)
		}
	}
	if ended == 30 {
		t.Error("every run ended before it was killed")
	}
	t.Logf("a run takes %v; of 30, %d ended before they were killed; %d files were left for the next start", d.took, ended, left)
}

// Who interrupts it, or asks it to end, finds the same, and nothing to remove.
func TestStopped(t *testing.T) {
	needTools(t)
	d := newDesk(t)
	for i := range 12 {
		by := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}[i%3]
		after := d.moment()
		ctx, cancel := context.WithTimeout(context.Background(), after)
		cmd := d.packet(ctx, langs[i%2])
		cmd.Cancel = func() error { return cmd.Process.Signal(by) }
		said, err := cmd.CombinedOutput()
		cancel()
		d.untorn(t, after)
		if others := d.others(t); len(others) > 0 {
			t.Errorf("%v after %v: there is still %q", by, after, others)
		}
		failed, ok := errors.AsType[*exec.ExitError](err)
		switch {
		case err == nil, errors.Is(err, context.DeadlineExceeded): // was done, or all but
		case ok && failed.ExitCode() == exitFailed && strings.Contains(string(said), "mappe: interrupted; nothing was written\n"):
		case ok && failed.Sys().(syscall.WaitStatus).Signal() == by: // nothing had begun
		default:
			t.Errorf("%v after %v: %v\n%s", by, after, err, said)
		}
	}
}
