package isolation

import (
	"slices"
	"testing"

	"mappe/internal/page"
)

func TestFaults(t *testing.T) {
	own := Own{}
	own.Words("نموذج MF4 من {{.Name}} قبل 1 يوليو: {{.Form}}")
	for _, c := range []struct {
		text string
		n    int
	}{
		{"نموذج MF4 قبل 1 يوليو", 0},
		{"نموذج BF1 قبل 1", 1},
		{"\u2068BF1/US\u2069 – \u206712 مارس\u2069", 0},
		{"\u2068Anna \u2068سارة\u2069 Sørensen\u2069", 0},
		{"\u2068Anna", 1},
		{"Anna\u2069", 2},
		{"\u2068Anna\n\u2069", 2},
		{"سارة 12-34567", 1},
		{"سارة Name", 1},
		{"بلا قيم", 0},
	} {
		if got := own.Faults(c.text); len(got) != c.n {
			t.Errorf("%+q: %q, want %d", c.text, got, c.n)
		}
	}
}

func TestTexts(t *testing.T) {
	d := page.Doc{Title: "title", Lang: "ar", Blocks: []page.Block{
		page.Heading{Level: 1, Text: "heading", Anchor: "anchor"},
		page.Fields{Pairs: []page.Pair{{Label: "label", Value: "value"}, {Label: "danish", Value: "dansk", Lang: "da"}}},
		page.Check{Number: "1.1", Text: page.Words{{Text: "a "}, {Text: "b", To: "#there"}}, Under: []page.Words{{{Text: "c\nd", Lang: "en"}}}},
	}}
	want := []string{"title", "", "heading", "label", "value", "danish", "a b", "", "", "\u2066c\u2069\n\u2066d\u2069"}
	if got := Texts(d); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
