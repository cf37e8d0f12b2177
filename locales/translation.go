package locales

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed translated.*.txt
var origins embed.FS

// origin is the name of the file that says of which English texts a language
// has translations.
func origin(tag string) string { return "translated." + tag + ".txt" }

// Courtesy are the courtesy languages that mappe knows, spoken or not yet.
func Courtesy() (tags []string) {
	for i := range known {
		if known[i].courtesy {
			tags = append(tags, known[i].tag)
		}
	}
	return tags
}

// Need is whether a courtesy language has a message.
type Need int8

const (
	Wanted   Need = iota // the language is not whole without it
	Optional             // it may stay English
	English              // it stays English
)

// NeedOf is whether courtesy languages have a message of this family: what is
// said to those who check packets, forms and rule books stays English.
func NeedOf(family string) Need {
	switch family {
	case "command", "diff", "fault", "lint", "told", "translators", "verify":
		return English
	case "ground", "remark", "supplement":
		return Optional
	}
	return Wanted
}

// Messages are those of the file of a language, sorted by id; none where there
// is no file yet.
func Messages(tag string) ([]Message, error) {
	data, err := files.ReadFile(file(tag))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all, complaints := parse(data)
	if len(complaints) > 0 {
		return nil, fmt.Errorf("%s: %s", file(tag), strings.Join(complaints, "; "))
	}
	return all, nil
}

// Translation is what there is of a courtesy language.
type Translation struct {
	Tag      string
	Messages map[string]Message
	From     map[string]string // of each message, the digest of the English text that was translated
	Reviewed bool
}

// TranslationInto is the translation into a courtesy language, with nothing in
// it where there is none yet. An authoritative or an unknown language is an
// error.
func TranslationInto(tag string) (*Translation, error) {
	i := named(tag)
	switch {
	case i < 0:
		return nil, fmt.Errorf("language %q is not known: choose one of %s", tag, strings.Join(Courtesy(), ", "))
	case !known[i].courtesy:
		return nil, fmt.Errorf("language %q is authoritative, and not translated: choose one of %s", tag, strings.Join(Courtesy(), ", "))
	}
	t := &Translation{Tag: known[i].tag, Messages: map[string]Message{}}
	all, err := Messages(t.Tag)
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		t.Messages[m.ID] = m
	}
	data, err := origins.ReadFile(origin(t.Tag))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if t.From, err = readDigests(data); err != nil {
		return nil, fmt.Errorf("%s: %w", origin(t.Tag), err)
	}
	t.Reviewed, err = reviewed(t.Tag)
	return t, err
}

// Outdated tells whether the English text of a message has changed since it was
// translated.
func (t *Translation) Outdated(english Message) bool {
	from, known := t.From[english.ID]
	_, translated := t.Messages[english.ID]
	return translated && known && from != english.Digest()
}
