package packets

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mappe/internal/pdf"
	"mappe/profile"
)

const twinCase = `mappe: 1
case: Twins
goal: keep
stay_abroad: {reason: secondment, country: SG, conflict_area: false, left_on: 2027-02-01, returns_on: 2028-07-31, home_kept: true, in_cpr: true}
applicants:
- id: a
  born: 1988-11-21
  mitid: true
  permit: {kind: possible-permanent, basis: family-reunification, legal_since: 2019-03-04, from_siri: false}
  documents:
`

// enclosing is the packet of a case that encloses these documents, which name
// files of the folder.
func enclosing(t *testing.T, dir, documents string) *Packet {
	t.Helper()
	path := filepath.Join(dir, "case.yaml")
	if err := os.WriteFile(path, []byte(twinCase+documents), 0o600); err != nil {
		t.Fatal(err)
	}
	return planned(t, path, "en", ForApplicant)[0]
}

// The same bytes under several names are pointed out, kept where they are
// named, and stored once; a file that only looks like it is another.
func TestTwins(t *testing.T) {
	photo := encodedJPEG(t, snow(400, 600))
	near := bytes.Clone(photo)
	near[len(near)/3] ^= 1
	png := encodedPNG(t, quarterPicture(50, 70))
	dir, _ := folder(t, map[string][]byte{
		"a.jpg": photo, "b.jpg": photo, "near.jpg": near, "a.png": png, "scans/b.png": png, "a.pdf": stamps(3), "b.pdf": stamps(3),
	})
	once := enclosing(t, dir, "  - {item: passport-all-pages, files: [a.jpg, a.png, a.pdf]}\n")
	if got := remarked(once); got != nil {
		t.Errorf("said of files that are there once: %q", got)
	}
	k := enclosing(t, dir, `  - {item: passport-all-pages, files: [a.jpg, near.jpg, a.png, {file: a.pdf, pages: "1-2"}, {file: b.pdf, pages: "3"}]}
  - {item: reason-posting, files: [b.jpg, scans/b.png, {file: b.pdf, pages: "3,1"}, {file: a.jpg, rotate: 90}]}
`)
	want := []string{
		"a.jpg and b.jpg are the same file under two names: 2.1 on page 6; 3.1 on pages 13, 17. If one is enough, take the other out.",
		"a.png and scans/b.png are the same file under two names: 2.1 on page 8; 3.1 on page 14. If one is enough, take the other out.",
		"a.pdf and b.pdf are the same file under two names: 2.1 on pages 9, 11; 3.1 on pages 15–16. If one is enough, take the other out.",
	}
	if diff := cmp.Diff(want, remarked(k)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	account(t, "twins", k)

	var all pdf.Memory
	if _, err := k.Write(&all); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"the photo": photo[len(photo)/4 : len(photo)/2], "the other": near[len(near)/4 : len(near)/2]} {
		if n := bytes.Count(all.Bytes(), data); n != 1 {
			t.Errorf("%s is stored %d times", name, n)
		}
	}
	var sheets []string
	for _, x := range k.list() {
		if x.input != nil {
			sheets = append(sheets, fmt.Sprint(x.input.Path, " ", x.page))
		}
	}
	if want := "a.jpg 1|near.jpg 1|a.png 1|a.pdf 1|a.pdf 2|b.pdf 3|b.jpg 1|scans/b.png 1|b.pdf 3|b.pdf 1|a.jpg 1"; strings.Join(sheets, "|") != want {
		t.Errorf("the packet has %s", strings.Join(sheets, "|"))
	}
}

// remarked are the remarks of a packet.
func remarked(k *Packet) (all []string) {
	for _, r := range k.Remarks {
		all = append(all, k.voice.Remark(r))
	}
	return all
}

// A file that changes after it was found to be the same is noticed when the
// packet is written, under either name.
func TestTwinThatChanges(t *testing.T) {
	png := encodedPNG(t, quarterPicture(50, 70))
	for _, name := range []string{"a.png", "b.png"} {
		dir, _ := folder(t, map[string][]byte{"a.png": png, "b.png": png})
		k := enclosing(t, dir, "  - {item: passport-all-pages, files: [a.png, b.png]}\n")
		if err := os.WriteFile(filepath.Join(dir, name), append(png, 0), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := k.Write(new(pdf.Memory)); err == nil || !strings.Contains(err.Error(), "changed while it was read") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// counted is a file in memory that counts how often it is read.
type counted struct {
	*bytes.Reader
	times int
}

func (c *counted) ReadAt(p []byte, at int64) (int, error) {
	c.times++
	return c.Reader.ReadAt(p, at)
}

// Scanners make many files of one size: none is read once for each of the others.
func TestManyFilesOfOneSize(t *testing.T) {
	in := Inputs{found: map[string]*Input{}}
	var named []profile.File
	var read []*counted
	for i := range 200 {
		data := bytes.Repeat([]byte{byte(i / 2)}, 100_000) // pairs
		c, name := &counted{Reader: bytes.NewReader(data)}, fmt.Sprint(i)
		in.found[name] = &Input{Path: name, Size: int64(len(data)), source: pdf.NewSource(c, int64(len(data)))}
		named, read = append(named, profile.File{File: name}), append(read, c)
	}
	in.pair(named)
	for i, c := range read {
		if twin := in.found[fmt.Sprint(i)].twin; (twin != nil) != (i%2 == 1) || c.times > 3*samples {
			t.Errorf("file %d: twin %v, read %d times", i, twin != nil, c.times)
		}
	}
}

// snow is a picture that does not compress.
func snow(w, h int) *image.Gray {
	m := image.NewGray(image.Rect(0, 0, w, h))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range m.Pix {
		m.Pix[i] = byte(r.Uint32())
	}
	return m
}
