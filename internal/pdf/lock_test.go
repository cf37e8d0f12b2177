package pdf

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// zeros stands for random bytes where a test wants the same ones again.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// locked is a file of one page with text, encrypted.
func locked(t *testing.T, l Lock) string {
	t.Helper()
	out := newMemory()
	w := NewWriter(out, Options{Title: lockedTitle, Lock: &l})
	sheet := &Sheet{Width: 200, Height: 200}
	lay(sheet, 20, 20, "a secret")
	if err := w.Sheet(sheet); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out.bytes, []byte("secret")) || bytes.Contains(out.bytes, []byte("marriage")) {
		t.Fatal("what is encrypted can be read")
	}
	return out.saved(t)
}

func TestLockOpensElsewhere(t *testing.T) {
	file := locked(t, Lock{User: "bruger ø", Owner: "ejer", Rand: rand.Reader})
	for _, way := range []string{"-upw=bruger ø", "-opw=ejer"} {
		flag, password, _ := strings.Cut(way, "=")
		contains(t, "qpdf", tool(t, "qpdf", "--check", "--password="+password, file), "PDF Version: 1.7 extension level 8\n", "No syntax or stream encoding errors")
		contains(t, "pdfinfo", tool(t, "pdfinfo", flag, password, file), lockedTitle+"\n", "algorithm:AES-256")
		contains(t, "pdftotext", tool(t, "pdftotext", flag, password, file, "-"), "a secret\n")
		plain := filepath.Join(t.TempDir(), "plain.pdf")
		tool(t, "qpdf", "--decrypt", "--password="+password, file, plain)
		b, err := os.ReadFile(plain)
		if err != nil {
			t.Fatal(err)
		}
		ours, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if other, err := os.ReadFile(plain); err != nil || Locked(Bytes(other)) || Locked(Bytes(ours[:20])) || !Locked(Bytes(ours)) {
			t.Errorf("it can't be told which file is locked: %v", err)
		}
		f, err := Open(Bytes(ours), password)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := words(t, f), words(t, opened(t, b)); len(got) != 1 || !slices.Equal(got, want) {
			t.Errorf("read %q, qpdf reads %q", got, want)
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
		out := tool(t, "qpdf", "--show-encryption", locked(t, Lock{Allow: allow, Rand: rand.Reader}))
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

// Whoever divides a packet into files of a certain size measures them first.
func TestLockedFilesAreOfOneSize(t *testing.T) {
	var sizes []int
	for range 20 {
		sizes = append(sizes, len(packet(t, Options{Digests: true, Lock: &Lock{User: "u", Rand: rand.Reader}}, scans(2, 10_000), 3).bytes))
	}
	if slices.Min(sizes) != slices.Max(sizes) {
		t.Errorf("the same pages make files of %d bytes", sizes)
	}
}

func TestLockRefuses(t *testing.T) {
	for say, l := range map[string]Lock{
		"no source":         {},
		"unexpected EOF":    {Rand: strings.NewReader("few")},
		"user password of":  {User: strings.Repeat("x", 128), Rand: zeros{}},
		"owner password of": {Owner: "\xFF", Rand: zeros{}},
		"do not count":      {User: "\u200b\u00ad", Rand: zeros{}},
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
	lock := &seal{file: make([]byte, 32), method: aesV3}
	r := lock.reader(zeros{}, math.MaxInt64)
	chunk := make([]byte, 256<<10)
	b.SetBytes(int64(len(chunk)))
	for b.Loop() {
		if _, err := io.ReadFull(r, chunk); err != nil {
			b.Fatal(err)
		}
	}
}
