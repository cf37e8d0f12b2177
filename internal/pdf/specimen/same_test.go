//go:build !race

package specimen_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"mappe/internal/pdf/specimen"
)

// The same inputs give the same bytes: in another run, in another folder, on
// one processor or two, with the digests of the inputs taken or not.
func TestSameBytes(t *testing.T) {
	var first string
	for i, processors := range []string{"1", "2", "2", "1"} {
		dir := t.TempDir()
		inputs := []input{
			{Path: put(t, dir, "a.pdf", specimen.Leaves(300), 0)},
			{Path: put(t, dir, "b.jpg", specimen.JPEG(specimen.Image(300, 200)), 0)},
			{Path: put(t, dir, "c.png", specimen.PNG(specimen.Image(300, 200)), 0)},
		}
		for _, s := range sound() {
			inputs = append(inputs, input{Path: put(t, dir, s.name+".pdf", s.data(), 0), Password: s.password})
		}
		if err := writeFont(dir); err != nil {
			t.Fatal(err)
		}
		t.Setenv("GOMAXPROCS", processors)
		out := filepath.Join(dir, "out.pdf")
		v, ok := run(t, job{Inputs: inputs, Out: out, Stamp: dir, Digests: i >= 2})
		if !ok || v.Refused != "" {
			t.Fatal(v.Refused)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		sum := fmt.Sprintf("%x", sha256.Sum256(data))
		switch {
		case i%2 == 0:
			first = sum // with digests, the file's ID is of them too
		case sum != first:
			t.Errorf("run %d, on %s processors: other bytes than the run before", i+1, processors)
		}
		if complaints := specimen.Audit(data, false); len(complaints) > 0 {
			t.Errorf("%q", complaints)
		}
	}
}
