package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // days are days in Copenhagen, wherever the machine is

	"github.com/spf13/pflag"

	"mappe/checklist"
	"mappe/internal/civil"
)

// exit codes; mappe help exit-codes
const (
	exitDone      = 0
	exitFailed    = 1
	exitUsage     = 2
	exitUndecided = 3 // more facts needed
	exitNoPacket  = 4 // decided, but no packet is due
	exitHoles     = 5 // written, with holes
)

// exit ends a command with a code and, for codes that are not failures, with
// nothing said.
type exit struct {
	code int
	err  error
	hint string
}

func (e *exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// hinted is a failure with a remedy.
func hinted(hint string, format string, args ...any) error {
	return &exit{code: exitFailed, err: fmt.Errorf(format, args...), hint: hint}
}

// usage is a wrong call.
func usage(format string, args ...any) error {
	return &exit{code: exitUsage, err: fmt.Errorf(format, args...)}
}

// options that every verb takes.
type options struct {
	on    *string // nil: today
	verb  string  // the first word of the command
	lang  string
	rules string // folder of another rule book
	json  bool
	keep  []string // files that are not written over, besides those of the profile

	mission *checklist.Mission // where it is handed in, nil where nothing is known of it

	stdin          io.Reader
	stdout, stderr io.Writer // for text
	data           io.Writer // stdout as it is, for files
	progress       *os.File  // stderr, where it is a terminal; else nil
}

// day is the day on which the case is looked at: today in Copenhagen, or --on.
func (o *options) day() (civil.Date, error) {
	if o.on == nil {
		zone, err := time.LoadLocation("Europe/Copenhagen")
		if err != nil {
			return civil.Date{}, err
		}
		return civil.Today(time.Now(), zone), nil
	}
	d, err := civil.Parse(*o.on)
	if err != nil {
		return d, usage("--on: %v", err)
	}
	return d, nil
}

// run is the whole command: arguments in, exit code out.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o := &options{stdin: stdin, stdout: &screen{to: stdout}, stderr: &screen{to: stderr}, data: stdout}
	if f, ok := stderr.(*os.File); ok && isTerminal(f) {
		o.progress = f
	}
	err := checkArgs(args)
	if err == nil {
		root := newRoot(o)
		root.SetArgs(args)
		err = root.Execute()
	}
	if err == nil {
		return exitDone
	}
	code := exitFailed
	e, ours := errors.AsType[*exit](err)
	switch {
	case ours:
		code = e.code
	case isUsage(err):
		code = exitUsage
	}
	o.complain(err.Error())
	if ours && e.hint != "" {
		o.hint("%s", e.hint)
	} else if code == exitUsage {
		o.hint("mappe help shows how it is called")
	}
	return code
}

// isUsage tells cobra's complaints about a call from failures of the work.
func isUsage(err error) bool {
	for _, s := range []string{"unknown flag", "unknown shorthand", "flag needs an argument", "invalid argument", "bad flag syntax"} {
		if strings.HasPrefix(err.Error(), s) {
			return true
		}
	}
	return false
}

// noneEmpty refuses a flag with an empty value: what a script's unset variable
// leaves would be taken for the default.
func noneEmpty(flags *pflag.FlagSet) (err error) {
	flags.Visit(func(f *pflag.Flag) {
		if f.Value.Type() == "string" && f.Value.String() == "" && err == nil {
			err = usage("--%s: its value is empty; give one, or leave the flag out", f.Name)
		}
	})
	return err
}

// readFile reads a profile, "-" from stdin.
func (o *options) readFile(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(o.stdin)
	}
	return os.ReadFile(path)
}
