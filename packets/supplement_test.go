package packets

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/internal/page"
)

// filed is the lock of a packet, without writing it.
func filed(t *testing.T, k *Packet) *Lock {
	t.Helper()
	pages := k.list()
	l := k.lock(pages, make([]laid, len(pages)), nil)
	l.Digest = "sha256:" + strings.Repeat("0", 64)
	for i, in := range k.inputs() {
		data := make([]byte, in.Size)
		if _, err := in.source.ReadAt(data, 0); err != nil {
			t.Fatal(err)
		}
		l.Files[i].SHA256 = fmt.Sprintf("%x", sha256.Sum256(data))
	}
	return l
}

// paper makes files of so many pages.
func paper(t *testing.T, dir string, pages map[string]int) {
	t.Helper()
	for name, n := range pages {
		if err := os.WriteFile(filepath.Join(dir, name), stamps(n), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// step is a state of a case: its documents, and the files that are new.
type step struct {
	documents string
	files     map[string]int
}

// follower files a case that changes: a packet, then supplements.
type follower struct {
	copy Copy
	dir  string
	days int
	last *Lock
}

// next plans what comes next, and answers it with its lock and that of a packet
// of the same case made anew.
func (f *follower) next(t *testing.T, head string, s step) (k *Packet, lock, anew *Lock, err error) {
	t.Helper()
	if f.dir == "" {
		f.dir = t.TempDir()
	}
	paper(t, f.dir, s.files)
	profile := filepath.Join(f.dir, "case.yaml")
	l := decided(t, profile, []byte(head+s.documents), civil.MustParse("2026-11-20").AddDays(f.days).String())
	f.days++
	in := surveyed(t, profile, l)
	v := Voice{Printer: speaking(t, "en"), Book: l.Book}
	whole, err := Plan(l, 0, in, v, Style{Copy: f.copy})
	if err != nil {
		return nil, nil, nil, err
	}
	k, anew = whole, filed(t, whole)
	if f.last != nil {
		since, err := Recall(f.last, in)
		if err != nil {
			return nil, nil, nil, err
		}
		if _, err := since.Application(l); err != nil {
			return nil, nil, nil, err
		}
		if k, err = Plan(l, 0, in, v, Style{Copy: f.copy, Filed: since}); err != nil {
			return nil, nil, anew, err
		}
	}
	f.last = filed(t, k)
	if f.last.Continues != nil {
		if err := f.last.Continues.check(); err != nil {
			t.Fatal(err)
		}
	}
	return k, f.last, anew, nil
}

// through plans the packet of the first step and a supplement for each other.
func through(t *testing.T, copy Copy, head string, steps ...step) (plans []*Packet, err error) {
	t.Helper()
	f := follower{copy: copy}
	for _, s := range steps {
		k, _, _, err := f.next(t, head, s)
		if err != nil {
			return plans, err
		}
		plans = append(plans, k)
	}
	return plans, nil
}

// outlined is a supplement as lines: its pages, then the rows of its index.
func outlined(t *testing.T, k *Packet) string {
	t.Helper()
	var b strings.Builder
	pages := k.list()[k.Front:]
	b.WriteString(planLines(pages))
	for _, block := range pages[0].piece.doc.Blocks {
		if table, ok := block.(page.Table); ok {
			for _, row := range table.Rows {
				for i, cell := range row {
					b.WriteString([]string{"", " | "}[min(i, 1)] + cell.String())
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

// TestSupplements keeps what becomes of changes since a packet was filed: the
// pages of each supplement, then the rows of its index.
func TestSupplements(t *testing.T) {
	var all bytes.Buffer
	packet := "" // the one that is told already
	for _, tc := range []struct {
		name  string
		steps []step
	}{
		{"a document that was to follow", []step{{first, papers}, {changed(follows, "files: [statement.pdf]"), map[string]int{"statement.pdf": 5}}}},
		{"a file that is another", []step{{first, papers}, {first, map[string]int{"contract.pdf": 4}}}},
		{"a file under another name is the same", []step{{first, papers}, {changed("contract.pdf", "copy.pdf", "[passport.pdf]", "[passport.pdf, more.pdf]"), map[string]int{"copy.pdf": 2, "more.pdf": 1}}}},
		{"turned, and other pages", []step{{first, papers}, {changed("[contract.pdf]", "[{file: contract.pdf, rotate: 90}]", "[passport.pdf]", `[{file: passport.pdf, pages: "1-2"}]`), nil}}},
		{"a file twice", []step{{first, papers}, {changed("[contract.pdf]", "[contract.pdf, contract.pdf]"), nil}}},
		{"further pages of a file, and a page less", []step{
			{changed("[passport.pdf]", `[{file: passport.pdf, pages: "2-3"}]`), map[string]int{"passport.pdf": 4, "contract.pdf": 2}},
			{changed("[passport.pdf]", `[{file: passport.pdf, pages: "1-2,4"}, {file: passport.pdf, pages: "3"}]`), nil},
			{changed("[passport.pdf]", `[{file: passport.pdf, pages: "1,3-4"}]`), nil}}},
		{"a page for another, and one turned", []step{
			{first, map[string]int{"passport.pdf": 5, "contract.pdf": 3}},
			{changed("[passport.pdf]", `[{file: passport.pdf, pages: "1,4,3"}]`, "[contract.pdf]", `[{file: contract.pdf, pages: "1"}, {file: contract.pdf, pages: "2", rotate: 90}, {file: contract.pdf, pages: "3"}]`), nil},
			{changed("[passport.pdf]", `[{file: passport.pdf, pages: "5,4,3"}]`, "[contract.pdf]", `[{file: contract.pdf, pages: "1", rotate: 180}, {file: contract.pdf, pages: "2", rotate: 180}, {file: contract.pdf, pages: "3"}]`), nil}}},
		{"two pages in the place of those with one number", []step{
			{first, map[string]int{"passport.pdf": 3, "contract.pdf": 2}},
			{first, map[string]int{"contract.pdf": 3}},
			{changed("[contract.pdf]", `[{file: contract.pdf, pages: "1", rotate: 90}, {file: contract.pdf, pages: "2"}, {file: contract.pdf, pages: "3", rotate: 90}]`), nil}}},
		{"a page for another beside one more, and that withdrawn", []step{
			{changed("[contract.pdf]", `[{file: contract.pdf, pages: "1-3"}]`), map[string]int{"passport.pdf": 3, "contract.pdf": 5}},
			{changed("[contract.pdf]", `[{file: contract.pdf, pages: "1,4,3,5"}]`), nil},
			{changed("[contract.pdf]", `[{file: contract.pdf, pages: "1,4,3"}]`), nil}}},
		{"pages in another order", []step{{first, papers}, {changed("[passport.pdf]", `[{file: passport.pdf, pages: "3,1-2"}]`), nil}}},
		{"a further file, and one for another", []step{
			{changed("[contract.pdf]", "[contract.pdf, annex.pdf]"), map[string]int{"passport.pdf": 3, "contract.pdf": 2, "annex.pdf": 4}},
			{changed("[contract.pdf]", "[second.pdf, third.pdf, contract.pdf]"), map[string]int{"second.pdf": 1, "third.pdf": 6}}}},
		{"more pages than letters", []step{{first, papers}, {first, map[string]int{"contract.pdf": 28}}}},
		{"withdrawn, one of two", []step{{changed("[contract.pdf]", "[contract.pdf, passport.pdf]"), papers}, {first, nil}}},
		{"explained now", []step{{first, papers}, {changed("reason-posting, files: [contract.pdf]", "reason-posting, status: cannot-obtain, reason: The office burned down"), nil}}},
		{"another reason", []step{{first, papers}, {changed("Being signed", "With the lawyer"), nil}}},
		{"one that nobody asked for", []step{{first, papers}, {first + "  - {item: power-of-attorney, files: [power.pdf]}\n", map[string]int{"power.pdf": 1}}}},
		{"a hole that is filled, and one that is not", []step{
			{"  - {item: passport-all-pages, files: [passport.pdf]}\n", papers},
			{"  - {item: passport-all-pages, files: [passport.pdf]}\n  - {item: reason-posting, files: [contract.pdf]}\n", nil}}},
		{"declared by the translator", []step{
			{translated, map[string]int{"uk.pdf": 2, "da.pdf": 1, "own.pdf": 1}},
			{strings.Replace(translated, "Tkach", "Tkach, declaration: [own.pdf]", 1), nil}}},
		{"translated no more", []step{
			{translated, map[string]int{"uk.pdf": 2, "da.pdf": 1, "en.pdf": 3}},
			{"  - {item: mf4-list, files: [en.pdf]}\n", nil}}},
		{"facts", []step{{first, papers}, {first + "  address: Havnen 1\n", nil}}},
		{"four supplements", []step{{first, papers},
			{changed(follows, "files: [statement.pdf]"), map[string]int{"contract.pdf": 3, "statement.pdf": 1}},
			{changed(follows, "files: [statement.pdf]"), map[string]int{"contract.pdf": 1, "statement.pdf": 2}},
			{changed(contract, "{item: reason-posting, status: does-not-apply, reason: Another employer}", follows, "files: [statement.pdf]"), nil},
			{changed(follows, "files: [statement.pdf]"), nil},
		}},
		{"somebody joins, and everybody keeps a letter", []step{{mother, theirs}, {child + mother, nil}}},
		{"one becomes two", []step{{"", theirs}, {mother, nil}}},
		{"somebody is no longer in it", []step{{mother + child, theirs}, {child, nil}}},
	} {
		fmt.Fprintf(&all, "######## %s\n", tc.name)
		head := posted
		if tc.steps[0].files["a.pdf"] > 0 {
			head = seconded
		}
		if tc.steps[0].files["uk.pdf"] > 0 {
			head = extended
		}
		plans, err := through(t, ForApplicant, head, tc.steps...)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		if p := outlined(t, plans[0]); p == packet {
			plans = plans[1:]
		} else {
			packet = p
		}
		for _, k := range plans {
			fmt.Fprintf(&all, "\n%s: %s\n%s", k.Name, k.Title, outlined(t, k))
		}
		all.WriteString("\n")
	}
	golden(t, filepath.Join("testdata", "golden", "supplements.txt"), all.Bytes())
}

func TestNothingNew(t *testing.T) {
	_, err := through(t, ForAuthority, posted, step{first, papers}, step{first, nil})
	if _, ok := errors.AsType[*NothingNew](err); !ok {
		t.Errorf("error %v, want that nothing is new", err)
	}
}

// What a lock says was filed before must be possible.
func TestContinuesIsChecked(t *testing.T) {
	f := follower{copy: ForAuthority}
	for _, documents := range []string{first, changed(follows, "files: [passport.pdf]")} {
		if _, _, _, err := f.next(t, posted, step{documents, papers}); err != nil {
			t.Fatal(err)
		}
	}
	for want, change := range map[string]func(*LockContinue){
		"continues: n: 0 ":                          func(c *LockContinue) { c.N = 0 },
		"continues: body: -1 ":                      func(c *LockContinue) { c.Body = -1 },
		`continues: filed: 0: "014" is no page`:     func(c *LockContinue) { c.Filed[0].From = "014" },
		`continues: filed: 1: "99" is no page`:      func(c *LockContinue) { c.Filed[1].To = "99" },
		`continues: filed: 1: kind: "contents" `:    func(c *LockContinue) { c.Filed[1].Kind = PageContents },
		"continues: filed: 1: pages: []":            func(c *LockContinue) { c.Filed[1].Pages = nil },
		`continues: filed: 0: void: "gone" by ""`:   func(c *LockContinue) { c.Filed[0].Void = "gone" },
		`continues: filed: 0: void: "replaced" by `: func(c *LockContinue) { c.Filed[0].Void = VoidReplaced },
	} {
		c := *f.last.Continues
		c.Filed = slices.Clone(c.Filed)
		change(&c)
		if err := c.check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
