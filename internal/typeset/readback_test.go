//go:build !race

package typeset

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// A printedLine is a line that was printed, and where.
type printedLine struct {
	trial trial
	line  Line
	page  int
	y     float64
}

// printed prints trials in lines of at most width, and tells where they stand.
func printed(t *testing.T, set []trial, width Unit, bold bool) (file []byte, lines []printedLine) {
	t.Helper()
	const height, step = 800, 25
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{})
	cuts := NewCuts(w)
	sheet, y := (*pdf.Sheet)(nil), 0.0
	turn := func() {
		if sheet != nil {
			if err := w.Sheet(sheet); err != nil {
				t.Fatal(err)
			}
		}
		sheet, y = &pdf.Sheet{Width: 100 + max(500, width.Points()), Height: height}, height
	}
	turn()
	page := 1
	for _, s := range set {
		for _, l := range s.paragraph(bold).Lines(width) {
			if y -= step; y < step {
				turn()
				y -= step
				page++
			}
			lines = append(lines, printedLine{s, l, page, y})
			for _, r := range l.Runs {
				b := fmt.Appendf(nil, "BT /%s %g Tf 1 0 0 1 %.3f %g Tm ", sheet.Use("Font", cuts.Font(r.Font)), r.Size.Points(), 50+r.X.Points(), y)
				sheet.Raw(append(cuts.Append(b, r), " ET\n"...))
			}
		}
	}
	turn()
	if err := cuts.Write(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), lines
}

// Every text can be read back from the page, character for character: what the
// operators show, from the left, is the line in the order that UAX #9 gives it,
// and no run stands elsewhere than the widths of the glyphs say. That order is
// the one that Unicode's own tests find right in TestBidiCharacters.
func TestReadBack(t *testing.T) {
	for name, set := range trials(t) {
		for _, c := range []struct {
			width Unit
			bold  bool
		}{{4000 * Point, false}, {150 * Point, false}, {60 * Point, true}} {
			t.Run(fmt.Sprintf("%s/%g", name, c.width.Points()), func(t *testing.T) {
				t.Parallel()
				file, lines := printed(t, set, c.width, c.bold)
				all := decode(t, file)
				wrong := 0
				for i, l := range lines {
					n := 0
					for n < len(all) && all[n].page == l.page && all[n].y == l.y {
						n++
					}
					if err := readsBack(l, all[:n]); err != nil {
						if wrong++; wrong <= 20 {
							t.Errorf("line %d of %d: %s: %q: %v", i+1, len(lines), l.trial.where, l.trial.text, err)
						}
					}
					all = all[n:]
				}
				if wrong > 20 {
					t.Errorf("and %d more", wrong-20)
				}
				if len(all) > 0 {
					t.Errorf("%d operators show what is on no line", len(all))
				}
				if err := whole(lines); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// readsBack compares what a line shows with what it should.
func readsBack(l printedLine, got []shown) error {
	if len(got) != len(l.line.Runs) {
		return fmt.Errorf("%d operators for %d runs", len(got), len(l.line.Runs))
	}
	from, to := reach(l.line)
	text := []rune(l.trial.text[from:to])
	base := ltr
	if l.trial.rtl {
		base = rtl
	}
	// The levels are those of the paragraph, the order is the line's.
	whole := levels([]rune(l.trial.text), base)
	before := len([]rune(l.trial.text[:from]))
	level := slices.Clone(whole[before : before+len(text)])
	trim(text, level, base)
	var visual []int
	for _, i := range order(level) {
		if !steers(text[i]) || text[i] == '\u00AD' && i == len(text)-1 && to < len(l.trial.text) {
			visual = append(visual, i)
		}
	}
	var want strings.Builder
	for _, i := range visual {
		want.WriteRune(text[i])
	}
	for i, s := range got {
		r := l.line.Runs[i]
		var own Unit // what the last glyph is wider than the next one stands behind it
		if n := len(r.Glyphs); n > 0 {
			last := r.Glyphs[n-1]
			own = Unit(last.width(r.Font.open())+int(last.shift)-int(last.advance)) * r.Size / 1000
		}
		if x, to := 50+r.X.Points(), 50+(r.X+r.Width+own).Points(); math.Abs(s.x-x) > 0.002 || math.Abs(s.to-to) > 0.01 {
			return fmt.Errorf("run %d stands from %.3f to %.3f, want from %.3f to %.3f", i, s.x, s.to, x, to)
		}
		if next := i + 1; next < len(got) && l.line.Runs[next].X != r.X+r.Width {
			return fmt.Errorf("run %d ends at %d, and the next starts at %d", i, r.X+r.Width, l.line.Runs[next].X)
		}
		for _, cluster := range s.texts {
			n := len([]rune(cluster))
			if n > len(visual) {
				return fmt.Errorf("shows %q beyond %q", cluster, want.String())
			}
			some := slices.Sorted(slices.Values(visual[:n]))
			var b strings.Builder
			for _, i := range some {
				b.WriteRune(text[i])
			}
			if b.String() != cluster {
				return fmt.Errorf("shows %q where %q stands in %q", cluster, b.String(), want.String())
			}
			visual = visual[n:]
		}
	}
	if len(visual) > 0 {
		return fmt.Errorf("does not show the last %d characters of %q", len(visual), want.String())
	}
	return nil
}

// reach is the part of the text that a line has.
func reach(l Line) (from, to int) {
	if len(l.Runs) == 0 {
		return 0, 0
	}
	from = math.MaxInt
	for _, r := range l.Runs {
		from, to = min(from, r.At), max(to, r.At+len(r.Text))
	}
	return from, to
}

// whole tells whether lines hold all of their texts, each part once.
func whole(lines []printedLine) error {
	for i := 0; i < len(lines); {
		first, runs := i, []Run(nil)
		for ; i < len(lines) && lines[i].trial == lines[first].trial; i++ {
			runs = append(runs, lines[i].line.Runs...)
		}
		text := lines[first].trial.text
		slices.SortFunc(runs, func(a, b Run) int { return cmp.Compare(a.At, b.At) })
		at := 0
		for _, r := range append(runs, Run{At: len(text)}) {
			if r.At < at || strings.Trim(read([]rune(text[at:r.At])), "\n") != "" {
				return fmt.Errorf("%s: between bytes %d and %d of %q no line has anything, or two have it", lines[first].trial.where, at, r.At, text)
			}
			if text[r.At:r.At+len(r.Text)] != r.Text {
				return fmt.Errorf("%s: %q is not at %d of %q", lines[first].trial.where, r.Text, r.At, text)
			}
			at = r.At + len(r.Text)
		}
	}
	return nil
}
