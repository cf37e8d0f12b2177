package proof

import (
	"encoding/hex"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestFile(t *testing.T) {
	f := open(t, table(append(packet(), "<</Title(MF4)>>"), "/Info 17 0 R"))
	if f.Count() != 2 || f.Title() != "MF4" || f.Lang() != "en" || f.Encrypted() {
		t.Errorf("%d pages, %q in %q, encrypted %t", f.Count(), f.Title(), f.Lang(), f.Encrypted())
	}
	marks, err := f.Marks()
	if want := []Mark{{0, "Æ", 1}, {1, "Page", 2}}; err != nil || !reflect.DeepEqual(marks, want) {
		t.Errorf("bookmarks %+v, %v", marks, err)
	}
	if active, err := f.Active(); err != nil || active != nil {
		t.Errorf("active %q, %v", active, err)
	}
	for _, c := range []struct {
		space, name, want string
		ok                bool
	}{{"urn:m", "a", `{"x":1}`, true}, {"urn:m", "b", "two", true}, {"urn:m", "c", "", false}, {"urn:n", "a", "", false}} {
		if got, ok, err := f.Property(c.space, c.name); got != c.want || ok != c.ok || err != nil {
			t.Errorf("%s of %s: %q, %t, %v", c.name, c.space, got, ok, err)
		}
	}
}

// A property reads the same whichever way its text is written, and stands once.
func TestProperty(t *testing.T) {
	for inner, want := range map[string]string{
		"<m:p>{&#34;x&#34;:&quot;é&amp;&lt;&gt;&apos;&#39;&quot;}</m:p>":  `{"x":"é&<>''"}`,
		"<m:p>{&#34;x&#34;:&quot;é&amp;&lt;&gt;&apos;&#x27;&quot;}</m:p>": `{"x":"é&<>''"}`,
		"<m:p>a<!-- b -->c</m:p>":       "ac",
		"<m:p><![CDATA[<&]]></m:p>":     "<&",
		"<m:p></m:p>":                   "",
		"<m:p>a\r\nb</m:p>":             "a\nb",
		"<m:p>a</m:p><m:p>a</m:p>":      "metadata: p stands there twice",
		"<m:p></m:p><m:p>a</m:p>":       "metadata: p stands there twice",
		"<m:p>a</m:p><m:q><m:p/></m:q>": "a",
		"<m:p>a<m:q/></m:p>":            "metadata: p: it holds <q>, and is no simple property",
		"<m:p>a&bogus;</m:p>":           "metadata: p: XML syntax error on line 1: invalid character entity &bogus;",
		"<m:p>a</m:q>":                  "metadata: XML syntax error on line 1: element <p> closed by </q>",
	} {
		all := packet()
		all[13] = body("/Type/Metadata/Subtype/XML", `<rdf:RDF xmlns:rdf="`+spaceRDF+`"><rdf:Description rdf:about="" xmlns:m="urn:m">`+inner+`</rdf:Description></rdf:RDF>`)
		got, ok, err := open(t, table(all, "")).Property("urn:m", "p")
		if err != nil {
			got = err.Error()
		}
		if got != want || ok != (err == nil) {
			t.Errorf("%q: %q, %t, want %q", inner, got, ok, want)
		}
	}
}

func TestSheet(t *testing.T) {
	f := open(t, table(packet(), ""))
	for i, want := range []Sheet{
		{Width: 595, Height: 842, Label: "i", Stamp: []string{"He d", "i"}, Links: []Link{
			{Rect: [4]float64{100, 698, 117, 710}, Sheet: 2, Text: "abc"},
			{Rect: [4]float64{190, 698, 210, 710}, URI: "https://example.org/", Text: "a"},
		}},
		{Width: 595, Height: 842, Rotate: 90, Label: "A-14", Stamp: []string{"בא"}},
	} {
		got, err := f.Sheet(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(*got, want) {
			t.Errorf("page %d: %+v, want %+v", i+1, *got, want)
		}
	}
	if _, err := f.Sheet(3); err == nil {
		t.Error("there is no third page")
	}
}

func TestLines(t *testing.T) {
	lines, err := open(t, table(packet(), "")).Lines(1)
	if err != nil {
		t.Fatal(err)
	}
	want := []Line{
		{Rect: [4]float64{100, 698, 205, 708}, Text: "abc a", Words: []Word{{[4]float64{100, 698, 115, 708}, "abc"}, {[4]float64{200, 698, 205, 708}, "a"}}},
		{Rect: [4]float64{50, 12.4, 504, 20.4}, Text: "He d i", Words: []Word{
			{[4]float64{50, 12.4, 57.2, 20.4}, "He"}, {[4]float64{59.04, 12.4, 63.04, 20.4}, "d"}, {[4]float64{500, 12.4, 504, 20.4}, "i"},
		}},
	}
	if !alike(lines, want) {
		t.Errorf("got %+v, want %+v", lines, want)
	}
}

// alike tells whether lines are the same, to a hundredth of a point.
func alike(a, b []Line) bool {
	near := func(a, b [4]float64) bool {
		for i := range a {
			if d := a[i] - b[i]; d > 0.01 || d < -0.01 {
				return false
			}
		}
		return true
	}
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Text != b[i].Text || !near(a[i].Rect, b[i].Rect) || len(a[i].Words) != len(b[i].Words) {
			return false
		}
		for k := range a[i].Words {
			if a[i].Words[k].Text != b[i].Words[k].Text || !near(a[i].Words[k].Rect, b[i].Words[k].Rect) {
				return false
			}
		}
	}
	return true
}

// A filter may stand in an object of its own, far from its stream.
func TestFilterElsewhere(t *testing.T) {
	all := packet()
	shown := "q 1 0 0 1 0 0 cm Q /Artifact<</Subtype/Footer>>BDC BT /F0 8 Tf 1 0 0 1 50 14 Tm <00300031> Tj ET EMC"
	all[16] = body("/Filter 18 0 R", hex.EncodeToString([]byte(shown))+">")
	room := body("", strings.Repeat(" ", 2*windowBytes))
	all = append(all, room, "/ASCIIHexDecode", room)
	s, err := open(t, table(all, "")).Sheet(2)
	if err != nil || !slices.Equal(s.Stamp, []string{"בא"}) {
		t.Errorf("%+v, %v", s, err)
	}
}

// Filters may follow on one another, and each has the room of the one before it.
func TestFiltersInARow(t *testing.T) {
	shown := "/Artifact<</Subtype/Footer>>BDC BT /F0 8 Tf 1 0 0 1 50 14 Tm <" + strings.Repeat("0030", 300) + "> Tj ET EMC"
	for filters, data := range map[string]string{
		"[/Fl/Fl]":              deflated(deflated(shown)),
		"[/AHx/FlateDecode/Fl]": hex.EncodeToString([]byte(deflated(deflated(shown)))) + ">",
		"[/Fl/AHx]":             deflated(hex.EncodeToString([]byte(shown)) + ">"),
	} {
		all := packet()
		all[16] = body("/Filter"+filters, data)
		s, err := open(t, table(all, "")).Sheet(2)
		if err != nil || !slices.Equal(s.Stamp, []string{strings.Repeat("א", 300)}) {
			t.Errorf("%s: %+v, %v", filters, s, err)
		}
	}
}
