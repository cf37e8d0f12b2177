package packets

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/internal/proof"
)

// earlier are the examples as they were when they were filed: what is replaced
// by what is there now.
var earlier = map[string][2]string{
	"mf4-family":      {"files: [scans/contract.jpg, scans/payslip.png]", "files: [scans/contract.jpg]"},
	"bf1-secondment":  {"files: [scans/posting-contract.pdf, scans/employer-statement.png]", "status: follows-later, until: 2026-12-01, reason: The employer is asked"},
	"bf23-paper":      {"files: [scans/doctor.pdf]", "files: [scans/study-confirmation.jpg]"},
	"od2d-gaps":       {"scans/bank-statement.pdf, scans/gym-card.png]", "scans/gym-card.png, scans/form-od2d.pdf]"},
	"mf4-family/more": {"  case_order_id: SPECIMEN-MF4-0001\n", ""},
}

// sinceFiled plans the supplement that brings an example up to date.
func sinceFiled(t *testing.T, name, lang string, c Copy) *Packet {
	t.Helper()
	folder, _, _ := strings.Cut(name, "/")
	path := filepath.Join("..", "examples", folder, "case.yaml")
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	change := earlier[name]
	if !strings.Contains(string(src), change[0]) {
		t.Fatalf("%s: no %q", path, change[0])
	}
	then := strings.Replace(string(src), change[0], change[1], 1)
	return filedOneByOne(t, path, lang, []Copy{ForApplicant, c}, then, string(src))[1]
}

// filedOneByOne plans the packet of a case as it was first, and then a supplement
// for each time that it was another.
func filedOneByOne(t *testing.T, path, lang string, copies []Copy, states ...string) (plans []*Packet) {
	t.Helper()
	var last *Lock
	for i, src := range states {
		l := decided(t, path, []byte(src), civil.MustParse("2026-11-22").AddDays(9*i).String())
		in, s := surveyed(t, path, l), Style{Copy: copies[i%len(copies)]}
		if last != nil {
			var err error
			if s.Filed, err = Recall(last, in); err != nil {
				t.Fatal(err)
			}
		}
		k, err := Plan(l, 0, in, Voice{Printer: speaking(t, lang), Book: l.Book}, s)
		if err != nil {
			t.Fatal(err)
		}
		_, last = locked(t, k)
		plans = append(plans, k)
	}
	return plans
}

// TestSupplementGoldens keeps the words of a supplement in both languages.
func TestSupplementGoldens(t *testing.T) {
	for _, lang := range []string{"da", "en"} {
		var b bytes.Buffer
		for _, name := range []string{"mf4-family", "mf4-family/more"} {
			k := sinceFiled(t, name, lang, ForApplicant)
			b.WriteString("######## " + k.String())
			for _, p := range k.pieces {
				if p.input != nil {
					continue
				}
				b.WriteString("\n######## " + p.item + "\n\n")
				if err := page.Text(&b, p.doc, 100); err != nil {
					t.Fatal(err)
				}
			}
		}
		golden(t, filepath.Join("testdata", "golden", "supplement."+lang+".txt"), b.Bytes())
	}
}

// A supplement is a packet: it is proved, and other readers read it.
func TestSupplementIsProved(t *testing.T) {
	for name := range earlier {
		for _, c := range []Copy{ForApplicant, ForAuthority} {
			k := sinceFiled(t, name, "da", c)
			var d pdf.Memory
			lock, err := k.Write(&d)
			if err != nil {
				t.Fatal(err)
			}
			valid(t, d.Bytes())
			tool(t, "qpdf", "--check", stored(t, k.Name, d.Bytes()))
			f, err := proof.Open(bytes.NewReader(d.Bytes()), int64(len(d.Bytes())), "")
			if err != nil {
				t.Fatal(err)
			}
			faults, err := lock.Prove(f, true)
			if err != nil || len(faults) > 0 {
				t.Errorf("%s, %s: %v %v", name, c, faults, err)
			}
			for i, p := range lock.Pages {
				s, err := f.Sheet(i + 1)
				if err != nil || s.Label != p.Label {
					t.Errorf("%s, %s: sheet %d is called %q, not %q (%v)", name, c, i+1, s.Label, p.Label, err)
				}
			}
			data, err := lock.JSON()
			if err != nil {
				t.Fatal(err)
			}
			again, err := ReadLock(data)
			if err != nil || again.Continues == nil || again.Continues.N != 1 || len(again.Continues.Filed) == 0 {
				t.Errorf("%s: the lock is not read back: %v", name, err)
			}
		}
	}
}

// Below a document's Danish name the index has the one that its reader knows, as
// the contents of a packet do; the applicant's own pages have the reader's first.
func TestSupplementNamesTwice(t *testing.T) {
	k := sinceFiled(t, "mf4-family", "uk", ForApplicant)
	danish := Voice{Printer: speaking(t, "da")}
	for _, p := range k.pieces {
		if p.kind != PageFront && p.kind != PageContents {
			continue
		}
		rows := 0
		for _, b := range p.doc.Blocks {
			table, ok := b.(page.Table)
			if !ok || len(table.Head) != 4 {
				continue
			}
			for _, row := range table.Rows {
				if row[0].String() == "" {
					continue
				}
				rows++
				first, second, two := strings.Cut(row[1].String(), "\n")
				if p.kind == PageFront {
					first, second = second, first
				}
				if !two || first != danish.Must("doc.mf4-list-working") || second == first {
					t.Errorf("%s: the index has %q", p.kind, row[1].String())
				}
			}
		}
		if rows == 0 {
			t.Errorf("%s: no document is in the index", p.kind)
		}
	}
}
