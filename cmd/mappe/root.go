package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // days are days in Copenhagen, wherever the machine is

	"github.com/spf13/cobra"

	"mappe/internal/civil"
	"mappe/profile"
)

// The rules of the command's speech: results go to stdout; everything else
// goes to stderr as "mappe: …", then "mappe: hint: …", in lower case and
// without a full stop.

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
	on   string
	lang string
	json bool

	stdin          io.Reader
	stdout, stderr io.Writer
}

// day is the day on which the case is looked at: today in Copenhagen, or --on.
func (o *options) day() (civil.Date, error) {
	if o.on == "" {
		zone, err := time.LoadLocation("Europe/Copenhagen")
		if err != nil {
			return civil.Date{}, err
		}
		return civil.Today(time.Now(), zone), nil
	}
	d, err := civil.Parse(o.on)
	if err != nil {
		return d, usage("--on: %v", err)
	}
	return d, nil
}

// run is the whole command: arguments in, exit code out.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o := &options{stdin: stdin, stdout: stdout, stderr: stderr}
	root := newRoot(o)
	root.SetArgs(args)
	err := root.Execute()
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
	if msg := err.Error(); msg != "" {
		for line := range strings.Lines(msg) {
			fmt.Fprintf(stderr, "mappe: %s\n", strings.TrimRight(line, "\n"))
		}
	}
	if ours && e.hint != "" {
		fmt.Fprintf(stderr, "mappe: hint: %s\n", e.hint)
	} else if code == exitUsage {
		fmt.Fprintf(stderr, "mappe: hint: mappe help shows how it is called\n")
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

func newRoot(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "mappe",
		Short: "prepares paperwork for the Danish immigration authorities",
		Long: `mappe takes a person's facts and says which form is to be filed with the Danish
immigration authorities, between which days, for what fee and with which
documents; or that nothing is to be filed, or that another form or authority
is right. It then makes the packet: cover, contents, checklist, data sheet and
the person's own scans, as one PDF.

It works offline. It is not legal advice and not an authority: every answer
names the sentence that it rests on, so that you can check it.`,
		Example: `  mappe check case.yaml             # which form, when, what it costs
  mappe list case.yaml              # the checklist
  mappe packet case.yaml -o out     # the packet, one PDF for each application
  mappe explain case.yaml           # why, and why nothing else`,
		SilenceUsage:       true,
		SilenceErrors:      true,
		DisableSuggestions: true,
		Args:               cobra.ArbitraryArgs,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return unknown("command", args[0], c)
	}
	c.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: "help on a command or a topic",
		RunE: func(_ *cobra.Command, args []string) error {
			about, rest, err := c.Find(args)
			if err != nil || about == nil || len(rest) > 0 || about == c && len(args) > 0 {
				return unknown("help topic", args[0], c)
			}
			return about.Help()
		},
	})
	c.SetIn(o.stdin)
	c.SetOut(o.stdout)
	c.SetErr(o.stderr)
	c.CompletionOptions.DisableDefaultCmd = true
	flags := c.PersistentFlags()
	flags.StringVar(&o.on, "on", "", "the `day` on which to look at the case, YYYY-MM-DD (default: today in Denmark)")
	flags.StringVar(&o.lang, "lang", "", "`language`: en or da (default: the profile's, else English)")
	c.AddCommand(newCheck(o), newList(o), newPacket(o), newExplain(o), newRules(o), helpExitCodes())
	return c
}

// unknown is a command or topic that does not exist, with the nearest that
// does.
func unknown(what, name string, root *cobra.Command) error {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	return usage("unknown %s %q; did you mean %q?", what, name, profile.Nearest(name, names))
}

// wants is the check that a verb got its arguments: at least those named, at
// most max.
func wants(max int, names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usage("%s: %s is missing", c.Name(), names[len(args)])
		case len(args) > max:
			return usage("%s: %q is one argument too many", c.Name(), args[max])
		}
		return nil
	}
}

func helpExitCodes() *cobra.Command {
	return &cobra.Command{
		Use:   "exit-codes",
		Short: "what mappe's exit codes mean",
		Long: `mappe ends with one of these codes:

  0  done
  1  failed: the message says what and where
  2  usage: the call is wrong
  3  undecided: more facts are needed
  4  decided, but no packet is due: nothing to file, another form or authority,
     blocked, or only a new permit helps
  5  written, with holes: a required document is missing or can't be read`,
	}
}

// readFile reads a profile, "-" from stdin.
func (o *options) readFile(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(o.stdin)
	}
	return os.ReadFile(path)
}
