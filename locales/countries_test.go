package locales

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// renamed are names that are others since the CLDR of x/text (32, of 2017):
// those that the countries have given themselves, and Danish ones that newer
// editions of CLDR have.
var renamed = map[string][2]string{
	"BY": {"Belarus", "Belarus"},
	"MK": {"North Macedonia", "Nordmakedonien"},
	"NL": {"Netherlands", "Nederlandene"},
	"SZ": {"Eswatini", "Eswatini"},
}

// reserved are codes that CLDR names and ISO 3166-1 has for no country.
var reserved = strings.Fields("AC CP DG EA EZ IC TA UN")

// The table is that of x/text, whose package would make the command 2.5 MB
// larger, cut to countries.
func TestCountriesAreCLDRs(t *testing.T) {
	var want strings.Builder
	want.WriteString("\ten\tda\n")
	n := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			r, err := language.ParseRegion(code)
			if err != nil || r.String() != code || r.Canonicalize() != r || slices.Contains(reserved, code) || !r.IsCountry() && code != "XK" {
				continue
			}
			names, other := renamed[code]
			if !other {
				names = [2]string{display.English.Regions().Name(r), display.Danish.Regions().Name(r)}
			}
			if names[0] != "" && names[1] != "" {
				n++
				fmt.Fprintf(&want, "%s\t%s\t%s\n", code, names[0], names[1])
			}
		}
	}
	if n != 250 {
		t.Errorf("%d countries; ISO 3166-1 has 249, and Kosovo is the other", n)
	}
	if diff := cmp.Diff(strings.Split(want.String(), "\n"), strings.Split(countries, "\n")); diff != "" {
		t.Errorf("countries.txt (-want +got):\n%s", diff)
	}
}

func TestCountry(t *testing.T) {
	for tag, names := range map[string]string{
		"en": "Ukraine (UA), Germany (DE), Afghanistan (AF), Zimbabwe (ZW), Kosovo (XK), ZZ, da",
		"da": "Ukraine (UA), Tyskland (DE), Afghanistan (AF), Zimbabwe (ZW), Kosovo (XK), ZZ, da",
	} {
		p, err := New(tag)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, code := range []string{"UA", "DE", "AF", "ZW", "XK", "ZZ", "da"} {
			got = append(got, p.Country(code))
		}
		if s := strings.Join(got, ", "); s != names {
			t.Errorf("%s: %s, want %s", tag, s, names)
		}
	}
}
