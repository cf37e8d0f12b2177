package pdf

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// fast is a folder in memory, where there is such a thing.
func fast(b *testing.B) string {
	dir, err := os.MkdirTemp("/dev/shm", "pdf")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// files are n inputs of size bytes each.
func files(b *testing.B, n, size int) []*os.File {
	b.Helper()
	dir := fast(b)
	out := make([]*os.File, n)
	for i := range out {
		path := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(path, noise(uint64(i), size), 0o600); err != nil {
			b.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { f.Close() })
		out[i] = f
	}
	return out
}

// bench writes pages from files, each body as large as size says, and a line
// over each.
func bench(b *testing.B, o Options, in []*os.File, pages, size int) {
	b.Helper()
	path := filepath.Join(fast(b), "out.pdf")
	b.ReportAllocs()
	b.SetBytes(int64(len(in) * pages * size))
	for b.Loop() {
		os.Remove(path)
		out, err := os.Create(path)
		if err != nil {
			b.Fatal(err)
		}
		w := NewWriter(out, o)
		for i, f := range in {
			info, err := f.Stat()
			if err != nil {
				b.Fatal(err)
			}
			src := NewSource(f, info.Size())
			m := Mark{Title: fmt.Sprint(i), Sheet: w.Sheets() + 1}
			for p := range pages {
				s := &Sheet{Width: 595, Height: 842}
				s.Paint(w.Add(&Stream{Dict: Dict{
					{"Type", Name("XObject")}, {"Subtype", Name("Image")}, {"Width", Int(size / 100)}, {"Height", Int(100)},
					{"ColorSpace", Name("DeviceGray")}, {"BitsPerComponent", Int(8)},
				}, Body: Body{{From: src, At: int64(p * size), Size: int64(size)}}}), Matrix{500, 0, 0, 700, 40, 60})
				s.Artifact(func() { lay(s, 40, 20, fmt.Sprint("page ", w.Sheets()+1)) })
				if err := w.Sheet(s); err != nil {
					b.Fatal(err)
				}
			}
			w.Done(src)
			w.Outline = append(w.Outline, m)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		if err := out.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// 500 scans of 300 kB from 50 files, beside a plain copy of the files one
// after the other.
func BenchmarkScans(b *testing.B) {
	in := files(b, 50, 3_000_000)
	b.Run("copy", func(b *testing.B) {
		path := filepath.Join(fast(b), "out")
		buf := make([]byte, 256<<10)
		b.SetBytes(150_000_000)
		for b.Loop() {
			os.Remove(path)
			out, err := os.Create(path)
			if err != nil {
				b.Fatal(err)
			}
			for _, f := range in {
				r := io.NewSectionReader(f, 0, 3_000_000)
				if _, err := io.CopyBuffer(struct{ io.Writer }{out}, struct{ io.Reader }{r}, buf); err != nil {
					b.Fatal(err)
				}
			}
			out.Close()
		}
	})
	for name, o := range map[string]Options{
		"plain": {}, "alone": {Workers: 1}, "digests": {Digests: true}, "locked": {Lock: &Lock{Rand: zeros{}}}, "both": {Digests: true, Lock: &Lock{Rand: zeros{}}},
	} {
		b.Run(name, func(b *testing.B) { bench(b, o, in, 10, 300_000) })
	}
}

// 1,000 pages of a little text each, from one file.
func BenchmarkText(b *testing.B) {
	in := files(b, 1, 1_500_000)
	for name, o := range map[string]Options{"plain": {}, "digests": {Digests: true}, "locked": {Lock: &Lock{Rand: zeros{}}}} {
		b.Run(name, func(b *testing.B) { bench(b, o, in, 1000, 1500) })
	}
}
