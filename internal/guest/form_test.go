package guest

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/pdf/specimen"
)

func find(t *testing.T, f *Form, name string) *Field {
	t.Helper()
	i := slices.IndexFunc(f.Fields, func(x Field) bool { return x.Name == name })
	if i < 0 {
		t.Fatalf("no field %q", name)
	}
	return &f.Fields[i]
}

func TestInspect(t *testing.T) {
	for _, streams := range []bool{false, true} {
		x := specimen.Application()
		x.Streams = streams
		f, err := Inspect(t.Context(), write(t, x.Bytes()), "", Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Fields) != len(x.Fields) || f.Pages != 2 || f.XFA != "" || f.Signed || f.Encrypted || f.Rights || !f.Scripts {
			t.Errorf("%d fields, %d pages, %+v", len(f.Fields), f.Pages, f)
		}
		for _, want := range []Field{
			{Name: "Part1.Surname", Type: FieldText, Label: "Surname", Required: true},
			{Name: "Part1.GivenNames", Type: FieldText},
			{Name: "Part1.Born", Type: FieldDate, Format: "dd-mm-yyyy"},
			{Name: "Part1.Cpr", Type: FieldText, MaxLen: 10, Comb: true},
			{Name: "Part1.Address", Type: FieldText, Multiline: true},
			{Name: "Part1.Nationality", Type: FieldChoice, Choices: []Choice{{"DK", "Denmark"}, {"UA", "Ukraine"}, {"XX", "Another country"}}},
			{Name: "Part1.Married", Type: FieldCheckbox, Choices: []Choice{{"Ja", ""}}},
			{Name: "Part1.Permit", Type: FieldRadio, Choices: []Choice{{"1", "Temporary"}, {"2", "Permanent"}}},
			{Name: "Part1.Languages", Type: FieldList, Several: true, Choices: []Choice{{"Danish", ""}, {"English", ""}, {"Ukrainian", ""}, {"Arabic", ""}}},
			{Name: "Part2.Agree", Type: FieldCheckbox, Choices: []Choice{{"Yes", ""}}},
			{Name: "Office.Case", Type: FieldText, ReadOnly: true, Value: []string{"for the office"}},
			{Name: "Signature", Type: FieldSignature},
			{Name: "Print", Type: FieldButton},
		} {
			got := *find(t, f, want.Name)
			if len(got.Widgets) == 0 || got.Widgets[0].Page != 1+btoi(!strings.HasPrefix(want.Name, "Part1")) {
				t.Errorf("%s stands at %+v", want.Name, got.Widgets)
			}
			got.Widgets = nil
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// form is a PDF with one page, these entries of the form, of the catalog, and
// objects from 4 on.
func formPDF(acro, catalog string, objects ...string) []byte {
	return pdf(append([]string{
		"<</Type/Catalog/Pages 2 0 R/AcroForm<<" + acro + ">>" + catalog + ">>",
		"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>",
	}, objects...)...)
}

const aText = "<</Subtype/Widget/FT/Tx/T(a)/Rect[10 10 100 30]/V(old)>>"

func TestTraits(t *testing.T) {
	for name, c := range map[string]struct {
		data    []byte
		want    Form
		refused string
	}{
		"plain":     {formPDF("/Fields[4 0 R]", "", aText), Form{}, ""},
		"no form":   {sound(), Form{}, "it has no fields"},
		"hybrid":    {formPDF("/Fields[4 0 R]/XFA(x)", "", aText), Form{XFA: "hybrid"}, "it is an XFA form"},
		"dynamic":   {formPDF("/Fields[]/XFA(x)", "/NeedsRendering true", "<<>>"), Form{XFA: "dynamic"}, "it is an XFA form"},
		"signed":    {formPDF("/Fields[4 0 R]", "", "<</Subtype/Widget/FT/Sig/T(s)/V<</Type/Sig/Contents<00>>>>>"), Form{Signed: true}, "it is signed"},
		"certified": {formPDF("/Fields[4 0 R]", "/Perms<</DocMDP<</Type/Sig>>>>", aText), Form{Signed: true}, "it is signed"},
		"rights":    {formPDF("/Fields[4 0 R]", "/Perms<</UR3<</Type/Sig>>>>", aText), Form{Rights: true}, ""},
		"anew":      {formPDF("/Fields[4 0 R]/NeedAppearances true", "", aText), Form{Remake: true}, ""},
		"forgotten": {formPDF("/Fields[]", "", aText), Form{}, ""},
	} {
		f, err := Inspect(t.Context(), write(t, c.data), "", Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if f.XFA != c.want.XFA || f.Signed != c.want.Signed || f.Rights != c.want.Rights || f.Remake != c.want.Remake {
			t.Errorf("%s: %+v", name, f)
		}
		if err := f.Fillable(); (err != nil) != (c.refused != "") || err != nil && !strings.HasPrefix(err.Error(), c.refused) {
			t.Errorf("%s: %v, want %q", name, err, c.refused)
		}
		if c.refused != "" { // and the guest says so itself
			if _, err := Fill(t.Context(), write(t, c.data), "", nil, nil, Limits{}); !errors.Is(err, ErrRefused) {
				t.Errorf("%s: filled in: %v", name, err)
			}
		}
	}
}

// Words are those of the file, in whatever way it has them; what a field doesn't
// say it has from those above.
func TestWords(t *testing.T) {
	f, err := Inspect(t.Context(), write(t, formPDF("/Fields[5 0 R]/DA(/He 9 Tf 1 0 0 rg)/Q 2", "",
		"<</Subtype/Widget/T(b)/Parent 5 0 R/Rect[10 30 100 10]/V<FEFF041A043E0432>/MK<</R 90>>>>",
		"<</T(\\346\\370\\345)/FT/Tx/Ff 4096/Kids[4 0 R]>>")), "", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Field{{Name: "æøå.b", Type: FieldText, Value: []string{"Ков"}, Multiline: true,
		Widgets: []Widget{{Page: 1, Width: 20, Height: 90, Turn: 90, Size: 9, Align: 2, Colour: []float64{1, 0, 0}, Border: 1, Style: "S"}}}}
	if diff := cmp.Diff(want, f.Fields); diff != "" {
		t.Error(diff)
	}
	for in, want := range map[string]string{
		"\xfe\xff\x04\x1a": "К", "\xff\xfe\x1a\x04": "К", "\xef\xbb\xbf\xd0\x9a": "К", "\x80\xa0\xe6": "•€æ", "a\rb\r\nc": "a\nb\nc", "\xfe\xff\xd8\x3d\xde\x00": "😀",
	} {
		if got := readable(in); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
}

func TestDateFormats(t *testing.T) {
	for script, want := range map[string]string{
		`AFDate_FormatEx\("dd/mm/yyyy"\);`: "dd/mm/yyyy", `AFDate_KeystrokeEx\( 'yyyy-mm-dd' \)`: "yyyy-mm-dd", `AFDate_Format\(7\);`: "yy-mm-dd",
		`AFDate_Format\(99\);`: "", `AFNumber_Format\(2\)`: "", `AFDate_Format\(x\)`: "",
	} {
		f, err := Inspect(t.Context(), write(t, formPDF("/Fields[4 0 R]", "", "<</Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/AA<</K<</S/JavaScript/JS("+script+")>>>>>>")), "", Limits{})
		if err != nil || len(f.Fields) != 1 || f.Fields[0].Format != want || (f.Fields[0].Type == FieldDate) != (want != "") {
			t.Errorf("%s: %+v, %v", script, f, err)
		}
	}
}

// A form made in bad faith is read as far as it goes, or refused with a reason.
func TestHostileForms(t *testing.T) {
	deep := []string{"<<>>"}
	for i := range 200 {
		deep = append(deep, strings.Replace("<</T(x)/Kids[N 0 R]>>", "N", decimal(6+i), 1))
	}
	for name, c := range map[string]struct {
		data   []byte
		fields int
		said   string
	}{
		"a circle":     {formPDF("/Fields[4 0 R]", "", "<</T(a)/Kids[5 0 R]>>", "<</T(b)/Kids[4 0 R]>>"), 0, ""},
		"itself":       {formPDF("/Fields[4 0 R 4 0 R]", "", "<</T(a)/FT/Tx/Kids[4 0 R]>>"), 0, ""},
		"twice":        {formPDF("/Fields[4 0 R 4 0 R]", "", aText), 1, ""},
		"parent":       {formPDF("/Fields[]", "", "<</Subtype/Widget/T(a)/FT/Tx/Parent 5 0 R>>", "<</T(p)/Parent 4 0 R/Kids[4 0 R]>>"), 1, ""},
		"wrong kinds":  {formPDF("/Fields[4 0 R]/DA 7/Q(x)", "", "<</Subtype/Widget/T<</A 1>>/FT(Tx)/Rect(x)/Ff/No/MaxLen[1]/AP 3/MK[]/BS 1/Opt 9>>"), 0, ""},
		"numbers":      {formPDF("/Fields[4 0 R]", "", "<</Subtype/Widget/T(a)/FT/Tx/Rect[0 0 1e30 1e30]/Ff 99999999999/MaxLen -4/DA(/H 1e40 Tf 9 9 9 rg)/MK<</R 91/BG[9 -9 2]>>/BS<</W -3>>>>"), 1, ""},
		"too deep":     {formPDF("/Fields[5 0 R]", "", deep...), 0, "its fields nest more than 100 deep"},
		"10000 fields": {specimen.ManyFields(10_000), 10_000, ""},
		"no PDF":       {[]byte("Dear reader,"), 0, "it is not a PDF"},
	} {
		f, err := Inspect(t.Context(), write(t, c.data), "", ample)
		switch {
		case c.said != "":
			if err == nil || !strings.HasSuffix(err.Error(), c.said) {
				t.Errorf("%s: %v, want %q", name, err, c.said)
			}
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case len(f.Fields) != c.fields:
			t.Errorf("%s: %d fields, want %d", name, len(f.Fields), c.fields)
		}
	}
}

func decimal(n int) string { b, _ := json.Marshal(n); return string(b) }

// A guest that was taken over may say what it likes.
func TestFormIsChecked(t *testing.T) {
	field := func(change func(*Field)) *Form {
		x := Field{Name: "a", Type: FieldText, Widgets: []Widget{{Page: 1, Width: 1, Height: 1}}}
		change(&x)
		return &Form{Pages: 1, Fields: []Field{x}}
	}
	if err := field(func(*Field) {}).check(); err != nil {
		t.Error(err)
	}
	for name, f := range map[string]*Form{
		"no pages":     {},
		"many fields":  {Pages: 1, Fields: make([]Field, maxFields+1)},
		"kind of XFA":  {Pages: 1, XFA: "x"},
		"type":         field(func(x *Field) { x.Type = "x" }),
		"length":       field(func(x *Field) { x.MaxLen = -1 }),
		"page beyond":  field(func(x *Field) { x.Widgets[0].Page = 2 }),
		"width":        field(func(x *Field) { x.Widgets[0].Width = -1 }),
		"size":         field(func(x *Field) { x.Widgets[0].Size = 1e300 }),
		"turn":         field(func(x *Field) { x.Widgets[0].Turn = 45 }),
		"colour":       field(func(x *Field) { x.Widgets[0].Colour = []float64{1, 1} }),
		"many places":  field(func(x *Field) { x.Widgets = make([]Widget, maxWidgets+1) }),
		"many choices": field(func(x *Field) { x.Choices = make([]Choice, maxChoices+1) }),
	} {
		if err := f.check(); err == nil {
			t.Errorf("%s: believed", name)
		}
	}
}

// FuzzForm reads fields that are any objects: what is told of them is sound.
func FuzzForm(f *testing.F) {
	for _, s := range []string{aText, "<</T(a)/Kids[5 0 R 4 0 R]>>", "<</Subtype/Widget/FT/Btn/T(b)/AP<</N<</Yes 5 0 R/Off 5 0 R>>>>/AS/Yes/Opt[(x)]>>",
		"<</Subtype/Widget/FT/Ch/Ff 131072/T(c)/Opt[[(a)(b)](c)]/V[(a)(c)]/I[0]>>", "<</FT/Sig/T(s)/V 5 0 R>>"} {
		f.Add(s, aText)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		data := formPDF("/Fields[4 0 R 5 0 R]/DA(/H 9 Tf)", "", a, b)
		file, err := os.Open(write(t, data))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		request, _ := json.Marshal(inspectRequest{})
		got := attempt(inspectForm, errand{Request: request}, []*os.File{file})
		if got.Result == nil {
			return
		}
		var form Form
		if err := decode(got.Result, &form); err != nil {
			t.Fatal(err)
		}
		if err := form.check(); err != nil {
			t.Error(err)
		}
	})
}
