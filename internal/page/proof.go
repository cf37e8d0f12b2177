package page

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// proof reads all of d before anything is printed: anchors are unique, links
// lead somewhere, tables are rectangular; when drawn, every character can be.
func proof(d Doc, drawn bool) error {
	if i := strings.IndexFunc(d.Lang, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}); i >= 0 {
		return fmt.Errorf("lang %q: not a language tag; write it as in \"da\" or \"pt-BR\"", d.Lang)
	}
	text := func(place, s string) error {
		if !drawn {
			return nil
		}
		return refuse(place, s)
	}
	words := func(place string, w Words) error {
		for _, s := range w {
			if err := first(text(place, s.Text), goal(place, s.To)); err != nil {
				return err
			}
		}
		return nil
	}
	if err := first(text("title", d.Title), text("note", d.Note)); err != nil {
		return err
	}
	seen := map[string]bool{}
	for i, b := range d.Blocks {
		n := name(i, b)
		var err error
		switch b := b.(type) {
		case Heading:
			err = text(n, b.Text)
			if err == nil && b.Anchor != "" && (seen[b.Anchor] || strings.TrimSpace(b.Text) == "") {
				err = fmt.Errorf("%s: anchor %q is used twice or has no words; give each heading its own", n, b.Anchor)
			}
			seen[b.Anchor] = true
		case Paragraph:
			err = words(n, b.Text)
		case List:
			for j, it := range b.Items {
				for _, w := range append([]Words{it.Text}, it.Under...) {
					err = first(err, words(fmt.Sprintf("%s item %d", n, j+1), w))
				}
			}
		case Table:
			err = proofTable(n, b, text, words)
		case Check:
			err = first(text(n, b.Number), text(n, b.Status), text(n, b.Who))
			for _, w := range append([]Words{b.Text}, b.Under...) {
				err = first(err, words(n, w))
			}
		case Tiles:
			if len(b) > 3 {
				err = fmt.Errorf("%s: %d tiles; three stand side by side", n, len(b))
			}
			for _, x := range b {
				err = first(err, text(n, x.Label), text(fmt.Sprintf("%s %q", n, short(x.Label)), x.Value))
				for _, w := range x.Under {
					err = first(err, words(n, w))
				}
			}
		case Fields:
			for _, p := range b.Pairs {
				err = first(err, text(n, p.Label), text(fmt.Sprintf("%s %q", n, short(p.Label)), p.Value))
			}
		case Signature:
			err = first(text(n, b.Place), text(n, b.Date), text(n, b.Name))
		case Center:
			err = first(text(n, b.Code), text(n, b.Title))
			for _, l := range b.Lines {
				err = first(err, text(n, l))
			}
		case nil:
			err = fmt.Errorf("block %d: is nil; leave it out", i+1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func proofTable(n string, t Table, text func(string, string) error, words func(string, Words) error) error {
	columns, err := t.columns()
	if err != nil {
		return fmt.Errorf("%s: %w", n, err)
	}
	for _, h := range t.Head {
		err = first(err, text(n+" head", h))
	}
	for i, row := range t.Rows {
		place := fmt.Sprintf("%s row %d", n, i+1)
		if len(row) != len(columns) {
			return fmt.Errorf("%s: has %d cells, the table %d columns; give every row the same number", place, len(row), len(columns))
		}
		for _, c := range row {
			err = first(err, words(place, c))
		}
	}
	return err
}

// columns are t's shares of the line: Widths, or equal ones where there are
// none.
func (t Table) columns() ([]int, error) {
	n := len(t.Head)
	if n == 0 && len(t.Rows) > 0 {
		n = len(t.Rows[0])
	}
	if n == 0 && len(t.Rows) > 0 {
		return nil, errors.New("its rows have no cells; leave it out")
	}
	if len(t.Widths) == 0 {
		equal := make([]int, n)
		for i := range equal {
			equal[i] = 100*(i+1)/n - 100*i/n
		}
		return equal, nil
	}
	sum := 0
	for _, w := range t.Widths {
		if w < 4 {
			return nil, fmt.Errorf("a column of %d %% is too narrow; give it at least 4", w)
		}
		sum += w
	}
	if len(t.Widths) != n && n > 0 || sum != 100 {
		return nil, fmt.Errorf("%d widths with sum %d for %d columns; give one each, together 100", len(t.Widths), sum, n)
	}
	return t.Widths, nil
}

// goal is an error unless to is empty, an anchor, or an https address.
func goal(place, to string) error {
	if to == "" || len(to) > 1 && to[0] == '#' {
		return nil
	}
	if u, err := url.Parse(to); err == nil && u.Scheme == "https" && u.Host != "" {
		return nil
	}
	return fmt.Errorf("%s: link to %q leads nowhere; use \"#anchor\" or an https address", place, to)
}

// name says which block, in errors.
func name(i int, b Block) string {
	switch b := b.(type) {
	case Heading:
		return fmt.Sprintf("heading %q", short(b.Text))
	case Paragraph:
		return fmt.Sprintf("paragraph (block %d)", i+1)
	case List:
		return "list"
	case Table:
		return "table"
	case Check:
		return strings.TrimSpace("check " + b.Number)
	case Tiles:
		return "tiles"
	case Fields:
		return "field"
	case Signature:
		return "signature"
	case Center:
		return "separator"
	}
	return fmt.Sprintf("block %d", i+1)
}

// first is the first error that is one.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
