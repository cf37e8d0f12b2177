package packets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryPageIsAccountedFor: what the files hold is in the packet or named as
// left out; also translations without their original, pages that are not
// selected, and papers that nobody asks for.
func TestEveryPageIsAccountedFor(t *testing.T) {
	dir := t.TempDir()
	scans := filepath.Join(dir, "scans")
	if err := os.CopyFS(scans, os.DirFS("../examples/mf4-family/scans")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "case.yaml")
	err := os.WriteFile(path, []byte(`mappe: 1
goal: extend
sponsor: {status: permanent, ground: work, occupation: employed}
applicants:
- id: maria
  relation: spouse
  lives_together: true
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}
  passport: {expires: 2030-06-30}
  documents:
  - {item: form-mf4, translation: [scans/lease.pdf]}
  - {item: passport-copy, files: [{file: scans/passport-maria.pdf, pages: "4,1-2"}, scans/passport-maria.pdf]}
  - item: mf4-list-working
    files: [scans/contract.jpg]
    language: uk
    translation: [scans/receipt.pdf]
    translator: {name: A. Translator, declaration: [scans/payslip.png]}
  - {item: residence-evidence, files: [scans/passport-oleh.pdf]}
`), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	k := planned(t, path, "en", ForApplicant)[0]
	got := map[string]int{}
	for _, p := range k.pieces {
		if p.input != nil {
			got[p.input.Path] += len(p.pages)
		}
	}
	for file, want := range map[string]int{
		"scans/lease.pdf": 3, "scans/passport-maria.pdf": 3 + 4, "scans/contract.jpg": 1, "scans/receipt.pdf": 1,
		"scans/payslip.png": 1, "scans/passport-oleh.pdf": 3,
	} {
		if got[file] != want {
			t.Errorf("%s: %d pages in the packet, want %d", file, got[file], want)
		}
	}
	if plan, want := k.String(), "[scans/passport-maria.pdf 4, 1-2]"; !strings.Contains(plan, want) {
		t.Errorf("%q is missing from the plan:\n%s", want, plan)
	}
	if n := len(k.Holes); n != 2 { // the form itself, and the receipt of the fee
		t.Errorf("%d holes, want the form and the receipt: %v", n, k.Holes)
	}
}
