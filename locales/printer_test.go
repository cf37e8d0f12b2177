package locales

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"mappe/internal/civil"
)

func printer(t testing.TB, tag string) *Printer {
	t.Helper()
	p, err := New(tag)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// speaking is a printer of other messages in a language that is spoken.
func speaking(t testing.TB, tag, messages string) *Printer {
	t.Helper()
	words, err := read(tag, []byte(messages))
	if err != nil {
		t.Fatal(err)
	}
	return &Printer{habits: &known[named(tag)], words: words}
}

func TestNew(t *testing.T) {
	for tag, want := range map[string]string{
		"da": "da", "da-DK": "da", "da_DK": "da", "DA": "da", "da-GL": "da",
		"en": "en", "en-GB": "en", "en-US": "en", "en-Latn-IE": "en",
	} {
		if got := printer(t, tag).Tag(); got != want {
			t.Errorf("New(%q) speaks %q, want %q", tag, got, want)
		}
	}
	for _, tag := range []string{"nb", "nn", "no", "sv", "fo", "kl", "ru", "zh-TW", "", "und", "und-DK", "dansk", "*", "da;q=1", "mul"} {
		_, err := New(tag)
		want := `language "` + tag + `" is not spoken: choose one of ` + strings.Join(Tags(), ", ")
		if err == nil || err.Error() != want {
			t.Errorf("New(%q): %v, want %s", tag, err, want)
		}
	}
}

func TestPrintersTogether(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		for _, tag := range Tags() {
			group.Go(func() {
				p, err := New(tag)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := p.Say("value.bool.true", nil); err != nil {
					t.Error(err)
				}
			})
		}
	}
	group.Wait()
}

func TestTags(t *testing.T) {
	for _, tag := range Authoritative() {
		if !slices.Contains(Tags(), tag) || printer(t, tag).Courtesy() || !printer(t, tag).Reviewed() {
			t.Errorf("%s is not spoken, or as a courtesy", tag)
		}
	}
	for _, tag := range Tags() {
		p := printer(t, tag)
		if p.Tag() != tag || p.Courtesy() == slices.Contains(Authoritative(), tag) {
			t.Errorf("New(%q) speaks %q, courtesy %t", tag, p.Tag(), p.Courtesy())
		}
		if got := tag == "ar" || tag == "fa"; got != p.RightToLeft() {
			t.Errorf("%s: from right to left %t", tag, p.RightToLeft())
		}
	}
}

const few = `{
	"plain": "Yes",
	"sum": "Pay {{.Fee}} before {{.Day}}",
	"who": "{{.Name}}: {{.Scheme}}",
	"all": "{{.These}}",
	"number": "{{.N}} of {{.Count}}",
	"pages": {"one": "{{.Count}} page of {{.Name}}", "other": "{{.Count}} pages of {{.Name}}"},
	"day": {"one": "one day", "other": "{{.Count}} days"},
	"holey": {"one": "{{.Count}} page"}
}`

func TestSay(t *testing.T) {
	p := speaking(t, "en", few)
	for _, c := range []struct {
		id   string
		vars Vars
		want string
	}{
		{"plain", nil, "Yes"},
		{"plain", Vars{"Unused": struct{}{}}, "Yes"},
		{"sum", Vars{"Fee": Kroner(3080), "Day": civil.Of(2026, 12, 31)}, "Pay DKK 3,080 before 31 December 2026"},
		{"who", Vars{"Name": "Søren {{.Scheme}} <b>", "Scheme": ID("plain")}, "Søren {{.Scheme}} <b>: Yes"},
		{"all", Vars{"These": []string{"a", "b", "c"}}, "a, b and c"},
		{"all", Vars{"These": []ID{"plain", "plain"}}, "Yes and Yes"},
		{"number", Vars{"N": 1, "Count": 1024}, "1 of 1,024"},
		{"pages", Vars{"Count": 1, "Name": "x"}, "1 page of x"},
		{"pages", Vars{"Count": 0, "Name": "x"}, "0 pages of x"},
		{"pages", Vars{"Count": 1200, "Name": "x"}, "1,200 pages of x"},
		{"day", Vars{"Count": 1}, "one day"},
	} {
		got, err := p.Say(c.id, c.vars)
		if got != c.want || err != nil {
			t.Errorf("Say(%q, %v) = %q, %v; want %q", c.id, c.vars, got, err, c.want)
		}
	}
}

// A sentence that ends in a word with a full stop of its own has one stop.
func TestFullStops(t *testing.T) {
	const messages = `{
		"end": "I alt {{.What}}.", "middle": "{{.What}}, i alt", "range": "{{.What}}..{{.What}}", "more": "{{.What}}…",
		"twice": "{{.What}}. Det er {{.What}}.", "bare": "{{.What}}", "nested": "Gebyret er {{.Of}}.", "list": "Af {{.All}}.", "five": "5 kr."
	}`
	p := speaking(t, "da", messages)
	fee := Kroner(9240)
	for _, c := range []struct {
		id, want string
		vars     Vars
	}{
		{"end", "I alt 9.240 kr.", Vars{"What": fee}},
		{"end", "I alt Martin Luther King Jr.", Vars{"What": "Martin Luther King Jr."}},
		{"end", "I alt 3.", Vars{"What": 3}},
		{"middle", "9.240 kr., i alt", Vars{"What": fee}},
		{"range", "1 kr...1 kr.", Vars{"What": Kroner(1)}},
		{"more", "1 kr.…", Vars{"What": Kroner(1)}},
		{"twice", "1 kr. Det er 1 kr.", Vars{"What": Kroner(1)}},
		{"bare", "1 kr.", Vars{"What": Kroner(1)}},
		{"nested", "Gebyret er 5 kr.", Vars{"Of": ID("five")}},
		{"list", "Af A/S og Jr.", Vars{"All": []string{"A/S", "Jr."}}},
	} {
		if got, err := p.Say(c.id, c.vars); err != nil || got != c.want {
			t.Errorf("%s with %v: %q, %v; want %q", c.id, c.vars, got, err, c.want)
		}
	}
}

func TestSayRefuses(t *testing.T) {
	p := speaking(t, "en", few)
	for _, c := range []struct {
		id   string
		vars Vars
		want string
	}{
		{"nowhere", nil, `message "nowhere": no such message`},
		{"", nil, `message "": no such message`},
		{"sum", Vars{"Fee": Kroner(1)}, `message "sum", variable "Day": missing`},
		{"sum", nil, `message "sum", variable "Fee": missing`},
		{"sum", Vars{"Fee": Kroner(1), "Day": civil.Date{}}, `message "sum", variable "Day": is no date`},
		{"sum", Vars{"Fee": 12.5, "Day": "x"}, `message "sum", variable "Fee": is a float64, which has no form for a reader`},
		{"sum", Vars{"Fee": nil, "Day": "x"}, `message "sum", variable "Fee": is a <nil>, which has no form for a reader`},
		{"who", Vars{"Name": "x", "Scheme": ID("scheme.x")}, `message "who", variable "Scheme": active.en.json: message "scheme.x": no such message`},
		{"who", Vars{"Name": "x", "Scheme": ID("pages")}, `message "who", variable "Scheme": active.en.json: message "pages", variable "Count": missing`},
		{"all", Vars{"These": []ID{"plain", "nowhere"}}, `message "all", variable "These": active.en.json: message "nowhere": no such message`},
		{"day", nil, `message "day", variable "Count": missing`},
		{"day", Vars{"Count": "1"}, `message "day", variable "Count": is a string, and only an int chooses a plural`},
		{"day", Vars{"Count": Kroner(1)}, `message "day", variable "Count": is a locales.Kroner, and only an int chooses a plural`},
		{"holey", Vars{"Count": 2}, `message "holey": message "holey" has no plural form "other"`},
	} {
		got, err := p.Say(c.id, c.vars)
		var missing *Missing
		switch {
		case !errors.As(err, &missing):
			t.Errorf("Say(%q, %v) = %q, %v; want a *Missing", c.id, c.vars, got, err)
		case got != "" || err.Error() != "active.en.json: "+c.want:
			t.Errorf("Say(%q, %v) = %q,\n%v; want\nactive.en.json: %s", c.id, c.vars, got, err, c.want)
		case missing.ID != c.id || missing.Tag != "en":
			t.Errorf("Say(%q, %v): %#v", c.id, c.vars, missing)
		}
	}
}

// What the wrapper adds: the library alone prints "<no value>" or the plural
// that it has, and reads past a variable's absence.
func TestLibraryIsLenient(t *testing.T) {
	bundle := i18n.NewBundle(language.English)
	bundle.MustAddMessages(language.English, &i18n.Message{ID: "sum", Other: "Pay {{.Fee}}"})
	got, err := i18n.NewLocalizer(bundle, "en").Localize(&i18n.LocalizeConfig{
		MessageID: "sum", TemplateData: map[string]any{}})
	if got != "Pay <no value>" || err != nil {
		t.Errorf("got %q, %v: the library has become strict, so locales may do less", got, err)
	}
	words, err := read("en", []byte(few))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := words.localize("day", map[string]string{}, 2); err == nil {
		t.Errorf("localize without Count = %q, want an error", got)
	}
}

func TestHas(t *testing.T) {
	p := speaking(t, "da", few)
	if !p.Has("plain") || !p.Has("pages") || p.Has("pages.one") || p.Has("nowhere") || p.Has("") {
		t.Error("Has does not tell the messages that are there")
	}
}

func TestMust(t *testing.T) {
	p := speaking(t, "da", few)
	if got := p.Must("sum", "Fee", Kroner(3080), "Day", civil.Of(2026, 12, 31)); got != "Pay 3.080 kr. before 31. december 2026" {
		t.Errorf("got %q", got)
	}
	for _, c := range []struct {
		id   string
		vars []any
		want string
	}{
		{"nowhere", nil, `active.da.json: message "nowhere": no such message`},
		{"sum", []any{"Fee", Kroner(1)}, `active.da.json: message "sum", variable "Day": missing`},
		{"sum", []any{"Fee"}, `active.da.json: message "sum", variable "Fee": is no name with a value: give name, value pairs`},
		{"sum", []any{1, "Fee"}, `active.da.json: message "sum", variable "1": is no name with a value: give name, value pairs`},
	} {
		speak := func() (err error) {
			defer Rescue(&err)
			p.Must(c.id, c.vars...)
			return nil
		}
		err := speak()
		if err == nil || err.Error() != c.want {
			t.Errorf("Must(%q, %v): %v, want %s", c.id, c.vars, err, c.want)
		}
	}
}

func TestRescueLetsOthersPass(t *testing.T) {
	defer func() {
		if r := recover(); r != "other" {
			t.Errorf("recovered %v, want other", r)
		}
	}()
	func() (err error) {
		defer Rescue(&err)
		panic("other")
	}()
}
