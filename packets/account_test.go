package packets

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
  - {item: reason-other, translation: [scans/form-mf4-maria.pdf, none.pdf]}
- id: oleh
  relation: ended
  permit: {basis: accompanying-family, expires: 2027-01-31}
  documents:
  - {item: passport-copy, files: [scans/passport-sofia.pdf, {file: scans/passport-oleh.pdf, pages: "2"}]}
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
		"scans/payslip.png": 1, "scans/passport-oleh.pdf": 3, "scans/form-mf4-maria.pdf": 2, "scans/passport-sofia.pdf": 0,
	} {
		if got[file] != want {
			t.Errorf("%s: %d pages in the packet, want %d", file, got[file], want)
		}
	}
	plan := k.String()
	for _, want := range []string{
		"[scans/passport-maria.pdf 4, 1-2]",
		"\nfiles: 9, of 18 pages: 15 in the packet, 3 left out, 3 repeated; the pages of 1 can't be counted\n",
		"\n    file  scans/passport-maria.pdf of 4  [2.1: 4, 1-2 on ",
		"\n    file  none.pdf  [left out all (missing)]\n",
		"\n    file  scans/passport-sofia.pdf of 3  [left out all (no packet for oleh)]\n",
	} {
		if !strings.Contains(plan, want) {
			t.Errorf("%q is missing from the plan:\n%s", want, plan)
		}
	}
	if n := len(k.Holes); n != 3 { // the form itself, the receipt of the fee, and the file that is not there
		t.Errorf("%d holes, want the form, the receipt and none.pdf: %v", n, k.Holes)
	}
}

// Whatever is selected, of whatever files: the pages of the files are those in
// the packet and those that are said to be left out, and each label that the
// account names is that of the page.
func TestAccountsAgree(t *testing.T) {
	dir := t.TempDir()
	for n := range 6 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("f%d.pdf", n)), stamps(n+1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "f6.pdf"), []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		path := filepath.Join(dir, "case.yaml")
		if err := os.WriteFile(path, []byte(chosen(r)), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, k := range planned(t, path, "en", ForApplicant) {
			account(t, fmt.Sprintf("seed %d: %s", seed, k.Name), k)
		}
	}
}

// chosen is a family of two with random documents, of which one may get no
// packet.
func chosen(r *rand.Rand) string {
	var b strings.Builder
	fmt.Fprint(&b, "mappe: 1\ngoal: extend\nsponsor: {status: permanent, ground: work, occupation: employed}\napplicants:\n")
	relations := []string{"spouse", []string{"child", "ended"}[r.IntN(2)]}
	for i, relation := range relations {
		fmt.Fprintf(&b, "- id: p%d\n  relation: %s\n  lives_together: true\n  born: 2012-05-05\n  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}\n  documents:\n", i, relation)
		for _, item := range []string{"form-mf4", "passport-copy", "residence-evidence", "reason-other"} {
			fmt.Fprintf(&b, "  - {item: %s, files: [", item)
			for range 1 + r.IntN(3) {
				n := r.IntN(7)
				pages := "1-"
				if n < 6 {
					first := 1 + r.IntN(n+1)
					pages = fmt.Sprintf("%d-%d,%d", first, first+r.IntN(n+2-first), 1+r.IntN(n+1))
				}
				fmt.Fprintf(&b, "{file: f%d.pdf, pages: %q}, ", n, pages)
			}
			fmt.Fprint(&b, "]}\n")
		}
	}
	return b.String()
}

// account counts on its own.
func account(t *testing.T, name string, k *Packet) {
	t.Helper()
	type page struct {
		file string
		n    int
	}
	labels := map[page][]string{}
	sheets := 0
	for _, x := range k.list() {
		if x.input != nil {
			p := page{x.input.Path, x.page}
			labels[p] = append(labels[p], x.label)
			sheets++
		}
	}
	pages, in, left, again, _ := k.Account.Sum()
	if pages != in+left || sheets != in+again {
		t.Errorf("%s: %d pages, %d in and %d left out; %d sheets, %d of them again", name, pages, in, left, sheets, again)
	}
	told := map[page][]string{}
	for _, f := range k.Account.Files {
		for _, u := range f.Uses {
			for i, l := range u.Labels {
				p := page{f.Path, u.Pages[i]}
				told[p] = append(told[p], l)
			}
		}
		for _, l := range f.Left {
			for _, n := range l.Pages {
				if where := labels[page{f.Path, n}]; where != nil {
					t.Errorf("%s: %s, page %d is left out, and on page %s", name, f.Path, n, where)
				}
			}
		}
	}
	if diff := cmp.Diff(labels, told); diff != "" {
		t.Errorf("%s: (-packet +account)\n%s", name, diff)
	}
}

// An account that is wrong in any way is noticed.
func TestAccountIsChecked(t *testing.T) {
	k := planned(t, "../examples/mf4-family/case.yaml", "en", ForApplicant)[0]
	wrong := map[string]func(a *Account){
		"a file less":     func(a *Account) { a.Files = a.Files[1:] },
		"a page less":     func(a *Account) { u := &a.Files[0].Uses[0]; u.Pages, u.Labels = u.Pages[1:], u.Labels[1:] },
		"a page more":     func(a *Account) { a.Files[0].Pages++ },
		"another label":   func(a *Account) { a.Files[0].Uses[0].Labels = []string{"4", "6"} },
		"a label less":    func(a *Account) { u := &a.Files[0].Uses[0]; u.Labels = u.Labels[1:] },
		"two pages moved": func(a *Account) { u := a.Files[0].Uses[0].Pages; u[0], u[1] = u[1], u[0] },
		"left and in":     func(a *Account) { a.Files[0].Left = []Left{{Pages: []int{1}}} },
		"left and silent": func(a *Account) { a.Files[3].Left = nil },
		"nothing told":    func(a *Account) { a.Files = append(a.Files, Accounted{Path: "x"}) },
	}
	for name, spoil := range wrong {
		var a Account
		for _, f := range k.Account.Files {
			f.Uses = slices.Clone(f.Uses)
			for i := range f.Uses {
				f.Uses[i].Pages = slices.Clone(f.Uses[i].Pages)
			}
			a.Files = append(a.Files, f)
		}
		if err := a.check(k.list()); err != nil {
			t.Fatal(err)
		}
		spoil(&a)
		if err := a.check(k.list()); err == nil {
			t.Errorf("%s: passes", name)
		}
	}
}

// The lock tells of every page of every file, and notices when it does not.
func TestLockAccountsForEveryPage(t *testing.T) {
	each(t, ForApplicant, func(t *testing.T, k *Packet) {
		_, l := locked(t, k)
		if untold := l.untold(); len(untold) > 0 {
			t.Fatalf("of pages %v is not told what became of them", untold)
		}
		l.Files[0].Pages++
		more := map[string][]string{l.Files[0].Path: {fmt.Sprint(l.Files[0].Pages)}}
		if diff := cmp.Diff(more, l.untold()); diff != "" {
			t.Errorf("a page more (-want +got)\n%s", diff)
		}
		if faults := l.account(); len(faults) != 1 || faults[0].Kind != FaultAccount || faults[0].Got != fmt.Sprintf("%s: %d", l.Files[0].Path, l.Files[0].Pages) {
			t.Errorf("a page more: %v", faults)
		}
		l.Files[0].Left = append(l.Files[0].Left, LockLeft{ranges([]int{1, l.Files[0].Pages}, "-"), LeftUnselected})
		if got := l.untold()[l.Files[0].Path]; len(got) != 1 || got[0] != "1" {
			t.Errorf("a page is in and left out: %v", got)
		}
	})
}

// A page on which nothing is painted is pointed out, and stays.
func TestBlankPages(t *testing.T) {
	blank := onePage("", "q 1 0 0 1 5 5 cm Q")
	dir, _ := folder(t, map[string][]byte{"blank.pdf": blank, "a.pdf": stamps(1)})
	k := enclosing(t, dir, "  - {item: passport-all-pages, files: [blank.pdf, a.pdf]}\n")
	want := []string{"blank.pdf, page 1: is blank: nothing is drawn on it. Leave it out with pages, or export the file again."}
	if diff := cmp.Diff(want, remarked(k)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	account(t, "blank", k)
}
