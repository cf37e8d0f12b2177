package page

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// blind is a Doc with words that run as its pages do, since they have letters of
// both directions, and without what is not the mirror image of the other: links
// among words, values that keep their own direction, signs that are not turned
// about. Lines of Hebrew stand as far apart as those of Latin.
func blind(d Doc, lang string) Doc {
	d = replaced(reflect.ValueOf(d), func(s string) string {
		switch {
		case strings.HasPrefix(s, "https:"):
			return ""
		case strings.HasPrefix(s, "#") && !strings.Contains(s, " ") || s == "da" || s == "uk" || len(s) < 2:
			return s
		}
		first := true
		return strings.Map(func(r rune) rune {
			switch {
			case r == '\n':
				return ' '
			case r == ' ' || r == '-':
				return r
			case first:
				first = false
				return 'n'
			case unicode.IsUpper(r):
				return 'ש'
			}
			return 'ה'
		}, s)
	}).Interface().(Doc)
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case Check:
			if b.Number = "ה"; b.State != Follows {
				b.State = Open
			}
			d.Blocks[i] = b
		case Center:
			b.Code = "ה"
			d.Blocks[i] = b
		case Fields:
			for j := range b.Pairs {
				b.Pairs[j].Lang = lang
			}
		}
	}
	d.Lang = lang
	return d
}

// onLine is the room that the words of one paragraph take on a line, or a link.
type onLine struct {
	page, paragraph int
	y, from, to     unit
}

func stretches(s *setter) (all []onLine) {
	paragraph := func(leaf int) int {
		for leaf >= 0 {
			switch leaf = s.tree.nodes[leaf].Parent; s.tree.nodes[leaf].Role {
			case "Span", "Link":
				continue
			}
			break
		}
		return leaf
	}
	for n, words := range s.pen.words {
		lines := map[[2]int]*onLine{}
		for _, w := range words {
			key := [2]int{paragraph(w.Leaf), int(w.Y)}
			at := lines[key]
			if at == nil {
				at = &onLine{n, key[0], w.Y, w.X, w.X + w.Run.Width}
				lines[key] = at
			}
			at.from, at.to = min(at.from, w.X), max(at.to, w.X+w.Run.Width)
		}
		for _, at := range lines {
			all = append(all, *at)
		}
	}
	slices.SortFunc(all, func(a, b onLine) int {
		return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.paragraph, b.paragraph), cmp.Compare(b.y, a.y))
	})
	return all
}

// A page for who reads from the right is the mirror image of the other: words,
// lines, boxes, pictures and what is left for others to fill.
func TestPagesMirror(t *testing.T) {
	for name, d := range map[string]Doc{"sample": sample(), "charts": charts(), "much": everywhereBut(strings.Repeat("words and more ", 60))} {
		for _, large := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/%v", name, large), func(t *testing.T) {
				ahead, err := laid(blind(d, "en"), Options{Large: large})
				if err != nil {
					t.Fatal(err)
				}
				back, err := laid(blind(d, "he"), Options{Large: large})
				if err != nil {
					t.Fatal(err)
				}
				want, got := stretches(ahead), stretches(back)
				if len(want) != len(got) || len(want) < 20 {
					t.Fatalf("%d lines became %d", len(want), len(got))
				}
				for i, a := range want {
					a.from, a.to = a4Width-a.to, a4Width-a.from
					if near := got[i]; max(near.from-a.from, a.from-near.from, near.to-a.to, a.to-near.to) <= 1 { // rounded
						a.from, a.to = near.from, near.to
					}
					if a != got[i] {
						t.Fatalf("a line at %+v, want %+v", got[i], a)
					}
				}
				drawn := 0
				for i, a := range slices.Concat(ahead.pen.pages, ahead.pen.figures) {
					b := slices.Concat(back.pen.pages, back.pen.figures)[i]
					if drawn += len(a); len(a) != len(b) {
						t.Fatalf("page %d: %d shapes became %d", i+1, len(a), len(b))
					}
					for j, x := range a {
						x.at = slices.Clone(x.at)
						for k := range x.at {
							x.at[k].x = a4Width - x.at[k].x
						}
						if !reflect.DeepEqual(x, b[j]) {
							t.Fatalf("page %d: shape %d is %+v, want %+v", i+1, j, b[j], x)
						}
					}
				}
				if drawn < 10 {
					t.Errorf("only %d shapes", drawn)
				}
				for i, a := range ahead.pen.slots {
					w := a4Width.Points()
					if b := back.pen.slots[i]; b.Page != a.Page || fmt.Sprintf("%.3f", b.Rect[0]) != fmt.Sprintf("%.3f", w-a.Rect[2]) {
						t.Errorf("slot %+v became %+v", a, b)
					}
				}
			})
		}
	}
}

// Signs that mean the same to everybody are not turned about; an arrow points
// to where reading goes.
func TestSignsMirror(t *testing.T) {
	box := func(lang string, state State) (all []spot) {
		s, err := laid(Doc{Lang: lang, Blocks: []Block{Check{State: state, Status: "x", Text: Plain("x")}}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var corner spot
		for _, x := range s.pen.pages[0] {
			switch {
			case x.closed:
				corner = spot{min(x.at[0].x, x.at[1].x), x.at[0].y}
			case len(x.at) > 2:
				for _, p := range x.at {
					all = append(all, spot{p.x - corner.x, p.y - corner.y})
				}
			}
		}
		return all
	}
	for _, state := range []State{Have, Confirm} {
		if a, b := box("en", state), box("ar", state); !slices.Equal(a, b) || len(a) < 3 {
			t.Errorf("sign %d: %v became %v", state, a, b)
		}
	}
	if a, b := box("en", Follows)[1].x, box("ar", Follows)[1].x; a+b != 13*point || a <= b {
		t.Errorf("the arrow points to %v and %v", a, b)
	}
}
