// Scans draws the papers that the example cases and the hard ones of testdata
// enclose: passports, contracts, statements, as scanners, phones and offices
// would hand them over; and the logo of the example brand. Every one is marked
// SPECIMEN and everybody on it is invented. The same program makes the same bytes.
//
//	go run ./internal/scans .
package main

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: scans FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "scans:", err)
		os.Exit(1)
	}
}

func write(root string) error {
	papers := papers()
	for _, name := range names(papers) {
		data, err := papers[name]()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// paper makes the bytes of one file.
type paper func() ([]byte, error)

// papers are all files by their place in the repository.
func papers() map[string]paper {
	all := map[string]paper{
		"examples/mf4-family/scans/passport-maria.pdf":       passport(maria, 4),
		"examples/mf4-family/scans/passport-oleh.pdf":        passport(oleh, 3),
		"examples/mf4-family/scans/passport-sofia.pdf":       passport(sofia, 3),
		"examples/mf4-family/scans/contract.jpg":             photocopy(employment(), 7),
		"examples/mf4-family/scans/payslip.png":              picture(payslip()),
		"examples/mf4-family/scans/form-mf4-maria.pdf":       printed(mf4(maria)),
		"examples/mf4-family/scans/receipt.pdf":              printed([]*sheet{receipt(maria)}),
		"examples/mf4-family/scans/birth-certificate.pdf":    photocopies([]*sheet{birthCertificate()}, 17),
		"examples/mf4-family/scans/birth-certificate-da.pdf": printed([]*sheet{birthTranslation()}),
		"examples/mf4-family/scans/lease.pdf":                printed(lease("Andrii Kovalenko og Mariia Kovalenko", "Prøvestien 12, 2. tv., 8000 Aarhus C", "1. februar 2023", "11.250,00")),

		"examples/bf1-secondment/scans/passport.pdf":           passport(daniela, 6),
		"examples/bf1-secondment/scans/posting-contract.pdf":   printed(posting()),
		"examples/bf1-secondment/scans/employer-statement.png": picture(employerStatement()),

		"examples/bf23-paper/scans/passport.pdf":           passport(thandi, 5),
		"examples/bf23-paper/scans/study-confirmation.jpg": phonePhoto(studyConfirmation(), 11),
		"examples/bf23-paper/scans/doctor.pdf":             photocopies([]*sheet{doctor()}, 13),

		"examples/od2d-gaps/scans/form-od2d.pdf":      printed(od2d(rachel)),
		"examples/od2d-gaps/scans/lease.pdf":          printed(lease("Mads Holm og Rachel Thompson", "Eksempelgade 7, 5000 Odense C", "1. oktober 2021", "9.400,00")),
		"examples/od2d-gaps/scans/bank-statement.pdf": printed(bankStatement()),
		"examples/od2d-gaps/scans/gym-card.png":       picture(gymCard()),

		"examples/official/mf4.pdf": formMF4,

		"examples/brand/logo.png": tinted(firm(), color.RGBA{0x7A, 0x1F, 0x2B, 255}),

		"testdata/hard/scans/Lejekontrakt-for-ejendommen-Prøvestien-12-2-tv-8000-Aarhus-C-underskrevet-af-begge-parter-2023-02-01.pdf": printed([]*sheet{annex(0)}),
	}
	for n := 1; n <= annexes; n++ {
		all[fmt.Sprintf("testdata/hard/scans/annex-%02d.pdf", n)] = printed([]*sheet{annex(n)})
	}
	return all
}

func names(papers map[string]paper) []string {
	var list []string
	for name := range papers {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}
