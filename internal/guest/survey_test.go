package guest

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// want is what the sound file holds.
var want = &Report{
	Pages: []Page{
		{Width: 595, Height: 842, Label: "i", Links: []Link{
			{}, {Page: 2}, {URI: "https://example.org/(1)"}, {Page: 2}, {Page: 3}, {Page: 3}, {}, {},
		}},
		{Width: 400, Height: 600, Label: "ii"},
		{Width: 200, Height: 200, Label: "p-AA", Links: []Link{{Page: 2}}},
		{Width: 595, Height: 842, Label: "p-BB"},
	},
	Outline: []Mark{
		{Title: "Part one", Page: 1, Open: true, Under: []Mark{{Title: "Below", Page: 4}}},
		{Title: "Æx", Page: 3},
	},
}

func TestSurvey(t *testing.T) {
	got, err := Survey(t.Context(), write(t, sound()), "", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSurveyWithPassword(t *testing.T) {
	locked, open := encrypted(t, "open-sesame"), encrypted(t, "")
	for _, c := range []struct {
		path, password, refused string
		kind                    error
	}{
		{locked, "open-sesame", "", nil},
		{locked, "", "it needs a password", ErrRefused},
		{locked, "sesame", "the password is wrong", ErrRefused},
		{encrypted(t, "open sesame"), "open sesame", passwordRefused, ErrPassword},
		{encrypted(t, "a word \"open\""), "a word \"open\"", passwordRefused, ErrPassword},
		{open, "", "", nil},
		{open, "not needed", "", nil},
	} {
		got, err := Survey(t.Context(), c.path, c.password, Limits{})
		if c.refused != "" {
			if !errors.Is(err, c.kind) || !strings.HasSuffix(err.Error(), ": "+c.refused) {
				t.Errorf("%q: got %v, want %q", c.password, err, c.refused)
			}
			continue
		}
		if err != nil {
			t.Error(err)
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// What validation minds is told, and the rest read all the same.
func TestSurveyComplains(t *testing.T) {
	data := bytes.Replace(sound(), []byte("/CropBox[-9 100 200 300]"), []byte("/CropBox[-9 100 200    ]"), 1)
	got, err := Survey(t.Context(), write(t, data), "", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.Complaint, "CropBox") || len(got.Pages) != 4 || len(got.Outline) != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestSurveyRefuses(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		path, said string
		kind       error
	}{
		"a letter":    {write(t, []byte("Dear reader,")), "it is not a PDF", ErrRefused},
		"nothing":     {write(t, nil), "it is not a PDF", ErrRefused},
		"half":        {write(t, sound()[:300]), "", ErrRefused},
		"no pages":    {write(t, pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")), "it has no pages", ErrRefused},
		"a circle":    {write(t, pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 9>>")), "", ErrRefused},
		"no catalog":  {write(t, pdf("(what?)")), "", ErrRefused},
		"a folder":    {dir, dir + ": not a regular file", nil},
		"no file":     {filepath.Join(dir, "no"), "no such file or directory", os.ErrNotExist},
		"too large":   {large(t), "it is larger than 1024 MB", ErrRefused},
		"many pages":  {write(t, manyPages()), "it has more than 20000 pages", ErrRefused},
		"a flat bomb": {write(t, bomb(t)), "the second reader ran out of memory (limit 258 MB)", ErrMemory},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Survey(t.Context(), c.path, "", Limits{})
			if err == nil || c.kind != nil && !errors.Is(err, c.kind) {
				t.Fatalf("got %v, want %v", err, c.kind)
			}
			if !strings.HasPrefix(err.Error(), c.path+": ") || !strings.HasSuffix(err.Error(), c.said) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %q, want …%q", err, c.said)
			}
		})
	}
}

// large is a file with a hole, of no size on disk.
func large(t *testing.T) string {
	path := write(t, nil)
	if err := os.Truncate(path, maxFile+1); err != nil {
		t.Fatal(err)
	}
	return path
}

// manyPages lists one page again and again, on three levels.
func manyPages() []byte {
	kids := func(kid string) string {
		return "<</Type/Pages/Count 2000000000/MediaBox[0 0 9 9]/Kids[" + strings.Repeat(kid, 300) + "]>>"
	}
	return pdf("<</Type/Catalog/Pages 2 0 R>>", kids("3 0 R "), kids("4 0 R "), "<</Type/Page/Parent 3 0 R>>")
}

// A guest that was taken over may say what it likes.
func TestReportIsChecked(t *testing.T) {
	page := Page{Width: 1, Height: 1}
	deep := []Mark{{}}
	for range maxDepth + 1 {
		deep = []Mark{{Under: deep}}
	}
	for name, r := range map[string]*Report{
		"no pages":     {},
		"many pages":   {Pages: make([]Page, maxPages+1)},
		"no width":     {Pages: []Page{{Height: 1}}},
		"no number":    {Pages: []Page{{Width: 1, Height: math.NaN()}}},
		"endless":      {Pages: []Page{{Width: math.Inf(1), Height: 1}}},
		"link beyond":  {Pages: []Page{{Width: 1, Height: 1, Links: []Link{{Page: 2}}}}},
		"link before":  {Pages: []Page{{Width: 1, Height: 1, Links: []Link{{Page: -1}}}}},
		"two targets":  {Pages: []Page{{Width: 1, Height: 1, Links: []Link{{Page: 1, URI: "x:"}}}}},
		"many links":   {Pages: []Page{{Width: 1, Height: 1, Links: make([]Link, maxLinks+1)}}},
		"mark beyond":  {Pages: []Page{page}, Outline: []Mark{{Under: []Mark{{Page: 2}}}}},
		"mark before":  {Pages: []Page{page}, Outline: []Mark{{Page: -1}}},
		"many marks":   {Pages: []Page{page}, Outline: make([]Mark, maxMarks+1)},
		"deep outline": {Pages: []Page{page}, Outline: deep},
	} {
		if err := r.check(); err == nil {
			t.Errorf("%s: believed", name)
		}
	}
	if err := want.check(); err != nil {
		t.Error(err)
	}
}

func TestNumerals(t *testing.T) {
	for n, want := range map[int][5]string{
		1:       {"1", "I", "i", "A", "a"},
		26:      {"26", "XXVI", "xxvi", "Z", "z"},
		28:      {"28", "XXVIII", "xxviii", "BB", "bb"},
		1994:    {"1994", "MCMXCIV", "mcmxciv", strings.Repeat("R", 77), strings.Repeat("r", 77)},
		1 << 30: {"1073741824", "1073741824", "1073741824", "1073741824", "1073741824"},
	} {
		for i, style := range []string{"D", "R", "r", "A", "a"} {
			if got := numeral(style, n); got != want[i] {
				t.Errorf("%d in style %s is %q, want %q", n, style, got, want[i])
			}
		}
	}
	if got := numeral("", 3); got != "" {
		t.Errorf("without a style: %q", got)
	}
}
