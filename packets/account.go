package packets

import (
	"fmt"
	"slices"

	"mappe/forms"
)

// Account says what became of every page of the files that a packet's people
// name: in the packet, or why not. The first packet of a case answers for the
// people who get none, too.
type Account struct {
	Files []Accounted // in the order in which the profile first names them
}

// Accounted is one file.
type Accounted struct {
	Path  string // as in the profile
	Pages int    // that it has, 0 where nobody can tell
	Uses  []Use
	Left  []Left // the pages that stand nowhere in the packet
}

// Use is one place of the profile that names a file.
type Use struct {
	Applicant string   // id
	Item      string   // document id
	Number    string   // of the item, "" where there is no packet
	Pages     []int    // of the file, in the order in which they are selected
	Labels    []string // of the packet's pages that these became, nil for none
	Problem   *Problem // why the file can't be used

	pieces []*piece
	filed  []int // pages that were filed before
}

// Why pages of a file are not in a packet.
const (
	LeftUnselected = "not-selected" // the profile selects others
	LeftElsewhere  = "elsewhere"    // they are in another packet
	LeftNoPacket   = "no-packet"    // none is due for who names them
	LeftUnusable   = "unusable"     // the file can't be used
	LeftFiled      = "filed"        // they were in the packet that a supplement continues
)

// Left are pages that are not in the packet. No Pages are all of a file of which
// nobody can tell how many it has.
type Left struct {
	Pages     []int
	Why       string
	Applicant string   // who names them, of LeftElsewhere and LeftNoPacket
	Problem   *Problem // of LeftUnusable
}

// account is that of the packet, once its body is numbered.
func (b *binder) account() Account {
	var a Account
	at := map[string]int{}
	file := func(path string) *Accounted {
		i, known := at[path]
		if !known {
			i = len(a.Files)
			at[path] = i
			a.Files = append(a.Files, Accounted{Path: path, Pages: b.in.counts[path]})
		}
		return &a.Files[i]
	}
	for _, u := range b.uses {
		f := file(u.path)
		f.Uses = append(f.Uses, b.here(u))
	}
	absent, others := b.others()
	for _, u := range absent {
		f := file(u.path)
		f.Uses = append(f.Uses, u.Use)
	}
	for i := range a.Files {
		a.Files[i].leave(absent, others)
	}
	return a
}

// mention is a use with the file that it is of.
type mention struct {
	path string
	Use
}

// here is a use with the labels of its pages, and with those pages alone that are
// in a supplement; all of them where none is.
func (b *binder) here(m mention) Use {
	u := m.Use
	var in []int
	for _, p := range u.pieces {
		if at, here := b.starts[p]; here {
			for i, n := range p.pages {
				in, u.Labels = append(in, n), append(u.Labels, b.pages[at+i].label)
			}
		} else {
			u.filed = append(u.filed, p.pages...)
		}
	}
	if in != nil {
		u.Pages = in
	}
	return u
}

// others are the uses of who has no place in the packet: of those for whom no
// packet is due, if this is the first one, and of those who have another.
func (b *binder) others() (absent, others []mention) {
	for _, p := range b.l.People {
		for _, d := range p.Facts.Applicant.Documents {
			for _, f := range d.All() {
				u := mention{f.File, Use{Applicant: p.ID(), Item: d.Item, Pages: b.in.pages[f], Problem: b.in.problems[key(f)]}}
				switch {
				case p.Outcome != forms.File:
					if b.first {
						absent = append(absent, u)
					}
				case !slices.Contains(b.app.Applicants, p.ID()):
					others = append(others, u)
				}
			}
		}
	}
	return absent, others
}

// leave says of every page that is not in the packet why.
func (f *Accounted) leave(absent, others []mention) {
	in, filed := map[int]bool{}, map[int]bool{}
	var problem *Problem
	for _, u := range f.Uses {
		for _, n := range u.Pages {
			in[n] = in[n] || u.Labels != nil
		}
		for _, n := range u.filed {
			filed[n] = filed[n] || slices.Contains(u.filed, n)
		}
		if problem == nil {
			problem = u.Problem
		}
	}
	put := func(n int, l Left) {
		i := slices.IndexFunc(f.Left, func(x Left) bool { return x.Why == l.Why && x.Applicant == l.Applicant })
		if i < 0 {
			i = len(f.Left)
			f.Left = append(f.Left, l)
		}
		if n > 0 {
			f.Left[i].Pages = append(f.Left[i].Pages, n)
		}
	}
	why := func(n int) Left {
		if problem != nil {
			return Left{Why: LeftUnusable, Problem: problem}
		}
		if filed[n] {
			return Left{Why: LeftFiled}
		}
		of := func(u mention) bool { return u.path == f.Path && slices.Contains(u.Pages, n) }
		if i := slices.IndexFunc(others, of); i >= 0 {
			return Left{Why: LeftElsewhere, Applicant: others[i].Applicant}
		}
		if i := slices.IndexFunc(absent, of); i >= 0 {
			return Left{Why: LeftNoPacket, Applicant: absent[i].Applicant}
		}
		return Left{Why: LeftUnselected}
	}
	for n := 1; n <= f.Pages; n++ {
		if !in[n] {
			put(n, why(n))
		}
	}
	if f.Pages == 0 {
		put(0, why(0))
	}
}

// Sum is how many pages the files have, how many of them are in the packet and
// how many are left out, how many sheets repeat another, and how many files
// have pages that nobody can count.
func (a Account) Sum() (pages, in, left, again, unknown int) {
	for _, f := range a.Files {
		pages += f.Pages
		seen := map[int]bool{}
		for _, u := range f.Uses {
			for i := range u.Labels {
				if n := u.Pages[i]; seen[n] {
					again++
				} else {
					seen[n] = true
				}
			}
		}
		in += len(seen)
		for _, l := range f.Left {
			left += len(l.Pages)
		}
		if f.Pages == 0 {
			unknown++
		}
	}
	return pages, in, left, again, unknown
}

// check holds an account against the pages of the packet: each page of a file
// is in it or left out, and each page of the packet is one of a file. A
// disagreement is a fault of ours.
func (a Account) check(pages []stamped) error {
	laid := map[string][]string{} // "page@label", by path
	for _, x := range pages {
		if x.input != nil {
			laid[x.input.Path] = append(laid[x.input.Path], fmt.Sprintf("%d@%s", x.page, x.label))
		}
	}
	for _, f := range a.Files {
		told := make([]int, f.Pages+1)
		var in []string
		for _, u := range f.Uses {
			if u.Labels != nil && len(u.Labels) != len(u.Pages) {
				return fmt.Errorf("account: %s: %d pages of %s on %d sheets", f.Path, len(u.Pages), u.Number, len(u.Labels))
			}
			for i, label := range u.Labels {
				told[u.Pages[i]] = 1
				in = append(in, fmt.Sprintf("%d@%s", u.Pages[i], label))
			}
		}
		if !slices.Equal(in, laid[f.Path]) {
			return fmt.Errorf("account: %s: %q in the packet, %q in its account", f.Path, laid[f.Path], in)
		}
		delete(laid, f.Path)
		for _, l := range f.Left {
			for _, n := range l.Pages {
				told[n]++
			}
		}
		for n, times := range told[1:] {
			if times != 1 {
				return fmt.Errorf("account: %s: page %d is told %d times", f.Path, n+1, times)
			}
		}
		if f.Pages == 0 && len(f.Left) == 0 {
			return fmt.Errorf("account: %s: nothing is told of it", f.Path)
		}
	}
	for path := range laid {
		return fmt.Errorf("account: %s: is in the packet, not in its account", path)
	}
	return nil
}
