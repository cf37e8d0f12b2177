package packets

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/profile"
)

// Inputs are the applicant's own files as Survey found them: usable or with
// the problem that makes it a hole.
type Inputs struct {
	shelf    *shelf
	found    map[string]*Input
	problems map[string]*Problem
	pages    map[profile.File][]int
	checked  map[checked]bool
	remarks  map[string][]Remark // by path
	counts   map[string]int      // of pages, by path
}

// checked is a page of a file that was looked at.
type checked struct {
	input *Input
	page  int
}

// Survey looks at every file that the profile's documents name, below root, the
// profile's folder. It is the one step that reads inputs. A file that is
// missing, foreign, encrypted or damaged is a hole, for Plan to show; a path
// that leads outside the folder and a page range that the file does not have
// are errors, all named at once. Of the files of somebody for whom no packet is
// due only the pages are counted. The files are read again when packets are
// written, so root must stay open until then.
func Survey(root *os.Root, l *checklist.Checklist) (Inputs, error) {
	in := Inputs{
		shelf: &shelf{root: root}, found: map[string]*Input{}, problems: map[string]*Problem{},
		pages: map[profile.File][]int{}, checked: map[checked]bool{}, remarks: map[string][]Remark{}, counts: map[string]int{},
	}
	var errs []error
	var used []profile.File
	for _, p := range l.People {
		look := func(item string, files []profile.File, closely bool) {
			for _, f := range files {
				if err := in.look(f, closely); err != nil {
					errs = append(errs, fmt.Errorf("applicant %s: %s: %w", p.ID(), item, err))
				}
			}
		}
		if p.Outcome == forms.File {
			for _, it := range p.Items {
				look(it.ID, files(it), true)
				used = append(used, files(it)...)
			}
			continue
		}
		for _, d := range p.Facts.Applicant.Documents {
			look(d.Item, d.All(), false)
		}
	}
	in.pair(used)
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

// look finds out what a file is, and which of its pages are selected; closely,
// whether each of them can be laid on a sheet.
func (in Inputs) look(f profile.File, closely bool) error {
	k := key(f)
	if in.found[k] == nil && in.problems[k] == nil {
		found, err := open(in.shelf, f)
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
		in.found[k], in.counts[f.File] = found, found.Pages
		in.remark(found.remarks()...)
	}
	if in.found[k] == nil {
		return nil
	}
	pages, err := selectPages(f.Pages, in.found[k].Pages)
	if err != nil {
		return fmt.Errorf("%s: %w", f.File, err)
	}
	in.pages[f] = pages
	if !closely {
		return nil
	}
	for _, page := range pages {
		if at := (checked{in.found[k], page}); !in.checked[at] {
			in.checked[at] = true
			remarks, problem := in.found[k].page(page)
			if problem != nil {
				problem.Path = f.File
				in.problems[k] = problem
				delete(in.found, k)
				return nil
			}
			in.remark(remarks...)
		}
	}
	return nil
}

// remark keeps what is to be said of a file, once.
func (in Inputs) remark(remarks ...Remark) {
	for _, r := range remarks {
		if !slices.Contains(in.remarks[r.File], r) {
			in.remarks[r.File] = append(in.remarks[r.File], r)
		}
	}
}

// open looks at a file, with the password that its password file holds.
func open(s *shelf, f profile.File) (*Input, error) {
	password := ""
	if f.PasswordFile != nil {
		v, err := s.take(*f.PasswordFile)
		if err != nil {
			return nil, err
		}
		secret := make([]byte, min(v.info.Size(), maxPassword))
		if _, err := v.ReadAt(secret, 0); err != nil && err != io.EOF {
			return nil, &Problem{*f.PasswordFile, ProblemUnreadable, err.Error()}
		}
		password = strings.TrimRight(string(secret), "\r\n")
	}
	return inspect(s, f.File, password)
}

// maxPassword is how much of a password file is read, in bytes.
const maxPassword = 1 << 10
