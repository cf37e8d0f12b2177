//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// hold locks a file until it is closed or the process ends.
func hold(f *os.File) holding {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return free
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return held
		default:
			return unknown
		}
	}
}

// mine tells whether a file belongs to the user that this process acts for.
func mine(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}

// replace gives the file temp the name path.
func replace(_ *os.File, temp, path string) error { return os.Rename(temp, path) }

// remove removes the file of that name.
func remove(_ *os.File, path string) error { return os.Remove(path) }

// syncFolder brings the names in a folder to the disk, where the file system
// can be asked to.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder that one may write to but not read
	}
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
