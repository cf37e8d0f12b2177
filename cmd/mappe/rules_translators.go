package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"mappe/docs"
	"mappe/internal/typeset"
	"mappe/locales"
	"mappe/locales/translators"
	"mappe/profile"
)

// maxSheet is many times what a sheet has.
const maxSheet = 16 << 20 // bytes

func newTranslators(o *options) *cobra.Command {
	var out, from string
	c := &cobra.Command{
		Use:   "translators TAG",
		Short: "a translator's sheet of a courtesy language, and back",
		Long: `Writes a table for those who translate mappe into the courtesy language TAG, to be
opened in Excel or LibreOffice: of each message the English and the Danish text,
the translation as it is, where it is read, what its variables stand for, and the
terms in it. It is CSV in UTF-8 with semicolons.

With --read it reads such a table back and names every fault in it, by line, with
what to do. With -o it then writes the message file, and beside it the file
translated.TAG.txt, which says of which English texts these are translations; it
writes neither while there is a fault. docs/translators.md tells the whole way.`,
		Example: `  mappe rules translators uk -o sheet.csv
  mappe rules translators uk --read sheet.csv
  mappe rules translators uk --read sheet.csv -o active.uk.json`,
		Args: wants(1, "TAG"),
		RunE: func(_ *cobra.Command, args []string) error {
			t, err := locales.TranslationInto(args[0])
			if err != nil {
				return usage("translators: %v", err)
			}
			if from != "" {
				return readSheet(o, t, from, out)
			}
			return writeSheet(o, t, out)
		},
	}
	c.Flags().StringVar(&from, "read", "", "read the sheet in `FILE` back, - for stdin")
	c.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`; without it a sheet goes to stdout, and --read only checks")
	return c
}

func writeSheet(o *options, t *locales.Translation, out string) (err error) {
	defer locales.Rescue(&err)
	p, err := o.printer(nil)
	if err != nil {
		return err
	}
	data, err := translators.Write(p, t, docs.Glossary)
	if err != nil {
		return err
	}
	if toStdout(out) {
		_, err := o.data.Write(data)
		return err
	}
	o.sweepFor(out)
	if err := (&work{}).writeFiles([]output{holding(out, data)}); err != nil {
		return err
	}
	fmt.Fprintln(o.stdout, out)
	return nil
}

func readSheet(o *options, t *locales.Translation, from, out string) (err error) {
	defer locales.Rescue(&err)
	p, err := o.printer(nil)
	if err != nil {
		return err
	}
	data, err := o.readFile(from)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return hinted("mappe rules translators "+t.Tag+" -o sheet.csv writes one", "%s: no such file", from)
	case err != nil:
		return hinted("give the sheet itself, as it was saved", "%s: %w", from, cause(err))
	case len(data) > maxSheet:
		return hinted("give the sheet itself, as it was saved", "%s: is larger than 16 MB", from)
	}
	judge := locales.NewJudge(t.Tag)
	judge.Missing, judge.Nearest = typeset.Missing, profile.Nearest
	got, err := translators.Read(from, data, t, judge)
	if err != nil {
		return hinted("nothing is written until every fault is mended; docs/translators.md says how", "%w", err)
	}
	if out == "-" {
		_, err = o.data.Write(locales.Format(got.Messages))
	} else if out != "" {
		beside := filepath.Join(filepath.Dir(out), "translated."+t.Tag+".txt")
		if filepath.Clean(out) == beside {
			return usage("translators: -o %s: has the name of the file that is written beside it; choose active.%s.json", out, t.Tag)
		}
		o.sweepFor(out)
		err = (&work{keep: []string{from}}).writeFiles([]output{
			holding(out, locales.Format(got.Messages)), holding(beside, locales.Digests(got.From))})
		if err == nil {
			fmt.Fprintf(o.stdout, "%s\n%s\n", out, beside)
		}
	}
	if err != nil {
		return err
	}
	o.say("%s: %s", from, p.Must("translators.changed", "Count", got.Changed))
	if got.Missing > 0 {
		o.say("%s: %s", from, p.Must("translators.missing", "Count", got.Missing))
	}
	if got.Outdated > 0 {
		o.say("%s: %s", from, p.Must("translators.outdated", "Count", got.Outdated))
	}
	return nil
}
