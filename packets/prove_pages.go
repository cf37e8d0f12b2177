package packets

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mappe/internal/proof"
)

// pages compares the pages. No sheet is kept: a file whose stamps all stand where
// the lock has them is read once, and any other again, when it is known which
// page each sheet is.
func (p *proving) pages(deep bool) error {
	n := p.f.Count()
	p.equal(FaultPages, 0, strconv.Itoa(len(p.l.Pages)), strconv.Itoa(n))
	p.says = make([]string, len(p.l.Pages))
	for i := range p.says {
		p.says[i] = string(p.folded(p.l.Pages[i].Left, p.l.Pages[i].Right))
	}
	before := len(p.faults)
	if n == len(p.l.Pages) {
		p.is = make([]int, n)
		for i := range p.is {
			p.is[i] = i
		}
		if inPlace, err := p.compare(deep, true); inPlace || err != nil {
			return err
		}
		p.faults = p.faults[:before]
	}
	if err := p.recognize(); err != nil {
		return err
	}
	p.order()
	_, err := p.compare(deep, false)
	return err
}

// compare compares each sheet with the page that it is. Where all should be in
// place, it stops at the first stamp of another page, and answers false.
func (p *proving) compare(deep, inPlace bool) (bool, error) {
	index := make([][]proof.Link, len(p.l.Pages))
	for i, is := range p.is {
		s, err := p.f.Sheet(i + 1)
		if err != nil {
			return false, err
		}
		foot := p.folded(s.Stamp...)
		if inPlace && string(foot) != p.says[is] {
			return false, nil
		}
		for _, key := range s.Active {
			p.fault(FaultActive, is+1, "", key)
		}
		if is < 0 {
			continue
		}
		p.page(is+1, &p.l.Pages[is], s, foot)
		if p.l.Pages[is].Kind == PageContents {
			for _, to := range s.Links {
				if to.Sheet > 0 && p.is[to.Sheet-1] >= 0 {
					index[p.is[to.Sheet-1]] = append(index[p.is[to.Sheet-1]], to)
				}
			}
		}
		if !deep {
			continue
		}
		sum, err := p.f.Sum(i + 1)
		if err != nil {
			return false, err
		}
		p.equal(FaultSum, is+1, p.l.Pages[is].Sum, fmt.Sprintf("%x", sum))
	}
	p.index(index)
	return true, nil
}

// folded are the strings of a stamp, folded, until the next ones are.
func (p *proving) folded(stamp ...string) []byte {
	p.foot = p.foot[:0]
	for _, s := range stamp {
		p.foot = fold(p.foot, s)
	}
	return p.foot
}

// page compares a sheet, with this folded at its foot, with the page that it is.
func (p *proving) page(n int, q *LockPage, s *proof.Sheet, foot []byte) {
	p.equal(FaultLabel, n, q.Label, s.Label)
	p.equal(FaultTurned, n, "0", strconv.Itoa(s.Rotate))
	if !same(q.Width, s.Width) || !same(q.Height, s.Height) {
		p.fault(FaultSize, n, size(q.Width, q.Height), size(s.Width, s.Height))
	}
	if p.says[n-1] != string(foot) {
		p.fault(FaultStamp, n, strings.TrimSpace(q.Left+" "+q.Right), strings.Join(s.Stamp, " "))
	}
	want, got := p.linked(q), []string(nil)
	for _, to := range s.Links {
		if to.Sheet == 0 {
			got = append(got, to.URI)
		} else {
			got = append(got, p.place(to.Sheet))
		}
	}
	if len(want) != len(got) {
		p.fault(FaultLink, n, strings.Join(want, ", "), strings.Join(some(got), ", "))
		return
	}
	for i := range want {
		p.equal(FaultLink, n, want[i], got[i])
	}
}

// some are the first of many: a page that somebody made may have any number of
// links.
func some(all []string) []string {
	const most = 50
	if len(all) > most {
		return append(all[:most:most], "…")
	}
	return all
}

// linked are the places that the links of a page lead to, as they are named.
func (p *proving) linked(q *LockPage) (all []string) {
	web := 0
	for _, to := range q.Links {
		if to == 0 {
			all = append(all, q.Web[web])
			web++
		} else {
			all = append(all, p.l.Pages[to-1].Label)
		}
	}
	return all
}

// recognize tells by their stamps which pages the sheets are: no two pages of a
// packet have the same. A sheet whose stamp nobody knows is the page that is
// missing behind the sheet before it.
func (p *proving) recognize() error {
	pages := map[string]int{}
	for i, says := range p.says {
		pages[says] = i
	}
	p.is = make([]int, p.f.Count())
	claimed := make([]bool, len(p.l.Pages))
	for i := range p.is {
		s, err := p.f.Sheet(i + 1)
		if err != nil {
			return err
		}
		p.is[i] = -1
		if is, known := pages[string(p.folded(s.Stamp...))]; known && !claimed[is] {
			p.is[i], claimed[is] = is, true
		}
	}
	before := -1
	for i := range p.is {
		if next := before + 1; p.is[i] < 0 && next < len(claimed) && !claimed[next] {
			p.is[i], claimed[next] = next, true
		}
		if p.is[i] >= 0 {
			before = p.is[i]
		}
	}
	for is, there := range claimed {
		if !there {
			p.fault(FaultMissing, is+1, p.l.Pages[is].Label, "")
		}
	}
	for i, is := range p.is {
		if is < 0 {
			p.fault(FaultExtra, 0, "", strconv.Itoa(i+1))
		}
	}
	return nil
}

// order tells which pages stand in the place of others: as few as must be moved
// to have all of them in order.
func (p *proving) order() {
	var last []int // sheets that end the longest runs in order, by the length of these
	before := make([]int, len(p.is))
	for i, is := range p.is {
		if is < 0 {
			continue
		}
		n, _ := slices.BinarySearchFunc(last, is, func(at, is int) int { return p.is[at] - is })
		before[i] = -1
		if n > 0 {
			before[i] = last[n-1]
		}
		if n == len(last) {
			last = append(last, i)
		}
		last[n] = i
	}
	stays := make([]bool, len(p.is))
	if len(last) > 0 {
		for i := last[len(last)-1]; i >= 0; i = before[i] {
			stays[i] = true
		}
	}
	for i, is := range p.is {
		if is >= 0 && !stays[i] {
			p.fault(FaultOrder, is+1, strconv.Itoa(is+1), strconv.Itoa(i+1))
		}
	}
}
