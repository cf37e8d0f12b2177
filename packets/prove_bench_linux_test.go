package packets

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The proof of a packet costs a quarter of writing it at most, in work: the time
// of all processors, which says the same on a busy machine. Both are measured in
// turn. The packets are 500 scans of 300 kB, and 1,000 pages of text.
func BenchmarkProof(b *testing.B) {
	const rounds, target, slack = 9, 0.25, 2.4 // slack: how far beyond its target a ratio may be in CI
	fmt.Printf("\n%-28s %16s %16s %16s %8s %8s\n", "work (and time), ms", "write", "proof", "deep", "ratio", "target")
	for name, files := range map[string]func(b *testing.B) (names []string, put func(i int) []byte){"500 scans, 150 MB": manyScans, "1,000 pages of text": muchText} {
		path := caseWith(b, files)
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
func caseWith(b *testing.B, files func(b *testing.B) (names []string, put func(i int) []byte)) (path string) {
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
	names, put := files(b)
	for i, n := range names {
		if err := os.WriteFile(filepath.Join(dir, n), put(i), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	path = filepath.Join(dir, "case.yaml")
	old, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	new := regexp.MustCompile(`item: passport-all-pages, files: \[[^]]*\]`).ReplaceAll(old, []byte("item: passport-all-pages, files: ["+strings.Join(names, ", ")+"]"))
	if bytes.Equal(old, new) {
		b.Fatal("passport-all-pages is not in the example")
	}
	if err := os.WriteFile(path, new, 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// manyScans are fifty files of ten pages, each a picture of 300 kB.
func manyScans(b *testing.B) (names []string, put func(i int) []byte) {
	random := rand.New(rand.NewPCG(1, 2))
	var pictures []string
	for range 30 {
		m := image.NewGray(image.Rect(0, 0, 640, 896))
		for i := range m.Pix {
			m.Pix[i] = byte(215 + random.IntN(40))
		}
		pictures = append(pictures, string(encodedJPEG(b, m)))
	}
	for i := range 50 {
		names = append(names, fmt.Sprintf("many%02d.pdf", i))
	}
	return names, func(i int) []byte {
		objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
		var kids []string
		for k := range 10 {
			n := len(objects) + 1
			kids = append(kids, fmt.Sprintf("%d 0 R", n))
			objects = append(objects,
				fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources << /XObject << /I %d 0 R >> >> /Contents %d 0 R >>", a4, n+1, n+2),
				stream("/Type /XObject /Subtype /Image /Width 640 /Height 896 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", pictures[(7*i+k)%len(pictures)]),
				stream("", "q 595 0 0 842 0 0 cm /I Do Q"))
		}
		objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count 10 >>", strings.Join(kids, " "))
		return tiny(objects...)
	}
}

// muchText is one file of a thousand pages full of words.
func muchText(*testing.B) (names []string, put func(i int) []byte) {
	return []string{"text.pdf"}, func(int) []byte {
		random := rand.New(rand.NewPCG(1, 2))
		objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"}
		var kids []string
		for range 1000 {
			var ops bytes.Buffer
			z := zlib.NewWriter(&ops)
			fmt.Fprint(z, "BT /F 11 Tf 13 TL 60 780 Td\n")
			for range 46 {
				fmt.Fprint(z, "(")
				for range 12 {
					fmt.Fprintf(z, "%s ", strings.Repeat(string(rune('a'+random.IntN(26))), 1+random.IntN(9)))
				}
				fmt.Fprint(z, ") Tj T*\n")
			}
			fmt.Fprint(z, "ET\n")
			z.Close()
			n := len(objects) + 1
			kids = append(kids, fmt.Sprintf("%d 0 R", n))
			objects = append(objects,
				fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>", a4, n+1),
				stream("/Filter /FlateDecode", ops.String()))
		}
		objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count 1000 >>", strings.Join(kids, " "))
		return tiny(objects...)
	}
}
