package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"mappe/checklist"
	"mappe/internal/civil"
	"mappe/packets"
)

// missionFile is the flag that names what a mission asks for.
type missionFile struct{ path string }

func (f *missionFile) flag(c *cobra.Command) {
	c.Flags().StringVar(&f.path, "mission", "", "what the mission where it is handed in asks for beyond the checklist, as a `file` says it")
}

// read makes what the file says part of every checklist of the run.
func (f *missionFile) read(o *options) error {
	if f.path == "" {
		return nil
	}
	src, err := o.readAside("--mission", f.path, "examples/missions has some; docs/missions.md says how one is written")
	if err == nil {
		o.mission, err = checklist.ReadMission(f.path, src)
	}
	return err
}

// readAside reads a file that a flag names. No output takes its place.
func (o *options) readAside(flag, path, hint string) ([]byte, error) {
	src, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, hinted(hint, "%s %s: no such file", flag, path)
	case err != nil:
		return nil, fmt.Errorf("%s %s: cannot be read: %w", flag, path, cause(err))
	}
	o.keep = append(o.keep, path)
	return src, nil
}

// Mission is where a case is handed in, as list --mission --format json names it.
type Mission struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	URL     string     `json:"url"`
	Quote   string     `json:"quote"`
	Checked civil.Date `json:"checked"`
	Stored  bool       `json:"stored,omitempty"`
	Wishes  []Wishes   `json:"wishes"`
}

// Wishes are what the mission asks of one person.
type Wishes struct {
	Applicant string     `json:"applicant"`
	Documents []Document `json:"documents"`
}

// atMission is what the answer says of the mission, nil without one.
func (w *work) atMission() *Mission {
	m := w.list.Mission
	if m == nil {
		return nil
	}
	x := &Mission{m.ID, m.Name.In(w.voice.Tag()), m.Source.URL, m.Source.Quote, m.Source.Checked, m.Source.Stored, []Wishes{}}
	for _, p := range w.list.People {
		if len(p.Wishes) > 0 {
			x.Wishes = append(x.Wishes, Wishes{p.ID(), wished(w.voice, m, p.Wishes)})
		}
	}
	return x
}

// wished are a mission's wishes as lines of a checklist.
func wished(v packets.Voice, m *checklist.Mission, wishes []checklist.Wish) (docs []Document) {
	for _, w := range wishes {
		docs = append(docs, Document{ID: w.ID, Number: w.Number, Need: "mission", From: "applicant", Text: v.Wish(w), Cite: v.Asked(m)})
	}
	return docs
}

// sayMission says what is to be told of the mission: whoever makes the
// authority's copy reads no page that is for the applicant.
func (w *work) sayMission(o *options) {
	for _, p := range w.list.People {
		for _, n := range p.Notes {
			if strings.HasPrefix(n.ID, "mission-") {
				o.say("%s: %s", p.ID(), w.voice.Note(n))
			}
		}
	}
}
