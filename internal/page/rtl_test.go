package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mappe/internal/pdf/ua"
)

// said is a Doc with its words in another language: testdata/words.LANG.json
// has them by the English ones. What is not there stays.
func said(t testing.TB, d Doc, lang string) Doc {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("testdata", "words."+lang+".json"))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := json.Unmarshal(file, &words); err != nil {
		t.Fatal(err)
	}
	d = replaced(reflect.ValueOf(d), func(s string) string { return cmp.Or(words[s], s) }).Interface().(Doc)
	d.Lang = lang
	return d
}

// replaced is a copy of a value in which every string is another.
func replaced(v reflect.Value, by func(string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(by(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(replaced(v.Field(i), by))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(replaced(v.Index(i), by))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(replaced(v.Elem(), by))
		}
	}
	return out
}

// leftDocs are Docs as they are read from right to left.
func leftDocs(t testing.TB) map[string]Doc {
	all := map[string]Doc{}
	for _, lang := range []string{"ar", "fa"} {
		all["sample."+lang], all["charts."+lang] = said(t, sample(), lang), said(t, charts(), lang)
	}
	return all
}

// drawnText is what the glyphs of a word read as, from the left.
func drawnText(w Word) (texts []string) {
	for _, g := range w.Run.Glyphs {
		texts = append(texts, g.Text())
	}
	return texts
}

// readable is s without what steers.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if steers(r) {
			return -1
		}
		return r
	}, s)
}

// Every string is read back from a page that runs from right to left: glyphs
// read as what they are drawn for, the file says of each piece of the structure
// what stands there from the left, and all of it together is what the HTML of
// the same Doc says.
func TestLeftPagesReadBack(t *testing.T) {
	for name, d := range leftDocs(t) {
		t.Run(name, func(t *testing.T) {
			d.Note = ""
			p := mustPDF(t, d, Options{})
			seen := make([]string, len(p.Tree))
			for _, words := range p.Words {
				for _, w := range words {
					texts := drawnText(w)
					if w.Leaf < 0 {
						continue
					}
					seen[w.Leaf] += strings.Join(texts, "")
					if w.Run.RTL {
						slices.Reverse(texts)
					}
					if got, want := strings.Join(texts, ""), readable(w.Run.Text); got != want {
						t.Errorf("%q is drawn as %q", want, got)
					}
				}
			}
			words, err := ua.Words(p.PDF)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := squash(strings.Join(words, "")), squash(strings.Join(seen, "")); got != want {
				t.Errorf("the file reads\n%s\nwant\n%s", got, want)
			}
			charts := slices.ContainsFunc(d.Blocks, func(b Block) bool { _, ok := b.(chart); return ok })
			if charts { // their words stand in the picture, which HTML has too
				return
			}
			d.Blocks = slices.DeleteFunc(d.Blocks, func(b Block) bool { _, ok := b.(Check); return ok })
			p = mustPDF(t, d, Options{})
			read := make([]string, len(p.Tree))
			for _, words := range p.Words {
				for _, w := range words {
					if w.Leaf >= 0 {
						read[w.Leaf] += w.Run.Text
					}
				}
			}
			if got, want := squash(letters(read)), squash(written(t, d)); got != want {
				t.Errorf("reads\n%s\nthe HTML says\n%s", got, want)
			}
		})
	}
}

// squash is s without spaces and what steers.
func squash(s string) string { return strings.Join(strings.Fields(readable(s)), "") }

// bag are the words of a text, in the order of the alphabet.
func bag(text string) []string {
	words := strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) && r != '\u200C'
	})
	slices.Sort(words)
	return words
}

// pdftotext finds all words of such a page, in an order of its own, and the
// rules of tagged files hold.
func TestLeftPages(t *testing.T) {
	for name, d := range leftDocs(t) {
		t.Run(name, func(t *testing.T) {
			d = replaced(reflect.ValueOf(d), func(s string) string {
				if len(s) == 80 { // a word that is divided
					return "x"
				}
				return s
			}).Interface().(Doc)
			p := mustPDF(t, d, Options{})
			sound(t, p.PDF)
			var want strings.Builder
			for n, words := range p.Words {
				for _, w := range words {
					want.WriteString(readable(w.Run.Text) + " ")
				}
				fmt.Fprint(&want, Label(d.Title), " ", n+1, " ", len(p.Words), " ")
			}
			if got, want := bag(pdftotext(t, p.PDF)), bag(want.String()); !slices.Equal(got, want) {
				t.Errorf("pdftotext finds\n%q\nwant\n%q", got, want)
			}
			for _, c := range ua.Check(p.PDF, ua.Whole) {
				t.Error(c)
			}
			if shown := tool(t, p.PDF, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"); !strings.Contains(shown, "/Direction /R2L") {
				t.Error("two pages are not laid side by side from right to left")
			}
		})
	}
}

// The tag tree of a page does not know which way the page runs.
func TestLeftPagesAreTaggedAlike(t *testing.T) {
	for name, d := range map[string]Doc{"sample": sample(), "charts": charts()} {
		shape := func(d Doc) (tree []Node) {
			for _, n := range mustPrint(t, d).Tree {
				n.Alt, n.Attributes = "", nil
				tree = append(tree, n)
			}
			return tree
		}
		want := shape(d)
		for _, lang := range []string{"ar", "fa"} {
			if got := shape(said(t, d, lang)); !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s: the tree is\n%+v\nwant\n%+v", name, lang, got, want)
			}
		}
	}
}

// A link lies on its words, whichever way they run.
func TestLeftLinks(t *testing.T) {
	for name, d := range leftDocs(t) {
		s := mustPrint(t, d)
		for _, l := range s.Links {
			from, to := math.Inf(1), math.Inf(-1)
			for _, w := range s.Words[l.Page-1] {
				if w.Leaf >= 0 && s.Tree[w.Leaf].Parent == l.Node {
					from, to = min(from, w.X.Points()), max(to, (w.X+w.Run.Width).Points())
				}
			}
			if math.Abs(l.Rect[0]-from) > 0.01 || math.Abs(l.Rect[2]-to) > 0.01 {
				t.Errorf("%s: link to %s from %.2f to %.2f, its words from %.2f to %.2f", name, l.To, l.Rect[0], l.Rect[2], from, to)
			}
		}
	}
}

// What is drawn keeps to the margins, and the strip for the stamp stays free.
// Fonts claim more height than their letters take, so it is the ink that counts.
func TestLeftMargins(t *testing.T) {
	for name, d := range leftDocs(t) {
		for _, large := range []bool{false, true} {
			p := mustPDF(t, d, Options{Large: large})
			for page := range p.Pages {
				n := fmt.Sprint(page + 1)
				picture := tool(t, p.PDF, "pdftoppm", "-gray", "-r", "72", "-f", n, "-l", n, "FILE")
				var wide, high, white int
				if _, err := fmt.Sscanf(picture, "P5\n%d %d\n%d\n", &wide, &high, &white); err != nil {
					t.Fatal(err)
				}
				ink := []byte(picture[len(picture)-wide*high:])
				dark := func(x0, y0, x1, y1 int) bool {
					for y := y0; y < y1; y++ {
						if slices.Min(ink[y*wide+x0:y*wide+x1]) < 200 {
							return true
						}
					}
					return false
				}
				l, r, foot, stamp := int(left/point)-1, int(right/point)+2, int(bottom/point)+2, high-24
				if dark(0, 0, l, high) || dark(r, 0, wide, high) || dark(0, 0, wide, int(top/point)-1) || dark(0, foot, wide, stamp) || dark(0, high-8, wide, high) {
					t.Errorf("%s, large %v: page %s has ink in its margins", name, large, n)
				}
				if !dark(l, int(top/point), r, foot) {
					t.Errorf("%s, large %v: page %s is empty", name, large, n)
				}
			}
		}
	}
}

func TestLeftGoldens(t *testing.T) {
	for name, d := range leftDocs(t) {
		var b bytes.Buffer
		if err := HTML(&b, d); err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(b.String(), "<body>")
		golden(t, name+".html", strings.TrimSpace(body)+"\n")
		golden(t, name+".page", layout(mustPrint(t, d)))
	}
}

// layout is where words stand, in points from the upper left corner, and what
// they say.
func layout(s Sheets) string {
	var b strings.Builder
	for n, words := range s.Words {
		fmt.Fprintf(&b, "page %d\n", n+1)
		for _, w := range words {
			fmt.Fprintf(&b, "%5.1f %5.1f %5.1f %s\n", (a4Height - w.Y).Points(), w.X.Points(), (w.X + w.Run.Width).Points(), strings.ReplaceAll(readable(w.Run.Text), "\n", "¶"))
		}
	}
	return b.String()
}
