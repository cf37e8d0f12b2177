package specimen_test

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mappe/internal/pdf"
	"mappe/internal/picture"
)

// A job is a packet to assemble in a process of its own.
type job struct {
	Inputs  []input
	Out     string
	Stamp   string // a folder with the font of stamps; "" for none
	Lock    bool
	Digests bool
	Exact   bool     // pages keep their size
	CPU     int      // seconds that the process may use; 0 for any number
	Run     []string // a command to run instead, for the memory that it takes
}

type input struct {
	Path, Password string
}

// A verdict is what became of a job.
type verdict struct {
	Refused string // the reason
	Named   bool   // the reason is one that the engine promises
	Sheets  int
	Sums    []string // of the sheets, where digests are taken
	Peak    int64    // bytes of memory at most
}

// The test binary is also the process that does a job: it gets a file with
// the job and prints the verdict.
func TestMain(m *testing.M) {
	path := os.Getenv("SPECIMEN_JOB")
	if path == "" {
		os.Exit(m.Run())
	}
	if err := work(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	os.Exit(0)
}

func work(path string) error {
	var j job
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, &j)
	}
	if err != nil {
		return err
	}
	if j.CPU > 0 {
		if err := limitCPU(j.CPU); err != nil {
			return err
		}
	}
	var v verdict
	if len(j.Run) > 0 {
		v.Peak = peakOf(j.Run)
		return json.NewEncoder(os.Stdout).Encode(v)
	}
	v.Sheets, v.Sums, err = j.do()
	if err != nil {
		v.Refused = err.Error()
		for _, known := range []error{
			pdf.ErrPassword, pdf.ErrEncryption, pdf.ErrLimit, pdf.ErrDamaged,
			picture.ErrDamaged, picture.ErrTooLarge, picture.ErrForeign,
		} {
			v.Named = v.Named || errors.Is(err, known)
		}
	}
	v.Peak = peakMemory()
	return json.NewEncoder(os.Stdout).Encode(v)
}

// do assembles the packet, as the command does it: the same opening, copying
// and placing, the outline of each input under an entry of its own, links
// within an input kept.
func (j job) do() (sheets int, sums []string, err error) {
	out, err := os.Create(j.Out)
	if err != nil {
		return 0, nil, err
	}
	defer out.Close()
	o := pdf.Options{Title: "Packet", Lang: "en", Producer: "mappe", Digests: j.Digests,
		Created: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
	if j.Lock {
		o.Lock = &pdf.Lock{User: "reader", Rand: zeros{}}
	}
	b := binder{job: j, w: pdf.NewWriter(out, o)}
	if j.Stamp != "" {
		if b.stamp, err = newStamp(j.Stamp, b.w); err != nil {
			return 0, nil, err
		}
	}
	for _, in := range j.Inputs {
		if err = b.add(in); err != nil {
			err = fmt.Errorf("%s: %w", filepath.Base(in.Path), err)
			break
		}
	}
	sheets = b.w.Sheets()
	if b.stamp != nil {
		b.stamp.end()
	}
	if j.Digests && err == nil {
		all, failed := b.w.Sums()
		for _, s := range all {
			sums = append(sums, hex.EncodeToString(s[:]))
		}
		err = failed
	}
	if closed := b.w.Close(); err == nil {
		err = closed
	}
	return sheets, sums, err
}

type binder struct {
	job
	w     *pdf.Writer
	stamp *stamp
}

// add appends every page of an input.
func (b *binder) add(in input) error {
	file, err := os.Open(in.Path) // stays open: the writer reads it until it is closed
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return err
	}
	src := pdf.NewSource(file, info.Size())
	head := make([]byte, min(picture.SniffLen, info.Size()))
	if _, err := io.ReadFull(io.NewSectionReader(src, 0, info.Size()), head); err != nil {
		return err
	}
	defer b.w.Done(src)
	first := b.w.Sheets() + 1
	mark := pdf.Mark{Title: filepath.Base(in.Path), Sheet: first}
	if kind, format := picture.Sniff(head); kind == picture.PDF || kind == "" && format == "unknown" {
		mark.Under, err = b.pages(src, in.Password, first)
	} else {
		err = b.pictures(src)
	}
	b.w.Outline = append(b.w.Outline, mark)
	return err
}

func (b *binder) pages(src *pdf.Source, password string, first int) ([]pdf.Mark, error) {
	f, err := pdf.Open(src, password)
	if err != nil {
		return nil, err
	}
	c := b.w.Copier(f)
	for n := 1; n <= f.Pages(); n++ {
		d, err := c.Page(n)
		if err != nil {
			return nil, err
		}
		if err := b.sheet(d, first); err != nil {
			return nil, err
		}
	}
	marks := nested(f.Outline(), first, b.w.Sheets())
	return marks, f.Err()
}

func (b *binder) pictures(src *pdf.Source) error {
	f, err := picture.Open(src)
	if err != nil {
		return err
	}
	for n := range f.Pages {
		if err := f.Check(n + 1); err != nil {
			return err
		}
		d, err := f.Draw(n+1, b.w.Add)
		if err != nil {
			return err
		}
		if err := b.sheet(d, 0); err != nil {
			return err
		}
	}
	return nil
}

// sheet lays a drawing on the next sheet. First is the sheet of the input's
// first page.
func (b *binder) sheet(d *pdf.Drawing, first int) error {
	fit := pdf.FitA4
	if b.Exact {
		fit = pdf.FitNone
	}
	w, h, m := pdf.Place(d, 0, fit)
	s := &pdf.Sheet{Width: w, Height: h}
	s.Draw(d, m)
	for _, l := range d.Links {
		if l.Page > 0 {
			s.Links = append(s.Links, pdf.Link{Rect: m.Rect(l.Rect), Sheet: first + l.Page - 1})
		}
	}
	if b.stamp != nil {
		b.stamp.on(s, fmt.Sprintf("Ferreira Lima - MF4 - item 3 - page %d", b.w.Sheets()+1))
	}
	return b.w.Sheet(s)
}

// nested is an outline with the sheets that its pages became.
func nested(items []pdf.Item, first, last int) (marks []pdf.Mark) {
	for _, i := range items {
		m := pdf.Mark{Title: i.Title, Open: i.Open, Under: nested(i.Under, first, last)}
		if i.Page > 0 && first+i.Page-1 <= last {
			m.Sheet = first + i.Page - 1
			if !math.IsInf(i.Top, 0) {
				m.Top = i.Top
			}
		}
		marks = append(marks, m)
	}
	return marks
}

// zeros is no source for a real key.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }
