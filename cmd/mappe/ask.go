package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/locales"
)

func newAsk(o *options) *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "ask [PROFILE]",
		Short: "asks only what still matters, and writes the profile",
		Long: `Asks one question at a time: what it is good for, whom it concerns, and which
answers there are. It reads a line for each from standard input and asks on
standard error, so it also works with a screen reader, a pipe or a script.

Type ? when you do not know: the question is put aside and the others go on.
"help" shows what else you can type: answers, back, change NUMBER and quit.

Without PROFILE it begins a new case and writes it to case.yaml; a file that
is there already is never overwritten. With PROFILE it goes on from there and
writes into that file, of which nothing else changes. Every answer is saved at
once, also when the input ends or you quit. The path is printed at the end.

With --json it asks nothing and prints the questions that are open, the first
to be asked next. Exit code 3 means that what comes out is still undecided.`,
		Example: `  mappe ask
  mappe ask case.yaml
  mappe ask -o kovalenko.yaml --lang da
  mappe ask case.yaml --json`,
		Args: wants(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := ""
			if len(args) > 0 {
				path = args[0]
			}
			if o.json {
				return runAskJSON(o, path, out)
			}
			return runAsk(o, path, out)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "`file` to write (default: PROFILE, else case.yaml)")
	c.Flags().BoolVar(&o.json, "json", false, "print the open questions as JSON")
	return c
}

// Asked is what mappe ask --json prints.
type Asked struct {
	Ask      []Question `json:"ask"` // the first to be asked next
	Possible []string   `json:"possible"`
}

func runAskJSON(o *options, path, out string) (err error) {
	defer locales.Rescue(&err)
	switch {
	case path == "":
		return usage("ask --json: PROFILE is missing")
	case out != "":
		return usage("ask --json: writes no file; leave -o out")
	}
	w, err := o.load(path)
	if err != nil {
		return err
	}
	if err := printJSON(o.stdout, Asked{w.questions(), w.possible()}); err != nil {
		return err
	}
	return w.undecided()
}

// undecided ends with code 3 while facts are missing.
func (w *work) undecided() error {
	if w.code() == exitUndecided {
		return &exit{code: exitUndecided}
	}
	return nil
}

// questions are what is still to be asked: applicants in file order, a fact
// that all share once.
func (w *work) questions() []Question {
	qs := []Question{}
	for _, p := range w.list.People {
		for _, k := range p.Ask {
			q := w.question(p, k)
			if !slices.ContainsFunc(qs, func(x Question) bool { return x.place() == q.place() }) {
				qs = append(qs, q)
			}
		}
	}
	return qs
}

// possible are the schemes that may still come out for those who are
// undecided.
func (w *work) possible() []string {
	ids := []string{}
	for _, s := range forms.Schemes {
		for _, p := range w.list.People {
			if slices.Contains(p.Possible, s.ID) {
				ids = append(ids, s.ID)
				break
			}
		}
	}
	return ids
}

// runAsk is the interview.
func runAsk(o *options, path, out string) (err error) {
	defer locales.Rescue(&err)
	if path == "-" {
		return usage("ask: the profile cannot come from standard input, where the answers come from; name its file")
	}
	if out == "-" {
		return usage("ask -o -: every answer is saved in the file at once; name a file")
	}
	file, err := target(path, out)
	if err != nil {
		return err
	}
	o.sweepFor(file.real())
	t := &interview{file: file, in: newLines(o), out: o.stderr, aside: map[place]bool{}, told: map[string]string{}}
	if path == "" {
		err = t.begin(o)
	} else {
		err = t.resume(o, path)
	}
	if err == nil {
		err = t.talk()
	}
	if errors.Is(err, errLeave) {
		if t.src == nil {
			return &exit{code: exitUndecided} // left before anything was told
		}
		t.say(t.voice.Must("interview.saved", "File", file.path))
		err = nil
	}
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(o.stdout, file.path); err != nil {
		return err
	}
	return t.undecided()
}

// target is the file to be written: the profile itself, or one that is not
// there yet.
func target(path, out string) (*caseFile, error) {
	switch {
	case path != "" && (out == "" || sameFile(path, out)):
		return &caseFile{path: path}, nil
	case out == "":
		out = "case.yaml"
	}
	if _, err := os.Lstat(out); err == nil {
		return nil, isThere(out)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, hinted("choose another name with -o", "%s: cannot be written: %w", out, cause(err))
	}
	return &caseFile{path: filepath.Clean(out), fresh: true}, nil
}
