package packets

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mappe/forms"
)

// drawnCase is a case that was drawn by lot.
type drawnCase struct {
	r       *rand.Rand
	pool    *pool
	bare    string   // the profile without documents
	lines   []string // of its persons
	persons []*drawnPerson
	whole   bool              // has nothing that is broken or missing
	src     string            // the profile
	anew    map[string]pooled // files that have been scanned again, by name
	scans   int               // how often that was
	own     *drawnForm        // an official form of the person's own, nil for none
	house   drawnHouse        // who makes it, and who takes it
}

// drawnPerson is one for whom an application is due, with documents.
type drawnPerson struct {
	id, line string
	items    []string // that are asked for
	entries  []*drawnEntry

	called, born, cpr, basis string
}

// drawnEntry is an entry of the documents of a profile.
type drawnEntry struct {
	item      string
	explained string // status and reason, "" for files
	files     []drawnFile
	translate []drawnFile // nil for no translation
}

// drawnFile is a file as a profile names it.
type drawnFile struct {
	pooled
	pages  []int // that are selected, from 1; nil for all
	rotate int
	fit    string
}

// wanted is what must come of the files that a profile names for an item.
type wanted struct {
	person, item string
	words        []string // of the pages that must be in the packet, in order
	named        int      // pages that the files have
	broken       []string // files that can't be in it
	letters      int      // pages that mappe makes among them
	form         bool     // they are of an official form
}

// heads are cases of every form, of one person and of more. The applicants
// follow, each in a line that lacks its name and its documents.
var heads = []struct {
	head    string
	persons []string
}{
	{"goal: extend\nsponsor: {name: Ida Holm, status: permanent, ground: work, occupation: employed, cpr: 020280-4321}\n", []string{
		"born: 1990-02-03, relation: spouse, lives_together: true, permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}, passport: {expires: 2030-06-30}, document_languages: [en]",
		"born: 2014-05-17, relation: child, lives_together: true, one_parent_in_denmark: false, permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}, passport: {expires: 2029-06-30}, document_languages: [uk]",
	}},
	{"goal: keep\nstay_abroad: {reason: secondment, country: SG, conflict_area: false, left_on: 2027-02-01, returns_on: 2028-07-31, home_kept: true, in_cpr: true}\n", []string{
		"born: 1988-11-21, mitid: true, permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}",
		"born: 1987-11-21, mitid: true, relation: spouse, lives_together: true, permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}",
		"born: 2015-11-21, mitid: true, relation: child, lives_together: true, permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}",
	}},
	{"goal: keep\nfiling: paper\nstay_abroad: {reason: education, country: ZA, conflict_area: false, left_on: 2025-02-10, returns_on: 2026-12-18, home_kept: false, in_cpr: false, prevented_from_returning: true}\n", []string{
		"born: 2002-06-12, permit: {kind: permanent, basis: family-reunification, from_siri: false}",
		"born: 2001-06-12, relation: spouse, lives_together: true, permit: {kind: permanent, basis: family-reunification, from_siri: false}",
	}},
	{"goal: permanent-eu\nfiling: in-person\nrepresentative: {kind: none}\ndanish_family_member: {name: Mads Holm, income: [{from: 2021-10-05, to: 2026-11-22}]}\n", []string{
		"born: 1985-04-09, citizenship: [US], permit: {basis: eu-family-of-dane, eu_residence_since: 2021-10-05, card_expires: 2027-02-01}, income: [{from: 2021-10-05, to: 2023-06-30}, {from: 2024-01-01, to: 2026-11-22}]",
	}},
}

var drawnNames = [][2]string{ // in the profile, and as they are written
	{"Ana Lund", "Ana Lund"},
	{"{given: Марія, family: Коваленко, latin: Mariia Kovalenko}", "Марія Коваленко"},
	{"{given: ليلى, family: حداد}", "ليلى حداد"},
	{"Þórbjörg Æsa Ðorvaldsdóttir", "Þórbjörg Æsa Ðorvaldsdóttir"},
	{"{given: Nguyễn, family: Thị Phương Thảo}", "Nguyễn Thị Phương Thảo"},
	{"Wilhelmina Josephine Alexandrine Marie-Louise von und zu Hohenstein-Waldersee", "Wilhelmina Josephine Alexandrine Marie-Louise von und zu Hohenstein-Waldersee"},
	{"{given: 小明, family: 王, latin: Wang Xiaoming}", "小明 王"},
	{"Bo", "Bo"},
}

var (
	lineBorn  = regexp.MustCompile(`born: ([\d-]+)`)
	lineBasis = regexp.MustCompile(`basis: ([\w-]+)`)
)

// drawCase draws a case by lot. Half of them have no holes, so that an
// authority's copy can be made.
func drawCase(t *testing.T, p *pool, r *rand.Rand) *drawnCase {
	t.Helper()
	d := &drawnCase{r: r, pool: p, anew: map[string]pooled{}}
	head := heads[r.IntN(len(heads))]
	persons := head.persons[:1+r.IntN(len(head.persons))]
	d.bare = "mappe: 1\n"
	if r.IntN(4) > 0 {
		d.bare += "case: " + []string{"Round", "Familien Ærø / Łęcki", "Коваленко"}[r.IntN(3)] + "\n"
	}
	d.bare += head.head + "applicants:\n"
	called := make([]string, len(persons))
	for i := range persons {
		name := drawnNames[r.IntN(len(drawnNames))]
		called[i] = name[1]
		d.lines = append(d.lines, fmt.Sprintf("- {id: p%d, name: %s, cpr: 010190-123%d, %s", i, name[0], i, persons[i]))
		d.bare += d.lines[i] + "}\n"
	}
	d.whole = r.IntN(2) == 0
	l := decided(t, "bare.yaml", []byte(d.bare), "2026-11-22")
	for i := range persons {
		if person := l.People[i]; person.Outcome == forms.File {
			x := &drawnPerson{
				id: person.ID(), line: d.lines[i], called: called[i], cpr: fmt.Sprint("010190-123", i),
				born: lineBorn.FindStringSubmatch(persons[i])[1], basis: lineBasis.FindStringSubmatch(persons[i])[1],
			}
			for _, it := range person.Items {
				x.items = append(x.items, it.ID)
				x.entries = append(x.entries, d.entries(it.ID)...)
			}
			d.persons = append(d.persons, x)
		}
	}
	d.drawForm()
	d.drawHouse()
	d.write()
	return d
}

// write writes the profile.
func (d *drawnCase) write() {
	d.src = d.bare
	for _, x := range d.persons {
		var all []string
		for _, e := range x.entries {
			all = append(all, e.String())
		}
		if all != nil {
			d.src = strings.Replace(d.src, x.line+"}\n", x.line+", documents: ["+strings.Join(all, ", ")+"]}\n", 1)
		}
	}
}

func (e *drawnEntry) String() string {
	if e.explained != "" {
		return "{item: " + e.item + ", " + e.explained + "}"
	}
	entry := "{item: " + e.item + ", files: [" + filesOf(e.files) + "]"
	if e.translate != nil {
		entry += ", language: uk, translation: [" + filesOf(e.translate) + "]"
	}
	return entry + "}"
}

func filesOf(files []drawnFile) string {
	var all []string
	for _, f := range files {
		entry := "{file: " + f.name
		if f.pages != nil {
			entry += fmt.Sprintf(", pages: %q", strings.ReplaceAll(ranges(f.pages, "-"), " ", ""))
		}
		if f.key != "" {
			entry += ", password_file: " + f.key
		}
		if f.rotate > 0 {
			entry += fmt.Sprintf(", rotate: %d", f.rotate)
		}
		if f.fit != "" {
			entry += ", fit: " + f.fit
		}
		all = append(all, entry+"}")
	}
	return strings.Join(all, ", ")
}

// selected are the pages of a file that must be in the packet.
func (f drawnFile) selected() []int {
	if f.pages != nil {
		return f.pages
	}
	var all []int
	for i := range f.words {
		all = append(all, i+1)
	}
	return all
}

// want is what must come of the files of each item, in the order of the profile.
func (d *drawnCase) want() (all []wanted) {
	for _, x := range d.persons {
		if item, takes := d.takes(x); takes {
			all = append(all, wanted{person: x.id, item: item, words: d.own.file.words, named: len(d.own.file.words), form: true})
		}
		at := map[string]int{}
		for _, e := range x.entries {
			if e.explained != "" {
				continue
			}
			i, known := at[e.item]
			if !known {
				i = len(all)
				at[e.item], all = i, append(all, wanted{person: x.id, item: e.item})
			}
			w := &all[i]
			for _, f := range slices.Concat(e.files, e.translate) {
				if f.broken {
					w.broken = append(w.broken, f.name)
					continue
				}
				w.named += len(f.words)
				for _, n := range f.selected() {
					w.words = append(w.words, f.words[n-1])
				}
			}
			if len(e.translate) > 0 && strings.Contains(d.bare, "goal: extend") {
				w.letters++ // which the translator has not declared: MF4 wants that
			}
		}
	}
	return all
}

// entries draws what a person has of an item.
func (d *drawnCase) entries(item string) (all []*drawnEntry) {
	switch lot := d.r.IntN(20); {
	case lot < 13:
		for range 1 + d.r.IntN(2)*d.r.IntN(2) {
			e := &drawnEntry{item: item, files: d.files()}
			if d.r.IntN(5) == 0 {
				e.translate = d.files()
			}
			all = append(all, e)
		}
	case lot < 16 || d.whole:
		all = append(all, d.explanation(item))
	}
	return all
}

func (d *drawnCase) explanation(item string) *drawnEntry {
	status := []string{"cannot-obtain", "follows-later", "does-not-apply"}[d.r.IntN(3)]
	return &drawnEntry{item: item, explained: "status: " + status + ", reason: " + []string{"At the consulate", "Det er længe siden"}[d.r.IntN(2)]}
}

// files draws some files.
func (d *drawnCase) files() (all []drawnFile) {
	for range 1 + d.r.IntN(3)*d.r.IntN(2) {
		all = append(all, d.file())
	}
	return all
}

// file draws one.
func (d *drawnCase) file() drawnFile {
	f := drawnFile{pooled: d.pool.files[d.r.IntN(len(d.pool.files))]}
	for d.whole && f.broken || len(f.words) > 3 && d.r.IntN(3) > 0 { // long ones are rare
		f.pooled = d.pool.files[d.r.IntN(len(d.pool.files))]
	}
	if anew, is := d.anew[f.name]; is {
		f.pooled = anew
	}
	if n := len(f.words); n > 1 && !f.broken && d.r.IntN(2) == 0 {
		from := 1 + d.r.IntN(n)
		for i := range 1 + d.r.IntN(n-from+1) {
			f.pages = append(f.pages, from+i)
		}
		if again := 1 + d.r.IntN(n); d.r.IntN(3) == 0 { // out of order, or twice
			f.pages = append(f.pages, again)
		}
	}
	if d.r.IntN(4) == 0 {
		f.rotate = 90 * (1 + d.r.IntN(3))
	}
	if d.r.IntN(4) == 0 {
		f.fit = []string{"a4", "none"}[d.r.IntN(2)]
	}
	return f
}
