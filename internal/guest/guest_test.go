package guest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The test binary is its own guest, which knows a few more verbs.
func TestMain(m *testing.M) {
	for name, do := range misdeeds {
		verbs[name] = do
	}
	Main()
	if len(os.Args) > 1 && os.Args[1] == "host" {
		os.Exit(hostUntilKilled())
	}
	os.Exit(m.Run())
}

// misdeeds are what a hostile file might make of a guest.
var misdeeds = map[string]verb{
	"spin": func(json.RawMessage, []*os.File) (any, error) {
		for n := 0; ; n++ {
			if n < 0 {
				return nil, errors.New("the end of numbers")
			}
		}
	},
	"wait": func(_ json.RawMessage, files []*os.File) (any, error) {
		for _, f := range files {
			if _, err := f.WriteString("here\n"); err != nil {
				return nil, err
			}
		}
		select {}
	},
	"hoard": func(json.RawMessage, []*os.File) (any, error) {
		for {
			hoard = append(hoard, make([]byte, 1<<20))
		}
	},
	"panic": func(json.RawMessage, []*os.File) (any, error) { panic("of all\nthings") },
	"panic elsewhere": func(json.RawMessage, []*os.File) (any, error) {
		go panic("of all\nthings")
		select {}
	},
	"recurse": func(json.RawMessage, []*os.File) (any, error) { return recurse(1), nil },
	"exit": func(json.RawMessage, []*os.File) (any, error) {
		os.Exit(0)
		return nil, nil
	},
	"talk": func(json.RawMessage, []*os.File) (any, error) { return strings.Repeat("bla ", maxAnswer/4), nil },
	"embroider": func(json.RawMessage, []*os.File) (any, error) {
		return map[string]any{"Pages": []Page{{Width: 1, Height: 1}}, "Ghost": true}, nil
	},
	"curse": func(json.RawMessage, []*os.File) (any, error) {
		return nil, errors.New("\x1b[31mno\x07, never\nand never again" + strings.Repeat("!", 1000))
	},
	"write": func(_ json.RawMessage, files []*os.File) (any, error) {
		_, err := files[0].Write(make([]byte, 1<<20))
		return nil, err
	},
}

var hoard [][]byte

func recurse(n int) int {
	if n == 0 {
		return 0
	}
	return recurse(n+1) + n
}

// hostUntilKilled starts a guest that waits, and waits with it. The guest holds
// the pipe that the test reads.
func hostUntilKilled() int {
	err := misbehave(context.Background(), "wait", Limits{}, os.NewFile(3, "pipe"))
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// misbehave has the test binary's guest do a misdeed.
func misbehave(ctx context.Context, verb string, l Limits, files ...*os.File) error {
	j := job{who: "second reader", verb: verb, name: "x.pdf", limits: l.orDefault(), files: files}
	var r Report
	return j.run(ctx, struct{}{}, &r)
}

func TestMisdeeds(t *testing.T) {
	for _, c := range []struct {
		verb   string
		limits Limits
		kind   error
		said   string // all of the error, or its beginning where it ends in "…"
	}{
		{"spin", Limits{CPU: time.Second}, ErrTime, "x.pdf: the second reader ran out of time (limit 1 s of work, 30 s in all)"},
		{"wait", Limits{Wall: 50 * time.Millisecond}, ErrTime, "x.pdf: the second reader ran out of time (limit 10 s of work, 0.05 s in all)"},
		{"hoard", Limits{Memory: 100 << 20}, ErrMemory, "x.pdf: the second reader ran out of memory (limit 100 MB)"},
		{"panic", Limits{}, ErrCrash, "x.pdf: the second reader crashed: panic: of all"},
		{"panic elsewhere", Limits{}, ErrCrash, "x.pdf: the second reader crashed: panic: of all"},
		{"recurse", Limits{Memory: 1 << 30}, ErrCrash, "x.pdf: the second reader crashed: runtime: goroutine stack exceeds 67108864-byte limit"},
		{"exit", Limits{}, ErrCrash, "x.pdf: the second reader crashed: its answer is not one: EOF"},
		{"talk", Limits{Memory: 1 << 30}, ErrRefused, "x.pdf: the second reader refused the file: its answer would be longer than 16 MB"},
		{"embroider", Limits{}, ErrCrash, `x.pdf: the second reader crashed: its answer is not one: json: unknown field "Ghost"`},
		{"curse", Limits{}, ErrRefused, "x.pdf: the second reader refused the file: [31mno, never"},
		{"no such verb", Limits{}, ErrCrash, "x.pdf: the second reader crashed: no such verb"},
	} {
		t.Run(c.verb, func(t *testing.T) {
			err := misbehave(t.Context(), c.verb, c.limits)
			if !errors.Is(err, c.kind) || err.Error() != c.said {
				t.Errorf("got  %v\nwant %v (%v)", err, c.said, c.kind)
			}
		})
	}
}

func TestGuestWritesNoMoreThanItMay(t *testing.T) {
	out, err := os.OpenFile(filepath.Join(t.TempDir(), "out"), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	err = misbehave(t.Context(), "write", Limits{File: 8 << 10}, out)
	if !errors.Is(err, ErrRefused) || !strings.HasSuffix(err.Error(), "it would write more than 8192 bytes") {
		t.Errorf("got %v", err)
	}
	if info, err := out.Stat(); err != nil || info.Size() > 8<<10 {
		t.Errorf("%d bytes were written, %v", info.Size(), err)
	}
}

func TestCallerGivesUp(t *testing.T) {
	here, guest := pipe(t)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		expect(t, here, "here\n")
		cancel()
	}()
	err := misbehave(ctx, "wait", Limits{}, guest)
	if !errors.Is(err, context.Canceled) || errors.Is(err, ErrTime) {
		t.Errorf("got %v", err)
	}
	if err := misbehave(ctx, "panic", Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a guest was started after the caller had given up: %v", err)
	}
}

// A program that does not call Main would do its own work in the guest's place.
func TestMainIsMissing(t *testing.T) {
	invited = false
	defer func() { invited = true }()
	if err := misbehave(t.Context(), "panic", Limits{}); err == nil || !strings.Contains(err.Error(), "guest.Main") {
		t.Errorf("got %v", err)
	}
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"\n\n panic: a\nb\n":      "panic: a",
		"a\x00\x1b[1m\u202eb\xff": "a[1mb",
		strings.Repeat("æ", 400):  strings.Repeat("æ", 300) + "…",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHead(t *testing.T) {
	said := head{most: 4}
	for _, s := range []string{"abc", "", "defgh", "i"} {
		if n, err := said.Write([]byte(s)); n != len(s) || err != nil {
			t.Fatal(n, err)
		}
	}
	if string(said.kept) != "abcd" {
		t.Errorf("kept %q", said.kept)
	}
}

func TestDecode(t *testing.T) {
	for in, sound := range map[string]bool{
		`{"Refused":"no"}`:                true,
		` {"Refused":"no"} ` + "\n":       true,
		``:                                false,
		`{"Refused":"no"`:                 false,
		`{"Refused":"no"}{}`:              false,
		`{"Refused":"no"} x`:              false,
		`{"Refused":1}`:                   false,
		`{"Accepted":"no"}`:               false,
		`["Refused"]`:                     false,
		strings.Repeat(`{"Result":`, 1e5): false,
	} {
		var a answer
		if err := decode([]byte(in), &a); (err == nil) != sound {
			t.Errorf("decode(%.40q): %v", in, err)
		}
	}
}

func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

// expect reads exactly these words from a pipe, within a time.
func expect(t *testing.T, r *os.File, words string) {
	t.Helper()
	if err := r.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Error(err)
	}
	got := make([]byte, len(words)+1)
	n, err := r.Read(got)
	if string(got[:n]) != words {
		t.Errorf("read %q (%v), want %q", got[:n], err, words)
	}
}
