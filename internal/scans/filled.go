package main

import "fmt"

// question is one of a form that is answered with a cross.
type question struct {
	text string
	yes  bool
}

// filledForm is a form of our own drawing that looks filled in: the packet
// needs something in the form's place, and the authority's own form is not
// ours to give away.
func filledForm(title string, rows [][2]string, questions []question, place string, who ...string) []*sheet {
	first := a4()
	first.fill(0, 0, 210, 16, 60)
	first.ops = append(first.ops, op{x: 16, y: 10.5, size: 13, face: bold, text: title, ink: 255})
	first.text(16, 24, 8.5, plain, "It stands where the filled and signed form of the authority belongs.")
	for i, r := range rows {
		first.field(16+float64(i%2)*92, 34+float64(i/2)*14, 84, r[0], r[1])
	}
	second := a4()
	second.fill(0, 0, 210, 16, 60)
	second.ops = append(second.ops, op{x: 16, y: 10.5, size: 13, face: bold, text: title, ink: 255})
	y := 32.0
	for i, q := range questions {
		second.text(16, y, 10, plain, fmt.Sprintf("%d.  %s", i+1, q.text))
		for j, answer := range []string{"Yes", "No"} {
			x := 156 + float64(j)*18
			second.frame(x, y-3.4, 4, 4)
			second.text(x+5.5, y, 9.5, plain, answer)
			if q.yes == (j == 0) {
				second.text(x+0.7, y-0.2, 10, bold, "X")
			}
		}
		y += 11
	}
	y = second.para(16, y+6, 10, 92, "I declare that what I have stated is true and complete. I know that untrue statements may be punished.")
	second.text(16, y+12, 10, plain, place)
	for i, name := range who {
		x := 16 + float64(i)*92
		second.rule(x, y+34, 80)
		second.text(x+10, y+32, 17, plain, "~ specimen ~")
		second.text(x, y+39, 8.5, plain, name)
	}
	first.text(180, 290, 8, plain, "1 / 2")
	second.text(180, 290, 8, plain, "2 / 2")
	return []*sheet{first.marked(), second.marked()}
}

func mf4(p person) []*sheet {
	return filledForm("MF4 – SPECIMEN, not the authority's form", [][2]string{
		{"Case order ID", "SPECIMEN-MF4-0001"}, {"Nationality", p.country},
		{"Surname", p.family}, {"Given names", p.given},
		{"Date of birth", p.born}, {"Place of birth", p.birthAt},
		{"Passport number", p.number}, {"Passport expires", p.expires},
		{"Address in Denmark", "Prøvestien 12, 2. tv."}, {"Postcode and town", "8000 Aarhus C"},
		{"Permit expires", "2027-01-31"}, {"Relation to the sponsor", "Spouse"},
		{"Sponsor", "Andrii Kovalenko"}, {"Sponsor's employer", "Vestjysk Prøvevind A/S"},
	}, []question{
		{"Do you live at the same address as your sponsor?", true},
		{"Have you stayed outside Denmark for more than six months?", false},
		{"Have you received public assistance for self-support?", false},
		{"Is your sponsor still employed?", true},
		{"Do you want to be represented by somebody else?", false},
	}, "Aarhus, 20 November 2026", p.name(), "Andrii Kovalenko")
}

func od2d(p person) []*sheet {
	return filledForm("OD2/D – SPECIMEN, not the authority's form", [][2]string{
		{"Surname", p.family}, {"Given names", p.given},
		{"Date of birth", p.born}, {"Nationality", p.country},
		{"Passport number", p.number}, {"Passport expires", p.expires},
		{"Address in Denmark", "Eksempelgade 7"}, {"Postcode and town", "5000 Odense C"},
		{"Danish family member", "Mads Holm"}, {"Relation", "Spouse"},
		{"Residence under EU rules since", "2021-10-05"}, {"Residence card expires", "2027-02-01"},
	}, []question{
		{"Have you lived in Denmark without a break since the date above?", true},
		{"Have you stayed outside Denmark for more than twelve months?", false},
		{"Do you still live with your Danish family member?", true},
		{"Are there periods in which you had no income in Denmark?", true},
	}, "Odense, 20 November 2026", p.name(), "Mads Holm")
}

// receipt is what paying the fee leaves behind.
func receipt(p person) *sheet {
	s := a4()
	s.text(22, 26, 15, bold, "Receipt for the fee (SPECIMEN)")
	s.text(22, 33, 9, plain, "Not issued by any authority. It shows where the receipt with the case order ID belongs.")
	s.field(22, 44, 78, "Case order ID", "SPECIMEN-MF4-0001")
	s.field(110, 44, 78, "Paid on", "2026-11-18")
	s.field(22, 58, 78, "Applicant", p.name())
	s.field(110, 58, 78, "Date of birth", p.born)
	s.field(22, 72, 78, "For", "Extension, family member (MF4)")
	s.field(110, 72, 78, "Amount", "DKK 3,080.00")
	s.field(22, 86, 78, "Payment card", "0000 0000 0000 0000")
	s.field(110, 86, 78, "Reference", "SPECIMEN")
	return s.marked()
}
