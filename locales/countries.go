package locales

import (
	"cmp"
	"embed"
	"strings"
)

// countries are the names of the countries of ISO 3166-1, and of Kosovo, a file
// for each language and in it a line for each: its code, a tab, its name.
//
//go:embed countries
var countries embed.FS

// Country is the name of a country with its code, "Ukraine (UA)"; of a code that
// is of none, the code.
func (p *Printer) Country(code string) string {
	if name := CountryName(code, p.Tag()); name != "" {
		return name + " (" + code + ")"
	}
	return code
}

// CountryName is the name of a country in a language, or in English where that
// is not known; "" of a code that is of none.
func CountryName(code, tag string) string {
	return cmp.Or(countryName(code, tag), countryName(code, "en"))
}

func countryName(code, tag string) string {
	names, err := countries.ReadFile("countries/" + tag + ".txt")
	if err != nil || len(code) != 2 {
		return ""
	}
	_, name, _ := strings.Cut(string(names), code+"\t")
	name, _, _ = strings.Cut(name, "\n")
	return name
}
