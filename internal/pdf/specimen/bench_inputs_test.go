package specimen_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
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
		pictures = append(pictures, scan(random))
	}
	scans := s.newCase(b)
	for i := range 250 {
		if i == len(scans) {
			scans = append(scans, filepath.Join(dir, fmt.Sprintf("scan%03d.pdf", i)))
		}
		s.scans = append(s.scans, put(b, filepath.Dir(scans[i]), filepath.Base(scans[i]), scanned(pictures, 7*i), 0))
	}
	s.text = put(b, filepath.Join(s.folder, "scans"), "text.pdf", worded(random, 1000), 0)
	s.stamp = put(b, dir, "stamp.pdf", specimen.Paper{Page: "/MediaBox[0 0 595 842]"}.Bytes(), 0)
	if err := writeFont(dir); err != nil {
		b.Fatal(err)
	}
	if _, err := tool("go", "build", "-buildvcs=false", "-o", s.mappe, "mappe/cmd/mappe"); err != nil {
		b.Fatal(err)
	}
	return s
}

// scan is a JPEG as scanners make them: paper with noise on it, 300 kB.
func scan(random *rand.Rand) []byte {
	m := image.NewGray(image.Rect(0, 0, 826, 1169))
	for i := range m.Pix {
		m.Pix[i] = byte(215 + random.IntN(40))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 85}); err != nil {
		panic(err) // a bytes.Buffer does not fail
	}
	return b.Bytes()
}

// scanned is a file of ten pages with ten of the pictures, and no other file is
// the same.
func scanned(pictures [][]byte, first int) []byte {
	objects := []string{"", "<</Type/Catalog/Pages 2 0 R>>", ""}
	var kids strings.Builder
	for i := range 10 {
		n := len(objects)
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Im %d 0 R>>>>/Contents %d 0 R>>", n+1, n+2),
			specimen.Stream("/Type/XObject/Subtype/Image/Width 826/Height 1169/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode", string(pictures[(first+i)%len(pictures)])),
			specimen.Stream("", fmt.Sprintf("q 595 0 0 842 0 0 cm /Im Do Q %%%d", first+i)))
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count 10>>", kids.String())
	return specimen.Table(objects, "")
}

// worded is a file of n pages full of words.
func worded(random *rand.Rand, n int) []byte {
	objects := []string{"", "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"}
	var kids strings.Builder
	for range n {
		var ops bytes.Buffer
		z := zlib.NewWriter(&ops)
		fmt.Fprint(z, "BT /F1 11 Tf 13 TL 60 780 Td\n")
		for range 46 {
			fmt.Fprint(z, "(")
			for range 12 {
				fmt.Fprintf(z, "%s ", strings.Repeat(string(rune('a'+random.IntN(26))), 1+random.IntN(9)))
			}
			fmt.Fprint(z, ") Tj T*\n")
		}
		fmt.Fprint(z, "ET\n")
		z.Close()
		fmt.Fprintf(&kids, "%d 0 R ", len(objects))
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", len(objects)+1),
			specimen.Stream("/Filter/FlateDecode", ops.String()))
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), n)
	return specimen.Table(objects, "")
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
	old, err := os.ReadFile(filepath.Join(example, "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	once := regexp.MustCompile(`item: passport-all-pages, files: \[[^]]*\]`)
	if len(once.FindAll(old, -1)) != 1 {
		t.Fatalf("%s: passport-all-pages is not there, or more than once", example)
	}
	put(t, folder, name, once.ReplaceAll(old, []byte("item: passport-all-pages, files: ["+strings.Join(files, ", ")+"]")), 0)
}
