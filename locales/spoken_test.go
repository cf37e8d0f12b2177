package locales

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// tagNamed is the language that a tag names, "" for none of ours.
func tagNamed(tag string) string {
	if i := named(tag); i >= 0 {
		return known[i].tag
	}
	return ""
}

func TestNamed(t *testing.T) {
	for want, tags := range map[string]string{
		"da":      "da da-DK da_DK DA da-GL da-Latn dan",
		"en":      "en en-GB en-US en-Latn-IE eng en-XA",
		"uk":      "uk uk-UA uk_UA UK-ua ukr uk-Cyrl uk-PL",
		"ar":      "ar ar-EG ar-SY ar-MA ara arb ar-Arab ar-001",
		"fa":      "fa fa-IR fa-AF fas per pes prs prs-AF fa-Arab",
		"tr":      "tr tr-CY tur tr-DE",
		"de":      "de de-AT de-CH ger deu de-CH-1996 de-x-mine",
		"pl":      "pl pl-PL pol",
		"hi":      "hi hi-IN hin hi-Deva",
		"zh-Hans": "zh zh-CN zh-SG zh-Hans zh-Hans-CN zh_Hans_HK zho chi cmn zh-cmn cmn-Hans",
		"so":      "so so-SO so-ET so-KE som",
		"ti":      "ti ti-ER ti-ET tir",
		"": "nb nn no sv fo kl is ru ru-UA be rue sr sr-Cyrl mk ps ur ckb ku ku-TR kmr sd tg az az-Arab glk lrc arz apc ary arc " +
			"zh-TW zh-MY zh-HK zh-MO zh-Hant zh-Hant-CN zh_TW cmn-Hant yue yue-Hans nan wuu ja ko zh-yue " +
			"am tig gez om aa sw mr ne ur-IN bn pa hi-Latn tr-Cyrl uk-Latn so-Arab so-Osma en-Shaw de-Hebr tk uz gag crh " +
			"gsw nds lb yi nl bar szl csb cs sk hsb sco ang und und-UA und-Cyrl mul zxx mis root C POSIX c x-klingon i-klingon * - _ uk- dansk",
	} {
		for _, tag := range strings.Fields(tags) {
			if got := tagNamed(tag); got != want {
				t.Errorf("%s is taken for %q, want %q", tag, got, want)
			}
		}
	}
	if got := tagNamed(""); got != "" {
		t.Errorf("no tag is taken for %q", got)
	}
}

// equals are other codes for a language: of ISO 639-2 and 639-3, and withdrawn
// ones for Dari.
var equals = map[string]string{
	"dan": "da", "eng": "en", "ukr": "uk", "ara": "ar", "arb": "ar", "fas": "fa", "drw": "fa", "tnf": "fa", "per": "fa", "pes": "fa", "prs": "fa", "tur": "tr",
	"deu": "de", "ger": "de", "pol": "pl", "hin": "hi", "zho": "zh-Hans", "chi": "zh-Hans", "cmn": "zh-Hans", "zh": "zh-Hans", "som": "so", "tir": "ti",
}

// Of all codes that ISO 639 could have, each is one of our languages, another
// code for it, or not spoken, whatever the region: never a neighbour.
func TestNeverANeighbour(t *testing.T) {
	var codes []string
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			codes = append(codes, string(a)+string(b))
			for c := 'a'; c <= 'z'; c++ {
				codes = append(codes, string(a)+string(b)+string(c))
			}
		}
	}
	names := 0
	for _, code := range codes {
		want := equals[code]
		if tagNamed(code) == code {
			want = code
		}
		for _, region := range []string{"", "-DK", "-UA", "-AF", "-ER", "_TR.UTF-8"} {
			if strings.Contains(region, ".") {
				if got := tagNamed(code + region); got != "" {
					t.Errorf("%s%s is taken for %s", code, region, got)
				}
			} else if got := tagNamed(code + region); got != want {
				t.Errorf("%s%s is taken for %q, want %q", code, region, got, want)
			}
		}
		if _, err := language.ParseBase(code); err == nil {
			names++
		}
	}
	if names < 7000 {
		t.Errorf("only %d languages", names)
	}
	for code, tag := range equals {
		if tagNamed(code) != tag {
			t.Errorf("%s is not %s", code, tag)
		}
	}
}

// A language is spoken as soon as it has a message file, and then by its tag.
func TestSpokenHasAFile(t *testing.T) {
	for i := range known {
		p, err := New(known[i].tag)
		if spoken := slices.Contains(Tags(), known[i].tag); spoken != (err == nil) || spoken && p.Tag() != known[i].tag {
			t.Errorf("%s: spoken %t, and yet %v", known[i].tag, spoken, err)
		}
	}
}

func FuzzNamed(f *testing.F) {
	for _, s := range []string{"da", "zh-Hant-CN", "fa_AF", "prs", "", "x", "i-default", "de-u-nu-arab", "en-a-bbb-x-c", "Ae-ara"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, tag string) {
		got := tagNamed(tag)
		if got == "" || strings.EqualFold(tag, "i-default") { // which is English
			return
		}
		base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
		if base != strings.Split(got, "-")[0] && equals[base] != got && !strings.HasPrefix(strings.ToLower(tag), "zh-") {
			t.Errorf("%q is taken for %s", tag, got)
		}
	})
}
