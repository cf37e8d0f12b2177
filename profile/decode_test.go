package profile

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mappe/internal/civil"
)

var update = flag.Bool("update", false, "write the complaints of testdata/bad anew")

// Every archive holds a broken case.yaml and the complaint about it.
func TestDecodeComplains(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d archives, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 2 {
				t.Fatalf("%d files, %v", len(a.Files), err)
			}
			p, err := Decode(a.Files[0].Name, a.Files[0].Data)
			if err == nil {
				t.Fatalf("no complaint; read %+v", p)
			}
			got := err.Error() + "\n"
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func ptr[T any](v T) *T { return &v }

// What a reader of YAML 1.1 would turn into something else stays as written.
func TestDecodeKeepsText(t *testing.T) {
	const src = `mappe: 1
case: 0800
sponsor: {cpr: 0101701234, address: 2026-01-01, name: Ana Lindqvist}
stay_abroad: {country: NO}
language: no
applicants:
- id: "1"
  name: {given: Марія, family: Коваленко, latin: Mariia Kovalenko}
  phone: 0045 12 34 56 78
  case_order_id: 1e3
  alien_number: 0x1F
  citizenship: [NO, "NU"]
  passport: {number: 0012345}
  born: "1990-02-03"
  mitid: false
  income: []
  documents:
  - item: passport-copy
    files: [scans/passport.pdf, {file: scans/annex.pdf, pages: 2-5, rotate: 90, fit: a4, password_file: annex.key}]
  - {item: mf4-list, status: follows-later, until: 2026-12-15, reason: with the employer}
`
	want := &Profile{
		Version: 1,
		Case:    "0800",
		Shared: Shared{
			Language: ptr("no"),
			Sponsor: &Sponsor{CPR: ptr("0101701234"), Address: ptr("2026-01-01"),
				Name: &Name{Whole: "Ana Lindqvist"}},
			StayAbroad: &StayAbroad{Country: ptr(Country("NO"))},
		},
		Applicants: []Applicant{{
			ID:          "1",
			Name:        &Name{Given: "Марія", Family: "Коваленко", Latin: "Mariia Kovalenko"},
			Phone:       ptr("0045 12 34 56 78"),
			CaseOrderID: ptr("1e3"),
			AlienNumber: ptr("0x1F"),
			Citizenship: []Country{"NO", "NU"},
			Passport:    &Passport{Number: ptr("0012345")},
			Born:        ptr(civil.Of(1990, 2, 3)),
			MitID:       ptr(false),
			Income:      []Period{},
			Documents: []Document{
				{Item: "passport-copy", Files: []File{{File: "scans/passport.pdf"},
					{File: "scans/annex.pdf", Pages: "2-5", Rotate: 90, Fit: ptr(FitA4), PasswordFile: ptr("annex.key")}}},
				{Item: "mf4-list", Status: ptr(FollowsLater), Until: ptr(civil.Of(2026, 12, 15)), Reason: ptr("with the employer")},
			},
		}},
	}
	got, err := Decode("p.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDecodeJSON(t *testing.T) {
	yaml := "mappe: 1\ncase: \"\U00020BB7野 \\\\ud842\\\\udfb7 é/\"\ngoal: keep\napplicants: [{id: maria, mitid: true}]\n"
	want, err := Decode("p.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string]string{
		"one line":    `{"mappe":1,"case":"𠮷野 \\ud842\\udfb7 é/","goal":"keep","applicants":[{"id":"maria","mitid":true}]}`,
		"tabs":        "{\n\t\"mappe\": 1,\n\t\"case\": \"𠮷野 \\\\ud842\\\\udfb7 é/\",\n\t\"goal\": \"keep\",\n\t\"applicants\": [\n\t\t{\"id\": \"maria\", \"mitid\": true}\n\t]\n}\n",
		"escapes":     `{"mappe":1,"case":"\uD842\udfb7\u91ce \\ud842\\udfb7 \u00e9\/","goal":"keep","applicants":[{"id":"maria","mitid":true}]}`,
		"byte order":  "\uFEFF" + `{"mappe":1,"case":"𠮷野 \\ud842\\udfb7 é/","goal":"keep","applicants":[{"id":"maria","mitid":true}]}`,
		"line breaks": "{\"mappe\":1,\r\n\"case\":\"𠮷野 \\\\ud842\\\\udfb7 é/\",\r\n\"goal\":\"keep\",\r\n\"applicants\":[{\"id\":\"maria\",\"mitid\":true}]}\r\n",
	} {
		got, err := Decode("p.json", []byte(src))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

// The smallest profile is one applicant of whom nothing is known.
func TestDecodeNothingKnown(t *testing.T) {
	got, err := Decode("p.yaml", []byte("mappe: 1\napplicants: [{id: x}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&Profile{Version: 1, Applicants: []Applicant{{ID: "x"}}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// An error can be taken apart: a page that shows the file marks the line.
func TestErrorParts(t *testing.T) {
	_, err := Decode("case.yaml", []byte("mappe: 1\napplicants:\n- id: x\n  permit: {expires: soon}\n"))
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%T: %v", err, err)
	}
	if e.File != "case.yaml" || e.Line != 4 || e.Key != "applicants[0].permit.expires" {
		t.Errorf("place %s, %d, %s", e.File, e.Line, e.Key)
	}
}

// What is no text, or too much of it, cannot stand in an archive.
func TestDecodeRefuses(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	for _, c := range []struct{ name, src, want string }{
		{"size", "mappe: 1\ncase: " + long, "p.yaml: 1048591 bytes; a profile has at most 1048576"},
		{"latin 1", "mappe: 1\ncase: M\xfcller\n", "p.yaml:2: no YAML or JSON: bytes that are no UTF-8; save the file as UTF-8 text"},
		{"cut short", "mappe: 1\ncase: M\xc3", "p.yaml:2: no YAML or JSON: bytes that are no UTF-8; save the file as UTF-8 text"},
		{"PDF", "%PDF-1.7\n%\x00\x01", "p.yaml:2: no YAML or JSON: the control character U+0000; save the file as UTF-8 text"},
		{"long key", "mappe: 1\n? " + long[:1<<19] + "\n: 1\napplicants: [{id: x}]",
			"p.yaml:2: unknown fact \"" + long[:60] + "\"…; the nearest known here is \"mappe\""},
	} {
		_, err := Decode("p.yaml", []byte(c.src))
		if err == nil || err.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
	}
}

// A file that is wrong all over does not flood the terminal.
func TestDecodeStopsComplaining(t *testing.T) {
	src := "mappe: 1\napplicants:\n" + strings.Repeat("- {id: x, born: never}\n", 500)
	_, err := Decode("p.yaml", []byte(src))
	lines := strings.Split(err.Error(), "\n")
	if want := "p.yaml: and 899 more errors"; len(lines) != enough+1 || lines[enough] != want {
		t.Errorf("%d lines, the last %q; want %d, %q", len(lines), lines[len(lines)-1], enough+1, want)
	}
}

func FuzzDecode(f *testing.F) {
	bad, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range bad {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	f.Add([]byte(`{"mappe":1,"case":"\uD842\udfb7","applicants":[{"id":"x","name":"y"}]}`))
	f.Add([]byte("mappe: 1\napplicants:\n- id: x\n  address: |\n    Vej 1\n    1000 K\n  documents: [{item: a, files: [b]}]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := Decode("p.yaml", src)
		if err != nil {
			return
		}
		out, err := Encode(p)
		if err != nil {
			t.Fatalf("encode: %v", err)
		}
		again, err := Decode("q.yaml", out)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if diff := cmp.Diff(p, again); diff != "" {
			t.Errorf("(-read +read again)\n%s\n%s", diff, out)
		}
	})
}
