package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"mappe/locales"
	"mappe/profile"
)

func TestComputerLanguage(t *testing.T) {
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", "", ""},
		{"", "", "da_DK.UTF-8", "da_DK"},
		{"", "da_DK.UTF-8", "en_GB.UTF-8", "da_DK"},
		{"uk_UA.UTF-8", "da_DK.UTF-8", "en_GB.UTF-8", "uk_UA"},
		{"C", "", "da_DK", "C"},
		{"", "", "C.UTF-8", "C"},
		{"", "", "de_DE@euro", "de_DE"},
		{"", "", "de_DE.ISO-8859-15@euro", "de_DE"},
		{"", "", "sr_RS@latin", ""},
		{"", "", "zh_CN.GB18030", "zh_CN"},
	} {
		set := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang, "LANGUAGE": "fr:da"}
		if got := computerLanguage(func(name string) string { return set[name] }); got != c.want {
			t.Errorf("%q: %q, want %q", set, got, c.want)
		}
	}
}

// The language is that of --lang, else the profile's, else the computer's, else
// English; and what programs read is not in the computer's.
func TestLanguageIsChosen(t *testing.T) {
	for _, c := range []struct {
		lang, profile, computer string
		json                    bool
		want, says              string
	}{
		{want: "en"},
		{computer: "da_DK.UTF-8", want: "da"},
		{computer: "da_DK.UTF-8", json: true, want: "en"},
		{computer: "ru_RU.UTF-8", want: "en"},
		{computer: "nb_NO.UTF-8", want: "en"},
		{computer: "zh_TW.UTF-8", want: "en"},
		{computer: "POSIX", want: "en"},
		{computer: "\x00", want: "en"},
		{profile: "da", computer: "en_GB", want: "da"},
		{profile: "en", computer: "da_DK", want: "en"},
		{profile: "ru", computer: "da_DK", want: "en", says: `mappe: language "ru" is not spoken: choose one of `},
		{profile: "da", json: true, want: "da"},
		{lang: "en", profile: "da", computer: "da_DK", want: "en"},
		{lang: "da-DK", profile: "ru", computer: "en_GB", want: "da"},
		{lang: "ru", want: "", says: `--lang: language "ru" is not spoken: choose one of `},
		{lang: "nb", profile: "da", want: "", says: "--lang: "},
	} {
		t.Setenv("LC_ALL", "")
		t.Setenv("LC_MESSAGES", "")
		t.Setenv("LANG", strings.Trim(c.computer, "\x00"))
		var stderr bytes.Buffer
		o := &options{lang: c.lang, json: c.json, stderr: &stderr}
		p := &profile.Profile{}
		if c.profile != "" {
			p.Language = &c.profile
		}
		printer, err := o.printer(p)
		says := stderr.String()
		if err != nil {
			says = err.Error()
		}
		switch {
		case (err != nil) != (c.want == "") || err == nil && printer.Tag() != c.want:
			t.Errorf("%+v: %v, %v", c, printer, err)
		case !strings.HasPrefix(says, c.says) || c.says == "" && says != "" || strings.Count(says, "\n") > 1:
			t.Errorf("%+v: says %q", c, says)
		}
	}
}

// Verbs without words in courtesy languages speak English, and say so once to
// who asked.
func TestVerbsWithoutCourtesy(t *testing.T) {
	for _, tag := range locales.Tags() {
		if slices.Contains(locales.Authoritative(), tag) {
			continue
		}
		for verb, own := range map[string]bool{"ask": true, "check": true, "list": true, "packet": true, "explain": true, "calendar": true, "verify": false, "form": false, "rules": false} {
			for _, how := range []string{"--lang", "profile", "computer"} {
				var stderr bytes.Buffer
				o := &options{verb: verb, stderr: &stderr}
				p := &profile.Profile{}
				t.Setenv("LC_ALL", "")
				switch how {
				case "--lang":
					o.lang = tag
				case "profile":
					p.Language = &tag
				case "computer":
					t.Setenv("LC_ALL", strings.ReplaceAll(tag, "-Hans", "")+".UTF-8")
				}
				printer, err := o.printer(p)
				if err != nil {
					t.Fatal(err)
				}
				want, says := tag, ""
				if !own {
					want = "en"
				}
				if !own && how != "computer" {
					says = `mappe: language "` + tag + `": mappe ` + verb + " has no words in it; English is used\n"
				}
				if printer.Tag() != want || stderr.String() != says {
					t.Errorf("%s, %s by %s: speaks %s and says %q", verb, tag, how, printer.Tag(), stderr.String())
				}
			}
		}
	}
}
