package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"mappe/internal/guest"
	"mappe/internal/proof"
	"mappe/internal/store"
	"mappe/packets"
)

// maxSecond is how large a packet may be to be given to the second reader
// without being asked: it holds the whole file in memory.
const maxSecond = 200 << 20

// draft is a packet that is being written.
type draft struct {
	w    *work
	o    *options
	k    *packets.Packet
	path string
	lock *packets.Lock // once it is written
}

// files are the packet, which is proved when it is complete, and beside an
// authority's copy its lock.
func (d *draft) files() []output {
	files := []output{{path: d.path, fill: d.fill, prove: d.prove}}
	if d.k.Copy == packets.ForAuthority {
		files = append(files, output{path: lockPath(d.path), fill: d.fillLock})
	}
	return files
}

func (d *draft) fill(out io.WriterAt) (err error) {
	d.lock, err = d.k.Write(out)
	return err
}

func (d *draft) fillLock(out io.WriterAt) error {
	data, err := d.lock.JSON()
	if err == nil {
		_, err = out.WriteAt(append(data, '\n'), 0)
	}
	return err
}

// lockEnding is that of the name of a file that holds a lock.
const lockEnding = ".lock.json"

// lockPath is where the lock of an authority's copy lies: beside it.
func lockPath(packet string) string {
	return strings.TrimSuffix(packet, filepath.Ext(packet)) + lockEnding
}

// prove reads the packet again and compares it with its lock.
func (d *draft) prove(f *store.File) error {
	size, err := f.Size()
	if err != nil {
		return err
	}
	p, err := proof.Open(f, size, d.k.Password)
	if err != nil {
		return disproved([]string{err.Error()})
	}
	faults, err := d.lock.Prove(p, false)
	carried := true
	if err == nil && d.k.Copy == packets.ForApplicant {
		carried, err = d.lock.CarriedBy(p)
	}
	switch {
	case err != nil:
		return disproved([]string{err.Error()})
	case len(faults) > 0:
		return disproved(d.w.voice.Faults(faults))
	case !carried:
		return disproved([]string{"the lock in it is another, or none"})
	case size > maxSecond:
		return nil
	}
	return d.second(f)
}

// disproved ends a run whose packet is not what was planned.
func disproved(lines []string) error {
	return hinted("please report it with these lines; until it is mended, mappe packet with fewer files may show which of them matters",
		"is not what was planned, and so it was not written. This is a fault of mappe's, not of yours:\n  %s", strings.Join(lines, "\n  "))
}

// second has another program read the packet. What it can't read is said, with
// the file that is to blame; when it reads something else than the lock says,
// the packet is not written.
func (d *draft) second(f *store.File) error {
	report, err := guest.Survey(context.Background(), f.Name(), d.k.Password, guest.Limits{})
	if err == nil {
		if faults := d.lock.Second(report); len(faults) > 0 {
			return disproved(d.w.voice.Faults(faults))
		}
		return nil
	}
	says := d.w.voice.Must("told.second", "Why", pathless(err, f.Name()))
	if unreadable(err) {
		guilty, unknown := d.k.Blame(func(part *packets.Packet) (bool, error) { return reads(part, d.path) })
		if unknown == nil && guilty != "" {
			says = d.w.voice.Must("told.second-because", "Why", pathless(err, f.Name()), "File", guilty)
		}
	}
	d.o.say("%s: %s", d.k.File, says)
	return nil
}

// unreadable tells whether the second reader has failed on the file itself.
func unreadable(err error) bool {
	return errors.Is(err, guest.ErrRefused) || errors.Is(err, guest.ErrCrash)
}

// reads tells whether the second reader can read a packet. It is written beside
// the one in question, and never gets a name.
func reads(k *packets.Packet, beside string) (bool, error) {
	var tries store.Set
	defer tries.Abandon()
	f, err := tries.Create(beside)
	if err != nil {
		return false, err
	}
	if _, err := k.Write(f); err != nil {
		return false, err
	}
	_, err = guest.Survey(context.Background(), f.Name(), k.Password, guest.Limits{})
	if err != nil && unreadable(err) {
		return false, nil
	}
	return err == nil, err
}

// pathless is an error about a file without its path.
func pathless(err error, path string) string {
	return strings.TrimPrefix(err.Error(), path+": ")
}
