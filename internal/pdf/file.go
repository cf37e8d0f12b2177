package pdf

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

var (
	// ErrDamaged means that a file, or a stream of it, isn't whole.
	ErrDamaged = errors.New("damaged")
	// ErrLimit means that reading on would take more than this package is
	// ready to spend on one file.
	ErrLimit = errors.New("too large")
)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrDamaged}, args...)...)
}

func limit(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrLimit}, args...)...)
}

// File is a PDF file that is being read. It serves one goroutine at a time.
type File struct {
	source   *Source
	windows  windows
	shift    int64 // what stands before the header
	table    table
	gaps     bool   // it doesn't list all
	found    *table // what a scan of the whole file found, once it was needed
	tails    []tail // what may be trailers, found by the scan
	trailer  Dict
	catalog  Dict
	security *security
	keyless  int // number of the encryption dictionary, whose strings aren't encrypted
	pages    []leaf
	lost     int
	repaired bool

	names   map[string]Object
	objects cache
	packs   packs
	loading []int // numbers of the objects that are being read, inner ones last
	reused  parser
	left    int64 // work that may still be done
	err     error // why no more is done

	numbers map[int]int       // of pages, by object number
	dests   map[Object]Object // named destinations, by Name and by String
}

// Open reads where the objects of a file are, and its page tree. The password
// is only looked at when the file needs one. Of errors.Is, an error is
// ErrPassword, ErrEncryption, ErrLimit or ErrDamaged, unless the source can't
// be read.
func Open(s *Source, password string) (*File, error) {
	f := &File{source: s, windows: windows{source: s}, names: map[string]Object{}}
	f.left = 128<<20 + 4*s.size
	f.shift = f.header()
	err := f.readTables()
	if err == nil {
		err = f.unlock(password)
	}
	if err == nil {
		f.catalog = f.Dict(f.trailer.Get("Root"))
		err = f.readPages()
	}
	if !final(err) && (err != nil || len(f.pages) == 0) {
		err = f.rebuild(password)
	}
	if f.spend(0) != nil {
		err = f.err
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// final tells that repairing doesn't help.
func final(err error) bool {
	return errors.Is(err, ErrPassword) || errors.Is(err, ErrEncryption) || errors.Is(err, ErrLimit)
}

// unlock finds out how the file is encrypted. Nothing that was read before is
// kept.
func (f *File) unlock(password string) error {
	o := f.trailer.Get("Encrypt")
	if o == nil {
		return nil
	}
	var id String
	if ids := f.Array(f.trailer.Get("ID")); len(ids) > 0 {
		id, _ = f.Get(ids[0]).(String)
	}
	s, err := unlock(f.Dict(o), []byte(id), password, f.Get)
	if err != nil {
		return err
	}
	f.security, f.found = s, nil
	if ref, ok := o.(Ref); ok {
		f.keyless = ref.Num
	}
	f.forget()
	return nil
}

// forget drops what is cached.
func (f *File) forget() {
	f.objects, f.packs = cache{}, packs{}
	f.numbers, f.dests = nil, nil
}

// spend counts work by the bytes that it goes through. Files that make the
// reader go through the same bytes again and again end here.
func (f *File) spend(n int) error {
	if f.left -= int64(n); f.left < 0 && f.err == nil {
		f.err = limit("reading %d bytes takes too much work", f.source.size)
	}
	if f.err == nil {
		f.err = f.windows.err
	}
	return f.err
}

// Err is why reading stopped for good: from then on every object is nil. Ask
// for it when the last page is done.
func (f *File) Err() error { return f.err }

// Repaired tells that the file doesn't say, or says wrongly, where its objects
// are, so that they had to be searched for.
func (f *File) Repaired() bool { return f.repaired }

// Catalog is the root of the file's objects, nil where it was lost.
func (f *File) Catalog() Dict { return f.catalog }

// Trailer is the dictionary that names the catalog.
func (f *File) Trailer() Dict { return f.trailer }

// Get is the object that o stands for: o itself, or what the reference leads
// to, nil where that isn't there. Two calls with the same reference may give
// two objects that are equal.
func (f *File) Get(o Object) Object {
	for range 20 {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.object(ref.Num)
	}
	return nil
}

// Dict is the dictionary that o stands for, of a stream too; nil for others.
func (f *File) Dict(o Object) Dict {
	switch o := f.Get(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array is the array that o stands for.
func (f *File) Array(o Object) Array {
	a, _ := f.Get(o).(Array)
	return a
}

// Stream is the stream that o stands for.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Get(o).(*Stream)
	return s
}

// Name is the name that o stands for.
func (f *File) Name(o Object) Name {
	n, _ := f.Get(o).(Name)
	return n
}

// Int is the whole number that o stands for.
func (f *File) Int(o Object) (int, bool) {
	switch n := f.Get(o).(type) {
	case Int:
		return int(n), int64(int(n)) == int64(n)
	case Real:
		if n == Real(math.Trunc(float64(n))) && math.Abs(float64(n)) < 1<<52 {
			return int(n), true
		}
	}
	return 0, false
}

// Number is the number that o stands for; it is finite.
func (f *File) Number(o Object) (float64, bool) {
	switch n := f.Get(o).(type) {
	case Int:
		return float64(n), true
	case Real:
		return float64(n), true
	}
	return 0, false
}

// Numbers is an array of exactly n numbers.
func (f *File) Numbers(o Object, n int) ([]float64, bool) {
	a := f.Array(o)
	if len(a) != n {
		return nil, false
	}
	out := make([]float64, n)
	for i := range a {
		v, ok := f.Number(a[i])
		if !ok {
			return nil, false
		}
		out[i] = v
	}
	return out, true
}

// Rect is the rectangle that o stands for.
func (f *File) Rect(o Object) (Rect, bool) {
	n, ok := f.Numbers(o, 4)
	if !ok {
		return Rect{}, false
	}
	return Rect{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}, true
}

// object is the object of a number.
func (f *File) object(num int) Object {
	if o, ok := f.objects.get(num); ok {
		return o
	}
	if f.err != nil || len(f.loading) >= 16 || slices.Contains(f.loading, num) {
		return nil
	}
	f.loading = append(f.loading, num)
	defer func() { f.loading = f.loading[:len(f.loading)-1] }()
	e := f.table.get(num)
	o, weight, ok := f.load(num, e)
	if !ok && e.kind != free && (e.kind != unlisted || f.gaps) {
		if f.scan(); f.err == nil {
			o, weight, ok = f.load(num, f.found.get(num))
		}
	}
	if ok || len(f.loading) == 1 { // or else it may be there, but not yet
		f.objects.put(num, o, weight)
	}
	return o
}

const maxCache = 4 << 20 // weight of one generation

// A cache keeps the objects that were used last, in two generations.
type cache struct {
	young, old map[int]cached
	weight     int
}

type cached struct {
	o      Object
	weight int
}

func (c *cache) get(num int) (Object, bool) {
	if e, ok := c.young[num]; ok {
		return e.o, true
	}
	e, ok := c.old[num]
	if ok {
		c.put(num, e.o, e.weight)
	}
	return e.o, ok
}

func (c *cache) put(num int, o Object, weight int) {
	if c.young == nil || c.weight > maxCache {
		c.young, c.old, c.weight = map[int]cached{}, c.young, 0
	}
	c.young[num] = cached{o, weight}
	c.weight += weight
}
