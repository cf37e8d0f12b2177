package page

// sample is a Doc with every block, and what is awkward in each.
func sample() Doc {
	return Doc{
		Title: "Application — extension (MF4)",
		Lang:  "en",
		Note:  "Working copy · prepared on 22 November 2026 · not an official document",
		Blocks: []Block{
			Heading{Level: 1, Text: "Extend the permit of Mariia Kovalenko", Anchor: "top"},
			Paragraph{Text: Words{
				{Text: "File "}, {Text: "MF4", Strong: true}, {Text: " with SIRI. Read "},
				{Text: "the agency's page", To: "https://example.org/mf4?lang=en&x=(1)"},
				{Text: ", then go to "}, {Text: "the checklist", To: "#checklist"}, {Text: "."},
			}},
			Paragraph{Box: true, Strong: true, Text: Plain("This is a working copy. Two documents are missing; the authority's copy can't be made until they are there or a reason is given.")},
			Tiles{
				{Label: "Which form", Value: "MF4", Under: []Words{Plain("extension for a family member of a person who works in Denmark")}},
				{Label: "Between which days", Value: "1 November 2026 – 30 January 2027", Under: []Words{Plain("the window is open"), Link("why", "#sources")}},
				{Label: "What it costs", Value: "3,080 DKK"},
			},
			Heading{Level: 2, Text: "Who and when"},
			Fields{Pairs: []Pair{
				{Label: "Name", Value: "Марія Коваленко (Mariia Kovalenko)"},
				{Label: "Born", Value: "3 February 1990"},
				{Label: "Address", Value: "Nørre Voldgade 1, 2. th\n1358 København K"},
				{Label: "Alien number", Value: ""},
				{Label: "Name of the person whom the applicant accompanies", Value: "Søren Müller-Łęcka, Αθηνά Nguyễn, Дмитро Ґалаґан"},
				{Label: "Phone", Value: ""},
			}},
			Form{Lines: []Line{
				{Number: "1.1", Asks: Item{Text: Words{{Text: "Efternavn", Lang: "da"}}, Under: []Words{Plain("Surname")}}, Says: Item{Under: []Words{{{Text: "Коваленко", Lang: "uk"}}}}},
				{Number: "1.12", Asks: Item{Text: Plain("Residence permit expires")}, Says: Item{Text: Words{{Text: "31-01-2027"}, {Text: " (31 January 2027)"}}}},
			}},
			Heading{Level: 2, Text: "Fee and deadlines"},
			Table{
				Head:   []string{"What", "Day", "Amount", "Source"},
				Widths: []int{34, 20, 16, 30},
				Rows: [][]Words{
					{Plain("Fee for MF4"), Plain("22 November 2026"), Plain("3,080 DKK"), Link("fees 2026", "#sources")},
					{Plain("Biometrics, within 14 days of filing, at a branch of SIRI or a mission"), Plain("6 December 2026"), Plain(""), Plain("quoted below | see “fees”")},
					{Plain("Last safe day"), Plain("30 January 2027"), Plain("none"), Plain("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")},
				},
			},
			Paragraph{Small: true, Text: Plain("“You can apply for an extension no earlier than three months before your permit expires.” — captured 1 November 2026.")},
			Heading{Level: 3, Text: "Steps"},
			List{Numbered: true, Items: []Item{
				{Text: Plain("Create a case order ID and pay the fee; keep the receipt.")},
				{Text: Plain("Have fingerprints and a photo taken."), Under: []Words{Plain("Within 14 days, otherwise the application is rejected."), Link("booking", "https://example.org/book")}},
				{Text: Plain("Send the packet.")},
			}},
			List{Items: []Item{{Text: Plain("You may stay and work while the case is open.")}, {Text: Plain("# not a heading, 1. not a list, * no [link](x) <b> & `code` _under_score")}}},
			Break{},
			Heading{Level: 2, Text: "Checklist", Anchor: "checklist"},
			Check{State: Have, Who: "from you", Number: "4.1", Text: Plain("Copy of the passport"), Status: "have", Under: []Words{Plain("All pages with stamps, also the empty ones.")}},
			Check{State: Follows, Number: "4.2", Text: Plain("Documents listed on the form for an accompanying spouse of a person who works in Denmark: employment contract, the last three pay slips, and evidence of the shared address"), Status: "missing — follows by 15 December 2026", Under: []Words{Plain("The captured page announces this list but does not contain it; confirm on the form."), Link("page 14", "#sources")}},
			Check{State: Excused, Number: "4.10", Text: Plain("Power of attorney"), Status: "does not apply"},
			Check{State: Lacking, Number: "5.1", Text: Plain("Pay slips of the last three months"), Status: "missing", Who: "from the employer"},
			Check{State: Confirm, Number: "5.2", Text: Plain("Proof of the shared address"), Status: "confirm on the form"},
			Check{Text: Plain("A line without number or status")},
			Heading{Level: 2, Text: "Sources", Anchor: "sources"},
			Rule{},
			Paragraph{Text: Plain("I declare that the information is correct.")},
			Signature{Place: "Place", Date: "Date", Name: "Signature of Mariia Kovalenko"},
			Center{Code: "4.2", Title: "Documents for an accompanying spouse", Lines: []Words{Plain("Mariia Kovalenko · MF4"), Plain("3 files, 14 pages")}, Slot: "code"},
		},
	}
}
