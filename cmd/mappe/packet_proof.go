package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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

// packetFiles are a packet as files: the packet, which is proved when it is
// complete, and beside an authority's copy its lock.
func (w *work) packetFiles(o *options, k *packets.Packet, path string) []output {
	var lock *packets.Lock
	files := []output{{
		path: path,
		fill: func(out io.WriterAt) (err error) {
			lock, err = k.Write(out)
			return err
		},
		prove: func(f *store.File) error {
			if err := w.prove(f, lock, k.Password); err != nil {
				return err
			}
			return w.second(o, k, f, path, lock)
		},
	}}
	if k.Copy == packets.ForAuthority {
		files = append(files, output{path: lockPath(path), fill: func(out io.WriterAt) error {
			data, err := lock.JSON()
			if err == nil {
				_, err = out.WriteAt(append(data, '\n'), 0)
			}
			return err
		}})
	}
	return files
}

// lockEnding is that of the name of a file that holds a lock.
const lockEnding = ".lock.json"

// lockPath is where the lock of an authority's copy lies: beside it.
func lockPath(packet string) string {
	return strings.TrimSuffix(packet, filepath.Ext(packet)) + lockEnding
}

// prove reads a finished packet again and compares it with its lock.
func (w *work) prove(f *store.File, lock *packets.Lock, password string) error {
	size, err := f.Size()
	if err != nil {
		return err
	}
	p, err := proof.Open(f, size, password)
	if err != nil {
		return disproved([]string{err.Error()})
	}
	faults, err := lock.Prove(p, false)
	if err == nil && lock.Copy == packets.ForApplicant {
		err = carries(p, lock)
	}
	if err != nil {
		return disproved([]string{err.Error()})
	}
	if len(faults) > 0 {
		return disproved(w.voice.Faults(faults))
	}
	return nil
}

// carries is an error unless the lock stands in the file as it is.
func carries(p *proof.File, lock *packets.Lock) error {
	inside, err := packets.LockOf(p)
	if err != nil {
		return err
	}
	if inside == nil {
		return errors.New("the lock is not in it")
	}
	want, _ := lock.JSON()
	if got, _ := inside.JSON(); !bytes.Equal(want, got) {
		return errors.New("another lock is in it")
	}
	return nil
}

// disproved ends a run whose packet is not what was planned.
func disproved(lines []string) error {
	return hinted("please report it with these lines; until it is mended, mappe packet with fewer files may show which of them matters",
		"is not what was planned, and so it was not written. This is a fault of mappe's, not of yours:\n  %s", strings.Join(lines, "\n  "))
}

// second has another program read a packet that is not too large. What it
// can't read is said, with the file that is to blame; when it reads something
// else than the lock says, the packet is not written.
func (w *work) second(o *options, k *packets.Packet, f *store.File, path string, lock *packets.Lock) error {
	size, err := f.Size()
	if err != nil || size > maxSecond {
		return err
	}
	report, err := guest.Survey(context.Background(), f.Name(), k.Password, guest.Limits{})
	if err == nil {
		if faults := lock.Second(report); len(faults) > 0 {
			return disproved(w.voice.Faults(faults))
		}
		return nil
	}
	why := pathless(err, f.Name())
	if unreadable(err) {
		guilty, err := k.Blame(func(part *packets.Packet) (bool, error) { return reads(part, path) })
		if err == nil && guilty != "" {
			why += " (because of " + guilty + ")"
		}
	}
	fmt.Fprintf(o.stderr, "mappe: %s: %s; mappe's own proof found no fault\n", k.Name, why)
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
