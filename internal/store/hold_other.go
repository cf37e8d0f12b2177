//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package store

import (
	"io/fs"
	"os"
	"runtime"
)

// hold needs no lock on Windows, which removes no file that somebody has open.
// Elsewhere nothing is known of a file.
func hold(*os.File) holding {
	if runtime.GOOS == "windows" {
		return free
	}
	return unknown
}

func mine(fs.FileInfo) bool { return true }

// replace gives the file temp the name path, which it must not be open for.
func replace(f *os.File, temp, path string) error {
	f.Close()
	return os.Rename(temp, path)
}

func remove(f *os.File, path string) error {
	f.Close()
	return os.Remove(path)
}

// syncFolder does nothing: folders can't be opened for writing here.
func syncFolder(string) error { return nil }
