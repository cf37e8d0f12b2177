package checklist

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
)

const wishing = `id: there
name: Danish Embassy, There
address: [Main Street 1, 0001 There]
channel: mission
photos: 2
copies: 1
colour: true
papers:
- {item: passport-all-pages}
- {id: family-record, words: {en: Family record, da: Familieattest}}
source: {url: there.um.dk, quote: two photos, checked: 2026-06-01}
`

// mission reads one that can be read.
func mission(t *testing.T, src string) *Mission {
	t.Helper()
	m, err := ReadMission("there.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Each complaint has the file, the line and the key, and says what to do.
func TestReadMissionComplains(t *testing.T) {
	const source = "source: {url: there.um.dk, quote: two photos, checked: 2026-06-01}\n"
	for _, c := range []struct{ src, want string }{
		{"", `m.yaml:1: empty; a mission file starts with "id: …"`},
		{"id: a\nname: A\nphotos: 2\n", `m.yaml:1: "source" is missing; add it: url, quote, and checked, the day on which it was read; what nobody has read is asked of nobody`},
		{"id: a\nname: A\nsource: {url: um.dk}\n", "m.yaml:3: source: \"quote\" is missing; add it: the words of the page that ask for it, short\n" +
			`m.yaml:3: source: "checked" is missing; add it: the day on which it was read, YYYY-MM-DD`},
		{"id: a\nname: {en: A}\n" + source, `m.yaml:2: name: "da" is missing; add it: what the mission is called in Danish`},
		{"id: a\nname: {da: A}\n" + source, `m.yaml:2: name: "en" is missing; add it: what the mission is called in English`},
		{"id: a\nname: {en: A, da: B, uk: C}\n" + source, `m.yaml:2: name: unknown key "uk"; there are en and da`},
		{"id: a\nname: [A]\n" + source, `m.yaml:2: name: want a mapping with keys such as en, da, got a list`},
		{"id: a\nname:\n  en: A\n  da: " + strings.Repeat("q", 301) + "\n" + source, `m.yaml:4: name.da: 301 characters, more than 300; shorten it to the words that matter`},
		{"id: a\nname: ''\n" + source, `m.yaml:2: name: empty text; give a value, or leave the key out while it is not known`},
		{"id: a\nname: A\npapers: [{id: x, words: X}]\n" + source, `m.yaml:3: papers[0].words: one name for all; write {en: …, da: …}, what it is called in English and in Danish`},
		{"id: a\nname: A\nphoto: 2\n" + source, `m.yaml:3: unknown key "photo"; did you mean "photos"?`},
		{"id: a\nname: A\nphotos: two\n" + source, `m.yaml:3: photos: want a whole number, got "two"`},
		{"id: a\nname: A\ncopies: 200\n" + source, `m.yaml:3: copies: 200 of them; want a whole number up to 20, or leave the key out where nothing is asked for`},
		{"id: A b\nname: A\n" + source, `m.yaml:1: id: "A b" is no id; write lower-case letters a-z, digits and hyphens, at most 40`},
		{"id: a\nname: A\nchannel: embassy\n" + source, `m.yaml:3: channel: unknown value "embassy"; write mission or application-centre`},
		{"id: a\nname: A\nforms:\n- MF4\n- MF9\n" + source, `m.yaml:5: forms[1]: unknown form "MF9"; did you mean "MF4"? There are MF4, BF1/US, BF2-3/US, OD2/D`},
		{"id: a\nname: A\nforms: [BF1/US]\n" + source, `m.yaml:3: forms[0]: BF1/US is filed online alone; leave it out`},
		{"id: a\nname: A\nforms: [MF4, MF4]\n" + source, `m.yaml:3: forms[1]: "MF4" stands twice; keep one`},
		{"id: a\nname: A\npapers: [{item: passport-cop}]\n" + source, `m.yaml:3: papers[0].item: unknown item "passport-cop"; did you mean "passport-copy"? Another paper has id and words`},
		{"id: a\nname: A\npapers: [{id: x}]\n" + source, `m.yaml:3: papers[0]: no paper; give item, an id of the checklist, or id and words: {en: …, da: …}`},
		{"id: a\nname: A\npapers: [{item: passport-copy, id: x}]\n" + source, `m.yaml:3: papers[0]: item "passport-copy" beside id or words; a document of the checklist has its own`},
		{"id: a\nname: A\npapers:\n- id: x\n  words: {en: X}\n" + source, `m.yaml:5: papers[0].words: "da" is missing; add it: what it is called in Danish`},
		{"id: a\nname: A\npapers: [{id: photos, words: {en: X, da: X}}]\n" + source, `m.yaml:3: papers[0]: "photos" stands twice; each paper has a name of its own, and photos, copies and colour are keys of the file`},
		{"id: a\nname: A\nsource: {url: 'two words', quote: q, checked: 2026-06-01}\n", `m.yaml:3: source.url: "two words" is no address of a page; write it as https://um.dk/…`},
		{"id: a\nname: A\nsource: {url: um.dk, quote: q, checked: 2026-06-31}\n", `m.yaml:3: source.checked: "2026-06-31" is not a day; write YYYY-MM-DD, a day that exists`},
		{"id: a\nname: A\nsource:\n  url: um.dk\n  quote: " + strings.Repeat("q", 301) + "\n  checked: 2026-06-01\n", `m.yaml:5: source.quote: 301 characters, more than 300; shorten it to the words that matter`},
		{"id: a\nname: A\nsource: {url: um.dk, quote: q, checked: 2026-06-01, language: English}\n", `m.yaml:3: source.language: "English" is not a language code; write a tag such as da, uk or pt-BR`},
	} {
		m, err := ReadMission("m.yaml", []byte(c.src))
		if err == nil {
			t.Errorf("%q: read as %+v", c.src, m)
		} else if err.Error() != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, err, c.want)
		}
	}
}

// at is one line for each thing that the mission adds.
func at(l *Checklist) string {
	var s strings.Builder
	for _, p := range l.People {
		for _, w := range p.Wishes {
			fmt.Fprintf(&s, "%s %s %s\n", p.ID(), w.Number, w.ID)
		}
		for _, x := range p.Steps {
			if strings.HasPrefix(x.ID, "mission") {
				fmt.Fprintf(&s, "%s step %s\n", p.ID(), x.ID)
			}
		}
		for _, n := range p.Notes {
			if strings.HasPrefix(n.ID, "mission") {
				fmt.Fprintf(&s, "%s %s %s\n", p.ID(), n.Severity, n.ID)
			}
		}
	}
	return s.String()
}

const (
	heldAbroad = "goal: keep\nfiling: paper\nstay_abroad: {reason: education, country: ZA, conflict_area: false, left_on: 2025-02-10, returns_on: 2026-12-18, home_kept: false, in_cpr: false, prevented_from_returning: true}\n" +
		"applicants:\n- {id: t, born: 2002-06-12, permit: {kind: permanent, basis: family-reunification, from_siri: false}}\n"
	both  = "t 4.1 photos\nt 4.2 copies\nt 4.3 colour\nt 4.4 family-record\nt step mission-at\nt step mission-look\n"
	three = "t 4.1 photos\nt 4.2 copies\nt 4.3 colour\nt 4.4 passport-all-pages\nt 4.5 family-record\n"
)

// A mission's wishes are a group of their own after the items, only where it is
// handed in there; of anything else it is said why not.
func TestAtMission(t *testing.T) {
	mf4 := strings.Replace(spouse, "id: maria", "id: t", 1)
	for _, c := range []struct{ name, profile, more, want string }{
		{"on paper", heldAbroad, "", both},
		{"in person", strings.Replace(heldAbroad, "filing: paper", "filing: in-person", 1), "", both},
		{"a form that it speaks of", heldAbroad, "forms: [MF4, BF2-3/US]\n", both},
		{"another form", heldAbroad, "forms: [MF4, OD2/D]\n", "t info mission-other-form\n"},
		{"online", strings.Replace(heldAbroad, "filing: paper", "filing: online", 1), "", "t info mission-online\n"},
		{"undecided", "applicants: [{id: t}]\n", "", "t info mission-undecided\n"},
		{"nothing to file", strings.NewReplacer("2025-02-10", "2026-10-10", "home_kept: false", "home_kept: true").Replace(heldAbroad), "", "t info mission-nothing-filed\n"},
		{"a form whose page names no mission", mf4, "", three + "t step mission-at\nt step mission-look\nt warning mission-not-named\n"},
	} {
		l, err := read(t, c.profile)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.At(mission(t, wishing+c.more)); err != nil {
			t.Fatal(err)
		}
		if got := at(l); got != c.want {
			t.Errorf("%s (%s):\n%swant\n%s", c.name, l.People[0].Scheme.ID, got, c.want)
		}
	}
}

// What a mission asks for changes nothing of the answer.
func TestAtMissionDecidesNothing(t *testing.T) {
	plain, err := read(t, heldAbroad)
	if err != nil {
		t.Fatal(err)
	}
	l, err := read(t, heldAbroad)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.At(mission(t, wishing)); err != nil {
		t.Fatal(err)
	}
	a, b := plain.People[0], l.People[0]
	if diff := cmp.Diff(outline(a), outline(b)); diff != "" {
		t.Errorf("the documents: %s", diff)
	}
	if a.Outcome != b.Outcome || a.Scheme.ID != b.Scheme.ID || cmp.Diff(a.Window, b.Window) != "" || !slices.Equal(a.Ask, b.Ask) ||
		cmp.Diff(plain.Applications, l.Applications) != "" || len(a.Deadlines) != len(b.Deadlines) {
		t.Error("the answer is another one")
	}
	without := slices.DeleteFunc(slices.Clone(b.Steps), func(s Step) bool { return strings.HasPrefix(s.ID, "mission") })
	if diff := cmp.Diff(a.Steps, without); diff != "" {
		t.Errorf("the other steps: %s", diff)
	}
	here := slices.IndexFunc(b.Steps, func(s Step) bool { return s.ID == "mission-at" })
	if b.Steps[here-1].ID != "bf23-mission" {
		t.Errorf("where to hand in stands behind %s", b.Steps[here-1].ID)
	}
}

// Each person of an application has wishes of their own; where to hand in is
// said once.
func TestAtMissionFamily(t *testing.T) {
	l, err := read(t, strings.Replace(heldAbroad, "from_siri: false}}\n", "from_siri: false}}\n- {id: child, born: 2015-05-05, relation: child, lives_together: true, applies_with_adult: true, permit: {kind: permanent, basis: family-reunification, from_siri: false}}\n", 1))
	if err != nil {
		t.Fatal(err)
	}
	if err := l.At(mission(t, wishing)); err != nil {
		t.Fatal(err)
	}
	if got := at(l); !strings.Contains(got, "t A4.1 photos\n") || !strings.Contains(got, "child B") || strings.Count(got, "step") != 2 {
		t.Errorf("%s", got)
	}
}

// How old a reading is shows to the day.
func TestAtMissionAge(t *testing.T) {
	for _, c := range []struct{ checked, want string }{
		{"2025-11-21", "old"}, {"2025-11-22", ""}, {"2026-11-22", ""},
		{"2026-11-23", "there.yaml:11: source.checked: 2026-11-23 is after 2026-11-22, the day of the answer; write the day on which the page was read"},
	} {
		m := mission(t, strings.Replace(wishing, "2026-06-01", c.checked, 1))
		s, _ := forms.ByID("bf23")
		_, told, err := m.Blank(s, nil, civil.MustParse("2026-11-22"))
		got := ""
		switch {
		case err != nil:
			got = err.Error()
		case len(told) > 0:
			got = strings.TrimPrefix(told[0].ID, "mission-")
		}
		if got != c.want {
			t.Errorf("read on %s: %q, want %q", c.checked, got, c.want)
		}
	}
}

// The samples can be read, and say in whose words they quote.
func TestSampleMissions(t *testing.T) {
	files, err := os.ReadDir("../examples/missions")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		src, err := os.ReadFile("../examples/missions/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		m := mission(t, string(src))
		if !m.Source.Stored || m.ID+".yaml" != f.Name() || !strings.Contains(string(src), "none was read live") {
			t.Errorf("%s: %+v", f.Name(), m)
		}
		for _, s := range forms.Schemes {
			if s.Form == "" {
				continue
			}
			items, err := Blank(s.ID, today, book)
			if err != nil {
				t.Fatal(err)
			}
			wishes, told, err := m.Blank(s, items, today)
			if err != nil || len(wishes) == 0 && len(told) == 0 {
				t.Errorf("%s, %s: nothing is said, %v", f.Name(), s.Form, err)
			}
		}
	}
}

// What somebody wrote never makes the reader fail otherwise than by complaints
// that have a place, and the same ones each time.
func FuzzReadMission(f *testing.F) {
	f.Add([]byte(wishing))
	f.Add([]byte("id: a\nname: A\npapers: [{item: x}, {id: y, words: {en: b}}]\nforms: [MF9]\nsource: {url: u}\n"))
	f.Add([]byte("id: a\nname: {en: A, da: B}\nsource: {url: um.dk, quote: q, checked: 2026-06-01}\n"))
	f.Add([]byte("source: [a]\npapers: {id: 1}\nforms: MF4\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := ReadMission("m.yaml", src)
		if err != nil {
			_, again := ReadMission("m.yaml", src)
			if again.Error() != err.Error() || !strings.HasPrefix(err.Error(), "m.yaml:") {
				t.Fatalf("%v\n%v", err, again)
			}
			return
		}
		if m.Name.In("en") == "" || m.Name.In("da") == "" || m.Source.URL == "" || m.Source.Quote == "" || m.Source.Checked.IsZero() {
			t.Fatalf("read %+v", m)
		}
		seen := map[string]bool{}
		for _, w := range m.wishes(nil, "") {
			if seen[w.ID] || w.ID == "" || !w.Document && w.Words == nil && w.Count == 0 && w.ID != wishColour {
				t.Fatalf("wish %+v", w)
			}
			seen[w.ID] = true
		}
	})
}
