package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// openUnnamed makes a file in dir that has no name, which not every file system
// has. It is gone with the process that holds it, however that ends.
func openUnnamed(dir string) (*os.File, error) {
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_RDWR|unix.O_CLOEXEC, uint32(Private))
	if err != nil {
		return nil, err
	}
	f := os.NewFile(uintptr(fd), dir)
	if _, err := os.Stat(unnamedPath(f)); err != nil { // without /proc it could never be named
		f.Close()
		return nil, err
	}
	hold(f) // before it has a name that Sweep could see
	return f, nil
}

// unnamedPath leads to an open file of this process.
func unnamedPath(f *os.File) string { return fmt.Sprintf("/proc/self/fd/%d", f.Fd()) }

// nameUnnamed gives an unnamed file a temporary name in dir: no call gives it
// one that is taken.
func nameUnnamed(f *os.File, dir string) (string, error) {
	for {
		name := filepath.Join(dir, newName())
		err := unix.Linkat(unix.AT_FDCWD, unnamedPath(f), unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
		if err == nil {
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) && !errors.Is(err, unix.EINTR) {
			return "", err
		}
	}
}
