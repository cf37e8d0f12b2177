package main

import (
	"encoding/json"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// paper is a packet as two other programs read it: qpdf its structure, poppler
// its text.
type paper struct {
	path   string
	pages  []sheet
	marks  []mark
	labels []string // of every page
	root   map[string]any
}

type sheet struct {
	text  string // as drawn, white space folded
	foot  string // its last line: the stamp
	words []word
	links []link
}

// word is a word with its box, in points from the upper left corner.
type word struct {
	text           string
	x0, y0, x1, y1 float64
}

// link is a link's box, in points from the upper left corner, and the index of
// the page that it leads to.
type link struct {
	x0, y0, x1, y1 float64
	to             int
}

// mark is a bookmark with the index of its page. One that mappe makes says the
// page, too.
type mark struct {
	title, says string
	to          int
}

func read(t *testing.T, path string) *paper {
	t.Helper()
	p := &paper{path: path}
	boxes := tool(t, "pdftotext", "-bbox", path, "-")
	for i, text := range strings.Split(strings.TrimSuffix(tool(t, "pdftotext", "-layout", path, "-"), "\f"), "\f") {
		pages := strings.Split(boxes, "<page ")
		if i+1 >= len(pages) {
			t.Fatalf("%s: pdftotext counts pages in two ways", path)
		}
		s := sheet{text: fold(text), words: words(pages[i+1])}
		lines := strings.Split(strings.TrimSpace(text), "\n")
		s.foot = fold(lines[len(lines)-1])
		p.pages = append(p.pages, s)
	}
	p.structure(t)
	return p
}

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	var errors strings.Builder
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s%s", name, args, err, out, errors.String())
	}
	return string(out)
}

// fold makes every run of white space, the no-break space included, one space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

var wordLine = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)

func words(page string) (list []word) {
	plain := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")
	for _, m := range wordLine.FindAllStringSubmatch(page, -1) {
		var n [4]float64
		for i := range n {
			n[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		list = append(list, word{plain.Replace(m[5]), n[0], n[1], n[2], n[3]})
	}
	return list
}

// under are the words whose middle lies in a link's box.
func (s sheet) under(l link) string {
	var list []string
	for _, w := range s.words {
		x, y := (w.x0+w.x1)/2, (w.y0+w.y1)/2
		if l.x0 <= x && x <= l.x1 && l.y0 <= y && y <= l.y1 {
			list = append(list, w.text)
		}
	}
	return strings.Join(list, " ")
}

// structure reads links, bookmarks and page labels.
func (p *paper) structure(t *testing.T) {
	t.Helper()
	var doc struct {
		Pages      []struct{ Object string }
		Pagelabels []struct {
			Index int
			Label map[string]any
		}
		Outlines []outline
		QPDF     []json.RawMessage // a head, then the objects
	}
	out := tool(t, "qpdf", "--json=2", "--json-key=pages", "--json-key=pagelabels", "--json-key=outlines", "--json-key=qpdf", p.path)
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatalf("%s: qpdf --json: %v", p.path, err)
	}
	var objects map[string]struct{ Value any }
	if err := json.Unmarshal(doc.QPDF[1], &objects); err != nil {
		t.Fatalf("%s: qpdf --json: %v", p.path, err)
	}
	if len(doc.Pages) != len(p.pages) {
		t.Fatalf("%s: %d pages by qpdf, %d by pdftotext", p.path, len(doc.Pages), len(p.pages))
	}
	index := map[string]int{}
	for i, page := range doc.Pages {
		index[page.Object] = i
	}
	object := func(ref any) map[string]any {
		name, _ := ref.(string)
		value, _ := objects["obj:"+name].Value.(map[string]any)
		return value
	}
	trailer := objects["trailer"].Value.(map[string]any)
	p.root = object(trailer["/Root"])
	for i, page := range doc.Pages {
		dict := object(page.Object)
		annots, _ := dict["/Annots"].([]any)
		for _, ref := range annots {
			annot := object(ref)
			if annot["/Subtype"] != "/Link" {
				continue
			}
			dest, _ := annot["/Dest"].([]any)
			if action, ok := annot["/A"].(map[string]any); ok {
				dest, _ = action["/D"].([]any)
			}
			if len(dest) == 0 {
				t.Errorf("%s: page %d: a link leads nowhere: %v", p.path, i+1, annot)
				continue
			}
			rect, box := annot["/Rect"].([]any), dict["/MediaBox"].([]any)
			top := box[3].(float64)
			p.pages[i].links = append(p.pages[i].links, link{
				rect[0].(float64), top - rect[3].(float64), rect[2].(float64), top - rect[1].(float64), index[dest[0].(string)],
			})
		}
	}
	p.bookmarks(doc.Outlines)
	p.labels = make([]string, len(p.pages))
	for k, run := range doc.Pagelabels {
		end := len(p.pages)
		if k+1 < len(doc.Pagelabels) {
			end = doc.Pagelabels[k+1].Index
		}
		start, _ := run.Label["/St"].(float64)
		prefix, _ := run.Label["/P"].(string)
		prefix = strings.TrimPrefix(prefix, "u:")
		for i := run.Index; i < end; i++ {
			n := max(int(start), 1) + i - run.Index
			switch run.Label["/S"] {
			case "/D":
				p.labels[i] = prefix + strconv.Itoa(n)
			case "/a":
				p.labels[i] = prefix + string(rune('a'+n-1))
			case "/r":
				p.labels[i] = prefix + []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}[n-1]
			}
		}
	}
}

type outline struct {
	Title           string
	Destpageposfrom int `json:"destpageposfrom1"`
	Kids            []outline
}

func (p *paper) bookmarks(list []outline) {
	for _, o := range list {
		m := mark{title: o.Title, to: o.Destpageposfrom - 1}
		if i := strings.LastIndex(o.Title, " · "); i >= 0 {
			m.title, m.says = o.Title[:i], o.Title[i+len(" · "):]
		}
		p.marks = append(p.marks, m)
		p.bookmarks(o.Kids)
	}
}
