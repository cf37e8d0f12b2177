package scan

import "image"

// blot is ink that hangs together.
type blot struct {
	image.Rectangle
	area int
	peak byte // the darkest of it
	line int  // that it stands in, -1 for none
}

// run is a part of a row that is all ink.
type run struct{ y, from, to, blot int }

const maxRuns = 4 << 20

// blots finds what hangs together of the pixels darker than least, inside the
// sheet; ok is false where there is more than letters would make.
func (p *paper) blots(least byte) (all []blot, runs []run, ok bool) {
	var parent []int32
	root := func(i int32) int32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	before := 0 // of the row above
	r := p.inside
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.ink[y*p.width:][:p.width]
		start := len(runs)
		at := before
		for x := r.Min.X; x < r.Max.X; x++ {
			if row[x] < least {
				continue
			}
			from := x
			for x < r.Max.X && row[x] >= least {
				x++
			}
			if len(runs) == maxRuns {
				return nil, nil, false
			}
			id := int32(-1)
			for ; at < start && runs[at].y == y-1 && runs[at].from <= x; at++ {
				if runs[at].to < from {
					continue
				}
				if other := root(int32(runs[at].blot)); id < 0 {
					id = other
				} else if other != id {
					parent[other] = id
				}
				if runs[at].to > x {
					break
				}
			}
			if id < 0 {
				id = int32(len(parent))
				parent = append(parent, id)
			}
			runs = append(runs, run{y, from, x, int(id)})
		}
		before = start
	}
	number := make([]int32, len(parent))
	for i := range number {
		number[i] = -1
	}
	for i := range runs {
		u := &runs[i]
		id := root(int32(u.blot))
		if number[id] < 0 {
			number[id] = int32(len(all))
			all = append(all, blot{Rectangle: image.Rect(u.from, u.y, u.to, u.y+1), line: -1})
		}
		u.blot = int(number[id])
		b := &all[u.blot]
		b.Min.X, b.Max.X, b.Max.Y = min(b.Min.X, u.from), max(b.Max.X, u.to), u.y+1
		b.area += u.to - u.from
		for _, v := range p.ink[u.y*p.width+u.from : u.y*p.width+u.to] {
			b.peak = max(b.peak, v)
		}
	}
	return all, runs, true
}
