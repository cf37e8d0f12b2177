package packets

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"mappe/checklist"
	"mappe/profile"
)

// LetterFault is what is wrong with one of a firm's own letters. The error of a
// packet that holds such a letter is one.
type LetterFault struct {
	Stray bool // the file takes the place of none of mappe's letters
	err   error
}

func (f *LetterFault) Error() string { return f.err.Error() }
func (f *LetterFault) Unwrap() error { return f.err }

// ownLetter reads a firm's own letter.
func ownLetter(own fs.FS, name string) (*letterTemplate, error) {
	src, err := fs.ReadFile(own, name)
	if err != nil {
		return nil, &LetterFault{err: fmt.Errorf("%s: %w", name, err)}
	}
	t, err := readTemplate(name, string(src))
	if err != nil {
		return nil, &LetterFault{err: err}
	}
	return t, nil
}

// CheckLetters reads a firm's own letters, the Markdown files of a folder, and
// answers what is wrong with each: it takes the place of none of mappe's, or says
// what no letter may.
func CheckLetters(own fs.FS) (faults []*LetterFault) {
	names, err := fs.Glob(own, "*.md")
	if err != nil {
		return []*LetterFault{{err: err}}
	}
	var all []string
	for _, id := range checklist.LetterIDs() {
		all = append(all, id+".da.md", id+".en.md")
	}
	for _, name := range names {
		if !slices.Contains(all, name) {
			faults = append(faults, &LetterFault{true, fmt.Errorf("%s: takes the place of no letter; did you mean %q?", name, profile.Nearest(name, all))})
		} else if _, err := ownLetter(own, name); err != nil {
			fault, _ := errors.AsType[*LetterFault](err)
			faults = append(faults, fault)
		}
	}
	return faults
}
