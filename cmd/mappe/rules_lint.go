package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/locales"
)

func newRulesLint(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "what is wrong with a rule book, by file and line",
		Long: `Names everything that is wrong with the rule book in DIR, each complaint with its
file and line; without DIR, with the one that is in use. Warnings name what will
go wrong with time: a rate that ends soon, and lines that nobody has compared
with their sources for long. Exit code 1 means complaints; warnings alone do
not fail.`,
		Example: `  mappe rules lint law
  mappe rules lint law --on 2027-06-01 --json`,
		Args: wants(1),
		RunE: func(_ *cobra.Command, args []string) error { return runRulesLint(o, append(args, "")[0]) },
	}
	c.Flags().BoolVar(&o.json, "json", false, "print as JSON")
	return c
}

// lint is what there is to say of a rule book.
type lint struct {
	Complaints law.Complaints `json:"complaints"`
	Warnings   law.Complaints `json:"warnings"`
	Fees       int            `json:"fees"` // lines
	Periods    int            `json:"periods"`
	Quotations int            `json:"quotations"`
	Sources    int            `json:"sources"`
	Digest     string         `json:"digest"`
}

func lintBook(b *law.Book, complaints law.Complaints, on civil.Date) lint {
	l := lint{Complaints: append(law.Complaints{}, complaints...), Warnings: append(law.Complaints{}, b.Warnings(on)...),
		Quotations: len(b.Quotes), Sources: len(b.Sources), Digest: b.Digest}
	for _, d := range b.Fees {
		l.Fees += len(d.Values)
	}
	for _, d := range b.Periods {
		l.Periods += len(d.Values)
	}
	return l
}

func runRulesLint(o *options, dir string) (err error) {
	defer locales.Rescue(&err)
	if dir != "" && o.rules != "" {
		return usage("rules lint: name the folder once: %s, or --rules %s", dir, o.rules)
	}
	on, err := o.day()
	if err != nil {
		return err
	}
	b, complaints, err := judge(dir+o.rules, on)
	if err != nil {
		return err
	}
	v, err := o.voice(nil, b)
	if err != nil {
		return err
	}
	l := lintBook(b, complaints, on)
	if o.json {
		err = printJSON(o.stdout, l)
	} else {
		for _, c := range l.Complaints {
			fmt.Fprintln(o.stdout, c)
		}
		for _, w := range l.Warnings {
			fmt.Fprintln(o.stdout, "warning:", w)
		}
		if len(l.Complaints) == 0 {
			fmt.Fprintln(o.stdout, v.Must("lint.clean", "Fees", l.Fees, "Periods", l.Periods,
				"Quotations", l.Quotations, "Sources", l.Sources, "Digest", l.Digest[:19]))
		}
	}
	if err == nil && len(l.Complaints) > 0 {
		err = &exit{code: exitFailed}
	}
	return err
}
