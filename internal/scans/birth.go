package main

// birth are the lines of the son's certificate: Ukrainian, and as translated.
var birth = [][4]string{
	{"Прізвище", "Коваленко", "Efternavn", "Kovalenko"},
	{"Ім'я", "Олег", "Fornavn", "Oleh"},
	{"Дата народження", "17.05.2014", "Fødselsdato", "17.05.2014"},
	{"Місце народження", "м. Полтава", "Fødested", "Poltava"},
	{"Батько", "Коваленко Андрій", "Far", "Andrii Kovalenko"},
	{"Мати", "Савчук Ольга", "Mor", "Olha Savchuk"},
	{"Дата реєстрації", "22.05.2014", "Registreret den", "22.05.2014"},
	{"Актовий запис", "000", "Registrering nr.", "000"},
}

// birthCertificate is in a language of which a translation is wanted.
func birthCertificate() *sheet {
	s := a4()
	s.frame(14, 14, 182, 262)
	s.text(22, 30, 11, bold, "ЗРАЗОК · вигаданий документ")
	s.text(22, 52, 20, bold, "СВІДОЦТВО ПРО НАРОДЖЕННЯ")
	for i, row := range birth {
		s.field(22, 72+float64(i)*16, 166, row[0], row[1])
	}
	s.text(22, 230, 9, plain, "Цей документ вигаданий і не має юридичної сили.")
	return s.marked()
}

// birthTranslation is that certificate in Danish.
func birthTranslation() *sheet {
	s := a4()
	s.text(22, 30, 10.5, plain, "Oversættelse fra ukrainsk til dansk")
	s.text(22, 44, 16, bold, "Fødselsattest")
	for i, row := range birth {
		s.field(22, 58+float64(i)*14, 166, row[2], row[3])
	}
	s.text(22, 180, 9.5, plain, "Originalen bærer øverst ordene: EKSEMPEL, opdigtet dokument.")
	s.text(22, 186, 9.5, plain, "Originalen slutter med: Dette dokument er opdigtet og har ingen retsvirkning.")
	return s.marked()
}
