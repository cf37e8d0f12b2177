package packets

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mappe/internal/guest"
	"mappe/internal/pdf/specimen"
)

// pooledForm is an official form of the pool, with a field in each row.
type pooledForm struct {
	pooled
	rows    []formRow
	fields  *guest.Form // nil where no guest can read them
	unfit   string      // why it is not filled in, "" where it is
	problem ProblemKind // why it is in no packet
	refusal string      // its detail
}

// formRow is a row of a form: its label, and right of it a field.
type formRow struct {
	field, label, kind string
	page               int
	most               int    // letters, 0 for any number
	shows              string // before it is filled in
}

// The kinds of fields.
const (
	rowText   = "text"
	rowComb   = "comb"
	rowDate   = "date"
	rowBox    = "box"
	rowRadio  = "radio"
	rowChoice = "choice"
)

// formPapers are the papers of forms: A4, however it is said.
var formPapers = []string{
	"", "/MediaBox[0 0 595 842]/Rotate 90", "/MediaBox[-40 -60 640 900]/CropBox[0 0 595 842]",
	"/MediaBox[0 0 595 842]/Rotate 180", "/MediaBox[0 0 595 842]/UserUnit 1.5", "/MediaBox[0 0 595 842]/Rotate 270", "/MediaBox[0 0 1191 842]",
}

// choices are what the choices of a form store and show.
var choices = [][2]string{{"family", "Familie"}, {"work", "Робота"}, {"other", "Øvrigt"}}

// drawForm draws a form of so many pages by lot. Values are what the fields
// hold before, where there are any.
func drawForm(r *rand.Rand, n, pages int, filledIn bool) (specimen.Form, []formRow) {
	x := specimen.Form{Pages: pages, Paper: formPapers[r.IntN(len(formPapers))], Streams: r.IntN(2) == 0}
	if r.IntN(3) == 0 || filledIn {
		x.Acro = "/NeedAppearances true"
	}
	var rows []formRow
	for page := 1; page <= pages; page++ {
		x.Heads = append(x.Heads, fmt.Sprintf("F%02dP%02d", n, page))
		for i := range 6 + r.IntN(8) {
			kind := []string{rowText, rowText, rowText, rowComb, rowDate, rowBox, rowRadio, rowChoice}[r.IntN(8)]
			row := formRow{field: fmt.Sprintf("Part%d.%s%d", page, kind, i), label: fmt.Sprintf("L%dR%02d", page, i), kind: kind, page: page}
			y := 750 - 30*i
			f := specimen.Field{Name: row.field, Page: page, Rect: [4]int{120, y, 540, y + 20}, Label: row.label, Look: r.IntN(2) == 0, Dict: "/FT/Tx"}
			box := func(state, says string, x int) specimen.Box {
				return specimen.Box{State: state, Rect: [4]int{x, y, x + 40, y + 16}, Says: says}
			}
			switch kind {
			case rowText:
				if r.IntN(6) == 0 {
					row.most = 4
					f.Dict += "/MaxLen 4"
				}
				if r.IntN(4) == 0 {
					f.Dict += fmt.Sprintf("/Q %d/DA(/He 10 Tf 0 0.3 0 rg)", 1+r.IntN(2))
				}
				if filledIn && r.IntN(2) == 0 {
					row.shows = fmt.Sprint("was", i)
					f.Dict += "/V(" + row.shows + ")"
				}
			case rowComb:
				row.most = 10
				f.Dict += "/Ff 16777216/MaxLen 10"
			case rowDate:
				f.Dict += "/AA<</F<</S/JavaScript/JS(AFDate_FormatEx\\(\"yyyy/mm/dd\"\\);)>>>>"
			case rowBox:
				f.Dict, f.Boxes = "/FT/Btn", []specimen.Box{box("Ja", "ticked", 120)}
			case rowRadio:
				f.Dict, f.Boxes = "/FT/Btn/Ff 49152", []specimen.Box{box("one", "first", 120), box("two", "second", 220)}
			case rowChoice:
				var opt strings.Builder
				for _, c := range choices {
					fmt.Fprintf(&opt, "[(%s)%s]", c[0], utf16Hex(c[1]))
				}
				f.Dict = "/FT/Ch/Ff 131072/Opt[" + opt.String() + "]"
			}
			x.Fields, rows = append(x.Fields, f), append(rows, row)
		}
	}
	return x, rows
}

// utf16Hex is a text as a PDF has it.
func utf16Hex(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String() + ">"
}

// ownForms puts official forms of every kind into the pool.
func (p *pool) ownForms(t *testing.T) {
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	p.root = root
	for i, kind := range []string{
		"", "", "", "", "", "", "--linearize", "--object-streams=generate|--encrypt||owner|256|--", "filled in", "filled in",
		"no fields", "signed", "certified", "hybrid", "dynamic", "--encrypt|secret|owner|256|--",
	} {
		n := 80 + i
		x, rows := drawForm(rand.New(rand.NewPCG(uint64(i), 1)), n, 1+i%3, kind == "filled in")
		f := pooledForm{pooled: pooled{name: fmt.Sprintf("own%02d.pdf", n), words: x.Heads}, rows: rows}
		switch kind {
		case "no fields":
			x.Fields, f.rows, f.unfit = nil, nil, "it has no fields"
		case "signed":
			x.Fields = append(x.Fields, specimen.Field{Name: "S", Page: 1, Rect: [4]int{300, 100, 500, 120}, Dict: "/FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>"})
			f.unfit = "it is signed"
		case "certified":
			x.Catalog, f.unfit = "/Perms<</DocMDP<</Type/Sig>>>>", "it is signed"
		case "hybrid":
			x.Acro, f.unfit = x.Acro+"/XFA(x)", "it is an XFA form"
		case "dynamic":
			x.Fields, f.rows, x.Acro, x.Catalog, f.unfit = nil, nil, "/XFA(x)", "/NeedsRendering true", "it is an XFA form"
			f.problem, f.refusal = ProblemUnprinted, "a dynamic XFA form has no pages yet"
		}
		path := filepath.Join(p.dir, f.name)
		if err := os.WriteFile(path, x.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasPrefix(kind, "--"):
			tool(t, "qpdf", append(strings.Split(kind, "|"), "--replace-input", path)...)
			if strings.Contains(kind, "|secret") {
				f.problem, f.refusal = ProblemEncrypted, detailNoPassword
			}
		case kind == "filled in":
			tool(t, "qpdf", "--warning-exit-0", "--no-warn", "--generate-appearances", "--replace-input", path)
		}
		f.fields, err = guest.Inspect(t.Context(), path, "", guest.Limits{})
		switch {
		case f.problem == ProblemEncrypted:
			if err == nil || !strings.Contains(err.Error(), "password") {
				t.Fatalf("%s: %v", path, err)
			}
		case err != nil:
			t.Fatal(err)
		default:
			if why := f.fields.Fillable(); (why != nil) != (f.unfit != "") || why != nil && !strings.HasPrefix(why.Error(), f.unfit) {
				t.Fatalf("%s (%s): %v, want %q", path, kind, why, f.unfit)
			}
		}
		p.forms = append(p.forms, f)
	}
}

// row are the words beside a label of a form, in whichever direction its page is
// turned, from the label on.
func (x leaf) row(label string) (words []string, found bool) {
	i := slices.IndexFunc(x.words, func(w leafWord) bool { return w.text == label })
	if i < 0 {
		return nil, false
	}
	at := x.words[i]
	if at.x1-at.x0 < at.y1-at.y0 { // written upwards or downwards
		at = at.turned()
	}
	var row []leafWord
	const strip = 9.0 / 25.4 * 72
	for n, w := range x.words {
		stamp := (w.y0+w.y1)/2 > x.high-strip
		if at != x.words[i] {
			w = w.turned()
		}
		if off := w.y0 + w.y1 - at.y0 - at.y1; n != i && !stamp && max(off, -off) < 2.4*(at.y1-at.y0) {
			row = append(row, w)
		}
	}
	slices.SortStableFunc(row, func(a, b leafWord) int { return cmp.Compare(max(a.x0-at.x0, at.x0-a.x0), max(b.x0-at.x0, at.x0-b.x0)) })
	for _, w := range row {
		words = append(words, w.text)
	}
	return words, true
}

// turned is a word with its place as a page shows it that is turned.
func (w leafWord) turned() leafWord { return leafWord{w.text, w.y0, w.x0, w.y1, w.x1} }

// reads tells whether words are those of a value, with any spaces; what is written
// from right to left may stand in the order in which it is drawn.
func reads(words []string, value string) bool {
	got := strings.Fields(isolates.Replace(strings.Join(words, " ")))
	want := strings.Fields(value)
	if strings.Join(got, "") == strings.Join(want, "") {
		return true
	}
	for i, w := range want {
		if rightToLeft.MatchString(w) {
			letters := []rune(w)
			slices.Reverse(letters)
			want[i] = string(letters)
		}
	}
	slices.Reverse(want)
	return slices.Equal(got, want)
}

var rightToLeft = regexp.MustCompile(`[\p{Arabic}\p{Hebrew}]`)
