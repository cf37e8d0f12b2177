package page

import (
	"strings"
	"testing"
)

// picture is a block for tests: a Figure with a label.
type picture struct{ Rule }

func (picture) set(s *setter) error {
	l := s.column(left, wide(4), Plain("label"), styleSmall)
	s.add(step, 0, s.picture("what is seen", 40*point, func(y unit) {
		s.pen.frame(left, y, 40*point, 40*point, thin, black)
		s.line(l, 0, y+20*point)
	}))
	return nil
}

func structure(t *testing.T, d Doc) string {
	t.Helper()
	return tool(t, mustPDF(t, d, Options{}).PDF, "pdfinfo", "-struct-text", "FILE")
}

// The tag tree is the block tree.
func TestTags(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []Block
		want   string
	}{
		{"headings leave out no level", []Block{Heading{Level: 1, Text: "a"}, Heading{Level: 3, Text: "b"}, Heading{Level: 3, Text: "c"}, Heading{Level: 2, Text: "d"}, Heading{Level: 3, Text: "e"}},
			"H1 'a' H2 'b' H3 'c' H2 'd' H3 'e'"},
		{"a link holds its text and its place", []Block{Paragraph{Text: Words{{Text: "see "}, {Text: "there", To: "https://example.org"}, {Text: " and read"}}}},
			"P 'see ' Link 'there' Object ' and read'"},
		{"another language", []Block{Paragraph{Text: Words{{Text: "the "}, {Text: "ansøgning", Lang: "da"}}}},
			"P 'the ' Span 'ansøgning'"},
		{"lists", []Block{List{Numbered: true, Items: []Item{{Text: Plain("one")}, {Text: Plain("two"), Under: []Words{Plain("more")}}}}, List{Items: []Item{{Text: Plain("dot")}}}},
			"L /ListNumbering /Decimal LI Lbl '1.' LBody 'one' LI Lbl '2.' LBody P 'two' P 'more' L /ListNumbering /Disc LI Lbl '•' LBody 'dot'"},
		{"tables", []Block{Table{Head: []string{"a", "b"}, Rows: [][]Words{{Plain("c"), nil}}}},
			"Table THead TR TH /Scope /Column 'a' TH /Scope /Column 'b' TBody TR TD 'c' TD"},
		{"fields", []Block{Fields{Pairs: []Pair{{Label: "name", Value: "Oleh"}, {Label: "phone", Value: ""}}}},
			"Table TR TH /Scope /Row 'name' TD 'Oleh' TR TH /Scope /Row 'phone' TD"},
		{"checks", []Block{Check{Number: "1.1", Text: Plain("form"), State: Have, Status: "have", Who: "you", Under: []Words{Plain("why")}}, Check{Text: Plain("fee")}},
			"L /ListNumbering /Decimal LI Lbl '1.1' LBody P 'form' P 'have' P 'you' P 'why' LI LBody P 'fee'"},
		{"tiles", []Block{Tiles{{Label: "form", Value: "MF4", Under: []Words{Plain("more")}}, {Label: "fee", Value: "0"}}},
			"L /ListNumbering /None LI Lbl 'form' LBody P 'MF4' P 'more' LI Lbl 'fee' LBody '0'"},
		{"separator", []Block{Center{Code: "4.2", Title: "Passport", Lines: []Words{{{Text: "Oleh", Lang: "da"}}}}},
			"H1 '4.2' 'Passport' P Span 'Oleh'"},
		{"signature", []Block{Signature{"place", "date", "name"}}, "P 'place' P 'date' P 'name'"},
		{"figure", []Block{Paragraph{Text: Plain("before")}, picture{}, Rule{}, Paragraph{Text: Plain("after")}}, "P 'before' Figure /BBox [56.693 734.866 538.583 774.866] 'label' P 'after'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := structure(t, Doc{Title: "t", Lang: "en", Note: "foot", Blocks: c.blocks})
			var words []string
			for l := range strings.SplitSeq(strings.ReplaceAll(got, `"`, "'"), "\n") {
				l = strings.TrimSuffix(strings.TrimSpace(strings.NewReplacer(" (block)", "", " (inline)", "").Replace(l)), ":")
				if strings.HasPrefix(l, "Object") {
					l = "Object"
				}
				if l != "" {
					words = append(words, l)
				}
			}
			if got := strings.Join(words[1:], " "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
