package fields

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/guest"
	"mappe/internal/pdf/specimen"
)

func TestMain(m *testing.M) {
	guest.Main()
	os.Exit(m.Run())
}

// filled writes a form and fills it in; the answer is also the path of the
// finished file.
func filled(t *testing.T, data []byte, values ...Value) (*Filled, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	form, err := guest.Inspect(t.Context(), path, "", guest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := Fill(t.Context(), path, "", form, values, guest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	out := path + ".filled.pdf"
	if err := os.WriteFile(out, append(slices.Clone(data), f.Added...), 0o600); err != nil {
		t.Fatal(err)
	}
	return f, out
}

var everything = []Value{
	{"Part1.Surname", []string{"Коваленко"}}, {"Part1.GivenNames", []string{"Søren Æble Åge"}},
	{"Part1.Born", []string{"03-02-1990"}}, {"Part1.Cpr", []string{"0302901234"}},
	{"Part1.Address", []string{"Nørrebrogade 1, 2. tv.\n2200 København N\nΕλλάδα"}},
	{"Part1.Nationality", []string{"UA"}}, {"Part1.Married", []string{"Ja"}}, {"Part1.Permit", []string{"Permanent"}},
	{"Part1.Languages", []string{"Danish", "Ukrainian"}}, {"Part2.Sponsor", []string{"محمد الأحمد"}},
	{"Part2.BornDay", []string{"3"}}, {"Part2.Agree", []string{"Yes"}},
}

// Every value is there for another program too, whatever its letters, and on
// paper.
func TestFill(t *testing.T) {
	for _, streams := range []bool{false, true} {
		for _, acro := range []string{"", "/NeedAppearances true"} {
			x := specimen.Application()
			x.Streams, x.Acro = streams, acro
			f, path := filled(t, x.Bytes(), everything...)
			if len(f.Lost) > 0 {
				t.Errorf("lost: %+v", f.Lost)
			}
			for range 5 {
				if again, _ := filled(t, x.Bytes(), everything...); !bytes.Equal(again.Added, f.Added) {
					t.Fatal("not the same bytes again")
				}
			}
			if diff := cmp.Diff(everything, f.Kept); diff != "" {
				t.Error(diff)
			}
			want := map[string]any{
				"Part1.Surname": "Коваленко", "Part1.GivenNames": "Søren Æble Åge", "Part1.Born": "03-02-1990", "Part1.Cpr": "0302901234",
				"Part1.Address": "Nørrebrogade 1, 2. tv.\r2200 København N\rΕλλάδα", "Part1.Nationality": "UA", "Part1.Married": "/Ja", "Part1.Permit": "/2",
				"Part2.Sponsor": "محمد الأحمد", "Part2.BornDay": "3", "Part2.Agree": "/Yes", "Office.Case": "for the office",
			}
			got := asked(t, path)
			for name, v := range want {
				if got[name] != v {
					t.Errorf("qpdf reads %s: %q, want %q", name, got[name], v)
				}
			}
			text, err := exec.Command("pdftotext", "-layout", path, "-").CombinedOutput()
			if err != nil {
				t.Fatalf("pdftotext: %v %s", err, text)
			}
			for _, v := range []string{"Коваленко", "Søren Æble Åge", "Nørrebrogade 1, 2. tv.", "Ελλάδα", "Ukraine", "محمد"} {
				if !strings.Contains(string(text), v) {
					t.Errorf("%q can't be seen on\n%s", v, text)
				}
			}
		}
	}
}

// asked is what qpdf reads of the fields of a file, and that it finds it sound.
func asked(t *testing.T, path string) map[string]any {
	t.Helper()
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	out, err := exec.Command("qpdf", "--json", "--json-key=acroform", path).Output()
	if err != nil {
		t.Fatalf("qpdf: %v", err)
	}
	var form struct {
		Acroform struct {
			Fields []struct {
				Name  string `json:"fullname"`
				Value any
			}
		}
	}
	if err := json.Unmarshal(out, &form); err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	for _, x := range form.Acroform.Fields {
		v := x.Value
		if s, ok := v.(string); ok {
			v = strings.TrimPrefix(s, "u:")
		}
		all[x.Name] = v
	}
	return all
}

// What can't be in its field as it was meant is said, and the field keeps what
// it had.
func TestLost(t *testing.T) {
	f, path := filled(t, specimen.Application().Bytes(),
		Value{"Part1.Surname", []string{"Kovalenko"}},
		Value{"Part1.Surnam", []string{"x"}}, Value{"Part2.BornMonth", []string{"Feb"}}, Value{"Office.Case", []string{"1"}},
		Value{"Part1.Nationality", []string{"SE"}}, Value{"Part1.Permit", []string{"3"}}, Value{"Signature", []string{"x"}}, Value{"Print", []string{"x"}},
		Value{"Part1.GivenNames", []string{"a\U000F0000b"}}, Value{"Part2.Sponsor", []string{strings.Repeat("a very long name ", 40)}},
	)
	var got []string
	for _, l := range f.Lost {
		got = append(got, l.Field+" "+l.Why+" "+l.Detail)
	}
	want := []string{"Part1.Surnam no-field ", "Part2.BornMonth too-long 2", "Office.Case read-only ", "Part1.Nationality no-choice DK, UA, XX",
		"Part1.Permit no-choice 1, 2", "Signature no-value signature", "Print no-value button", "Part1.GivenNames no-letter U+F0000", "Part2.Sponsor no-room "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(f.Kept) != 1 || asked(t, path)["Office.Case"] != "for the office" {
		t.Errorf("kept %+v", f.Kept)
	}
}

// Where every value is lost nothing is added.
func TestNothingFilled(t *testing.T) {
	f, _ := filled(t, specimen.Application().Bytes(), Value{"x", []string{"y"}})
	if f.Added != nil || len(f.Lost) != 1 {
		t.Errorf("%+v", f)
	}
}

// Turned and framed fields, and a value that is taken away.
func TestLooks(t *testing.T) {
	var x specimen.Form
	x.Pages = 1
	for i, turn := range []string{"0", "90", "180", "270"} {
		x.Fields = append(x.Fields, specimen.Field{Name: "f" + turn, Page: 1, Rect: [4]int{50 + 120*i, 600, 150 + 120*i, 700},
			Marks: "/R " + turn + "/BG[0.9 0.9 1]", Dict: "/FT/Tx/Ff 4096/Border[0 0 2]"})
	}
	x.Fields = append(x.Fields,
		specimen.Field{Name: "gone", Page: 1, Rect: [4]int{50, 500, 150, 520}, Dict: "/FT/Tx/V(old)"},
		specimen.Field{Name: "secret", Page: 1, Rect: [4]int{200, 500, 300, 520}, Dict: "/FT/Tx/Ff 8192"},
		specimen.Field{Name: "free", Page: 1, Rect: [4]int{350, 500, 450, 520}, Dict: "/FT/Ch/Ff 393216/Opt[(a)(b)]"})
	f, path := filled(t, x.Bytes(), Value{"f0", []string{"upright and long enough for several lines"}}, Value{"f90", []string{"turned"}}, Value{"f180", []string{"upside down"}}, Value{"f270", []string{"turned back"}}, Value{"gone", nil}, Value{"secret", []string{"word"}}, Value{"free", []string{"own words"}})
	if len(f.Lost) > 0 {
		t.Error(f.Lost)
	}
	got := asked(t, path)
	if got["gone"] != nil || got["secret"] != "word" || got["free"] != "own words" {
		t.Errorf("%v", got)
	}
	text, _ := exec.Command("pdftotext", path, "-").Output()
	if s := string(text); strings.Contains(s, "old") || strings.Contains(s, "word\n") && !strings.Contains(s, "own words") || !strings.Contains(s, "••••") {
		t.Errorf("seen: %s", s)
	}
}

// Ten thousand fields are a matter of seconds.
func TestManyFields(t *testing.T) {
	f, _ := filled(t, specimen.ManyFields(10_000), Value{"Field1", []string{"æ"}}, Value{"Field10000", []string{"ø"}})
	if len(f.Kept) != 2 {
		t.Errorf("%+v", f.Lost)
	}
}
