package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
)

func newRules(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "rules forms|fees|sources|coverage",
		Short: "the rule book: forms and outcomes, dated fees, sources",
		Long: `Shows what mappe decides by: every form and outcome with the sentence it rests on
(forms), every fee with its first and last day and its source (fees), what was
read, when, and what has superseded it (sources), and for every rule of the
sources what became of it, or why it is left out (coverage).`,
		Example: `  mappe rules fees
  mappe rules fees --on 2025-06-01
  mappe rules sources --json`,
		Args:      wants(1, "forms, fees, sources or coverage"),
		ValidArgs: []string{"forms", "fees", "sources", "coverage"},
		RunE:      func(_ *cobra.Command, args []string) error { return runRules(o, args[0]) },
	}
	c.Flags().BoolVar(&o.json, "json", false, "print as JSON")
	return c
}

func runRules(o *options, what string) (err error) {
	defer locales.Rescue(&err)
	book, err := law.Ours()
	if err != nil {
		return err
	}
	v, err := o.voice(nil, book)
	if err != nil {
		return err
	}
	on, err := o.day()
	if err != nil {
		return err
	}
	d := page.Doc{Lang: v.Tag()}
	var data any
	switch what {
	case "forms":
		d.Title, d.Blocks = v.Must("ui.rules-forms"), ruleForms(v)
		data = forms.Schemes
	case "fees":
		d.Title, d.Blocks = v.Must("ui.rules-fees"), ruleFees(v, on)
		data = book.Fees
	case "sources":
		d.Title, d.Blocks = v.Must("ui.rules-sources"), ruleSources(v)
		data = book.Sources
	case "coverage":
		a, err := newCoverage(book)
		if err != nil {
			return err
		}
		d.Title, d.Blocks, data = v.Must("ui.rules-coverage"), ruleCoverage(v, a), a
	default:
		return usage("rules %q: say forms, fees, sources or coverage", what)
	}
	if o.json {
		return printJSON(o.stdout, data)
	}
	d.Blocks = append([]page.Block{
		page.Heading{Level: 1, Text: d.Title},
		page.Paragraph{Text: page.Plain(v.Must("ui.rule-book", "Checked", book.Checked, "Digest", book.Digest[:19])), Small: true},
	}, d.Blocks...)
	return page.Text(o.stdout, d, 0)
}

func ruleForms(v packets.Voice) []page.Block {
	var items []page.Item
	for _, s := range forms.Schemes {
		it := page.Item{Text: page.Plain(s.ID + " – " + v.Must("outcome."+string(s.Outcome)) + " – " + v.Must("scheme."+s.ID))}
		if c := v.Cite(s.Cite); c != "" {
			it.Under = append(it.Under, page.Plain(c))
		}
		items = append(items, it)
	}
	return []page.Block{page.List{Items: items}}
}

func ruleFees(v packets.Voice, on civil.Date) (b []page.Block) {
	for _, form := range slices.Sorted(maps.Keys(v.Book.Fees)) {
		fees := v.Book.Fees[form]
		t := page.Table{Head: []string{v.Must("ui.from"), v.Must("ui.to"), v.Must("ui.fee"), v.Must("ui.source")}, Widths: []int{20, 20, 18, 42}}
		for _, x := range fees.Values {
			amount := v.Kroner(locales.Kroner(x.Value.DKK))
			switch {
			case !x.Published:
				amount = v.Must("ui.not-published")
			case x.Value.Free:
				amount = v.Must("ui.free")
			case !x.Value.Stated:
				amount = v.Must("ui.not-stated")
			}
			source := v.Source(x.Source)
			if c := v.Cite(x.Cite); c != "" {
				source += "; " + c
			}
			t.Rows = append(t.Rows, []page.Words{page.Plain(v.Date(x.From)), page.Plain(v.Date(x.To)), page.Plain(amount), page.Plain(source)})
		}
		now := v.Must("ui.no-fee-known", "On", on)
		if x, err := fees.On(on); err == nil && x.Value.DKK > 0 {
			now = v.Must("ui.fee-on", "On", on, "Fee", locales.Kroner(x.Value.DKK))
		} else if err == nil {
			now = ""
		}
		b = append(b, page.Heading{Level: 2, Text: form}, t)
		if now != "" {
			b = append(b, page.Paragraph{Text: page.Plain(now)})
		}
	}
	return append(b, page.Paragraph{Text: page.Plain(v.Must("ui.gaps")), Small: true})
}

func ruleSources(v packets.Voice) []page.Block {
	var items []page.Item
	for _, s := range v.Book.Sources {
		it := page.Item{Text: page.Plain(fmt.Sprintf("%s – %s, %s", s.ID, s.Authority, s.Title))}
		say := func(id string, kv ...any) { it.Under = append(it.Under, page.Plain(v.Must(id, kv...))) }
		say("ui.read", "Date", s.Read)
		if s.Dated != "" {
			say("ui.dated", "Dated", s.Dated)
		}
		if s.Where != "" {
			say("ui.where", "Where", s.Where)
		}
		if s.SupersededBy != "" {
			say("ui.superseded", "By", s.SupersededBy)
		}
		if s.SHA256 != "" {
			say("ui.captured", "Digest", s.SHA256[:16])
		}
		items = append(items, it)
	}
	return []page.Block{page.List{Items: items}}
}
