package specimen

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"regexp"
	"strings"
)

// Scan is a JPEG as scanners make them: paper with noise on it, 300 kB.
func Scan(random *rand.Rand) []byte {
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

// Scans is a file of ten pages with ten of the pictures, from first on, and no
// other file is the same.
func Scans(pictures [][]byte, first int) []byte {
	objects := []string{"", "<</Type/Catalog/Pages 2 0 R>>", ""}
	var kids strings.Builder
	for i := range 10 {
		n := len(objects)
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Im %d 0 R>>>>/Contents %d 0 R>>", n+1, n+2),
			Stream("/Type/XObject/Subtype/Image/Width 826/Height 1169/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode", string(pictures[(first+i)%len(pictures)])),
			Stream("", fmt.Sprintf("q 595 0 0 842 0 0 cm /Im Do Q %%%d", first+i)))
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count 10>>", kids.String())
	return Table(objects, "")
}

// Prose is a file of n pages full of words.
func Prose(random *rand.Rand, n int) []byte {
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
			Stream("/Filter/FlateDecode", ops.String()))
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), n)
	return Table(objects, "")
}

// Enclose is the profile of an example with other files behind the item
// passport-all-pages, which it has once.
func Enclose(profile []byte, files []string) ([]byte, error) {
	item := regexp.MustCompile(`item: passport-all-pages, files: \[[^]]*\]`)
	if len(item.FindAll(profile, -1)) != 1 {
		return nil, errors.New("the profile has passport-all-pages not at all, or more than once")
	}
	return item.ReplaceAllLiteral(profile, []byte("item: passport-all-pages, files: ["+strings.Join(files, ", ")+"]")), nil
}
