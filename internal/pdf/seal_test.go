package pdf

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
)

const (
	lockedTitle = "Ægteskab (marriage)"
	lockedXMP   = "<x:xmpmeta>not a secret</x:xmpmeta>"
)

// lockable is a file with a string, a page and metadata, of which the page's
// contents are words.
func lockable(words string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range []string{
		"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>",
		fmt.Sprintf("<< /Kind /Words /Length %d >>\nstream\n%s\nendstream", len(words), words),
		fmt.Sprintf("<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream", len(lockedXMP), lockedXMP),
		fmt.Sprintf("<< /Title <%x> >>", lockedTitle),
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// tool runs a program that must succeed; qpdf's warnings are no failure.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && name == "qpdf" && exit.ExitCode() == 3) {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// encrypted is a file that qpdf wrote, cut into its objects.
type encrypted struct {
	objects map[int]string // from "obj" on
	encrypt Dict
	id      []byte
}

func readEncrypted(t *testing.T, file string) encrypted {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	e := encrypted{objects: map[int]string{}}
	for rest := string(b); ; {
		at := regexp.MustCompile(`\n(\d+) 0 obj\n`).FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		n, _ := strconv.Atoi(rest[at[2]:at[3]])
		rest = rest[at[1]:]
		end := strings.Index(rest, "\nendobj")
		if data := strings.Index(rest, "\nstream\n"); data >= 0 && data < end {
			size, _ := strconv.Atoi(regexp.MustCompile(`/Length (\d+)`).FindStringSubmatch(rest)[1])
			end = data + len("\nstream\n") + size
		}
		e.objects[n] = rest[:end]
	}
	trailer := string(b[bytes.LastIndex(b, []byte("trailer")):])
	n, _ := strconv.Atoi(regexp.MustCompile(`/Encrypt (\d+) 0 R`).FindStringSubmatch(trailer)[1])
	e.encrypt = dictOf(t, e.objects[n])
	e.id, _ = hex.DecodeString(regexp.MustCompile(`/ID \[<([0-9a-f]*)>`).FindStringSubmatch(trailer)[1])
	return e
}

// dictOf reads a dictionary of names, numbers, hexadecimal strings and such.
func dictOf(t *testing.T, s string) Dict {
	words := regexp.MustCompile(`<<|>>|<[0-9a-f]*>|/[^\s/<>]+|[^\s/<>]+`).FindAllString(s, -1)
	var value func() Object
	value = func() Object {
		w := words[0]
		words = words[1:]
		switch {
		case w == "<<":
			var d Dict
			for words[0] != ">>" {
				key := Name(words[0][1:])
				words = words[1:]
				d = append(d, Entry{key, value()})
			}
			words = words[1:]
			return d
		case w[0] == '/':
			return Name(w[1:])
		case w[0] == '<':
			b, _ := hex.DecodeString(w[1 : len(w)-1])
			return String(b)
		case w == "true", w == "false":
			return w == "true"
		}
		n, err := strconv.ParseInt(w, 10, 64)
		if err != nil {
			t.Fatalf("%q: %v", w, err)
		}
		return Int(n)
	}
	return value().(Dict)
}

// check opens the file's string and streams and compares them.
func (e encrypted) check(t *testing.T, password, words string) {
	t.Helper()
	s, err := unlock(e.encrypt, e.id, password, nil)
	if err != nil {
		t.Fatalf("password %q: %v", password, err)
	}
	seen := 0
	for num, o := range e.objects {
		if m := regexp.MustCompile(`/Title <([0-9a-f]*)>`).FindStringSubmatch(o); m != nil {
			b, _ := hex.DecodeString(m[1])
			if got := s.strings(num, 0).open(b); string(got) != lockedTitle {
				t.Errorf("password %q: title %q, want %q", password, got, lockedTitle)
			}
			seen++
			continue
		}
		dict, data, ok := strings.Cut(o, "\nstream\n")
		if !ok {
			continue
		}
		d := dictOf(t, dict)
		want := words
		if d.Get("Type") == Name("Metadata") {
			want = lockedXMP
		}
		r, n := strings.NewReader(data), int64(len(data))
		lock := s.stream(num, 0, d)
		size, err := lock.size(r, 0, n)
		if err != nil || size != int64(len(want)) {
			t.Errorf("password %q: stream of %d bytes (%v), want %d", password, size, err, len(want))
		}
		for name, r := range map[string]io.Reader{"at once": r, "by bytes": iotest.OneByteReader(strings.NewReader(data))} {
			plain, err := io.ReadAll(lock.reader(r, n))
			if err != nil || string(plain) != want {
				t.Errorf("password %q, %s: stream of %d bytes (%v), want %d: %.40q", password, name, len(plain), err, len(want), plain)
			}
		}
		seen++
	}
	if seen != 3 {
		t.Errorf("looked at %d objects, want a string and 2 streams", seen)
	}
}

func TestUnlockWhatQpdfLocked(t *testing.T) {
	dir := t.TempDir()
	words := strings.Repeat("0 0 1 rg 10 10 50 50 re f\n", 1000)
	ways := map[string][]string{
		"RC4 of 40 bits":      {"40"},
		"RC4 of 128 bits":     {"128", "--use-aes=n"},
		"RC4 by crypt filter": {"128", "--use-aes=n", "--force-V4"},
		"AES of 128 bits":     {"128", "--use-aes=y"},
		"metadata in clear":   {"128", "--use-aes=y", "--cleartext-metadata"},
		"RC4, metadata clear": {"128", "--use-aes=n", "--cleartext-metadata"},
		"revision 5":          {"256", "--force-R5"},
		"revision 6":          {"256"},
		"revision 6, clear":   {"256", "--cleartext-metadata"},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			for _, size := range []int{0, 1, 15, 16, 17, len(words)} {
				in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
				if err := os.WriteFile(in, lockable(words[:size]), 0o600); err != nil {
					t.Fatal(err)
				}
				for _, user := range []string{"", "user"} {
					args := append([]string{"--allow-weak-crypto", "--object-streams=disable", "--stream-data=preserve", "--encrypt", user, "owner"}, way...)
					tool(t, "qpdf", append(args, "--", in, out)...)
					e := readEncrypted(t, out)
					e.check(t, user, words[:size])
					e.check(t, "owner", words[:size])
					if user == "" {
						e.check(t, "neither", words[:size]) // none is needed
						continue
					}
					for _, wrong := range []string{"", "neither", "User"} {
						if _, err := unlock(e.encrypt, e.id, wrong, nil); !errors.Is(err, ErrPassword) {
							t.Errorf("password %q: %v, want %v", wrong, err, ErrPassword)
						}
					}
				}
			}
		})
	}
}
