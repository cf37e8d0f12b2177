package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"mappe/internal/store"
)

// caseFile is the profile that an interview writes.
type caseFile struct {
	path  string
	fresh bool // not written yet, and must not be there
}

func isThere(path string) error {
	return hinted("mappe ask "+path+" goes on from it; -o names another file", "%s: is there already and is not overwritten", path)
}

// read is the file as it is now; one that is still to be made does not exist.
func (f *caseFile) read() ([]byte, error) {
	if f.fresh {
		return nil, fs.ErrNotExist
	}
	return os.ReadFile(f.path)
}

// write replaces the file in one step, through a link to where it leads. A new
// file is readable by its owner alone; one that is there keeps its mode.
func (f *caseFile) write(data []byte) error {
	err := f.store(data)
	if err == nil {
		f.fresh = false
		return nil
	}
	remedy := "choose a file that you may write with -o"
	switch {
	case errors.Is(err, fs.ErrExist):
		err = errors.New("it is there already")
	case errors.Is(err, store.ErrNoFolder):
	default:
		remedy, err = remedyFor(err), cause(err)
	}
	return hinted("the answers before this one are saved; "+remedy, "%s: cannot be written: %w", f.path, err)
}

func (f *caseFile) store(data []byte) error {
	var one store.Set
	defer one.Abandon()
	to, err := one.Create(f.real())
	if err != nil {
		return err
	}
	if f.fresh {
		to.Fresh()
	} else if info, err := os.Stat(f.path); err == nil {
		if err := to.Mode(info.Mode().Perm()); err != nil {
			return err
		}
	}
	if _, err := to.WriteAt(data, 0); err != nil {
		return err
	}
	return one.Commit()
}

// real is where a link leads.
func (f *caseFile) real() string {
	if path, err := filepath.EvalSymlinks(f.path); err == nil && !f.fresh {
		return path
	}
	return f.path
}
