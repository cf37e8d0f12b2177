package typeset

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// faults are what is wrong with the lines of p at a width.
func faults(p Paragraph, width Unit) (out []string) {
	complain := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	var source strings.Builder
	for _, s := range p.Spans {
		source.WriteString(s.Text)
	}
	rest := source.String() // not yet on a line
	may := breaksBefore(rest)
	at := 0
	for n, l := range p.Lines(width) {
		runs := slices.SortedFunc(slices.Values(l.Runs), func(a, b Run) int { return a.At - b.At })
		start := at
		for _, r := range runs {
			if r.At != at || !strings.HasPrefix(rest, r.Text) {
				complain("line %d: has %q at %d, where the text goes on with %q at %d", n, r.Text, r.At, rest, at)
				return out
			}
			at, rest = at+len(r.Text), rest[len(r.Text):]
			// Alone, what says how its neighbours are drawn is not drawn.
			alone := func(s string) string { return strings.TrimFunc(s, silent) }
			if reads, want := strings.ReplaceAll(spoken(r), "\u00AD", ""), seen(r.Text); reads != want && alone(reads) != alone(want) {
				complain("line %d: %q reads as %q, want %q", n, r.Text, reads, want)
			}
		}
		if text := source.String()[start:at]; rest != "" && rest[0] != '\n' {
			isSeen := func(r rune) bool { return !blank(r) && !steers(r) && !silent(r) }
			seen, last := strings.IndexFunc(text, isSeen), strings.LastIndexFunc(text, isSeen)
			cut := true
			for i := last + 1; i <= len(text); i++ {
				cut = cut && !may[start+i]
			}
			whole := graphemes([]rune(text)) // a mark is not cut from its letter, whatever UAX #14 says
			n := -1
			for i := range text {
				if n++; cut && i > seen && i <= last && may[start+i] && whole[n] {
					complain("line %d: %q is cut, and could have ended before %q", n, text, text[i:])
					break
				}
			}
		}
		if strings.HasPrefix(rest, "\n") {
			at, rest = at+1, rest[1:]
		} else if start == at {
			complain("line %d has nothing", n)
		}
		var end, sum Unit
		for i, r := range l.Runs {
			if i > 0 && r.X != end {
				complain("line %d: run %d starts at %d, where the one before it ends at %d", n, i, r.X, end)
			}
			var advance int64
			for _, g := range r.Glyphs {
				advance += int64(g.advance) * int64(r.Size)
			}
			if d := round(advance) - r.Width; d < -1 || d > 1 {
				complain("line %d: run %d is %d wide, its glyphs %d", n, i, r.Width, round(advance))
			}
			end, sum = r.X+r.Width, sum+r.Width
		}
		if len(l.Runs) > 0 && (l.Runs[0].X > 0 || end < l.Width || l.Width > sum) {
			complain("line %d: stands from %d to %d, and is %d wide", n, l.Runs[0].X, end, l.Width)
		}
		if text := []rune(source.String()[start:at]); l.Width > width && clustersOf(text) > 1 {
			complain("line %d: %q is %d wide, more than %d", n, string(text), l.Width, width)
		}
	}
	if rest != "" {
		complain("%q is on no line", rest)
	}
	return out
}

// breaksBefore tells at which bytes of a text a line may end.
func breaksBefore(source string) map[int]bool {
	may, i := map[int]bool{}, 0
	ends := breaks([]rune(source))
	for at := range source {
		may[at] = ends[i]
		i++
	}
	return may
}

// spoken is what a run reads as, in the order in which it is read.
func spoken(r Run) string {
	var parts []string
	for _, g := range r.Glyphs {
		parts = append(parts, g.Text())
	}
	if r.RTL {
		slices.Reverse(parts)
	}
	return strings.Join(parts, "")
}

// seen is what a reader has of a text: not what steers it.
func seen(text string) string {
	return strings.Map(func(r rune) rune {
		if steers(r) {
			return -1
		}
		return legible(r)
	}, text)
}

// clustersOf counts the grapheme clusters of a line without spaces at its ends.
func clustersOf(line []rune) (n int) {
	text := []rune(strings.TrimFunc(string(line), func(r rune) bool { return blank(r) || r == '\n' || steers(r) || silent(r) }))
	for i, ends := range graphemes(text) {
		if ends && i > 0 && !steers(text[i-1]) {
			n++
		}
	}
	return n
}

var alphabets = []string{
	"abcæøåÆØÅ .,-", "To AV/Té\u0301e\u0323\u0302 ", "абвґїЇ -", "שלום ־\u05B8 12", "السلام عليكم لا ٣ 12-34567 \u200C", "स्त्र क्षि हिन्दी ", "বাংলা ক্ষ ",
	"ที่นี่ ก้ำ\u200B", "漢字、かな「カー」。 ", "ሰላም፡ ", "தமிழ் கொ ", "\u2066\u2067\u2068\u2069\u200E\u200F\u061C ab", "\n\u00AD\u200B\u2060\u00A0 a-", "12.880,00 kr. § 9 a, (x/y) ",
	"\u202A\u202E\u202C\x00\t\x7f\uFFFD\u034F\uFE0F \u2029\u206D\U000E0061",
}

// randomParagraph is made of one or several scripts.
func randomParagraph(random *rand.Rand) Paragraph {
	p := Paragraph{Lang: []string{"da", "ar", "hi", "zh"}[random.IntN(4)], RTL: random.IntN(3) == 0}
	for range 1 + random.IntN(3) {
		var b strings.Builder
		for range random.IntN(4) {
			alphabet := []rune(alphabets[random.IntN(len(alphabets))])
			for range random.IntN(30) {
				b.WriteRune(alphabet[random.IntN(len(alphabet))])
			}
		}
		p.Spans = append(p.Spans, Span{Text: b.String(), Size: Unit(1000 + random.IntN(30000)), Bold: random.IntN(4) == 0, Mark: random.IntN(2)})
	}
	return p
}

func TestLinesOfAnyText(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 1500 {
		p := randomParagraph(random)
		width := Unit(random.IntN(200000))
		if wrong := faults(p, width); wrong != nil {
			t.Fatalf("%#v at %d:\n%s", p, width, strings.Join(wrong, "\n"))
		}
	}
}

// A paragraph's lines are the same for whoever sets it, whatever was set before.
func TestLinesAreTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var paragraphs []Paragraph
	for range 40 {
		paragraphs = append(paragraphs, randomParagraph(random))
	}
	drawn := func(order []int) []string {
		out := make([]string, len(order))
		for _, i := range order {
			for _, l := range paragraphs[i].Lines(100 * Point) {
				out[i] += drawing(l) + "\n"
			}
		}
		return out
	}
	want := drawn(random.Perm(len(paragraphs)))
	done := make(chan []string)
	for i := range 4 {
		order := rand.New(rand.NewPCG(7, uint64(i))).Perm(len(paragraphs))
		go func() { done <- drawn(order) }()
	}
	for range 4 {
		if got := <-done; !slices.Equal(got, want) {
			t.Error("the same paragraphs gave other lines")
		}
	}
}

// drawing is a line with all that is in it.
func drawing(l Line) string {
	var b strings.Builder
	fmt.Fprint(&b, l.Width)
	for _, r := range l.Runs {
		fmt.Fprintf(&b, " [%q %s %d %d+%d %v", r.Text, r.Font.Name, r.Size, r.X, r.Width, r.RTL)
		for _, g := range r.Glyphs {
			fmt.Fprintf(&b, " %d%q%d", g.id, g.Text(), g.advance)
			if g.cluster != nil {
				fmt.Fprint(&b, g.cluster.parts)
			}
		}
		b.WriteString("]")
	}
	return b.String()
}

func FuzzLines(f *testing.F) {
	for _, s := range alphabets {
		f.Add(s, s, uint32(50000), false, uint16(12000))
		f.Add(s, "", uint32(0), true, uint16(1000))
	}
	f.Fuzz(func(t *testing.T, a, b string, width uint32, back bool, size uint16) {
		if len(a)+len(b) > 4000 || utf8.RuneCountInString(a)+utf8.RuneCountInString(b) != utf8.RuneCountInString(a+b) {
			return // also where the halves of a character, together, are another text than apart
		}
		p := Paragraph{Lang: "da", RTL: back, Spans: []Span{{Text: a, Size: Unit(size) + 1}, {Text: b, Size: 9 * Point, Bold: true, Lang: "ar"}}}
		if wrong := faults(p, Unit(width%1_000_000)); wrong != nil {
			t.Error(strings.Join(wrong, "\n"))
		}
		if r, found := Missing(a); found && r != utf8.RuneError && !strings.ContainsRune(a, r) {
			t.Errorf("%U is missing in %q", r, a)
		}
	})
}
