package page

import "fmt"

// Tiles are up to three things to see first, side by side.
type Tiles []Tile

// Tile is a short value in large print, what it is above, small lines beneath.
type Tile struct {
	Label, Value string
	Under        []Words
}

func (t Tiles) name(int) string { return "tiles" }

func (t Tiles) proof(p *proofer) {
	if len(t) > 3 {
		p.fail("", "%d stand side by side; give at most three", len(t))
	}
	for _, x := range t {
		p.text("", x.Label)
		p.text(fmt.Sprintf("%q", short(x.Label)), x.Value)
		p.words(fmt.Sprintf("%q", short(x.Label)), x.Under...)
	}
}

// table of tiles: their labels are its head.
func (t Tiles) table() Table {
	table := Table{Rows: [][]Words{nil}}
	for _, x := range t {
		table.Head = append(table.Head, x.Label)
		cell := Words{{Text: x.Value, Strong: true}}
		for _, u := range x.Under {
			cell = append(append(cell, Span{Text: "\n"}), u...)
		}
		table.Rows[0] = append(table.Rows[0], cell)
	}
	return table
}

func (t Tiles) typed(y *typist) { y.table(t.table()) }

func (t Tiles) marked() string { return t.table().marked() }

func (t Tiles) html() string { return "tiles" }

func (t Tiles) set(s *setter) error {
	if len(t) == 0 {
		return nil
	}
	return t.table().set(s)
}
