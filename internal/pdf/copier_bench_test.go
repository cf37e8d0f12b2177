package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// texts is a file of n pages of text, each with resources and a content
// stream of its own and a font that they share.
func texts(n int) []byte {
	b := build{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"}
	var kids strings.Builder
	line := "BT /F 10 Tf 50 %d Td (The quick brown fox jumps over the lazy dog, and so on.) Tj ET\n"
	for range n {
		at := len(b) + 1
		fmt.Fprintf(&kids, "%d 0 R ", at)
		var contents strings.Builder
		for y := range 20 {
			fmt.Fprintf(&contents, line, 750-y*30)
		}
		b = append(b, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> /ProcSet [/PDF /Text] >> >>", at+1),
			stream("", contents.String()))
	}
	b[1] = "<< /Type /Pages /Kids [" + kids.String() + "] /Count " + fmt.Sprint(n) + " >>"
	return b.file()
}

// BenchmarkCopy copies 1,000 pages of text: into a file that is written, and
// into nothing.
func BenchmarkCopy(b *testing.B) {
	const n = 1000
	file := texts(n)
	for _, kind := range []string{"written", "looked at"} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f := opened(b, file)
				if kind == "looked at" {
					c := NewCopier(f, nil)
					for i := range n {
						mustPage(b, c, i+1)
					}
					continue
				}
				w := NewWriter(newMemory(), Options{})
				c := w.Copier(f)
				for i := range n {
					d := mustPage(b, c, i+1)
					s := &Sheet{}
					var m Matrix
					s.Width, s.Height, m = Place(d, 0, FitA4)
					s.Draw(d, m)
					if err := w.Sheet(s); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/page")
		})
	}
}
