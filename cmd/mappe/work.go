package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/packets"
	"mappe/profile"
)

// work is a profile, assessed, with its checklist and a voice to speak of it.
type work struct {
	path  string
	on    civil.Date
	list  *checklist.Checklist
	voice packets.Voice
	scans []packets.Scan // nil: not looked at
	keep  []string       // other files that are not written over

	enclose func(packets.Inputs) error // puts files into the checklist that the profile does not name
}

// load reads and assesses a profile.
func (o *options) load(path string) (*work, error) {
	if o.rules == "" {
		go law.Ours() // read while the profile is
	}
	go checklist.Catalogue()
	on, err := o.day()
	if err != nil {
		return nil, err
	}
	src, err := o.readFile(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, hinted("a profile is a YAML file that begins with mappe: 1; examples/ has some", "%s: no such file", path)
		}
		if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
			return nil, hinted("give the profile itself, for example "+strings.TrimSuffix(path, "/")+"/case.yaml", "%s: is a folder", path)
		}
		return nil, hinted("check the path and its permissions", "%s: cannot be read: %w", path, cause(err))
	}
	p, err := profile.Decode(path, src)
	if err != nil {
		return nil, err
	}
	book, err := o.book()
	if err != nil {
		return nil, err
	}
	voice, err := o.voice(p, book)
	if err != nil {
		return nil, err
	}
	w, err := assess(path, p, on, voice)
	if err != nil {
		return nil, err
	}
	w.keep = o.keep
	if o.mission != nil {
		err = w.list.At(o.mission)
	}
	return w, err
}

// assess decides a profile by the rule book of the voice.
func assess(path string, p *profile.Profile, on civil.Date, voice packets.Voice) (*work, error) {
	w := &work{path: path, on: on, voice: voice}
	list, err := w.decide(p)
	if err != nil {
		return nil, hinted("mappe list shows the items by their ids", "%s: %v", path, err)
	}
	w.list = list
	return w, nil
}

// decide is what comes out for a profile on the day of the work and by its
// rule book, with its checklist.
func (w *work) decide(p *profile.Profile) (*checklist.Checklist, error) {
	assessed, err := forms.Assess(p, w.on, w.voice.Book)
	if err != nil {
		return nil, err
	}
	return checklist.Build(assessed)
}

// folder is where the paths of the profile begin.
func (w *work) folder() string {
	if w.path == "-" {
		return "."
	}
	return filepath.Dir(w.path)
}

// inputs are the profile and all files that it names.
func (w *work) inputs() []string {
	if w.list == nil {
		return w.keep
	}
	paths := append([]string{w.path}, w.keep...)
	for _, p := range w.list.Profile.Applicants {
		for _, d := range p.Documents {
			for _, f := range d.All() {
				paths = append(paths, filepath.Join(w.folder(), f.File))
				if f.PasswordFile != nil {
					paths = append(paths, filepath.Join(w.folder(), *f.PasswordFile))
				}
			}
		}
	}
	return paths
}

// voice speaks of a profile, nil for none, by a rule book.
func (o *options) voice(p *profile.Profile, book *law.Book) (packets.Voice, error) {
	printer, err := o.printer(p)
	return packets.Voice{Printer: printer, Book: book}, err
}

// code is the exit code that the outcomes make.
func (w *work) code() int {
	due := false
	for _, p := range w.list.People {
		if p.Outcome == forms.Undecided {
			return exitUndecided
		}
		due = due || p.Outcome == forms.File
	}
	if due {
		return exitDone
	}
	return exitNoPacket
}
