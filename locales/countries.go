package locales

import (
	_ "embed"
	"slices"
	"strings"
)

// countries are the names of the countries of ISO 3166-1, and of Kosovo, a line
// for each: its code, then its name in each language of the first line.
//
//go:embed countries.txt
var countries string

// Country is the name of a country with its code, "Ukraine (UA)"; of a code that
// is of none, the code.
func (p *Printer) Country(code string) string {
	if name := CountryName(code, p.Tag()); name != "" {
		return name + " (" + code + ")"
	}
	return code
}

// CountryName is the name of a country in a language, or in the first one where
// there is none in that; "" of a code that is of none.
func CountryName(code, tag string) string {
	_, line, found := strings.Cut(countries, "\n"+code+"\t")
	if !found {
		return ""
	}
	head, _, _ := strings.Cut(countries, "\n")
	line, _, _ = strings.Cut(line, "\n")
	names := strings.Split(line, "\t")
	at := max(slices.Index(strings.Split(head, "\t"), tag), 1)
	return names[at-1]
}
