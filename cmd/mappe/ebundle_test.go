package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// bundle is a packet of an example as courts want electronic bundles, with what
// it was made of.
type bundle struct {
	*paper
	example, name, copy string
	front               int // pages for the applicant alone
	dir                 string
}

// guidance are the lines of the guidance for electronic court bundles in England
// and Wales (docs/ebundle.md), each tried on every packet of the examples, in
// both copies and languages, as other programs read it. Where a line, or a part
// of it, is not tried, why says so.
var guidance = []struct {
	line string
	try  func(*testing.T, *bundle)
	why  string
}{
	{"one PDF", func(t *testing.T, b *bundle) {
		all, err := filepath.Glob(filepath.Join(b.dir, "*.pdf"))
		if err != nil || len(all) != len(filed[b.example]) {
			t.Errorf("%q (%v), want one for each application", all, err)
		}
	}, ""},
	{"numbers made by the computer, from 1 on the very first page", func(t *testing.T, b *bundle) {
		for i, page := range b.pages[b.front:] {
			m := stamp.FindStringSubmatch(page.foot)
			if m == nil || m[4] != strconv.Itoa(i+1) {
				t.Errorf("page %d has the foot %q", i+1, page.foot)
			}
		}
	}, "the working copy begins with pages for the applicant, i, ii, …, which are not handed in"},
	{"the number that is printed is the number that the viewer shows", func(t *testing.T, b *bundle) {
		for i, page := range b.pages {
			if !slices.Contains(strings.Fields(page.foot), b.labels[i]) {
				t.Errorf("page %d is called %q and printed %q", i+1, b.labels[i], page.foot)
			}
			if b.copy == "authority" && b.labels[i] != strconv.Itoa(i+1) {
				t.Errorf("page %d of the file is called %q", i+1, b.labels[i])
			}
		}
	}, ""},
	{"every entry of the index is a link", func(t *testing.T, b *bundle) {
		links := map[int]int{} // from the index, to each page
		for _, page := range b.pages[b.front:] {
			if strings.Contains(page.foot, " · Contents ") || strings.Contains(page.foot, " · Indhold ") {
				for _, l := range page.links {
					if page.under(l) != page.foot {
						links[l.to]++
					}
				}
			}
		}
		for _, r := range runs(t, b.paper, b.front)[1:] {
			if links[r.first] < 2 { // its title and its page
				t.Errorf("%d links lead to page %s, %s", links[r.first], b.labels[r.first], r.item)
			}
		}
	}, ""},
	{"a bookmark for each document and section, with the page in its text", func(t *testing.T, b *bundle) {
		says := map[int]bool{}
		for _, m := range b.marks {
			says[m.to] = says[m.to] || strings.HasSuffix(m.says, " "+b.labels[m.to])
		}
		for _, r := range runs(t, b.paper, b.front) {
			if !says[r.first] {
				t.Errorf("no bookmark says page %s, %s", b.labels[r.first], r.item)
			}
		}
	}, ""},
	{"typed documents can be searched", func(t *testing.T, b *bundle) {
		var text strings.Builder
		for _, page := range b.pages {
			text.WriteString(page.text + " ")
		}
		for _, path := range b.taken(t) {
			if filepath.Ext(path.file) != ".pdf" || path.pages != "" {
				continue
			}
			for _, word := range strings.Fields(tool(t, "pdftotext", filepath.Join(examples, b.example, path.file), "-")) {
				if !strings.Contains(text.String(), word) {
					t.Errorf("%s: %q is not found in the packet", path.file, word)
				}
			}
		}
	}, "mappe makes no text of pictures: whoever wants a scan to be searchable has its scanner recognise the text; what it found is kept"},
	{"landscape pages read from left to right", func(t *testing.T, b *bundle) {
		for i, page := range b.pages {
			wide := 0
			for _, w := range page.words {
				if len(w.text) >= 6 && w.y1-w.y0 > w.x1-w.x0 {
					wide++
				}
			}
			if wide > 0 {
				t.Errorf("page %d: %d words stand upright", i+1, wide)
			}
		}
	}, "of a picture only its own mark of orientation is known; mappe check --scans points out one that lies on its side"},
	{"nothing is upside-down", func(t *testing.T, b *bundle) {
		info := tool(t, "pdfinfo", "-f", "1", "-l", strconv.Itoa(len(b.pages)), b.path)
		if n := len(regexp.MustCompile(`(?m)^Page +\d+ rot: +0$`).FindAllString(info, -1)); n != len(b.pages) {
			t.Errorf("%d of %d pages are upright:\n%s", n, len(b.pages), info)
		}
		for i, page := range b.pages {
			if last := page.words[len(page.words)-1]; last.y0 < 500 {
				t.Errorf("page %d: its foot stands at %.0f points from above", i+1, last.y0)
			}
		}
	}, "of a picture only its own mark of orientation is known; mappe check --scans points out one that stands on its head"},
	{"opens in the same way for everybody", func(t *testing.T, b *bundle) {
		if b.root["/PageMode"] != "/UseOutlines" || b.root["/OpenAction"] != nil {
			t.Errorf("the catalog is %v", b.root)
		}
	}, "100 % can be asked for by an action on opening alone, and a packet has no actions; it opens with its bookmarks, as large as the viewer is set to"},
	{"at most 300 dpi", func(t *testing.T, b *bundle) {
		for _, line := range strings.Split(tool(t, "pdfimages", "-list", b.path), "\n")[2:] {
			cells := strings.Fields(line)
			if len(cells) < 14 || cells[2] != "image" {
				continue
			}
			if dpi, err := strconv.Atoi(cells[12]); err != nil || dpi > 300 {
				t.Errorf("a picture on page %s has %s dpi", cells[0], cells[12])
			}
		}
	}, "pictures are never made coarser; a heavy file is pointed out, with the advice to scan it again at 300 dpi"},
	{"no larger than it need be", func(t *testing.T, b *bundle) {
		size := func(path string) int64 {
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			return info.Size()
		}
		files := map[string]int64{}
		for _, f := range b.taken(t) {
			files[f.file] = size(filepath.Join(examples, b.example, f.file))
		}
		all := int64(len(b.pages)) * 8 << 10
		for _, n := range files {
			all += n
		}
		if got := size(b.path); got > all+160<<10 { // fonts, cut to what is drawn
			t.Errorf("%d bytes; files and pages are worth %d", got, all)
		}
	}, ""},
	{"a short file name that describes", func(t *testing.T, b *bundle) {
		if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.pdf$`).MatchString(b.name) || len(b.name) > 80 {
			t.Errorf("%q", b.name)
		}
	}, ""},
	{"no document is in it twice", func(t *testing.T, b *bundle) {
		seen := map[string]bool{}
		for _, f := range b.taken(t) {
			at := fmt.Sprint(f)
			if seen[at] {
				t.Errorf("%s is in it twice", at)
			}
			seen[at] = true
		}
	}, "a document that the person names twice is in it twice, and pointed out"},
	{"chronological inside a section", func(t *testing.T, b *bundle) {
		src, err := os.ReadFile(filepath.Join(examples, b.example, "case.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		before := map[string]int{}
		for _, f := range b.taken(t) {
			at := strings.Index(string(src), f.file)
			if at < before[f.item] {
				t.Errorf("%s: %s does not follow as in the profile", f.item, f.file)
			}
			before[f.item] = at
		}
	}, "mappe knows no dates of documents; inside an item they stand in the order that the person gives"},
	{"late pages are delivered apart, and can be inserted", nil,
		"tried in TestLatePages, and in TestSupplementIsProved of packets"},
	{"at most 350 pages", nil,
		"a limit of the family courts (PD27A), and none of the authorities that mappe knows; --max-size divides a packet"},
}

// part is a run of pages of a file in a packet.
type part struct{ item, file, pages string }

var planned = regexp.MustCompile(`(?m)^ +\S+  (\S+) .*  \[(scans/\S+) ([^\]]*)\]$`)

// taken are the files of a packet in its order, as the plan tells. The pages are
// "" where all of a file are in it.
func (b *bundle) taken(t *testing.T) (all []part) {
	t.Helper()
	plan := mappe(t, "packet", filepath.Join(examples, b.example, "case.yaml"), "--dry-run")
	_, plan, found := strings.Cut("\n"+plan, "\n"+b.name+": ")
	if !found {
		t.Fatalf("no plan of %s", b.name)
	}
	plan, _, _ = strings.Cut(plan, ".pdf: ")
	for _, m := range planned.FindAllStringSubmatch(plan, -1) {
		p := part{m[1], m[2], m[3]}
		if !strings.Contains(m[3], ",") {
			p.pages = ""
		}
		all = append(all, p)
	}
	if len(all) == 0 {
		t.Fatalf("%s has no files:\n%s", b.name, plan)
	}
	return all
}

func TestEBundle(t *testing.T) {
	needTools(t)
	var bundles []*bundle
	for example, names := range filed {
		for _, lang := range []string{"da", "en"} {
			front := map[string]int{}
			for _, who := range []string{"authority", "applicant"} {
				dir := t.TempDir()
				mappe(t, "packet", filepath.Join(examples, example, "case.yaml"), "--lang", lang, "--copy", who, "-o", dir)
				for _, name := range names {
					b := &bundle{paper: read(t, filepath.Join(dir, name)), example: example, name: name, copy: who, dir: dir}
					if who == "authority" {
						front[name] = len(b.pages)
					} else {
						b.front = len(b.pages) - front[name]
					}
					bundles = append(bundles, b)
				}
			}
		}
	}
	wide := 0
	for _, g := range guidance {
		t.Run(g.line, func(t *testing.T) {
			if g.try == nil {
				t.Log("not tried here: " + g.why)
				return
			}
			for _, b := range bundles {
				g.try(t, b)
			}
		})
	}
	for _, b := range bundles {
		wide += strings.Count(tool(t, "pdfinfo", "-f", "1", "-l", strconv.Itoa(len(b.pages)), b.path), "size:  841.89 x 595.276")
	}
	if wide == 0 {
		t.Error("no example has a landscape page")
	}
}
