package packets

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/locales"
)

func TestVeiled(t *testing.T) {
	for number, want := range map[string]string{
		"010190-1234":   "010190-****",
		"0101901234":    "010190****",
		"010190 1234":   "010190 ****",
		"01 01 90-1234": "01 01 90-****",
		"010190-AB12":   "010190-****",
		"01-01-1990":    "01-01-19**",
		"010190":        "010190",
		"":              "",
		"applied for":   "applied for",
	} {
		if got := veiled(number); got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
}

// veilCase is a case in which everybody has a CPR number.
const veilCase = `mappe: 1
case: Veil
goal: extend
sponsor: {name: Ida Holm, status: permanent, ground: work, occupation: employed, cpr: 020280-4321}
applicants:
- id: maria
  name: Mariia Kovalenko
  born: 1990-01-01
  cpr: 010190-1234
  relation: spouse
  lives_together: true
  permit: {kind: temporary, basis: accompanying-family, expires: 2027-01-31, first_before_18: false, same_grounds_since: 2021-02-01}
  passport: {expires: 2030-06-30}
  document_languages: [en]
`

// The numbers stand in the authority's copy and, with Full, in the applicant's;
// nowhere else, and nothing moves by their absence.
func TestNumbersAreVeiled(t *testing.T) {
	l := decided(t, "veil.yaml", []byte(veilCase), "2026-11-22")
	v := Voice{Book: l.Book}
	var err error
	if v.Printer, err = locales.New("en"); err != nil {
		t.Fatal(err)
	}
	short, whole := planOf(t, l, v, Style{Copy: ForApplicant}), planOf(t, l, v, Style{Copy: ForApplicant, Full: true})
	a, b := textOf(t, short), textOf(t, whole)
	if strings.Contains(a, "1234") || strings.Contains(a, "4321") || !strings.Contains(a, "010190-****") || !strings.Contains(a, "020280-****") {
		t.Errorf("the applicant's copy has a number:\n%s", a)
	}
	if n := strings.Count(b, "010190-1234") + strings.Count(b, "020280-4321"); n != 4 {
		t.Errorf("with Full the applicant's copy has %d numbers, want 4", n)
	}
	if diff := cmp.Diff(strings.NewReplacer("010190-1234", "010190-****", "020280-4321", "020280-****").Replace(b), a); diff != "" {
		t.Errorf("more than the numbers differs:\n%s", diff)
	}
	theirs := textOf(t, planOf(t, l, v, Style{Copy: ForAuthority}))
	if n := strings.Count(theirs, "010190-1234") + strings.Count(theirs, "020280-4321"); n != 4 {
		t.Errorf("the authority's copy has %d numbers, want 4", n)
	}
	var list strings.Builder
	if err := page.Text(&list, v.List(l), 100); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(list.String(), "010190") {
		t.Error("the checklist has a number")
	}
}

func planOf(t *testing.T, l *checklist.Checklist, v Voice, s Style) *Packet {
	t.Helper()
	k, err := Plan(l, 0, Inputs{}, v, s)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// textOf is every generated page twice: as text, and word by word as it is set.
func textOf(t *testing.T, k *Packet) string {
	t.Helper()
	var b strings.Builder
	for _, p := range k.pieces {
		if err := page.Text(&b, p.doc, 100); err != nil {
			t.Fatal(err)
		}
		for _, words := range p.sheets.Words {
			for _, w := range words {
				b.WriteString(strings.TrimSpace(w.Run.Text) + "\n")
			}
		}
	}
	return b.String()
}
