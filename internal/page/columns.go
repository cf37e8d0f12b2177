package page

import (
	"slices"
	"strings"
)

const between = 2 // spaces from one column of a text table to the next

// table aligns the columns of a table. Where all cells fit side by side they
// do; otherwise columns shrink towards their share of the line and cells wrap.
func (t *typist) table(tab Table) {
	var rows [][]string
	if len(tab.Head) > 0 {
		head := make([]string, len(tab.Head))
		for i, h := range tab.Head {
			head[i] = clean(h)
		}
		rows = append(rows, head)
	}
	for _, r := range tab.Rows {
		row := make([]string, len(r))
		for i, c := range r {
			row[i] = c.typed()
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return
	}
	shares, err := tab.columns()
	if err != nil {
		return // proof has reported it
	}
	widths := share(rows, shares, t.width-between*(len(shares)-1))
	for i, row := range rows {
		t.row(row, widths)
		if i == 0 && len(tab.Head) > 0 {
			under := make([]string, len(widths))
			for j, w := range widths {
				under[j] = strings.Repeat("-", w)
			}
			t.line(strings.Join(under, strings.Repeat(" ", between)))
		}
	}
}

// row writes the cells of one row, wrapped to their columns.
func (t *typist) row(row []string, widths []int) {
	folded := make([][]string, len(row))
	tall := 0
	for i, c := range row {
		folded[i] = chop(fold(c, widths[i]), widths[i])
		tall = max(tall, len(folded[i]))
	}
	for l := range tall {
		var b strings.Builder
		for i, w := range widths {
			cell := ""
			if l < len(folded[i]) {
				cell = folded[i][l]
			}
			b.WriteString(cell + strings.Repeat(" ", max(0, w-cells(cell))+between))
		}
		t.line(b.String())
	}
}

// share gives each column its widest line, as long as all fit in room;
// otherwise narrow columns keep that and the others divide what is left by
// their shares.
func share(rows [][]string, shares []int, room int) []int {
	widths := make([]int, len(shares))
	for _, row := range rows {
		for i, c := range row {
			for l := range strings.SplitSeq(c, "\n") {
				widths[i] = max(widths[i], cells(l))
			}
		}
	}
	settled := make([]bool, len(widths))
	for {
		left, parts, changed := room, 0, false
		for i, w := range widths {
			if settled[i] {
				left -= w
			} else {
				parts += shares[i]
			}
		}
		for i, w := range widths {
			if !settled[i] && w*parts <= left*shares[i] {
				settled[i], changed = true, true
			}
		}
		if changed {
			continue
		}
		for i := range widths {
			if !settled[i] {
				widths[i] = max(1, left*shares[i]/parts)
			}
		}
		return spare(widths, rows)
	}
}

// spare moves places from columns that have more than their longest word needs
// to those that would have to cut one; a word longer than an equal share of
// the line is cut all the same.
func spare(widths []int, rows [][]string) []int {
	equal := 0
	for _, w := range widths {
		equal += w
	}
	equal /= len(widths)
	slack := slices.Clone(widths) // width less the longest word
	for i := range widths {
		longest := 0
		for _, row := range rows {
			for word := range strings.FieldsSeq(row[i]) {
				for _, piece := range pieces(word) {
					longest = max(longest, cells(piece))
				}
			}
		}
		slack[i] -= min(longest, equal)
	}
	for {
		giver := slices.Index(slack, slices.Max(slack))
		taker := slices.IndexFunc(slack, func(n int) bool { return n < 0 })
		if taker < 0 || slack[giver] <= 0 {
			return widths
		}
		widths[giver], slack[giver] = widths[giver]-1, slack[giver]-1
		widths[taker], slack[taker] = widths[taker]+1, slack[taker]+1
	}
}
