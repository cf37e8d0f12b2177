package main

import (
	"os"

	"mappe/internal/proof"
	"mappe/packets"
)

// mayReplace refuses to write an applicant's copy over a packet of the same name
// whose lock lies beside it: an authority's copy, which may have been filed and
// can't be made again once a file has changed. What carries a lock of its own is
// an applicant's copy, whatever lies beside it. The other way round is said.
func (d *draft) mayReplace() error {
	if _, err := os.Stat(d.path); err != nil {
		return nil
	}
	old := lockIn(d.path)
	if d.k.Copy != packets.ForApplicant {
		if old != nil && old.Copy != d.k.Copy {
			d.o.say("%s: %s", d.path, d.w.voice.Must("told.copy-replaced", "On", old.On))
		}
		return nil
	}
	beside := lockPath(d.path)
	if _, err := os.Stat(beside); err != nil || old != nil {
		return nil
	}
	const remedy = "write the applicant's copy into another folder with -o or --separate; or, if what is there was never handed in, remove it and its lock"
	if lock, err := readLock(beside); err == nil {
		return hinted(remedy, "%s: is the %s's copy, prepared on %s, as %s says; the applicant's copy does not replace it", d.path, lock.Copy, lock.On, beside)
	}
	return hinted(remedy, "%s: has a lock beside it, %s, as an authority's copy has; the applicant's copy does not replace it", d.path, beside)
}

// lockIn is the lock that a file carries, nil for none that can be read.
func lockIn(path string) *packets.Lock {
	f, size, err := openPacket(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	p, err := proof.Open(f, size, "")
	if err != nil {
		return nil
	}
	lock, err := packets.LockOf(p)
	if err != nil {
		return nil
	}
	return lock
}
