package pdf

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// zeros stands for random bytes where a test wants the same ones again.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// printDict writes an encryption dictionary.
func printDict(w io.Writer, d Dict) {
	fmt.Fprint(w, "<<")
	for _, e := range d {
		fmt.Fprintf(w, " /%s ", e.Key)
		switch v := e.Value.(type) {
		case Dict:
			printDict(w, v)
		case String:
			fmt.Fprintf(w, "<%x>", string(v))
		case Name:
			fmt.Fprintf(w, "/%s", v)
		default:
			fmt.Fprint(w, v)
		}
	}
	fmt.Fprint(w, " >>")
}

// locked is lockable, encrypted.
func locked(t *testing.T, l Lock, words string) string {
	t.Helper()
	s, encrypt, err := l.shut()
	if err != nil {
		t.Fatal(err)
	}
	data, xmp := s.text(String(words)), s.text(lockedXMP)
	if int64(len(data)) != sealedSize(int64(len(words))) {
		t.Fatalf("%d bytes became %d, not the %d said before", len(words), len(data), sealedSize(int64(len(words))))
	}
	var dict, b bytes.Buffer
	printDict(&dict, encrypt)
	b.WriteString("%PDF-2.0\n")
	var at []int
	for i, o := range []string{
		"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(data), data),
		fmt.Sprintf("<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream", len(xmp), xmp),
		fmt.Sprintf("<< /Title <%x> >>", string(s.text("A title"))),
		dict.String(),
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R /Encrypt 7 0 R /ID [<00><00>] >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	name := filepath.Join(t.TempDir(), "locked.pdf")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLockOpensElsewhere(t *testing.T) {
	words := strings.Repeat("0 0 1 rg 10 10 50 50 re f\n", 1000)
	file := locked(t, Lock{User: "bruger ø", Owner: "ejer", Rand: rand.Reader}, words)
	for _, password := range []string{"bruger ø", "ejer"} {
		p := "--password=" + password
		if out := tool(t, "qpdf", "--check", p, file); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("qpdf --check with %q:\n%s", password, out)
		}
		if got := tool(t, "qpdf", p, "--show-object=4", "--raw-stream-data", file); got != words {
			t.Errorf("with %q: contents of %d bytes, want %d", password, len(got), len(words))
		}
		if got := tool(t, "qpdf", p, "--show-object=5", "--raw-stream-data", file); got != lockedXMP {
			t.Errorf("with %q: metadata %q", password, got)
		}
	}
	for _, way := range []string{"-upw=bruger ø", "-opw=ejer"} {
		flag, password, _ := strings.Cut(way, "=")
		if out := tool(t, "pdfinfo", flag, password, file); !strings.Contains(out, "A title\n") || !strings.Contains(out, "AES-256") {
			t.Errorf("pdfinfo %s:\n%s", way, out)
		}
	}
}

func TestLockPermissions(t *testing.T) {
	// What qpdf says of each, in the words of --show-encryption.
	says := map[string]Permissions{
		"extract for any purpose: allowed":   Copying,
		"print low resolution: allowed":      Printing,
		"print high resolution: allowed":     Printing | FinePrinting,
		"modify document assembly: allowed":  Assembling,
		"modify forms: allowed":              Filling,
		"modify annotations: allowed":        Annotating,
		"modify other: allowed":              Modifying,
		"extract for accessibility: allowed": 0,
		"stream encryption method: AESv3":    0,
		"string encryption method: AESv3":    0,
		"User password = \n":                 0,
		"R = 6\n":                            0,
		"file encryption method: AESv3":      0,
	}
	for _, allow := range []Permissions{0, Reading, Usual, Printing, FinePrinting | Printing, Modifying, Copying, Annotating, Filling, Assembling, all} {
		out := tool(t, "qpdf", "--show-encryption", locked(t, Lock{Allow: allow, Rand: rand.Reader}, ""))
		has := allow
		if has == 0 {
			has = all &^ Modifying
		}
		for line, needs := range says {
			if got, want := strings.Contains(out, line), has&needs == needs; got != want {
				t.Errorf("allowing %#x: %q said: %v, want %v:\n%s", allow, line, got, want, out)
			}
		}
	}
}

func TestLockIsUnlocked(t *testing.T) {
	long := strings.Repeat("é", 63)
	for _, c := range []struct {
		lock         Lock
		opens, fails []string
	}{
		{Lock{}, []string{"", "anything"}, nil},
		{Lock{User: "a"}, []string{"a"}, []string{"", "b", "\x00"}},
		{Lock{Owner: "b"}, []string{"", "b", "a"}, nil},
		{Lock{User: "a", Owner: "b"}, []string{"a", "b"}, []string{"", "ab"}},
		{Lock{User: "Ærø\u00A0\u00AD1", Owner: long}, []string{"Ærø\u00A0\u00AD1", "Ærø 1", long}, []string{"Ærø1", long[1:]}},
	} {
		c.lock.Rand = rand.Reader
		mine, encrypt, err := c.lock.shut()
		if err != nil {
			t.Fatal(err)
		}
		sealed := mine.text("words")
		for _, password := range c.opens {
			s, err := unlock(encrypt, nil, password, nil)
			if err != nil {
				t.Errorf("%q and %q: with %q: %v", c.lock.User, c.lock.Owner, password, err)
				continue
			}
			if got := s.strings(1, 0).open([]byte(sealed)); string(got) != "words" {
				t.Errorf("%q and %q: with %q: %q", c.lock.User, c.lock.Owner, password, got)
			}
		}
		for _, password := range c.fails {
			if _, err := unlock(encrypt, nil, password, nil); !errors.Is(err, ErrPassword) {
				t.Errorf("%q and %q: with %q: %v, want %v", c.lock.User, c.lock.Owner, password, err, ErrPassword)
			}
		}
	}
}

func TestLockIsRandomOnlyOnce(t *testing.T) {
	text := func(r io.Reader) [2]String {
		s, _, err := Lock{Rand: r}.shut()
		if err != nil {
			t.Fatal(err)
		}
		return [2]String{s.text("the same"), s.text("the same")}
	}
	one, other := text(zeros{}), text(zeros{})
	if one != other {
		t.Error("the same random bytes gave two files")
	}
	if one[0] == one[1] {
		t.Error("two strings of one file have the same initial vector")
	}
	if text(rand.Reader) == one {
		t.Error("other random bytes gave the same file")
	}
}

func TestLockRefuses(t *testing.T) {
	for say, l := range map[string]Lock{
		"no source":         {},
		"unexpected EOF":    {Rand: strings.NewReader("few")},
		"user password of":  {User: strings.Repeat("x", 128), Rand: zeros{}},
		"owner password of": {Owner: "\xFF", Rand: zeros{}},
		"without a meaning": {Allow: 1, Rand: zeros{}},
	} {
		if _, _, err := l.shut(); err == nil || !strings.Contains(err.Error(), say) {
			t.Errorf("%v, want %q", err, say)
		}
	}
}

func TestTextOfEveryLength(t *testing.T) {
	s, encrypt, err := Lock{Rand: zeros{}}.shut()
	if err != nil {
		t.Fatal(err)
	}
	open, err := unlock(encrypt, nil, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 100 {
		text := strings.Repeat("x", n)
		sealed := s.text(String(text))
		if int64(len(sealed)) != sealedSize(int64(n)) {
			t.Errorf("%d bytes became %d, want %d", n, len(sealed), sealedSize(int64(n)))
		}
		if got := open.strings(1, 0).open([]byte(sealed)); string(got) != text {
			t.Errorf("%d bytes came back as %q", n, got)
		}
	}
}

func BenchmarkUnsealing(b *testing.B) {
	lock := &seal{key: make([]byte, 32), method: aesV3}
	r := lock.reader(zeros{}, math.MaxInt64)
	chunk := make([]byte, 256<<10)
	b.SetBytes(int64(len(chunk)))
	for b.Loop() {
		if _, err := io.ReadFull(r, chunk); err != nil {
			b.Fatal(err)
		}
	}
}
