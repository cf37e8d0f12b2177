package checklist

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"mappe/law"
	"mappe/profile"
)

// Letter is a letter that a packet may hold: a line of letters.yaml. Its words
// are a template of the same name.
type Letter struct {
	ID    string      `yaml:"id"`
	For   []string    `yaml:"for"`
	Items []string    `yaml:"item"`
	When  string      `yaml:"when"`
	Place LetterPlace `yaml:"place"`
	Signs string      `yaml:"signs"` // a message "signs.<…>"
	Cites []law.Cite  `yaml:"cite"`
}

// LetterPlace is where in a packet a letter stands.
type LetterPlace string

const (
	BeforeData    LetterPlace = "before-data"
	AfterData     LetterPlace = "after-data"
	InItem        LetterPlace = "item"        // in the place of the document
	AtTranslation LetterPlace = "translation" // behind the translation of a document
	InFront       LetterPlace = "front"       // for the applicant alone
)

// letterConditions are the names that letters.yaml may use: what holds of an
// item, or of a document that is given for it.
var letterConditions = map[string]func(given []profile.Document) bool{
	"without-file": func(given []profile.Document) bool {
		return !slices.ContainsFunc(given, func(d profile.Document) bool { return len(d.Files) > 0 || d.Status != nil })
	},
	"not-yet-there": func(given []profile.Document) bool {
		return !slices.ContainsFunc(given, func(d profile.Document) bool {
			return len(d.Files) > 0 || d.Status != nil && *d.Status != profile.FollowsLater
		})
	},
	"without-declaration": func(given []profile.Document) bool {
		return slices.ContainsFunc(given, func(d profile.Document) bool {
			return len(d.Translation) > 0 && (d.Translator == nil || len(d.Translator.Declaration) == 0)
		})
	},
}

//go:embed letters.yaml
var letters []byte

// Letters are all that a packet may hold, in the order of letters.yaml.
var Letters = sync.OnceValues(func() ([]Letter, error) { return loadLetters(letters) })

func loadLetters(src []byte) ([]Letter, error) {
	all, err := entries[Letter]("letters.yaml", src)
	if err != nil {
		return nil, err
	}
	places := []LetterPlace{BeforeData, AfterData, InItem, AtTranslation, InFront}
	for _, l := range all {
		if _, ok := letterConditions[l.When]; l.When != "" && !ok {
			return nil, fmt.Errorf("letters.yaml: %s: unknown condition %q", l.ID, l.When)
		}
		if !slices.Contains(places, l.Place) {
			return nil, fmt.Errorf("letters.yaml: %s: place %q is none of before-data, after-data, item, translation, front", l.ID, l.Place)
		}
		if l.ID == "" || l.Signs == "" || len(l.For) == 0 {
			return nil, fmt.Errorf("letters.yaml: %s: id, for and signs are wanted", l.ID)
		}
		if own := l.Place == BeforeData || l.Place == AfterData; own != (len(l.Items) == 0) || own != (l.When == "") {
			return nil, fmt.Errorf("letters.yaml: %s: item and when are wanted, but for a letter before or after the data sheet", l.ID)
		}
		for _, id := range l.Items {
			if !slices.Contains(IDs(), id) {
				return nil, fmt.Errorf("letters.yaml: %s: unknown item %q", l.ID, id)
			}
		}
		if err := areSchemes(l.For); err != nil {
			return nil, fmt.Errorf("letters.yaml: %s: %w", l.ID, err)
		}
	}
	return all, nil
}

// LetterIDs are the names of the letters.
func LetterIDs() (ids []string) {
	all, _ := Letters()
	for _, l := range all {
		ids = append(ids, l.ID)
	}
	return ids
}

// LettersAt are the letters of a scheme that have a place.
func LettersAt(place LetterPlace, scheme string) (some []Letter) {
	all, _ := Letters()
	for _, l := range all {
		if l.Place == place && slices.Contains(l.For, scheme) {
			some = append(some, l)
		}
	}
	return some
}

// Answers tells whether the letter is one for the item as things stand.
func (l Letter) Answers(it Item) bool {
	return slices.Contains(l.Items, it.ID) && !it.Extra && letterConditions[l.When](it.Given)
}

// Of tells whether the letter is one for a document that is given for any item.
func (l Letter) Of(d profile.Document) bool {
	return letterConditions[l.When]([]profile.Document{d})
}
