package proof

import (
	"errors"
	"fmt"
	"io"
)

// File is a PDF that is read. It is for one goroutine.
type File struct {
	win       window
	spots     []spot // of objects by number
	trailer   dict
	catalog   dict
	lock      *lock // nil: not encrypted
	pages     []int32
	goals     []goal
	labels    []labels
	packs     []*pack
	fonts     map[int]*font
	slate     *slate
	last      *view
	inherited inherited
	uses      int
	zlib      io.ReadCloser
	plain     []byte // what was inflated last
	measuring bool
	work      int64
	sums      map[ref]known
	layers    []byte // which are seen, as sums say it; nil, not yet asked
	room      []byte
}

// Open reads what binds a file: its cross-references and its page tree. A file
// that is damaged there is refused; nothing is guessed. It is read until the
// last call; nothing of it is kept open.
func Open(r io.ReaderAt, size int64, password string) (*File, error) {
	f := &File{win: window{r: r, size: size}, fonts: map[int]*font{}, slate: new(slate)}
	head, err := f.win.bytes(0, 5)
	if err != nil {
		return nil, err
	}
	if string(head) != "%PDF-" {
		return nil, errors.New("byte 0: no PDF begins there")
	}
	if err := f.readSections(); err != nil {
		return nil, err
	}
	if err := f.unlock(password); err != nil {
		return nil, err
	}
	if f.catalog, err = as[dict](f, f.trailer.get("Root"), "/Root"); err != nil {
		return nil, err
	}
	if f.catalog == nil {
		return nil, errors.New("the file has no catalog")
	}
	if err := f.readPages(); err != nil {
		return nil, fmt.Errorf("page tree: %w", err)
	}
	if err := f.readLabels(); err != nil {
		return nil, fmt.Errorf("page labels: %w", err)
	}
	return f, nil
}

// Encrypted tells whether the file is.
func (f *File) Encrypted() bool { return f.lock != nil }

// Title is that of the file, as its information says.
func (f *File) Title() string {
	info, _ := f.dictAt(f.trailer.get("Info"), "/Info")
	return f.words(info.get("Title"))
}

// Lang is the language of the file.
func (f *File) Lang() string { return f.words(f.catalog.get("Lang")) }

// words are a string for people; "" for what is none.
func (f *File) words(v any) string {
	t, _ := as[text](f, v, "a string for people")
	return t.words()
}

func (f *File) fail(format string, a ...any) error { return fmt.Errorf(format, a...) }

// spend takes note of so many bytes that were looked at. What reading a file
// may cost is in proportion to its size.
func (f *File) spend(n int64) error {
	f.work += n
	if most := 256<<20 + 64*f.win.size; f.work > most {
		return fmt.Errorf("more than %d bytes to look at in a file of %d: it was made to be slow", most, f.win.size)
	}
	return nil
}
