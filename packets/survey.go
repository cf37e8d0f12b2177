package packets

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/profile"
)

// Inputs are the applicant's own files as Survey found them: each read once,
// usable or with the problem that makes it a hole.
type Inputs struct {
	found    map[string]*Input
	problems map[string]*Problem
	pages    map[profile.File][]int
}

// Survey looks at every file that the checklist's documents name, below root,
// the profile's folder. It is the one step that reads inputs. A file that is
// missing, foreign, encrypted or damaged is a hole, for Plan to show; a path
// that leads outside the folder and a page range that the file does not have
// are errors, all named at once.
func Survey(root *os.Root, l *checklist.Checklist) (Inputs, error) {
	in := Inputs{map[string]*Input{}, map[string]*Problem{}, map[profile.File][]int{}}
	var errs []error
	for _, p := range l.People {
		if p.Outcome != forms.File {
			continue
		}
		for _, it := range p.Items {
			for _, f := range files(it) {
				if err := in.look(root, f); err != nil {
					errs = append(errs, fmt.Errorf("applicant %s: %s: %w", p.ID(), it.ID, err))
				}
			}
		}
	}
	return in, errors.Join(errs...)
}

// files are all files of an item: the documents, their translations, the
// translator's declarations.
func files(it checklist.Item) (all []profile.File) {
	for _, d := range it.Given {
		all = append(all, d.All()...)
	}
	return all
}

// marked is a person whose items say which of them have a file that can't be
// used.
func (in Inputs) marked(p *checklist.Person) *checklist.Person {
	copied := *p
	copied.Items = slices.Clone(p.Items)
	for i := range copied.Items {
		it := &copied.Items[i]
		it.Broken = slices.ContainsFunc(files(*it), func(f profile.File) bool { return in.problems[key(f)] != nil })
	}
	return &copied
}

// key tells apart the ways in which one file may be opened.
func key(f profile.File) string {
	if f.PasswordFile != nil {
		return f.File + "\x00" + *f.PasswordFile
	}
	return f.File
}

func (in Inputs) look(root *os.Root, f profile.File) error {
	k := key(f)
	if in.found[k] == nil && in.problems[k] == nil {
		found, err := open(root, f)
		if problem, ok := errors.AsType[*Problem](err); ok {
			if problem.Kind == ProblemOutside {
				return problem
			}
			in.problems[k] = problem
			return nil
		}
		if err != nil {
			return err
		}
		in.found[k] = found
	}
	if in.found[k] == nil {
		return nil
	}
	pages, err := selectPages(f.Pages, in.found[k].Pages)
	if err != nil {
		return fmt.Errorf("%s: %w", f.File, err)
	}
	in.pages[f] = pages
	return nil
}

// open reads a file, with the password that its password file holds.
func open(root *os.Root, f profile.File) (*Input, error) {
	password := ""
	if f.PasswordFile != nil {
		secret, err := load(root, *f.PasswordFile)
		if err != nil {
			return nil, err
		}
		password = strings.TrimRight(string(secret), "\r\n")
	}
	return inspect(root, f.File, password)
}
