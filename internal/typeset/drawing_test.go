package typeset

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens; ask hb-shape for the glyphs of all texts")

var drawings = []struct {
	name  string
	lang  string
	rtl   bool
	width Unit
	spans []Span
}{
	{"sentences", "da", false, 200, []Span{{Text: "Kopi af alle sider i ansøgerens pas, også de tomme, fordi udlændingeloven § 9 a, stk. 2, kræver det. "}, {Text: "Mangler.", Bold: true}, {Text: " Se side 3.", Mark: 1}}},
	{"a short word comes down with another", "da", false, 170, []Span{{Text: "Den skal vedlægges i original og i kopi nu"}}},
	{"but not out of the first half of a line", "da", false, 122, []Span{{Text: "Opholdstilladelseskort er ok"}}},
	{"one long line of its own", "en", false, 300, []Span{{Text: "First\n\nthird, after an empty one\n"}}},
	{"hyphens that may be", "da", false, 80, []Span{{Text: "ægtefælle\u00ADsammen\u00ADføring og familie\u00ADsammenføring"}}},
	{"values hold together", "da", false, 120, []Span{{Text: "Indgives senest 22. november 2026 hos \u2068SIRI\u2069, sag \u206812-34567\u2069."}}},
	{"and so do dates, amounts and paragraphs", "en", false, 110, []Span{{Text: "Applied on 9 November 2026 under § 9, for DKK 2,880, 14 days early in 2026. The rest"}}},
	{"a month before its day, a day before a month in capitals", "so", false, 110, []Span{{Text: "waxaa la bixiyaa Noofeembar 22, 2026 (2026-11-22), am 6. Dezember 2026. Das"}}},
	{"but not the ends of sentences", "de", false, 98, []Span{{Text: "Vorhanden sind Unterlage 12. Dezember ist es"}}},
	{"a code, and a number with its ending", "so", false, 62, []Span{{Text: "foomka ka OD2/D iyo maalinta 180-kii"}}},
	{"a country and its code", "da", false, 100, []Span{{Text: "Født den dag i Australien (AU)"}}},
	{"a date and a length in Chinese", "zh", false, 110, []Span{{Text: "申请人必须亲自在2026年11月22日之前递交，递交的期限为\u206812\u2069个月"}}},
	{"unless most of the line would stay empty", "da", false, 88, []Span{{Text: "Før \u206822. november 2026\u2069"}}},
	{"spaces that hold", "da", false, 75, []Span{{Text: "Gebyret er 2.880\u00A0kr. pr. 1.\u00A0januar 2026"}}},
	{"spaces in a row hang", "da", false, 40, []Span{{Text: "indtil     nu"}}},
	{"an address is cut behind marks", "en", false, 150, []Span{{Text: "https://www.nyidanmark.dk/da/Du-vil-ansøge/Familie?a=1&b=Ægtefælle-eller-samlever"}}},
	{"a word is cut where nothing else helps", "de", false, 50, []Span{{Text: "Aufenthaltsgenehmigung"}}},
	{"a cluster wider than the line", "vi", false, 3, []Span{{Text: "Tiê\u0301ng"}}},
	{"kerning", "da", false, 200, []Span{{Text: "AVATAR To Vé. Ty"}}},
	{"isolated values in a line", "da", false, 300, []Span{{Text: "Navn: \u2068محمد بن عبد الله\u2069 (født \u206831.12.1990\u2069), sagsnr. \u206812-34567\u2069."}}},
	{"from right to left", "ar", true, 200, []Span{{Text: "طلب تمديد تصريح الإقامة \u2068BF2-3/US\u2069 قبل \u206831. december 2026\u2069 والرسوم \u20682.880 kr.\u2069 (انظر الصفحة ٣)."}}},
	{"spaces hang on the left", "he", true, 60, []Span{{Text: "שלום   עולם   גדול"}}},
	{"Chinese keeps marks off the start", "zh", false, 60, []Span{{Text: "申请人：王小明（男），请在这里签名。"}}},
	{"Thai breaks where it is told", "th", false, 60, []Span{{Text: "ชื่อ\u200bของ\u200bผู้\u200bสมัคร\u200bอยู่\u200bที่นี่"}}},
	{"syllables are clusters", "hi", false, 100, []Span{{Text: "क्षत्रिय स्त्री कर्त्तव्य"}, {Text: " শ্রী", Bold: true}}},
	{"fonts within a line", "da", false, 300, []Span{{Text: "Ж ა Ա አ 한 漢 ก"}}},
}

func TestDrawings(t *testing.T) {
	var b strings.Builder
	b.WriteString("Lines as they are set: their width in points, then what stands on them from\nthe left. ← runs from right to left; | parts clusters of several glyphs.\n")
	for _, d := range drawings {
		fmt.Fprintf(&b, "\n== %s (%s, %d pt)\n", d.name, d.lang, d.width)
		p := Paragraph{Lang: d.lang, RTL: d.rtl, Spans: slices.Clone(d.spans)}
		for i := range p.Spans {
			p.Spans[i].Size = 10 * Point
		}
		for _, l := range p.Lines(d.width * Point) {
			fmt.Fprintf(&b, "%6.1f ", l.Width.Points())
			for _, r := range l.Runs {
				fmt.Fprintf(&b, " %s", sketch(r))
			}
			b.WriteString("\n")
		}
	}
	const golden = "testdata/lines.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s is other; look at the difference after -update. Now:\n%s", golden, b.String())
	}
}

// sketch is a run as a person can review it.
func sketch(r Run) string {
	text := fmt.Sprintf("%q", r.Text)
	var clusters []string
	several := false
	for _, g := range r.Glyphs {
		clusters = append(clusters, g.Text())
		several = several || g.cluster != nil && len(g.cluster.parts) > 1 || strings.Contains(g.Text(), "\u00AD")
	}
	if several && !r.RTL {
		text += fmt.Sprintf("%q", strings.Join(clusters, "|"))
	}
	if r.RTL {
		text = "←" + text
	}
	if r.X != 0 {
		text = fmt.Sprintf("%.1f:", r.X.Points()) + text
	}
	if name := strings.TrimPrefix(r.Font.Name, "NotoSans"); name != "-Regular" {
		text += "{" + strings.Trim(name, "-") + "}"
	}
	if r.Mark != 0 {
		text += fmt.Sprintf("#%d", r.Mark)
	}
	var kerning int
	for _, g := range r.Glyphs {
		kerning += int(g.advance) - g.width(r.Font.open())
	}
	if kerning != 0 {
		text += fmt.Sprintf("%+d", kerning)
	}
	return text
}
