package packets

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var footLate = regexp.MustCompile(`(?:^| )(?:(?:page|side) (\d+) (?:of|af) (\d+) · )?(?:packet page|pakkens side) (\d+[a-z]*)(?: (?:of|af) (\d+))?(?: · (replaces|erstatter|answers|jf\.) (?:pages?|side) (\S+(?: \S+)*))?$`)

// look reads a supplement: its pages go on from those that were filed or stand in
// the place of some of them, and index, stamps, labels and bookmarks say the same
// of each. What it says it does to filed pages is done to them.
func (f *filing) look(t *testing.T, k *Packet, b *bundle, l *Lock, duplex bool) {
	t.Helper()
	last, total := f.last, 0
	counted, of := map[string]int{}, map[string]int{}
	begins := map[int]string{} // items, by their first page
	seen := map[string]bool{}
	var contents []int
	stamps, blank := map[string]indexRow{}, map[string]bool{}
	for i, x := range b.pages {
		if i < k.Front {
			if want := roman(i + 1); x.label != want || !strings.HasSuffix(x.foot(), " "+want) {
				t.Errorf("%s: page %s for the applicant is labelled %q and stamped %q", k.Name, want, x.label, x.foot())
			}
			continue
		}
		q := l.Pages[i]
		m := footLate.FindStringSubmatch(x.foot())
		if m == nil || m[3] != x.label {
			t.Errorf("%s: page %s is stamped %q", k.Name, x.label, x.foot())
			continue
		}
		n, behind := parted(x.label)
		if behind == "" {
			last++
			if total == 0 {
				total, _ = strconv.Atoi(m[4])
			}
			if n != last || m[4] != strconv.Itoa(total) {
				t.Errorf("%s: page %s of %d, behind %d, is stamped %q", k.Name, x.label, total, last-1, x.foot())
			}
		} else if n > f.last || m[4] != "" || indexVerbs[m[5]] != "replaces" {
			t.Errorf("%s: page %s, in the place of one up to %d, is stamped %q", k.Name, x.label, f.last, x.foot())
		}
		number := ""
		if q.Item >= 0 {
			number = l.Items[q.Item].Number
		}
		if s := footItem.FindStringSubmatch(x.foot()); (s == nil) != (number == "") || s != nil && s[1] != number {
			t.Errorf("%s: page %s of item %q is stamped %q", k.Name, x.label, number, x.foot())
		}
		if q.Kind == PageContents {
			contents = append(contents, i)
			continue
		}
		if q.Kind == PageBlank {
			blank[x.label] = true
			continue
		}
		if !seen[number] {
			seen[number], begins[i] = true, number
			if duplex && (i-k.Front)%2 != 0 {
				t.Errorf("%s: %q begins on the back of a sheet, page %s", k.Name, number, x.label)
			}
		}
		if aside := q.Kind == PageSeparator || q.Kind == PageData && number != ""; (m[1] == "") != aside { // no page of the document
			t.Errorf("%s: page %s of kind %s is stamped %q", k.Name, x.label, q.Kind, x.foot())
		} else if m[1] != "" {
			counted[number]++
			of[number], _ = strconv.Atoi(m[2])
			if m[1] != strconv.Itoa(counted[number]) {
				t.Errorf("%s: page %s is stamped %q, and is the %d. of %q", k.Name, x.label, x.foot(), counted[number], number)
			}
		}
		r := indexRow{number: number, verb: indexVerbs[m[5]]}
		r.over = expanded(strings.Fields(m[6]))
		stamps[x.label] = r
	}
	if total != 0 && total != last {
		t.Errorf("%s: ends with page %d, its stamps say %d", k.Name, last, total)
	}
	for number, n := range counted {
		if of[number] != n {
			t.Errorf("%s: item %q has %d pages, its stamps say %d", k.Name, number, n, of[number])
		}
	}
	f.marked(t, b, k, begins, contents)
	rows := indexRows(t, b, contents)
	f.agree(t, k, rows, stamps, blank)
	before := f.named
	var void []string
	for _, r := range rows {
		void = append(void, f.does(t, k, r)...)
	}
	f.file(t, b, l)
	f.adds(t, k, rows)
	f.again(t, k, before, void, stamps)
}

// marked looks at the bookmarks: one for each item, where it begins.
func (f *filing) marked(t *testing.T, b *bundle, k *Packet, begins map[int]string, contents []int) {
	t.Helper()
	before := 0
	marks := map[int]bool{}
	for _, m := range b.marks {
		if m.to < before || m.to >= len(b.pages) {
			t.Errorf("%s: the bookmark %q leads to page %d, the one before to %d", k.Name, m.title, m.to+1, before+1)
			continue
		}
		before = m.to
		if n := titleStart.FindStringSubmatch(m.title); n != nil && begins[m.to] != n[1] {
			t.Errorf("%s: the bookmark %q leads to page %s, where %q begins", k.Name, m.title, b.pages[m.to].label, begins[m.to])
		}
		marks[m.to] = true
		if said := strings.Fields(m.title); said[len(said)-1] != b.pages[m.to].label {
			t.Errorf("%s: the bookmark %q leads to page %q", k.Name, m.title, b.pages[m.to].label)
		}
	}
	for at, number := range begins {
		if !marks[at] {
			t.Errorf("%s: no bookmark leads to item %q on page %s", k.Name, number, b.pages[at].label)
		}
	}
	if len(contents) == 0 || !marks[contents[0]] {
		t.Errorf("%s: no bookmark leads to the index", k.Name)
	}
}

// agree compares the rows of the index with the stamps: each page is in one row,
// which says of it what its stamp says. A row may run over the blank backs of its
// own sheets, and neither begins nor ends with one.
func (f *filing) agree(t *testing.T, k *Packet, rows []indexRow, stamps map[string]indexRow, blank map[string]bool) {
	t.Helper()
	in := map[string]bool{}
	for _, r := range rows {
		stamped := map[string]bool{}
		for i, label := range r.pages {
			if blank[label] && i > 0 && i < len(r.pages)-1 {
				continue
			}
			s, there := stamps[label]
			if !there || in[label] || s.number != r.number {
				t.Errorf("%s: the index has page %s, of %q, in the row %+v", k.Name, label, s.number, r)
			}
			in[label] = true
			if s.verb != "" {
				stamped[s.verb] = true
				if s.verb != r.verb || !slices.Equal(s.over, r.over) {
					t.Errorf("%s: the stamp of page %s says %s %v, the index %s %v", k.Name, label, s.verb, s.over, r.verb, r.over)
				}
			}
			if n, behind := parted(label); behind != "" && len(r.over) > 0 {
				if base, _ := parted(r.over[0]); base != n {
					t.Errorf("%s: page %s stands in the place of %v", k.Name, label, r.over)
				}
			}
		}
		if (r.verb == "replaces" || r.verb == "answers") && !stamped[r.verb] {
			t.Errorf("%s: no stamp says what the index says: %+v", k.Name, r)
		}
	}
	for label := range stamps {
		if !in[label] {
			t.Errorf("%s: the index does not have page %s", k.Name, label)
		}
	}
}

// does makes those pages void that a row says are, which must have been filed
// for that item and stand still, and answers what they were.
func (f *filing) does(t *testing.T, k *Packet, r indexRow) (void []string) {
	t.Helper()
	for _, label := range r.over {
		p := f.pages[label]
		switch {
		case p == nil || p.number != r.number || p.void:
			t.Errorf("%s: the row %+v names page %s, which is %+v", k.Name, r, label, p)
			continue
		case r.verb == "answers" && p.kind != PageSlot && p.kind != PageHole:
			t.Errorf("%s: the row %+v answers page %s of kind %s", k.Name, r, label, p.kind)
		}
		if r.verb != "adds" {
			p.void = true
			void = append(void, r.number+" "+p.is)
		}
	}
	return void
}

// adds looks at rows of pages that are new: the index names all that they stand
// beside.
func (f *filing) adds(t *testing.T, k *Packet, rows []indexRow) {
	t.Helper()
	for _, r := range rows {
		if r.verb != "adds" && r.verb != "new" || f.pages[r.pages[len(r.pages)-1]].kind != PageFile {
			continue
		}
		var beside []string
		for label, p := range f.pages {
			if p.n < f.n && p.number == r.number && p.kind == PageFile && !p.void {
				beside = append(beside, label)
			}
		}
		slices.Sort(beside)
		over := slices.Sorted(slices.Values(r.over))
		if !slices.Equal(beside, over) {
			t.Errorf("%s: the row %+v, beside the pages %v", k.Name, r, beside)
		}
	}
}

// again looks for pages that are filed again though they are as they were: only
// where the order of the pages of a file is another may they be.
func (f *filing) again(t *testing.T, k *Packet, before map[[2]string][]string, void []string, stamps map[string]indexRow) {
	t.Helper()
	for label := range stamps {
		p := f.pages[label]
		at := f.items[p.number]
		if p.kind != PageFile || !slices.Contains(void, p.number+" "+p.is) {
			continue
		}
		if sum, _, _ := strings.Cut(p.is, " "); oneOrder(of(before[at], sum), of(f.named[at], sum)) {
			t.Errorf("%s: page %s, of %s, was filed as it is\nbefore %q\nnow %q", k.Name, label, p.number, before[at], f.named[at])
		}
	}
}

// of are the pages of a file.
func of(pages []string, sum string) []string {
	return slices.DeleteFunc(slices.Clone(pages), func(is string) bool { return !strings.HasPrefix(is, sum) })
}

// oneOrder tells that no page is in two lists, or stands twice in one, and that those
// that are in both have one order.
func oneOrder(a, b []string) bool {
	both := func(x, other []string) (all []string) {
		for _, is := range x {
			if slices.Contains(other, is) {
				all = append(all, is)
			}
		}
		return all
	}
	for _, x := range [][]string{a, b} {
		if len(slices.Compact(slices.Sorted(slices.Values(x)))) != len(x) {
			return false
		}
	}
	return slices.Equal(both(a, b), both(b, a))
}

// stands compares what was filed and is not void with what the profile names.
func (f *filing) stands(t *testing.T, people []string) {
	t.Helper()
	stands := map[[2]string][]string{}
	for _, p := range f.pages {
		if at := f.items[p.number]; p.kind == PageFile && !p.void {
			stands[at] = append(stands[at], p.is)
		}
	}
	named := f.names(t)
	for at, want := range named {
		if slices.Contains(people, at[0]) && !slices.Equal(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(stands[at]))) {
			t.Errorf("%s %s: after supplement %d there stand %q; named are %q", at[0], at[1], f.n-1, stands[at], want)
		}
	}
	for at := range stands {
		if len(named[at]) == 0 {
			t.Errorf("%s %s: after supplement %d there stand %q, and nothing is named", at[0], at[1], f.n-1, stands[at])
		}
	}
}

// accounted looks at what is said of pages of files: each is on a page of the
// supplement, or of what was filed before, or said to be left out for another
// reason.
func (f *filing) accounted(t *testing.T, k *Packet) {
	t.Helper()
	pages, in, left, _, _ := k.Account.Sum()
	if pages != in+left {
		t.Errorf("%s: %d pages, %d in the packet and %d left out", k.Name, pages, in, left)
	}
	for _, file := range k.Account.Files {
		for _, x := range file.Left {
			for _, n := range x.Pages {
				filed, is := x.Why != LeftFiled, f.sum(t, file.Path)+" "+strconv.Itoa(n)+" "
				for _, p := range f.pages {
					filed = filed || p.kind == PageFile && !p.void && strings.HasPrefix(p.is, is)
				}
				if !filed {
					t.Errorf("%s: page %d of %s is said to be filed", k.Name, n, file.Path)
				}
			}
		}
	}
}
