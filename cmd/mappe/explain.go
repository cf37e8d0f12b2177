package main

import (
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/spf13/cobra"

	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

func newExplain(o *options) *cobra.Command {
	trace := false
	c := &cobra.Command{
		Use:   "explain PROFILE [ITEM]",
		Short: "why and why not, clause by clause",
		Long: `Shows why the answer is what it is: what was found at each condition on the way
and the sentence it rests on; which other outcomes the purpose has, where the way
to each was left, and which other answer would lead there; how each day was
reckoned; the fee, the longest permit to expect, the documents and the notes.

With ITEM it explains one thing alone: a scheme with every condition on the way
to it, a document (also one that is not asked for), a deadline or a note, by its
id; or one of window, fee, permit_until and covered_by.

With --trace it prints the conditions on the way for a log: a line each, with
the applicant, what was found, the rules, and the facts by their keys.`,
		Example: `  mappe explain case.yaml
  mappe explain case.yaml bf1
  mappe explain case.yaml passport-copy
  mappe explain case.yaml permit_until`,
		Args: wants(2, "PROFILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			item := append(args, "")[1]
			if trace && item != "" {
				return usage("explain --trace: prints the whole way; leave %s", item)
			}
			return runExplain(o, args[0], item, trace)
		},
	}
	c.Flags().BoolVar(&trace, "trace", false, "print the conditions as lines for a log")
	return c
}

func runExplain(o *options, path, item string, trace bool) (err error) {
	defer locales.Rescue(&err)
	w, err := o.load(path)
	if err != nil {
		return err
	}
	if known := w.explainable(); item != "" && !slices.Contains(known, item) {
		return &exit{code: exitUsage, err: fmt.Errorf("%q is nothing that this case decides; did you mean %q?", item, profile.Nearest(item, known)),
			hint: "mappe check shows documents, deadlines, notes and schemes by their ids with --json"}
	}
	if trace {
		err = w.printTrace(o.stdout)
	} else {
		err = page.Text(o.stdout, w.explanation(item), 0)
	}
	if err != nil {
		return err
	}
	if w.code() == exitUndecided {
		return &exit{code: exitUndecided}
	}
	return nil
}

// printTrace prints everybody's way to the answer as lines for a log.
func (w *work) printTrace(out io.Writer) error {
	for _, p := range w.list.People {
		for _, line := range p.Trace() {
			if _, err := fmt.Fprintf(out, "%s %s\n", p.ID(), line); err != nil {
				return err
			}
		}
	}
	return nil
}

// section is a part of an explanation, with its title and whom it was told of.
type section struct {
	title  string
	blocks []page.Block
	of     string
}

// explanation is that of an item, or of everything, for every person whom it
// concerns. What holds for somebody before in the same words is not told again.
func (w *work) explanation(item string) page.Doc {
	v := w.voice
	d := v.Heading(v.Must("ui.explained"), w.list)
	var told []section
	for _, p := range w.list.People {
		sections := w.item(p, item)
		if len(sections) == 0 {
			continue
		}
		name := v.Apart(v.Person(p.Facts.Applicant))
		d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: name})
		for _, s := range sections {
			s.of = name
			if s.title != "" {
				d.Blocks = append(d.Blocks, page.Heading{Level: 3, Text: s.title})
			}
			same := func(x section) bool {
				return (item != "" || s.title != "") && x.title == s.title && reflect.DeepEqual(x.blocks, s.blocks)
			}
			if i := slices.IndexFunc(told, same); i >= 0 {
				d.Blocks = append(d.Blocks, page.Paragraph{Text: page.Plain(v.Must("ui.same-as", "Name", told[i].of))})
				continue
			}
			told = append(told, s)
			d.Blocks = append(d.Blocks, s.blocks...)
		}
	}
	return d
}
