package main

import (
	"fmt"
	"os"

	"mappe/packets"
)

// Scan is a page of a file, looked at as a picture.
type Scan struct {
	File   string `json:"file"`
	Page   int    `json:"page"`
	Hints  []Hint `json:"hints"`
	Looked bool   `json:"looked"`
	Why    string `json:"why"`
	Text   string `json:"text"` // Why, in words
	DPI    int    `json:"dpi,omitzero"`
}

// Hint is something that seems to be wrong with a scan.
type Hint struct {
	Kind   string `json:"kind"`
	Remedy string `json:"remedy"`
	Text   string `json:"text"`
}

// lookAtScans decodes the pictures of the case. On a terminal it says how far
// it is.
func (w *work) lookAtScans(o *options, a *Answer) error {
	root, err := os.OpenRoot(w.folder())
	if err != nil {
		return err
	}
	defer root.Close()
	var progress func(done, all int)
	if f := o.progress; f != nil {
		progress = func(done, all int) { fmt.Fprintf(f, "\rmappe: %d/%d", done, all) }
		defer fmt.Fprint(f, "\r\x1b[K")
	}
	w.scans = packets.Scans(root, w.list.Profile, progress)
	a.Scans = []Scan{}
	for _, s := range w.scans {
		x := Scan{File: s.File, Page: s.Page, Hints: []Hint{}, Looked: s.Looked(), Why: s.Why, DPI: s.DPI}
		if !s.Looked() {
			x.Text = w.voice.Unseen(s)
		}
		for _, h := range s.Hints {
			x.Hints = append(x.Hints, Hint{string(h.Kind), s.Remedy(h), w.voice.Hint(s, h)})
		}
		a.Scans = append(a.Scans, x)
	}
	return nil
}
