package page

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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
			const slack = 0.1
			for _, w := range words(t, s.PDF) {
				if w.xMin < left-slack || w.xMax > right+slack || w.yMin < 0 || w.yMax > bottom+slack {
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

func inside(t *testing.T, s Sheets, l Place) {
	t.Helper()
	if l.Page < 1 || l.Page > s.Pages || l.X0 < left-1 || l.X1 > right+1 || l.X0 > l.X1 || l.Y0 < a4Height-bottom-1 || l.Y1 > a4Height || l.Y0 >= l.Y1 {
		t.Errorf("link %+v is not inside the page", l)
	}
}

// A link's place covers its words, and leads to an anchor that exists.
func TestPDFLinks(t *testing.T) {
	s := mustPDF(t, sample(), Options{})
	if len(s.Links) != 3 {
		t.Fatalf("links: %+v", s.Links)
	}
	for _, l := range s.Links {
		inside(t, s, l)
		if s.Anchors[strings.TrimPrefix(l.To, "#")] == 0 {
			t.Errorf("link %+v leads to no anchor of %v", l, s.Anchors)
		}
	}
	l := s.Links[0]
	var covered []string
	for _, w := range words(t, s.PDF) {
		x, y := (w.xMin+w.xMax)/2, w.height-(w.yMin+w.yMax)/2
		if w.page == l.Page && x > l.X0 && x < l.X1 && y > l.Y0 && y < l.Y1 {
			covered = append(covered, w.text)
		}
	}
	if got := strings.Join(covered, " "); got != "the checklist" && got != "the checklist." {
		t.Errorf("the link covers %q", got)
	}
	for anchor, page := range map[string]string{"top": "Extend the permit", "checklist": "Checklist", "sources": "Sources"} {
		if n := s.Anchors[anchor]; n == 0 || !strings.Contains(pages(t, s.PDF)[n-1], page) {
			t.Errorf("anchor %q is on page %d", anchor, n)
		}
	}
	if out := tool(t, s.PDF, "qpdf", "--qdf", "FILE", "-"); !strings.Contains(out, "https://example.org/mf4?lang=en&x=") {
		t.Error("the https link is not in the PDF")
	}
}

func TestStamps(t *testing.T) {
	var lines []Stamp
	for i := range 500 {
		lines = append(lines, Stamp{Left: fmt.Sprintf("Марія · item%d", i+1), Right: fmt.Sprintf("%d/500", i+1)})
	}
	lines[1] = Stamp{Left: strings.Repeat("long ", 60), Right: "2/500", Width: 300, Height: 200}
	lines[2] = Stamp{}
	pdf, err := Stamps(lines)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, pdf)
	if n := strings.Count(tool(t, pdf, "pdffonts", "FILE"), "TrueType"); n != 1 {
		t.Errorf("%d fonts, want 1", n)
	}
	texts := pages(t, pdf)
	if len(texts) != len(lines) {
		t.Fatalf("%d pages", len(texts))
	}
	for i, text := range texts {
		got, want := strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(lines[i].Left+" "+lines[i].Right), " ")
		if i == 1 {
			if !strings.HasSuffix(got, "… 2/500") {
				t.Errorf("the long stamp: %q", got)
			}
		} else if got != want {
			t.Errorf("stamp %d: %q, want %q", i+1, got, want)
		}
	}
	for _, w := range words(t, pdf) {
		if below := w.height - w.yMax; below < 5*mm || w.height-w.yMin > 14*mm || w.xMax > w.width {
			t.Fatalf("page %d: %q is outside its strip", w.page, w.text)
		}
	}
}

func TestStampsRefuse(t *testing.T) {
	for _, c := range []struct {
		stamps []Stamp
		want   string
	}{
		{nil, "stamps: none given; stamp at least one page"},
		{[]Stamp{{Width: -1}}, "stamp 1: page of -1 by 841.89 points; a stamp needs one from 0 by 39 to 14400 by 14400"},
		{[]Stamp{{}, {Height: 20}}, "stamp 2: page of 595.276 by 20 points; a stamp needs one from 0 by 39 to 14400 by 14400"},
		{[]Stamp{{Right: "117 / 250", Width: 30, Height: 90}}, `stamp 1: "117 / 250" does not fit a page 30 points wide; use a shorter label`},
	} {
		if _, err := Stamps(c.stamps); err == nil || err.Error() != c.want {
			t.Errorf("got %v\nwant %s", err, c.want)
		}
	}
}

func TestFontsAreTheOnesNamed(t *testing.T) {
	readme, err := os.ReadFile("fonts/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]*font{"NotoSans-Regular.ttf": regular(), "NotoSans-Bold.ttf": bold()} {
		mustPDF(t, sample(), Options{}) // the library may not write into them
		if line := fmt.Sprintf("%x  %s\n", sha256.Sum256(f.ttf), name); !strings.Contains(string(readme), line) {
			t.Errorf("fonts/README.md lacks %q", line)
		}
	}
}

func FuzzReadFont(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00\x01\x00\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, ttf []byte) {
		if font, err := readFont(ttf); (font == nil) == (err == nil) {
			t.Errorf("font %v, error %v", font, err)
		}
	})
}
