package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// makeFolders makes dir and what is missing above it, for their owner alone, and
// tells which it made.
func makeFolders(dir string) (made []string, err error) {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		info, err := os.Stat(d)
		if err == nil && !info.IsDir() {
			return nil, fmt.Errorf("%s: %w", d, ErrNoFolder)
		}
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			return nil, &Error{d, "made", reason(err)}
		}
		missing = append(missing, d)
	}
	for _, d := range slices.Backward(missing) {
		err := os.Mkdir(d, 0o700)
		if info, at := os.Stat(d); err != nil && at == nil && info.IsDir() {
			continue // another run was faster
		}
		if err != nil {
			return made, &Error{d, "made", reason(err)}
		}
		made = append(made, d)
	}
	return made, nil
}

// ErrNoFolder is why no folder of that name can be made.
var ErrNoFolder = errors.New("is a file, not a folder")
