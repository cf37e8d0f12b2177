package main

// studyConfirmation comes from a university abroad.
func studyConfirmation() *sheet {
	s := letter("Example University of the Cape", "Office of the Registrar · 1 Sample Avenue, Cape Town 0000")
	s.text(22, 50, 10.5, plain, "Cape Town, 14 September 2026")
	s.text(22, 64, 15, bold, "Confirmation of enrolment")
	s.field(22, 76, 78, "Student", thandi.name())
	s.field(110, 76, 78, "Date of birth", thandi.born)
	s.field(22, 90, 78, "Student number", "EUC-000000")
	s.field(110, 90, 78, "Programme", "BSc Marine Biology")
	s.field(22, 104, 78, "Enrolled from", "2025-02-10")
	s.field(110, 104, 78, "Expected to finish", "2026-12-18")
	y := s.para(22, 126, 11, 82, "The Registrar confirms that the student named above is enrolled full time at this university. The programme is taught on campus; attendance is compulsory.")
	y = s.para(22, y+4, 11, 82, "The final examinations were moved from June to November 2026 because the student was in hospital in May and June 2026.")
	signed(s, y+36, "Registrar", "Dean of the faculty")
	return s.marked()
}

// doctor says why the journey home had to wait.
func doctor() *sheet {
	s := letter("Dr. N. Specimen, general practitioner", "22 Placeholder Road, Cape Town 0000 · telephone +00 00 000 0000")
	s.text(22, 50, 10.5, plain, "Cape Town, 20 July 2026")
	s.text(22, 64, 15, bold, "Medical statement")
	s.field(22, 76, 78, "Patient", thandi.name())
	s.field(110, 76, 78, "Date of birth", thandi.born)
	y := s.para(22, 98, 11, 82, "The patient was admitted to the Sample Hospital on 11 May 2026 and discharged on 19 June 2026. For four weeks after that she was not fit to travel by air.")
	y = s.para(22, y+4, 11, 82, "She has since recovered. The next check is due in November 2026.")
	y = s.para(22, y+4, 11, 82, "This statement is made at the patient's request, for use with the immigration authorities.")
	signed(s, y+36, "Dr. N. Specimen", "Stamp of the practice")
	return s.marked()
}
