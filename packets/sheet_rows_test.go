package packets

import (
	"bytes"
	"strings"
	"testing"

	"mappe/internal/page"
)

// What is noted on a line of days is told in the table too, also of a day on
// which something else happens.
func TestDaysOfOneDate(t *testing.T) {
	const spouse = `mappe: 1
goal: extend
sponsor: {status: permanent, ground: work, occupation: employed}
applicants:
- id: spouse
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  relation: spouse
  lives_together: true
  passport: {expires: 2027-01-30}
`
	pictures := 0
	for _, c := range append(worked(t), chart(t, "case.yaml", []byte(spouse), "2026-11-22")...) {
		var b bytes.Buffer
		if err := page.Text(&b, page.Doc{Lang: c.v.Tag(), Blocks: c.v.Case(c.l, c.p, 2)}, 500); err != nil {
			t.Fatal(err)
		}
		for _, x := range c.charts {
			line, ok := x.(page.Timeline)
			if !ok {
				continue
			}
			pictures++
			for _, d := range line.Days {
				if d.Sign == page.Today || strings.Contains(b.String(), d.Date) && strings.Contains(b.String(), d.What) {
					continue
				}
				if d.Sign != page.Begins && d.Sign != page.Due { // those are told by other words
					t.Errorf("%s: not told in words: %s, %s\n%s", c.name, d.Date, d.What, b.String())
				}
			}
		}
	}
	if pictures < 20 {
		t.Errorf("%d pictures", pictures)
	}
}
