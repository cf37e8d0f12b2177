package ua

import (
	"strings"

	"mappe/internal/pdf"
)

// within are the types that may stand only below certain others.
var within = map[pdf.Name]map[pdf.Name]bool{
	"TR": names("Table THead TBody TFoot"), "TH": names("TR"), "TD": names("TR"),
	"THead": names("Table"), "TBody": names("Table"), "TFoot": names("Table"),
	"LI": names("L"), "LBody": names("LI"), "Lbl": names("LI Note TOCI Caption"), "TOCI": names("TOC"),
}

// only are the types that may hold only certain others.
var only = map[pdf.Name]map[pdf.Name]bool{
	"Table": names("TR THead TBody TFoot Caption"), "THead": names("TR"), "TBody": names("TR"), "TFoot": names("TR"),
	"TR": names("TH TD"), "L": names("LI L Caption"), "LI": names("Lbl LBody"), "TOC": names("TOC TOCI Caption"),
}

func names(s string) map[pdf.Name]bool {
	set := map[pdf.Name]bool{}
	for _, w := range strings.Fields(s) {
		set[pdf.Name(w)] = true
	}
	return set
}

// rule is the rule that a type falls under.
func ruleOf(role pdf.Name) string {
	switch {
	case role[0] == 'L' && role != "Link":
		return "list"
	case strings.HasPrefix(string(role), "TOC"):
		return "toc"
	}
	return "table"
}

// checkNesting looks at what stands in what.
func (d *document) checkNesting() {
	ids := map[pdf.String]bool{}
	for _, e := range d.all {
		if above := within[e.role]; above != nil && !above[e.parent.role] {
			d.complain(ruleOf(e.role), e.path(), "%s stands in %s", e.role, e.parent.role)
		}
		below := only[e.role]
		for _, k := range e.kids {
			switch {
			case k.element == nil && k.mark != nil && (below != nil || grouping[string(e.role)] && e.role != "Caption" && e.role != "BlockQuote" && e.role != "TOCI"):
				d.complain("grouping", e.path(), "%s holds marked content itself", e.role)
			case k.element != nil && below != nil && !below[k.element.role]:
				d.complain(ruleOf(e.role), e.path(), "%s holds %s", e.role, k.element.role)
			}
		}
		switch e.role {
		case "Table":
			d.checkTable(e)
		case "L":
			d.checkList(e)
		case "Note":
			id, _ := d.f.Get(e.dict.Get("ID")).(pdf.String)
			if id == "" || ids[id] {
				d.complain("notes", e.path(), "the ID %q is none of its own", id)
			}
			ids[id] = true
		}
	}
}

// attribute is a value of an element's attributes.
func (d *document) attribute(e *element, owner, key pdf.Name) pdf.Object {
	all := d.f.Array(e.dict.Get("A"))
	if all == nil {
		all = pdf.Array{e.dict.Get("A")}
	}
	for _, o := range all {
		if a := d.f.Dict(o); d.f.Name(a.Get("O")) == owner && a.Get(key) != nil {
			return d.f.Get(a.Get(key))
		}
	}
	return nil
}

func (d *document) span(e *element, key pdf.Name) int {
	n, _ := d.f.Int(d.attribute(e, "Table", key))
	return min(max(n, 1), 1000)
}

// checkTable looks whether all rows are as wide as each other, and whether a
// head says whose it is.
func (d *document) checkTable(table *element) {
	var rows []*element
	for _, e := range table.holds() {
		if e.role == "TR" {
			rows = append(rows, e)
			continue
		}
		for _, r := range e.holds() {
			if r.role == "TR" {
				rows = append(rows, r)
			}
		}
	}
	if len(rows) == 0 {
		d.complain("table", table.path(), "has no rows")
	}
	taken := map[[2]int]bool{}
	width, heads := 0, 0
	for y, r := range rows {
		x := 0
		for _, cell := range r.holds() {
			for taken[[2]int{x, y}] {
				x++
			}
			for dy := range d.span(cell, "RowSpan") {
				for dx := range d.span(cell, "ColSpan") {
					taken[[2]int{x + dx, y + dy}] = true
				}
			}
			x += d.span(cell, "ColSpan")
			if cell.role != "TH" {
				continue
			}
			heads++
			switch s := d.attribute(cell, "Table", "Scope"); s {
			case pdf.Name("Column"), pdf.Name("Row"), pdf.Name("Both"):
			default:
				d.complain("th-scope", cell.path(), "its scope is %v", s)
			}
		}
		for taken[[2]int{x, y}] {
			x++
		}
		if y == 0 {
			width = x
		}
		if x != width {
			d.complain("table-regular", r.path(), "has %d columns, the first row %d", x, width)
		}
	}
	if heads == 0 && len(rows) > 0 {
		d.complain("table-heads", table.path(), "has no TH")
	}
}

// checkList looks whether a list with labels says how it counts.
func (d *document) checkList(list *element) {
	labels := false
	for _, item := range list.holds() {
		seen := 0
		for _, e := range item.holds() {
			if e.role == "Lbl" {
				seen++
			}
		}
		labels = labels || seen > 0
		if seen > 1 {
			d.complain("list", item.path(), "has %d labels", seen)
		}
	}
	if labels && d.attribute(list, "List", "ListNumbering") == nil {
		d.complain("list-numbering", list.path(), "has labels and does not say how it counts")
	}
}

// checkHeadings looks at the order of headings in the whole file.
func (d *document) checkHeadings() {
	last, numbered, plain := 0, false, false
	for _, e := range d.all {
		if e.role == "H" {
			plain = true
			continue
		}
		if len(e.role) != 2 || e.role[0] != 'H' {
			continue
		}
		numbered = true
		level := int(e.role[1] - '0')
		switch {
		case last == 0 && level != 1:
			d.complain("headings", e.path(), "the first heading is H%d", level)
		case level > last+1:
			d.complain("headings", e.path(), "H%d follows H%d", level, last)
		}
		last = level
		words := ""
		d.walk(e, func(m *mark) { words += m.text })
		if strings.TrimSpace(words) == "" && d.alternative(e) == "" {
			d.complain("headings", e.path(), "has no words")
		}
	}
	if plain && numbered {
		d.complain("headings-kind", "tree", "has headings of both kinds, H and H1")
	}
}

// alternative is what stands for an element that can't be read itself.
func (d *document) alternative(e *element) string {
	for _, key := range []pdf.Name{"Alt", "ActualText"} {
		if s, ok := d.f.Get(e.dict.Get(key)).(pdf.String); ok && s.Text() != "" {
			return s.Text()
		}
	}
	return ""
}
