package packets

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
)

// TooLarge is why a packet can't be divided into files of at most Limit bytes:
// documents that are larger, each alone in a file.
type TooLarge struct {
	Limit int64
	Files []TooLargeFile
}

// TooLargeFile is a file of Size bytes that can't be divided.
type TooLargeFile struct {
	Number, Item string // "2.1" and the id of the document; "" for what comes before the documents
	Title        string
	Size         int64
}

// add names a unit of a packet: an item, the data sheet, or the contents with
// the pages before them.
func (e *TooLarge) add(u unit, size int64) {
	f := TooLargeFile{Title: u.title(), Size: size}
	if l := u.line; l != nil && l.asked != nil {
		f.Number, f.Item = l.number, l.asked.ID
	}
	e.Files = append(e.Files, f)
}

func (e *TooLarge) Error() string {
	var lines []string
	for _, f := range e.Files {
		lines = append(lines, fmt.Sprintf("%s: is %d bytes in a file of its own, more than %d", strings.TrimSpace(f.Number+" "+f.Title), f.Size, e.Limit))
	}
	return strings.Join(lines, "\n")
}

// Split divides the packet between its documents into as few files as can be
// that have at most limit bytes, in their order. A packet that is not larger
// stays whole. Every file is measured as it is written, and not by what goes
// into it. An item is never torn: if one is larger than the limit, all such
// are named in a *TooLarge.
func (k *Packet) Split(limit int64) ([]*Packet, error) {
	size, err := k.Measure()
	if err != nil || size <= limit {
		return []*Packet{k}, err
	}
	units := k.units()
	var files []*Packet
	err = narrowing(limit, func(room int64) (over int64, err error) {
		files, over, err = k.parts(units, limit, room)
		return over, err
	})
	return files, err
}

// narrowing tries divisions into files of limit bytes. How an index is worded
// moves its size by some bytes, and is known only when all files are: where a
// file is over the limit, the next try has less room, by as much and by twice as
// much as before. So it ends, after as many tries as the limit has bits and two:
// the last one has no room at all, and every file the least that it can have.
func narrowing(limit int64, try func(room int64) (over int64, err error)) error {
	room := limit
	for less := int64(1); ; less *= 2 {
		over, err := try(room)
		switch {
		case err != nil || over <= 0:
			return err
		case room == 0:
			return fmt.Errorf("no division into files of %d bytes was found", limit)
		}
		room = max(room-max(over, less), 0)
	}
}

// parts divides the packet by what goes into this room, and tells by how much
// the largest file is over the limit. Documents that are over it alone are an
// error.
func (k *Packet) parts(units []unit, limit, room int64) (files []*Packet, over int64, err error) {
	s := &splitter{k: k, units: units, limit: limit, room: room}
	cuts, err := s.cuts()
	if err != nil {
		return nil, 0, err
	}
	d, err := k.divide(units, cuts)
	if err != nil {
		return nil, 0, err
	}
	large := &TooLarge{Limit: limit}
	for i, f := range d.files {
		size, err := f.Measure()
		if err != nil {
			return nil, 0, err
		}
		if begin, end := append([]int{0}, cuts...)[i], append(slices.Clip(cuts), len(units))[i]; size > limit && end-begin == 1 {
			large.add(units[begin], size)
		}
		over = max(over, size-limit)
	}
	if large.Files != nil {
		return nil, 0, large
	}
	return d.files, over, nil
}

// Within measures separate files. Those that are larger than the limit are named
// in a *TooLarge.
func Within(files []*Packet, limit int64) error {
	large := &TooLarge{Limit: limit}
	for _, k := range files {
		size, err := k.Measure()
		if err != nil {
			return err
		}
		if size > limit {
			u := unit{pieces: k.pieces}
			if len(k.lines) > 0 {
				u.line = k.lines[0]
			}
			large.add(u, size)
		}
	}
	if large.Files != nil {
		return large
	}
	return nil
}

// divide makes the files of a packet that end before the units of these indices
// and at the last.
func (k *Packet) divide(units []unit, cuts []int) (*division, error) {
	d := &division{whole: k, holds: map[*line]*Packet{}}
	begin := 0
	for i, end := range append(slices.Clip(cuts), len(units)) {
		name := fmt.Sprintf("%s-part-%d-of-%d.pdf", k.stem(), i+1, len(cuts)+1)
		f := d.file(name, k.voice.Must("part.title", "N", i+1, "Of", len(cuts)+1))
		if i > 0 {
			title := k.voice.Must("part.contents", "N", fmt.Sprint(i+1), "Of", fmt.Sprint(len(cuts)+1))
			d.add(f, nil, &piece{kind: PageContents, mark: title, item: title, anchor: "contents"})
		}
		for _, u := range units[begin:end] {
			for _, p := range u.pieces {
				if p.kind == PageFront || p.kind == PageContents {
					p = stand(p)
				}
				d.add(f, nil, p)
			}
			if u.line != nil {
				d.add(f, u.line)
			}
		}
		begin = end
	}
	return d, d.close()
}

// splitter looks for the cuts.
type splitter struct {
	k           *Packet
	units       []unit
	limit, room int64
}

// cuts are where files end: each takes as many units as go into it.
func (s *splitter) cuts() (cuts []int, err error) {
	large := &TooLarge{Limit: s.limit}
	for begin := 0; begin < len(s.units); {
		fits := func(end int) (int64, error) { return s.size(cuts, begin, end) }
		size, err := fits(begin + 1)
		if err != nil {
			return nil, err
		}
		if size > s.limit {
			large.add(s.units[begin], size)
		}
		end, err := s.furthest(begin, fits)
		if err != nil {
			return nil, err
		}
		if begin = end; begin < len(s.units) {
			cuts = append(cuts, begin)
		}
	}
	if large.Files != nil {
		return nil, large
	}
	return cuts, nil
}

// furthest is the last end of a file that begins with a unit and fits; at least
// one unit is in it, and not all of them. It is looked for in growing steps, and
// then between the last end that fits and the first one that does not.
func (s *splitter) furthest(begin int, size func(end int) (int64, error)) (int, error) {
	good, bad := begin+1, len(s.units)+1
	if begin == 0 {
		bad--
	}
	growing := true
	for step := 1; bad-good > 1; step *= 2 {
		try := (good + bad) / 2
		if growing {
			try = min(good+step, bad-1)
		}
		n, err := size(try)
		switch {
		case err != nil:
			return 0, err
		case n <= s.room:
			good = try
		default:
			bad, growing = try, false
		}
	}
	return good, nil
}

// size is that of the file with the units from begin to end when the files
// before are cut like this, and the rest is one file.
func (s *splitter) size(cuts []int, begin, end int) (int64, error) {
	n := len(cuts)
	if end < len(s.units) {
		cuts = append(slices.Clip(cuts), end)
	}
	d, err := s.k.divide(s.units, cuts)
	if err != nil {
		return 0, err
	}
	return d.files[n].Measure()
}

// Measure is how many bytes Write writes.
func (k *Packet) Measure() (int64, error) {
	var m meter
	_, err := k.Write(&m)
	return m.size.Load(), err
}

// meter is a file of which only the size is kept.
type meter struct{ size atomic.Int64 }

var _ io.WriterAt = (*meter)(nil)

func (m *meter) WriteAt(p []byte, at int64) (int, error) {
	end := at + int64(len(p))
	for {
		size := m.size.Load()
		if size >= end || m.size.CompareAndSwap(size, end) {
			return len(p), nil
		}
	}
}
