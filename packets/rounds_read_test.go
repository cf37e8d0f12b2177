package packets

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// bundle is a packet as poppler and qpdf read it.
type bundle struct {
	pages []leaf
	marks []leafMark
}

// leaf is a page. Places are in points from the upper left corner.
type leaf struct {
	label string
	high  float64
	words []leafWord
	links []leafLink
	// pictures are the widths and heights of those that it may show.
	pictures []string
}

type leafWord struct {
	text           string
	x0, y0, x1, y1 float64
}

// leafLink is a link to a page, counted from 0.
type leafLink struct {
	x0, y0, x1, y1 float64
	to             int
}

type leafMark struct {
	title string
	depth int
	to    int
}

var (
	pageCount = regexp.MustCompile(`(?m)^Pages: +(\d+)$`)
	boxPage   = regexp.MustCompile(`^ ?width="([\d.]+)" height="([\d.]+)"`)
	boxWord   = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)
	plainText = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")
)

// readBundle has three programs read a file, which must agree on how many pages
// it has.
func readBundle(t *testing.T, path string) *bundle {
	t.Helper()
	b := &bundle{}
	for _, page := range strings.Split(tool(t, "pdftotext", "-bbox", path, "-"), "<page")[1:] {
		m := boxPage.FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("%s: a page without a size: %.80q", path, page)
		}
		x := leaf{high: measure(m[2])}
		for _, w := range boxWord.FindAllStringSubmatch(page, -1) {
			x.words = append(x.words, leafWord{plainText.Replace(w[5]), measure(w[1]), measure(w[2]), measure(w[3]), measure(w[4])})
		}
		b.pages = append(b.pages, x)
	}
	b.structure(t, path)
	if m := pageCount.FindStringSubmatch(tool(t, "pdfinfo", path)); m == nil || m[1] != strconv.Itoa(len(b.pages)) {
		t.Fatalf("%s: pdfinfo counts %q pages, pdftotext %d", path, m, len(b.pages))
	}
	return b
}

func measure(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return x
}

// structure reads what qpdf knows: labels, bookmarks, links.
func (b *bundle) structure(t *testing.T, path string) {
	t.Helper()
	type outline struct {
		Title string
		Page  int `json:"destpageposfrom1"`
		Kids  []json.RawMessage
	}
	var doc struct {
		Pages      []struct{ Object string }
		Pagelabels []struct {
			Index int
			Label map[string]any
		}
		Outlines []json.RawMessage
		QPDF     []map[string]json.RawMessage // a head, then the objects
	}
	out := tool(t, "qpdf", "--json=2", "--json-key=pages", "--json-key=pagelabels", "--json-key=outlines", "--json-key=qpdf", path)
	if err := json.Unmarshal([]byte(out), &doc); err != nil || len(doc.QPDF) != 2 {
		t.Fatalf("%s: qpdf --json: %v", path, err)
	}
	if len(doc.Pages) != len(b.pages) {
		t.Fatalf("%s: qpdf counts %d pages, pdftotext %d", path, len(doc.Pages), len(b.pages))
	}
	index := map[string]int{}
	for i, page := range doc.Pages {
		index[page.Object] = i
	}
	object := func(ref any) map[string]any {
		var o struct {
			Value  map[string]any
			Stream struct{ Dict map[string]any }
		}
		name, is := ref.(string)
		if !is {
			direct, _ := ref.(map[string]any)
			return direct
		}
		if err := json.Unmarshal(doc.QPDF[1]["obj:"+name], &o); err != nil {
			t.Fatalf("%s: object %v: %v", path, ref, err)
		}
		if o.Value == nil {
			return o.Stream.Dict
		}
		return o.Value
	}
	var pictures func(resources any, deep int) []string
	pictures = func(resources any, deep int) (all []string) {
		if resources == nil || deep > 3 {
			return nil
		}
		named := object(resources)["/XObject"]
		if named == nil {
			return nil
		}
		for _, ref := range object(named) {
			x := object(ref)
			if x["/Subtype"] == "/Image" {
				all = append(all, fmt.Sprint(x["/Width"], "x", x["/Height"]))
			}
			all = append(all, pictures(x["/Resources"], deep+1)...)
		}
		return all
	}
	for i, page := range doc.Pages {
		annots, _ := object(page.Object)["/Annots"].([]any)
		b.pages[i].pictures = pictures(object(page.Object)["/Resources"], 0)
		for _, ref := range annots {
			a := object(ref)
			dest, _ := a["/Dest"].([]any)
			rect, _ := a["/Rect"].([]any)
			if a["/Subtype"] != "/Link" || len(dest) == 0 || len(rect) != 4 {
				t.Errorf("%s: page %d has %v", path, i+1, a)
				continue
			}
			to, known := index[fmt.Sprint(dest[0])]
			if !known {
				t.Errorf("%s: page %d: a link to %v, which is no page", path, i+1, dest[0])
			}
			high := b.pages[i].high
			b.pages[i].links = append(b.pages[i].links, leafLink{rect[0].(float64), high - rect[3].(float64), rect[2].(float64), high - rect[1].(float64), to})
		}
	}
	var marks func(list []json.RawMessage, depth int)
	marks = func(list []json.RawMessage, depth int) {
		for _, raw := range list {
			var o outline
			if err := json.Unmarshal(raw, &o); err != nil {
				t.Fatalf("%s: qpdf --json: %v", path, err)
			}
			b.marks = append(b.marks, leafMark{strings.Join(strings.Fields(o.Title), " "), depth, o.Page - 1})
			marks(o.Kids, depth+1)
		}
	}
	marks(doc.Outlines, 0)
	for k, run := range doc.Pagelabels {
		end := len(b.pages)
		if k+1 < len(doc.Pagelabels) {
			end = doc.Pagelabels[k+1].Index
		}
		start, _ := run.Label["/St"].(float64)
		prefix, _ := run.Label["/P"].(string)
		for i := run.Index; i < end; i++ {
			n := max(int(start), 1) + i - run.Index
			switch run.Label["/S"] {
			case "/D":
				b.pages[i].label = strconv.Itoa(n)
			case "/r":
				b.pages[i].label = roman(n)
			case "/a": // a to z, then aa
				b.pages[i].label = strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
			}
			b.pages[i].label = strings.TrimPrefix(prefix, "u:") + b.pages[i].label
		}
	}
}

// foot is what stands in the strip of the stamp, but for a file's own word, over
// which it may lie.
func (x leaf) foot() string {
	const strip = 9.0 / 25.4 * 72
	var stamp []leafWord
	for _, w := range x.words {
		if (w.y0+w.y1)/2 > x.high-strip && !pooledWord.MatchString(w.text) {
			stamp = append(stamp, w)
		}
	}
	slices.SortStableFunc(stamp, func(a, b leafWord) int { return cmp.Compare(a.x0, b.x0) })
	var words []string
	for _, w := range stamp {
		words = append(words, w.text)
	}
	return isolates.Replace(strings.Join(words, " "))
}

// isolates are signs that set directions apart, and are no words.
var isolates = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u00a0", " ")

// under are the words whose middle lies in a link.
func (x leaf) under(l leafLink) string {
	var words []string
	for _, w := range x.words {
		if x, y := (w.x0+w.x1)/2, (w.y0+w.y1)/2; l.x0 <= x && x <= l.x1 && l.y0 <= y && y <= l.y1 {
			words = append(words, w.text)
		}
	}
	return isolates.Replace(strings.Join(words, " "))
}

// pooledWord is the word of a page of the pool that stands on this one.
var pooledWord = regexp.MustCompile(`^F\d\dP\d\d$`)

func (x leaf) pooled() string {
	if i := slices.IndexFunc(x.words, func(w leafWord) bool { return pooledWord.MatchString(w.text) }); i >= 0 {
		return x.words[i].text
	}
	return ""
}
