// Package checklist says which documents a filing needs, why, from whom, and
// which of them the applicant already has. Build is a pure function of an
// assessment; the catalogue is data that names conditions.
package checklist

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Document is one line of the catalogue. Its words are the messages
// "doc.<id>" and "doc.<id>.hint".
type Document struct {
	ID    string   `yaml:"id"`
	For   []string `yaml:"for"`
	When  string   `yaml:"when"`
	Group int      `yaml:"group"`
	Need  Need     `yaml:"need"`
	From  string   `yaml:"from"`
	Cite  law.Cite `yaml:"cite"`
	Once  bool     `yaml:"once"`
	Act   bool     `yaml:"act"`
}

// Need says how surely a document is asked for.
type Need string

const (
	Required Need = "required"
	Confirm  Need = "confirm" // the page announces a list that it does not show: confirm on the form
	Example  Need = "example"
)

//go:embed documents.yaml
var documents []byte

// Catalogue is every document that a filing may need, in the order of the
// packet.
var Catalogue = sync.OnceValues(func() ([]Document, error) { return load(documents) })

func load(src []byte) ([]Document, error) {
	docs, err := entries[Document]("documents.yaml", src)
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		if _, ok := conditions[d.When]; d.When != "" && !ok {
			return nil, fmt.Errorf("documents.yaml: %s: unknown condition %q", d.ID, d.When)
		}
		if !slices.Contains([]Need{Required, Confirm, Example}, d.Need) {
			return nil, fmt.Errorf("documents.yaml: %s: need %q is none of required, confirm, example", d.ID, d.Need)
		}
		if d.Group < 1 || d.Group > Groups || d.From == "" || d.Cite == "" || len(d.For) == 0 {
			return nil, fmt.Errorf("documents.yaml: %s: group, from, cite and for are wanted", d.ID)
		}
		if err := areSchemes(d.For); err != nil {
			return nil, fmt.Errorf("documents.yaml: %s: %w", d.ID, err)
		}
	}
	return docs, nil
}

// entries are those of a file of the project, none of whose keys is unknown.
func entries[T any](file string, src []byte) (all []T, err error) {
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithKnownFields())
	if err != nil {
		return nil, err
	}
	if err := loader.Load(&all); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return all, nil
}

// areSchemes complains of an id that no scheme has.
func areSchemes(ids []string) error {
	for _, id := range ids {
		if _, ok := forms.ByID(id); !ok {
			return fmt.Errorf("unknown scheme %q", id)
		}
	}
	return nil
}

// Groups is the number of groups in a checklist; documents that the applicant
// encloses beyond the list come after them.
const Groups = 5

// Blank are the documents of a form, whoever files it, each with its condition
// as it reads while nothing is known.
func Blank(scheme string, on civil.Date, book *law.Book) ([]Item, error) {
	docs, err := Catalogue()
	if err != nil {
		return nil, err
	}
	nobody := &law.Facts{Applicant: &profile.Applicant{}, On: on, Book: book}
	var items []Item
	for _, d := range docs {
		if !slices.Contains(d.For, scheme) {
			continue
		}
		it := Item{Document: d, Why: law.Always()}
		if d.When != "" {
			it.Why = conditions[d.When].Find(nobody)
		}
		items = append(items, it)
	}
	numbered(items, "")
	return items, nil
}

// IDs are the document ids of the catalogue, each once, in its order.
func IDs() []string {
	docs, _ := Catalogue()
	var ids []string
	for _, d := range docs {
		if !slices.Contains(ids, d.ID) {
			ids = append(ids, d.ID)
		}
	}
	return ids
}
