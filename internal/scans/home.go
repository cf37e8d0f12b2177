package main

import "fmt"

// lease is a rental contract of three pages.
func lease(tenants, home, from, rent string) []*sheet {
	parts := [][]string{
		{"Parterne: Prøveboliger ApS, Skabelonvej 3, 2000 Frederiksberg (udlejer) og " + tenants + " (lejer).",
			"Det lejede: lejligheden " + home + ", 84 kvadratmeter, tre værelser, køkken og bad.",
			"Lejeforholdet begynder den " + from + " og fortsætter, indtil det opsiges.",
			"Det lejede må kun bruges til beboelse for lejer og lejers familie."},
		{"Lejen er " + rent + " kr. om måneden og betales forud den første hverdag i måneden.",
			"Dertil betales à conto for varme 650,00 kr. og for vand 320,00 kr. om måneden.",
			"Depositum svarer til tre måneders leje. Udlejer har modtaget det ved underskriften.",
			"Udlejer står for den udvendige, lejer for den indvendige vedligeholdelse."},
		{"Lejer må holde husdyr efter aftale med udlejer.",
			"Lejer kan opsige aftalen med tre måneders varsel til den første i en måned, der ikke er dagen før en helligdag.",
			"Ved fraflytning afleveres det lejede, som det er overtaget, bortset fra almindeligt slid."},
	}
	var sheets []*sheet
	clause := 1
	for i, part := range parts {
		s := a4()
		y := 30.0
		if i == 0 {
			s.text(22, y, 17, bold, "Lejekontrakt")
			s.text(22, y+7, 9, plain, "Rental contract. A specimen, not the authorised form.")
			y += 22
		}
		y = clauses(s, y, clause, part)
		clause += len(part)
		if i == len(parts)-1 {
			signed(s, y+38, "For Prøveboliger ApS", tenants)
		}
		s.text(180, 290, 8, plain, fmt.Sprintf("Side %d af %d", i+1, len(parts)))
		sheets = append(sheets, s.marked())
	}
	return sheets
}

// bankStatement shows rent and shopping in one Danish town, two pages, in half
// a year without a salary.
func bankStatement() []*sheet {
	texts := []string{
		"Leje Eksempelgade 7", "Dagligvarer Odense C", "Overførsel fra Mads Holm", "Busrejsekort Fyn",
		"Kontingent Motion Prøve", "El og varme", "Apotek Vestergade", "Bibliotek, gebyr",
	}
	amounts := []string{"  -9.400,00", "    -612,45", "   9.000,00", "    -390,00", "    -249,00", "  -1.105,20", "    -148,75", "     -20,00"}
	var sheets []*sheet
	for p := range 2 {
		s := letter("Øernes Prøvebank", "Skabelontorvet 1, 5000 Odense C · Reg. 0000")
		s.text(22, 46, 14, bold, "Kontoudtog / Account statement")
		s.field(22, 54, 78, "Kunde", "Rachel Thompson")
		s.field(110, 54, 78, "Konto", "0000 0000000000")
		s.fill(22, 70, 166, 7, 225)
		s.text(24, 75, 9.5, bold, "Dato")
		s.text(55, 75, 9.5, bold, "Tekst")
		s.text(150, 75, 9.5, bold, "Beløb (kr.)")
		for i := range 24 {
			y := 84 + float64(i)*7
			month := 7 + p*3 + i/8
			s.text(24, y, 9.5, typewriter, fmt.Sprintf("%02d.%02d.2023", 1+i%8*3, month))
			s.text(55, y, 9.5, plain, texts[i%8])
			s.text(148, y, 9.5, typewriter, amounts[i%8])
			s.rule(22, y+2, 166)
		}
		s.text(180, 290, 8, plain, fmt.Sprintf("%d / 2", p+1))
		sheets = append(sheets, s.marked())
	}
	return sheets
}

// gymCard is a card of the size that fits a wallet.
func gymCard() *sheet {
	s := &sheet{w: 85.6, h: 54}
	s.fill(0, 0, 85.6, 54, 232)
	s.fill(0, 0, 85.6, 13, 70)
	s.ops = append(s.ops, op{x: 6, y: 9, size: 15, face: bold, text: "MOTION PRØVE", ink: 250})
	s.fill(62, 18, 18, 22, 205)
	s.disc(71, 26, 4, 5, 130)
	s.disc(71, 38, 7, 6, 130)
	s.fill(62, 40, 18, 6, 232)
	s.text(6, 22, 11, bold, "Rachel Thompson")
	s.text(6, 28, 8, plain, "Medlem siden 12.10.2021")
	s.text(6, 33, 8, plain, "Center: Odense C")
	s.text(6, 40, 9, typewriter, "0000 0000 0006")
	s.text(6, 49, 8, bold, "SPECIMEN, invented")
	return s
}
