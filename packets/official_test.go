package packets

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/guest"
	"mappe/internal/pdf"
	"mappe/internal/pdf/specimen"
	"mappe/internal/proof"
)

// The tests are their own guests.
func TestMain(m *testing.M) {
	guest.Main()
	os.Exit(m.Run())
}

const officialCase = `{mappe: 1, case: One, goal: extend, sponsor: {name: Søren Æble, status: permanent, ground: work, occupation: employed, cpr: 020280-4321},
  applicants: [{id: maria, name: {given: Марія, family: Коваленко, latin: Mariia Kovalenko}, born: 1990-02-03, cpr: 030290-1234, relation: spouse, lives_together: true,
  permit: {basis: accompanying-family, expires: 2027-01-31, same_grounds_since: 2021-02-01}, passport: {expires: 2030-06-30}, document_languages: [en]}]}`

const officialMap = `map:
- {field: Part1.Surname, fact: name.family}
- {field: Part1.Cpr, fact: cpr, part: 1-10}
- {field: Part2.Sponsor, fact: sponsor.name}
- {field: Part2.BornYear, fact: sponsor.name}
- {field: Part1.Address, fact: address}
`

// officialPacket plans the packet of the case with a form in its place.
func officialPacket(t *testing.T, data []byte, mapping string, s Style) (*Packet, *checklist.Checklist) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "own.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	l := decided(t, "one.yaml", []byte(officialCase), "2026-11-22")
	in, err := Survey(root, l)
	if err != nil {
		t.Fatal(err)
	}
	o := Official{Form: forms.MF4, Path: path, Root: root}
	if o.Fields, err = guest.Inspect(t.Context(), path, "", guest.Limits{}); err != nil {
		t.Fatal(err)
	}
	if mapping != "" {
		if o.Mapping, err = forms.ReadMapping("m.yaml", []byte(mapping)); err != nil {
			t.Fatal(err)
		}
	}
	v := Voice{Printer: speaking(t, "en"), Book: l.Book}
	l, _, err = in.Enclose(context.Background(), l, v, o)
	if err != nil {
		t.Fatal(err)
	}
	k, err := Plan(l, 0, in, v, s)
	if err != nil {
		t.Fatal(err)
	}
	return k, l
}

// Filled in or not, the packet is proved by its lock, and the lock knows the form
// as the person has it.
func TestOfficial(t *testing.T) {
	for name, c := range map[string]struct {
		data    []byte
		mapping string
		path    string
		facing  bool
	}{
		"filled":    {specimen.Application().Bytes(), officialMap, "own-maria.pdf", false},
		"as it is":  {specimen.Application().Bytes(), "", "own.pdf", true},
		"no fields": {specimen.Form{Pages: 3}.Bytes(), officialMap, "own.pdf", true},
	} {
		for _, s := range []Style{{Copy: ForApplicant}, {Copy: ForApplicant, Duplex: true}} {
			k, _ := officialPacket(t, c.data, c.mapping, s)
			var out pdf.Memory
			lock, err := k.Write(&out)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			f, err := proof.Open(bytes.NewReader(out.Bytes()), int64(len(out.Bytes())), "")
			if err != nil {
				t.Fatal(err)
			}
			if faults, err := lock.Prove(f, true); err != nil || len(faults) > 0 {
				t.Errorf("%s: %v %v", name, faults, err)
			}
			n := slices.IndexFunc(lock.Files, func(f LockFile) bool { return f.Form != nil })
			if n < 0 || lock.Files[n].Path != c.path || lock.Files[n].Form.ID != forms.MF4 || lock.Files[n].Form.Bytes != int64(len(c.data)) ||
				(lock.Files[n].SHA256 == lock.Files[n].Form.SHA256) != (c.path == "own.pdf") {
				t.Errorf("%s: the lock has %+v", name, lock.Files)
			}
			for i, q := range lock.Pages {
				if q.File != n || q.Page != 1 {
					continue
				}
				if before := lock.Pages[i-1]; (before.Kind == PageData) != c.facing || c.facing && before.Item != q.Item {
					t.Errorf("%s: a page of kind %s stands before the form", name, before.Kind)
				}
				if label, _ := strconv.Atoi(q.Label); c.facing && s.Duplex && label%2 == 0 {
					t.Errorf("%s: the form begins on page %s, no right-hand one", name, q.Label)
				}
			}
		}
	}
}

// The three lists, and what is lost.
func TestFormReport(t *testing.T) {
	k, l := officialPacket(t, specimen.Application().Bytes(), officialMap, Style{Copy: ForApplicant})
	said := map[string]string{}
	for _, r := range k.Remarks {
		said[r.Kind] += r.File + ": " + r.Detail
	}
	if want := "own-maria.pdf: Part2.BornYear (the field takes at most 4 letters)"; said["official-lost"] != want {
		t.Errorf("lost: %q, want %q", said["official-lost"], want)
	}
	if want := "own-maria.pdf: Part1.Address (address)"; said["official-no-fact"] != want {
		t.Errorf("no fact: %q, want %q", said["official-no-fact"], want)
	}
	if _, ok := said["official"]; !ok {
		t.Error("nothing is said of the signature")
	}
	path := filepath.Join(t.TempDir(), "own.pdf")
	if err := os.WriteFile(path, specimen.Application().Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	fields, err := guest.Inspect(t.Context(), path, "", guest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := forms.ReadMapping("m.yaml", []byte(officialMap))
	if err != nil {
		t.Fatal(err)
	}
	_, r, err := FillForm(t.Context(), path, "", fields, m, l.People[0])
	if err != nil {
		t.Fatal(err)
	}
	var filled, free []string
	for _, f := range r.Filled {
		filled = append(filled, f.Field+"="+f.Value)
	}
	for _, f := range r.NoField {
		free = append(free, string(f.Fact))
	}
	if want := []string{"Part1.Surname=Коваленко", "Part1.Cpr=0302901234", "Part2.Sponsor=Søren Æble"}; !slices.Equal(filled, want) {
		t.Errorf("filled %q, want %q", filled, want)
	}
	for _, k := range []string{"born", "sponsor.cpr", "passport.expires"} {
		if !slices.Contains(free, k) {
			t.Errorf("%s has no field, and that is not said: %q", k, free)
		}
	}
	for _, k := range []string{"name", "cpr", "sponsor.name", "address", "goal"} {
		if slices.Contains(free, k) {
			t.Errorf("%s is said to have no field", k)
		}
	}
	if r.Whole() || len(r.Lost) != 1 || len(r.NoFact) != 1 || len(r.Open) != 0 {
		t.Errorf("%+v", r)
	}
}
