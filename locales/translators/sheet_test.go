package translators

import (
	"bytes"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"mappe/locales"
)

const glossary = "| English | Danish | seen |\n|---|---|---|\n| spouse | ægtefælle | x |\n| custody; joint custody | forældremyndighed; fælles forældremyndighed | x |\n"

func into(t testing.TB, tag string) *locales.Translation {
	t.Helper()
	tr, err := locales.TranslationInto(tag)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// sheetOf is the sheet of a translation, spoken in English.
func sheetOf(t testing.TB, tr *locales.Translation) []byte {
	t.Helper()
	p, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	data, err := Write(p, tr, glossary)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What is exported is read back as it was, in every language, those without a
// message yet included.
func TestReadBack(t *testing.T) {
	for _, tag := range locales.Courtesy() {
		tr := into(t, tag)
		got, err := Read("x.csv", sheetOf(t, tr), tr, locales.NewJudge(tag))
		if err != nil {
			t.Errorf("%s: %v", tag, err)
			continue
		}
		want, err := os.ReadFile("../active." + tag + ".json")
		if os.IsNotExist(err) {
			want = []byte("{}\n")
		}
		if !bytes.Equal(locales.Format(got.Messages), want) {
			t.Errorf("%s: the message file is another", tag)
		}
		origin, _ := os.ReadFile("../translated." + tag + ".txt")
		if !bytes.Equal(locales.Digests(got.From), origin) {
			t.Errorf("%s: the file of digests is another", tag)
		}
		if got.Changed != 0 {
			t.Errorf("%s: %d messages have changed", tag, got.Changed)
		}
	}
}

// So it is of a translation in which any messages are missing.
func TestReadBackInPart(t *testing.T) {
	whole := into(t, "uk")
	for drawn := range uint32(20) {
		part := &locales.Translation{Tag: whole.Tag, From: whole.From, Messages: map[string]locales.Message{}}
		for id, m := range whole.Messages {
			h := fnv.New32a()
			h.Write(append([]byte(id), byte(drawn)))
			if h.Sum32()%5 > drawn%4 {
				part.Messages[id] = m
			}
		}
		got, err := Read("x.csv", sheetOf(t, part), part, locales.NewJudge("uk"))
		if err != nil {
			t.Fatal(err)
		}
		if len(part.Messages) == len(whole.Messages) || len(part.Messages) == 0 {
			t.Fatalf("%d: no part", drawn)
		}
		if len(got.Messages) != len(part.Messages) || got.Changed != 0 {
			t.Fatalf("%d messages of %d, %d changed", len(got.Messages), len(part.Messages), got.Changed)
		}
		for _, m := range got.Messages {
			for form, text := range part.Messages[m.ID].Forms {
				if m.Forms[form] != text {
					t.Fatalf("%s (%s): %q, was %q", m.ID, form, m.Forms[form], text)
				}
			}
		}
	}
}

// However a spreadsheet saves it, the sheet says the same: other separators,
// other line ends, no mark, UTF-16, columns moved, added and taken away.
func TestReadAsSaved(t *testing.T) {
	tr := into(t, "uk")
	ours := string(sheetOf(t, tr))
	between := func(sep string) string { return strings.ReplaceAll(ours, `";"`, `"`+sep+`"`) }
	lines, err := decode([]byte(ours))
	if err != nil {
		t.Fatal(err)
	}
	var moved strings.Builder
	w := writer{}
	for i, l := range lines {
		own := "mine"
		if i > 0 {
			own = "a; \"remark\"\nof mine"
		}
		w.row(own, l.cells[4], l.cells[2], l.cells[1], l.cells[0])
	}
	moved.Write(w.b.Bytes())
	var wide []byte
	for _, u := range utf16.Encode([]rune(between("\t"))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, data := range map[string]string{
		"commas":        between(","),
		"tabs":          between("\t"),
		"no mark":       strings.TrimPrefix(ours, mark),
		"line feeds":    strings.ReplaceAll(ours, "\r\n", "\n"),
		"returns":       strings.ReplaceAll(ours, "\r\n", "\r"),
		"returns in it": strings.ReplaceAll(strings.ReplaceAll(ours, "\r\n", "\n"), "\n", "\r\n"),
		"sep":           "sep=,\r\n" + strings.TrimPrefix(between(","), mark),
		"blank rows":    ours + ";;;;\r\n\r\n",
		"moved":         moved.String(),
		"UTF-16":        string(wide),
	} {
		got, err := Read("x.csv", []byte(data), tr, locales.NewJudge("uk"))
		switch {
		case err != nil:
			t.Errorf("%s: %.300s", name, err)
		case got.Changed != 0 || len(got.Messages) != len(tr.Messages):
			t.Errorf("%s: %d messages, %d changed", name, len(got.Messages), got.Changed)
		}
	}
}

// No cell is computed by a spreadsheet, and what the sheet shields comes back.
func TestFormulas(t *testing.T) {
	for _, text := range []string{"=1+1", "+45", "-a", "@x", "\tx"} {
		w := writer{}
		w.row(text)
		if got, want := w.b.String(), `"'`+text+"\"\r\n"; got != want {
			t.Errorf("%q is written %q", text, got)
		}
		if got := bare("'" + text); got != text {
			t.Errorf("%q is read %q", text, got)
		}
	}
	for _, text := range []string{"", "a", "'", "'a", "’=x"} {
		if got := bare(text); got != text {
			t.Errorf("%q is read %q", text, got)
		}
	}
	for _, tag := range locales.Courtesy() {
		lines, err := decode(sheetOf(t, into(t, tag)))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if slices.ContainsFunc(l.cells, formula) {
				t.Errorf("%s: line %d: %q", tag, l.number, l.cells)
			}
		}
	}
}

// Every family of messages has its place, every place a family, and every use
// its words.
func TestFamilies(t *testing.T) {
	english, err := locales.Messages("en")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	p, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range english {
		if locales.NeedOf(m.Family()) == locales.English {
			continue
		}
		have[m.Family()] = true
		if placeOf(m.Family()) == len(families) {
			t.Errorf("%s: no place for its family", m.ID)
		}
		if id := "translators.kind." + kindOf(m); !p.Has(id) {
			t.Errorf("%s: no message %s", m.ID, id)
		}
	}
	for i, f := range families {
		if !have[f.name] || placeOf(f.name) != i {
			t.Errorf("%s: no such family, or twice", f.name)
		}
		if f.beside != "" && placeOf(f.beside) == len(families) {
			t.Errorf("%s: beside %s, which is none", f.name, f.beside)
		}
	}
}

// The table of pages speaks of messages that there are, and of their variables.
func TestSeen(t *testing.T) {
	english, err := locales.Messages("en")
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]locales.Message{}
	for _, m := range english {
		of[m.ID] = m
	}
	seen, _ := readSeen(seenTable)
	if len(seen) < 400 {
		t.Errorf("only %d messages are seen", len(seen))
	}
	for id, s := range seen {
		m, ok := of[id]
		if !ok {
			t.Errorf("seen.txt: %s is no message: run make gallery", id)
		}
		for name := range s.values {
			if !slices.Contains(m.Variables(), name) && !(m.Plural && name == "Count") {
				t.Errorf("seen.txt: %s has no variable %s: run make gallery", id, name)
			}
		}
	}
}

// Terms are found as words, also in the plural, the longest alone, with the
// translation's own.
func TestTerms(t *testing.T) {
	english := []locales.Message{{ID: "a.b", Forms: map[string]string{"other": "Spouse"}}}
	tr := &locales.Translation{Messages: map[string]locales.Message{"a.b": {ID: "a.b", Forms: map[string]string{"other": "дружина"}}}}
	var got []string
	for _, x := range termsIn("Joint custody of spouses, espoused", readTerms(glossary, english, tr)) {
		got = append(got, x.String())
	}
	if got, want := strings.Join(got, " | "), "joint custody = fælles forældremyndighed | spouse = ægtefælle = дружина"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
