package pdf

import (
	"bytes"
	"crypto/cipher"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// counted knows how much of it was read.
type counted struct {
	*bytes.Reader
	read atomic.Int64
}

func (c *counted) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.Reader.ReadAt(p, at)
	c.read.Add(int64(n))
	return n, err
}

// bodyOf is the data of a stream as it stands in the file, decrypted.
func bodyOf(t *testing.T, w *Writer, file []byte, r Ref) []byte {
	t.Helper()
	b := file[w.spots[r.Num].at:]
	head, b, _ := bytes.Cut(b, []byte("\nstream\n"))
	if !strings.HasPrefix(string(head), fmt.Sprintf("%d 0 obj\n<<", r.Num)) {
		t.Fatalf("object %d starts with %.40q", r.Num, head)
	}
	var size int
	if _, err := fmt.Sscanf(string(head[bytes.LastIndex(head, []byte("/Length"))+7:]), "%d", &size); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(b[size:], []byte(endStream)) {
		t.Fatalf("object %d ends with %.40q", r.Num, b[size:])
	}
	b = bytes.Clone(b[:size])
	if w.sealer != nil {
		cipher.NewCBCDecrypter(w.sealer.file, b[:16]).CryptBlocks(b[16:], b[16:])
		b = b[16 : len(b)-int(b[len(b)-1])]
	}
	return b
}

// Bodies of any pieces arrive whole, from plain and from encrypted sources, in
// any order, more than once, also after Done and Settle.
func TestEveryByteArrives(t *testing.T) {
	key := noise(7, 32)
	sealed := &sealer{file: block(key), ivs: block(key)}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 0))
		o := Options{Digests: seed%2 == 0, Workers: 1 + r.IntN(4)}
		if seed%3 == 0 {
			o.Lock = &Lock{Rand: zeros{}}
		}
		out := newMemory()
		w := NewWriter(out, o)
		var sources []*Source
		var data [][]byte
		for i := range 1 + r.IntN(4) {
			data = append(data, noise(seed*10+uint64(i), 1+r.IntN(1<<r.IntN(22))))
			sources = append(sources, Bytes(data[i]))
		}
		// The last source is that of an encrypted file.
		plain := make([][]byte, 40)
		var crypt []byte
		var places [][2]int64
		for i := range plain {
			plain[i] = noise(uint64(i), r.IntN(1<<r.IntN(18)))
			at := len(crypt)
			crypt = append(crypt, sealed.text(String(plain[i]))...)
			places = append(places, [2]int64{int64(at), int64(len(crypt) - at)})
		}
		sources, data = append(sources, Bytes(crypt)), append(data, crypt)

		want := map[Ref][]byte{}
		for range 1 + r.IntN(200) {
			var body Body
			var all []byte
			from := r.IntN(len(sources))
			for range r.IntN(4) {
				if r.IntN(4) == 0 {
					from = r.IntN(len(sources))
				}
				switch k := r.IntN(len(plain)); {
				case r.IntN(5) == 0:
					body, all = append(body, Piece{Data: plain[k]}), append(all, plain[k]...)
				case from == len(sources)-1:
					body = append(body, Piece{From: sources[from], At: places[k][0], Size: places[k][1], seal: &seal{file: key, method: aesV3}})
					all = append(all, plain[k]...)
				default:
					at := r.IntN(len(data[from]))
					n := r.IntN(len(data[from]) - at)
					body = append(body, Piece{From: sources[from], At: int64(at), Size: int64(n)})
					all = append(all, data[from][at:at+n]...)
				}
			}
			want[w.Add(&Stream{Dict: Dict{{"Of", String("a string")}}, Body: body})] = all
			if r.IntN(50) == 0 {
				w.Done(sources[from])
			}
			if r.IntN(100) == 0 {
				w.Settle()
			}
		}
		if err := w.Sheet(&Sheet{Width: 100, Height: 100}); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		for ref, b := range want {
			if got := bodyOf(t, w, out.bytes, ref); !bytes.Equal(got, b) {
				t.Fatalf("seed %d: object %d has %d bytes, want %d, or others", seed, ref.Num, len(got), len(b))
			}
		}
		for _, s := range w.sources {
			sum, known := s.SHA256()
			for i := range sources {
				if sources[i] == s && (!known || sum != sha256.Sum256(data[i])) {
					t.Errorf("seed %d: digest of source %d: %x, %v", seed, i, sum, known)
				}
			}
		}
	}
}

func TestSourceIsReadOnce(t *testing.T) {
	data := noise(1, 2_000_000)
	c := &counted{Reader: bytes.NewReader(data)}
	src := NewSource(c, int64(len(data)))
	w := NewWriter(newMemory(), Options{Digests: true})
	for i := range 19 {
		w.Add(picture(src, int64(i)*100_000, 1+i*50))
	}
	w.Done(src)
	if err := w.Sheet(&Sheet{Width: 1, Height: 1}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if sum, known := src.SHA256(); !known || sum != sha256.Sum256(data) {
		t.Errorf("digest: %x, %v", sum, known)
	}
	if n := c.read.Load(); n != int64(len(data)) {
		t.Errorf("read %d bytes of %d", n, len(data))
	}
}

type failing struct{ err error }

func (f failing) ReadAt([]byte, int64) (int, error)  { return 0, f.err }
func (f failing) WriteAt([]byte, int64) (int, error) { return 0, f.err }

// An input that breaks while it is copied is named, and ends the writing.
func TestBrokenSource(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shrinks")
	if err := os.WriteFile(path, noise(1, 50_000), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	shrinking := NewSource(f, 50_000)
	shrinking.Name = "scan.pdf"
	if err := os.Truncate(path, 30_000); err != nil {
		t.Fatal(err)
	}
	torn := NewSource(failing{errors.New("torn")}, 50_000)
	torn.Name = "letter.pdf"
	silent := NewSource(failing{}, 50_000)
	silent.Name = "card.pdf"
	for want, src := range map[string]*Source{
		"scan.pdf: became shorter than 50000 bytes while it was copied": shrinking,
		"letter.pdf: torn":                      torn,
		"card.pdf: " + io.ErrNoProgress.Error(): silent,
	} {
		for _, digests := range []bool{false, true} {
			out := newMemory()
			w := NewWriter(out, Options{Digests: digests})
			if err := w.Sheet(&Sheet{Width: 100, Height: 100}); err != nil {
				t.Fatal(err)
			}
			w.Add(picture(src, 0, 500))
			for i := range 20 {
				w.Add(picture(Bytes(noise(uint64(i), 1<<20)), 0, 10_000))
			}
			err := w.Close()
			if err == nil || err.Error() != want {
				t.Errorf("digests %v: %v, want %q", digests, err, want)
			}
			if bytes.Contains(out.bytes, []byte("%%EOF")) {
				t.Errorf("digests %v: the file was ended", digests)
			}
		}
	}
}

func TestFullDisk(t *testing.T) {
	full := errors.New("no space left")
	w := NewWriter(failing{full}, Options{})
	for w.Err() == nil {
		w.Add(picture(Bytes(noise(1, 1<<20)), 0, 10_000))
	}
	if err := w.Sheet(&Sheet{Width: 1, Height: 1}); !errors.Is(err, full) {
		t.Errorf("next sheet: %v, want %v", err, full)
	}
	for range 2 {
		if err := w.Close(); !errors.Is(err, full) {
			t.Errorf("close: %v, want %v", err, full)
		}
	}
}

// What is closed stays as it is.
func TestClosed(t *testing.T) {
	out := newMemory()
	w := NewWriter(out, Options{})
	s := &Sheet{Width: 100, Height: 100}
	for _, err := range []error{w.Sheet(s), w.Close(), w.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	before := len(out.bytes)
	for w.Err() == nil {
		w.Add(picture(Bytes(noise(1, 1<<20)), 0, 10_000))
	}
	if err := w.Close(); err == nil || len(out.bytes) != before {
		t.Errorf("%v; %d bytes were written", err, len(out.bytes)-before)
	}
}

// A file may be longer than four gigabytes; the hole stands for scans.
func TestLongFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.pdf")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := NewWriter(out, Options{})
	w.at += 11 << 30
	s := &Sheet{Width: 100, Height: 100}
	lay(s, 10, 10, "far away")
	if err := w.Sheet(s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	contains(t, "xref", tool(t, "qpdf", "--show-xref", path), "offset = 11811160")
	contains(t, "page", tool(t, "qpdf", "--show-pages", path), "page 1: ")
}

// What depends on the digests is set when the last source is settled.
func TestSettled(t *testing.T) {
	data := noise(1, 300_000)
	var before []byte
	for workers := 1; workers < 4; workers++ {
		src, out := Bytes(data), newMemory()
		w := NewWriter(out, Options{Digests: true, Workers: workers})
		later := w.Reserve()
		w.Add(picture(src, 0, 1000))
		if err := w.Sheet(&Sheet{Width: 100, Height: 100}); err != nil {
			t.Fatal(err)
		}
		w.Settle()
		sum, known := src.SHA256()
		if !known || sum != sha256.Sum256(data) {
			t.Fatalf("digest: %x, %v", sum, known)
		}
		w.Set(later, &Stream{Body: Data(sum[:])})
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := bodyOf(t, w, out.bytes, later); !bytes.Equal(got, sum[:]) {
			t.Errorf("the object holds %x", got)
		}
		if before != nil && !bytes.Equal(before, out.bytes) {
			t.Errorf("%d workers write other bytes", workers)
		}
		before = out.bytes
	}
}
