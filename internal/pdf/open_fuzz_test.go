package pdf

import (
	"errors"
	"testing"

	"mappe/internal/pdf/specimen"
)

// FuzzOpen reads all there is in a file. Whatever the file, that ends within
// the work that its size allows, and an error is one of those that are
// promised.
func FuzzOpen(f *testing.F) {
	b := pages(2, "/Outlines << /First 3 0 R >> /Names << /Dests << /Names [(a) [4 0 R]] >> >> /AcroForm << /Fields [<< /FT /Sig >>] >>", "/Rotate 90")
	lzw := stream("/Filter [/AHx /LZWDecode] /DecodeParms [null << /Predictor 12 /Columns 3 >>]", "800B6050220C0C8501>")
	for _, file := range [][]byte{
		b.file(),
		b.crossed(),
		b.packed(),
		b.hybrid(),
		updated(b.file(), 4, "<< /Type /Page /Parent 2 0 R /Contents [5 0 R 5 0 R] >>"),
		append(b, lzw, stream("/Filter /A85", "87cURD]i~>"), stream("/Filter /FlateDecode", string(deflated([]byte("words"))))).file(),
		b.file()[:500],
		[]byte("%PDF-1.4\n1 0 obj<</Type/Page/Contents 2 0 R>>endobj 2 0 obj<</Length 9/Filter/Fl>>stream\nx"),
		[]byte("%PDF-1.4\n1 0 obj<</A(\\"),
	} {
		f.Add(file)
	}
	for _, file := range specimen.Seeds() {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		in, err := Open(Bytes(file), "")
		if err != nil {
			for _, promised := range []error{ErrPassword, ErrEncryption, ErrLimit, ErrDamaged} {
				if errors.Is(err, promised) {
					return
				}
			}
			t.Fatalf("an error that isn't promised: %v", err)
		}
		if in.Pages() < 1 || in.Pages() > maxPages {
			t.Fatalf("%d pages", in.Pages())
		}
		for n := range in.Pages() {
			p := in.Page(n + 1)
			if !(p.Box.Width() > 0) || !(p.Box.Height() > 0) || p.Rotate%90 != 0 || p.Rotate < 0 || p.Rotate > 270 || !(p.Unit > 0) {
				t.Fatalf("page %d: %+v", n+1, p)
			}
		}
		everything(in)
		in.table.each(func(num int, _ entry) bool {
			if s := in.Stream(Ref{num, 0}); s != nil {
				if b, _ := in.Decode(s, 1<<16); len(b) > 1<<16 {
					t.Fatalf("object %d: %d bytes", num, len(b))
				}
			}
			return in.err == nil
		})
		if in.left < -64<<10 {
			t.Fatalf("%d bytes of work beyond the limit", -in.left)
		}
	})
}
