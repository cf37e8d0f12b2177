package guest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
)

// Report is what pdfcpu, the second reader, finds in a PDF. Its words are the
// file's own: print them as such.
type Report struct {
	Pages     []Page
	Outline   []Mark `json:",omitempty"`
	Complaint string `json:",omitempty"` // what pdfcpu's relaxed validation says against the file; "" for nothing
}

// Page is one page as a viewer shows it.
type Page struct {
	Width, Height float64 // points, turned upright
	Label         string  `json:",omitempty"` // what a viewer calls the page, where the file says so
	Links         []Link  `json:",omitempty"` // in the file's order
}

// Link is a place to click: on a page of this file, counted from 1, or on an
// address. Both are empty where it leads elsewhere or nowhere.
type Link struct {
	Page int    `json:",omitempty"`
	URI  string `json:",omitempty"`
}

// Mark is an entry of the outline. Page counts from 1; 0 is nowhere.
type Mark struct {
	Title string
	Page  int    `json:",omitempty"`
	Open  bool   `json:",omitempty"`
	Under []Mark `json:",omitempty"`
}

// The most that a file may have to be read by the guest.
const (
	maxFile  = 1 << 30
	maxPages = 20_000
	maxLinks = 100_000
	maxMarks = 50_000
	maxDepth = 100
	maxText  = 4 << 10 // bytes of a title, label or address
)

type surveyRequest struct{ Password string }

// Survey has the second reader look at a PDF. The password is used if the file
// does not open without one. The guest may use the memory of the limits and
// that of the file itself, and writes no file, whatever the limits say.
func Survey(ctx context.Context, path, password string, l Limits) (*Report, error) {
	file, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	l = l.orDefault()
	l.Memory += size
	l.File = 0
	j := job{who: "second reader", verb: "survey", name: path, limits: l, files: []*os.File{file}}
	if size > maxFile {
		return nil, j.failed(ErrRefused, "it is larger than "+megabytes(maxFile))
	}
	var r Report
	if err := j.run(ctx, surveyRequest{password}, &r); err != nil {
		return nil, err
	}
	if err := r.check(); err != nil {
		return nil, j.failed(ErrCrash, "its answer is not one: "+err.Error())
	}
	return &r, nil
}

// open opens a regular file; anything else, like a pipe, might never end.
func open(path string) (f *os.File, size int64, err error) {
	info, err := os.Stat(path) // opening a named pipe waits for somebody to write
	if err == nil && !info.Mode().IsRegular() {
		return nil, 0, fmt.Errorf("%s: not a regular file", path)
	}
	if err == nil {
		f, err = os.Open(path)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", path, bare(err))
	}
	if info, err = f.Stat(); err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: not a regular file", path)
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// bare is the error of a file without its path.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// check looks at a report as at any input.
func (r *Report) check() error {
	if n := len(r.Pages); n == 0 || n > maxPages {
		return fmt.Errorf("%d pages", n)
	}
	links := 0
	for i, p := range r.Pages {
		if !size(p.Width) || !size(p.Height) {
			return fmt.Errorf("page %d measures %g × %g", i+1, p.Width, p.Height)
		}
		if links += len(p.Links); links > maxLinks {
			return fmt.Errorf("more than %d links", maxLinks)
		}
		for _, l := range p.Links {
			if l.Page < 0 || l.Page > len(r.Pages) || l.Page > 0 && l.URI != "" {
				return fmt.Errorf("page %d links to page %d", i+1, l.Page)
			}
		}
	}
	marks := 0
	return r.checkMarks(r.Outline, &marks, 0)
}

func (r *Report) checkMarks(level []Mark, marks *int, depth int) error {
	if *marks += len(level); *marks > maxMarks || depth > maxDepth {
		return fmt.Errorf("an outline of more than %d entries or %d levels", maxMarks, maxDepth)
	}
	for _, m := range level {
		if m.Page < 0 || m.Page > len(r.Pages) {
			return fmt.Errorf("the outline leads to page %d", m.Page)
		}
		if err := r.checkMarks(m.Under, marks, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func size(x float64) bool { return x > 0 && !math.IsInf(x, 0) }
