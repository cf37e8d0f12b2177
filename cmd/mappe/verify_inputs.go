package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"mappe/internal/guest"
	"mappe/packets"
)

// compareInputs says what became of the files of a packet. They are looked for
// in the folder of --inputs; without it in the packet's, and where that has
// none of them, it is another folder, and nothing is said to be gone.
func (x verification) compareInputs(lock *packets.Lock, r *packets.Report) error {
	r.Folder = x.inputs
	if x.inputs == "" {
		r.Folder = filepath.Dir(x.path)
	}
	root, err := os.OpenRoot(r.Folder)
	if err != nil {
		return hinted("give the folder of the profile", "--inputs %s: cannot be read: %w", r.Folder, cause(err))
	}
	defer root.Close()
	found := x.inputs != ""
	own, err := x.forms()
	if err != nil {
		return err
	}
	for i, f := range lock.Files {
		s := packets.InputState{Path: f.Path, Pages: lock.From(i)}
		if s.State, s.Why = compareInput(root, f); f.Form != nil {
			s.State, s.Why = compareForm(root, f, own[f.Form.ID])
		}
		found = found || s.State == packets.InputSame || s.State == packets.InputChanged
		r.Inputs = append(r.Inputs, s)
	}
	for i := range r.Inputs {
		if s := &r.Inputs[i]; !found && s.State == packets.InputGone {
			s.State = packets.InputNotLookedAt
		}
	}
	return nil
}

// compareInput is what became of a file, and why it was not looked at.
func compareInput(root *os.Root, f packets.LockFile) (state, why string) {
	name := filepath.FromSlash(f.Path)
	info, err := root.Stat(name) // before it is opened: a named pipe would wait
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return packets.InputGone, ""
	case err != nil:
		return packets.InputNotLookedAt, cause(err).Error()
	case !info.Mode().IsRegular() || info.Size() != f.Bytes:
		return packets.InputChanged, ""
	}
	file, err := root.Open(name)
	if err != nil {
		return packets.InputNotLookedAt, cause(err).Error()
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return packets.InputNotLookedAt, cause(err).Error()
	}
	if fmt.Sprintf("%x", h.Sum(nil)) != f.SHA256 {
		return packets.InputChanged, ""
	}
	return packets.InputSame, ""
}

// ask is what the second reader says of the packet.
func (x verification) ask(lock *packets.Lock) *packets.SecondSaid {
	report, err := guest.Survey(context.Background(), x.path, x.password, guest.Limits{})
	switch {
	case err != nil && unreadable(err):
		return &packets.SecondSaid{State: "cannot-read", Why: pathless(err, x.path)}
	case err != nil:
		return &packets.SecondSaid{State: "not-asked", Why: pathless(err, x.path)}
	}
	s := &packets.SecondSaid{State: "agrees", Complaint: report.Complaint}
	if s.Faults = lock.Second(report); len(s.Faults) > 0 {
		s.State = "contradicts"
	}
	return s
}

// readAtMost reads a regular file of at most so many bytes.
func readAtMost(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: cannot be read: %w", path, cause(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: is not a regular file", path)
	case info.Size() > most:
		return nil, fmt.Errorf("%s: %d bytes; at most %d are read", path, info.Size(), most)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", path, cause(err))
	}
	return data, nil
}
