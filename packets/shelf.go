package packets

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// maxOpen is how many files of a shelf are open at a time.
const maxOpen = 48

// shelf is the profile's folder. Its files are opened when they are read and
// put back when others are needed: a case may name more files than a process
// may have open.
type shelf struct {
	root *os.Root
	mu   sync.Mutex
	open []*volume // least lately used first
}

// volume is one file of a shelf, as it was when it was first seen. It can be
// read by several goroutines.
type volume struct {
	shelf   *shelf
	name    string // as in the profile
	info    fs.FileInfo
	file    *os.File // nil while it is put back
	readers int
}

// take answers the regular file of that name, after a look at it; every error
// is a *Problem.
func (s *shelf) take(name string) (*volume, error) {
	info, err := s.look(name)
	if err != nil {
		return nil, err
	}
	v := &volume{shelf: s, name: name, info: info}
	if _, err := v.borrow(); err != nil {
		return nil, unopened(s.root, name, err)
	}
	v.giveBack()
	return v, nil
}

// ReadAt reads from the file, which must still be the one that was seen. Its
// errors leave the name to the caller.
func (v *volume) ReadAt(p []byte, at int64) (int, error) {
	f, err := v.borrow()
	if err != nil {
		return 0, lost(err)
	}
	defer v.giveBack()
	return f.ReadAt(p, at)
}

func (v *volume) borrow() (*os.File, error) {
	s := v.shelf
	s.mu.Lock()
	defer s.mu.Unlock()
	if v.file == nil {
		f, err := s.root.Open(filepath.FromSlash(v.name))
		if err != nil {
			return nil, err
		}
		if err := v.same(f); err != nil {
			f.Close()
			return nil, err
		}
		v.file = f
	}
	v.readers++
	s.open = append(slices.DeleteFunc(s.open, func(o *volume) bool { return o == v }), v)
	for i := 0; i < len(s.open) && len(s.open) > maxOpen; {
		if o := s.open[i]; o.readers == 0 {
			o.file.Close()
			o.file = nil
			s.open = slices.Delete(s.open, i, i+1)
			continue
		}
		i++
	}
	return v.file, nil
}

func (v *volume) giveBack() {
	v.shelf.mu.Lock()
	defer v.shelf.mu.Unlock()
	v.readers--
}

// same is an error unless f is what was seen under its name.
func (v *volume) same(f *os.File) error {
	now, err := f.Stat()
	if err != nil {
		return err
	}
	if !os.SameFile(v.info, now) || now.Size() != v.info.Size() || !now.ModTime().Equal(v.info.ModTime()) {
		return fmt.Errorf("changed while it was read (it was %d bytes of %s); let the other program finish, and try again",
			v.info.Size(), v.info.ModTime().Format(time.DateTime))
	}
	return nil
}

// unchanged is an error when the file is no longer what was seen.
func (v *volume) unchanged() error {
	f, err := v.borrow()
	if err != nil {
		return lost(err)
	}
	defer v.giveBack()
	return v.same(f)
}

// lost is why a file that was seen can't be opened again.
func lost(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("is gone since it was first read; put it back, and try again")
	}
	return err
}

// clear closes every file. The shelf can be used again.
func (s *shelf) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, v := range s.open {
		v.file.Close()
		v.file = nil
	}
	s.open = nil
}
