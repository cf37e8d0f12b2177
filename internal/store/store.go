// Package store writes private files, whole or not at all.
//
// A Set is written beside the names that its files will have, and takes those
// names only when every file of it is complete and on the disk. Until then what
// stood under the names stands there still. A file is readable by its owner
// alone, and so is every folder that had to be made.
//
// A run that is killed leaves nothing where the system has files without a name
// (Linux, on most file systems), but for the moment in which they take theirs.
// What it leaves elsewhere, Sweep removes.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Error is why something cannot be written. Its text begins with the path that
// the caller has named, never with a temporary one.
type Error struct {
	Path  string
	Doing string // "written", "made"
	Err   error
}

func (e *Error) Error() string { return fmt.Sprintf("%s: cannot be %s: %v", e.Path, e.Doing, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// unwritten is the error of a file, without the system's own mention of a path.
func unwritten(path string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{path, "written", reason(err)}
}

func reason(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	if inner, ok := errors.AsType[*os.LinkError](err); ok {
		return inner.Err
	}
	return err
}

// Set are files that take their names together. Its zero value is empty. It is
// ended by Commit or by Abandon, of which the second after the first does
// nothing.
type Set struct {
	files []*File
	made  []string // folders, outermost first
	named bool     // as where the system has no files without a name
}

// Create begins the file that will be called path, and makes the folders above
// it that are missing. What is called so now is replaced by Commit.
func (s *Set) Create(path string) (*File, error) {
	dir := filepath.Dir(path)
	made, err := makeFolders(dir)
	s.made = append(s.made, made...)
	if err != nil {
		return nil, err
	}
	f := &File{path: path}
	if err := f.open(s.named); err != nil {
		return nil, unwritten(path, err)
	}
	s.files = append(s.files, f)
	return f, nil
}

// Commit gives all files their names. When that fails for one of them, those
// that came before it are taken back: what their names stood for stands there
// again. Where the file system has no second names for a file (hard links), that
// can't be done, and the error says which files are new.
//
// A machine that stops in between may leave some names new and others old; each
// of them is a whole file.
func (s *Set) Commit() (err error) {
	defer s.Abandon()
	for _, f := range s.files {
		if err := f.settle(); err != nil {
			return unwritten(f.path, err)
		}
	}
	for i, f := range s.files {
		if err := f.place(); err != nil {
			return errors.Join(unwritten(f.path, err), takeBack(s.files[:i]))
		}
	}
	for _, dir := range s.folders() {
		if err := syncFolder(dir); err != nil {
			return errors.Join(unwritten(dir, err), takeBack(s.files))
		}
	}
	for _, f := range s.files {
		f.forget()
	}
	s.made = nil
	return nil
}

// folders are those in which a name has changed.
func (s *Set) folders() (all []string) {
	for _, f := range s.files {
		all = append(all, filepath.Dir(f.path))
	}
	for _, dir := range s.made {
		all = append(all, filepath.Dir(dir))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// takeBack undoes what place did.
func takeBack(placed []*File) error {
	var errs []error
	for _, f := range slices.Backward(placed) {
		if err := f.unplace(); err != nil {
			errs = append(errs, fmt.Errorf("%s: is new all the same: %w", f.path, reason(err)))
		}
	}
	return errors.Join(errs...)
}

// Abandon removes what was written and the folders that were made for it.
func (s *Set) Abandon() {
	for _, f := range s.files {
		f.drop()
	}
	for _, dir := range slices.Backward(s.made) {
		os.Remove(dir) // only while it is empty
	}
	s.files, s.made = nil, nil
}
