package specimen

import "fmt"

// Application is a form of two pages with every type of field, such as an
// authority might publish.
func Application() Form {
	row := func(n int) [4]int { return [4]int{220, 770 - 30*n, 540, 790 - 30*n} }
	box := func(n, column int) [4]int { x := 220 + 110*column; return [4]int{x, 772 - 30*n, x + 14, 786 - 30*n} }
	const date = "/AA<</F<</S/JavaScript/JS(AFDate_FormatEx\\(\"dd-mm-yyyy\"\\);)>>/K<</S/JavaScript/JS(AFDate_KeystrokeEx\\(\"dd-mm-yyyy\"\\);)>>>>"
	return Form{Pages: 2, Fields: []Field{
		{Name: "Part1.Surname", Page: 1, Rect: row(0), Dict: "/FT/Tx/TU(Surname)/Ff 2", Label: "Surname", Look: true},
		{Name: "Part1.GivenNames", Page: 1, Rect: row(1), Dict: "/FT/Tx", Label: "Given names"},
		{Name: "Part1.Born", Page: 1, Rect: row(2), Dict: "/FT/Tx/DA(/He 10 Tf 0 g)" + date, Label: "Date of birth"},
		{Name: "Part1.Cpr", Page: 1, Rect: row(3), Dict: "/FT/Tx/Ff 16777216/MaxLen 10/DA(/He 11 Tf 0 g)", Label: "CPR number", Look: true},
		{Name: "Part1.Address", Page: 1, Rect: [4]int{220, 620, 540, 670}, Dict: "/FT/Tx/Ff 4096/DA(/He 10 Tf 0 g)", Label: "Address"},
		{Name: "Part1.Nationality", Page: 1, Rect: row(6), Dict: "/FT/Ch/Ff 131072/Opt[[(DK)(Denmark)][(UA)(Ukraine)][(XX)(Another country)]]", Label: "Nationality"},
		{Name: "Part1.Married", Page: 1, Dict: "/FT/Btn", Boxes: []Box{{State: "Ja", Rect: box(7, 0), Label: "I am married"}}, Label: "Civil status"},
		{Name: "Part1.Permit", Page: 1, Dict: "/FT/Btn/Ff 49152/Opt[(Temporary)(Permanent)]", Boxes: []Box{{State: "1", Rect: box(8, 0), Label: "temporary"}, {State: "2", Rect: box(8, 1), Label: "permanent"}}, Label: "Permit"},
		{Name: "Part1.Languages", Page: 1, Rect: [4]int{220, 440, 540, 500}, Dict: "/FT/Ch/Ff 2097152/DA(/He 10 Tf 0 g)/Opt[(Danish)(English)(Ukrainian)(Arabic)]", Label: "Languages"},
		{Name: "Part2.Sponsor", Page: 2, Rect: row(0), Dict: "/FT/Tx/Q 1/DA(/He 11 Tf 0.5 0 0 rg)", Label: "Name of the sponsor"},
		{Name: "Part2.BornDay", Page: 2, Rect: [4]int{220, 740, 250, 760}, Dict: "/FT/Tx/MaxLen 2", Label: "Born: day, month, year"},
		{Name: "Part2.BornMonth", Page: 2, Rect: [4]int{260, 740, 290, 760}, Dict: "/FT/Tx/MaxLen 2"},
		{Name: "Part2.BornYear", Page: 2, Rect: [4]int{300, 740, 350, 760}, Dict: "/FT/Tx/MaxLen 4"},
		{Name: "Part2.Agree", Page: 2, Dict: "/FT/Btn", Boxes: []Box{{Rect: box(2, 0), Label: "I agree"}}, Label: "Consent"},
		{Name: "Office.Case", Page: 2, Rect: row(3), Dict: "/FT/Tx/Ff 1/V(for the office)", Label: "Case number", Look: true},
		{Name: "Signature", Page: 2, Rect: row(4), Dict: "/FT/Sig", Label: "Signature"},
		{Name: "Print", Page: 2, Rect: [4]int{220, 600, 300, 620}, Dict: "/FT/Btn/Ff 65536"},
	}}
}

// ManyFields is a form of n text fields, a hundred on a page.
func ManyFields(n int) []byte {
	f := Form{Pages: (n + 99) / 100}
	for i := range n {
		x, y := 40+i%5*100, 760-i/5%20*30
		f.Fields = append(f.Fields, Field{Name: fmt.Sprintf("Field%d", i+1), Page: i/100 + 1, Rect: [4]int{x, y, x + 90, y + 16}, Dict: "/FT/Tx"})
	}
	return f.Bytes()
}
