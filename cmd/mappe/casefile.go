package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/google/renameio/v2"
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
func (f *caseFile) write(data []byte) (err error) {
	defer func() {
		if err != nil {
			err = hinted("the answers before this one are saved; choose a file that you may write with -o", "%s: cannot be written: %w", f.path, cause(err))
		}
	}()
	path := f.path
	if f.fresh {
		made, err := makeFolders(filepath.Dir(path))
		if err == nil {
			err = claim(path)
		}
		if err != nil {
			for _, dir := range slices.Backward(made) {
				os.Remove(dir) // only while it is empty
			}
			return err
		}
		f.fresh = false
	} else if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	p, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)),
		renameio.WithPermissions(0o600), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer p.Cleanup() // does nothing once it is replaced
	if _, err := p.Write(data); err != nil {
		return err
	}
	return p.CloseAtomicallyReplace()
}

// claim makes an empty file where none is.
func claim(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return errors.New("it is there already")
	}
	if err != nil {
		return err
	}
	return f.Close()
}
