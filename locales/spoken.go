package locales

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// words are the messages of each known language, read once.
var words [len(known)]struct {
	once      sync.Once
	catalogue *catalogue
	reviewed  bool
	err       error
}

// wordsOf returns the messages of the known language i, and whether its
// translation was reviewed.
func wordsOf(i int) (*catalogue, bool, error) {
	w := &words[i]
	w.once.Do(func() {
		if w.catalogue, w.err = load(known[i].tag); w.err == nil && known[i].courtesy {
			w.reviewed, w.err = reviewed(known[i].tag)
		}
	})
	return w.catalogue, w.reviewed, w.err
}

// hasWords tells whether the known language i has a message file.
func hasWords(i int) bool {
	f, err := files.Open(file(known[i].tag))
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// Tags are the languages spoken, as BCP 47 tags in alphabetical order: those of
// which there is a message file.
func Tags() (tags []string) {
	for i := range known {
		if hasWords(i) {
			tags = append(tags, known[i].tag)
		}
	}
	return tags
}

// Authoritative are the languages whose words count: of all others each page
// says that it is a courtesy translation.
func Authoritative() []string { return []string{"da", "en"} }

// New is the printer of a language: "da", "da-DK" and "da_DK" are Danish, "zh",
// "zh-CN" and "zh-Hans-SG" simplified Chinese. A tag of a language that is not
// spoken is an error, however near its neighbour is (nb is not da, ru not uk,
// and zh-TW not zh-Hans).
func New(tag string) (*Printer, error) {
	i := named(tag)
	if i < 0 || !hasWords(i) {
		return nil, fmt.Errorf("language %q is not spoken: choose one of %s", tag, strings.Join(Tags(), ", "))
	}
	words, reviewed, err := wordsOf(i)
	if err != nil {
		return nil, err
	}
	return &Printer{habits: &known[i], words: words, reviewed: reviewed}, nil
}

// same are codes for a language that is known by another: the codes that
// ISO 639-3 gives to what is written as Arabic, Persian and Chinese. Dari is
// Persian as it is written in Afghanistan.
func same(base string) string {
	switch base {
	case "arb":
		return "ar"
	case "pes", "prs":
		return "fa"
	case "cmn":
		return "zh"
	}
	return base
}

// named is the place of the language of a tag among the known ones, -1 if it
// is none of them: the same language in the same script, wherever it is spoken.
func named(tag string) int {
	t, err := language.Parse(tag)
	if err != nil {
		return -1
	}
	base, script, region := t.Raw()
	first, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if alone, err := language.Parse(first); err == nil {
		own, _, _ := alone.Raw()
		if same(own.String()) != same(base.String()) {
			return -1 // as "ae-ara", Avestan with a word behind it that is a language too
		}
	}
	base, err = language.ParseBase(same(base.String()))
	if err != nil {
		return -1
	}
	if t, err = language.Compose(base, script, region); err != nil {
		return -1
	}
	script, _ = t.Script() // the usual one, where the tag has none
	for i := range known {
		if known[i].base == base.String() && known[i].script == script.String() {
			return i
		}
	}
	return -1
}
