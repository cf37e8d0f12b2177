package picture

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Every code of a run means to poppler what it means here.
func TestFaxCodes(t *testing.T) {
	const width = 2 * 2623
	white, black := strings.Fields(whiteCodes+longCodes), strings.Fields(blackCodes+longCodes)
	var lengths []int
	for n := range 64 {
		lengths = append(lengths, n)
	}
	for n := 64; n <= 2560; n += 64 {
		lengths = append(lengths, n+n/64)
	}
	bits := ""
	code := func(codes []string, n int) {
		for ; n >= 64; n -= min(n, 2560) / 64 * 64 {
			bits += codes[63+min(n, 2560)/64]
		}
		bits += codes[n]
	}
	for _, n := range lengths {
		bits += "000000000001"
		code(white, n)
		code(black, n)
		code(white, width-2*n)
	}
	data := make([]byte, (len(bits)+7)/8)
	for k, c := range bits {
		data[k/8] |= byte(c-'0') << (7 - k%8)
	}
	f := open(t, tiffFile(binary.LittleEndian, sheet{[]tag{number(tagWidth, width), number(tagHeight, len(lengths)),
		number(tagPhotometric, whiteIsZero), number(tagCompression, tiffG3)}, [][]byte{data}}))
	prefix := filepath.Join(t.TempDir(), "i")
	if out, err := exec.Command("pdfimages", "-png", written(t, f), prefix).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("pdfimages: %v\n%s", err, out)
	}
	file, err := os.ReadFile(prefix + "-000.png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	i := f.Pages[0].image.(*tiffImage)
	y := 0
	err = i.each(func(row []byte) {
		for x := range width {
			want := x >= lengths[y] && x < 2*lengths[y]
			r, _, _, _ := img.At(x, y).RGBA()
			if own, other := row[x/8]>>(7-x%8)&1 == 1, r == 0; own != want || other != want {
				t.Fatalf("run of %d, at %d: black %v here, %v there", lengths[y], x, own, other)
			}
		}
		y++
	})
	if err != nil {
		t.Error(err)
	}
}
