package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
	"mappe/profile"
)

func newRulesDiff(o *options) *cobra.Command {
	var cases string
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "what differs between two rule books, and for whom",
		Long: `Compares two rule books, each a folder or the word ours for the one that mappe
carries: values with their days, sources, quotations, and the days on which they
were checked.

With --cases it decides every profile below DIR by both books, on today's day or
--on, and names each answer that changes and what to do about papers that were
made with the old book. Files that are no profiles are named and left out. The
exit code is 0 whether or not anything differs.`,
		Example: `  mappe rules diff ours law
  mappe rules diff ours law --cases examples --on 2027-01-10`,
		Args: wants(2, "OLD", "NEW"),
		RunE: func(_ *cobra.Command, args []string) error { return runRulesDiff(o, args[0], args[1], cases) },
	}
	c.Flags().StringVar(&cases, "cases", "", "`DIR` with profiles to decide by both books")
	c.Flags().BoolVar(&o.json, "json", false, "print as JSON")
	return c
}

// rulesDiff is what differs between two rule books, and for whom.
type rulesDiff struct {
	On    civil.Date     `json:"on"`
	Old   bookName       `json:"old"`
	New   bookName       `json:"new"`
	Book  law.Difference `json:"book"`
	Cases *casesDiff     `json:"cases,omitempty"`
}

type bookName struct {
	Name    string     `json:"name"` // ours, or the folder
	Digest  string     `json:"digest"`
	Checked civil.Date `json:"checked"`
}

// casesDiff are the cases of a folder, decided by both books.
type casesDiff struct {
	Changed []caseDiff `json:"changed"`
	Same    int        `json:"same"` // how many are answered alike
	Skipped []skipped  `json:"skipped"`
}

type caseDiff struct {
	File    string         `json:"file"`
	Changes []AnswerChange `json:"changes"`
	Do      []remedy       `json:"do"`
}

// remedy is what to do about the papers of a person that were made with the
// old book.
type remedy struct {
	Applicant string   `json:"applicant,omitempty"`
	Do        string   `json:"do"`      // packet: make it again; case: look at it again; text: only words change
	Because   []string `json:"because"` // the fields
}

type skipped struct {
	File    string `json:"file"`
	Because string `json:"because"`
}

func runRulesDiff(o *options, before, after, cases string) (err error) {
	defer locales.Rescue(&err)
	if o.rules != "" {
		return usage("rules diff: --rules has no meaning here: OLD and NEW name the books")
	}
	on, err := o.day()
	if err != nil {
		return err
	}
	was, err := o.named(before, on)
	if err != nil {
		return err
	}
	is, err := o.named(after, on)
	if err != nil {
		return err
	}
	d := rulesDiff{On: on, Old: bookName{before, was.Book.Digest, was.Book.Checked}, New: bookName{after, is.Book.Digest, is.Book.Checked},
		Book: law.Diff(was.Book, is.Book)}
	if cases != "" {
		if d.Cases, err = diffCases(cases, on, was, is); err != nil {
			return err
		}
		for _, s := range d.Cases.Skipped {
			o.say("%s: skipped: %s", s.File, s.Because)
		}
	}
	if o.json {
		return printJSON(o.stdout, d)
	}
	return d.print(o.stdout, was, is)
}

// named is the rule book of a folder, or mappe's own, with a voice that speaks
// of it.
func (o *options) named(name string, on civil.Date) (v packets.Voice, err error) {
	var b *law.Book
	if name == "ours" {
		b, err = law.Ours()
	} else {
		b, err = openBook(name, on)
	}
	if err != nil {
		return v, err
	}
	return o.voice(nil, b)
}

// diffCases decides every profile of a folder by both books.
func diffCases(dir string, on civil.Date, was, is packets.Voice) (*casesDiff, error) {
	d := &casesDiff{Changed: []caseDiff{}, Skipped: []skipped{}}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		ext := strings.ToLower(filepath.Ext(path))
		if entry.IsDir() || !slices.Contains([]string{".yaml", ".yml", ".json"}, ext) {
			return nil
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		changes, do, err := diffCase(path, on, was, is)
		switch {
		case err != nil:
			says, _, _ := strings.Cut(err.Error(), "\n")
			if at, placed := strings.CutPrefix(says, path+": "); placed {
				says = at
			} else if at, placed := strings.CutPrefix(says, path+":"); placed {
				says = "line " + at
			}
			d.Skipped = append(d.Skipped, skipped{name, says})
		case len(changes) > 0:
			d.Changed = append(d.Changed, caseDiff{name, changes, do})
		default:
			d.Same++
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", dir, cause(err))
	case d.Same+len(d.Changed) == 0:
		return nil, hinted("--cases DIR is a folder with profiles, which begin with mappe: 1", "%s: there is no profile in it", dir)
	}
	return d, nil
}

const maxProfile = 4 << 20 // bytes; profile.Decode is stricter still

func diffCase(path string, on civil.Date, was, is packets.Voice) ([]AnswerChange, []remedy, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, cause(err)
	case !info.Mode().IsRegular():
		return nil, nil, errors.New("is no file to read")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, cause(err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxProfile))
	if err != nil {
		return nil, nil, cause(err)
	}
	p, err := profile.Decode(path, src)
	if err != nil {
		return nil, nil, err
	}
	before, err := assess(path, p, on, was)
	if err != nil {
		return nil, nil, err
	}
	after, err := assess(path, p, on, is)
	if err != nil {
		return nil, nil, err
	}
	x, y := before.answer(), after.answer()
	changes := compareAnswers(x, y)
	return changes, remedies(changes, x, y), nil
}

// remedies are what to do for each person of whom something changes.
func remedies(changes []AnswerChange, before, after *Answer) (all []remedy) {
	filed := map[string]bool{} // by either book
	for _, a := range []*Answer{before, after} {
		for _, p := range a.Applicants {
			filed[p.ID] = filed[p.ID] || p.Outcome == string(forms.File)
		}
	}
	for _, c := range changes {
		if c.Applicant == "" {
			continue // the sum of what is said of the people
		}
		do := "case"
		switch {
		case wordsAlone(c.Field):
			do = "text"
		case filed[c.Applicant]:
			do = "packet"
		}
		i := slices.IndexFunc(all, func(r remedy) bool { return r.Applicant == c.Applicant })
		switch {
		case i < 0:
			all = append(all, remedy{c.Applicant, do, []string{c.Field}})
		case all[i].Do == do:
			all[i].Because = append(all[i].Because, c.Field)
		case all[i].Do == "text": // something graver
			all[i] = remedy{c.Applicant, do, []string{c.Field}}
		}
	}
	return all
}

// wordsAlone tells whether a field of the answer is only words: notes, steps,
// sentences that are cited, and the condition of a day that changes itself.
func wordsAlone(field string) bool {
	last := field[strings.LastIndexByte(field, '.')+1:]
	return strings.HasPrefix(field, "notes.") || strings.HasPrefix(field, "steps.") || strings.HasSuffix(last, "cite") || last == "text" || last == "if"
}
