package packets

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mappe/internal/proof"
)

// pages compares the pages.
func (p *proving) pages(deep bool) error {
	n := p.f.Count()
	p.equal(FaultPages, 0, strconv.Itoa(len(p.l.Pages)), strconv.Itoa(n))
	sheets := make([]*proof.Sheet, n)
	for i := range sheets {
		s, err := p.f.Sheet(i + 1)
		if err != nil {
			return err
		}
		sheets[i] = s
	}
	feet := p.recognize(sheets)
	p.order()
	index := make([][]proof.Link, len(p.l.Pages))
	for i, s := range sheets {
		is := p.is[i]
		for _, key := range s.Active {
			p.fault(FaultActive, is+1, "", key)
		}
		if is < 0 {
			continue
		}
		p.page(is+1, p.l.Pages[is], s, feet[i])
		if p.l.Pages[is].Kind == PageContents {
			for _, to := range s.Links {
				if to.Sheet > 0 && to.Sheet <= n && p.is[to.Sheet-1] >= 0 {
					index[p.is[to.Sheet-1]] = append(index[p.is[to.Sheet-1]], to)
				}
			}
		}
		if !deep {
			continue
		}
		sum, err := p.f.Sum(i + 1)
		if err != nil {
			return err
		}
		p.equal(FaultSum, is+1, p.l.Pages[is].Sum, fmt.Sprintf("%x", sum))
	}
	p.index(index)
	return nil
}

// page compares a sheet, with this folded at its foot, with the page that it is.
func (p *proving) page(n int, q LockPage, s *proof.Sheet, foot string) {
	p.equal(FaultLabel, n, q.Label, s.Label)
	p.equal(FaultTurned, n, "0", strconv.Itoa(s.Rotate))
	if !same(q.Width, s.Width) || !same(q.Height, s.Height) {
		p.fault(FaultSize, n, size(q.Width, q.Height), size(s.Width, s.Height))
	}
	if p.says[n-1] != foot {
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
		p.fault(FaultLink, n, strings.Join(want, ", "), strings.Join(got, ", "))
		return
	}
	for i := range want {
		p.equal(FaultLink, n, want[i], got[i])
	}
}

// linked are the places that the links of a page lead to, as they are named.
func (p *proving) linked(q LockPage) (all []string) {
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
// missing behind the sheet before it. The answer are the stamps of the sheets,
// folded.
func (p *proving) recognize(sheets []*proof.Sheet) (feet []string) {
	pages := map[string]int{}
	p.says = make([]string, len(p.l.Pages))
	for i, q := range p.l.Pages {
		p.says[i] = fold(q.Left + q.Right)
		pages[p.says[i]] = i
	}
	p.is = make([]int, len(sheets))
	claimed := make([]bool, len(p.l.Pages))
	for i, s := range sheets {
		p.is[i] = -1
		feet = append(feet, fold(strings.Join(s.Stamp, "")))
		if is, known := pages[feet[i]]; known && !claimed[is] {
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
	return feet
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
