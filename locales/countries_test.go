package locales

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"
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
	var want [2]strings.Builder
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
				for i := range want {
					fmt.Fprintf(&want[i], "%s\t%s\n", code, names[i])
				}
			}
		}
	}
	if n != 250 {
		t.Errorf("%d countries; ISO 3166-1 has 249, and Kosovo is the other", n)
	}
	for i, tag := range []string{"en", "da"} {
		if diff := cmp.Diff(strings.Split(want[i].String(), "\n"), countryLines(t, tag)); diff != "" {
			t.Errorf("countries/%s.txt (-want +got):\n%s", tag, diff)
		}
	}
}

func countryLines(t *testing.T, tag string) []string {
	t.Helper()
	names, err := countries.ReadFile("countries/" + tag + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(names), "\n")
}

// Every language has a name for every country, in its own script.
func TestCountriesOfEveryLanguage(t *testing.T) {
	english := countryLines(t, "en")
	for _, h := range known {
		lines := countryLines(t, h.tag)
		if len(lines) != len(english) {
			t.Fatalf("%s: %d countries, want %d", h.tag, len(lines), len(english))
		}
		for i, line := range lines[:len(lines)-1] {
			code, name, ok := strings.Cut(line, "\t")
			script := map[string]*unicode.RangeTable{"Arab": unicode.Arabic, "Cyrl": unicode.Cyrillic, "Deva": unicode.Devanagari,
				"Ethi": unicode.Ethiopic, "Hans": unicode.Han, "Latn": unicode.Latin}[h.script]
			if !ok || code != english[i][:2] || !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(script, r) }) ||
				strings.ContainsAny(name, "\t\u200e\u200f\u202f") || !norm.NFC.IsNormalString(name) {
				t.Errorf("%s: line %d is %q", h.tag, i+1, line)
			}
		}
	}
	for tag, want := range map[string]string{"uk": "Данія", "ar": "الدانمرك", "fa": "دانمارک", "tr": "Danimarka", "de": "Dänemark",
		"pl": "Dania", "hi": "डेनमार्क", "zh-Hans": "丹麦", "so": "Denmark", "ti": "ደንማርክ", "vi": "Denmark"} {
		if got := CountryName("DK", tag); got != want {
			t.Errorf("DK in %s is %q, want %q", tag, got, want)
		}
	}
	for _, code := range []string{"", "D", "DKK", "dk", "A\t", "ZZ", "\nA"} {
		if got := CountryName(code, "uk"); got != "" {
			t.Errorf("%q is %q", code, got)
		}
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
