package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

func newExplain(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "explain PROFILE [ITEM]",
		Short: "why and why not, clause by clause",
		Long: `Shows the conditions that were weighed on the way to the answer, in order: what
each one asks, what your facts say, the sentence that it rests on, and what the
other answer would have led to. With ITEM, a document, deadline or scheme by its
id, it explains that alone.`,
		Example: `  mappe explain case.yaml
  mappe explain case.yaml passport-copy
  mappe explain case.yaml biometrics`,
		Args: wants(2, "PROFILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			return runExplain(o, args[0], append(args, "")[1])
		},
	}
}

func runExplain(o *options, path, item string) (err error) {
	defer locales.Rescue(&err)
	w, err := o.load(path)
	if err != nil {
		return err
	}
	v := w.voice
	d := v.Heading(v.Must("ui.explained"), w.list)
	found := item == ""
	for _, p := range w.list.People {
		blocks := w.explain(p, item)
		found = found || len(blocks) > 0
		if len(blocks) > 0 {
			d.Blocks = append(d.Blocks, page.Heading{Level: 2, Text: v.Person(p.Facts.Applicant)})
			d.Blocks = append(d.Blocks, blocks...)
		}
	}
	if !found {
		known := w.explainable()
		return &exit{code: exitUsage, err: fmt.Errorf("%q is nothing that this case decides; did you mean %q?", item, profile.Nearest(item, known)),
			hint: "mappe check shows documents, deadlines and schemes by their ids with --json"}
	}
	if err := page.Text(o.stdout, d, 0); err != nil {
		return err
	}
	if w.code() == exitUndecided {
		return &exit{code: exitUndecided}
	}
	return nil
}

// explainable are the ids that explain knows for the case.
func (w *work) explainable() (ids []string) {
	for _, p := range w.list.People {
		for _, it := range p.Items {
			ids = append(ids, it.ID)
		}
		for _, d := range p.Deadlines {
			ids = append(ids, d.ID)
		}
	}
	for _, s := range forms.Schemes {
		ids = append(ids, s.ID)
	}
	return ids
}

// explain is one person's part; item "" is everything.
func (w *work) explain(p *checklist.Person, item string) (b []page.Block) {
	v := w.voice
	if item == "" {
		b = append(b, v.Decision(w.list, p)...)
		b = append(b, page.Heading{Level: 3, Text: v.Must("ui.way")}, page.List{Numbered: true, Items: v.Path(p.Path())})
	}
	scheme := func(s forms.Scheme) bool { return s.ID == item }
	if slices.ContainsFunc(forms.Schemes, scheme) {
		b = append(b, page.List{Items: v.Against(p, item)})
	}
	for _, it := range p.Items {
		if item == it.ID || item == "" {
			text := it.Number + " " + v.Must("doc."+it.ID) + ": " + v.Must("need."+string(it.Need))
			b = append(b, page.Paragraph{Text: page.Plain(text), Strong: true},
				page.List{Items: append([]page.Item{{Text: page.Plain(v.Cite(it.Cite))}}, v.Reasons(it.Why)...)})
		}
	}
	for _, d := range p.Deadlines {
		if item == d.ID || item == "" {
			b = append(b, page.Paragraph{Text: page.Plain(v.Must("deadline."+d.ID) + ": " + v.Date(d.On)), Strong: true},
				page.Paragraph{Text: page.Plain(v.Cite(d.Cite)), Small: true})
		}
	}
	if item == "" {
		b = append(b, v.Missing(p)...)
	}
	return b
}
