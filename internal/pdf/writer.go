package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"runtime"
	"strconv"
	"time"
)

// Options of a file that is written.
type Options struct {
	Title       string
	Lang        string // of the document, as "da" or "en-GB"
	RightToLeft bool   // viewers lay two pages side by side in this order
	Producer    string
	Created     time.Time // zero: the file names no time
	Digests     bool      // take the digest of every source that is copied from, and of every stream
	Lock        *Lock     // nil: the file is not encrypted
	Workers     int       // that copy at the same time; 0: as many as there are processors, at most 4
}

// Writer puts objects into a file, each as soon as it is known. What it is told
// by one goroutine it places; the bodies of streams are copied by others. The
// first error is kept: from then on nothing is written, and Close returns it.
type Writer struct {
	// What the file has beside its sheets. It is read by Close.
	Outline    []Mark
	Labels     []Label
	Dests      []Dest
	Tags       []Elem     // the structure tree; every tagged part of a sheet stands in it once
	Properties []Property // of the XMP packet
	Intents    []Intent

	o       Options
	crew    *crew
	at      int64  // where the next object starts
	spots   []spot // of objects by number
	bundle  bundle
	id      hash.Hash // of everything that the writer is told
	sources []*Source // in the order of their first use
	jobs    []job     // not yet handed on
	load    int64     // bytes of them
	passes  map[*Source]*pass
	last    *pass // that has the last job
	heads   []byte
	sealer  *sealer
	encrypt Ref
	graph   *graph // nil: no digests are taken, or no longer
	sums    [][16]byte
	binder
}

// A spot is where an object stands: at a byte of the file, or at an index in
// an object stream.
type spot struct {
	at    int64
	in    int // number of the object stream, 0 for none
	known bool
}

// bundle are the objects of the object stream in the making.
type bundle struct {
	printer
	numbers, starts []int
}

// An object stream ends after so many objects or bytes.
const (
	bundleObjects = 200
	bundleBytes   = 128 << 10
)

// beginning is how every file begins.
const beginning = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// NewWriter starts a file of which nothing is there yet.
func NewWriter(out io.WriterAt, o Options) *Writer {
	workers := o.Workers
	if workers <= 0 {
		workers = min(runtime.GOMAXPROCS(0), 4)
	}
	w := &Writer{
		o: o, crew: newCrew(out, workers), spots: make([]spot, 1),
		id: sha256.New(), passes: map[*Source]*pass{},
	}
	if o.Digests {
		w.graph = &graph{}
	}
	w.emit(job{head: []byte(beginning)}, 0)
	if o.Lock != nil {
		w.lock(*o.Lock)
	}
	return w
}

// Reserve is the number of an object that is Set later, or null.
func (w *Writer) Reserve() Ref {
	w.spots = append(w.spots, spot{})
	return Ref{Num: len(w.spots) - 1}
}

// Add is the number of a new object.
func (w *Writer) Add(o Object) Ref {
	r := w.Reserve()
	w.Set(r, o)
	return r
}

// Set gives the object r its value. The body of a *Stream is read until Close.
func (w *Writer) Set(r Ref, o Object) {
	_, refers := o.(Ref)
	switch {
	case r.Num <= 0 || r.Num >= len(w.spots):
		w.fail(fmt.Errorf("object %d was not reserved", r.Num))
	case w.spots[r.Num].known:
		w.fail(fmt.Errorf("object %d is set twice", r.Num))
	case refers:
		w.fail(fmt.Errorf("object %d is set to a reference", r.Num))
	default:
		sum := w.graph.object(r, o)
		if s, ok := o.(*Stream); ok {
			w.stream(r, s, true, sum)
			return
		}
		w.put(r, o)
	}
}

// put prints an object that is no stream.
func (w *Writer) put(r Ref, o Object) {
	w.spots[r.Num].known = true
	p := &w.bundle
	p.numbers, p.starts = append(p.numbers, r.Num), append(p.starts, len(p.b))
	p.object(o)
	p.b = append(p.b, '\n')
	if len(p.numbers) == bundleObjects || len(p.b) >= bundleBytes {
		w.flush()
	}
}

// Err is the first error, as far as it is known already.
func (w *Writer) Err() error { return w.crew.failure() }

func (w *Writer) fail(err error) { w.crew.fail(err) }

// flush ends the object stream in the making.
func (w *Writer) flush() {
	p := &w.bundle
	if len(p.numbers) == 0 {
		return
	}
	r := w.Reserve()
	var head printer
	for i, n := range p.numbers {
		w.spots[n].in, w.spots[n].at = r.Num, int64(i)
		head.object(Int(n))
		head.object(Int(p.starts[i]))
	}
	head.b = append(head.b, '\n')
	w.stream(r, &Stream{Dict: Dict{
		{"Type", Name("ObjStm")}, {"N", Int(len(p.numbers))}, {"First", Int(len(head.b))}, {"Filter", Name("FlateDecode")},
	}, Body: Data(w.deflated(head.b, p.b))}, true, nil)
	p.numbers, p.starts, p.b = p.numbers[:0], p.starts[:0], p.b[:0]
}

// deflated are the parts as data of FlateDecode.
func (w *Writer) deflated(parts ...[]byte) []byte {
	var b bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&b)
	for _, p := range parts {
		z.Write(p) // a bytes.Buffer does not fail
	}
	z.Close()
	return b.Bytes()
}

// Deflated is data as a stream, compressed where that is worth the time.
func (w *Writer) Deflated(d Dict, data []byte) *Stream {
	if len(data) < 1<<10 {
		return &Stream{Dict: d, Body: Data(data)}
	}
	return &Stream{Dict: d.With("Filter", Name("FlateDecode")), Body: Data(w.deflated(data))}
}

// stream places a stream. Its length is known before it is copied. The digest
// of its data goes to sum, if there is one.
func (w *Writer) stream(r Ref, s *Stream, sealed bool, sum *[32]byte) {
	size, err := s.Body.size()
	if err != nil {
		w.fail(err)
		return
	}
	j := job{body: s.Body, stream: true, sum: sum}
	p := printer{b: w.slab(), hex: w.sealer != nil}
	if sealed && w.sealer != nil {
		j.seal, size, p.seal = w.sealer.sealing(), sealedSize(size), w.sealer.text
	}
	w.spots[r.Num] = spot{at: w.at, known: true}
	p.object(Int(r.Num))
	p.b = append(p.b, " 0 obj\n"...)
	p.dict(s.Dict.With("Length", Int(size)))
	p.b = append(p.b, "\nstream\n"...)
	j.head = w.keep(p.b)
	w.emit(j, size)
}

// lock encrypts the file. The dictionary that says how stays plain.
func (w *Writer) lock(l Lock) {
	sealer, dict, err := l.shut()
	if err != nil {
		w.fail(err)
		return
	}
	w.sealer = sealer
	w.encrypt = w.Reserve()
	w.spots[w.encrypt.Num] = spot{at: w.at, known: true}
	p := printer{b: []byte(strconv.Itoa(w.encrypt.Num) + " 0 obj\n"), hex: true}
	p.dict(dict)
	w.emit(job{head: append(p.b, "\nendobj\n"...)}, 0)
}

// slab is room for the head of a job, keep cuts off what was used of it. Many
// heads share one piece of memory.
func (w *Writer) slab() []byte {
	if cap(w.heads)-len(w.heads) < 1<<10 {
		w.heads = make([]byte, 0, 32<<10)
	}
	return w.heads[len(w.heads):]
}

func (w *Writer) keep(b []byte) []byte {
	if n := len(w.heads) + len(b); n <= cap(w.heads) {
		w.heads = w.heads[:n] // where b grew out of the slab, this part stays unused
	}
	return b[:len(b):len(b)]
}

// emit gives a job its place and takes note of it in the ID.
func (w *Writer) emit(j job, size int64) {
	j.at = w.at
	w.at += int64(len(j.head)) + size
	if j.stream {
		w.at += int64(len(endStream))
	}
	w.id.Write(j.head)
	for _, p := range j.body {
		if p.From == nil {
			w.id.Write(p.Data)
			continue
		}
		var b [16]byte
		binary.BigEndian.PutUint64(b[:], uint64(p.At))
		binary.BigEndian.PutUint64(b[8:], uint64(p.Size))
		w.id.Write(b[:])
	}
	w.hand(j, int64(len(j.head))+size)
}
