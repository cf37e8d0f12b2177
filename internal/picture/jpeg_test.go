package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

func TestJPEGOrientation(t *testing.T) {
	img := sample(48, 32)
	plain := encoded(t, img)
	stored, err := jpeg.Decode(bytes.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	for o := 1; o <= 8; o++ {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			order := []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian}[o%2]
			data := with(plain, segment(markAPP+1, "Exif\x00\x00", exif(order, o, 72, "x")))
			f := open(t, data)
			if f.Pages[0].Orientation != o || !f.Pages[0].Passed {
				t.Errorf("orientation %d, passed %v", f.Pages[0].Orientation, f.Pages[0].Passed)
			}
			same(t, drawn(t, written(t, f))[0], turned(stored, o), 80) // readers smooth the chroma, each in its way
		})
	}
}

// The data goes into the PDF byte for byte, but for what describes it.
func TestJPEGPassed(t *testing.T) {
	plain := encoded(t, sample(48, 32))
	canary := "CANARY-55.6761N-12.5683E"
	rich := with(plain,
		segment(markAPP, "JFIF\x00\x01\x02\x01\x01\x2c\x01\x2c\x02\x02", canary[:12]),
		segment(markAPP, "JFXX\x00", canary),
		segment(markAPP+1, "Exif\x00\x00", exif(binary.LittleEndian, 1, 300, canary)),
		segment(markAPP+1, "http://ns.adobe.com/xap/1.0/\x00", canary),
		segment(markAPP+2, "MPF\x00", canary),
		segment(markAPP+13, "Photoshop 3.0\x00", canary),
		segment(0xfe, canary),
		segment(0xfd, canary), segment(0xf0, canary), segment(0xdf, canary), segment(0x02, canary), // of no use to anybody
	)
	rich = append(rich, canary+"\xff\xd8"+canary+"\xff\xd9"...)
	f := open(t, rich)
	p := f.Pages[0]
	if w, h, ok := p.Size(); !ok || p.X != 300 || w != 48*72.0/300 || h != 32*72.0/300 {
		t.Errorf("%g dpi: %g by %g, %v", p.X, w, h, ok)
	}
	out, err := os.ReadFile(written(t, f))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("CANARY")) || bytes.Contains(out, []byte("MPF")) {
		t.Error("what describes the picture is in the PDF")
	}
	if !bytes.Contains(out, plain[2:]) {
		t.Error("the pixels are not in the PDF as they were")
	}
}

func TestJPEGColours(t *testing.T) {
	ramp := func(part, x, y int) int { return 20 + 25*x + 60*y - 10*part }
	adobe := func(transform int) []byte { return segment(markAPP+14, "Adobe\x00\x64\x00\x00\x00\x00", transform) }
	for _, tt := range []struct {
		name  string
		make  blocky
		extra []byte
		want  func(v [4]int) color.Color
	}{
		{"grey", blocky{ids: "\x01", process: markSOF}, nil,
			func(v [4]int) color.Color { return color.Gray{Y: byte(v[0])} }},
		{"YCbCr", blocky{ids: "\x01\x02\x03", process: markSOF}, nil,
			func(v [4]int) color.Color { return color.YCbCr{Y: byte(v[0]), Cb: byte(v[1]), Cr: byte(v[2])} }},
		{"by name", blocky{ids: "RGB", process: markSOF + 1}, nil,
			func(v [4]int) color.Color { return color.NRGBA{R: byte(v[0]), G: byte(v[1]), B: byte(v[2]), A: 255} }},
		{"by Adobe", blocky{ids: "\x01\x02\x03", process: markSOF}, adobe(0),
			func(v [4]int) color.Color { return color.NRGBA{R: byte(v[0]), G: byte(v[1]), B: byte(v[2]), A: 255} }},
		{"progressive", blocky{ids: "\x01\x02\x03", process: markSOF + 2}, nil,
			func(v [4]int) color.Color { return color.YCbCr{Y: byte(v[0]), Cb: byte(v[1]), Cr: byte(v[2])} }},
		{"restarts", blocky{ids: "\x01\x02\x03", process: markSOF, every: 2}, nil,
			func(v [4]int) color.Color { return color.YCbCr{Y: byte(v[0]), Cb: byte(v[1]), Cr: byte(v[2])} }},
		{"scans apart", blocky{ids: "\x01\x02\x03", process: markSOF, apart: true}, nil,
			func(v [4]int) color.Color { return color.YCbCr{Y: byte(v[0]), Cb: byte(v[1]), Cr: byte(v[2])} }},
		{"inverted inks", blocky{ids: "\x01\x02\x03\x04", process: markSOF}, adobe(0), inks(true)},
		{"inks", blocky{ids: "\x01\x02\x03\x04", process: markSOF}, nil, inks(false)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := tt.make
			m.across, m.down, m.bits, m.value = 4, 2, 8, ramp
			if len(m.ids) == 4 { // black alone: readers mix the others differently
				m.value = func(part, x, y int) int {
					v := 0
					if part == 3 && x > y {
						v = 255
					}
					if tt.extra != nil {
						return 255 - v
					}
					return v
				}
			}
			want := image.NewNRGBA(image.Rect(0, 0, 32, 16))
			for y := range 16 {
				for x := range 32 {
					var v [4]int
					for k := range m.ids {
						v[k] = m.value(k, x/8, y/8)
					}
					want.Set(x, y, tt.want(v))
				}
			}
			data := m.jpeg()
			if tt.extra != nil {
				data = with(data, tt.extra)
			}
			slack := 3
			if len(m.ids) == 4 {
				slack = 60
			}
			same(t, render(t, data)[0], want, slack)
		})
	}
}

// inks is paper, or black where the black ink is.
func inks(inverted bool) func([4]int) color.Color {
	return func(v [4]int) color.Color {
		if inverted == (v[3] == 0) {
			return color.Black
		}
		return color.White
	}
}

func TestJPEGRefused(t *testing.T) {
	grey := blocky{across: 40, down: 40, ids: "\x01", process: markSOF, bits: 8, value: func(_, x, y int) int { return 40 + (x*7+y*31)%150 }}
	plain := grey.jpeg()
	rst := grey
	rst.every = 5
	gaps := rst.jpeg()
	cut := bytes.Index(gaps, []byte{0xff, markRST + 3})
	prog, rare, twelve, two := grey, grey, grey, grey
	prog.process, rare.process, twelve.bits, two.ids = markSOF+2, markSOF+9, 12, "\x01\x02"
	wide := bytes.Clone(plain)
	copy(wide[bytes.Index(wide, []byte{0xff, markSOF})+5:], "\xea\x60\xea\x60")
	flat := bytes.Clone(plain)
	copy(flat[bytes.Index(flat, []byte{0xff, markSOF})+5:], "\x00\x00")
	for _, tt := range []struct {
		name string
		data []byte
		kind error
		says string
	}{
		{"cut", plain[:len(plain)-2], ErrDamaged, "ends too early"},
		{"cut in the middle", plain[:len(plain)/2], ErrDamaged, "ends too early"},
		{"cut in the head", plain[:30], ErrDamaged, "ends too early"},
		{"cut and closed", append(bytes.Clone(plain[:len(plain)/5]), 0xff, markEOI), ErrDamaged, "ends too early"},
		{"gaps", append(bytes.Clone(gaps[:cut]), 0xff, markEOI), ErrDamaged, "4 of 320 parts"},
		{"no pixels", append(bytes.Clone(plain[:bytes.Index(plain, []byte{0xff, markSOS})]), 0xff, markEOI), ErrDamaged, "too early"},
		{"arithmetic", rare.jpeg(), ErrForeign, "arithmetic"},
		{"12 bits", twelve.jpeg(), ErrForeign, "12-bit"},
		{"two colours", two.jpeg(), ErrForeign, "2 colours"},
		{"too large", wide, ErrTooLarge, "3600 megapixels"},
		{"no height", flat, ErrDamaged, "320 by 0"},
		{"no start", []byte("\xff\xd8\xff"), ErrDamaged, "too early"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(pdf.Bytes(tt.data))
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
}

// Check sees what is missing inside, whatever the way the picture is coded.
func TestJPEGCheck(t *testing.T) {
	grey := blocky{across: 40, down: 40, ids: "\x01", process: markSOF, bits: 8, value: func(_, x, y int) int { return 40 + (x*7+y*31)%150 }}
	prog := grey
	prog.process = markSOF + 2
	photo := encoded(t, sample(480, 320))
	for name, data := range map[string][]byte{"plain": grey.jpeg(), "progressive": prog.jpeg(), "photo": photo} {
		at := bytes.Index(data, []byte{0xff, markSOS})
		end := at + bytes.Index(data[at+2:], []byte{0xff, markSOS})
		if end < at {
			end = len(data) - 2
		}
		short := append(bytes.Clone(data[:at+(end-at)*9/10]), data[end:]...)
		f, err := Open(pdf.Bytes(short))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := f.Check(1); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "of its height") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
