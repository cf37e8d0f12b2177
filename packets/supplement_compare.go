package packets

import "slices"

// late is a run of pages that a supplement brings: the data sheet, pages of one
// file, or pages that say why a document is not there.
type late struct {
	LockFiled
	pieces []*piece
	over   []LockFiled // that it does something to
	how    string      // what
	base   int         // page in whose place it stands, 0 for none
	from   int         // index of the letters behind that number that are free
	after  []*late     // that take letters behind that number before it
	anew   bool        // says something that its digest does not tell
	gap    int         // between pages that stay, in which it stands; 0 for none
}

// comparison holds a case as it stands now against what was filed.
type comparison struct {
	lines []*line
	runs  []LockFiled // filed, void where the supplement makes them so
	fresh map[*line][]*late
	gone  map[*line][]int     // runs that are withdrawn, nil for those of no line
	cuts  map[*piece][]*piece // what was cut off a piece
	gaps  map[string]int      // of runs, by their first page: the gap between pages that stay
	gap   int                 // the last one
}

// compare finds the runs of every line that say something new.
func (f *Filed) compare(lines []*line, pieces []*piece) comparison {
	c := comparison{
		lines: slices.Clone(lines), runs: slices.Clone(f.runs), fresh: map[*line][]*late{},
		gone: map[*line][]int{}, cuts: map[*piece][]*piece{}, gaps: map[string]int{},
	}
	now := map[*line][]*late{}
	for _, x := range lines {
		now[x] = c.align(x, f.now(x, pieces))
	}
	told := map[int]bool{}
	for _, x := range lines {
		var old []int
		for i, r := range c.runs {
			if r.Void == "" && x.is(r.Item) {
				old, told[i] = append(old, i), true
			}
		}
		c.line(x, now[x], old)
	}
	for i, r := range c.runs {
		if r.Void == "" && !told[i] {
			c.gone[nil] = append(c.gone[nil], i)
		}
	}
	for _, gone := range c.gone {
		for _, i := range gone {
			c.runs[i].Void = VoidWithdrawn
		}
	}
	c.letter()
	return c
}

// nothing tells that the case is what was filed.
func (c comparison) nothing() bool { return len(c.fresh) == 0 && len(c.gone) == 0 }

// stay are the filed pages of files of a line that the supplement leaves as they
// are.
func (c comparison) stay(x *line) (runs []LockFiled) {
	for _, r := range c.runs {
		if r.Kind == PageFile && r.Void == "" && x.is(r.Item) {
			runs = append(runs, r)
		}
	}
	return runs
}

// is tells whether a line is about a filed item.
func (x *line) is(it LockItem) bool {
	if x.owner == nil {
		return it.ID == x.id && it.Number == ""
	}
	return x.owner.ID() == it.Applicant && x.asked.ID == it.ID
}

// now are the runs of a line as the case stands.
func (f *Filed) now(x *line, pieces []*piece) (runs []*late) {
	for _, p := range pieces {
		if p.line != x || p.kind == PageSeparator || p.kind == PageBlank {
			continue
		}
		if n := len(runs) - 1; n >= 0 && runs[n].Kind == p.kind && runs[n].pieces[0].input == p.input && runs[n].Turned == p.rotate {
			runs[n].pieces, runs[n].Pages = append(runs[n].pieces, p), append(runs[n].Pages, p.pages...)
			continue
		}
		r := &late{LockFiled: LockFiled{Item: LockItem{Says: x.says}, Kind: p.kind, Role: p.role, Turned: p.rotate, Pages: slices.Clone(p.pages)}, pieces: []*piece{p}}
		if p.input != nil {
			r.Path, r.SHA256 = p.input.Path, f.sums[p.input]
		}
		r.anew = p.kind == PageData && f.renumbered(x)
		runs = append(runs, r)
	}
	return runs
}

// line compares the runs of a line now with those that were filed, both cut
// where pages stay as they are.
func (c *comparison) line(x *line, now []*late, old []int) {
	all := slices.Clone(now)
	pair := func(match func(*late, LockFiled) bool, how string) {
		now = slices.DeleteFunc(now, func(r *late) bool {
			i := slices.IndexFunc(old, func(i int) bool { return match(r, c.runs[i]) })
			if i < 0 {
				return false
			}
			if how != "" {
				c.take(r, how, old[i])
			}
			old = slices.Delete(old, i, i+1)
			return true
		})
	}
	files := func(r *late, o LockFiled) bool { return r.Kind == PageFile && o.Kind == PageFile }
	whole := func(r *late, o LockFiled) bool { return files(r, o) && r.gap == 0 && c.gaps[o.From] == 0 }
	pair(func(r *late, o LockFiled) bool { return r.same(o) }, "")
	pair(func(r *late, o LockFiled) bool { // turned
		return files(r, o) && r.SHA256 != "" && r.SHA256 == o.SHA256 && slices.Equal(r.Pages, o.Pages)
	}, VoidReplaced)
	pair(func(r *late, o LockFiled) bool { return files(r, o) && r.gap != 0 && r.gap == c.gaps[o.From] }, VoidReplaced)
	pair(func(r *late, o LockFiled) bool { return whole(r, o) && r.Path == o.Path }, VoidReplaced)
	pair(whole, VoidReplaced)
	take := func(r *late, how string, of func(LockFiled) bool) {
		other := func(i int) bool { return !of(c.runs[i]) }
		c.take(r, how, slices.DeleteFunc(slices.Clone(old), other)...)
		old = slices.DeleteFunc(old, func(i int) bool { return !other(i) })
	}
	for _, r := range now {
		switch r.Kind {
		case PageFile: // answers what stood in its place
			take(r, VoidAnswered, func(o LockFiled) bool { return o.Kind != PageFile && o.Kind != PageData && o.Role == "" })
			if r.how == "" && r.Role == RoleDeclaration { // the translator's own, for the page to be signed
				take(r, VoidReplaced, func(o LockFiled) bool { return o.Kind == PageLetter })
			}
		case PageData: // which may face a form, and stands in the place of no paper
			take(r, VoidReplaced, func(o LockFiled) bool { return o.Kind == PageData })
		default: // what stands in the place of papers replaces all that is left
			take(r, VoidReplaced, func(LockFiled) bool { return true })
		}
	}
	if fresh := slices.DeleteFunc(all, func(r *late) bool { return r.pieces[0].brings == nil }); len(fresh) > 0 {
		c.fresh[x] = fresh
	}
	if len(old) > 0 {
		c.gone[x] = append(c.gone[x], old...)
	}
}

// take puts a run into the supplement, with what it does to filed ones.
func (c *comparison) take(r *late, how string, over ...int) {
	for _, i := range over {
		r.how, r.over = how, append(r.over, c.runs[i])
		c.runs[i].Void = how
	}
	if r.how == VoidReplaced {
		r.base, _ = parted(r.over[0].From)
	}
	for _, p := range r.pieces {
		p.brings = r
	}
}

// letter gives the runs that stand in the place of others the letters that are
// free, in the order in which they stand.
func (c *comparison) letter() {
	free, taken := map[int]int{}, map[int][]*late{}
	for _, o := range c.runs {
		for _, label := range []string{o.From, o.To} {
			n, behind := parted(label)
			free[n] = max(free[n], letterIndex(behind)+1)
		}
	}
	for _, x := range c.lines {
		for _, r := range c.fresh[x] {
			if r.lettered() {
				r.from, r.after = free[r.base], slices.Clone(taken[r.base])
				taken[r.base] = append(taken[r.base], r)
			}
		}
	}
}

// same tells whether a run says what was filed.
func (r *late) same(o LockFiled) bool {
	if r.Kind != o.Kind || r.anew {
		return false
	}
	if r.Kind == PageFile {
		return r.SHA256 != "" && r.SHA256 == o.SHA256 && slices.Equal(r.Pages, o.Pages) && r.Turned == o.Turned
	}
	return r.Item.Says == o.Item.Says
}
