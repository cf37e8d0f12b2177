package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The examples in which something is filed, with what each writes.
var filed = map[string][]string{
	"bf1-secondment": {"ferreira-lima-daniela-bf1-us.pdf"},
	"bf23-paper":     {"dlamini-thandiwe-bf2-3-us.pdf"},
	"mf4-family":     {"kovalenko-family-maria-mf4.pdf", "kovalenko-family-oleh-mf4.pdf", "kovalenko-family-sofia-mf4.pdf"},
	"od2d-gaps":      {"thompson-and-holm-rachel-od2-d.pdf"},
}

// mappe runs the real binary and answers what it prints; it must end with 0.
func mappe(t *testing.T, args ...string) string {
	t.Helper()
	return tool(t, "mappe", append(args, "--on", "2026-11-22")...)
}

// Each example is bound in both languages, once for the applicant and once for
// the authority, and the two copies are read with other programs.
func TestPackets(t *testing.T) {
	needTools(t)
	for example, names := range filed {
		for _, lang := range []string{"en", "da"} {
			t.Run(example+"/"+lang, func(t *testing.T) {
				t.Parallel()
				profile := filepath.Join(examples, example, "case.yaml")
				written := map[string][]*paper{}
				for _, who := range []string{"applicant", "authority"} {
					dir := t.TempDir()
					var want []string
					for _, name := range names {
						want = append(want, filepath.Join(dir, name))
					}
					got := strings.Fields(mappe(t, "packet", profile, "--lang", lang, "--copy", who, "-o", dir))
					if diff := cmp.Diff(want, got); diff != "" {
						t.Fatalf("paths of the %s's copy (-want +got):\n%s", who, diff)
					}
					for _, path := range got {
						tool(t, "qpdf", "--check", path)
						written[who] = append(written[who], read(t, path))
					}
				}
				var answer Answer
				if err := json.Unmarshal([]byte(mappe(t, "check", profile, "--lang", lang, "--json")), &answer); err != nil {
					t.Fatal(err)
				}
				for i, mine := range written["applicant"] {
					theirs := written["authority"][i]
					front := len(mine.pages) - len(theirs.pages)
					if front < 1 {
						t.Fatalf("%s: %d pages, %d of them for the authority: none for the applicant", names[i], len(mine.pages), len(theirs.pages))
					}
					stamped(t, mine, front)
					stamped(t, theirs, 0)
					linked(t, mine, front)
					linked(t, theirs, 0)
					sameBody(t, mine.pages[front:], theirs.pages)
					told(t, mine, &answer, answer.Applications[i], lang)
				}
			})
		}
	}
}

// stamp is the foot of a page of the body. Separators are not counted.
var stamp = regexp.MustCompile(`^(.+?) (?:(?:page|side) (\d+) (?:of|af) (\d+) · )?(?:packet page|pakkens side) (\d+) (?:of|af) (\d+)$`)

// pages are those of one item, which stand together.
type pages struct {
	item            string // "Mariia Kovalenko · MF4 · 2.1 Copy of your passport"
	first, last, of int
	counted         int // without its separator
}

// runs reads the stamps of the body.
func runs(t *testing.T, p *paper, front int) (list []pages) {
	t.Helper()
	for i, page := range p.pages[front:] {
		m := stamp.FindStringSubmatch(page.foot)
		if m == nil {
			t.Fatalf("%s: page %d has no stamp but %q", p.path, front+i+1, page.foot)
		}
		var n [4]int
		for k := range n {
			n[k], _ = strconv.Atoi(m[k+2])
		}
		if n[2] != i+1 || n[3] != len(p.pages)-front {
			t.Errorf("%s: page %d is stamped %d of %d, want %d of %d", p.path, front+i+1, n[2], n[3], i+1, len(p.pages)-front)
		}
		separator := m[2] == ""
		if separator || n[0] == 1 && (len(list) == 0 || list[len(list)-1].counted > 0) {
			list = append(list, pages{item: m[1], first: front + i, of: n[1]})
		}
		if len(list) == 0 {
			t.Fatalf("%s: the body begins with %q", p.path, page.foot)
		}
		at := &list[len(list)-1]
		at.last = front + i
		if separator {
			continue
		}
		at.counted++
		if at.counted == 1 {
			at.of = n[1]
		}
		if !shortened(m[1], at.item) || n[0] != at.counted || n[1] != at.of {
			t.Errorf("%s: %q stands after %d pages of %q, %d in all", p.path, page.foot, at.counted-1, at.item, at.of)
		}
	}
	for _, r := range list {
		if r.counted != r.of {
			t.Errorf("%s: %q has %d pages, its stamps say %d", p.path, r.item, r.counted, r.of)
		}
	}
	return list
}

// shortened tells whether a stamp's words are the whole, or its beginning with
// dots. Of two shortened ones, which have less room the higher their numbers
// are and more on a wider sheet, the shorter is looked at.
func shortened(words, whole string) bool {
	start, cut := strings.CutSuffix(words, "…")
	other, too := strings.CutSuffix(whole, "…")
	if !cut && !too {
		return words == whole
	}
	start, other = strings.TrimSpace(start), strings.TrimSpace(other)
	return min(len(start), len(other)) > 20 && (cut && strings.HasPrefix(other, start) || too && strings.HasPrefix(start, other))
}

// stamped looks at the page account: pdfinfo counts what the stamps count, and
// viewers show the label that is stamped.
func stamped(t *testing.T, p *paper, front int) {
	t.Helper()
	runs(t, p, front)
	if info := tool(t, "pdfinfo", p.path); !regexp.MustCompile(fmt.Sprintf(`(?m)^Pages: +%d$`, len(p.pages))).MatchString(info) {
		t.Errorf("%s: %d pages are stamped; pdfinfo says\n%s", p.path, len(p.pages), info)
	}
	for i, label := range p.labels {
		want := strconv.Itoa(i - front + 1)
		if i < front {
			want = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}[i]
			if !strings.HasSuffix(p.pages[i].foot, " "+want) || stamp.MatchString(p.pages[i].foot) {
				t.Errorf("%s: page %s is stamped %q", p.path, want, p.pages[i].foot)
			}
		}
		if label != want {
			t.Errorf("%s: page %d has the label %q, want %q", p.path, i+1, label, want)
		}
	}
}

// linked follows every link of the contents, every stamp, which leads back to
// them, and every bookmark.
func linked(t *testing.T, p *paper, front int) {
	t.Helper()
	items := runs(t, p, front)
	marked := map[int][]string{}
	for _, m := range p.marks {
		marked[m.to] = append(marked[m.to], fold(m.title))
		if m.says != "" && !strings.HasSuffix(m.says, " "+p.labels[m.to]) {
			t.Errorf("%s: the bookmark %q · %q leads to page %s", p.path, m.title, m.says, p.labels[m.to])
		}
	}
	numbered := map[int]bool{}
	for i, page := range p.pages {
		back := 0
		for _, l := range page.links {
			text := page.under(l)
			first, _, _ := strings.Cut(text, "–")
			switch n, err := strconv.Atoi(first); {
			case text == "":
				t.Errorf("%s: page %d: a link under no words", p.path, i+1)
			case text == page.foot && l.to == front:
				back++
			case err == nil:
				numbered[l.to] = true
				if p.labels[l.to] != strconv.Itoa(n) {
					t.Errorf("%s: page %d: the link %q leads to page %q", p.path, i+1, text, p.labels[l.to])
				}
			case !slices.ContainsFunc(marked[l.to], func(title string) bool { return strings.Contains(title, text) }):
				t.Errorf("%s: page %d: the link %q leads to the page of %q", p.path, i+1, text, marked[l.to])
			}
		}
		if want := min(1, max(i-front, front-i)); back != want { // the contents are one page
			t.Errorf("%s: page %d: %d stamps lead to the contents, want %d", p.path, i+1, back, want)
		}
	}
	for k, r := range items {
		if k > 0 && !numbered[r.first] { // the contents come first
			t.Errorf("%s: the contents have no line for %q on page %s", p.path, r.item, p.labels[r.first])
		}
		_, item, _ := strings.Cut(r.item, " · ") // after the person, the form
		_, item, _ = strings.Cut(item, " · ")
		if !slices.ContainsFunc(marked[r.first], func(title string) bool { return shortened(item, title) }) {
			t.Errorf("%s: page %s, %q, has the bookmarks %q", p.path, p.labels[r.first], r.item, marked[r.first])
		}
	}
	if len(marked[0]) == 0 {
		t.Errorf("%s: the first page has no bookmark", p.path)
	}
	if len(numbered) != len(items)-1 {
		t.Errorf("%s: the contents link to %d pages, want %d", p.path, len(numbered), len(items)-1)
	}
}

// sameBody compares the pages that both copies have: people talk about "page
// 14".
func sameBody(t *testing.T, mine, theirs []sheet) {
	t.Helper()
	for i := range theirs {
		if diff := cmp.Diff(theirs[i].text, mine[i].text); diff != "" {
			t.Errorf("page %d differs (-authority +applicant):\n%s", i+1, diff)
		}
	}
}

// Where nothing is filed, no packet is written.
func TestNoPacket(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	cmd := exec.Command("mappe", "packet", filepath.Join(examples, "within-limit", "case.yaml"), "--on", "2026-11-22", "-o", dir)
	out, err := cmd.Output()
	if code := cmd.ProcessState.ExitCode(); code != exitNoPacket || len(out) > 0 {
		t.Errorf("exit code %d (%v), %q; want %d and nothing", code, err, out, exitNoPacket)
	}
	if left, _ := filepath.Glob(dir); left != nil {
		t.Errorf("left %q", left)
	}
}
