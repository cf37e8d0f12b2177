package law

import (
	"maps"
	"slices"

	"mappe/internal/civil"
)

// Difference is what differs between two rule books: what they say, not how
// their files are written.
type Difference struct {
	Fees    []Change[Value[Fee]]    `json:"fees"` // of each form newest first
	Periods []Change[Value[Period]] `json:"periods"`
	Quotes  []Change[Quote]         `json:"quotations"`
	Sources []Change[Source]        `json:"sources"`
	Checked []Change[civil.Date]    `json:"checked"` // of fees.yaml, of periods.yaml
}

// Change is what stands under a name in the old book and in the new one; nil
// where it is not there.
type Change[T any] struct {
	Name string `json:"name"`
	Old  *T     `json:"old,omitempty"`
	New  *T     `json:"new,omitempty"`
}

// Empty tells whether both books say the same.
func (d Difference) Empty() bool {
	return len(d.Fees)+len(d.Periods)+len(d.Quotes)+len(d.Sources)+len(d.Checked) == 0
}

// Diff compares two rule books.
func Diff(before, after *Book) Difference {
	bySource := func(b *Book) map[string]Source {
		all := map[string]Source{}
		for _, s := range b.Sources {
			all[s.ID] = s
		}
		return all
	}
	return Difference{
		Fees:    diffValues(before.Fees, after.Fees),
		Periods: diffValues(before.Periods, after.Periods),
		Quotes:  diff(before.Quotes, after.Quotes),
		Sources: diff(bySource(before), bySource(after)),
		Checked: diff(
			map[string]civil.Date{"fees.yaml": checkedOf(before.Fees), "periods.yaml": checkedOf(before.Periods)},
			map[string]civil.Date{"fees.yaml": checkedOf(after.Fees), "periods.yaml": checkedOf(after.Periods)}),
	}
}

// diff compares what stands under each name.
func diff[K ~string, T comparable](before, after map[K]T) []Change[T] {
	changes := []Change[T]{}
	for _, name := range slices.Sorted(maps.Keys(union(before, after))) {
		c := Change[T]{Name: string(name)}
		if v, ok := before[name]; ok {
			c.Old = &v
		}
		if v, ok := after[name]; ok {
			c.New = &v
		}
		if c.Old == nil || c.New == nil || *c.Old != *c.New {
			changes = append(changes, c)
		}
	}
	return changes
}

func union[K comparable, T any](a, b map[K]T) map[K]T {
	all := maps.Clone(a)
	if all == nil {
		all = map[K]T{}
	}
	maps.Copy(all, b)
	return all
}

// diffValues compares dated values by the day on which they begin. A line that
// was checked when its file was has no day of its own here.
func diffValues[T comparable](before, after map[string]Dated[T]) []Change[Value[T]] {
	changes := []Change[Value[T]]{}
	for _, name := range slices.Sorted(maps.Keys(union(before, after))) {
		was, is := byFirstDay(before[name]), byFirstDay(after[name])
		days := slices.SortedFunc(maps.Keys(union(was, is)), func(a, b civil.Date) int { return b.Compare(a) })
		for _, day := range days {
			c := Change[Value[T]]{Name: name}
			if v, ok := was[day]; ok {
				c.Old = &v
			}
			if v, ok := is[day]; ok {
				c.New = &v
			}
			if c.Old == nil || c.New == nil || *c.Old != *c.New {
				changes = append(changes, c)
			}
		}
	}
	return changes
}

func byFirstDay[T any](d Dated[T]) map[civil.Date]Value[T] {
	all := map[civil.Date]Value[T]{}
	for _, v := range d.Values {
		if v.Line = 0; v.Checked == d.Checked {
			v.Checked = civil.Date{}
		}
		all[v.From] = v
	}
	return all
}

// checkedOf is the day on which a file was checked: every list of it has it.
func checkedOf[T any](all map[string]Dated[T]) (day civil.Date) {
	for _, d := range all {
		day = d.Checked
	}
	return day
}
