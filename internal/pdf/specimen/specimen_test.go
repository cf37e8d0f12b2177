package specimen

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// qpdf answers what qpdf says of a file.
func qpdf(t *testing.T, file []byte, args ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("qpdf", append(args, path)...).CombinedOutput()
	if err != nil {
		t.Fatalf("qpdf %q: %v\n%s", args, err, out)
	}
	return out
}

// What is meant to be sound is, in another's eyes: else a hostile file would
// be refused for a fault that it was not made for.
func TestSound(t *testing.T) {
	lzwed := func(data []byte) []byte {
		return Paper{Objects: map[int]string{4: Stream("/Filter/LZWDecode", string(data))}}.Bytes()
	}
	for name, file := range map[string][]byte{
		"paper":         Paper{Contents: "q Q "}.Bytes(),
		"leaves":        Leaves(30),
		"crossed":       crossed{objects: Paper{}.objects()}.bytes(),
		"locked":        Locked(""),
		"object stream": packed()[0].Data(),
	} {
		t.Run(name, func(t *testing.T) { qpdf(t, file, "--check") })
	}
	const round = 3836 * 3837 / 2 // zeros in each: from one to 3,837 a code, but the first
	got := qpdf(t, lzwed(lzw(3)), "--show-object=4", "--filtered-stream-data")
	if n := bytes.Count(got, []byte{0}); n < 3*round || n != len(got) {
		t.Errorf("three rounds of LZW are %d zeros of %d bytes, want at least %d", n, len(got), 3*round)
	}
}

func TestInflates(t *testing.T) {
	for _, of := range []byte{0, ' ', 0xff} {
		r, err := zlib.NewReader(bytes.NewReader(inflates(5<<20, of)))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r) // checks the sum
		if err != nil || !bytes.Equal(got, bytes.Repeat([]byte{of}, 5<<20)) {
			t.Errorf("%q: %d bytes, %v", of, len(got), err)
		}
	}
}
