package locales

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"mappe/internal/civil"
)

// habitual is a printer of a known language, also of one that has no messages
// yet, with these messages.
func habitual(t *testing.T, tag, messages string) *Printer {
	t.Helper()
	words, err := read(tag, []byte(messages))
	if err != nil {
		t.Fatal(err)
	}
	return &Printer{habits: &known[named(tag)], words: words}
}

// What a reader of each language expects, written by hand: two days in full and
// cut short, numbers, an amount, and lists of two, three and four.
func TestHabits(t *testing.T) {
	for tag, want := range map[string]string{
		"da":      "31. december 2026|1. marts 2027|31. dec. 2026|1. mar. 2027|7|999|1.024|12.345|1.234.567|3.080 kr.|a og b|a, b og c|a, b, c og d",
		"en":      "31 December 2026|1 March 2027|31 Dec 2026|1 Mar 2027|7|999|1,024|12,345|1,234,567|DKK 3,080|a and b|a, b and c|a, b, c and d",
		"uk":      "31 грудня 2026~р.|1 березня 2027~р.|31 груд. 2026~р.|1 бер. 2027~р.|7|999|1~024|12~345|1~234~567|3~080~DKK|a і b|a, b і c|a, b, c і d",
		"ar":      "<31 ديسمبر 2026}|<1 مارس 2027}|<31 ديسمبر 2026}|<1 مارس 2027}|7|999|1,024|12,345|1,234,567|{3,080~DKK}|a وb|a وb وc|a وb وc وd",
		"fa":      "<31 دسامبر 2026}|<1 مارس 2027}|<31 دسامبر 2026}|<1 مارس 2027}|7|999|1,024|12,345|1,234,567|{DKK~3,080}|a و b|a، b، و c|a، b، c، و d",
		"tr":      "31 Aralık 2026|1 Mart 2027|31 Ara 2026|1 Mar 2027|7|999|1.024|12.345|1.234.567|DKK~3.080|a ve b|a, b ve c|a, b, c ve d",
		"de":      "31. Dezember 2026|1. März 2027|31. Dez. 2026|1. März 2027|7|999|1.024|12.345|1.234.567|3.080~DKK|a und b|a, b und c|a, b, c und d",
		"pl":      "31 grudnia 2026|1 marca 2027|31 gru 2026|1 mar 2027|7|999|1024|12~345|1~234~567|3080~DKK|a i b|a, b i c|a, b, c i d",
		"hi":      "31 दिसंबर 2026|1 मार्च 2027|31 दिस॰ 2026|1 मार्च 2027|7|999|1,024|12,345|12,34,567|DKK~3,080|a और b|a, b, और c|a, b, c, और d",
		"zh-Hans": "2026年12月31日|2027年3月1日|2026年12月31日|2027年3月1日|7|999|1,024|12,345|1,234,567|DKK~3,080|a和b|a、b和c|a、b、c和d",
		"so":      "Diseembar 31, 2026|Maarso 1, 2027|Dis 31, 2026|Mar 1, 2027|7|999|1,024|12,345|1,234,567|DKK~3,080|a iyo b|a, b iyo c|a, b, c iyo d",
		"ti":      "ታሕሳስ 31, 2026 (2026-12-31)|መጋቢት 1, 2027 (2027-03-01)|2026-12-31|2027-03-01|7|999|1,024|12,345|1,234,567|DKK~3,080|aን bን|a፣ bን cን|a፣ b፣ cን dን",
	} {
		p := habitual(t, tag, "{}")
		december, march := civil.Of(2026, 12, 31), civil.Of(2027, 3, 1)
		got := []string{p.Date(december), p.Date(march), p.ShortDate(december), p.ShortDate(march)}
		for _, n := range []int{7, 999, 1024, 12345, 1234567} {
			got = append(got, p.Number(n))
		}
		got = append(got, p.Kroner(3080), p.List([]string{"a", "b"}), p.List([]string{"a", "b", "c"}), p.List([]string{"a", "b", "c", "d"}))
		if diff := cmp.Diff(strings.Split(strings.NewReplacer("~", "\u00a0", "{", "\u2068", "<", "\u2067", "}", "\u2069").Replace(want), "|"), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
	}
}

// The months are twelve different ones, in the script of the language; nothing
// turns the text around it, and digits are Western.
func TestHabitsAreWhole(t *testing.T) {
	for i := range known {
		h := &known[i]
		if i > 0 && known[i-1].tag >= h.tag {
			t.Errorf("%s stands after %s", h.tag, known[i-1].tag)
		}
		seen := map[string]bool{}
		for m := range 12 {
			seen[h.months[m]], seen["short "+h.short[m]] = true, true
		}
		all := strings.Join(append(append(h.months[:], h.short[:]...), h.date, h.shortDate, h.group, h.amount, h.pair, h.middle, h.end), "|")
		strange := strings.ContainsFunc(all, func(r rune) bool {
			return unicode.Is(unicode.Nd, r) && r > '9' || unicode.Is(unicode.Bidi_Control, r)
		})
		if len(seen) != 24 || seen[""] || seen["short "] || strange || !norm.NFC.IsNormalString(all) {
			t.Errorf("%s: %d names of months: %q", h.tag, len(seen), all)
		}
	}
}

// Every value stands in its own direction where text runs from right to left:
// words of the language from right to left, what comes from outside as it is.
func TestValuesAreIsolated(t *testing.T) {
	const messages = `{
		"form": "BF1/US: س", "say": "س {{.What}} س",
		"unit.days": {"zero": "{{.Count}} ي", "one": "{{.Count}} ي", "two": "{{.Count}} ي", "few": "{{.Count}} ي", "many": "{{.Count}} ي", "other": "{{.Count}} ي"}
	}`
	for _, tag := range []string{"ar", "fa", "uk"} {
		p := habitual(t, tag, messages)
		for _, c := range []struct {
			value   any
			opened  string
			ltr, ar string
		}{
			{"12-34567", "\u2068", "12-34567", "12-34567"},
			{"Søren", "\u2068", "Søren", "Søren"},
			{1024, "\u2068", "1\u00a0024", "1,024"},
			{Kroner(3080), "\u2068", "3\u00a0080\u00a0DKK", "3,080\u00a0DKK"},
			{civil.Of(2026, 12, 31), "\u2067", "31 грудня 2026\u00a0р.", "31 ديسمبر 2026"},
			{ID("form"), "\u2067", "BF1/US: س", "BF1/US: س"},
			{civil.Length{Days: 3}, "\u2067", "3 ي", "\u20683\u2069 ي"},
			{[]string{"a"}, "\u2068", "a", "a"},
			{[]ID{"form"}, "\u2067", "BF1/US: س", "BF1/US: س"},
		} {
			want := "س " + c.ltr + " س"
			if tag != "uk" {
				s := c.ar
				if k, ok := c.value.(Kroner); ok {
					s = strings.Trim(p.Kroner(k), "\u2068\u2069")
				} else if d, ok := c.value.(civil.Date); ok {
					s = strings.Trim(p.Date(d), "\u2067\u2069")
				}
				want = "س " + c.opened + s + "\u2069 س"
			}
			if got := p.Must("say", "What", c.value); got != want {
				t.Errorf("%s: %+q, want %+q", tag, got, want)
			}
		}
	}
}

// A message that a courtesy language lacks is English, and all that stands in
// it too; where text runs from right to left it is isolated.
func TestLackingMessagesAreEnglish(t *testing.T) {
	uk, ar := habitual(t, "uk", `{"own": "так: {{.What}}"}`), habitual(t, "ar", `{"own": "نعم: {{.What}}"}`)
	for _, c := range []struct {
		id, uk, ar string
		vars       []any
	}{
		{"value.bool.true", "yes", "\u2068yes\u2069", nil},
		{"unit.days", "3 days", "\u20683 days\u2069", []any{"Count", 3}},
		{"ui.only-if", "Only if: 31 December 2026", "\u2068Only if: 31 December 2026\u2069", []any{"Condition", civil.Of(2026, 12, 31)}},
		{"ui.only-if", "Only if: yes", "\u2068Only if: yes\u2069", []any{"Condition", ID("value.bool.true")}},
		{"ui.only-if", "Only if: \u2068سارة\u2069", "\u2068Only if: \u2068سارة\u2069\u2069", []any{"Condition", "سارة"}},
		{"own", "так: yes", "نعم: \u2067\u2068yes\u2069\u2069", []any{"What", ID("value.bool.true")}},
	} {
		if got := uk.Must(c.id, c.vars...); got != c.uk {
			t.Errorf("uk: %+q, want %+q", got, c.uk)
		}
		if got := ar.Must(c.id, c.vars...); got != c.ar {
			t.Errorf("ar: %+q, want %+q", got, c.ar)
		}
	}
	if !uk.Has("value.bool.true") || !uk.Has("own") || uk.Has("nowhere") || habitual(t, "da", "{}").Has("value.bool.true") {
		t.Error("Has does not tell what can be said")
	}
	if _, err := uk.Say("nowhere", nil); err == nil || err.Error() != `active.en.json: message "nowhere": no such message` {
		t.Errorf("a message that nobody has: %v", err)
	}
	if s, err := ar.Say("ui.only-if", nil); s != "" || err == nil {
		t.Errorf("without its variable: %q, %v", s, err)
	}
}

// What is committed is what make cldr made of the packages that the lock file
// names.
func TestCLDRManifest(t *testing.T) {
	var manifest struct{ Packages, Files map[string]string }
	var lock struct {
		Packages map[string]struct{ Version, Integrity, License string }
	}
	for name, v := range map[string]any{"cldr/manifest.json": &manifest, "cldr/package-lock.json": &lock} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	if len(manifest.Packages) != 5 || len(manifest.Packages) != len(lock.Packages)-1 {
		t.Errorf("%d packages, and %d in the lock file", len(manifest.Packages), len(lock.Packages)-1)
	}
	for name, version := range manifest.Packages {
		if p := lock.Packages["node_modules/"+name]; p.Version != version || p.License != "Unicode-3.0" || !strings.HasPrefix(p.Integrity, "sha512-") {
			t.Errorf("%s %s: the lock file has %+v", name, version, p)
		}
	}
	made := 1 // known.go
	for _, h := range known {
		if h.courtesy {
			made++
		}
	}
	if len(manifest.Files) != made {
		t.Errorf("%d files, want %d", len(manifest.Files), made)
	}
	for name, digest := range manifest.Files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != digest {
			t.Errorf("%s was changed by hand, or make cldr was not run to its end", name)
		}
	}
}
