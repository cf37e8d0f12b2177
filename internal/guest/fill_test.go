package guest

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf/specimen"
)

// Of a file under a password every kind of encryption is read, filled in, and
// read again by another program.
func TestFillEncrypted(t *testing.T) {
	for _, how := range [][]string{{"40"}, {"128", "--use-aes=n"}, {"128", "--use-aes=y"}, {"256"}} {
		in := write(t, specimen.Application().Bytes())
		path := in + ".locked"
		args := append([]string{"--allow-weak-crypto", "--encrypt", "open-sesame", "owner"}, how...)
		if out, err := exec.Command("qpdf", append(args, "--", in, path)...).CombinedOutput(); err != nil {
			t.Fatalf("qpdf: %v\n%s", err, out)
		}
		if _, err := Inspect(t.Context(), path, "", Limits{}); err == nil || !strings.HasSuffix(err.Error(), "it needs a password") {
			t.Errorf("%v: %v", how, err)
		}
		f, err := Inspect(t.Context(), path, "open-sesame", Limits{})
		if err != nil || !f.Encrypted {
			t.Fatalf("%v: %v", how, err)
		}
		i := slices.IndexFunc(f.Fields, func(x Field) bool { return x.Name == "Part1.Surname" })
		u, err := Fill(t.Context(), path, "open-sesame", []Setting{{Field: i, Value: []string{"Коваленко Åse"}}}, nil, Limits{})
		if err != nil {
			t.Fatalf("%v: %v", how, err)
		}
		again, err := Reread(t.Context(), path, "open-sesame", u.Added, Limits{})
		if err != nil || !slices.Equal(find(t, again, "Part1.Surname").Value, []string{"Коваленко Åse"}) || find(t, again, "Part1.Surname").Label != "Surname" {
			t.Errorf("%v: reads %+v, %v", how, again, err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		whole := filepath.Join(t.TempDir(), "whole.pdf")
		save(t, whole, append(data, u.Added...))
		out, err := exec.Command("qpdf", "--password=open-sesame", "--json", "--json-key=acroform", whole).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "Коваленко Åse") {
			t.Errorf("%v: qpdf: %v %s", how, err, out[:min(len(out), 300)])
		}
	}
}

// An update needs a sound table to go on from.
func TestFillRefuses(t *testing.T) {
	whole := formPDF("/Fields[4 0 R]", "", aText)
	value := []Setting{{Field: 0, Value: []string{"new"}}}
	for name, c := range map[string]struct {
		data     []byte
		settings []Setting
		said     string
	}{
		"table":     {[]byte(strings.Replace(string(whole), "startxref\n", "startxref\n1", 1)), value, "its table of objects is damaged; open it in another program, save it anew, and use that file"},
		"no end":    {whole[:len(whole)-6], value, "its table of objects is damaged; open it in another program, save it anew, and use that file"},
		"no field":  {whole, []Setting{{Field: 1}}, "it has no field 1"},
		"no look":   {whole, []Setting{{Looks: []int{1}}}, "no look 1"},
		"signature": {formPDF("/Fields[4 0 R]", "", "<</Subtype/Widget/FT/Sig/T(s)>>"), value, `field "s" is a signature, which has no value`},
	} {
		_, err := Fill(t.Context(), write(t, c.data), "", c.settings, nil, Limits{})
		if err == nil || !strings.HasSuffix(err.Error(), c.said) {
			t.Errorf("%s: %v, want %q", name, err, c.said)
		}
	}
}

// Usage rights are for the file as it was, and what a rich text said is no
// longer the value. What else a form has stays.
func TestFillChangesNothingElse(t *testing.T) {
	data := formPDF("/Fields[4 0 R]/NeedAppearances true/CO[4 0 R]", "/Perms<</UR3<</Type/Sig>>>>/OpenAction<</S/JavaScript/JS(x)>>",
		"<</Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/RV(rich)/AA<</C<</S/JavaScript/JS(y)>>>>/Own#20Key(kept)>>")
	path := write(t, data)
	first, err := Fill(t.Context(), path, "", []Setting{{Field: 0, Value: []string{"new"}}}, nil, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Fill(t.Context(), path, "", []Setting{{Field: 0, Value: []string{"new"}}}, nil, Limits{})
	if err != nil || string(first.Added) != string(again.Added) {
		t.Errorf("not the same bytes again: %v", err)
	}
	for _, want := range []string{"/OpenAction", "/CO", "/JS", "/Own#20Key"} {
		if !strings.Contains(string(first.Added), want) {
			t.Errorf("%s is gone", want)
		}
	}
	for _, gone := range []string{"/Perms", "/RV", "/NeedAppearances"} {
		if strings.Contains(string(first.Added), gone) {
			t.Errorf("%s is still there", gone)
		}
	}
}
