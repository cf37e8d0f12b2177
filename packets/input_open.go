package packets

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mappe/internal/pdf"
	"mappe/internal/picture"
)

func (in *Input) openPDF(password string) *Problem {
	f, err := pdf.Open(in.source, "")
	in.shut = errors.Is(err, pdf.ErrPassword)
	if in.shut && password != "" {
		f, err = pdf.Open(in.source, password)
	}
	switch {
	case err == nil:
	case errors.Is(err, pdf.ErrPassword) && password == "":
		return &Problem{Kind: ProblemEncrypted, Detail: detailNoPassword}
	case errors.Is(err, pdf.ErrPassword):
		return &Problem{Kind: ProblemEncrypted, Detail: detailWrongPassword}
	case errors.Is(err, pdf.ErrEncryption):
		return &Problem{Kind: ProblemEncrypted, Detail: detailUnsupported}
	case errors.Is(err, pdf.ErrLimit):
		return &Problem{Kind: ProblemTooLarge, Detail: reason(err, pdf.ErrLimit)}
	case errors.Is(err, pdf.ErrDamaged):
		return damaged("%s", reason(err, pdf.ErrDamaged))
	default:
		return &Problem{Kind: ProblemUnreadable, Detail: strings.TrimPrefix(err.Error(), in.Path+": ")}
	}
	switch {
	case f.Dynamic():
		return &Problem{Kind: ProblemUnprinted, Detail: "a dynamic XFA form has no pages yet"}
	case f.Portfolio():
		return &Problem{Kind: ProblemUnprinted, Detail: "a PDF portfolio holds other files"}
	}
	in.document, in.Pages = f, f.Pages()
	in.checks, in.worded, in.webs = pdf.NewCopier(f, nil), map[int]bool{}, map[int]int{}
	return nil
}

func (in *Input) openPicture() *Problem {
	f, err := picture.Open(in.source)
	if err != nil {
		return pictured(err)
	}
	in.picture, in.Pages = f, len(f.Pages)
	return nil
}

// pictured is the error of a picture.
func pictured(err error) *Problem {
	switch {
	case errors.Is(err, picture.ErrTooLarge):
		return &Problem{Kind: ProblemTooLarge, Detail: err.Error()}
	case errors.Is(err, picture.ErrForeign):
		return &Problem{Kind: ProblemForeign, Detail: err.Error()}
	}
	return damaged("%s", err)
}

// A Remark is what the packet doesn't have of a file, or what its owner should
// know of it. Unlike a Problem it keeps nothing out.
type Remark struct {
	Kind   string // of the message: "repaired", "lost", "heavy", "signed", "signed-shut", "attached", "missing", "undrawn", "actions", "links", "frames", "blank", "twice" or "same"
	File   string // as in the profile
	Page   int    // 0 for the whole file
	Detail string // in English
	Where  string // in the packet, in the reader's language; of a signed file the name of the untouched copy
}

// remarks are what is to be said of the file as a whole.
func (in *Input) remarks() (all []Remark) {
	say := func(kind, detail string) { all = append(all, Remark{Kind: kind, File: in.Path, Detail: detail}) }
	if in.document != nil && in.document.Repaired() {
		say("repaired", "")
	}
	if in.document != nil && in.document.Lost() > 0 {
		say("lost", strconv.Itoa(in.document.Lost()))
	}
	if in.signed() {
		say("signed", "")
	}
	if in.document != nil && in.document.Attached() > 0 {
		say("attached", strconv.Itoa(in.document.Attached()))
	}
	if in.picture != nil && in.picture.Left > 0 {
		say("frames", "")
	}
	if in.Size > heavyInput {
		say("heavy", fmt.Sprintf("%d MB", in.Size>>20))
	}
	return all
}

// fewLetters is how much text makes a page one of text, in bytes: programs for
// scanning leave their name on pages.
const fewLetters = 64

// page makes sure that a page can be laid on a sheet, and tells what of it
// won't be there.
func (in *Input) page(n int) (remarks []Remark, p *Problem) {
	if in.picture != nil {
		if page := in.picture.Pages[n-1]; !page.Passed {
			if err := in.picture.Check(n); err != nil {
				return nil, pictured(err)
			}
		}
		return nil, nil
	}
	d, err := in.checks.Page(n)
	var contents []byte
	damage := ""
	if err == nil {
		contents, err = in.checks.Contents(n)
		if errors.Is(err, pdf.ErrDamaged) {
			damage, err = "a part of its contents", nil
		}
	}
	switch {
	case errors.Is(err, pdf.ErrLimit):
		return nil, &Problem{Kind: ProblemTooLarge, Detail: reason(err, pdf.ErrLimit)}
	case err != nil:
		return nil, damaged("%s", reason(err, pdf.ErrDamaged))
	case slices.Contains(d.Left.Missing, pdf.AllContents) || damage != "" && len(bytes.TrimSpace(contents)) == 0:
		return nil, damaged("page %d: its contents can't be read", n)
	case slices.ContainsFunc(d.Left.Undrawn, func(c pdf.Count) bool { return c.Kind == "Stamp" }):
		return nil, &Problem{Kind: ProblemUnprinted, Detail: fmt.Sprintf("page %d: a comment (Stamp) is not drawn", n)}
	case d.Left.Letters > 0:
		return nil, &Problem{Kind: ProblemUnprinted, Detail: fmt.Sprintf("page %d: a filled-in field has letters that only the program that made it can draw", n)}
	}
	in.worded[n] = in.checks.Letters(n, contents, fewLetters) == fewLetters
	for _, j := range d.Links {
		if j.URI != "" {
			in.webs[n]++
		}
	}
	missing := d.Left.Missing
	if damage != "" && !slices.Contains(missing, damage) {
		missing = append(slices.Clone(missing), damage)
	}
	for _, r := range []Remark{
		{Kind: "missing", Detail: strings.Join(missing, ", ")},
		{Kind: "undrawn", Detail: counts(d.Left.Undrawn)},
		{Kind: "actions", Detail: counts(d.Left.Actions)},
	} {
		if r.Detail != "" {
			r.File, r.Page = in.Path, n
			remarks = append(remarks, r)
		}
	}
	if damage == "" && in.checks.Blank(n, contents) {
		remarks = append(remarks, Remark{Kind: "blank", File: in.Path, Page: n})
	}
	return remarks, nil
}

// counts are kinds with their numbers: "2 Launch, 1 JavaScript".
func counts(all []pdf.Count) string {
	words := make([]string, len(all))
	for i, c := range all {
		words[i] = fmt.Sprintf("%d %s", c.N, c.Kind)
	}
	return strings.Join(words, ", ")
}

// reason is what err says beside its kind, on one line.
func reason(err, kind error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return strings.Replace(line, kind.Error()+": ", "", 1)
}
