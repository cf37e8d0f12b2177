//go:build !race

package typeset

import (
	"strings"
	"testing"
	"unicode"
)

// At whatever width sentences are set, no line begins with what closes or ends
// with what opens, no line of Ethiopic begins with a stop or the mark between
// words, no syllable of Devanagari is parted, nor a dash of two.
func TestLinesOfScripts(t *testing.T) {
	for _, c := range []struct{ lang, text, never, last string }{
		{"zh-Hans", "请在居留许可到期前（最早三个月）提交申请；逾期提交的，移民局可能会退回您的申请，所缴费用不予退还。“核对清单”第4.2项要求：护照所有页面的复印件（包括空白页）、最近三个月的工资单，以及共同住址的证明。您填写的《\u2068MF4\u2069》表格须于\u20682027年1月30日\u2069之前寄达——请勿拖延！", "，。；：！？、）》”", "（《“"},
		{"zh-Hant", "請在居留許可到期前（最早三個月）提出申請，逾期者可能被駁回；費用為\u2068DKK 3,080\u2069，不予退還。「核對清單」第四項：護照影本。", "，。；：！？、）」", "（「"},
		{"ti", "ናይ መንበሪ ፍቓድኩም ቅድሚ ምውዳኡ ሰለስተ ወርሒ ኣቐዲምኩም ከተመልክቱ ትኽእሉ፣ ድሕሪኡ ግን ኣይትኽእሉን። ስምኩም፦ \u2068ሰላም ተስፋይ\u2069፤ ዕለት፥ \u206830 ጥሪ 2027\u2069። ናይ፡ፓስፖርት፡ኩሉ፡ገጻት፡ኣቕርቡ።", "።፣፤፥፦፡", ""},
		{"hi", "आप अपने निवास परमिट की समाप्ति से अधिक से अधिक तीन महीने पहले आवेदन कर सकते हैं। शुल्क \u2068DKK 3,080\u2069 है; यह वापस नहीं किया जाता। क्या आपके पास पासपोर्ट के सभी पृष्ठों की प्रतियाँ (ख़ाली पृष्ठ भी) हैं? श्री कृष्ण, ज्ञान, क्षत्रिय।", "।,;?)", "("},
	} {
		p := Paragraph{Spans: []Span{{Text: c.text, Size: 10 * Point}}, Lang: c.lang}
		places := breaks([]rune(c.text))
		for width := 70 * Point; width <= 480*Point; width += 7 * Point {
			lines := p.Lines(width)
			for i, l := range lines {
				from, to := reach(l)
				text := strings.Trim(read([]rune(c.text[from:to])), " ")
				first, last := []rune(text)[0], []rune(text)[len([]rune(text))-1]
				switch {
				case i > 0 && strings.ContainsRune(c.never, first):
					t.Errorf("%s at %d: line %d begins with %q: %q", c.lang, width/Point, i+1, first, text)
				case i > 0 && unicode.IsMark(first):
					t.Errorf("%s at %d: line %d begins with a mark: %q", c.lang, width/Point, i+1, text)
				case i+1 < len(lines) && strings.ContainsRune(c.last, last):
					t.Errorf("%s at %d: line %d ends with %q: %q", c.lang, width/Point, i+1, last, text)
				case i+1 < len(lines) && last == '—' && strings.HasPrefix(c.text[to:], "—"):
					t.Errorf("%s at %d: line %d parts a dash: %q", c.lang, width/Point, i+1, text)
				case l.Width > width:
					t.Errorf("%s at %d: line %d is %d wide: %q", c.lang, width/Point, i+1, l.Width/Point, text)
				case i+1 < len(lines) && !places[len([]rune(c.text[:to]))]:
					t.Errorf("%s at %d: line %d ends inside a word: %q", c.lang, width/Point, i+1, text)
				}
			}
			if n := len(lines); n < 2 {
				t.Fatalf("%s at %d: %d lines", c.lang, width/Point, n)
			}
		}
	}
}

// A line does not end behind the hyphens that a word begins with.
func TestHyphensBeforeWords(t *testing.T) {
	for _, p := range []Paragraph{
		{Spans: []Span{{Text: "Lav myndighedens eksemplar med --copy authority, og send det -- eller -supplement.", Size: 10 * Point}}, Lang: "da"},
		{Spans: []Span{{Text: "أعدّ نسخة السلطة المختصة باستخدام \u2066--copy authority\u2069، وأرسلها.", Size: 10 * Point}}, Lang: "ar", RTL: true},
	} {
		text := p.Spans[0].Text
		for width := 120 * Point; width < 400*Point; width += 3 * Point {
			for i, l := range p.Lines(width) {
				_, to := reach(l)
				if line := strings.TrimRight(read([]rune(text[:to])), " "); strings.HasSuffix(line, "-") && !strings.HasSuffix(line, " --") || strings.HasSuffix(line, " --") && strings.HasPrefix(text[to:], "copy") {
					t.Errorf("%d wide: line %d ends %q", width/Point, i+1, line)
				}
			}
		}
	}
}
