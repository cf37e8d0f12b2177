package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"mappe/internal/store"
)

// output is a file to be written.
type output struct {
	path string
	fill func(io.WriterAt) error
	// prove, unless nil, looks at the file when it is complete and before it has
	// its name. Its error keeps every file of the run from its name.
	prove func(*store.File) error
}

// holding is a file with this data.
func holding(path string, data []byte) output {
	return output{path: path, fill: func(w io.WriterAt) error {
		_, err := w.WriteAt(data, 0)
		return err
	}}
}

// writeFiles writes all files or none, readable by their owner alone. Folders
// that are missing are made, and removed again when the work fails or is
// interrupted. A path that is the profile or one of the inputs is refused.
func (w *work) writeFiles(files []output) error {
	for i := range files {
		files[i].path = filepath.Clean(files[i].path)
		if err := w.mayWrite(files[i].path); err != nil {
			return err
		}
	}
	ctx, stop := untilInterrupted()
	defer stop()
	var all store.Set
	defer all.Abandon()
	for _, f := range files {
		to, err := all.Create(f.path)
		if err == nil {
			err = f.fill(stoppable{ctx, to})
		}
		if err == nil && f.prove != nil {
			err = f.prove(to)
		}
		if ctx.Err() != nil {
			return errInterrupted
		}
		if err != nil {
			return unwritten(f.path, err)
		}
	}
	if err := all.Commit(); err != nil {
		return hinted(remedyFor(err), "%w", err)
	}
	return nil
}

// mayWrite refuses what must not be replaced.
func (w *work) mayWrite(path string) error {
	for _, in := range w.inputs() {
		if sameFile(path, in) {
			return hinted("choose another name or folder with -o", "%s: would overwrite the input %s", path, in)
		}
	}
	info, err := os.Stat(path)
	switch {
	case err != nil || info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return hinted("choose another name with -o", "%s: is a folder", path)
	}
	return hinted("choose another name with -o", "%s: is not a regular file", path)
}

// unwritten is why a file was not written: what its disk says, without what was
// being done when it said so, or what those say who fill and prove it.
func unwritten(path string, err error) error {
	if errors.Is(err, store.ErrNoFolder) {
		return hinted(remedyFor(err), "%w", err)
	}
	if disk, ok := errors.AsType[*store.Error](err); ok {
		return hinted(remedyFor(disk), "%w", disk)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// remedyFor is what can be done about an error of a disk.
func remedyFor(err error) string {
	folder := "."
	if e, ok := errors.AsType[*store.Error](err); ok {
		folder = filepath.Dir(e.Path)
	}
	switch {
	case errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT):
		return "make room on the disk of the folder " + folder + ", or choose a folder on another disk with -o"
	case errors.Is(err, syscall.EFBIG):
		return "files in the folder " + folder + " may not be so large (its file system, or ulimit -f); choose a folder on another disk with -o"
	}
	return "choose a folder that you may write to with -o"
}

// foldersOf are the folders that files go to, in their order.
func foldersOf(files []output) (all []string) {
	for _, f := range files {
		if dir := filepath.Dir(f.path); !slices.Contains(all, dir) {
			all = append(all, dir)
		}
	}
	return all
}

// sweep removes what killed runs have left in a folder, and says so.
func (o *options) sweep(dir string) {
	for _, path := range store.Sweep(dir) {
		o.say("%s: left behind by a run that was killed; removed", path)
	}
}

// sweepFor sweeps the folder of a file that will be written.
func (o *options) sweepFor(out string) {
	if !toStdout(out) {
		o.sweep(filepath.Dir(out))
	}
}

// toStdout tells whether the name that was given with -o is none of a file.
func toStdout(out string) bool { return out == "" || out == "-" }

// cause is the system's reason without its own mention of the path.
func cause(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	if inner, ok := errors.AsType[*store.Error](err); ok {
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
