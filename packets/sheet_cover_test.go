package packets

import (
	"strings"
	"testing"

	"mappe/forms"
	"mappe/internal/page"
)

// family is somebody who extends; what is put in changes the case.
const family = `mappe: 1
goal: extend
applicants:
- id: anna
  relation: spouse
  document_languages: [da]
  lives_together: true
  sponsor: {status: permanent, ground: work, occupation: employed}
  permit: {basis: accompanying-family, expires: EXPIRES, same_grounds_since: 2021-02-01}
  passport: {expires: 2040-01-31}
`

// tiled are the tiles of a case's first person on a day: value and small lines.
func tiled(t *testing.T, src, on string) string {
	t.Helper()
	l := decided(t, "case.yaml", []byte(src), on)
	var all []string
	for _, tile := range (Voice{Printer: speaking(t, "en"), Book: l.Book}).tiles(l, l.People[0]) {
		said := []string{tile.Label + ": " + strings.ReplaceAll(tile.Value, "\n", " ")}
		for _, u := range tile.Under {
			said = append(said, u.String())
		}
		all = append(all, strings.Join(said, " / "))
	}
	return strings.Join(all, "\n")
}

// TestTiles: the three things to see first, in every state that they can be in;
// what is not known is said to be so.
func TestTiles(t *testing.T) {
	const siri = "SIRI (Danish Agency for International Recruitment and Integration)"
	const stopped = " / As things stand it is stopped: see below."
	for _, c := range []struct{ what, src, on, want string }{
		{"not open yet", strings.Replace(family, "EXPIRES", "2027-01-31", 1), "2026-08-20",
			"Form: MF4 / " + siri + "\nWhen to file: 31 Oct 2026\u00a0– 30 Jan 2027 / Not open yet\nFee: DKK 3,080 / for each application; rate on 31 October 2026"},
		{"no rate for the day", strings.Replace(family, "EXPIRES", "2028-01-31", 1), "2026-11-22",
			"Form: MF4 / " + siri + "\nWhen to file: 31 Oct 2027\u00a0– 30 Jan 2028 / Not open yet\n" +
				"Fee: Not known / The rate on 31 October 2027 is not in our sources. The last rate that we know is DKK 3,080, from 1 January 2026 to 31 December 2026."},
		{"on the day of expiry", strings.Replace(family, "EXPIRES", "2026-11-22", 1), "2026-11-22",
			"Form: MF4 / " + siri + stopped + "\nWhen to file: 22 Aug 2026\u00a0– 21 Nov 2026 / No longer safely in time\nFee: DKK 3,080 / for each application; rate on 22 November 2026"},
		{"nothing to file, with papers", "mappe: 1\ngoal: keep\napplicants:\n- id: a\n  permit: {kind: eu-permanent}\n  stay_abroad: {left_on: 2026-12-01, returns_on: 2028-05-01}\n", "2026-11-22",
			"Outcome: Nothing to apply for / " + siri + "\nLast day abroad without lapse: 30 Nov 2028\nTo carry: 1 paper / SIRI’s confirmation of the continued right to residence"},
		{"the day has passed", "mappe: 1\ngoal: keep\napplicants:\n- id: a\n  permit: {kind: eu-permanent}\n  stay_abroad: {left_on: 2024-12-01, returns_on: 2026-05-01}\n", "2027-11-22",
			"Outcome: Nothing to apply for / " + siri + "\nLast day abroad without lapse: 30 Nov 2026 / This day has passed.\nTo carry: 1 paper / SIRI’s confirmation of the continued right to residence"},
		{"undecided", "mappe: 1\napplicants:\n- id: a\n", "2026-11-22", ""},
	} {
		if got := tiled(t, c.src, c.on); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.what, got, c.want)
		}
	}
}

// TestLargePrint: every page that mappe makes is set larger.
func TestLargePrint(t *testing.T) {
	const path = "../examples/od2d-gaps/case.yaml"
	l, v := example(t, path, "da")
	in := surveyed(t, path, l)
	size := func(large bool) (smallest map[string]page.Word) {
		smallest = map[string]page.Word{}
		k, err := Plan(l, 0, in, v, Style{Copy: ForApplicant, Large: large})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range k.pieces {
			for _, words := range x.sheets.Words {
				for _, w := range words {
					if least, ok := smallest[x.item]; w.Run.Size > 0 && (!ok || w.Run.Size < least.Run.Size) {
						smallest[x.item] = w
					}
				}
			}
		}
		return smallest
	}
	plain, large := size(false), size(true)
	if len(plain) < 4 || len(plain) != len(large) {
		t.Fatalf("%d pieces, %d in large print", len(plain), len(large))
	}
	for item, w := range plain {
		if got := large[item]; got.Run.Size*5 != w.Run.Size*8 {
			t.Errorf("%s: %q is set in %v, in large print %q in %v", item, w.Run.Text, w.Run.Size, got.Run.Text, got.Run.Size)
		}
	}
}

// TestSourcesWithoutAny: of a case of which nothing rests on a sentence, the
// tiles say all, and the table has no row of it.
func TestSourcesWithoutAny(t *testing.T) {
	l, v := example(t, "../examples/mf4-family/case.yaml", "da")
	p := l.People[0]
	before := len(v.sources(l, p))
	p.Scheme.Cite, p.Window, p.Deadlines, p.Forecast = "", nil, nil, nil
	l.Applications[p.Application].Fee = forms.Fee{Status: forms.FeeNotStated}
	for _, r := range v.sources(l, p) {
		if r.event == "" {
			t.Errorf("%q rests on %q", r.what, r.cite.String())
		}
	}
	if before == 0 || p.Scheme.Form == "" {
		t.Fatal("the case has a form and sources")
	}
}
