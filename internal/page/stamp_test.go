package page

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

func TestStamps(t *testing.T) {
	var lines []Stamp
	for i := range 500 {
		lines = append(lines, Stamp{Left: fmt.Sprintf("Марія · item%d", i+1), Right: fmt.Sprintf("%d/500", i+1)})
	}
	lines[1] = Stamp{Left: strings.Repeat("long ", 60), Right: "2/500", Width: 300, Height: 200}
	lines[2] = Stamp{}
	pdf := stampsPDF(t, lines)
	sound(t, pdf)
	if n := strings.Count(tool(t, pdf, "pdffonts", "FILE"), "TrueType"); n != 1 {
		t.Errorf("%d fonts, want 1", n)
	}
	texts := pages(t, pdf)
	if len(texts) != len(lines) {
		t.Fatalf("%d pages", len(texts))
	}
	for i, text := range texts {
		got, want := strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(lines[i].Left+" "+lines[i].Right), " ")
		if i == 1 {
			if !strings.HasSuffix(got, "… 2/500") {
				t.Errorf("the long stamp: %q", got)
			}
		} else if got != want {
			t.Errorf("stamp %d: %q, want %q", i+1, got, want)
		}
	}
	for _, w := range words(t, pdf) {
		if below := w.height - w.yMax; below < 3*mm || w.height-w.yMin > 9*mm || w.xMax > w.width {
			t.Fatalf("page %d: %q is outside its strip", w.page, w.text)
		}
	}
}

// stampsPDF prints each stamp on a page of its own.
func stampsPDF(t *testing.T, lines []Stamp) []byte {
	t.Helper()
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{})
	p := NewPress(w)
	for _, l := range lines {
		words, err := l.Words()
		if err != nil {
			t.Fatal(err)
		}
		s := &pdf.Sheet{Width: cmp.Or(l.Width, a4Width.Points()), Height: cmp.Or(l.Height, a4Height.Points())}
		s.Artifact(func() { p.Words(s, words) })
		if err := w.Sheet(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(p.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestStampRefuses(t *testing.T) {
	for _, c := range []struct {
		stamp Stamp
		want  string
	}{
		{Stamp{Width: -1}, "page of -1 by 841.89 points; a stamp needs one from 0 by 26 to 14400 by 14400"},
		{Stamp{Height: 20}, "page of 595.276 by 20 points; a stamp needs one from 0 by 26 to 14400 by 14400"},
		{Stamp{Right: "117 / 250", Width: 30, Height: 90}, `"117 / 250" does not fit a page 30 points wide; use a shorter label`},
	} {
		if _, err := c.stamp.Words(); err == nil || err.Error() != c.want {
			t.Errorf("got %v\nwant %s", err, c.want)
		}
	}
}

// Names stand in their place, whichever way they are written.
func TestStampOfTwoDirections(t *testing.T) {
	at := func(l Stamp) map[string]unit {
		words, err := l.Words()
		if err != nil {
			t.Fatal(err)
		}
		x := map[string]unit{}
		for _, w := range words {
			for _, part := range []string{"محمد", "12", "MF4", "side 1"} {
				if strings.Contains(w.Run.Text, part) {
					x[part] = w.X
				}
			}
		}
		if len(x) != 4 {
			t.Fatalf("%v", x)
		}
		return x
	}
	left := "\u2068محمد\u2069 · \u206812\u2069 · \u2068MF4\u2069"
	if x := at(Stamp{Left: left, Right: "side 1"}); x["محمد"] >= x["12"] || x["12"] > x["MF4"] || x["MF4"] >= x["side 1"] {
		t.Errorf("from the left: %v", x)
	}
	if x := at(Stamp{Left: left, Right: "side 1", Lang: "ar"}); x["محمد"] <= x["12"] || x["12"] <= x["MF4"] || x["MF4"] <= x["side 1"] {
		t.Errorf("from the right: %v", x)
	}
	words, err := Stamp{Left: strings.Repeat("محمد عبد الله ", 20), Right: "1", Width: 300}.Words()
	if err != nil {
		t.Fatal(err)
	}
	first, cut := words[0], false
	for _, w := range words {
		cut = cut || strings.HasSuffix(w.Run.Text, "…")
		if w.X < first.X {
			first = w
		}
	}
	if !cut || first.X < 0 {
		t.Errorf("begins with %q at %d, cut %v", first.Run.Text, first.X, cut)
	}
}
