package main

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"mappe/locales"
)

func newCheck(o *options) *cobra.Command {
	var scans bool
	c := &cobra.Command{
		Use:   "check PROFILE",
		Short: "which form, window, fee, deadlines and notes",
		Long: `Says for every applicant what comes out: the form and the authority, between
which days to file, the fee with its day and source, deadlines, notes, and the
facts that are still missing. Exit code 3 means that facts are missing, 4 that
no packet is due.

With --scans it also looks at every page of the files that is a picture, and
points out those that seem to be blank, dark, pale, blurred, upside down, lying
on their side, or of too few or too many pixels. These are hints: they change
neither the packet nor the exit code. It takes about a second for ten pages.`,
		Example: `  mappe check examples/mf4-family/case.yaml
  mappe check examples/mf4-family/case.yaml --scans
  mappe check case.yaml --on 2027-01-15 --json`,
		Args: wants(1, "PROFILE"),
		RunE: func(_ *cobra.Command, args []string) error { return runCheck(o, args[0], scans) },
	}
	c.Flags().BoolVar(&scans, "scans", false, "look at the pictures in the files, and point out bad ones")
	c.Flags().BoolVar(&o.json, "json", false, "print the answer as JSON")
	return c
}

func runCheck(o *options, path string, scans bool) (err error) {
	defer locales.Rescue(&err)
	w, err := o.load(path)
	if err != nil {
		return err
	}
	a := w.answer()
	if scans {
		if err := w.lookAtScans(o, a); err != nil {
			return err
		}
	}
	if o.json {
		err = printJSON(o.stdout, a)
	} else {
		err = w.printCheck(o.stdout)
	}
	if err != nil {
		return err
	}
	if code := w.code(); code != exitDone {
		return &exit{code: code}
	}
	return nil
}

func printJSON(w io.Writer, v any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	if err == nil {
		_, err = io.WriteString(w, escaped(b.String()))
	}
	return err
}
