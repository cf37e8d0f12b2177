package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"mappe/internal/page"
	"mappe/locales"
)

var listFormats = []string{"text", "md", "html", "json", "pdf"}

func newList(o *options) *cobra.Command {
	var format, out string
	c := &cobra.Command{
		Use:   "list PROFILE",
		Short: "the localized checklist",
		Long: `Prints the checklist: what comes out, what to do in which order, which papers
are needed, why, from whom, and which of them are there. Where nothing is to be
filed it prints the steps, the days and the papers to carry.`,
		Example: `  mappe list case.yaml
  mappe list case.yaml --lang da --format pdf -o tjekliste.pdf`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return runList(o, args[0], format, out) },
	}
	c.Flags().StringVar(&format, "format", "text", "`how` to print it: text, md, html, json or pdf")
	c.Flags().StringVarP(&out, "output", "o", "", "write to `file` instead of stdout")
	return c
}

func runList(o *options, path, format, out string) (err error) {
	defer locales.Rescue(&err)
	if !slices.Contains(listFormats, format) {
		return usage("--format %q is none of text, md, html, json, pdf", format)
	}
	w, err := o.load(path)
	if err != nil {
		return err
	}
	d := w.voice.List(w.list, "")
	var b bytes.Buffer
	switch format {
	case "text":
		err = page.Text(&b, d, 0)
	case "md":
		err = page.Markdown(&b, d)
	case "html":
		err = page.HTML(&b, d)
	case "json":
		err = printJSON(&b, w.answer())
	case "pdf":
		var sheets page.Sheets
		if sheets, err = page.PDF(d, page.Options{Where: "checklist"}); err == nil {
			b.Write(sheets.PDF)
		}
	}
	if err != nil {
		return err
	}
	if out == "" {
		_, err = o.stdout.Write(b.Bytes())
	} else if err = w.writeFiles([]output{{out, b.Bytes()}}, nil); err == nil {
		fmt.Fprintln(o.stdout, out)
	}
	if err != nil {
		return err
	}
	if code := w.code(); code == exitUndecided {
		return &exit{code: code}
	}
	return nil
}
