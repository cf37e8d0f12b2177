package locales

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/civil"
)

func TestPseudoSpeaks(t *testing.T) {
	p, err := Pseudo()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{p.Must("unit.days", "Count", 1), "[1 ḍȧȧÿÿ]"},
		{p.Must("unit.days", "Count", 1024), "[1,024 ḍȧȧÿÿš]"},
		{p.Must("ui.only-if", "Condition", "BF2-3/US"), "[Ööñļÿÿ ïïḟ: BF2-3/US]"},
		{p.Date(civil.MustParse("2026-12-31")), "31 December 2026"},
		{p.Tag(), "en-XA"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if _, err := p.Say("ui.only-if", nil); err == nil || !strings.Contains(err.Error(), `variable "Condition": missing`) {
		t.Errorf("without its variable: %v", err)
	}
}

// Nobody is offered it.
func TestPseudoIsHidden(t *testing.T) {
	if p, err := New(pseudoTag); err == nil && p.Tag() == pseudoTag || slices.Contains(Tags(), pseudoTag) {
		t.Errorf("%s is spoken like any language", pseudoTag)
	}
}

// Every message is there, in brackets, with its variables; no word of it is as
// in its file, so that words from elsewhere show; and together they are as
// much longer as translations are.
func TestPseudoDisguisesEveryMessage(t *testing.T) {
	p, err := Pseudo()
	if err != nil {
		t.Fatal(err)
	}
	long, before := 0, 0
	for _, e := range active(t, "en") {
		for form, text := range e.Forms {
			got, err := disguise(text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(variablesIn(text), variablesIn(got)); diff != "" {
				t.Errorf("%s (%s): variables (-want +got):\n%s", e.ID, form, diff)
			}
			plain := variable().ReplaceAllString(got, "")
			if strings.ContainsFunc(plain, func(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }) {
				t.Errorf("%s (%s): has a plain letter: %q", e.ID, form, got)
			}
			if !strings.HasPrefix(got, "[") || !strings.HasSuffix(got, "]") || strings.ContainsFunc(text, isAccented) {
				t.Errorf("%s (%s): not to be told from its original: %q", e.ID, form, got)
			}
			before += utf8.RuneCountInString(bare(text))
			long += utf8.RuneCountInString(plain)
		}
		if !p.Has(e.ID) {
			t.Errorf("%s is not loaded", e.ID)
		}
	}
	if ratio := float64(long) / float64(before); ratio < 1.3 || ratio > 1.5 {
		t.Errorf("%.2f times as long", ratio)
	} else {
		t.Logf("%.2f times as long", ratio)
	}
}

func isAccented(r rune) bool { return slices.Contains(accented[:], r) }
