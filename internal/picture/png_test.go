package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"os"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// chunk is a part of a PNG.
func chunk(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// making is a PNG in the making, of any colour type and depth.
type making struct {
	w, h, bits, colour int
	interlaced         bool
	palette, clear     []byte
	extra              []byte                // chunks before the pixels
	at                 func(x, y, k int) int // a sample
	cut                int                   // bytes of the pixels that are left out
}

func (m making) png() []byte {
	head := binary.BigEndian.AppendUint32(nil, uint32(m.w))
	head = binary.BigEndian.AppendUint32(head, uint32(m.h))
	head = append(head, byte(m.bits), byte(m.colour), 0, 0, 0)
	if m.interlaced {
		head[12] = 1
	}
	b := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", head)...)
	b = append(b, m.extra...)
	if m.palette != nil {
		b = append(b, chunk("PLTE", m.palette)...)
	}
	if m.clear != nil {
		b = append(b, chunk("tRNS", m.clear)...)
	}
	var z bytes.Buffer
	out := zlib.NewWriter(&z)
	grids := [][4]int{{0, 0, 1, 1}}
	if m.interlaced {
		grids = passes[:]
	}
	var raw []byte
	for _, g := range grids {
		raw = append(raw, m.rows(g)...)
	}
	out.Write(raw[:len(raw)-m.cut])
	out.Close()
	for data := z.Bytes(); len(data) > 0; { // in several chunks
		n := min(len(data), 100)
		if len(raw) > 1<<20 {
			n = min(len(data), 8192)
		}
		b = append(b, chunk("IDAT", data[:n])...)
		data = data[n:]
	}
	return append(b, chunk("IEND", nil)...)
}

// rows are the rows of one pass, with each of the filters in turn.
func (m making) rows(g [4]int) []byte {
	samples := (&pngImage{colour: m.colour}).samples()
	var out, above []byte
	for y, n := g[1], 0; y < m.h && g[0] < m.w; y, n = y+g[3], n+1 {
		var row []byte
		acc, bits := 0, 0
		for x := g[0]; x < m.w; x += g[2] {
			for k := range samples {
				acc, bits = acc<<m.bits|m.at(x, y, k), bits+m.bits
				for bits >= 8 {
					row, bits = append(row, byte(acc>>(bits-8))), bits-8
				}
			}
		}
		if bits > 0 {
			row = append(row, byte(acc<<(8-bits)))
		}
		if above == nil {
			above = make([]byte, len(row))
		}
		out = append(out, byte(n%5))
		step := max(1, samples*m.bits/8)
		for k, v := range row {
			var left, corner byte
			if k >= step {
				left, corner = row[k-step], above[k-step]
			}
			out = append(out, v-[]byte{0, left, above[k], byte((int(left) + int(above[k])) / 2), paeth(left, above[k], corner)}[n%5])
		}
		above = row
	}
	return out
}

// seen is what a PNG shows on white paper.
func (m making) seen() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, m.w, m.h))
	full := 1<<m.bits - 1
	for y := range m.h {
		for x := range m.w {
			v := func(k int) byte { return byte(m.at(x, y, k) * 255 / full) }
			var c color.NRGBA
			switch m.colour {
			case 0:
				c = color.NRGBA{v(0), v(0), v(0), 255}
				if len(m.clear) == 2 && m.at(x, y, 0) == int(binary.BigEndian.Uint16(m.clear)) {
					c.A = 0
				}
			case 2:
				c = color.NRGBA{v(0), v(1), v(2), 255}
				if len(m.clear) == 6 && m.at(x, y, 0) == int(binary.BigEndian.Uint16(m.clear)) &&
					m.at(x, y, 1) == int(binary.BigEndian.Uint16(m.clear[2:])) && m.at(x, y, 2) == int(binary.BigEndian.Uint16(m.clear[4:])) {
					c.A = 0
				}
			case 3:
				n := m.at(x, y, 0)
				c = color.NRGBA{m.palette[3*n], m.palette[3*n+1], m.palette[3*n+2], 255}
				if n < len(m.clear) {
					c.A = m.clear[n]
				}
			case 4:
				c = color.NRGBA{v(0), v(0), v(0), v(1)}
			case 6:
				c = color.NRGBA{v(0), v(1), v(2), v(3)}
			}
			on := func(v byte) byte { return byte((int(v)*int(c.A) + 255*(255-int(c.A))) / 255) }
			img.SetNRGBA(x, y, color.NRGBA{on(c.R), on(c.G), on(c.B), 255})
		}
	}
	return img
}

func TestPNG(t *testing.T) {
	for _, depth := range [][2]int{{0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16}, {6, 8}, {6, 16}} {
		for _, interlaced := range []bool{false, true} {
			m := making{w: 21, h: 13, colour: depth[0], bits: depth[1], interlaced: interlaced}
			full := 1<<m.bits - 1
			m.at = func(x, y, k int) int { return (x*full/20 + y*full/12*(k+1) + x*y*k) & full }
			if m.colour == 3 {
				for n := range full + 1 {
					m.palette = append(m.palette, byte(n*255/full), byte(255-n*200/full), byte(n*50))
				}
			}
			clears := [][]byte{nil}
			switch {
			case m.colour == 0:
				clears = append(clears, binary.BigEndian.AppendUint16(nil, uint16(m.at(3, 4, 0))))
			case m.colour == 2:
				key := binary.BigEndian.AppendUint16(nil, uint16(m.at(3, 4, 0)))
				key = binary.BigEndian.AppendUint16(key, uint16(m.at(3, 4, 1)))
				clears = append(clears, binary.BigEndian.AppendUint16(key, uint16(m.at(3, 4, 2))))
			case m.colour == 3:
				clears = append(clears, []byte{255, 0}, []byte{0, 128}, []byte{0, 255, 0}[:min(3, full+1)])
			}
			for _, clear := range clears {
				m.clear = clear
				t.Run(fmt.Sprintf("colour %d, %d bits, %v, clear %d", m.colour, m.bits, interlaced, clear), func(t *testing.T) {
					same(t, render(t, m.png())[0], m.seen(), 2)
				})
			}
		}
	}
}

func TestPNGPassed(t *testing.T) {
	canary := []byte("CANARY-55.6761N-12.5683E")
	m := making{w: 124, h: 88, colour: 2, bits: 8, at: func(x, y, k int) int { return (x*y + k) & 255 }}
	m.extra = chunk("tEXt", append([]byte("Comment\x00"), canary...))
	m.extra = append(m.extra, chunk("eXIf", exif(binary.BigEndian, 6, 0, string(canary)))...)
	m.extra = append(m.extra, chunk("iCCP", append([]byte("x\x00\x00"), canary...))...)
	m.extra = append(m.extra, chunk("pHYs", []byte{0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1})...)
	data := append(m.png(), canary...)
	f := open(t, data)
	p := f.Pages[0]
	if w, h, ok := p.Size(); !ok || !p.Passed || p.Orientation != 6 || int(w+0.5) != 21 || int(h+0.5) != 30 {
		t.Errorf("%+v: %g by %g, %v", p, w, h, ok)
	}
	name := written(t, f)
	same(t, drawn(t, name)[0], turned(m.seen(), 6), 2)
	out, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("CANARY")) {
		t.Error("what describes the picture is in the PDF")
	}
	var pixels []byte
	for rest := data[8:]; string(rest[4:8]) != "IEND"; {
		n := binary.BigEndian.Uint32(rest)
		if string(rest[4:8]) == "IDAT" {
			pixels = append(pixels, rest[8:8+n]...)
		}
		rest = rest[12+n:]
	}
	if !bytes.Contains(out, pixels) {
		t.Error("the pixels are not in the PDF as they were")
	}
}

func TestPNGRefused(t *testing.T) {
	m := making{w: 124, h: 88, colour: 2, bits: 8, at: func(x, y, k int) int { return (x*y + k) & 255 }}
	plain := m.png()
	bent := bytes.Clone(plain)
	bent[len(bent)/2] ^= 4
	wide, alpha := m, m
	wide.w, wide.h, wide.at = 50000, 20000, nil
	alpha.colour, alpha.bits, alpha.w, alpha.h = 6, 16, 10000, 5000
	head := func(m making) []byte {
		w := m
		w.w, w.h, w.at = 1, 1, func(int, int, int) int { return 0 }
		b := w.png()
		binary.BigEndian.PutUint32(b[16:], uint32(m.w))
		binary.BigEndian.PutUint32(b[20:], uint32(m.h))
		binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
		return b
	}
	cut := m
	cut.cut = 500
	nothing := append(bytes.Clone(plain[:33]), chunk("IEND", nil)...)
	palette := m
	palette.colour = 3
	for _, tt := range []struct {
		name    string
		data    []byte
		kind    error
		says    string
		checked bool
	}{
		{"cut", plain[:len(plain)-5], ErrDamaged, "too early", false},
		{"cut in the middle", plain[:len(plain)/2], ErrDamaged, "too early", false},
		{"bent", bent, ErrDamaged, `check sum of the picture's "IDAT"`, false},
		{"too large", head(wide), ErrTooLarge, "1000 megapixels", false},
		{"too large to decode", head(alpha), ErrTooLarge, "381 MB", false},
		{"no pixels", nothing, ErrDamaged, "no pixels", false},
		{"no palette", palette.png(), ErrDamaged, "no palette", false},
		{"rows missing", cut.png(), ErrDamaged, "too early", true},
		{"for iOS", append(append(bytes.Clone(plain[:8]), chunk("CgBI", make([]byte, 4))...), plain[8:]...), ErrForeign, "iOS", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Open(pdf.Bytes(tt.data))
			if err == nil && tt.checked {
				err = f.Check(1)
			}
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
}
