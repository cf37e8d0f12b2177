package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

const (
	lockedTitle = "Ægteskab (marriage)"
	lockedXMP   = "<x:xmpmeta>not a secret</x:xmpmeta>"
)

// lockable is a file with a string, a page and metadata, of which the page's
// contents are data.
func lockable(data string) []byte {
	b := pages(1, "/Metadata 6 0 R", "")
	b[4] = stream("", data)
	b = append(b, stream("/Type /Metadata /Subtype /XML", lockedXMP), fmt.Sprintf("<< /Title <%x> >>", lockedTitle))
	d := b.draft()
	d.table("/Info 7 0 R")
	return d.Bytes()
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

// lockedBy is a file that qpdf encrypted, with those arguments.
func lockedBy(t *testing.T, file []byte, user string, way ...string) []byte {
	t.Helper()
	in, out := filepath.Join(t.TempDir(), "in.pdf"), filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	at := 0
	for at < len(way) && strings.HasPrefix(way[at], "--") {
		at++
	}
	args := append([]string{"--allow-weak-crypto", "--stream-data=preserve"}, way[:at]...)
	args = append(append(args, "--encrypt", user, "owner"), way[at:]...)
	tool(t, "qpdf", append(args, "--", in, out)...)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// holds checks that a file opens, and has what lockable put into it.
func holds(t *testing.T, file []byte, password, data string) {
	t.Helper()
	f, err := Open(Bytes(file), password)
	if err != nil {
		t.Errorf("password %q: %v", password, err)
		return
	}
	if f.security == nil {
		t.Errorf("password %q: the file is not encrypted", password)
	}
	if got := f.Dict(f.Trailer().Get("Info")).Get("Title"); got != String(lockedTitle) {
		t.Errorf("password %q: title %q, want %q", password, got, lockedTitle)
	}
	for want, o := range map[string]Object{data: f.Page(1).Dict.Get("Contents"), lockedXMP: f.Catalog().Get("Metadata")} {
		s := f.Stream(o)
		if s == nil || len(s.Body) != 1 {
			t.Errorf("password %q: no stream of one piece: %v", password, s)
			continue
		}
		p := s.Body[0]
		size, err := p.seal.size(p.From, p.At, p.Size)
		if err != nil || size != int64(len(want)) {
			t.Errorf("password %q: stream of %d bytes (%v), want %d", password, size, err, len(want))
		}
		for name, wrap := range map[string]func(io.Reader) io.Reader{"at once": func(r io.Reader) io.Reader { return r }, "by bytes": iotest.OneByteReader} {
			got, err := io.ReadAll(p.seal.reader(wrap(io.NewSectionReader(p.From, p.At, p.Size)), p.Size))
			if err != nil || string(got) != want {
				t.Errorf("password %q, %s: stream of %d bytes (%v), want %d: %.40q", password, name, len(got), err, len(want), got)
			}
		}
	}
}

func TestOpenWhatQpdfLocked(t *testing.T) {
	data := strings.Repeat("0 0 1 rg 10 10 50 50 re f\n", 1000)
	for name, way := range map[string][]string{
		"RC4 of 40 bits":         {"40"},
		"RC4 of 128 bits":        {"128", "--use-aes=n"},
		"RC4 by crypt filter":    {"128", "--use-aes=n", "--force-V4"},
		"AES of 128 bits":        {"128", "--use-aes=y"},
		"AES, objects in packs":  {"--object-streams=generate", "128", "--use-aes=y"},
		"AES, metadata in clear": {"128", "--use-aes=y", "--cleartext-metadata"},
		"RC4, metadata in clear": {"128", "--use-aes=n", "--cleartext-metadata"},
		"revision 5":             {"256", "--force-R5"},
		"revision 6":             {"256"},
		"6, objects in packs":    {"--object-streams=generate", "256"},
		"6, metadata in clear":   {"256", "--cleartext-metadata"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range []int{0, 1, 15, 16, 17, len(data)} {
				holds(t, lockedBy(t, lockable(data[:size]), "", way...), "", data[:size])
			}
			file := lockedBy(t, lockable(data), "user", way...)
			holds(t, file, "user", data)
			holds(t, file, "owner", data)
			for _, wrong := range []string{"", "neither", "User"} {
				if _, err := Open(Bytes(file), wrong); !errors.Is(err, ErrPassword) {
					t.Errorf("password %q: %v, want %v", wrong, err, ErrPassword)
				}
			}
		})
	}
}

func TestOpenByNeedlessPassword(t *testing.T) {
	holds(t, lockedBy(t, lockable("q Q"), "", "256"), "of something else", "q Q")
}

// A file whose objects must be searched for is decrypted all the same.
func TestOpenLockedAndDamaged(t *testing.T) {
	for _, way := range [][]string{{"128", "--use-aes=y"}, {"256"}, {"--object-streams=generate", "256"}} {
		file := lockedBy(t, lockable("q Q"), "user", way...)
		at := bytes.LastIndex(file, []byte("startxref"))
		holds(t, append(bytes.Clone(file[:at]), "startxref\n7\n%%EOF\n"...), "user", "q Q")
		holds(t, append([]byte("%PDF-1.4\n%% what a mail program put before\n"), file...), "user", "q Q")
	}
}
