package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	var in Inserts
	name, sign := in.Value("*Bo* <b>\n| `x`"), in.Block(Signature{Name: "Bo"}, Rule{})
	source := strings.Join([]string{
		"## To " + name,
		"",
		"I, **the undersigned " + name + "**, read [the page](https://example.org/a)",
		"and 2 \\* 3 &amp; \\&amp; 4.\\",
		"Second line",
		"",
		"1. one " + name,
		"2. two",
		"",
		"- a",
		"- **b**",
		"",
		"",
		"---",
		"",
		sign,
		"",
		"> x",
	}, "\n")
	value := "\u2068*Bo* <b> | `x`\u2069"
	want := []Block{
		Heading{Level: 2, Text: "To " + value},
		Paragraph{Text: Words{
			{Text: "I, "}, {Text: "the undersigned " + value, Strong: true}, {Text: ", read "},
			{Text: "the page", To: "https://example.org/a"}, {Text: " and 2 * 3 & &amp; 4.\nSecond line"},
		}},
		List{Numbered: true, Items: []Item{{Text: Plain("one " + value)}, {Text: Plain("two")}}},
		List{Items: []Item{{Text: Plain("a")}, {Text: Words{{Text: "b", Strong: true}}}}},
		Rule{}, Signature{Name: "Bo"}, Rule{},
	}
	got, err := Parse("x.md", strings.TrimSuffix(source, "> x"), &in)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := Parse("x.md", source, &in); fmt.Sprint(err) != "x.md:18: a quotation with > has no place here; use headings, paragraphs, lists and rules" {
		t.Error(err)
	}
}

func TestParseComplains(t *testing.T) {
	var in Inserts
	block := in.Block(Rule{})
	for _, tc := range []struct{ source, want string }{
		{"a\n\n<div>x</div>", "x.md:3: HTML has no place here"},
		{"a\nb <b>x</b>", "x.md:2: HTML has no place here"},
		{"a ![x](https://example.org/x.png)", "x.md:1: a picture has no place here"},
		{"a\n\n    four", "x.md:3: a line that begins with four spaces (code) has no place here"},
		{"a\n\n```\nx\n```", "code has no place here"},
		{"a `x`", "x.md:1: code has no place here"},
		{"a\nb *x*", "x.md:2: words between single * or _"},
		{"a <https://example.org>", "x.md:1: an address between < and > has no place here"},
		{"\n[a](http://example.org)", `x.md:2: link to "http://example.org" leads nowhere; use an https address`},
		{"[a](javascript:x)", `x.md:1: link to "javascript:x" leads nowhere`},
		{"[a]()", `x.md:1: link to "" leads nowhere`},
		{"[a](https://example.org/" + in.Value("x") + ")", `x.md:1: link to "https://example.org/�`},
		{`[a](https://example.org "b")`, "x.md:1: a link has a title; leave it out"},
		{"#### a", "x.md:1: a heading of level 4; there are levels 1 to 3"},
		{"# **a**", "x.md:1: a heading has strong words or a link"},
		{"a\n\n| a |\n| --- |\n| b |", "x.md:3: a table has no place here"},
		{"2. a", "x.md:1: a numbered list begins with 2; begin it with 1"},
		{"- a\n  - b", "x.md:1: an item of a list holds something else"},
		{"a\n\n- a\n\n  b", "x.md:3: an item of a list holds something else"},
		{"a\n" + block, "x.md:2: a block stands among words"},
		{"- " + block, "x.md:1: a block stands among words"},
		{"a \uFDD0x\uFDD1", "x.md:1: a character that is kept for programs"},
		{"a \uFDD099\uFDD1", "x.md:1: a character that is kept for programs"},
	} {
		blocks, err := Parse("x.md", tc.source, &in)
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q: %v, %v; want %q", tc.source, blocks, err, tc.want)
		}
	}
}

// No value becomes markup, and no text makes Parse fail otherwise than with an
// error that says where.
func FuzzParse(f *testing.F) {
	f.Add("# a\n\nb **c** {}", "*x* <b>")
	f.Add("- {}\n- a\n\n| {} |\n|-|\n| {} |", "|\n- x")
	f.Add("{}", "[a](javascript:b)")
	f.Add("a\\\n{}", "<!-- \uFDD00\uFDD1 -->")
	f.Fuzz(func(t *testing.T, source, value string) {
		read := func(value string) ([]Block, error) {
			var in Inserts
			return Parse("x.md", strings.ReplaceAll(source, "{}", in.Value(value)), &in)
		}
		plain, err := read("x")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x.md:") {
				t.Fatalf("%v says not where", err)
			}
			return
		}
		drawn, err := read(value)
		if err != nil {
			t.Fatalf("with %q: %v", value, err)
		}
		text := func(blocks []Block) string {
			var b bytes.Buffer
			fmt.Fprintf(&b, "%q", blocks)
			return b.String()
		}
		mark := func(s string) string { return strings.Trim(fmt.Sprintf("%q", "\u2068"+s+"\u2069"), `"`) }
		flat := strings.Join(strings.Fields(value), " ")
		if got, want := strings.ReplaceAll(text(drawn), mark(flat), mark("x")), text(plain); got != want {
			t.Errorf("%q became markup:\n%s\n%s", value, got, want)
		}
	})
}
