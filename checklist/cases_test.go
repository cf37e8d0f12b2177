package checklist

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// workedCase is one of ../testdata/cases: a day, a profile, what must come
// out.
type workedCase struct {
	ID      string    `yaml:"id"`
	On      string    `yaml:"on"`
	Profile yaml.Node `yaml:"profile"`
	Want    struct {
		Applicants   []map[string]any `yaml:"applicants"`
		Applications *int             `yaml:"applications"`
		Fee          map[string]any   `yaml:"fee"`
	} `yaml:"want"`
}

func TestCases(t *testing.T) {
	paths, err := filepath.Glob("../testdata/cases/*.yaml")
	if err != nil || len(paths) < 25 {
		t.Fatalf("%d cases, %v; want at least 25", len(paths), err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var c workedCase
		if err := yaml.Load(src, &c); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		t.Run(c.ID, func(t *testing.T) { holds(t, build(t, c), c) })
	}
}

func build(t *testing.T, c workedCase) *Checklist {
	t.Helper()
	src, err := yaml.Marshal(&c.Profile)
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Decode(c.ID+".yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	a, err := forms.Assess(p, civil.MustParse(c.On), book)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Build(a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func holds(t *testing.T, l *Checklist, c workedCase) {
	for _, want := range c.Want.Applicants {
		id := fmt.Sprint(want["id"])
		i := slices.IndexFunc(l.People, func(p *Person) bool { return p.ID() == id })
		if i < 0 {
			t.Fatalf("%s: no such applicant in the answer", id)
		}
		p := l.People[i]
		got := seen(p)
		for key, w := range want {
			switch key {
			case "documents":
				holdsDocuments(t, p, w.([]any))
			case "note_ids":
				for _, n := range w.([]any) {
					if !slices.ContainsFunc(p.Notes, func(x forms.Note) bool { return x.ID == n }) {
						t.Errorf("%s: note %v missing", id, n)
					}
				}
			case "window", "deadlines":
				for k, v := range w.(map[string]any) {
					if g := got[key+"."+k]; g != day(v) {
						t.Errorf("%s.%s.%s: got %q, want %q", id, key, k, g, day(v))
					}
				}
			case "partial":
			default:
				if got[key] != day(w) {
					t.Errorf("%s.%s: got %q, want %q", id, key, got[key], day(w))
				}
			}
		}
		if len(p.Ask) > 0 && want["partial"] == nil && p.Outcome != forms.Undecided {
			t.Errorf("%s: decided but still asks %v", id, p.Ask)
		}
	}
	if n := c.Want.Applications; n != nil && len(l.Applications) != *n {
		t.Errorf("%d applications, want %d", len(l.Applications), *n)
	}
	fee := map[string]string{"status": string(l.Fee.Status), "each": fmt.Sprint(l.Fee.Each), "total": fmt.Sprint(l.Fee.Total)}
	for k, v := range c.Want.Fee {
		if fee[k] != fmt.Sprint(v) {
			t.Errorf("fee.%s: got %s, want %v", k, fee[k], v)
		}
	}
}

// seen is a person's answer as plain text by key.
func seen(p *Person) map[string]string {
	got := map[string]string{
		"id": p.ID(), "outcome": string(p.Outcome), "scheme": p.Scheme.ID, "form": p.Scheme.Form, "variant": p.Variant,
		"authority": p.Authority, "covered_by": p.CoveredBy,
	}
	if w := p.Window; w != nil {
		got["window.opens"], got["window.last_safe_day"] = w.Opens.On.String(), w.LastSafeDay.On.String()
		got["window.expires"], got["window.state"] = w.Expires.String(), string(w.State)
	}
	for _, d := range p.Deadlines {
		got["deadlines."+d.ID] = d.On.String()
	}
	if f := p.Forecast; f != nil {
		got["permit_until"], got["permit_until_because"] = f.Until.String(), f.Because
	}
	return got
}

// contract are the document ids whose presence a case settles.
const contract = ` form-mf4 form-od2d case-order-receipt passport-copy passport-all-pages passport-original biometrics
	biometrics-card mf4-list mf4-list-working mf4-list-studying mf4-list-one-parent od2d-form-list consent-other-parent
	support-student support-establishment-card support-start-up translation power-of-attorney reason-employment reason-posting
	reason-education reason-care reason-other employment-whole-period unforeseen-event posting-for-extension posting-for-border
	residence-evidence residence-evidence-dane `

func holdsDocuments(t *testing.T, p *Person, want []any) {
	var have []string
	for _, it := range p.Items {
		if it.Need != Example && slices.Contains(strings.Fields(contract), it.ID) {
			have = append(have, it.ID)
		}
	}
	for _, w := range want {
		if !slices.Contains(have, w.(string)) {
			t.Errorf("%s: document %v missing", p.ID(), w)
		}
	}
	for _, h := range have {
		if !slices.Contains(want, any(h)) {
			t.Errorf("%s: document %s not wanted", p.ID(), h)
		}
	}
}

// day writes a wanted value, which may be a date, as text.
func day(v any) string {
	if d, ok := v.(interface{ Format(string) string }); ok {
		return d.Format("2006-01-02")
	}
	return fmt.Sprint(v)
}
