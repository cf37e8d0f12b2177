package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
)

// What explain says of whole cases is compared with texts that a person has
// read; -update rewrites them.
func TestExplainGolden(t *testing.T) {
	for _, c := range []struct{ name, example, lang string }{
		{"explain-mf4", "mf4-family", "en"},
		{"explain-bf23", "bf23-paper", "en"},
		{"explain-bf23.da", "bf23-paper", "da"},
		{"explain-od2d", "od2d-gaps", "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := page.Text(&out, then(t, filepath.Join(examples, c.example, "case.yaml"), c.lang).explanation(""), 0); err != nil {
				t.Fatal(err)
			}
			got := out.Bytes()
			golden := filepath.Join("testdata", "golden", c.name+".txt")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-golden +mappe):\n%s", golden, diff)
			}
		})
	}
}

// whole is a worked case as the command loads it.
func whole(t *testing.T, path, lang string) *work {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var c struct {
		On      string    `yaml:"on"`
		Profile yaml.Node `yaml:"profile"`
	}
	if err := yaml.Load(src, &c); err != nil {
		t.Fatal(err)
	}
	text, err := yaml.Marshal(&c.Profile)
	if err != nil {
		t.Fatal(err)
	}
	o := &options{on: &c.On, lang: lang, stdin: bytes.NewReader(text)}
	w, err := o.load("-")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var rawKey = regexp.MustCompile(`\b(permit|sponsor|stay_abroad|passport|danish_family_member|representative)\.[a-z]`)

// What explain can be asked about the worked cases is answered, in every
// language, in words and without denials of denials. Of each case it is a part.
func TestExplainEverything(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/cases/*.yaml")
	if err != nil || len(paths) < 25 {
		t.Fatalf("%d cases, %v; want at least 25", len(paths), err)
	}
	for i, path := range paths {
		for k, lang := range locales.Authoritative() {
			w := whole(t, path, lang)
			items := append(w.explainable(), "")
			slices.Sort(items)
			for j, item := range slices.Compact(items) {
				_, scheme := forms.ByID(item)
				if item != "" && (i+j)%3 != 0 || scheme && (i+j)%12 != 0 || (scheme || item == "") && i%len(locales.Authoritative()) != k { // each takes a search
					continue
				}
				var out bytes.Buffer
				if err := page.Text(&out, w.explanation(item), 0); err != nil {
					t.Fatal(err)
				}
				text := strings.Join(strings.Fields(out.String()), " ")
				if !slices.ContainsFunc(w.list.People, func(p *checklist.Person) bool { return len(w.item(p, item)) > 0 }) {
					t.Errorf("%s: %s: nothing is said of %q", path, lang, item)
				}
				for _, bad := range []string{"not (", "not not", "ikke (", "ikke ikke", "not “no”", "<no value>"} {
					if strings.Contains(text, bad) {
						t.Errorf("%s: %s: %q: %q in\n%s", path, lang, item, bad, out.String())
					}
				}
				if key := rawKey.FindString(text); key != "" && item != "" {
					t.Errorf("%s: %s: %q: the key %q in\n%s", path, lang, item, key, out.String())
				}
			}
		}
	}
}
