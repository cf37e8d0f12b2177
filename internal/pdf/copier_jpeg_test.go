package pdf

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// muted is a JPEG as it is copied; hold is how encrypted ones are.
func muted(t *testing.T, data []byte, hold bool) []byte {
	t.Helper()
	w := jpegWalk{in: bufio.NewReaderSize(bytes.NewReader(data), 16<<10), file: &File{left: 1 << 30, source: Bytes(data)}, hold: hold}
	w.tail = !hold && tailed(Piece{From: Bytes(data), Size: int64(len(data))})
	if err := w.walk(); err != nil || !w.cut {
		return data
	}
	out, err := io.ReadAll(w.body(Piece{From: Bytes(data), Size: int64(len(data))}).Reader())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// talking is a JPEG with these segments behind its start.
func talking(t *testing.T, colours bool, segments ...string) []byte {
	t.Helper()
	var img image.Image
	grey, rgb := image.NewGray(image.Rect(0, 0, 70, 50)), image.NewRGBA(image.Rect(0, 0, 70, 50))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 70 * 50 {
		v := byte(r.UintN(256))
		grey.Pix[i] = v
		rgb.Set(i%70, i/70, color.RGBA{v, byte(i), 99, 255})
	}
	if img = grey; colours {
		img = rgb
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	var head []byte
	for _, s := range segments {
		head = append(head, 0xff, s[0])
		head = binary.BigEndian.AppendUint16(head, uint16(1+len(s)))
		head = append(head, s[1:]...)
	}
	return slices.Insert(b.Bytes(), 2, head...)
}

const (
	tellsEXIF = "\xe1Exif\x00\x00secret"
	tellsNote = "\xfesecret"
	plainJFIF = "\xe0JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x00\x00"
	thumbJFIF = "\xe0JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01abcsecret"
	plainAda  = "\xeeAdobe\x00\x64\x00\x00\x00\x00\x00"
)

func TestJPEGIsMuted(t *testing.T) {
	bare, framed := talking(t, true), talking(t, true, plainJFIF)
	big := "\xe1http://ns.adobe.com/xap/1.0/\x00" + strings.Repeat("secret", 10_000)
	for _, tt := range []struct {
		name       string
		data, want []byte
	}{
		{"says nothing", bare, bare},
		{"says how large it is", framed, framed},
		{"EXIF", talking(t, true, tellsEXIF), bare},
		{"EXIF and a comment", talking(t, true, plainJFIF, tellsEXIF, tellsNote), framed},
		{"much", talking(t, true, plainJFIF, big, big, big, tellsNote), framed},
		{"a thumbnail", talking(t, true, thumbJFIF), framed},
		{"colours", talking(t, false, plainAda, tellsEXIF), talking(t, false, plainAda)},
		{"something behind it", append(talking(t, true, tellsEXIF), "secret"...), bare},
		{"another behind it", append(talking(t, true, tellsEXIF), talking(t, false, tellsEXIF)...), bare},
		{"no JPEG", []byte("secret"), []byte("secret")},
		{"nothing", nil, nil},
	} {
		for _, hold := range []bool{false, true} {
			if got := muted(t, tt.data, hold); !bytes.Equal(got, tt.want) {
				t.Errorf("%s, head in memory %v: %d bytes of %d, want %d", tt.name, hold, len(got), len(tt.data), len(tt.want))
			}
		}
	}
}

// What follows the end of a JPEG stays behind also where its head says nothing;
// white space there is no reason to read it all.
func TestJPEGEndsWhereItIsDrawn(t *testing.T) {
	bare := talking(t, true)
	for _, behind := range []string{"secret", "SEFT\x00\x01secret\xff\xd8SEFT", strings.Repeat("secret", 20_000), "\xff\xd9secret"} {
		if got := muted(t, append(slices.Clone(bare), behind...), false); !bytes.Equal(got, bare) {
			t.Errorf("%.20q behind it: %d bytes, want %d", behind, len(got), len(bare))
		}
	}
	for _, behind := range []string{"", "\n", "\r\n", "\x00\x00 \n"} {
		data := append(slices.Clone(bare), behind...)
		if tailed(Piece{From: Bytes(data), Size: int64(len(data))}) {
			t.Errorf("%q behind it is something", behind)
		}
	}
}

// What can be drawn is drawn the same, whatever is wrong with it.
func TestMutedIsDrawnTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	drawn := 0
	for range 3000 {
		data := talking(t, r.IntN(2) == 0, thumbJFIF, tellsEXIF, tellsNote)
		for range r.IntN(4) {
			data[r.IntN(len(data))] = byte(r.UintN(256))
		}
		want, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			continue
		}
		got, err := jpeg.Decode(bytes.NewReader(muted(t, data, false)))
		if err != nil {
			t.Fatalf("is not drawn any more: %v", err)
		}
		drawn++
		for y := range want.Bounds().Dy() {
			for x := range want.Bounds().Dx() {
				if want.At(x, y) != got.At(x, y) {
					t.Fatalf("the dot at %d, %d is %v, was %v", x, y, got.At(x, y), want.At(x, y))
				}
			}
		}
	}
	if drawn < 500 {
		t.Errorf("only %d of 3000 could be drawn", drawn)
	}
}
