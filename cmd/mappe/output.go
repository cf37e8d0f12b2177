package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2"
)

// output is a file to be written.
type output struct {
	path string
	fill func(io.WriterAt) error
}

// holding is a file with this data.
func holding(path string, data []byte) output {
	return output{path, func(w io.WriterAt) error {
		_, err := w.WriteAt(data, 0)
		return err
	}}
}

// writeFiles writes all files or none: each goes to a temporary neighbour
// first, readable by the owner alone, and only when all are complete do they
// take their names. Folders that are missing are made, and removed again when
// the work fails or is interrupted. A path that is the profile or one of the
// inputs is refused.
func (w *work) writeFiles(files []output) (err error) {
	for i := range files {
		files[i].path = filepath.Clean(files[i].path)
	}
	for _, f := range files {
		for _, in := range w.inputs() {
			if sameFile(f.path, in) {
				return hinted("choose another name or folder with -o", "%s: would overwrite the input %s", f.path, in)
			}
		}
		if info, err := os.Stat(f.path); err == nil && info.IsDir() {
			return hinted("choose another name with -o", "%s: is a folder", f.path)
		}
	}
	ctx, stop := untilInterrupted()
	defer stop()
	var made []string
	var pending []*renameio.PendingFile
	defer func() {
		if err == nil {
			return
		}
		for _, p := range pending {
			p.Cleanup()
		}
		for i := len(made) - 1; i >= 0; i-- {
			os.Remove(made[i]) // only while it is empty
		}
	}()
	unwritable := func(path string, err error) error {
		if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
			return hinted("make room, or choose a folder on another disk with -o", "%s: cannot be written: %w", path, cause(err))
		}
		return hinted("choose a folder that you may write to with -o", "%s: cannot be written: %w", path, cause(err))
	}
	for _, f := range files {
		dirs, err := makeFolders(filepath.Dir(f.path))
		made = append(made, dirs...)
		if err != nil {
			return hinted("choose a folder that you may write to with -o", "%w", err)
		}
		p, err := renameio.NewPendingFile(f.path, renameio.WithTempDir(filepath.Dir(f.path)), renameio.WithPermissions(0o600))
		if err != nil {
			return unwritable(f.path, err)
		}
		pending = append(pending, p)
		if err := f.fill(stoppable{ctx, p.File}); err != nil {
			if disk, ok := errors.AsType[*fs.PathError](err); ok && disk.Path == p.Name() {
				return unwritable(f.path, err)
			}
			if errors.Is(err, errInterrupted) {
				return errInterrupted
			}
			return fmt.Errorf("%s: %w", f.path, err)
		}
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	for i, p := range pending {
		if err := p.CloseAtomicallyReplace(); err != nil {
			return unwritable(files[i].path, err)
		}
	}
	return nil
}

// makeFolders makes dir and what is missing above it, and tells which it made.
func makeFolders(dir string) (made []string, err error) {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		info, err := os.Stat(d)
		if err == nil && !info.IsDir() {
			return nil, fmt.Errorf("%s: is a file, not a folder", d)
		}
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: %w", d, cause(err))
		}
		missing = append(missing, d)
	}
	for i := len(missing) - 1; i >= 0; i-- {
		if err := os.Mkdir(missing[i], 0o700); err != nil {
			return made, fmt.Errorf("%s: cannot be made: %w", missing[i], cause(err))
		}
		made = append(made, missing[i])
	}
	return made, nil
}

// cause is the system's reason without its own mention of the path.
func cause(err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err
	}
	return err
}

// sameFile tells whether two paths name one file on disk.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
