package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mappe/internal/proof"
	"mappe/packets"
)

// planSupplement plans the next supplement to what was filed, as old tells: the
// packet, or the supplement to it that was filed last.
func (w *work) planSupplement(o *options, root *os.Root, s packets.Style, old string) (*packets.Packet, error) {
	last, words, err := w.filedLock(old, s.Password)
	if err != nil {
		return nil, err
	}
	in, err := w.survey(root)
	if err != nil {
		return nil, err
	}
	if s.Filed, err = packets.Recall(last, in); err != nil {
		return nil, fmt.Errorf("%s: %w", old, err)
	}
	application, err := s.Filed.Application(w.list)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", old, err)
	}
	s.Filed.Told(words)
	if w.on.Before(last.On) {
		o.say("%s: %s", old, w.voice.Must("told.before", "Filed", last.On, "On", w.on))
	}
	if s.Filed.Veiled(w.voice, w.list, application) {
		o.say("%s: %s", old, w.voice.Must("told.veiled"))
	}
	w.keep = append(w.keep, old, lockPath(old))
	k, err := packets.Plan(w.list, application, in, w.voice, s)
	if none, ok := errors.AsType[*packets.NothingNew](err); ok {
		for _, h := range none.Holes {
			o.say("%s", w.voice.Must("told.hole-filed", "What", w.voice.Hole(h)))
		}
		return nil, &exit{code: exitNoPacket, err: fmt.Errorf("%s: %s", w.path, w.voice.Must("told.nothing-new", "Packet", none.Packet)),
			hint: w.voice.Must("told.hint-new", "File", w.path)}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", w.path, err)
	}
	if next := filepath.Join(filepath.Dir(old), k.Name); old != next {
		if _, err := os.Stat(next); err == nil {
			o.say("%s: %s", next, w.voice.Must("told.beside", "File", filepath.Base(old)))
		}
	}
	return k, nil
}

// filedLock is the lock of a packet that was filed, once the packet is proved:
// every page is what the lock says. The words are those of its data sheets,
// by page.
func (w *work) filedLock(path, password string) (lock *packets.Lock, words map[int]string, err error) {
	file, size, err := openPacket(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	asFiled := "give the file as mappe wrote it; one that another program has saved again is another file"
	f, err := proof.Open(file, size, password)
	if errors.Is(err, proof.ErrPassword) {
		return nil, nil, hinted("name the file with its password by --password-file; the supplement gets the same one", "%s: %w", path, err)
	}
	if err != nil {
		return nil, nil, hinted(asFiled, "%s: is no packet of mappe: %w", path, err)
	}
	lock, err = packets.LockOf(f)
	if err != nil {
		return nil, nil, hinted(asFiled, "%s: %w", path, err)
	}
	if lock == nil {
		beside := lockPath(path)
		if _, err := os.Stat(beside); errors.Is(err, fs.ErrNotExist) {
			return nil, nil, hinted("the applicant's copy carries its lock; beside the authority's copy mappe writes it as a file: give one with its lock",
				"%s: has no lock in it, and %s is not there", path, beside)
		}
		if lock, err = readLock(beside); err != nil {
			return nil, nil, err
		}
	}
	faults, err := lock.Prove(f, true)
	if err != nil {
		return nil, nil, hinted(asFiled, "%s: %w", path, err)
	}
	if len(faults) > 0 {
		return nil, nil, hinted(asFiled, "%s: was changed since it was made:\n  %s", path, strings.Join(w.voice.Faults(faults), "\n  "))
	}
	words = map[int]string{}
	for i, p := range lock.Pages {
		if p.Kind != packets.PageData {
			continue
		}
		lines, err := f.Lines(i + 1)
		if err != nil {
			return nil, nil, hinted(asFiled, "%s: %w", path, err)
		}
		for _, line := range lines {
			words[i] += line.Text + "\n"
		}
	}
	return lock, words, nil
}
