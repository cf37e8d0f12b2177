package page

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tool runs a program on a PDF and returns what it prints. Without the program
// the test is skipped; under CI it fails.
func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func pdftotext(t *testing.T, pdf []byte) string {
	t.Helper()
	return tool(t, pdf, "pdftotext", "-enc", "UTF-8", "FILE", "-")
}

// pages is the text of each page.
func pages(t *testing.T, pdf []byte) []string {
	t.Helper()
	return strings.Split(strings.TrimSuffix(pdftotext(t, pdf), "\f"), "\f")
}

func sound(t *testing.T, pdf []byte) {
	t.Helper()
	if out := tool(t, pdf, "qpdf", "--check", "FILE"); strings.Contains(strings.ToLower(out), "warning") {
		t.Error(out)
	}
}

const mm = 72 / 25.4

var boxed = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>`)

// word is a word where pdftotext finds it, measured from the top left.
type found struct {
	page                   int
	width, height          float64 // of the page
	xMin, yMin, xMax, yMax float64
	text                   string
}

func words(t *testing.T, pdf []byte) (out []found) {
	t.Helper()
	num := func(s string) float64 { f, _ := strconv.ParseFloat(s, 64); return f }
	var at found
	for _, m := range boxed.FindAllStringSubmatch(tool(t, pdf, "pdftotext", "-bbox", "FILE", "-"), -1) {
		if m[1] != "" {
			at = found{page: at.page + 1, width: num(m[1]), height: num(m[2])}
			continue
		}
		w := at
		w.xMin, w.yMin, w.xMax, w.yMax, w.text = num(m[3]), num(m[4]), num(m[5]), num(m[6]), m[7]
		out = append(out, w)
	}
	if len(out) == 0 {
		t.Fatal("no words on the pages")
	}
	return out
}

// Nothing leaves the margins, and the strip for the stamp stays free.
func TestPDFKeepsItsMargins(t *testing.T) {
	long := strings.Repeat("Rechtsschutzversicherungsgesellschaft/", 8)
	for name, d := range map[string]Doc{"sample": sample(), "long words": everywhereBut(long), "much text": everywhereBut(strings.Repeat("word ", 700))} {
		for _, large := range []bool{false, true} {
			s := mustPDF(t, d, Options{Large: large})
			sound(t, s.PDF)
			const air = 0.1
			for _, w := range words(t, s.PDF) {
				if foot := w.height - w.yMax; foot > 3*mm && foot < 7*mm {
					continue // the stamp
				}
				if w.xMin < left.Points()-air || w.xMax > right.Points()+air || w.yMin < 0 || w.yMax > bottom.Points()+air {
					t.Errorf("%s, large %v: page %d: %q at %.1f–%.1f, %.1f–%.1f", name, large, w.page, w.text, w.xMin, w.xMax, w.yMin, w.yMax)
				}
			}
		}
	}
}

// everywhereBut is everywhere without the places that bound their length.
func everywhereBut(s string) Doc {
	d := everywhere(s)
	d.Note = "note"
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case Table:
			b.Head = []string{"one", "two"}
			d.Blocks[i] = b
		case Tiles:
			b[0].Label = "label"
		case Signature:
			d.Blocks[i] = Signature{Name: "name"}
		}
	}
	return d
}

func TestPDFTableLosesNoRow(t *testing.T) {
	tab := Table{Head: []string{"No", "Heading of the words"}, Widths: []int{20, 80}}
	const rows = 160
	for i := range rows {
		tab.Rows = append(tab.Rows, []Words{Plain(fmt.Sprintf("row%03d", i)), Plain(fmt.Sprintf("first%03d ", i) + strings.Repeat("more words ", i%40) + fmt.Sprintf("last%03d", i))})
	}
	tab.Rows = append(tab.Rows, []Words{Plain("tall"), Plain(strings.Repeat("a row taller than a page ", 600) + "endoftall")})
	s := mustPDF(t, Doc{Blocks: []Block{tab}}, Options{})
	sound(t, s.PDF)
	texts := pages(t, s.PDF)
	if len(texts) != s.Pages || s.Pages < 5 {
		t.Fatalf("%d pages, Pages says %d", len(texts), s.Pages)
	}
	page := map[string]int{}
	for i, text := range texts {
		if strings.Count(text, "Heading of the words") != 1 {
			t.Errorf("page %d has not one head:\n%s", i+1, text)
		}
		for _, w := range strings.Fields(text) {
			page[w] = i + 1
		}
	}
	for i := range rows {
		a, b, c := page[fmt.Sprintf("row%03d", i)], page[fmt.Sprintf("first%03d", i)], page[fmt.Sprintf("last%03d", i)]
		if a == 0 || a != b || b != c {
			t.Errorf("row %d is on pages %d, %d, %d", i, a, b, c)
		}
	}
	if page["endoftall"] != s.Pages {
		t.Errorf("the tall row ends on page %d of %d", page["endoftall"], s.Pages)
	}
}

func TestPDFKeepsHeadingsWithText(t *testing.T) {
	var blocks []Block
	for i := range 60 {
		blocks = append(blocks, Heading{Level: 2, Text: fmt.Sprintf("Head%02d", i)}, Paragraph{Text: Plain(fmt.Sprintf("text%02d ", i) + strings.Repeat("and so on ", i))})
	}
	at := map[string]int{}
	for _, w := range words(t, mustPDF(t, Doc{Blocks: blocks}, Options{}).PDF) {
		at[w.text] = w.page
	}
	for i := range 60 {
		h, p := at[fmt.Sprintf("Head%02d", i)], at[fmt.Sprintf("text%02d", i)]
		if h == 0 || h != p {
			t.Errorf("heading %d is on page %d, its text on page %d", i, h, p)
		}
	}
}

func inside(t *testing.T, pages int, l Place) {
	t.Helper()
	if l.Page < 1 || l.Page > pages || l.Rect[0] < left.Points()-1 || l.Rect[2] > right.Points()+1 || l.Rect[0] > l.Rect[2] || l.Rect[1] < (a4Height-bottom).Points()-1 || l.Rect[3] > a4Height.Points() || l.Rect[1] >= l.Rect[3] {
		t.Errorf("link %+v is not inside the page", l)
	}
}

// A link's place covers its words, and leads to an anchor that exists.
func TestPDFLinks(t *testing.T) {
	s := mustPDF(t, sample(), Options{})
	inner := 0
	for _, l := range s.Links {
		inside(t, s.Pages, l)
		if !strings.HasPrefix(l.To, "#") {
			continue
		}
		inner++
		if s.Anchors[strings.TrimPrefix(l.To, "#")].Page == 0 {
			t.Errorf("link %+v leads to no anchor of %v", l, s.Anchors)
		}
	}
	if inner != 4 {
		t.Fatalf("links: %+v", s.Links)
	}
	l := s.Links[slices.IndexFunc(s.Links, func(l Place) bool { return l.To == "#checklist" })]
	var covered []string
	for _, w := range words(t, s.PDF) {
		x, y := (w.xMin+w.xMax)/2, w.height-(w.yMin+w.yMax)/2
		if w.page == l.Page && x > l.Rect[0] && x < l.Rect[2] && y > l.Rect[1] && y < l.Rect[3] {
			covered = append(covered, w.text)
		}
	}
	if got := strings.Join(covered, " "); got != "the checklist" && got != "the checklist." {
		t.Errorf("the link covers %q", got)
	}
	for anchor, words := range map[string]string{"top": "Extend the permit", "checklist": "Checklist", "sources": "Sources"} {
		if at := s.Anchors[anchor]; at.Page == 0 || !strings.Contains(pages(t, s.PDF)[at.Page-1], words) {
			t.Errorf("anchor %q is at %v", anchor, at)
		}
	}
	if out := tool(t, s.PDF, "qpdf", "--qdf", "FILE", "-"); !strings.Contains(out, "https://example.org/mf4?lang=en&x=") {
		t.Error("the https link is not in the PDF")
	}
}

// TestLeadIn: a heading and the words beneath it stand on the page of the
// table that they are about, wherever the page ends.
func TestLeadIn(t *testing.T) {
	for filler := 20; filler < 60; filler++ {
		d := Doc{Title: "x", Lang: "en"}
		for range filler {
			d.Blocks = append(d.Blocks, Paragraph{Text: Plain("filler")})
		}
		d.Blocks = append(d.Blocks, Heading{Level: 2, Text: "Title"}, Paragraph{Text: Plain("words one")}, Paragraph{Text: Plain("words two")},
			Table{Head: []string{"head"}, Rows: [][]Words{{Plain("row")}}})
		sheets, err := Print(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		together := 0
		for i, words := range sheets.Words {
			found := map[string]bool{}
			for _, w := range words {
				found[strings.TrimSpace(w.Run.Text)] = true
			}
			if found["Title"] != found["row"] || found["Title"] != found["head"] {
				t.Errorf("%d lines before: page %d holds %v", filler, i+1, found)
			}
			if found["Title"] {
				together++
			}
		}
		if together != 1 {
			t.Errorf("%d lines before: the title is on %d pages", filler, together)
		}
	}
}
