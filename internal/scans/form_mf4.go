package main

// What makes a field one for a date, one letter to a cell, several lines, a list.
const (
	dated  = "/FT /Tx /AA << /F << /S /JavaScript /JS (AFDate_FormatEx\\(\"dd-mm-yyyy\"\\);) >> >>"
	combed = "/FT /Tx /Ff 16777216 /MaxLen 10"
	lines  = "/FT /Tx /Ff 4096"
	texts  = "/FT /Tx"
	listed = "/FT /Ch /Ff 131072 /Opt "
	single = "/Ff 49152" // a radio button that stays on
)

// formMF4 is a blank form in two parts, with a field of every type.
func formMF4() ([]byte, error) {
	f := &blank{pdf: *newPDF(), fields: map[string][]int{}}
	s := head("Del 1. Ansøgeren", "Part 1. The applicant", "1 / 2")
	row := func(part string, y float64, cells ...[3]string) {
		w := (178 - 8*float64(len(cells)-1)) / float64(len(cells))
		for i, c := range cells {
			at := frame{16 + float64(i)*(w+8), y, w, 8}
			if c[2] == lines {
				at.h = 15
			}
			s.text(at.x, at.y-1.2, 8, plain, c[1])
			s.frame(at.x, at.y, at.w, at.h)
			f.field(part, c[0], c[1], at, c[2])
		}
	}
	choose := func(part, name, label, dict string, y float64, words, states []string) {
		s.text(16, y-1.2, 8, plain, label)
		var at []frame
		for i, word := range words {
			r := frame{16 + float64(i)*60, y + 1, 4.5, 4.5}
			s.frame(r.x, r.y, r.w, r.h)
			s.text(r.x+6.5, y+4.8, 9.5, plain, word)
			at = append(at, r)
		}
		f.states(part, name, label, dict, at, states)
	}
	row("Part1", 40, [3]string{"Surname", "Efternavn / Surname", texts}, [3]string{"GivenNames", "Fornavne / Given names", texts})
	row("Part1", 56, [3]string{"Born", "Fødselsdato / Date of birth", dated}, [3]string{"Cpr", "CPR-nummer / CPR number", combed})
	row("Part1", 72, [3]string{"Nationality", "Nationalitet / Nationality", listed + "[[(BR) (Brasilien)] [(UA) (Ukraine)] [(US) (USA)] [(ZA) (Sydafrika)]]"},
		[3]string{"CaseOrderID", "Sagsbestillings-id / Case order ID", texts})
	row("Part1", 88, [3]string{"PassportNumber", "Pasnummer / Passport number", texts}, [3]string{"PassportExpires", "Passet udløber / Passport expires", dated})
	row("Part1", 104, [3]string{"Address", "Adresse i Danmark / Address in Denmark", lines})
	row("Part1", 127, [3]string{"Phone", "Telefon / Telephone", texts}, [3]string{"Email", "E-mail", texts})
	row("Part1", 143, [3]string{"PermitExpires", "Opholdstilladelsen udløber / Permit expires", dated}, [3]string{"Birthplace", "Fødested / Place of birth", texts})
	choose("Part1", "Relation", "Familieforhold til hovedpersonen / Relation to the sponsor", single, 160,
		[]string{"Ægtefælle / Spouse", "Samlever / Partner", "Barn / Child"}, []string{"spouse", "partner", "child"})
	choose("Part1", "LivesTogether", "Fælles adresse / Joint address", "", 175, []string{"Ja / Yes"}, []string{"Ja"})
	byHand(s, 215, "Ansøgerens underskrift / Signature of the applicant")
	if err := f.leaf(s.marked()); err != nil {
		return nil, err
	}
	s = head("Del 2. Hovedpersonen", "Part 2. The sponsor", "2 / 2")
	row("Part2", 40, [3]string{"Name", "Navn / Name", texts}, [3]string{"Cpr", "CPR-nummer / CPR number", combed})
	row("Part2", 56, [3]string{"Address", "Adresse / Address", lines})
	choose("Part2", "Status", "Status i Danmark / Status in Denmark", single, 80,
		[]string{"Tidsubegrænset ophold", "Dansk statsborger"}, []string{"permanent", "citizen"})
	row("Part2", 96, [3]string{"Ground", "Givet i forlængelse af / Granted in connection with", listed + "[[(work) (Arbejde)] [(study) (Studie)]]"},
		[3]string{"Occupation", "Beskæftigelse i dag / Occupation today", texts})
	choose("Part2", "Truth", "Oplysningerne er rigtige / The information is correct", "", 113, []string{"Ja / Yes"}, []string{"Ja"})
	byHand(s, 150, "Hovedpersonens underskrift / Signature of the sponsor")
	if err := f.leaf(s.marked()); err != nil {
		return nil, err
	}
	return f.done(), nil
}

// head begins a sheet of the form.
func head(part, english, number string) *sheet {
	s := a4()
	s.fill(16, 10, 178, 12, 60)
	s.ops = append(s.ops, op{x: 20, y: 18, size: 13, face: bold, text: "MF4 – SPECIMEN, not the authority's form", ink: 255})
	s.text(16, 30, 12, bold, part)
	s.text(80, 30, 9, plain, english)
	s.text(180, 290, 8, plain, number)
	return s
}

// byHand is where somebody signs on paper: no field.
func byHand(s *sheet, y float64, who string) {
	s.rule(16, y, 50)
	s.text(16, y+4.5, 8, plain, "Dato / Date")
	s.rule(76, y, 118)
	s.text(76, y+4.5, 8, plain, who)
}
