package packets

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var (
	footLine   = regexp.MustCompile(`(?:^| )(?:(?:page|side) (\d+) (?:of|af) (\d+) · )?(?:packet page|pakkens side) (\d+) (?:of|af) (\d+)$`)
	footItem   = regexp.MustCompile(`(?:^| · )([A-Z]?\d+\.\d+)(?:[ …]|$)`)
	titleStart = regexp.MustCompile(`^([A-Z]?\d+\.\d+)(?:[ …]|$)`)
)

// stampedRun is what the stamps say of an item: its pages, counted from 0, and how
// many it has without its separator.
type stampedRun struct {
	number      string // "" for what is no item
	first, last int
	counted, of int
}

// ends tells whether a stamp ends in a number: where it is read from right to left
// it does so on the left.
func ends(foot, number string) bool {
	if mirrored := strings.ContainsFunc(foot, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }); mirrored && strings.HasPrefix(foot, number+" ") {
		return true
	}
	return strings.HasSuffix(foot, " "+number)
}

// stampedRuns reads the stamps, whose numbers follow each other and are those
// that viewers show.
func stampedRuns(t *testing.T, b *bundle, front int) (all []stampedRun) {
	t.Helper()
	for i, x := range b.pages {
		foot := x.foot()
		if i < front {
			if want := roman(i + 1); x.label != want || !ends(foot, want) {
				t.Errorf("page %s for the applicant is labelled %q and stamped %q", want, x.label, foot)
			}
			continue
		}
		m := footLine.FindStringSubmatch(foot)
		want := strconv.Itoa(i - front + 1)
		if m == nil || m[3] != want || m[4] != strconv.Itoa(len(b.pages)-front) || x.label != want {
			t.Errorf("page %s of %d is labelled %q and stamped %q", want, len(b.pages)-front, x.label, foot)
			continue
		}
		n, _ := strconv.Atoi(m[1]) // 0 where pages are not counted
		of, _ := strconv.Atoi(m[2])
		item := ""
		if m := footItem.FindStringSubmatch(foot); m != nil {
			item = m[1]
		}
		if n == 0 && item == "" { // between two items, so that each begins on a leaf of its own
			if said := x.pooled(); said != "" {
				t.Errorf("page %s is stamped %q, and says %s", want, foot, said)
			}
			continue
		}
		if len(all) == 0 || n == 0 && all[len(all)-1].number != item || n == 1 && all[len(all)-1].counted > 0 {
			all = append(all, stampedRun{number: item, first: i})
		}
		at := &all[len(all)-1]
		at.last = i
		if n > 0 {
			at.counted++
			at.of = of
		}
		if at.number != item || n > 0 && n != at.counted {
			t.Errorf("page %s is stamped %q, behind %d pages of item %q", want, foot, at.counted, at.number)
		}
	}
	for _, r := range all {
		if r.counted != r.of {
			t.Errorf("item %q has %d pages, its stamps say %d", r.number, r.counted, r.of)
		}
	}
	return all
}

// boundRuns follows links and bookmarks to the items, and tells the items by
// their numbers.
func boundRuns(t *testing.T, b *bundle, runs []stampedRun, front int) map[string]stampedRun {
	t.Helper()
	begins, bound := map[int]string{}, map[string]stampedRun{}
	for _, r := range runs {
		begins[r.first] = r.number
		if _, twice := bound[r.number]; twice && r.number != "" {
			t.Errorf("item %s begins twice, the second time on page %d", r.number, r.first+1)
		}
		bound[r.number] = r
	}
	marked, before := map[int]bool{}, 0
	for _, m := range b.marks {
		if m.to < before || m.to >= len(b.pages) {
			t.Errorf("the bookmark %q leads to page %d, the one before to %d", m.title, m.to+1, before+1)
			continue
		}
		before = m.to
		if n := titleStart.FindStringSubmatch(m.title); n != nil && begins[m.to] != n[1] {
			t.Errorf("the bookmark %q leads to page %d, where %q begins", m.title, m.to+1, begins[m.to])
		} else if n != nil || m.to >= front {
			marked[m.to] = true
		}
		if said := strings.Fields(m.title); said[len(said)-1] != b.pages[m.to].label {
			t.Errorf("the bookmark %q leads to page %q", m.title, b.pages[m.to].label)
		}
	}
	listed := map[int]bool{}
	for i := front; i <= runs[0].last; i++ { // the contents
		for _, l := range b.pages[i].links {
			text := b.pages[i].under(l)
			first, last, many := strings.Cut(text, "–")
			if _, err := strconv.Atoi(first); err != nil {
				continue
			}
			listed[l.to] = true
			if b.pages[l.to].label != first {
				t.Errorf("the contents lead from %q to the page %q", text, b.pages[l.to].label)
			}
			if !many {
				last = first
			}
			if at := slices.IndexFunc(runs, func(r stampedRun) bool { return r.first == l.to }); at >= 0 && b.pages[runs[at].last].label != last {
				t.Errorf("the contents say %q of item %q that begins on page %q and ends on page %q", text, runs[at].number, b.pages[runs[at].first].label, b.pages[runs[at].last].label)
			}
		}
	}
	for i, r := range runs {
		if !marked[r.first] {
			t.Errorf("no bookmark leads to item %q on page %d", r.number, r.first+1)
		}
		if i > 0 && !listed[r.first] {
			t.Errorf("the contents have no line for item %q on page %d", r.number, r.first+1)
		}
	}
	if len(listed) != len(runs)-1 {
		t.Errorf("the contents lead to %d pages, there are %d items", len(listed), len(runs)-1)
	}
	return bound
}
