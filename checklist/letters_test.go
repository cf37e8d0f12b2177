package checklist

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"mappe/profile"
)

func TestLettersComplain(t *testing.T) {
	const good = `{id: a, for: [mf4], item: [translation], when: without-file, place: item, signs: applicant}`
	if all, err := loadLetters([]byte("- " + good)); err != nil || len(all) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	for _, tc := range []struct{ old, new, want string }{
		{"without-file", "without-flie", `letters.yaml: a: unknown condition "without-flie"`},
		{"[mf4]", "[mf5]", `letters.yaml: a: unknown scheme "mf5"`},
		{"[mf4]", "[]", "letters.yaml: a: id, for and signs are wanted"},
		{", signs: applicant", "", "letters.yaml: a: id, for and signs are wanted"},
		{"[translation]", "[translatoin]", `letters.yaml: a: unknown item "translatoin"`},
		{"place: item", "place: desk", `letters.yaml: a: place "desk" is none of`},
		{"place: item", "place: front, sings: x", "letters.yaml: "},
		{"place: item", "place: before-data", "letters.yaml: a: item and when are wanted, but for a letter before or after the data sheet"},
		{"when: without-file, ", "", "letters.yaml: a: item and when are wanted, but for"},
		{"item: [translation], ", "", "letters.yaml: a: item and when are wanted, but for"},
	} {
		src := strings.Replace(good, tc.old, tc.new, 1)
		if src == good {
			t.Fatalf("%q is not in the line", tc.old)
		}
		if all, err := loadLetters([]byte("- " + src)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, %v; want %q", src, all, err, tc.want)
		}
	}
}

// Each letter has a template in both languages, each template is a letter's, and
// no condition is there for nothing.
func TestLetters(t *testing.T) {
	all, err := Letters()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	used := map[string]bool{}
	for i, l := range all {
		if slices.Index(LetterIDs(), l.ID) != i {
			t.Errorf("%s stands there twice", l.ID)
		}
		used[l.When] = true
		want = append(want, l.ID+".da.md", l.ID+".en.md")
		for _, item := range l.Items {
			for _, scheme := range Schemes(item) {
				if !slices.Contains(l.For, scheme) && scheme != "state-posting" {
					t.Errorf("%s answers %s, but not for %s", l.ID, item, scheme)
				}
			}
		}
	}
	for name := range letterConditions {
		if !used[name] {
			t.Errorf("nothing in letters.yaml depends on the condition %q", name)
		}
	}
	got, err := fs.Glob(os.DirFS("../templates"), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("templates %q, want %q", got, want)
	}
}

func TestLetterConditions(t *testing.T) {
	file := []profile.File{{File: "a.pdf"}}
	status, reason := profile.DoesNotApply, "x"
	for _, tc := range []struct {
		name  string
		given []profile.Document
		want  bool
	}{
		{"without-file", nil, true},
		{"without-file", []profile.Document{{Files: file}}, false},
		{"without-file", []profile.Document{{Status: &status}}, false},
		{"without-file", []profile.Document{{Status: &status, Reason: &reason}}, false},
		{"without-declaration", nil, false},
		{"without-declaration", []profile.Document{{Files: file, Translation: file}}, true},
		{"without-declaration", []profile.Document{{Files: file, Translator: &profile.Translator{}}}, false},
		{"without-declaration", []profile.Document{{Files: file, Translation: file, Translator: &profile.Translator{}}}, true},
		{"without-declaration", []profile.Document{{Files: file, Translation: file, Translator: &profile.Translator{Declaration: file}}}, false},
	} {
		if got := letterConditions[tc.name](tc.given); got != tc.want {
			t.Errorf("%s of %+v: %v", tc.name, tc.given, got)
		}
	}
}
