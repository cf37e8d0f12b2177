package mappe_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// Every run of the command pays for what its packages do before main.
const maxInit = 3 * time.Millisecond

// A line of GODEBUG=inittrace=1: the package, when it began, how long it took.
var initLine = regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, ([0-9.]+) ms clock,`)

// initTimes reads such lines; each package keeps the shortest time seen.
func initTimes(trace []byte, least map[string]time.Duration) {
	for _, m := range initLine.FindAllSubmatch(trace, -1) {
		ms, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			continue
		}
		took := time.Duration(ms * float64(time.Millisecond))
		if old, seen := least[string(m[1])]; !seen || took < old {
			least[string(m[1])] = took
		}
	}
}

// No package of the binary may hold up its start. One library does unless it
// is replaced: go-runewidth, which builds tables for 20 ms at every start from
// v0.0.24 on.
func TestInitIsShort(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "mappe")
	build(t, bin, "./cmd/mappe")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	least := map[string]time.Duration{}
	for range 5 {
		cmd := exec.CommandContext(ctx, bin, "--help")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace bytes.Buffer
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatalf("mappe --help: %v\n%s", err, trace.Bytes())
		}
		initTimes(trace.Bytes(), least)
	}
	if len(least) == 0 {
		t.Fatal("no init was traced: has the form of inittrace's lines changed?")
	}
	for pkg, took := range least {
		if took > maxInit {
			t.Errorf("init of %s takes %v, more than %v", pkg, took, maxInit)
		}
	}
}

func TestInitTimes(t *testing.T) {
	least := map[string]time.Duration{}
	initTimes([]byte("init errors @0.21 ms, 0.004 ms clock, 0 bytes, 0 allocs\n"+
		"init a/b @1.5 ms, 21 ms clock, 93400 bytes, 12 allocs\n"+
		"initially nothing\n"), least)
	initTimes([]byte("init a/b @1.2 ms, 19.5 ms clock, 93400 bytes, 12 allocs\n"), least)
	if len(least) != 2 || least["errors"] != 4*time.Microsecond || least["a/b"] != 19500*time.Microsecond {
		t.Errorf("got %v", least)
	}
}

// go mod tidy or an update may drop the line; then the test above fails only
// once something imports the library.
func TestRunewidthIsReplaced(t *testing.T) {
	data, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^(replace\s+|\s+)github\.com/mattn/go-runewidth => github\.com/mattn/go-runewidth v0\.0\.23$`)
	if !line.Match(data) {
		t.Error("go.mod: no line replaces github.com/mattn/go-runewidth by v0.0.23, whose init is short")
	}
}
