package packets

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/locales"
)

// TestGoldensOfLetters keeps every letter as text: of a typical case, and of
// one in which hardly anything is known.
func TestGoldensOfLetters(t *testing.T) {
	for _, tag := range locales.Authoritative() {
		told := map[string]*bytes.Buffer{}
		for _, name := range slices.Sorted(maps.Keys(letterCase)) {
			for id, d := range letterDocs(drafted(t, name, tag, Style{Copy: ForApplicant})) {
				if told[id] == nil {
					told[id] = &bytes.Buffer{}
				}
				fmt.Fprintf(told[id], "######## %s\n\n", name)
				if err := page.Text(told[id], d, 100); err != nil {
					t.Fatal(err)
				}
				told[id].WriteByte('\n')
			}
		}
		for _, id := range checklist.LetterIDs() {
			if told[id] == nil {
				t.Errorf("no case has %s", id)
				continue
			}
			golden(t, filepath.Join("testdata", "golden", "letter-"+id+"."+tag+".txt"), told[id].Bytes())
			if s := told[id].String(); strings.Contains(s, "no value") || strings.Contains(s, "<nil>") || !strings.Contains(s, "____") {
				t.Errorf("%s.%s: a fact that isn't known is no open line", id, tag)
			}
		}
	}
}

// What a letter knows is what a template may say.
func TestLetterFacts(t *testing.T) {
	k := drafted(t, "bf1", "en", Style{Copy: ForApplicant})
	facts := letter{b: k.binder, person: k.binder.people[0]}.facts()
	for key, kind := range letterFacts {
		if list, name, in := strings.Cut(key, "[]."); in {
			if _, ok := facts[list].([]map[string]any)[0][name]; !ok {
				t.Errorf("%s is not known", key)
			}
			continue
		}
		value, ok := facts[key]
		if _, isBool := value.(bool); !ok || isBool != (kind == factCondition) {
			t.Errorf("%s, a %s, is %T", key, kind, value)
		}
	}
	for key := range facts {
		if _, ok := letterFacts[key]; !ok {
			t.Errorf("%s is known and may not be said", key)
		}
	}
	for word := range (letter{b: k.binder}).words(&page.Inserts{}) {
		if _, ok := letterWords[word]; !ok {
			t.Errorf("the word %s may not be said", word)
		}
	}
}

// A name is plain words, whatever it looks like.
func TestLetterValuesAreWords(t *testing.T) {
	k := drafted(t, "mf4", "en", Style{Copy: ForApplicant}, "Petr Novak", `"*x* <b> {{.today}} [a](https://example.org)"`)
	var b bytes.Buffer
	if err := page.Text(&b, letterDocs(k)["consent-other-parent"], 100); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Name: *x* <b> {{.today}} [a](https://example.org)\n") {
		t.Error(b.String())
	}
}

// A firm's letter takes the place of mappe's; what it says wrong is told with
// template, line and key.
func TestOwnLetters(t *testing.T) {
	own := fstest.MapFS{"covering-letter.en.md": {Data: []byte("## Case {{.today}}\n\n{{enclosures}}\n")}}
	if faults := CheckLetters(own); len(faults) > 0 {
		t.Fatal(faults)
	}
	k := drafted(t, "mf4", "en", Style{Copy: ForApplicant, Letters: own})
	if h, ok := letterDocs(k)[coveringLetter].Blocks[0].(page.Heading); !ok || h.Text != "Case \u206822 November 2026\u2069" {
		t.Errorf("%+v", h)
	}
	if h, ok := letterDocs(k)["power-of-attorney"].Blocks[1].(page.Heading); !ok || h.Text != "Power of attorney" {
		t.Errorf("%+v", h)
	}
	own = fstest.MapFS{
		"covering-letter.en.md":   {Data: []byte("a\n\n{{.applicant.nmae}}\n")},
		"covering-lettre.en.md":   {Data: []byte("a")},
		"power-of-attorney.da.md": {Data: []byte("a\n\n<b>x</b>\n")},
		"notes.txt":               {Data: []byte("{{")},
	}
	var got []string
	for _, f := range CheckLetters(own) {
		got = append(got, f.Error())
		if f.Stray != strings.HasPrefix(f.Error(), "covering-lettre") {
			t.Errorf("%v: stray %t", f, f.Stray)
		}
	}
	want := `covering-letter.en.md:3: unknown fact "applicant.nmae"; did you mean "applicant.name"?
covering-lettre.en.md: takes the place of no letter; did you mean "covering-letter.en.md"?
power-of-attorney.da.md:3: HTML has no place here; use plain words, **strong** ones and [links](https://…)`
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	l, v := example(t, "../examples/mf4-family/case.yaml", "en")
	if _, err := Plan(l, 0, surveyed(t, "../examples/mf4-family/case.yaml", l), v, Style{Copy: ForApplicant, Letters: own}); err == nil || !strings.HasPrefix(err.Error(), "covering-letter.en.md:3: ") {
		t.Errorf("a packet with a wrong letter: %v", err)
	}
}

// For a child whom nobody represents signs who has custody.
func TestCustodianSigns(t *testing.T) {
	l, v := example(t, "../examples/mf4-family/case.yaml", "en")
	for i, want := range [][]string{{"sender"}, {"custodian", "translator", "other-parent"}, {"custodian", "custodian"}} {
		k, err := Plan(l, i, surveyed(t, "../examples/mf4-family/case.yaml", l), v, Style{Copy: ForApplicant})
		if err != nil {
			t.Fatal(err)
		}
		var by []string
		for _, s := range k.Sign {
			by = append(by, s.By)
		}
		if !slices.Equal(by, want) {
			t.Errorf("%s: %+v, want them by %s", k.Name, k.Sign, want)
		}
	}
}

// A letter that is signed on paper stands for the document; else the document is
// missing until it is signed, and is no document of the authority's copy.
func TestLettersInPlace(t *testing.T) {
	kinds := func(k *Packet, item string) (all []string) {
		for _, x := range k.list() {
			if l := x.piece.line; l != nil && l.asked != nil && l.asked.ID == item {
				all = append(all, x.kind)
			}
		}
		return all
	}
	const consent, power = "consent-other-parent", "power-of-attorney"
	for _, tc := range []struct {
		name, filing   string
		consent, power []string
		holes, sign    []string
		status         string
	}{
		{"mf4", "paper", []string{PageLetter}, []string{PageLetter}, nil, []string{"sender", "custodian", "other-parent", "translator"}, "enclosed"},
		{"mf4", "in-person", []string{PageLetter}, []string{PageLetter}, nil, []string{"sender", "custodian", "other-parent", "translator"}, "enclosed"},
		{"mf4", "online", []string{PageHole, PageLetter}, nil, []string{consent}, []string{"translator"}, "missing"},
	} {
		k := drafted(t, tc.name, "en", Style{Copy: ForApplicant}, "filing: paper", "filing: "+tc.filing)
		if got := kinds(k, consent); !slices.Equal(got, tc.consent) {
			t.Errorf("%s: consent: %q, want %q", tc.filing, got, tc.consent)
		}
		if got := kinds(k, power); !slices.Equal(got, tc.power) {
			t.Errorf("%s: power of attorney: %q, want %q", tc.filing, got, tc.power)
		}
		var holes, sign []string
		for _, h := range k.Holes {
			if h.Item == consent || h.Item == power {
				holes = append(holes, h.Item)
				if h.Page == "" || !strings.HasSuffix(k.voice.Hole(h), "page "+h.Page+" is written for it; sign it, scan it, and name the file under documents") {
					t.Errorf("%s: %s", tc.filing, h)
				}
			}
		}
		for _, s := range k.Sign {
			sign = append(sign, s.By)
		}
		slices.Sort(sign)
		slices.Sort(tc.sign)
		if !slices.Equal(holes, tc.holes) || !slices.Equal(sign, tc.sign) {
			t.Errorf("%s: holes %q, to sign %q, want %q, %q", tc.filing, holes, sign, tc.holes, tc.sign)
		}
		for _, it := range k.about.Items {
			if it.ID == consent && it.Status != tc.status {
				t.Errorf("%s: %s is %s", tc.filing, it.ID, it.Status)
			}
		}
		front := slices.ContainsFunc(k.pieces, func(p *piece) bool { return p.front && p.anchor == "power-of-attorney-eva" })
		if got, want := front, tc.power == nil; got != want {
			t.Errorf("%s: power of attorney in the front: %v", tc.filing, got)
		}
	}
	if k := drafted(t, "od2d", "en", Style{Copy: ForApplicant}); kinds(k, power) != nil {
		t.Error("a solicitor needs no power of attorney for OD2/D")
	}
}

// The lock tells a letter whose words are others.
func TestLetterSays(t *testing.T) {
	says := func(changes ...string) map[string]string {
		all := map[string]string{}
		for _, it := range drafted(t, "mf4", "en", Style{Copy: ForApplicant}, changes...).about.Items {
			all[it.ID] = it.Says
		}
		return all
	}
	was, is := says(), says("Petr Novak", "Pavel Novak")
	for id, changes := range map[string]bool{coveringLetter: true, "consent-other-parent": true, "power-of-attorney": false} {
		if was[id] == "" || (was[id] != is[id]) != changes {
			t.Errorf("%s: %s, then %s", id, was[id], is[id])
		}
	}
}

// Every page as it is printed in the enclosures.
func TestEnclosures(t *testing.T) {
	k := styled(t, "../examples/mf4-family/case.yaml", "en", Style{Copy: ForAuthority})[0]
	got := map[string]string{}
	for _, r := range k.binder.enclosures()[0].(page.Table).Rows {
		got[r[1].String()] = r[2].String()
	}
	for _, x := range k.lines {
		if x.id != coveringLetter && got[x.title] != k.binder.span(k, x) {
			t.Errorf("%s is on %q, said to be on %q", x.title, k.binder.span(k, x), got[x.title])
		}
	}
	if len(got) != len(k.lines)-1 {
		t.Errorf("%d enclosures of %d lines", len(got), len(k.lines))
	}
}
