package page

import (
	"bytes"
	"strings"
	"testing"
)

// places is how often everywhere prints its words, the title apart.
const places = 30

// everywhere is a Doc with s in every place that holds words.
func everywhere(s string) Doc {
	w := Plain(s)
	return Doc{Title: s, Lang: "en", Note: s, Blocks: []Block{
		Heading{Level: 1, Text: s},
		Heading{Level: 2, Text: s},
		Heading{Level: 3, Text: s, Anchor: "here"},
		Paragraph{Text: w},
		Paragraph{Text: Words{{Text: s, Strong: true, To: "https://example.org/x"}, {Text: s, To: "#here"}}, Box: true},
		List{Numbered: true, Items: []Item{{Text: w, Under: []Words{w}}}},
		Table{Head: []string{s, s}, Widths: []int{30, 70}, Rows: [][]Words{{w, w}}},
		Check{State: Have, Number: s, Text: w, Status: s, Who: s, Under: []Words{w}},
		Tiles{{Label: s, Value: s, Under: []Words{w}}, {Value: s}},
		Fields{Pairs: []Pair{{Label: s, Value: s}}},
		Rule{},
		Signature{Place: s, Date: s, Name: s},
		Break{},
		Center{Code: s, Title: s, Lines: []Words{w}},
	}}
}

// printout is a Doc as sheets and as a file of its own.
type printout struct {
	Sheets
	PDF   []byte
	Pages int
}

func mustPDF(t *testing.T, d Doc, o Options) printout {
	t.Helper()
	s, err := Print(d, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := PDF(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return printout{s, b.Bytes(), len(s.Words)}
}

func TestPDFPrintsNames(t *testing.T) {
	names := []string{
		"Müller-Łęcka", "Søren Ærø Åkjær", "Марія Коваленко", "Дмитро Ґалаґан", "Αθηνά Παπαδοπούλου",
		"Nguyễn Thị Hồng", "Şükrü Çağlayan İnci", "Đorđević Ђорђевић", "Łukasz Żółć", "Țîrlea", "Ölüf (þó) \\ 100 %",
	}
	const decomposed = "Jose\u0301 A\u030Angstro\u0308m"
	var blocks []Block
	for _, n := range names {
		blocks = append(blocks, Paragraph{Text: Plain(n)}, Paragraph{Text: Plain(n), Strong: true})
	}
	blocks = append(blocks,
		Paragraph{Text: Plain(decomposed)},
		Paragraph{Text: Plain("form \u2068MF4\u2069 now\u200E")}) // isolates and marks go
	got := pdftotext(t, mustPDF(t, Doc{Title: "Names (Ї)", Blocks: blocks}, Options{}).PDF)
	for _, n := range append(names, decomposed, "form MF4 now") {
		want := 2
		if n == decomposed || n == "form MF4 now" {
			want = 1
		}
		if strings.Count(got, n+"\n") != want {
			t.Errorf("%q is not in the text %d times:\n%s", n, want, got)
		}
	}
}

func TestPDFRefuses(t *testing.T) {
	const undrawn, order = "): no font has it; write it otherwise", "): it is an order, not a letter; leave it out"
	for _, c := range []struct{ words, want string }{
		{"😀", `cannot print '😀' (U+1F600 GRINNING FACE, in "😀"` + undrawn},
		{"𠮷", `cannot print '𠮷' (U+20BB7 <CJK Ideograph Extension B>, in "𠮷"` + undrawn},
		{"x\uE000", `cannot print '\ue000' (U+E000 <Private Use>, in "x\ue000"` + undrawn},
		{"a\tb", `cannot print '\t' (U+0009 <control>, in "a\tb"` + order},
		{"a\u202Eb", `cannot print '\u202e' (U+202E RIGHT-TO-LEFT OVERRIDE, in "a\u202eb"` + order},
		{"\xff", `cannot print '�' (U+FFFD damaged text, in "\xff"` + "): it is no character; write it anew"},
	} {
		d := Doc{Blocks: []Block{Table{Head: []string{"n"}, Rows: [][]Words{{Plain("a")}, {Plain("b")}, {Plain(c.words)}}}}}
		_, err := Print(d, Options{Where: "cover"})
		if want := "cover, table row 3: " + c.want; err == nil || err.Error() != want {
			t.Errorf("%q:\n got %v\nwant %s", c.words, err, want)
		}
		if _, found := Unprintable(c.words); !found {
			t.Errorf("Unprintable finds nothing in %q", c.words)
		}
		// In whatever place the character stands, it is found.
		for i, b := range everywhere(c.words).Blocks {
			switch b.(type) {
			case Rule, Break:
				continue
			}
			if _, err := Print(Doc{Blocks: []Block{b}}, Options{}); err == nil {
				t.Errorf("block %d (%T) prints %q", i, b, c.words)
			}
		}
		if _, err := (Stamp{Left: c.words}).Words(); err == nil || !strings.HasPrefix(err.Error(), "left: ") {
			t.Errorf("stamp, %q: %v", c.words, err)
		}
	}
	if r, found := Unprintable("Дмитро\nNguyễn e\u0301 \u2068x\u2069"); found {
		t.Errorf("refuses %q", r)
	}
}

func TestPDFNeedsWords(t *testing.T) {
	for _, blocks := range [][]Block{nil, {}, {Break{}, Break{}}, {Paragraph{}, Paragraph{Text: Plain(" \n ")}}, {List{}, Fields{}, Table{}, Center{}}} {
		_, err := Print(Doc{Title: "x", Note: "n", Blocks: blocks}, Options{Where: "cover"})
		if want := "cover, nothing to print; give it at least one block with words"; err == nil || err.Error() != want {
			t.Errorf("%v: %v", blocks, err)
		}
	}
}

func TestPDFHasNoEmptyPage(t *testing.T) {
	p := Paragraph{Text: Plain("words")}
	c := Center{Code: "1"}
	for _, test := range []struct {
		blocks []Block
		want   int
	}{
		{[]Block{p, Break{}}, 1},
		{[]Block{Break{}, Break{}, p}, 1},
		{[]Block{p, Break{}, Break{}, p, Break{}}, 2},
		{[]Block{c}, 1},
		{[]Block{c, c, Break{}}, 2},
		{[]Block{p, c, p}, 3},
		{[]Block{Heading{Text: "h"}, Break{}, p}, 2},
	} {
		s := mustPDF(t, Doc{Blocks: test.blocks}, Options{})
		if s.Pages != test.want {
			t.Errorf("%v: %d pages, want %d", test.blocks, s.Pages, test.want)
		}
		for i, text := range pages(t, s.PDF) {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%v: page %d is empty", test.blocks, i+1)
			}
		}
	}
}

func TestPDFIsDeterministic(t *testing.T) {
	for _, large := range []bool{false, true} {
		want := mustPDF(t, sample(), Options{Large: large})
		for range 5 {
			if got := mustPDF(t, sample(), Options{Large: large}); !bytes.Equal(got.PDF, want.PDF) {
				t.Fatal("the same Doc gave other bytes")
			}
		}
	}
}

func TestPDFDrawsInParallel(t *testing.T) {
	want := mustPDF(t, sample(), Options{})
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if got := mustPDF(t, sample(), Options{}); !bytes.Equal(got.PDF, want.PDF) {
				t.Error("other bytes")
			}
		})
	}
}

func FuzzPDF(f *testing.F) {
	for _, s := range []string{"", " ", "a", "Дмитро", "\n", "a\n\nb", "\x00", "\xff", "😀", "محمد", "\\()<>", strings.Repeat("x", 300), strings.Repeat("word ", 400), "\u00A0", "a-b–c", "1\u20602", "e\u0301😀\u0301\ufe0f", "\u0301a\u1ab0\u1ab1"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, large bool) {
		drawn := Drawable(s)
		if r, bad := Unprintable(drawn); bad || strings.Contains(drawn, "\n") {
			t.Fatalf("%q is drawn as %q, which has %q", s, drawn, r)
		}
		if _, bad := Unprintable(s); !bad && !strings.Contains(s, "\n") && drawn != s {
			t.Fatalf("%q is drawn as %q", s, drawn)
		}
		d := everywhere(s)
		if len(s)%2 == 1 {
			d.Lang = "ar"
		}
		sheets, err := Print(d, Options{Large: large})
		if _, found := Unprintable(s); found && err == nil {
			t.Fatalf("printed %q", s)
		}
		if err != nil {
			if strings.Contains(err.Error(), "drawing failed") {
				t.Fatal(err)
			}
			return
		}
		if len(sheets.Words) < 1 || sheets.Drawing != nil && !bytes.HasPrefix(sheets.Drawing, []byte("%PDF-")) {
			t.Fatalf("no sheets of %q", s)
		}
		for _, l := range sheets.Links {
			inside(t, len(sheets.Words), l)
		}
	})
}
