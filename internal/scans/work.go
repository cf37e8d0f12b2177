package main

import "fmt"

const windFirm = "Vestjysk Prøvevind A/S"

// letter begins a sheet with a sender's head.
func letter(sender, address string) *sheet {
	s := a4()
	s.text(22, 24, 15, bold, sender)
	s.text(22, 30, 8.5, plain, address)
	s.rule(22, 33, 166)
	return s
}

func signed(s *sheet, y float64, left, right string) {
	for i, who := range []string{left, right} {
		x := 22 + float64(i)*90
		s.rule(x, y, 70)
		s.text(x+8, y-2, 17, plain, []string{"~ specimen ~", "~ sample ~"}[i])
		s.text(x, y+4.5, 8.5, plain, who)
	}
}

// clauses sets numbered paragraphs and returns the baseline below them.
func clauses(s *sheet, y float64, first int, list []string) float64 {
	for i, text := range list {
		s.text(22, y, 10.5, bold, fmt.Sprintf("%d.", first+i))
		y = s.para(31, y, 10.5, 82, text) + 3
	}
	return y
}

// employment is the contract of the family's sponsor.
func employment() *sheet {
	s := letter(windFirm, "Eksempelvej 40, 7400 Herning · CVR 00 00 00 00")
	s.text(22, 46, 14, bold, "Ansættelseskontrakt")
	s.text(22, 53, 9, plain, "Contract of employment")
	y := clauses(s, 64, 1, []string{
		"Parter: " + windFirm + " (arbejdsgiver) og Andrii Kovalenko, født 04.06.1987, Prøvestien 12, 2. tv., 8000 Aarhus C (medarbejder).",
		"Stilling: konstruktionsingeniør. Arbejdssted: Herning og Aarhus. Medarbejderen refererer til afdelingschefen.",
		"Tiltrædelse: 1. februar 2021. Ansættelsen er tidsubegrænset.",
		"Arbejdstid: 37 timer om ugen, mandag til fredag.",
		"Løn: 48.300,00 kr. om måneden før skat, der udbetales bagud den sidste bankdag i måneden. Løn forhandles en gang om året, første gang i april.",
		"Pension: arbejdsgiveren betaler 8 %, medarbejderen 4 % af lønnen.",
		"Ferie: efter ferieloven, dertil fem feriefridage om året.",
		"Opsigelse: efter funktionærlovens regler. De første tre måneder er prøvetid med 14 dages varsel.",
		"Tavshedspligt: medarbejderen må ikke give oplysninger om virksomhedens forhold videre, heller ikke efter sin fratrædelse.",
	})
	s.text(22, y+8, 10.5, plain, "Herning, den 15. januar 2021")
	signed(s, y+38, "For "+windFirm, "Andrii Kovalenko")
	return s.marked()
}

// payslip is one month of the same person.
func payslip() *sheet {
	s := letter(windFirm, "Eksempelvej 40, 7400 Herning · CVR 00 00 00 00")
	s.text(22, 46, 14, bold, "Lønseddel / Payslip")
	s.field(22, 54, 78, "Medarbejder", "Andrii Kovalenko")
	s.field(110, 54, 78, "CPR-nr.", "040687-0000")
	s.field(22, 66, 78, "Periode", "01.10.2026 - 31.10.2026")
	s.field(110, 66, 78, "Til disposition", "30.10.2026")
	s.fill(22, 84, 166, 7, 225)
	s.text(24, 89, 9.5, bold, "Tekst")
	s.text(120, 89, 9.5, bold, "Sats")
	s.text(158, 89, 9.5, bold, "Beløb (kr.)")
	rows := [][3]string{
		{"Månedsløn, 37 timer", "", " 48.300,00"},
		{"Egen pension", "4,00 %", " -1.932,00"},
		{"ATP", "", "    -99,00"},
		{"AM-bidrag", "8,00 %", " -3.701,00"},
		{"A-skat", "38,00 %", "-12.433,00"},
		{"Udbetalt", "", " 30.135,00"},
	}
	for i, r := range rows {
		y := 98 + float64(i)*7
		s.text(24, y, 10, plain, r[0])
		s.text(120, y, 10, typewriter, r[1])
		s.text(156, y, 10, typewriter, r[2])
		s.rule(22, y+2, 166)
	}
	s.para(22, 152, 9, 95, "Overført til konto 0000 0000000000. Arbejdsgiverens pensionsbidrag på 3.864,00 kr. er indbetalt særskilt. Feriedage til gode: 11,5.")
	return s.marked()
}

// posting is the contract of a secondment abroad, four pages.
func posting() []*sheet {
	parts := [][]string{
		{"Nordlys Prøvepumper A/S, Havnemolen 9, 6700 Esbjerg (the company) posts Daniela Ferreira Lima, born 21 November 1988 (the employee), to its subsidiary Nordlys Sample Pumps Pte. Ltd., Singapore.",
			"The posting begins on 1 February 2027 and ends on 31 July 2028. It ends earlier if the project at the receiving company ends earlier.",
			"The employee stays employed by the company throughout. The contract of employment of 1 September 2019 is suspended in so far as this contract says otherwise.",
			"The employee keeps her home in Denmark, Havnemolen 31, 3. th., 6700 Esbjerg, during the posting, and returns to her post in Esbjerg when it ends."},
		{"The employee works as commissioning engineer, 40 hours a week, and follows the working days and public holidays of the receiving country.",
			"The salary is DKK 52,000 a month, paid by the company to the employee's Danish account. A posting allowance of DKK 9,500 a month is added.",
			"The company pays for travel at the beginning and the end of the posting, one journey home in every twelve months, and a furnished flat."},
		{"The company takes out health, accident and liability insurance that is valid at the place of work.",
			"Pension contributions are paid on as before the posting, from the salary without the allowance.",
			"The employee tells the company without delay of any change in her residence permit. The company provides the documents that the authorities ask for."},
		{"Each party may end the posting with three months' notice to the end of a month. The employee then returns to the post that she held before it.",
			"Danish law applies. Disputes are brought before the court in Esbjerg.",
			"This contract is made in two copies, one for each party."},
	}
	var sheets []*sheet
	clause := 1
	for i, part := range parts {
		s := letter("Nordlys Prøvepumper A/S", "Havnemolen 9, 6700 Esbjerg · CVR 00 00 00 00")
		y := 48.0
		if i == 0 {
			s.text(22, y, 14, bold, "Posting contract / Udstationeringskontrakt")
			y += 14
		}
		y = clauses(s, y, clause, part)
		clause += len(part)
		if i == len(parts)-1 {
			s.text(22, y+8, 10.5, plain, "Esbjerg, 2 November 2026")
			signed(s, y+38, "For Nordlys Prøvepumper A/S", "Daniela Ferreira Lima")
		}
		s.text(180, 290, 8, plain, fmt.Sprintf("%d / %d", i+1, len(parts)))
		sheets = append(sheets, s.marked())
	}
	return sheets
}

// employerStatement goes with the posting.
func employerStatement() *sheet {
	s := letter("Nordlys Prøvepumper A/S", "Havnemolen 9, 6700 Esbjerg · CVR 00 00 00 00")
	s.text(22, 50, 10.5, plain, "Esbjerg, 9 November 2026")
	s.text(22, 64, 14, bold, "To whom it may concern")
	y := s.para(22, 76, 11, 82, "We confirm that Daniela Ferreira Lima, born 21 November 1988, has been employed with us since 1 September 2019 and that we post her to our subsidiary in Singapore from 1 February 2027 to 31 July 2028.")
	y = s.para(22, y+4, 11, 82, "She has the right and the duty to return to her post in Esbjerg on 1 August 2028. Our certificate of the employment for the entire period follows.")
	s.para(22, y+4, 11, 82, "Questions are answered by our staff office, telephone +45 00 00 00 00.")
	signed(s, 160, "Head of staff", "Managing director")
	return s.marked()
}
