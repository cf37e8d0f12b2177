package locales

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

//go:embed reviewers.yaml
var reviewers []byte

// review is what is known of the reading of a courtesy translation: "false",
// or the day and who read it.
type review struct {
	Reviewed string `yaml:"reviewed"`
	By       string `yaml:"by"`
}

// reviewed tells whether the translation into a language was reviewed.
func reviewed(tag string) (bool, error) {
	all, err := readReviews(reviewers)
	if err != nil {
		return false, fmt.Errorf("reviewers.yaml: %w", err)
	}
	return all[tag].Reviewed != "false", nil
}

// readReviews reads reviewers.yaml, in which each courtesy language stands, and
// no other.
func readReviews(src []byte) (all map[string]review, err error) {
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithKnownFields())
	if err != nil {
		return nil, err
	}
	if err := loader.Load(&all); err != nil {
		return nil, err
	}
	for i := range known {
		if _, ok := all[known[i].tag]; ok != known[i].courtesy {
			return nil, fmt.Errorf("%s: %s", known[i].tag, map[bool]string{
				true:  "is authoritative, and needs no review",
				false: "is missing: write reviewed: false until somebody has read it",
			}[ok])
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(all)) {
		r := all[tag]
		if !slices.ContainsFunc(known[:], func(h habits) bool { return h.tag == tag }) {
			return nil, fmt.Errorf("%s: no such language", tag)
		}
		switch _, err := civil.Parse(r.Reviewed); {
		case r.Reviewed == "false" && r.By != "":
			return nil, fmt.Errorf("%s: by %q, but not reviewed: give the day", tag, r.By)
		case r.Reviewed == "false":
		case err != nil:
			return nil, fmt.Errorf("%s: reviewed: %q is neither false nor a day, as 2027-02-01", tag, r.Reviewed)
		case r.By == "":
			return nil, fmt.Errorf("%s: reviewed on %s by nobody: say by whom", tag, r.Reviewed)
		}
	}
	return all, nil
}
