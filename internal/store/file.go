package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Private is the mode of every file that is not told otherwise.
const Private fs.FileMode = 0o600

// File is one of a Set, while it is written.
type File struct {
	path   string // that it will have
	disk   *os.File
	temp   string   // beside it; "" while it has no name
	fresh  bool     // nothing may stand under path
	placed bool     // has its name
	old    string   // beside it: what stood under path before
	link   string   // where that led, if it was a symbolic link
	taken  bool     // there was something under path
	held   *os.File // keeps Sweep from old
}

// WriteAt and ReadAt are those of an os.File; their errors name the path that
// the file will have.
func (f *File) WriteAt(p []byte, at int64) (int, error) {
	n, err := f.disk.WriteAt(p, at)
	return n, unwritten(f.path, err)
}

func (f *File) ReadAt(p []byte, at int64) (int, error) { return f.disk.ReadAt(p, at) }

// Size is how long the file is by now.
func (f *File) Size() (int64, error) {
	info, err := f.disk.Stat()
	if err != nil {
		return 0, unwritten(f.path, err)
	}
	return info.Size(), nil
}

// Name is a path by which this process can open the file for reading before it
// has its own: to prove it, say.
func (f *File) Name() string {
	if f.temp != "" {
		return f.temp
	}
	return unnamedPath(f.disk)
}

// Mode gives the file another mode than Private.
func (f *File) Mode(m fs.FileMode) error { return unwritten(f.path, f.disk.Chmod(m)) }

// Fresh makes it an error, fs.ErrExist, when something stands under the file's
// name at the moment at which it takes it.
func (f *File) Fresh() { f.fresh = true }

// open makes the temporary file, held by a lock that ends with this process.
func (f *File) open(named bool) (err error) {
	dir := filepath.Dir(f.path)
	if !named {
		f.disk, err = openUnnamed(dir)
	}
	if named || err != nil {
		f.disk, f.temp, err = openNamed(dir)
	}
	if err == nil {
		err = f.disk.Chmod(Private) // whatever the umask
	}
	if err != nil {
		f.drop()
	}
	return err
}

// openNamed makes a new file with a name that Sweep knows, and holds it. Until
// it is held, Sweep may take it away; then another is made.
func openNamed(dir string) (*os.File, string, error) {
	for {
		name := filepath.Join(dir, newName())
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, Private)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, "", err
		}
		if hold(f) != held && same(f, name) {
			return f, name, nil
		}
		f.Close()
	}
}

// settle brings the file's data to the disk.
func (f *File) settle() error { return f.disk.Sync() }

// place gives the file its name. What stood there before gets a second name, by
// which unplace finds it.
func (f *File) place() error {
	if f.temp == "" {
		name, err := nameUnnamed(f.disk, filepath.Dir(f.path))
		if err != nil {
			return err
		}
		f.temp = name
	}
	if f.fresh {
		return f.placeFresh()
	}
	f.keep()
	if err := replace(f.disk, f.temp, f.path); err != nil {
		return err
	}
	f.placed, f.temp = true, ""
	return nil
}

// placeFresh takes a name that nothing has: where the file system knows second
// names, in one step.
func (f *File) placeFresh() error {
	err := os.Link(f.temp, f.path)
	if err == nil {
		f.placed = true
		return nil // drop removes the other name
	}
	if errors.Is(err, fs.ErrExist) {
		return fs.ErrExist
	}
	claim, err := os.OpenFile(f.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, Private)
	if err != nil {
		return err
	}
	claim.Close()
	if err := replace(f.disk, f.temp, f.path); err != nil {
		os.Remove(f.path)
		return err
	}
	f.placed, f.temp = true, ""
	return nil
}

// keep gives what stands under the path a second name, where that can be done.
func (f *File) keep() {
	info, err := os.Lstat(f.path)
	if err != nil {
		return
	}
	f.taken = true
	if !info.Mode().IsRegular() {
		f.link, _ = os.Readlink(f.path)
		return
	}
	if f.held, err = os.Open(f.path); err == nil {
		hold(f.held)
	}
	old := filepath.Join(filepath.Dir(f.path), newName())
	if os.Link(f.path, old) == nil {
		f.old = old
	}
}

// unplace undoes place.
func (f *File) unplace() error {
	f.placed = false
	if f.old != "" {
		old := f.old
		f.old = ""
		return os.Rename(old, f.path)
	}
	if f.link != "" {
		return errors.Join(os.Remove(f.path), os.Symlink(f.link, f.path))
	}
	if f.taken {
		return errors.New("this file system cannot keep what was there")
	}
	return os.Remove(f.path)
}

// forget lets go of what stood under the name before.
func (f *File) forget() {
	if f.old != "" {
		os.Remove(f.old)
		f.old = ""
	}
}

// drop removes whatever the file has beside its name.
func (f *File) drop() {
	if f.temp != "" {
		os.Remove(f.temp)
		f.temp = ""
	}
	f.forget()
	for _, open := range []*os.File{f.disk, f.held} {
		if open != nil {
			open.Close() // and with it goes the lock
		}
	}
}

// same tells whether an open file is the one of that name.
func same(f *os.File, name string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Lstat(name)
	return err == nil && os.SameFile(a, b)
}
