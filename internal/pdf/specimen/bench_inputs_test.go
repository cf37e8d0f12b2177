package specimen_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"mappe/internal/pdf/specimen"
)

// What the benchmark assembles: scans of 300 kB, ten to a file, and a long
// document of words. They are made in memory where the system has a folder
// for that, so that no disk is measured.
type stock struct {
	dir    string
	scans  []string // 250 files, 750 MB
	text   string   // 1,000 pages, 1.5 MB
	stamp  string   // a page to lay over others
	mappe  string   // the command
	folder string   // of cases with the first files of scans, and with the text
}

func newStock(b *testing.B) *stock {
	root := "/dev/shm"
	if _, err := os.Stat(root); err != nil {
		root = ""
	}
	dir, err := os.MkdirTemp(root, "specimen")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	s := &stock{dir: dir, mappe: filepath.Join(dir, "mappe"), folder: filepath.Join(dir, "case")}
	random := rand.New(rand.NewPCG(1, 2))
	var pictures [][]byte
	for range 30 {
		pictures = append(pictures, specimen.Scan(random))
	}
	scans := s.newCase(b)
	for i := range 250 {
		if i == len(scans) {
			scans = append(scans, filepath.Join(dir, fmt.Sprintf("scan%03d.pdf", i)))
		}
		s.scans = append(s.scans, put(b, filepath.Dir(scans[i]), filepath.Base(scans[i]), specimen.Scans(pictures, 7*i), 0))
	}
	s.text = put(b, filepath.Join(s.folder, "scans"), "text.pdf", specimen.Prose(random, 1000), 0)
	s.stamp = put(b, dir, "stamp.pdf", specimen.Paper{Page: "/MediaBox[0 0 595 842]"}.Bytes(), 0)
	if err := writeFont(dir); err != nil {
		b.Fatal(err)
	}
	if _, err := tool("go", "build", "-buildvcs=false", "-o", s.mappe, "mappe/cmd/mappe"); err != nil {
		b.Fatal(err)
	}
	return s
}

// newCase is an example of the project in which scans stand behind the first item:
// the files that are missing yet. They are 500 in case.yaml; in large.yaml 800,
// too many bytes for the second reader; in text.yaml a long document.
func (s *stock) newCase(b *testing.B) (paths []string) {
	if err := os.CopyFS(s.folder, os.DirFS(example)); err != nil {
		b.Fatal(err)
	}
	var names []string
	for i := range 80 {
		names = append(names, fmt.Sprintf("scans/many%02d.pdf", i))
		paths = append(paths, filepath.Join(s.folder, names[i]))
	}
	writeCase(b, s.folder, "case.yaml", names[:50])
	writeCase(b, s.folder, "large.yaml", names)
	writeCase(b, s.folder, "text.yaml", []string{"scans/text.pdf"})
	return paths
}

// example is the case that the whole command is tried with.
const example = "../../../examples/bf1-secondment"

// writeCase puts other files behind the first item of the example, in a profile
// of that name.
func writeCase(t testing.TB, folder, name string, files []string) {
	t.Helper()
	profile, err := os.ReadFile(filepath.Join(example, "case.yaml"))
	if err == nil {
		profile, err = specimen.Enclose(profile, files)
	}
	if err != nil {
		t.Fatal(err)
	}
	put(t, folder, name, profile, 0)
}
