package forms

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"mappe/internal/civil"
	"mappe/profile"
)

const mapped = `
mapping: 1
form: MF4
values:
  countries: {UA: Ukraine, DK: Danmark}
map:
- {field: Surname, fact: name.family}
- {field: All, facts: [name.given, name.family]}
- {field: Sponsor, facts: [sponsor.name, sponsor.cpr], join: ", "}
- {field: Born, fact: born}
- {field: Day, fact: born, format: d}
- {field: Month, fact: born, format: mmmm}
- {field: Maaned, fact: born, format: mmmm, months: da}
- {field: Mdr, fact: born, months: da}
- {field: Year, fact: born, format: yy}
- {field: Own, fact: born, format: "yyyy/mm/dd"}
- {field: Cpr1, fact: cpr, part: 1-6}
- {field: Cpr2, fact: cpr, part: 7-10}
- {field: Country, fact: citizenship, values: countries}
- {field: Codes, fact: citizenship}
- {field: Names, fact: citizenship, country: da}
- {field: Kind, when: permit.kind, is: temporary, value: "1"}
- {field: Kind, when: permit.kind, is: [permanent, possible-permanent], value: "2"}
- {field: Mit, fact: mitid, values: {true: Ja, false: Nej}}
- {field: Sex, fact: sex}
- {field: Place, text: "København"}
`

func TestMapping(t *testing.T) {
	m, err := ReadMapping("m.yaml", []byte(mapped))
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Decode("x.yaml", []byte(`{mappe: 1, sponsor: {name: Ole Hansen}, applicants: [{id: a, name: {given: Марія, family: Коваленко},
  born: 1990-02-03, cpr: 030290-1234, citizenship: [UA, SE], permit: {kind: permanent}, mitid: false}]}`))
	if err != nil {
		t.Fatal(err)
	}
	a := p.Merged(0)
	var got []string
	for _, l := range m.Lines {
		f := l.Fill(a, map[string]string{"Born": "yyyy.mm.dd", "Mdr": "d. mmm yyyy"}[l.Field], called)
		got = append(got, strings.TrimSpace(l.Field+" "+f.State+" "+strings.Join(f.Words, "|")+keys(f.Lacks)+f.Value))
	}
	want := []string{
		"Surname fills Коваленко", "All fills Марія Коваленко", "Sponsor no-fact Ole Hansen sponsor.cpr", "Born fills 1990.02.03",
		"Day fills 3", "Month fills month 2 in en", "Maaned fills month 2 in da", "Mdr fills 3. short 2 in da 1990", "Year fills 90", "Own fills 1990/02/03", "Cpr1 fills 030290", "Cpr2 fills 1234",
		"Country no-value SE", "Codes fills UA|SE", "Names fills Ukraine in da|SE", "Kind other", "Kind fills 2", "Mit fills Nej", "Sex no-fact  sex", "Place fills København",
	}
	want[2] = "Sponsor no-fact  sponsor.cpr"
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if err := m.Check([]string{"Surname", "All", "Sponsor", "Born", "Day", "Month", "Maaned", "Mdr", "Year", "Own", "Cpr1", "Cpr2", "Country", "Codes", "Names", "Mit", "Sex", "Placed", "Kind"}); err == nil ||
		err.Error() != `m.yaml:26: map: the form has no field "Place"; did you mean "Placed"? mappe form inspect shows all` {
		t.Errorf("%v", err)
	}
	if taken := m.Taken(); !taken["sponsor.name"] || !taken["name"] || !taken["name.family"] || taken["address"] {
		t.Errorf("%v", taken)
	}
}

// called names things so that it can be seen which was asked for.
var called = Names{
	Country: func(code, lang string) string { return map[string]string{"UA": "Ukraine in " + lang}[code] },
	Month: func(m time.Month, lang string, short bool) string {
		return fmt.Sprintf("%s %d in %s", map[bool]string{false: "month", true: "short"}[short], m, lang)
	},
}

func keys(all []profile.Key) (s string) {
	for _, k := range all {
		s += " " + string(k)
	}
	return s
}

func TestBadMappings(t *testing.T) {
	for src, want := range map[string]string{
		"":                                     `m.yaml:1: empty; a mapping starts with "map:"`,
		"map: []":                              "",
		"mpa: []":                              `m.yaml:1: unknown key "mpa"; did you mean "map"?`,
		"map: 3":                               `m.yaml:1: map: want a list of lines, each "- {field: …, fact: …}", got "3"`,
		"map:\n- {feld: a, fact: born}":        `m.yaml:2: map[0]: unknown key "feld"; did you mean "field"?`,
		"map:\n- {field: a, fact: bron}":       `m.yaml:2: map[0].fact: unknown fact "bron"; did you mean "born"?`,
		"map:\n- {field: a, fact: name.famly}": `m.yaml:2: map[0].fact: unknown fact "name.famly"; did you mean "name.family"?`,
		"map:\n- {field: a, fact: income}":     "m.yaml:2: map[0].fact: income is a list of periods, which no field takes; leave it to the data sheet",
		"map:\n- {field: a}":                   `m.yaml:2: map[0]: does not say what goes into field "a"; write "fact: …", "facts: […]", "when: …" or "text: …"`,
		"map:\n- {fact: born}":                 `m.yaml:2: map[0]: names no field; write "field: …", as mappe form inspect prints it`,
		"map:\n- {field: a, fact: born, text: \"x\"}":                       `m.yaml:2: map[0]: has both "fact" and "text"; keep one`,
		"map:\n- {field: a, text: x}":                                       `m.yaml:2: map[0].text: "x" are words of your own, for everybody: write them in quotes, so that they are not mistaken for a fact`,
		"map:\n- {field: a, fact: born}\n- {field: a, fact: cpr}":           `m.yaml:3: map[1]: field "a" is filled for the second time, first on line 2: keep one`,
		"map:\n- {field: a, fact: born, format: dd-qq}":                     `m.yaml:2: map[0].format: "dd-qq": "qq" is not understood; use d, dd, m, mm, mmm, mmmm, yy, yyyy and signs between them`,
		"map:\n- {field: a, fact: cpr, format: dd}":                         "m.yaml:2: map[0].format: is for dates, and cpr is none; remove it",
		"map:\n- {field: a, fact: cpr, country: da}":                        "m.yaml:2: map[0].country: is for countries, and cpr is none; remove it",
		"map:\n- {field: a, fact: citizenship, country: uk}":                `m.yaml:2: map[0].country: "uk" is no language in which countries are named; write one of en, da`,
		"map:\n- {field: a, fact: born, format: d. mmmm, months: uk}":       `m.yaml:2: map[0].months: "uk" is no language in which months are named; write one of en, da`,
		"map:\n- {field: a, fact: born, format: d/m, months: da}":           `m.yaml:2: map[0].months: is for a format with mmm or mmmm, and "d/m" has neither; remove it`,
		"map:\n- {field: a, fact: cpr, months: da}":                         "m.yaml:2: map[0].months: is for dates, and cpr is none; remove it",
		"map:\n- {field: a, text: \"x\", months: da, format: mmm}":          `m.yaml:2: map[0].format: belongs to a line with "fact" or "facts"; remove it`,
		"map:\n- {field: a, text: \"x\", country: da}":                      `m.yaml:2: map[0].country: belongs to a line with "fact" or "facts"; remove it`,
		"map:\n- {field: a, when: born, is: x, value: y, months: da}":       `m.yaml:2: map[0].months: belongs to a line with "fact" or "facts"; remove it`,
		"map:\n- {field: a, fact: cpr, part: 6-1}":                          `m.yaml:2: map[0].part: "6-1" is no part of a value; write the first and the last letter, such as "1-6"`,
		"map:\n- {field: a, fact: cpr, join: x}":                            `m.yaml:2: map[0].join: belongs to a line with "facts"; remove it`,
		"map:\n- {field: a, when: permit.kind, value: x}":                   `m.yaml:2: map[0]: needs "is: …" and "value: …": which value of permit.kind puts what into field "a"`,
		"map:\n- {field: a, when: permit.kind, is: tempory, value: x}":      `m.yaml:2: map[0].is: permit.kind is never "tempory"; did you mean "temporary"?`,
		"map:\n- {field: a, fact: citizenship, values: land}":               `m.yaml:2: map[0].values: there is no table "land"; write it at the top: "values: {land: {…}}"`,
		"values: {lande: {}}\nmap:\n- {field: a, fact: born, values: land}": `m.yaml:3: map[0].values: there is no table "land"; did you mean "lande"?`,
		"form: MF5\nmap: []":                                                `m.yaml:1: form: unknown form "MF5"; did you mean "MF4"?`,
		"mapping: 2\nmap: []":                                               `m.yaml:1: mapping: "2" is no version that this mappe reads; it reads 1`,
		"map: []\nmap: []":                                                  `m.yaml:2: "map" stands here for the second time, first on line 1: keep one`,
		"map: []\n---\nmap: []":                                             `m.yaml:2: a second document; a mapping is one: remove "---" and what follows`,
		"map: &a []":                                                        `m.yaml:1: the anchor "&a" is not read; remove it`,
		"map: [":                                                            "m.yaml:2: no YAML or JSON: ",
		strings.Repeat("#", 1<<20+1):                                        "m.yaml: 1048577 bytes; a mapping has at most 1048576",
		"map:\n\t- {}":                                                      "m.yaml:2: no YAML or JSON: a tab at the start of the line; indent with spaces",
		"map:\n- {field: a, fact: }":                                        "m.yaml:2: map[0].fact: want a word, got nothing",
		"map:\n- {field: a, fact: [born]}":                                  "m.yaml:2: map[0].fact: want a word, got a list",
		"map:\n- {field: a, facts: []}":                                     "m.yaml:2: map[0].facts: is empty; name one",
		"form: MF4":                                                         `m.yaml:1: has no "map"; write "map:" and a line for each field`,
	} {
		_, err := ReadMapping("m.yaml", []byte(src))
		switch {
		case want == "" && err != nil, want != "" && err == nil:
			t.Errorf("%.60q: %v", src, err)
		case err != nil && !strings.HasPrefix(err.Error(), want):
			t.Errorf("%.60q:\n got %v\nwant %s", src, err, want)
		}
	}
}

func TestFormats(t *testing.T) {
	day := civil.Of(2001, 1, 9)
	for format, want := range map[string]string{"": "09-01-2001", "d/m-yy": "9/1-01", "dd mmm yyyy": "09 short 1 in da 2001", "ddmmyyyy": "09012001"} {
		if got := inFormat(day.String(), format, "h:MM", func(m time.Month, short bool) string { return called.Month(m, "da", short) }); got != want {
			t.Errorf("%q: %q, want %q", format, got, want)
		}
	}
}

// FuzzMapping reads any bytes: an error names the file, and what is read can be
// used.
func FuzzMapping(f *testing.F) {
	f.Add([]byte(mapped))
	f.Add([]byte("map:\n- {field: a, fact: born, format: d}\n"))
	p, err := profile.Decode("x.yaml", []byte("{mappe: 1, applicants: [{id: a, born: 1990-02-03}]}"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := ReadMapping("m.yaml", src)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "m.yaml:") {
				t.Errorf("%v", err)
			}
			return
		}
		for _, l := range m.Lines {
			if got := l.Fill(p.Merged(0), "dd", called); got.State == "" {
				t.Errorf("%+v: no state", l)
			}
		}
	})
}

// Every fact that can be mapped can also be read.
func TestMappableFacts(t *testing.T) {
	p, err := profile.Decode("x.yaml", []byte(`{mappe: 1, sponsor: {name: {given: A, family: B, latin: C}}, danish_family_member: {name: {given: A, family: B, latin: C}},
  representative: {name: {given: A, family: B, latin: C}}, applicants: [{id: a, name: {given: A, family: B, latin: C}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	a := p.Merged(0)
	for _, k := range mappable() {
		if q, part := lookup(profile.Key(k)); q.Kind == "name" && len(known(a, profile.Key(k))) == 0 {
			t.Errorf("%s (%s) is not found", k, part)
		}
	}
}
