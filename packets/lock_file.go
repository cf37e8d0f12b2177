package packets

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// lockFile is a file as the lock says it, but for its digest.
func (k *Packet) lockFile(in *Input) LockFile {
	f := LockFile{Path: in.Path, Bytes: in.Size, Pages: in.Pages, Signed: in.signed(), Beside: k.beside(in)}
	if x := in.own; x != nil {
		f.Form = &LockForm{x.form, x.size, fmt.Sprintf("%x", x.sum)}
	}
	for _, a := range k.Account.Files {
		for _, l := range a.Left {
			if a.Path == in.Path {
				f.Left = append(f.Left, LockLeft{ranges(l.Pages, "-"), l.Why})
			}
		}
	}
	return f
}

var leftReasons = []string{LeftUnselected, LeftElsewhere, LeftNoPacket, LeftUnusable, LeftFiled}

func (l *Lock) checkFiles(c *checker) {
	c.want(l.Files != nil, "files", "are missing")
	for i, f := range l.Files {
		c.want(filepath.IsLocal(filepath.FromSlash(f.Path)), in("files", i, "path"), "%q is no path below the profile's folder", f.Path)
		c.want(f.Bytes >= 0 && f.Bytes <= maxInputBytes, in("files", i, "bytes"), "%d is no size", f.Bytes)
		c.want(f.Pages > 0 && f.Pages <= math.MaxInt32, in("files", i, "pages"), "%d is no number of pages", f.Pages)
		c.want(hexed(f.SHA256, 64), in("files", i, "sha256"), "%q is no digest", f.SHA256)
		c.want(f.Beside == "" || filepath.IsLocal(f.Beside) && !strings.ContainsAny(f.Beside, `/\`), in("files", i, "beside"), "%q is no name of a file", f.Beside)
		if x := f.Form; x != nil {
			c.want(formItems(x.ID) != nil, in("files", i, "form.id"), "%q is no form", x.ID)
			c.want(x.Bytes > 0 && x.Bytes <= f.Bytes, in("files", i, "form.bytes"), "%d is no size", x.Bytes)
			c.want(hexed(x.SHA256, 64), in("files", i, "form.sha256"), "%q is no digest", x.SHA256)
		}
		for n, left := range f.Left {
			_, ok := spansOf(left.Pages, f.Pages)
			c.want(ok, in(in("files", i, "left"), n, "pages"), "%q are no pages of %s", left.Pages, f.Path)
			c.want(slices.Contains(leftReasons, left.Why), in(in("files", i, "left"), n, "why"), "%q is none of %s", left.Why, strings.Join(leftReasons, ", "))
		}
	}
}

// span is pages of a file, from one to another. A lock may name as many as it
// likes in a few digits: they are never counted out.
type span struct{ from, to int }

func (s span) String() string {
	if s.from == s.to {
		return strconv.Itoa(s.from)
	}
	return fmt.Sprintf("%d-%d", s.from, s.to)
}

// spansOf reads pages of a file that has n as ranges writes them: "2, 4-6".
func spansOf(pages string, n int) (all []span, ok bool) {
	last := -1
	for _, part := range strings.Split(pages, ", ") {
		from, to, several := strings.Cut(part, "-")
		if !several {
			to = from
		}
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		x := span{a, b}
		if err1 != nil || err2 != nil || a < 1 || a <= last+1 && last > 0 || b < a || b > n || x.String() != part {
			return nil, false
		}
		all, last = append(all, x), b
	}
	return all, true
}

// untold are the pages of files that are neither in the packet nor said to be
// left out, and those that are both, by path. A file that was named in two ways
// stands there twice.
func (l *Lock) untold() map[string][]string {
	pages := map[string]int{}
	told := map[string][]span{}
	for _, f := range l.Files {
		if pages[f.Path] > 0 {
			continue
		}
		pages[f.Path] = f.Pages
		for _, left := range f.Left {
			all, _ := spansOf(left.Pages, f.Pages)
			told[f.Path] = append(told[f.Path], all...)
		}
	}
	type place struct {
		path string
		page int
	}
	seen := map[place]bool{}
	for _, q := range l.Pages {
		if q.File < 0 {
			continue
		}
		if at := (place{l.Files[q.File].Path, q.Page}); !seen[at] {
			seen[at] = true
			told[at.path] = append(told[at.path], span{q.Page, q.Page})
		}
	}
	untold := map[string][]string{}
	for path, n := range pages {
		all := append(told[path], span{n + 1, n + 1})
		slices.SortFunc(all, func(a, b span) int { return cmp.Or(a.from-b.from, a.to-b.to) })
		next := 1
		for _, s := range all {
			if s.from > next {
				untold[path] = append(untold[path], span{next, s.from - 1}.String())
			} else if s.from < next {
				untold[path] = append(untold[path], span{s.from, min(s.to, next-1)}.String())
			}
			next = max(next, s.to+1)
		}
	}
	return untold
}
