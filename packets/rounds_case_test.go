package packets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mappe/checklist"
	"mappe/forms"
)

// drawnCase is a case that was drawn by lot.
type drawnCase struct {
	r    *rand.Rand
	pool *pool
	src  string   // the profile
	want []wanted // of each item with files, in the order of the profile
}

// wanted is what must come of the files that a profile names for an item.
type wanted struct {
	person, item string
	words        []string // of the pages that must be in the packet, in order
	named        int      // pages that the files have
	broken       []string // files that can't be in it
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

var drawnNames = []string{
	"Ana Lund", "{given: Марія, family: Коваленко, latin: Mariia Kovalenko}", "{given: ليلى, family: حداد}",
	"Þórbjörg Æsa Ðorvaldsdóttir", "{given: Nguyễn, family: Thị Phương Thảo}", "Wilhelmina Josephine Alexandrine Marie-Louise von und zu Hohenstein-Waldersee",
	"{given: 小明, family: 王, latin: Wang Xiaoming}", "Bo",
}

// drawCase draws a case by lot. Half of them have no holes, so that an
// authority's copy can be made.
func drawCase(t *testing.T, p *pool, r *rand.Rand) *drawnCase {
	t.Helper()
	d := &drawnCase{r: r, pool: p}
	head := heads[r.IntN(len(heads))]
	persons := head.persons[:1+r.IntN(len(head.persons))]
	bare, names := "mappe: 1\n", make([]string, len(persons))
	if r.IntN(4) > 0 {
		bare += "case: " + []string{"Round", "Familien Ærø / Łęcki", "Коваленко"}[r.IntN(3)] + "\n"
	}
	bare += head.head + "applicants:\n"
	for i := range persons {
		names[i] = drawnNames[r.IntN(len(drawnNames))]
		bare += fmt.Sprintf("- {id: p%d, name: %s, cpr: 010190-123%d, %s}\n", i, names[i], i, persons[i])
	}
	whole := r.IntN(2) == 0
	l := decided(t, "bare.yaml", []byte(bare), "2026-11-22")
	d.src = bare
	for i := range persons {
		person := l.People[i]
		if person.Outcome != forms.File {
			continue
		}
		if documents := d.documents(person, whole); documents != "" {
			line := fmt.Sprintf("- {id: p%d, name: %s, cpr: 010190-123%d, %s", i, names[i], i, persons[i])
			d.src = strings.Replace(d.src, line+"}\n", line+", documents: ["+documents+"]}\n", 1)
		}
	}
	return d
}

// documents draws what a person has.
func (d *drawnCase) documents(p *checklist.Person, whole bool) string {
	var all []string
	for _, it := range p.Items {
		switch lot := d.r.IntN(20); {
		case lot < 13:
			w := wanted{person: p.ID(), item: it.ID}
			for range 1 + d.r.IntN(2)*d.r.IntN(2) {
				entry := "{item: " + it.ID + ", files: [" + d.files(&w, whole) + "]"
				if d.r.IntN(5) == 0 {
					entry += ", language: uk, translation: [" + d.files(&w, whole) + "]"
				}
				all = append(all, entry+"}")
			}
			d.want = append(d.want, w)
		case lot < 16 || whole:
			status := []string{"cannot-obtain", "follows-later", "does-not-apply"}[d.r.IntN(3)]
			all = append(all, "{item: "+it.ID+", status: "+status+", reason: "+[]string{"At the consulate", "Det er længe siden"}[d.r.IntN(2)]+"}")
		}
	}
	return strings.Join(all, ", ")
}

// files draws some files, and notes what must come of them.
func (d *drawnCase) files(w *wanted, whole bool) string {
	var all []string
	for range 1 + d.r.IntN(3)*d.r.IntN(2) {
		f := d.pool.files[d.r.IntN(len(d.pool.files))]
		for whole && f.broken || len(f.words) > 3 && d.r.IntN(3) > 0 { // long ones are rare
			f = d.pool.files[d.r.IntN(len(d.pool.files))]
		}
		entry := "file: " + f.name
		words := f.words
		if n := len(f.words); n > 1 && !f.broken && d.r.IntN(2) == 0 {
			from := 1 + d.r.IntN(n)
			to := from + d.r.IntN(n-from+1)
			entry, words = entry+fmt.Sprintf(", pages: %q", fmt.Sprintf("%d-%d", from, to)), f.words[from-1:to]
			if again := 1 + d.r.IntN(n); d.r.IntN(3) == 0 { // out of order, or twice
				entry = strings.TrimSuffix(entry, `"`) + fmt.Sprintf(`,%d"`, again)
				words = append(slices.Clone(words), f.words[again-1])
			}
		}
		if f.key != "" {
			entry += ", password_file: " + f.key
		}
		if d.r.IntN(4) == 0 {
			entry += fmt.Sprintf(", rotate: %d", 90*(1+d.r.IntN(3)))
		}
		if d.r.IntN(4) == 0 {
			entry += ", fit: " + []string{"a4", "none"}[d.r.IntN(2)]
		}
		all = append(all, "{"+entry+"}")
		if f.broken {
			w.broken = append(w.broken, f.name)
			continue
		}
		w.named += len(f.words)
		w.words = append(w.words, words...)
	}
	return strings.Join(all, ", ")
}
