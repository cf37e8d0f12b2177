package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/packets"
)

func newRules(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "rules COMMAND",
		Short: "the rule book: forms, fees, sources; check it, compare two",
		Long: `Shows what mappe decides by, checks a rule book, and compares two. A rule book is
a folder with sources.yaml, quotes.yaml, fees.yaml and periods.yaml; mappe
carries one of its own, and --rules names another.`,
		Example: `  mappe rules fees --on 2025-06-01
  mappe rules lint law
  mappe rules diff ours law --cases examples
  mappe rules translators uk -o sheet.csv`,
		Args: cobra.ArbitraryArgs,
	}
	c.AddCommand(
		newRulesShow(o, "forms", "every form and outcome, with the sentence it rests on", rulesForms),
		newRulesShow(o, "fees", "every fee, with its first and last day and its source", rulesFees),
		newRulesShow(o, "sources", "what was read, when, and what has superseded it", rulesSources),
		newRulesShow(o, "coverage", "every rule of the sources, and what became of it", rulesCoverage),
		newRulesLint(o),
		newRulesDiff(o),
		newTranslators(o),
	)
	c.RunE = func(_ *cobra.Command, args []string) error {
		var names []string
		for _, sub := range c.Commands() {
			names = append(names, sub.Name())
		}
		last := len(names) - 1
		say := strings.Join(names[:last], ", ") + " or " + names[last]
		if len(args) == 0 {
			return usage("rules: %s is missing", say)
		}
		return usage("rules %q: say %s", args[0], say)
	}
	return c
}

// newRulesShow is a part of the rule book, printed.
func newRulesShow(o *options, name, short string, show func(packets.Voice, civil.Date) (string, any, []page.Block, error)) *cobra.Command {
	c := &cobra.Command{
		Use:     name,
		Short:   short,
		Example: "  mappe rules " + name + "\n  mappe rules " + name + " --json",
		Args:    wants(0),
		RunE:    func(*cobra.Command, []string) error { return o.showRules(show) },
	}
	c.Flags().BoolVar(&o.json, "json", false, "print as JSON")
	return c
}

func (o *options) showRules(show func(packets.Voice, civil.Date) (string, any, []page.Block, error)) (err error) {
	defer locales.Rescue(&err)
	book, err := o.book()
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
	title, data, blocks, err := show(v, on)
	if err != nil {
		return err
	}
	if o.json {
		return printJSON(o.stdout, data)
	}
	d := page.Doc{Title: title, Lang: v.Tag(), Blocks: []page.Block{
		page.Heading{Level: 1, Text: title},
		page.Paragraph{Text: page.Plain(v.Must("ui.rule-book", "Checked", book.Checked, "Digest", book.Digest[:19])), Small: true},
	}}
	d.Blocks = append(append(d.Blocks, v.OtherBook(book)...), blocks...)
	return page.Text(o.stdout, d, 0)
}

func rulesForms(v packets.Voice, _ civil.Date) (string, any, []page.Block, error) {
	var items []page.Item
	for _, s := range forms.Schemes {
		it := page.Item{Text: page.Plain(s.ID + " – " + v.Must("outcome."+string(s.Outcome)) + " – " + v.Must("scheme."+s.ID))}
		if c := v.Cite(s.Cite); c != "" {
			it.Under = append(it.Under, page.Plain(c))
		}
		items = append(items, it)
	}
	return v.Must("ui.rules-forms"), forms.Schemes, []page.Block{page.List{Items: items}}, nil
}

func rulesFees(v packets.Voice, on civil.Date) (string, any, []page.Block, error) {
	var b []page.Block
	for _, form := range slices.Sorted(maps.Keys(v.Book.Fees)) {
		fees := v.Book.Fees[form]
		t := page.Table{Head: []string{v.Must("ui.from"), v.Must("ui.to"), v.Must("ui.fee"), v.Must("ui.source")}, Widths: []int{20, 20, 18, 42}}
		for i, x := range fees.Values {
			if i == 0 && !x.To.IsZero() {
				t.Rows = append(t.Rows, []page.Words{page.Plain(v.Date(x.To.AddDays(1))), nil,
					page.Plain(v.Must("ui.not-published")), page.Plain(v.Must("ui.checked-on", "Date", fees.Checked))})
			}
			amount := v.Kroner(locales.Kroner(x.Value.DKK))
			switch {
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
	b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.gaps")), Small: true})
	return v.Must("ui.rules-fees"), v.Book.Fees, b, nil
}

func rulesSources(v packets.Voice, _ civil.Date) (string, any, []page.Block, error) {
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
	return v.Must("ui.rules-sources"), v.Book.Sources, []page.Block{page.List{Items: items}}, nil
}
