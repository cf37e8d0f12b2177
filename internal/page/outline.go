package page

import "mappe/internal/pdf"

// outline is a bookmark for each heading, those of a lower rank under the one
// before; none for a single heading, which stands on the first page.
func outline(titles []Title) []pdf.Mark {
	if len(titles) < 2 {
		return nil
	}
	var under func(rank int) []pdf.Mark
	under = func(rank int) (marks []pdf.Mark) {
		for len(titles) > 0 && titles[0].rank() >= rank {
			t := titles[0]
			titles = titles[1:]
			m := pdf.Mark{Title: Label(t.Text), Sheet: t.Page, Top: t.Top.Points(), Open: t.rank() == 1}
			m.Under = under(t.rank() + 1)
			marks = append(marks, m)
		}
		return marks
	}
	return under(1)
}
