package packets

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"mappe/internal/pdf/specimen"
)

// The proof of a packet costs a quarter of writing it at most, in work: the time
// of all processors, which says the same on a busy machine. Both are measured in
// turn. The packets are 500 scans of 300 kB, and 1,000 pages of text.
func BenchmarkProof(b *testing.B) {
	const rounds, target, slack = 9, 0.25, 1.2 // how far beyond the target a ratio may be in CI
	fmt.Printf("\n%-28s %16s %16s %16s %8s %8s\n", "work (and time), ms", "write", "proof", "deep", "ratio", "target")
	for name, files := range map[string]func() [][]byte{"500 scans, 150 MB": manyScans, "1,000 pages of text": muchText} {
		path := caseWith(b, files())
		k := planned(b, path, "en", ForApplicant)[0]
		out := filepath.Join(filepath.Dir(path), "out.pdf")
		var work, took [3][]time.Duration
		for range rounds {
			var lock *Lock
			for i, do := range []func(){
				func() { lock = writeAgain(b, k, out) },
				func() { readAgain(b, out, lock, false) },
				func() { readAgain(b, out, lock, true) },
			} {
				runtime.GC() // each pays for its own garbage
				used, from := processors(b), time.Now()
				do()
				work[i], took[i] = append(work[i], processors(b)-used), append(took[i], time.Since(from))
			}
		}
		median := func(d []time.Duration) float64 {
			slices.Sort(d)
			return float64(d[rounds/2]) / 1e6
		}
		fmt.Printf("%-28s", name)
		for i := range work {
			fmt.Printf(" %7.1f (%6.1f)", median(work[i]), median(took[i]))
		}
		ratio := median(work[1]) / median(work[0])
		fmt.Printf(" %8.2f %8.2f\n", ratio, target)
		if ratio > slack*target && os.Getenv("CI") != "" {
			b.Errorf("%s: the proof costs %.2f times the writing, the target is %.2f", name, ratio, target)
		}
	}
}

// processors is the time that they worked for this process.
func processors(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func writeAgain(b *testing.B, k *Packet, path string) *Lock {
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	lock, err := k.Write(file)
	if closing := file.Close(); err != nil || closing != nil {
		b.Fatal(err, closing)
	}
	return lock
}

// readAgain opens a packet and proves it as the command does before it takes its
// name; deep: as verify does, which reads the lock from it and takes the sums.
func readAgain(b *testing.B, path string, l *Lock, deep bool) {
	f := reopenedFile(b, path, "")
	var err error
	if deep {
		l, err = LockOf(f)
	} else if carried, wrong := l.CarriedBy(f); wrong != nil || !carried {
		b.Fatal("the lock is not in the packet", wrong)
	}
	if err != nil {
		b.Fatal(err)
	}
	if faults, err := l.Prove(f, deep); err != nil || faults != nil {
		b.Fatal(faults, err)
	}
}

// caseWith is an example with other files behind its first item.
func caseWith(b *testing.B, files [][]byte) (path string) {
	b.Helper()
	root := "/dev/shm" // so that no disk is measured
	if _, err := os.Stat(root); err != nil {
		root = ""
	}
	dir, err := os.MkdirTemp(root, "proof")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.CopyFS(dir, os.DirFS("../examples/bf1-secondment")); err != nil {
		b.Fatal(err)
	}
	var names []string
	for i, data := range files {
		names = append(names, fmt.Sprintf("many%02d.pdf", i))
		if err := os.WriteFile(filepath.Join(dir, names[i]), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	path = filepath.Join(dir, "case.yaml")
	profile, err := os.ReadFile(path)
	if err == nil {
		profile, err = specimen.Enclose(profile, names)
	}
	if err == nil {
		err = os.WriteFile(path, profile, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
	return path
}

// manyScans are fifty files of ten scans.
func manyScans() (files [][]byte) {
	random := rand.New(rand.NewPCG(1, 2))
	var pictures [][]byte
	for range 30 {
		pictures = append(pictures, specimen.Scan(random))
	}
	for i := range 50 {
		files = append(files, specimen.Scans(pictures, 7*i))
	}
	return files
}

// muchText is one file of a thousand pages full of words.
func muchText() [][]byte { return [][]byte{specimen.Prose(rand.New(rand.NewPCG(1, 2)), 1000)} }
