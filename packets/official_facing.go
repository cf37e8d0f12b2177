package packets

import (
	"mappe/checklist"
)

// facing puts the person's data sheet before an official form that is filled in
// by hand. Printed on both sides it ends on a left-hand page, and the form begins
// on the right-hand one beside it.
func (m *making) facing(in *Input) {
	if in == nil || in.own == nil || !in.own.bare {
		return
	}
	b, whose := m.b, []*checklist.Person{m.p}
	sheet := m.add(PageData)
	sheet.doc, sheet.faces = b.v.personSheet(b.l, m.p, b.style.veils()), true
	m.line.says, m.line.numbers = b.v.facts(b.l, whose), b.v.numbers(b.l, whose)
}
