package main

import (
	"fmt"
	"strings"
)

// person is one of the invented people of the examples.
type person struct {
	given, family      string
	code, country      string // of the passport: three letters, and in words
	sex, born, birthAt string
	number             string
	issued, expires    string
	seed               uint64
}

var (
	maria   = person{"Mariia", "Kovalenko", "UKR", "Ukraine", "F", "1990-02-03", "Poltava", "SP0000001", "2020-07-01", "2030-06-30", 100}
	oleh    = person{"Oleh", "Kovalenko", "UKR", "Ukraine", "M", "2014-05-17", "Poltava", "SP0000002", "2025-04-01", "2029-03-31", 110}
	sofia   = person{"Sofiia", "Kovalenko", "UKR", "Ukraine", "F", "2018-09-08", "Poltava", "SP0000003", "2024-05-01", "2028-04-30", 120}
	daniela = person{"Daniela", "Ferreira Lima", "BRA", "Brazil", "F", "1988-11-21", "Curitiba", "SP0000004", "2022-03-15", "2032-03-14", 130}
	thandi  = person{"Thandiwe", "Dlamini", "ZAF", "South Africa", "F", "2002-06-12", "Durban", "SP0000005", "2021-09-10", "2031-09-09", 140}
	rachel  = person{"Rachel", "Thompson", "USA", "United States", "F", "1985-04-09", "Duluth", "SP0000006", "2019-08-20", "2029-08-19", 150}
)

func (p person) name() string { return p.given + " " + p.family }

// passport is the data page and the spreads after it, scanned.
func passport(p person, pages int) paper {
	return func() ([]byte, error) {
		doc := newPDF()
		for n := range pages {
			s := dataPage(p)
			if n > 0 {
				s = visaPage(p, n)
			}
			img, err := s.raster(100)
			if err != nil {
				return nil, err
			}
			if err := doc.picture(s.w, s.h, scanned(img, p.seed+uint64(n)), 55); err != nil {
				return nil, err
			}
		}
		return doc.bytes(), nil
	}
}

// spread is an open passport, turned upright: two pages of 125 by 88 mm.
func spread() *sheet {
	s := &sheet{w: 125, h: 176}
	for y := 6.0; y < 172; y += 3 {
		s.fill(4, y, 117, 0.3, 238)
	}
	s.fill(0, 87.7, 125, 0.6, 150)
	return s
}

func dataPage(p person) *sheet {
	s := spread()
	s.text(10, 16, 13, bold, p.country)
	s.text(10, 23, 8, plain, "This specimen shows what a passport's pages look like")
	s.text(10, 27, 8, plain, "in a packet. Nobody can travel on it.")
	s.text(57, 84, 7, typewriter, "1")

	s.text(8, 98, 7, bold, "PASSPORT")
	s.text(44, 98, 7, plain, "Type P    Code "+p.code+"    No. "+p.number)
	s.fill(8, 102, 32, 42, 205)
	s.disc(24, 117, 7, 9, 120)
	s.disc(24, 141, 13, 11, 120)
	s.fill(8, 144, 32, 12, 253)
	s.rule(8, 144, 32)
	rows := []struct{ label, value string }{
		{"Surname", strings.ToUpper(p.family)},
		{"Given names", strings.ToUpper(p.given)},
		{"Date of birth / Sex", p.born + "   " + p.sex},
		{"Place of birth", strings.ToUpper(p.birthAt)},
		{"Date of issue", p.issued},
		{"Date of expiry", p.expires},
	}
	for i, r := range rows {
		y := 104 + float64(i)*7.2
		s.text(44, y, 5, plain, r.label)
		s.text(44, y+3.6, 8.5, typewriter, r.value)
	}
	// A machine readable zone without check digits: no machine reads it.
	zone := func(text string) string { return (text + strings.Repeat("<", 44))[:44] }
	upper := strings.NewReplacer(" ", "<").Replace(strings.ToUpper(p.family + "<<" + p.given))
	s.text(6, 160, 10.2, typewriter, zone("P<"+p.code+upper))
	s.text(6, 166, 10.2, typewriter, zone(p.number+"<"+p.code+"<SPECIMEN<NOT<VALID"))
	return s.marked()
}

// visaPage is the n-th spread after the data page, with a stamp or two.
func visaPage(p person, n int) *sheet {
	s := spread()
	s.text(57, 84, 7, typewriter, fmt.Sprint(2*n))
	s.text(112, 172.5, 7, typewriter, fmt.Sprint(2*n+1))
	s.text(10, 14, 8, plain, "Visas")
	s.text(10, 100, 8, plain, "Visas")
	if n == 1 {
		s.frame(14, 24, 96, 52)
		s.text(18, 32, 9, bold, "RESIDENCE PERMIT (SPECIMEN)")
		s.text(18, 40, 8, typewriter, strings.ToUpper(p.name()))
		s.text(18, 46, 8, typewriter, "SEE CARD. NO. SP-0000-0000")
	}
	entry(s, 22+float64(n*9%40), 112+float64(n*7%20), n, p)
	if n%2 == 0 {
		entry(s, 60-float64(n*5), 30+float64(n*4), n+3, p)
	}
	return s.marked()
}

// entry is a border stamp.
func entry(s *sheet, x, y float64, n int, p person) {
	s.frame(x, y, 40, 22)
	s.frame(x+1, y+1, 38, 20)
	s.text(x+4, y+8, 9, bold, []string{"UTOPIA", "SAMPLETOWN", "NOWHERE"}[n%3])
	s.text(x+4, y+14, 9, typewriter, fmt.Sprintf("%02d %02d %d", 3+n*4%25, 1+n*5%12, 2023+n%3))
	s.text(x+4, y+19, 6.5, plain, "SPECIMEN "+p.number)
}
