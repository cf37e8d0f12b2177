package law

import (
	"maps"
	"slices"

	"mappe/internal/civil"
)

// soon is within how many days the end of a rate is warned of. Ours: nothing
// is decided by it.
const soon = 60

// Stale tells whether what was checked on a day counts as stale on another:
// more than the period stale-after, which is ours, has passed.
func (b *Book) Stale(checked, on civil.Date) bool {
	after, err := b.Periods["stale-after"].On(on)
	return err == nil && on.After(after.Value.After(checked, civil.Closing))
}

// Warnings are what makes a sound book go wrong with time, seen on a day: a
// newest amount without an end, or one that ends soon, or has, with none that
// follows; and lines that nobody has compared with their sources for long.
func (b *Book) Warnings(on civil.Date) Complaints {
	var w Complaints
	for _, form := range slices.Sorted(maps.Keys(b.Fees)) {
		w.newest(b.Fees[form], on)
	}
	stale(&w, b, "fees.yaml", b.Fees, on)
	stale(&w, b, "periods.yaml", b.Periods, on)
	w.Sort()
	return w
}

// newest looks at the first line of a list of fees; only amounts come to an
// end.
func (cs *Complaints) newest(d Dated[Fee], on civil.Date) {
	if len(d.Values) == 0 || d.Values[0].Value.DKK == 0 {
		return
	}
	v := d.Values[0]
	entry := entryName(d.Name, 0)
	switch days := on.DaysUntil(v.To); {
	case v.To.IsZero():
		cs.add("fees.yaml", v.Line, entry, "has no end, so it would hold for ever: write to: with the last day that its source speaks of")
	case days < 0:
		cs.add("fees.yaml", v.Line, entry, "ended on %s, and no line follows: look up the next rate", v.To)
	case days <= soon:
		cs.add("fees.yaml", v.Line, entry, "ends on %s, %d days after %s, and no line follows: look up the next rate", v.To, days, on)
	}
}

// stale looks at every line that still holds, or will: at its own day, or once
// at the file's.
func stale[T any](w *Complaints, b *Book, file string, all map[string]Dated[T], on civil.Date) {
	const again = "checked on %s, %d days before %s: compare %s again, and write the day"
	said := false
	for _, name := range slices.Sorted(maps.Keys(all)) {
		d := all[name]
		for i, v := range d.Values {
			switch over := !v.To.IsZero() && v.To.Before(on); {
			case over || d.Checked.IsZero() || !b.Stale(v.Checked, on):
			case v.Checked != d.Checked:
				w.add(file, v.Line, entryName(name, i), again, v.Checked, v.Checked.DaysUntil(on), on, "it with its source")
			case !said:
				said = true
				w.add(file, 0, "", again, d.Checked, d.Checked.DaysUntil(on), on, "every line with its source")
			}
		}
	}
}
