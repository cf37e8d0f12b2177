package page

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

func TestWrittenLeft(t *testing.T) {
	for _, lang := range []string{"ar", "ar-EG", "fa", "fa-AF", "prs", "he", "ur", "ps", "ckb", "AR", "pa-Arab", "uz-Arab-AF", "ku-Arab", "ff-Adlm"} {
		if !writtenLeft(lang) {
			t.Errorf("%s: from left to right", lang)
		}
	}
	for _, lang := range []string{"", "da", "en", "uk", "tr", "zh-Hans", "ti", "hi", "so", "ku", "ar-Latn", "fa-Latn-IR", "a", "arx", "sr-Cyrl-1996"} {
		if writtenLeft(lang) {
			t.Errorf("%s: from right to left", lang)
		}
	}
}

func TestDirected(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "12-34567": false, "+45 12 34 56 78": false, "MF4": false, "Ї": false, "王": false,
		"محمد": true, "12 محمد": true, "(רחל)": true, "MF4 محمد": false, "\u2068MF4\u2069 محمد": true, "\u2068محمد\u2069 MF4": false, "\u2069محمد": true,
	} {
		if directed(s) != want {
			t.Errorf("%q runs from right to left: %v", s, !want)
		}
	}
}

// seen are the lines of a page as they are seen, from the left.
func seen(s Sheets, page int) (lines []string) {
	words := slices.Clone(s.Words[page-1])
	slices.SortStableFunc(words, func(a, b Word) int { return cmp.Or(cmp.Compare(b.Y, a.Y), cmp.Compare(a.X, b.X)) })
	for i, w := range words {
		text := strings.Join(drawnText(w), "")
		if i > 0 && words[i-1].Y == w.Y {
			lines[len(lines)-1] += text
		} else {
			lines = append(lines, text)
		}
	}
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return lines
}

// turned is s as it is seen from the left, where all of it runs to the left.
func turned(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// A name in any script stands on a page in any other with its numbers and its
// brackets where they belong, and so does all that stands beside it.
func TestNamesInAnyScript(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"da", "Ansøger: {محمد (علي) 12} (MF4), {12-34567}", "Ansøger: 12 " + turned("محمد (علي)") + " (MF4), 12-34567"},
		{"en", "The name is {רחל כהן (לוי)}, born 31 December 1990.", "The name is " + turned("רחל כהן (לוי)") + ", born 31 December 1990."},
		{"da", "{محمد}: 3 (tre)", turned("محمد") + ": 3 (tre)"},
		{"ar", "مقدّم الطلب: {Mariia (Kovalenko) 12}، {12-34567}", "12-34567" + turned("، ") + "Mariia (Kovalenko) 12" + turned("مقدّم الطلب: ")},
		{"ar", "BF2-3/US هو النموذج.", turned(" هو النموذج.") + "BF2-3/US"},
		{"ar", "MF4", "MF4"},
		{"ar", "7–8", "7–8"},
		{"ar", "3.", ".3"},
		{"fa", "{22} – 31", "22 – 31"},
		{"fa", "هزینهٔ {DKK 3,080} تا {14} روز", turned(" روز") + "14" + turned(" تا ") + "DKK 3,080" + turned("هزینهٔ ")},
		{"ar", "{ሰላም ተስፋይ (2)} و {स्थायी श्री (3)} و {王小明（Wang）}.", ".王小明（Wang）" + turned(" و ") + "स्थायी श्री (3)" + turned(" و ") + "ሰላም ተስፋይ (2)"},
		{"ti", "{محمد (علي)} 3 {Søren}", turned("محمد (علي)") + " 3 Søren"},
		{"zh", "{محمد (علي)}：3（{Søren}）", turned("محمد (علي)") + "：3（Søren）"},
		{"hi", "{محمد (علي)} (3) श्री", turned("محمد (علي)") + " (3) श्री"},
		{"ur", "{Søren Ærø} (3)، {https://example.org/x/}", "https://example.org/x/" + turned(" (3)، ") + "Søren Ærø"},
	} {
		text := strings.NewReplacer("{", "\u2068", "}", "\u2069").Replace(c.text)
		got := seen(mustPrint(t, Doc{Lang: c.lang, Blocks: []Block{Paragraph{Text: Plain(text)}}}), 1)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s, %s:\nseen %q\nwant %q", c.lang, c.text, got, c.want)
		}
	}
}

// Words of another language keep to themselves where they run against the page,
// on each of their lines; so does an address that is a link.
func TestWordsAgainstThePage(t *testing.T) {
	for _, c := range []struct {
		lang  string
		words Words
		want  []string
	}{
		{"ar", Words{{Text: "قال "}, {Text: "“at the earliest”", Lang: "en"}, {Text: " هنا"}}, []string{turned(" هنا") + "“at the earliest”" + turned("قال ")}},
		{"da", Words{{Text: "Navn: "}, {Text: "محمد (علي)", Lang: "ar"}, {Text: " (2)."}}, []string{"Navn: " + turned("محمد (علي)") + " (2)."}},
		{"ar", Words{{Text: "العنوان:\n"}, {Text: "Nørre Voldgade 1, 2. th\n1358 København K", Lang: "da"}}, []string{turned("العنوان:"), "Nørre Voldgade 1, 2. th", "1358 København K"}},
		{"ar", Words{{Text: "انظر "}, {Text: "https://example.org/x/", To: "https://example.org/x/"}}, []string{"https://example.org/x/" + turned("انظر ")}},
	} {
		if got := seen(mustPrint(t, Doc{Lang: c.lang, Blocks: []Block{Paragraph{Text: c.words}}}), 1); !slices.Equal(got, c.want) {
			t.Errorf("%s:\nseen %q\nwant %q", c.lang, got, c.want)
		}
	}
}

// What no language is known of runs as it says itself: numbers of lines, phones,
// addresses, the label of a page.
func TestValuesAgainstThePage(t *testing.T) {
	d := Doc{Lang: "ar", Blocks: []Block{
		Fields{Pairs: []Pair{{Label: "ا", Value: "+45 12 34 56 78"}, {Label: "ب", Value: "1358 København K\n2-iv"}, {Label: "ج", Value: "محمد 3 (علي)"}}},
		Check{Number: "2-iv", Text: Plain("ا")},
		Form{Lines: []Line{{Number: "3-b", Asks: Item{Text: Plain("ا")}, Says: Item{Text: Plain("ا")}}}},
		Center{Code: "4-c"},
	}}
	s := mustPrint(t, d)
	all := strings.Join(append(seen(s, 1), seen(s, 2)...), "\n")
	for _, want := range []string{"+45 12 34 56 78", "1358 København K", "2-iv", turned("محمد 3 (علي)"), "3-b", "4-c"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not seen in\n%s", want, all)
		}
	}
	words, err := Stamp{Left: "محمد", Right: "2-iv / 12", Lang: "ar"}.Words()
	if err != nil {
		t.Fatal(err)
	}
	if last := words[len(words)-1]; last.Run.Text != "2-iv / 12" || last.X != left {
		t.Errorf("the stamp ends with %q at %d", last.Run.Text, last.X)
	}
}

// A number comes first that another language says again beside it.
func TestNumbersSaidAgain(t *testing.T) {
	says := Words{{Text: "03-02-1990 ("}, {Text: "\u20683 فبراير\u2069", Lang: "ar"}, {Text: ")"}}
	got := seen(mustPrint(t, Doc{Lang: "da", Blocks: []Block{Paragraph{Text: says}}}), 1)
	if want := "03-02-1990 (" + turned("فبراير") + " 3)"; len(got) != 1 || got[0] != want {
		t.Errorf("seen %q, want %q", got, want)
	}
}

// A paragraph in a language that runs against the page is a block of lines that
// begin at its own side, and the block stands where the page's reading begins.
func TestParagraphsAgainstThePage(t *testing.T) {
	const english = "You can apply for an extension no earlier than three months before your permit expires, and you must do so before it expires."
	const arabic = "يمكنك طلب التمديد قبل انتهاء تصريحك بثلاثة أشهر على الأكثر، ويجب أن تفعل ذلك قبل انتهائه، وإلا رُفض الطلب ولا يُردّ ما دفعته من رسوم."
	for _, c := range []struct{ page, lang, text string }{{"ar", "en", english}, {"en", "ar", arabic}} {
		words := Words{{Text: c.text, Lang: c.lang}, {Text: " "}}
		d := Doc{Lang: c.page, Blocks: []Block{Table{Widths: []int{40, 60}, Rows: [][]Words{{words, Plain(".")}}}}}
		type edges struct{ from, to unit }
		var lines []edges
		last := unit(0)
		for _, w := range mustPrint(t, d).Words[0] {
			if w.Run.Text == "." {
				continue
			}
			text := strings.TrimSpace(readable(w.Run.Text))
			if text == "" {
				continue
			}
			if w.Y != last {
				lines, last = append(lines, edges{w.X, w.X + w.Run.Width}), w.Y
			}
			at := &lines[len(lines)-1]
			at.from, at.to = min(at.from, w.X), max(at.to, w.X+w.Run.Width)
		}
		if len(lines) < 3 {
			t.Fatalf("%s on %s: %d lines", c.lang, c.page, len(lines))
		}
		const space = 3 * point // which hangs over the end of a line
		begins := func(e edges) unit { return e.from }
		outer, inner := right, unit(0)
		for _, e := range lines {
			inner = max(inner, e.to)
		}
		if c.page == "en" {
			begins = func(e edges) unit { return e.to }
			outer, inner = left, right
			for _, e := range lines {
				inner = min(inner, e.from)
			}
		}
		for _, e := range lines {
			if d := begins(e) - begins(lines[0]); d < -1 || d > 1 {
				t.Errorf("%s on %s: a line begins at %d, the first at %d", c.lang, c.page, begins(e), begins(lines[0]))
			}
		}
		if d := inner - outer; d < -space || d > space {
			t.Errorf("%s on %s: the block ends at %d, the page begins at %d", c.lang, c.page, inner, outer)
		}
	}
}

// Text without spaces has its words too: tiles of it stand side by side, and a
// column of it leaves the others theirs.
func TestTextWithoutSpaces(t *testing.T) {
	const long = "在丹麦工作的人的家庭成员的居留许可延期申请表以及随附的全部证明文件"
	s := mustPrint(t, Doc{Lang: "zh-Hans", Blocks: []Block{
		Tiles{{Label: long, Value: "2026年11月1日至2027年1月30日", Under: []Words{Plain(long)}}, {Label: "表格", Value: "MF4"}},
		Table{Widths: []int{50, 50}, Rows: [][]Words{{Plain(long + long), Plain("Donaudampfschifffahrtsgesellschaft")}}},
	}})
	if s.Tree[0].Role != "L" {
		t.Errorf("tiles are a %s", s.Tree[0].Role)
	}
	whole := false
	for _, w := range s.Words[0] {
		whole = whole || w.Run.Text == "Donaudampfschifffahrtsgesellschaft"
		if w.Run.Size > 16*point && strings.Contains(w.Run.Text, "月3") {
			t.Error("a date is parted")
		}
	}
	if !whole {
		t.Error("a word is divided beside text that need not have so much room")
	}
}
