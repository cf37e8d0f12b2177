package main

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"mappe/locales"
)

func newCheck(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "check PROFILE",
		Short: "which form, window, fee, deadlines and notes",
		Long: `Says for every applicant what comes out: the form and the authority, between
which days to file, the fee with its day and source, deadlines, notes, and the
facts that are still missing. Exit code 3 means that facts are missing, 4 that
no packet is due.`,
		Example: `  mappe check examples/mf4-family/case.yaml
  mappe check case.yaml --on 2027-01-15 --json`,
		Args: wants(1, "PROFILE"),
		RunE: func(_ *cobra.Command, args []string) error { return runCheck(o, args[0]) },
	}
	c.Flags().BoolVar(&o.json, "json", false, "print the answer as JSON")
	return c
}

func runCheck(o *options, path string) (err error) {
	defer locales.Rescue(&err)
	w, err := o.load(path)
	if err != nil {
		return err
	}
	if o.json {
		err = printJSON(o.stdout, w.answer())
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
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
