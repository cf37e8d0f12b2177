package packets

import (
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
)

// Reason is why an item is on the list: what its condition found, and the
// sentence that asks for it.
func (v Voice) Reason(p *checklist.Person, it checklist.Item) page.Item {
	text := v.Must("doc."+it.ID) + " – " + v.Must("need."+string(it.Need))
	if it.Number != "" {
		text = v.Apart(it.Number) + " " + text
	}
	if it.Extra {
		return page.Item{Text: page.Plain(text), Under: under(v.Must("ui.extra"))}
	}
	var lines []page.Words
	cites := []law.Cite{it.Cite}
	if it.Why.Op != "" {
		lines = under(v.Found(p.Case, it.Why))
		_, more := decisive(it.Why)
		cites = append(cites, more...)
	}
	gaps := p.Gaps(it.ID)
	for i, gap := range gaps {
		lines = append(lines, under(v.Must("ui.gap", "Number", gapNumber(it, i, len(gaps)), "Period", v.period(gap.From, gap.To)))...)
	}
	return page.Item{Text: page.Plain(text), Under: append(lines, v.under(cites)...)}
}

// Reasons are why each item is on a person's list.
func (v Voice) Reasons(p *checklist.Person) []page.Block {
	var items []page.Item
	for _, it := range p.Items {
		items = append(items, v.Reason(p, it))
	}
	if items == nil {
		return nil
	}
	return []page.Block{page.List{Items: items}}
}

// NotAsked is why a document of the scheme is not on a person's list: the
// condition in full, and what was found of it.
func (v Voice) NotAsked(p *checklist.Person, it checklist.Item) page.Item {
	x := page.Item{Text: page.Plain(v.Must("doc." + it.ID))}
	if it.Why.Op == "" {
		x.Under = under(v.Must("ui.once"))
		return x
	}
	x.Under = append(under(v.Must("ui.only-if", "Condition", v.Clause(it.Why)), v.Briefly(p.Case, it.Why)), v.under([]law.Cite{it.Cite})...)
	return x
}

// AllNotAsked are those that a person's scheme has and that are not asked for.
func (v Voice) AllNotAsked(p *checklist.Person) []page.Block {
	var items []page.Item
	for _, it := range p.NotAsked() {
		why := v.Must("ui.once")
		if it.Why.Op != "" {
			why = v.Briefly(p.Case, it.Why)
		}
		items = append(items, page.Item{Text: page.Plain(v.Must("doc." + it.ID)), Under: under(why)})
	}
	if items == nil {
		return nil
	}
	return []page.Block{page.List{Items: items}}
}

// Covered is why a person is included in the first applicant's application, or
// files alone; nil where no family applies for a dispensation together.
func (v Voice) Covered(l *checklist.Checklist, p *checklist.Person) []page.Block {
	first := v.Person(l.People[0].Facts.Applicant)
	x := l.Covering(p.Case)
	it := page.Item{Under: v.under([]law.Cite{"S1-35"})}
	switch {
	case x.Bar != "":
		it.Text = page.Plain(v.Must("covered."+x.Bar, "Name", first))
	case x.Finding.Truth == law.True:
		it.Text = page.Plain(v.Must("covered.yes", "Name", first))
	case x.Finding.Truth == law.False:
		it.Text = page.Plain(v.Must("covered.no", "Name", first))
	default:
		it.Text = page.Plain(v.Must("covered.open", "Name", first))
	}
	if x.Bar == "" {
		it.Under = append(under(v.Found(p.Case, x.Finding)), it.Under...)
	}
	return []page.Block{page.List{Items: []page.Item{it}}}
}

// Noted are a person's notes with these ids, all where none is named: the
// gravest first, each with its sentence.
func (v Voice) Noted(p *checklist.Person, ids ...string) []page.Block {
	var items []page.Item
	for _, s := range []forms.Severity{forms.Blocking, forms.Warning, forms.Info} {
		for _, n := range p.Notes {
			if n.Severity == s && slices.Contains(ids, n.ID) {
				items = append(items, page.Item{
					Text: page.Plain(v.Join(locales.Colon, v.Must("severity."+string(s)), v.Note(n))), Under: v.under([]law.Cite{n.Cite})})
			}
		}
	}
	if items == nil {
		return nil
	}
	return []page.Block{page.List{Items: items}}
}

// BriefNotes are a person's notes, the gravest first, with the rules that they
// rest on by their ids. Those that the forecast tells, and those that the first
// person is told in the same words, are not told again.
func (v Voice) BriefNotes(l *checklist.Checklist, p *checklist.Person) (b []page.Block) {
	told := map[string]bool{}
	if first := l.People[0]; p != first {
		for _, n := range first.Notes {
			told[v.Note(n)] = true
		}
	}
	forecast := p.Scheme.Form == forms.MF4
	var items []page.Item
	again := false
	for _, s := range []forms.Severity{forms.Blocking, forms.Warning, forms.Info} {
		for _, n := range p.Notes {
			text := v.Note(n)
			switch {
			case n.Severity != s, forecast && slices.Contains(forecastNotes, n.ID):
			case told[text]:
				again = true
			default:
				items = append(items, page.Item{Text: page.Plain(v.Sentences(v.Join(locales.Colon, v.Must("severity."+string(s)), text), v.bracketed(n.Cite)))})
			}
		}
	}
	if again {
		b = append(b, page.Paragraph{Text: page.Plain(v.Must("ui.notes-too", "Name", v.Person(l.People[0].Facts.Applicant)))})
	}
	if items != nil {
		b = append(b, page.List{Items: items})
	}
	return b
}

// Open is what an undecided case waits for: the fact that is asked first, and
// which schemes stay possible after each answer to it.
func (v Voice) Open(l *checklist.Checklist, p *checklist.Person) []page.Block {
	if p.Outcome != forms.Undecided || len(p.Ask) == 0 {
		return nil
	}
	k := p.Ask[0]
	var rows [][]page.Words
	for _, o := range l.After(p.Case, k) {
		answer := v.change(o.Change)
		if o.Change.Values != nil {
			answer = v.oneOf(k, o.Change.Values)
		}
		rows = append(rows, []page.Words{page.Plain(v.Capital(answer)), page.Plain(v.Must("ui.listed", "Schemes", schemes(o.Possible)))})
	}
	b := []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.decides", "Fact", v.Fact(k)))}}
	if len(rows) > 0 {
		b = append(b, page.Table{Head: []string{v.Must("ui.value"), v.Must("ui.then")}, Widths: []int{45, 55}, Rows: rows})
	}
	return b
}

// None is a sentence in place of something that a case does not have.
func (v Voice) None(id string) []page.Block {
	return []page.Block{page.Paragraph{Text: page.Plain(v.Must(id))}}
}

// Elsewhere is that a document belongs to other schemes.
func (v Voice) Elsewhere(document string) []page.Block {
	return []page.Block{page.Paragraph{Text: page.Plain(v.Must("ui.of-other-scheme",
		"Document", locales.ID("doc."+document), "Schemes", schemes(checklist.Schemes(document))))}}
}

// Verdict is what comes out, in a sentence.
func (v Voice) Verdict(p *checklist.Person) []page.Block {
	says := "says." + p.Scheme.ID
	if p.Outcome == forms.Undecided {
		says = "says.undecided"
	}
	b := []page.Block{page.Paragraph{Text: page.Plain(v.Must(says)), Strong: true}}
	if p.Scheme.Cite != "" {
		b = append(b, page.Paragraph{Text: v.Quoted(p.Scheme.Cite), Small: true})
	}
	return b
}
