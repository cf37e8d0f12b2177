package main

import (
	"cmp"
	"os"
	"strings"

	"mappe/locales"
	"mappe/profile"
)

// printer speaks the language of --lang, else the profile's, else the
// computer's, else English. A language that is not spoken is an error in
// --lang, a remark in a profile, and nothing on the computer. What programs
// read, --json, does not depend on the computer.
func (o *options) printer(p *profile.Profile) (*locales.Printer, error) {
	switch {
	case o.lang != "":
		printer, err := locales.New(o.lang)
		if err != nil {
			return nil, usage("--lang: %v", err)
		}
		return o.audible(printer, true)
	case p != nil && p.Language != nil:
		printer, err := locales.New(*p.Language)
		if err != nil {
			o.say("%v; English is used", err)
			return locales.New("en")
		}
		return o.audible(printer, true)
	case !o.json:
		if printer, err := locales.New(computerLanguage(os.Getenv)); err == nil {
			return o.audible(printer, false)
		}
	}
	return locales.New("en")
}

// audible is a printer that a verb can speak by: verify, form and rules have no
// words in courtesy languages, and speak English there.
func (o *options) audible(p *locales.Printer, asked bool) (*locales.Printer, error) {
	switch {
	case !p.Courtesy():
		return p, nil
	case o.verb != "verify" && o.verb != "form" && o.verb != "rules":
		return p, nil
	case asked:
		o.say("language %q: mappe %s has no words in it; English is used", p.Tag(), o.verb)
	}
	return locales.New("en")
}

// computerLanguage is the language that the computer is set to, as a tag:
// "uk_UA" of uk_UA.UTF-8. C, POSIX, and a language with a variant that says
// how it is written are none that is spoken.
func computerLanguage(get func(string) string) string {
	set := cmp.Or(get("LC_ALL"), get("LC_MESSAGES"), get("LANG"))
	set, variant, _ := strings.Cut(set, "@")
	if variant != "" && variant != "euro" {
		return ""
	}
	tag, _, _ := strings.Cut(set, ".")
	return tag
}
