package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// thousand is a file of 1,000 pages of text, of about 1.5 MB.
func thousand() []byte {
	b := pages(1000, "", "/MediaBox [0 0 595.28 841.89] /CropBox [0 0 595.28 841.89] /Rotate 0")
	for i, o := range b {
		if strings.Contains(o, "\nstream\n") {
			b[i] = stream("/Filter []", strings.Repeat(fmt.Sprintf("BT /F 20 Tf 20 20 Td (line %d) Tj ET\n", i), 34))
		}
	}
	return b.file()
}

// generated is a file as qpdf writes it.
func generated(b *testing.B, file []byte, args ...string) []byte {
	in, out := filepath.Join(b.TempDir(), "in.pdf"), filepath.Join(b.TempDir(), "out.pdf")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		b.Fatal(err)
	}
	tool(b, "qpdf", append(args, in, out)...)
	file, err := os.ReadFile(out)
	if err != nil {
		b.Fatal(err)
	}
	return file
}

func BenchmarkOpen(b *testing.B) {
	text := thousand()
	cut := text[:len(text)-1000]
	for _, bench := range []struct {
		name string
		file []byte
	}{
		{"3 pages", pages(3, "", "").file()},
		{"1000 pages", text},
		{"1000 pages in object streams", generated(b, text, "--object-streams=generate")},
		{"1000 pages encrypted", generated(b, text, "--encrypt", "", "owner", "256", "--")},
		{"1000 pages repaired", cut},
		{"20000 pages", pages(20_000, "", "").file()},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.file)))
			b.ReportAllocs()
			for b.Loop() {
				f := opened(b, bench.file)
				for n := range f.Pages() {
					if f.Page(n+1) == nil {
						b.Fatal("no page")
					}
				}
			}
		})
	}
}
