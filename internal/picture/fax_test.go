package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"math/bits"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/tiff"
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
	text := ""
	code := func(codes []string, n int) {
		for ; n >= 64; n -= min(n, 2560) / 64 * 64 {
			text += codes[63+min(n, 2560)/64]
		}
		text += codes[n]
	}
	for _, n := range lengths {
		text += "000000000001"
		code(white, n)
		code(black, n)
		code(white, width-2*n)
	}
	data := make([]byte, (len(text)+7)/8)
	for k, c := range text {
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

func TestTIFFFax(t *testing.T) {
	const w, h = 40, 24
	rows := make([][]bool, h)
	want := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range rows {
		rows[y] = make([]bool, w)
		for x := range w {
			rows[y][x] = x >= 4+y/2 && x < 9+y/2 || y > 10 && x >= 22 && x < 27
			want.Set(x, y, color.White)
			if rows[y][x] {
				want.Set(x, y, color.Black)
			}
		}
	}
	inverted := image.NewNRGBA(want.Rect)
	for k, v := range want.Pix {
		if inverted.Pix[k] = 255 - v; k%4 == 3 {
			inverted.Pix[k] = v
		}
	}
	mirror := func(b []byte) []byte {
		for k, v := range b {
			b[k] = bits.Reverse8(v)
		}
		return b
	}
	tags := func(see int, more ...tag) []tag {
		if len(more) == 0 || more[0].tag != tagCompression {
			more = append(more, number(tagCompression, tiffG4))
		}
		return append([]tag{number(tagWidth, w), number(tagHeight, h), number(tagPhotometric, see),
			{tagXResolution, 5, []int{200, 1}}, {tagYResolution, 5, []int{100, 1}}}, more...)
	}
	for _, tt := range []struct {
		name   string
		page   sheet
		passed bool
		want   image.Image
	}{
		{"one strip", sheet{tags(whiteIsZero), [][]byte{faxed(rows)}}, true, want},
		{"black is zero", sheet{tags(blackIsZero), [][]byte{faxed(rows)}}, true, inverted},
		{"mirrored", sheet{tags(whiteIsZero, number(tagFillOrder, 2)), [][]byte{mirror(faxed(rows))}}, true, want},
		{"strips", sheet{tags(whiteIsZero, number(tagRowsPerStrip, 10)), [][]byte{faxed(rows[:10]), faxed(rows[10:20]), faxed(rows[20:])}}, false, want},
		{"strips, black is zero", sheet{tags(blackIsZero, number(tagRowsPerStrip, 20)), [][]byte{faxed(rows[:20]), faxed(rows[20:])}}, false, inverted},
		{"group 3", sheet{tags(whiteIsZero, number(tagCompression, tiffG3)), [][]byte{flatFax(true, rows)}}, true, want},
		{"group 3 in strips", sheet{tags(whiteIsZero, number(tagCompression, tiffG3), number(tagRowsPerStrip, 20)),
			[][]byte{flatFax(true, rows[:20]), flatFax(true, rows[20:])}}, false, want},
		{"no line ends", sheet{tags(whiteIsZero, number(tagCompression, tiffRLE)), [][]byte{flatFax(false, rows)}}, true, want},
		{"no line ends in strips", sheet{tags(whiteIsZero, number(tagCompression, tiffRLE), number(tagRowsPerStrip, 20)),
			[][]byte{flatFax(false, rows[:20]), flatFax(false, rows[20:])}}, false, want},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := tiffFile(binary.LittleEndian, tt.page)
			if _, err := tiff.Decode(bytes.NewReader(data)); err != nil && !strings.Contains(tt.name, "no line ends") {
				t.Fatalf("the fax is none: %v", err) // by another decoder, which does not know that kind
			}
			f := open(t, data)
			p := f.Pages[0]
			if w, h, _ := p.Size(); p.Passed != tt.passed || w != 40*72.0/200 || h != 24*72.0/100 {
				t.Errorf("passed %v, %g by %g", p.Passed, w, h)
			}
			same(t, drawn(t, written(t, f))[0], tt.want, 0)
		})
	}
}
