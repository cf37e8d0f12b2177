package pdf

import (
	"slices"
	"strings"
	"testing"
)

// What acts, calls out, carries files or leads back into the file's structure
// is not in the white list, under any kind.
func TestGrammarHasNothingActive(t *testing.T) {
	words, err := parseGrammar(grammar)
	if err != nil {
		t.Fatal(err)
	}
	for word, s := range words {
		for key := range s.keys {
			switch key {
			case "A", "AA", "AF", "Alternates", "Annots", "Dest", "EF", "EmbeddedFiles", "F", "FFilter", "FDecodeParms", "JS",
				"JavaScript", "LastModified", "Launch", "Metadata", "Next", "OPI", "OpenAction", "P2", "PS", "PZ", "Parent", "PieceInfo",
				"Ref", "Subtype2", "SubmitForm", "StructParent", "StructParents", "Tabs", "Thumb", "URI", "URL", "Usage":
				t.Errorf("%s: /%s is on the white list", word, key)
			}
		}
	}
	reached := map[*shape]bool{}
	var reach func(*shape)
	reach = func(s *shape) {
		if reached[s] {
			return
		}
		reached[s] = true
		for _, next := range s.keys {
			reach(next)
		}
		for _, part := range s.parts {
			reach(part)
		}
		for _, behind := range s.behind {
			for _, next := range behind {
				reach(next)
			}
		}
	}
	reach(words["resources"])
	for word, s := range words {
		if !reached[s] && word != "data" {
			t.Errorf("%q is explained but no page leads to it", word)
		}
	}
}

func TestGrammarErrors(t *testing.T) {
	for text, want := range map[string]string{
		"data dict\n\nfont dict Widths=[nothing]": `"nothing" is not explained`,
		"data dict\n\ndata dict":                  `"data" is explained twice`,
		"data heap":                               `"heap" is no form`,
		"data dict Key":                           `"Key" is no entry`,
	} {
		if _, err := parseGrammar(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

// A value that isn't what the grammar wants is dropped, in whatever way it is
// wrong; one that is right stays, also behind a reference.
func TestCopierDropsWhatDoesNotFit(t *testing.T) {
	f := opened(t, pages(1, "", `/Resources <<
		/Font << /Good << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 20 0 R /Widths (no) /Encoding [1]
			/FontDescriptor << /Type /FontDescriptor /Flags 4.0 /FontFile << /No /Stream >> /StemV true >> >> /Bad 7 >>
		/ExtGState << /G << /Type /Action /S /JavaScript /JS (x) /LW 3 /LW 4 /D [[1 2] 0 (three)] /SMask << /S /Alpha /G 5 0 R >> >> >>
		/ColorSpace << /I [/Indexed /DeviceRGB 1 <000000ffffff> /More] /C [/Calling /Out] /D /DeviceRGB >>
		/XObject << /P << /Subtype /PS >> >> /ProcSet [/PDF 1] /Unknown << /A 1 >> >>`).file())
	sink := &kept{}
	if _, err := NewCopier(f, sink).Page(1); err != nil {
		t.Fatal(err)
	}
	got := sink.printed()
	for _, want := range []string{
		"/Good", "/BaseFont/Helvetica", "/Flags 4", "/LW 4", "/D[[1 2]0 null]", "/S/Alpha", "[/Indexed/DeviceRGB 1(",
		"/D/DeviceRGB", "/ProcSet[/PDF null]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is lost", want)
		}
	}
	for _, drop := range []string{
		"/Bad", "/Widths", "/Encoding", "/FontFile", "/StemV", "JavaScript", "/JS", "Action", "/LW 3", "/More", "/Calling", "/PS",
		"Unknown", "/FirstChar", "three",
	} {
		if strings.Contains(got, drop) {
			t.Errorf("%s was copied", drop)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}

// kept is a sink in memory.
type kept []Object

func (k *kept) Reserve() Ref        { *k = append(*k, nil); return Ref{Num: len(*k)} }
func (k *kept) Set(r Ref, o Object) { (*k)[r.Num-1] = o }

func (k *kept) printed() string {
	var p printer
	for _, o := range *k {
		if s, ok := o.(*Stream); ok {
			o = s.Dict
		}
		p.object(o)
		p.b = append(p.b, '\n')
	}
	return string(p.b)
}

// Objects that pages share are copied once for each use; what every page
// inherits from the page tree is copied once.
func TestCopierShares(t *testing.T) {
	f := opened(t, pages(50, "", "").file())
	sink := &kept{}
	c := NewCopier(f, sink)
	for n := range 50 {
		if _, err := c.Page(n + 1); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Count(sink.printed(), "/BaseFont/Helvetica"); got != 1 {
		t.Errorf("the font was copied %d times", got)
	}
	if again, _ := c.Page(7); !slices.Equal(again.Parts, mustPage(t, c, 7).Parts) {
		t.Error("the same page gives two drawings")
	}
	direct := pages(50, "", "")
	direct[1] = strings.Replace(direct[1], "/Resources 3 0 R", "/Resources "+direct[2], 1)
	sink = &kept{}
	c = NewCopier(opened(t, direct.file()), sink)
	for n := range 50 {
		mustPage(t, c, n+1)
	}
	if got := strings.Count(sink.printed(), "/BaseFont/Helvetica"); got != 1 {
		t.Errorf("inherited resources were copied %d times", got)
	}
}

func mustPage(t testing.TB, c *Copier, n int) *Drawing {
	t.Helper()
	d, err := c.Page(n)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
