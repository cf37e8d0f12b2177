package packets

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mappe/internal/pdf"
	"mappe/internal/scan"
	"mappe/profile"
)

// Scan is a page of one of the applicant's files, looked at as a picture.
type Scan struct {
	File  string
	Page  int // from 1; 0 for a file of which no page can be had
	Hints []scan.Hint
	DPI   int    // pixels an inch, were the picture as large as A4; 0 where it was not looked at
	Why   string // why it was not looked at, as the last part of a message id: "words", "jpx", "damaged"; "" where it was
	Note  string // what else there is to say of Why, in English

	rotate int  // as the profile says
	alone  bool // no other page is turned by the same words of the profile
}

// Looked tells whether the page was decoded and judged.
func (s Scan) Looked() bool { return s.Why == "" }

// Remedy is what to write into the profile, for the file, so that the page
// stands upright; "" where nothing can be written.
func (s Scan) Remedy(h scan.Hint) string {
	if h.Turn == 0 {
		return ""
	}
	remedy := fmt.Sprintf("rotate: %d", (s.rotate+h.Turn)%360)
	if !s.alone {
		remedy = fmt.Sprintf("pages: %q, %s", strconv.Itoa(s.Page), remedy)
	}
	return remedy
}

// Scans decodes every page of the case that is a picture and judges it as it
// will be printed: turned as the profile, its file and the picture itself say.
// The pages come in the order of the profile, each once. Whatever is wrong
// with a file is a reason not to look at it, and never an error. It tells
// progress, from several goroutines, how many pages are done.
func Scans(root *os.Root, p *profile.Profile, progress func(done, all int)) []Scan {
	s := &shelf{root: root}
	defer s.clear()
	all := []Scan{}
	var plates []*plate // by page; nil for one that isn't looked at
	for _, f := range named(p) {
		in, pages, err := opened(s, f)
		if err != nil {
			all, plates = append(all, Scan{File: f.File, Why: "file", Note: strings.TrimPrefix(err.Error(), f.File+": ")}), append(plates, nil)
			continue
		}
		for _, n := range pages {
			x := Scan{File: f.File, Page: n, rotate: f.Rotate, alone: len(pages) == 1}
			plate, why := in.plate(n, f)
			if why != nil {
				x.Why, x.Note = why.kind, why.note
				plate = nil
			}
			all, plates = append(all, x), append(plates, plate)
		}
	}
	expose(all, plates, progress)
	return all
}

// named are the files of the case: those that say the same are one.
func named(p *profile.Profile) (files []profile.File) {
	type same struct {
		key, pages string
		rotate     int
		fit        profile.Fit
	}
	seen := map[same]bool{}
	for _, a := range p.Applicants {
		for _, d := range a.Documents {
			for _, f := range d.All() {
				k := same{key(f), f.Pages, f.Rotate, ""}
				if f.Fit != nil {
					k.fit = *f.Fit
				}
				if !seen[k] {
					files = append(files, f)
				}
				seen[k] = true
			}
		}
	}
	return files
}

// opened is a file with the pages that are wanted of it, each once.
func opened(s *shelf, f profile.File) (*Input, []int, error) {
	in, err := open(s, f)
	if err != nil {
		return nil, nil, err
	}
	pages, err := selectPages(f.Pages, in.Pages)
	if err != nil {
		return nil, nil, err
	}
	slices.Sort(pages)
	return in, slices.Compact(pages), nil
}

// maxHeldAtOnce is how many bytes decoders that can't work row by row may hold
// at a time, all together.
const maxHeldAtOnce = 160 << 20

// expose decodes and judges plates, as many at a time as there are processors.
func expose(all []Scan, plates []*plate, progress func(done, all int)) {
	var work sync.WaitGroup
	var mu sync.Mutex
	free := sync.NewCond(&mu)
	next, done, wanted, held := 0, 0, 0, int64(0)
	for _, p := range plates {
		if p != nil {
			wanted++
		}
	}
	for range min(runtime.GOMAXPROCS(0), wanted) {
		work.Go(func() {
			for {
				mu.Lock()
				for next < len(plates) && plates[next] == nil {
					next++
				}
				if next == len(plates) {
					mu.Unlock()
					return
				}
				i := next
				next++
				need := min(plates[i].held(), maxHeldAtOnce)
				for held+need > maxHeldAtOnce {
					free.Wait()
				}
				held += need
				mu.Unlock()

				plates[i].look(&all[i])

				mu.Lock()
				plates[i] = nil
				held -= need
				done++
				if progress != nil {
					progress(done, wanted)
				}
				free.Broadcast()
				mu.Unlock()
			}
		})
	}
	work.Wait()
}

// unseen is why a page is not looked at.
type unseen struct{ kind, note string }

// plate is a page as its pictures lie on a sheet, yet to be decoded.
type plate struct {
	layers        []layer
	width, height float64  // of the sheet, in points
	seen          pdf.Rect // the part of the sheet that the page fills
	more          bool     // something else is printed over them
}

// fitting is how a file is laid on its sheet.
func fitting(f profile.File) pdf.Fit {
	if f.Fit != nil && *f.Fit == profile.FitNone {
		return pdf.FitAbove
	}
	return pdf.FitA4
}

// plate is how the pictures of a page lie, or why it isn't looked at.
func (in *Input) plate(n int, f profile.File) (*plate, *unseen) {
	if in.picture != nil {
		p := &in.picture.Pages[n-1]
		d := p.Outline()
		x := &plate{}
		var m pdf.Matrix
		x.width, x.height, m = pdf.Place(d, f.Rotate, fitting(f))
		x.seen = pdf.Rect{0, 0, x.width, x.height}
		x.layers = []layer{{filmOf(in.picture, n), d.Parts[0].Matrix.Then(m), false}}
		return x, nil
	}
	return in.printed(n, f)
}

// found sorts an error of a decoder.
func found(err error) *unseen {
	switch {
	case errors.Is(err, pdf.ErrLimit):
		return &unseen{"large", err.Error()}
	default:
		return &unseen{cmp.Or(unreadKind(err), "damaged"), err.Error()}
	}
}
