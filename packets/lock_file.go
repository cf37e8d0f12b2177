package packets

import (
	"path/filepath"
	"slices"
	"strings"
)

// lockFile is a file as the lock says it, but for its digest.
func (k *Packet) lockFile(in *Input) LockFile {
	f := LockFile{Path: in.Path, Bytes: in.Size, Pages: in.Pages, Signed: in.signed(), Beside: k.beside(in)}
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
		c.want(f.Pages > 0, in("files", i, "pages"), "%d is no number of pages", f.Pages)
		c.want(hexed(f.SHA256, 64), in("files", i, "sha256"), "%q is no digest", f.SHA256)
		c.want(f.Beside == "" || filepath.IsLocal(f.Beside) && !strings.ContainsAny(f.Beside, `/\`), in("files", i, "beside"), "%q is no name of a file", f.Beside)
		for n, left := range f.Left {
			pages, err := selectPages(left.Pages, f.Pages)
			c.want(err == nil && ranges(pages, "-") == left.Pages, in(in("files", i, "left"), n, "pages"), "%q are no pages of %s", left.Pages, f.Path)
			c.want(slices.Contains(leftReasons, left.Why), in(in("files", i, "left"), n, "why"), "%q is none of %s", left.Why, strings.Join(leftReasons, ", "))
		}
	}
}

// untold are the pages of files that are neither in the packet nor said to be
// left out, and those that are both, by path. A file that was named in two ways
// stands there twice.
func (l *Lock) untold() map[string][]int {
	told := map[string][]int{} // how often, by page
	for _, f := range l.Files {
		if told[f.Path] == nil {
			told[f.Path] = make([]int, f.Pages+1)
			for _, left := range f.Left {
				pages, _ := selectPages(left.Pages, f.Pages)
				for _, n := range pages {
					told[f.Path][n]++
				}
			}
		}
	}
	in := map[string]map[int]bool{}
	for _, q := range l.Pages {
		if q.File < 0 {
			continue
		}
		path := l.Files[q.File].Path
		if in[path] == nil {
			in[path] = map[int]bool{}
		}
		if !in[path][q.Page] {
			in[path][q.Page] = true
			told[path][q.Page]++
		}
	}
	untold := map[string][]int{}
	for path, times := range told {
		for n, x := range times[1:] {
			if x != 1 {
				untold[path] = append(untold[path], n+1)
			}
		}
	}
	return untold
}
