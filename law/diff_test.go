package law

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A difference is of what the books say: a comment, another order of keys or
// another line is none.
func TestDiff(t *testing.T) {
	const fees = "checked: 2026-11-22\nMF4: [{from: 2024-01-01, to: 2024-12-31, dkk: 2880, confidence: H, source: \"004\"}]\n"
	const periods = "checked: 2026-11-20\nmf4-opens: [{months: 3, cite: S4-09}]\n"
	load := func(file, text string) *Book {
		book := sound()
		book["fees.yaml"].Data, book["periods.yaml"].Data = []byte(fees), []byte(periods)
		if file != "" {
			book[file].Data = []byte(text)
		}
		b, err := Load(book)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, tc := range []struct{ name, file, text, want string }{
		{"nothing", "", "", ""},
		{"a comment and the order of keys", "fees.yaml", "# rates\nMF4: [{to: 2024-12-31, source: \"004\", from: 2024-01-01, confidence: H, dkk: 2880}]\nchecked: 2026-11-22\n", ""},
		{"an amount", "fees.yaml", "checked: 2026-11-22\nMF4: [{from: 2024-01-01, to: 2024-12-31, dkk: 2881, confidence: H, source: \"004\"}]\n", "fee MF4: 2880 to 2881;"},
		{"an end", "fees.yaml", "checked: 2026-11-22\nMF4: [{from: 2024-01-01, to: 2024-06-30, dkk: 2880, confidence: H, source: \"004\"}]\n", "fee MF4: 2880 to 2880;"},
		{"a beginning is another line", "fees.yaml", "checked: 2026-11-22\nMF4: [{from: 2024-02-01, to: 2024-12-31, dkk: 2880, confidence: H, source: \"004\"}]\n", "fee MF4: none to 2880;fee MF4: 2880 to none;"},
		{"a line more, the newest first", "fees.yaml", "checked: 2026-11-22\nMF4:\n- {from: 2025-01-01, to: 2025-12-31, dkk: 2380, confidence: H, source: \"004\"}\n- {from: 2024-01-01, to: 2024-12-31, dkk: 2880, confidence: H, source: \"004\"}\n", "fee MF4: none to 2380;"},
		{"a form more", "fees.yaml", fees + "OD2/D: [{free: true, source: \"004\"}]\n", "fee OD2/D: none to 0;"},
		{"the file was checked", "fees.yaml", "checked: 2027-01-04\nMF4: [{from: 2024-01-01, to: 2024-12-31, dkk: 2880, confidence: H, source: \"004\"}]\n", "checked fees.yaml;"},
		{"the line was checked", "fees.yaml", "checked: 2026-11-22\nMF4: [{from: 2024-01-01, to: 2024-12-31, dkk: 2880, confidence: H, source: \"004\", checked: 2027-01-04}]\n", "fee MF4: 2880 to 2880;"},
		{"a length", "periods.yaml", "checked: 2026-11-20\nmf4-opens: [{months: 4, cite: S4-09}]\n", "period mf4-opens;"},
		{"a quotation", "quotes.yaml", "S4-09: {source: \"004\", line: 34, quote: 'at the earliest'}\nS4-10: {source: \"004\", line: 35, quote: 'at the latest'}\n", "quotation S4-09;quotation S4-10;"},
	} {
		d := Diff(load("", ""), load(tc.file, tc.text))
		got := ""
		for _, c := range d.Fees {
			amount := func(v *Value[Fee]) string {
				if v == nil {
					return "none"
				}
				return fmt.Sprint(v.Value.DKK)
			}
			got += "fee " + c.Name + ": " + amount(c.Old) + " to " + amount(c.New) + ";"
		}
		for _, c := range d.Periods {
			got += "period " + c.Name + ";"
		}
		for _, c := range d.Quotes {
			got += "quotation " + c.Name + ";"
		}
		for _, c := range d.Sources {
			got += "source " + c.Name + ";"
		}
		for _, c := range d.Checked {
			got += "checked " + c.Name + ";"
		}
		if diff := cmp.Diff(tc.want, got); diff != "" || d.Empty() != (got == "") {
			t.Errorf("%s, empty %t (-want +got)\n%s", tc.name, d.Empty(), diff)
		}
		back := Diff(load(tc.file, tc.text), load("", ""))
		if n, m := len(d.Fees)+len(d.Quotes), len(back.Fees)+len(back.Quotes); n != m {
			t.Errorf("%s: %d changes one way, %d the other", tc.name, n, m)
		}
	}
}
