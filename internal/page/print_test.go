package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files")

func TestGoldens(t *testing.T) {
	printers := map[string]func(io.Writer) error{
		"sample.txt":    func(w io.Writer) error { return Text(w, sample(), 0) },
		"sample-40.txt": func(w io.Writer) error { return Text(w, sample(), 40) },
		"sample.md":     func(w io.Writer) error { return Markdown(w, sample()) },
		"sample.html":   func(w io.Writer) error { return HTML(w, sample()) },
	}
	for name, print := range printers {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := print(&b); err != nil {
				t.Fatal(err)
			}
			golden(t, name, b.String())
		})
	}
}

// golden compares what a test got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("not as in %s (-update writes it):\n%s", file, diff)
	}
}

func TestTextKeepsToItsWidth(t *testing.T) {
	for _, width := range []int{30, 40, 72, 0} {
		var b strings.Builder
		if err := Text(&b, sample(), width); err != nil {
			t.Fatal(err)
		}
		limit := width
		if limit == 0 {
			limit = 80
		}
		for l := range strings.SplitSeq(b.String(), "\n") {
			if cells(l) > limit && !strings.Contains(l, "<https:") {
				t.Errorf("width %d: a line of %d: %q", width, cells(l), l)
			}
		}
	}
}

func TestTextOrdersNoTerminal(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"red \x1b[31mink", "red \uFFFD[31mink\n"},
		{"from \u2068MF4\u2069 on", "from MF4 on\n"},
		{"من \u2068MF4\u2069", "من \u2068MF4\u2069\n"},
		{"\u202Egnp.exe", "\uFFFDgnp.exe\n"},
		{"a\r\nb", "a\nb\n"},
		{"bad \xff byte", "bad \uFFFD byte\n"},
	} {
		var b strings.Builder
		if err := Text(&b, Doc{Blocks: []Block{Paragraph{Text: Plain(c.words)}}}, 0); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, b.String()); diff != "" {
			t.Errorf("%q:\n%s", c.words, diff)
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"# one", `\# one`},
		{"12. twelve", `12\. twelve`},
		{"4.2 stays", "4.2 stays"},
		{"- dash", `\- dash`},
		{"a * b _c_ `d`", "a \\* b \\_c\\_ \\`d\\`"},
		{"<script>&amp;", `\<script\>\&amp;`},
		{"one\n# two\n\nthree", "one\\\n\\# two\\\nthree"},
		{"[x](y)", `\[x\](y)`},
	} {
		var b strings.Builder
		if err := Markdown(&b, Doc{Blocks: []Block{Paragraph{Text: Plain(c.words)}}}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want+"\n", b.String()); diff != "" {
			t.Errorf("%q:\n%s", c.words, diff)
		}
	}
}

// Every word of every block arrives in the page, and none as markup.
func TestHTMLIsWellFormed(t *testing.T) {
	const evil = `"><script>alert('x')</script>&`
	d := everywhere(evil)
	d.Lang = "ar"
	var b strings.Builder
	if err := HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `<html lang="ar" dir="rtl">`) {
		t.Error("language or direction is missing")
	}
	dec := xml.NewDecoder(strings.NewReader(b.String()))
	dec.AutoClose = xml.HTMLAutoClose
	dec.Entity = xml.HTMLEntity
	dec.Strict = false
	var text strings.Builder
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Local == "script" {
				t.Fatal("words became a script")
			}
		case xml.CharData:
			text.Write(tok)
		}
	}
	if got, want := strings.Count(text.String(), evil), places+1; got != want { // the title too
		t.Errorf("the words are there %d times, want %d", got, want)
	}
}

func TestPrintersRefuseBadDocs(t *testing.T) {
	table := func(widths []int, cells int) Block {
		return Table{Head: []string{"a", "b"}, Widths: widths, Rows: [][]Words{make([]Words, 2), make([]Words, cells)}}
	}
	for _, c := range []struct {
		name string
		doc  Doc
		want string
	}{
		{"link", Doc{Blocks: []Block{Paragraph{Text: Link("x", "javascript:alert(1)")}}}, `paragraph (block 1): link to "javascript:alert(1)" leads nowhere; use "#anchor" or an https address`},
		{"bare anchor", Doc{Blocks: []Block{Check{Number: "4.2", Text: Link("x", "#")}}}, `check 4.2: link to "#" leads nowhere; use "#anchor" or an https address`},
		{"anchor twice", Doc{Blocks: []Block{Heading{Text: "A", Anchor: "a"}, Heading{Text: "B", Anchor: "a"}}}, `heading "B": anchor "a" is used twice or has no words; give each heading its own`},
		{"cells", Doc{Blocks: []Block{table([]int{50, 50}, 3)}}, "table row 2: has 3 cells, the table 2 columns; give every row the same number"},
		{"widths", Doc{Blocks: []Block{table([]int{50, 40}, 2)}}, "table: 2 widths with sum 90 for 2 columns; give one each, together 100"},
		{"narrow", Doc{Blocks: []Block{table([]int{99, 1}, 2)}}, "table: a column of 1 % is too narrow; give it at least 4"},
		{"no cells", Doc{Blocks: []Block{Table{Rows: [][]Words{{}}}}}, "table: its rows have no cells; leave it out"},
		{"lang", Doc{Lang: "en) /Evil (", Blocks: []Block{Rule{}}}, `lang "en) /Evil (": not a language tag; write it as in "da" or "pt-BR"`},
		{"nil", Doc{Blocks: []Block{nil}}, "block 1: is nil; leave it out"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pdf := PDF(io.Discard, c.doc, Options{})
			for printer, err := range map[string]error{
				"Text":     Text(io.Discard, c.doc, 0),
				"Markdown": Markdown(io.Discard, c.doc),
				"HTML":     HTML(io.Discard, c.doc),
				"PDF":      pdf,
			} {
				if err == nil || err.Error() != c.want {
					t.Errorf("%s: %v\nwant %s", printer, err, c.want)
				}
			}
		})
	}
}
