package packets

import "slices"

// stretch is a stretch of two lists of pages, the one that was filed and the one
// of now, of each from an index to another: of pages that stay, or of what stands
// between such pages.
type stretch struct {
	stays    bool
	old, now [2]int
}

// aligner cuts runs of a line, and those of the same file that were filed for it,
// where pages are as they were filed, so that these are runs of their own.
type aligner struct {
	c       *comparison
	x       *line
	now     []*late
	settled map[*late]bool  // found among what was filed
	stays   map[string]bool // filed runs that are found, by their first page
}

// align are the runs of a line, cut.
func (c *comparison) align(x *line, now []*late) []*late {
	a := &aligner{c, x, now, map[*late]bool{}, map[string]bool{}}
	for _, r := range now {
		if i := a.find(r.same); i >= 0 {
			a.settled[r], a.stays[c.runs[i].From] = true, true
		}
	}
	a.pages(false)
	a.pages(true)
	return a.now
}

// find is the index of a filed run, -1 for none.
func (a *aligner) find(match func(o LockFiled) bool) int {
	return slices.IndexFunc(a.c.runs, func(o LockFiled) bool {
		return o.Kind == PageFile && o.Void == "" && !a.stays[o.From] && a.x.is(o.Item) && match(o)
	})
}

// pages looks for pages that are as they were filed, or for those that are but
// for being turned.
func (a *aligner) pages(turned bool) {
	for n := 0; n < len(a.now); n++ {
		var all []stretch
		r := a.now[n]
		if a.settled[r] || r.SHA256 == "" {
			continue
		}
		i := a.find(func(o LockFiled) bool {
			if r.SHA256 != o.SHA256 || (r.Turned != o.Turned) != turned || advanced(o.From, len(o.Pages)-1) != o.To {
				return false
			}
			if all = stretches(o.Pages, r.Pages); all == nil {
				all = mirrored(stretches(r.Pages, o.Pages))
			}
			return all != nil
		})
		if i >= 0 {
			a.cut(n, i, all)
			n-- // what is left of it may stay in another place
		}
	}
}

// cut cuts a run of now and one that was filed, by their indices.
func (a *aligner) cut(n, i int, all []stretch) {
	var parts []*late
	var filed []LockFiled
	c, r, o := a.c, a.now[n], a.c.runs[i]
	gap := c.gaps[o.From]
	for _, s := range all {
		c.gap++
		if s.old[0] < s.old[1] {
			p := o.part(s.old)
			a.stays[p.From], c.gaps[p.From] = s.stays, gap
			if !s.stays && gap == 0 {
				c.gaps[p.From] = c.gap
			}
			filed = append(filed, p)
		}
		if s.now[0] < s.now[1] {
			var p *late
			p, r = c.cut(r, s.now[1]-s.now[0])
			a.settled[p] = s.stays
			if !s.stays && p.gap == 0 {
				p.gap = c.gap
			}
			parts = append(parts, p)
		}
	}
	a.now, c.runs = slices.Replace(a.now, n, n+1, parts...), slices.Replace(c.runs, i, i+1, filed...)
}

// mirrored are stretches with the two lists exchanged: where a page stands twice in
// one of them, the other way may be the one to find all that stay.
func mirrored(all []stretch) []stretch {
	for i, s := range all {
		all[i].old, all[i].now = s.now, s.old
	}
	return all
}

// stretches finds the pages that stay, in the order in which they were filed; nil
// if there are none, or the order is another now.
func stretches(old, now []int) (all []stretch) {
	put := func(stays bool, i, j, at, to int) {
		if n := len(all) - 1; stays && n >= 0 && all[n].stays {
			all[n].old[1], all[n].now[1] = j, to
		} else if i < j || at < to {
			all = append(all, stretch{stays, [2]int{i, j}, [2]int{at, to}})
		}
	}
	kept := make([]bool, len(now))
	begin, next := 0, 0 // what is behind the last page that stays
	for i, n := range old {
		at := next + slices.Index(now[next:], n)
		if at < next {
			for j, m := range now[:next] {
				if m == n && !kept[j] {
					return nil
				}
			}
			continue
		}
		kept[at] = true
		put(false, begin, i, next, at)
		put(true, i, i+1, at, at+1)
		begin, next = i+1, at+1
	}
	if next == 0 {
		return nil
	}
	put(false, begin, len(old), next, len(now))
	return all
}

// cut takes so many pages off the beginning of a run; rest is nil where it has no
// more.
func (c *comparison) cut(r *late, n int) (begin, rest *late) {
	if n == len(r.Pages) {
		return r, nil
	}
	a, b := *r, *r
	a.Pages, b.Pages = r.Pages[:n:n], r.Pages[n:]
	a.pieces, b.pieces = nil, nil
	for _, p := range r.pieces {
		has := len(p.pages)
		if n > 0 {
			a.pieces = append(a.pieces, p)
		}
		switch {
		case n <= 0:
			b.pieces = append(b.pieces, p)
		case n < has:
			q := *p
			q.mark, q.anchor = "", ""
			p.pages, q.pages = p.pages[:n:n], p.pages[n:]
			c.cuts[p] = append([]*piece{&q}, c.cuts[p]...)
			b.pieces = append(b.pieces, &q)
		}
		n -= has
	}
	return &a, &b
}

// sliced are pieces with what was cut off them.
func (c *comparison) sliced(pieces []*piece) (all []*piece) {
	for _, p := range pieces {
		all = append(append(all, p), c.sliced(c.cuts[p])...)
	}
	return all
}

// part is a run of some of the pages of a run, from an index to another.
func (r LockFiled) part(of [2]int) LockFiled {
	r.From, r.To = advanced(r.From, of[0]), advanced(r.From, of[1]-1)
	r.Pages = r.Pages[of[0]:of[1]:of[1]]
	return r
}
