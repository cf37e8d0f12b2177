package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a reader expects, written by hand, of lines of ten places.
func TestFold(t *testing.T) {
	for _, c := range []struct {
		s    string
		want []string
	}{
		{"one two three", []string{"one two", "three"}},
		{"bf1-secondment or", []string{"bf1-secondment", "or"}},
		{"一二三四五六七", []string{"一二三四五", "六七"}},
		{"一二三四五。六七", []string{"一二三四", "五。六七"}},
		{"一二三四（五）六", []string{"一二三四", "（五）六"}},
		{"一二三、“四五”六", []string{"一二", "三、“四", "五”六"}},
		{"一二三BF1/US四", []string{"一二三", "BF1/US四"}},
		{"费用DKK\u00a03,080。", []string{"费用", "DKK\u00a03,080。"}},
		{"自12月31日起算", []string{"自12月31日", "起算"}},
		{"在2026年12月31日前", []string{"在", "2026年12月31日", "前"}},
		{"第3步和14天内", []string{"第3步和", "14天内"}},
		{"一 two 三四五", []string{"一 two 三", "四五"}},
		{"سطر \u2067س ص ع ف\u2069 ق", []string{"سطر \u2067س ص ع\u2069", "\u2067ف\u2069 ق"}},
		{"من \u2068Anna Sørens س\u2069.", []string{"من \u2066Anna\u2069", "\u2066Sørens س\u2069."}},
		{"من \u2068Anna\u2069 \u2068BF1/US\u2069", []string{"من \u2068Anna\u2069", "\u2068BF1/US\u2069"}},
		{"سطرسطرسط \u2067\u2068123\u2069 س\u2069", []string{"سطرسطرسط", "\u2067\u2068123\u2069 س\u2069"}},
		{"سطرسط (\u2067 12\u2069)", []string{"سطرسط (", "\u206712\u2069)"}},
		{"س\u2069 ص", []string{"س ص"}},
		{"س \u2067ص", []string{"س \u2067ص\u2069"}},
		{"\u2067س\nص\u2069", []string{"\u2067س\u2069", "\u2067ص\u2069"}},
	} {
		if diff := cmp.Diff(c.want, fold(c.s, 10)); diff != "" {
			t.Errorf("%+q (-want +got):\n%s", c.s, diff)
		}
	}
}

// In a table what is too wide is cut: days between their numbers first.
func TestChop(t *testing.T) {
	for _, c := range []struct {
		s      string
		places int
		want   []string
	}{
		{"bf1-secondment", 10, []string{"bf1-second", "ment"}},
		{"2026年12月31日", 10, []string{"2026年12月", "31日"}},
		{"一二", 1, []string{"一", "二"}},
		{"\u2067سسس\u2069", 2, []string{"\u2067سس\u2069", "\u2067س\u2069"}},
	} {
		if diff := cmp.Diff(c.want, chop(fold(c.s, c.places), c.places)); diff != "" {
			t.Errorf("%+q (-want +got):\n%s", c.s, diff)
		}
	}
}

// unfaithful is what is wrong with the lines of a text: they have its letters and
// no others, none is wider than it may be, and no isolate is left open in one.
func unfaithful(s string, places int) (wrong []string) {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if isolates(r) || r == '\n' || blank(r) {
				return -1
			}
			return r
		}, s)
	}
	lines := fold(s, places)
	for _, all := range [][]string{lines, chop(lines, places)} {
		if got, want := letters(strings.Join(all, "")), letters(s); got != want {
			wrong = append(wrong, fmt.Sprintf("%q became %q", want, got))
		}
		for _, l := range all {
			depth := 0
			for _, r := range l {
				if depth = deeper(depth, r); depth < 0 {
					break
				}
			}
			if depth != 0 {
				wrong = append(wrong, fmt.Sprintf("isolates are left open: %+q", l))
			}
		}
	}
	for _, l := range lines {
		if cells(l) > places && len(pieces(l)) > 1 && !slices.ContainsFunc(pieces(l), func(p string) bool { return cells(p) > places }) {
			wrong = append(wrong, fmt.Sprintf("%d places: %q", cells(l), l))
		}
		if cells(l) > places && strings.ContainsFunc(l, func(r rune) bool { return r == ' ' }) {
			wrong = append(wrong, fmt.Sprintf("%d places, with a space: %q", cells(l), l))
		}
	}
	for _, l := range chop(lines, places) {
		if cells(l) > max(places, 2) {
			wrong = append(wrong, fmt.Sprintf("cut to %d places: %q", cells(l), l))
		}
	}
	return wrong
}

func deeper(depth int, r rune) int {
	switch {
	case r == '\u2069':
		return depth - 1
	case isolates(r):
		return depth + 1
	}
	return depth
}

// folded are texts as pages have them, and some that none has.
var folded = []string{
	"", " ", "one two three-four 3,080 DKK 31. december 2026", "自2026年12月31日起，每份申请DKK\u00a03,080（2026年11月22日的费率）。见第12页。",
	"“是。”否（BF1/US）、S0-20：3,080", "مقدم الطلب \u2068Anna Maria Sørensen\u2069 من \u206712 مارس 2027\u2069 إلى \u2067\u206831\u2069 ديسمبر\u2069.",
	"中文\u2068سارة محمد\u2069中文。\u2069\u2067", "\u2066\u2067\u2068\u2069\u2069 a\nb\u2069", "각 신청서 한국어", "e\u0301\u0301 😀👩‍👩‍👧", strings.Repeat("x", 90), strings.Repeat("字", 90),
}

func TestFoldIsFaithful(t *testing.T) {
	for _, s := range folded {
		for places := range 100 {
			for _, wrong := range unfaithful(s, places+1) {
				t.Errorf("%d: %s", places+1, wrong)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range folded {
		f.Add(s, uint8(20))
	}
	f.Add("\u202f", uint8(20))
	f.Fuzz(func(t *testing.T, s string, places uint8) {
		if len(s) > 2000 {
			return
		}
		for _, wrong := range unfaithful(clean(s), int(places)+1) {
			t.Error(wrong)
		}
	})
}
