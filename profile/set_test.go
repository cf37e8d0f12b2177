package profile

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSet(t *testing.T) {
	for _, c := range []struct {
		key  Key
		text string
		want string // as the file has it; "" for as typed
	}{
		{"goal", "extend", ""},
		{"born", " 1990-02-03 ", "1990-02-03"},
		{"mitid", "false", ""},
		{"permit.expires", "2027-01-31", ""},
		{"citizenship", "UA,NO", "UA, NO"},
		{"citizenship", "none", "none"},
		{"document_languages", "da , pt-BR", "da, pt-BR"},
		{"income", "2021-10-05..2023-06-30 ,2024-01-01 .. 2024-05-01", "2021-10-05..2023-06-30, 2024-01-01..2024-05-01"},
		{"danish_family_member.income", "none", ""},
		{"absences", "2021-10-05..2023-06-30/work, 2024-01-01..2024-01-01/illness", ""},
		{"work", "2021-10-05..2023-06-30/50%/abroad, 2024-01-01..2024-02-01", "2021-10-05..2023-06-30/abroad/50%, 2024-01-01..2024-02-01"},
		{"work", "2021-10-05..2023-06-30/denmark", ""},
		{"address", "Vej 1, 2. th / none", ""},
		{"name", "Марія Коваленко", ""},
		{"stay_abroad.country", "NO", ""},
	} {
		var a Applicant
		if err := a.Set(c.key, c.text); err != nil {
			t.Errorf("%s=%s: %v", c.key, c.text, err)
			continue
		}
		want := c.want
		if want == "" {
			want = c.text
		}
		if got := a.Text(c.key); got != want {
			t.Errorf("%s=%s: reads %q, want %q", c.key, c.text, got, want)
		}
		a.Clear(c.key)
		if diff := cmp.Diff(Applicant{}, a); diff != "" {
			t.Errorf("%s: not cleared:\n%s", c.key, diff)
		}
	}
}

func TestSetRefuses(t *testing.T) {
	for _, c := range []struct {
		key        Key
		text, want string
	}{
		{"born", "31/12/1990", `born: "31/12/1990" is not a day; write YYYY-MM-DD, a day that exists`},
		{"born", "", `born: "" is not a day; write YYYY-MM-DD, a day that exists`},
		{"permit.expires", "2027-02-29", `permit.expires: "2027-02-29" is not a day; write YYYY-MM-DD, a day that exists`},
		{"mitid", "yes", `mitid: want true or false, got "yes"; write true or false`},
		{"goal", "extned", `goal: unknown value "extned"; did you mean "extend"? (keep, extend, permanent-eu or permanent)`},
		{"citizenship", "Norway", `citizenship[0]: "Norway" is not a country code; write two capital letters of ISO 3166-1, such as DK or NO`},
		{"document_languages", "da, Dansk", `document_languages[1]: "Dansk" is not a language code; write a tag such as da, uk or pt-BR`},
		{"document_languages", "da,", `document_languages[1]: empty text; give a value, or leave the key out while it is not known`},
		{"income", "2021-10-05", `income: "2021-10-05" is no run of days; write FIRST..LAST, such as 2021-10-05..2023-06-30, or "none"`},
		{"income", "2021-10-05..2021-10-04", `income[0].to: "2021-10-04" is before "2021-10-05", where the period starts; both ends belong to it`},
		{"income", "2021-10-05..2021-10-06/work", `income: "2021-10-05..2021-10-06/work" is no run of days; write FIRST..LAST, such as 2021-10-05..2023-06-30, or "none"`},
		{"absences", "2021-10-05..2021-11-05", `absences[0]: "reason" is missing; add it: work, illness, conscription or other`},
		{"absences", "2021-10-05..2021-11-05/play", `absences[0].reason: unknown value "play"; write work, illness, conscription or other`},
		{"work", "2021-10-05..2021-11-05/half", `work: "/half" after the days of work; write /abroad, /denmark or a share such as /50%`},
		{"work", "2021-10-05..2021-11-05/101%", `work[0].share: 101 is no share of full time; write a percentage from 1 to 100`},
		{"documents", "passport-copy", `documents: documents are not typed in a line; write them in the file`},
		{"permit.expiry", "2027-01-31", `unknown fact "permit.expiry"; did you mean "permit.expires"?`},
		{"address", "\xff", `address: too long, or no text; write it in the file`},
		{"address", strings.Repeat("x", 5000), `address: too long, or no text; write it in the file`},
	} {
		before := Applicant{Permit: &Permit{}}
		if err := before.Set("passport.number", "0800"); err != nil {
			t.Fatal(err)
		}
		a := clone(reflect.ValueOf(before)).Interface().(Applicant)
		err := a.Set(c.key, c.text)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s=%q:\n got %v\nwant %s", c.key, c.text, err, c.want)
		}
		if diff := cmp.Diff(before, a); diff != "" {
			t.Errorf("%s=%q: changed all the same:\n%s", c.key, c.text, diff)
		}
	}
}

// At the top stand the facts that serve all applicants, and no others.
func TestSetShared(t *testing.T) {
	p := &Profile{Version: Version, Applicants: []Applicant{{ID: "a"}}}
	if err := p.Set("stay_abroad.left_on", "2026-02-01"); err != nil {
		t.Fatal(err)
	}
	if got := p.Merged(0).Text("stay_abroad.left_on"); got != "2026-02-01" {
		t.Errorf("the applicant reads %q", got)
	}
	if got := p.Applicants[0].Text("stay_abroad.left_on"); got != "" {
		t.Errorf("the applicant has %q of their own", got)
	}
	want := "born: belongs to one applicant; name the applicant"
	if err := p.Set("born", "1990-02-03"); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	p.Clear("stay_abroad.left_on")
	p.Clear("born")
	if p.StayAbroad != nil || p.Text("born") != "" {
		t.Errorf("left %+v", p.Shared)
	}
}

// What stands in a profile is set again by its text: lists with all their
// marks, but not the parts of a name.
func TestTextSetsAgain(t *testing.T) {
	for seed := range uint64(100) {
		p := random(rand.New(rand.NewPCG(seed, 2)))
		for i := range p.Applicants {
			a := &p.Applicants[i]
			for _, q := range Questions() {
				text := a.Text(q.Key)
				if text == "" || strings.TrimSpace(text) != text || q.Kind == "documents" || q.Kind == "name" {
					continue
				}
				var b Applicant
				if err := b.Set(q.Key, text); err != nil {
					t.Fatalf("seed %d: %s=%q: %v", seed, q.Key, text, err)
				}
				want, got := slot(reflect.ValueOf(*a), q.Key, false), slot(reflect.ValueOf(b), q.Key, false)
				if diff := cmp.Diff(want.Interface(), got.Interface()); diff != "" {
					t.Fatalf("seed %d: %s=%q (-want +got)\n%s", seed, q.Key, text, diff)
				}
			}
		}
	}
}

// Set never panics; what it takes is written and read again as it is.
func FuzzSet(f *testing.F) {
	for _, q := range Questions() {
		f.Add(string(q.Key), "none")
		f.Add(string(q.Key), "2021-10-05..2023-06-30/work, 2024-01-01..2024-05-01/abroad/50%")
	}
	f.Add("address", "<<")
	f.Add("name", "\x00\u0085\ufeff")
	f.Fuzz(func(t *testing.T, key, text string) {
		p := &Profile{Version: Version, Applicants: []Applicant{{ID: "a"}}}
		a := &p.Applicants[0]
		if err := a.Set(Key(key), text); err != nil {
			return
		}
		src, err := Encode(p)
		if err != nil {
			t.Fatalf("%s=%q: %v", key, text, err)
		}
		got, err := Decode("p.yaml", src)
		if err != nil {
			t.Fatalf("%s=%q: %v\n%s", key, text, err, src)
		}
		if diff := cmp.Diff(p, got); diff != "" {
			t.Errorf("%s=%q (-want +got)\n%s", key, text, diff)
		}
		written := a.Text(Key(key))
		if err := a.Set(Key(key), written); err != nil || a.Text(Key(key)) != written {
			t.Errorf("%s=%q reads %q, and that %q: %v", key, text, written, a.Text(Key(key)), err)
		}
	})
}
