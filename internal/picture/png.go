package picture

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"

	"mappe/internal/pdf"
)

// pngImage is a PNG taken apart.
type pngImage struct {
	width, height  int
	bits, colour   int // as its head says; colour is a sum of the three below
	interlaced     bool
	palette, clear []byte   // PLTE and tRNS
	data           pdf.Body // the compressed rows
}

// What the colour type of a PNG is made of.
const (
	pngPalette = 1
	pngRGB     = 2
	pngAlpha   = 4
)

// samples is how many samples a pixel has.
func (i *pngImage) samples() int {
	return map[int]int{0: 1, pngRGB: 3, pngRGB | pngPalette: 1, pngAlpha: 2, pngRGB | pngAlpha: 4}[i.colour]
}

// rowBytes is the length of a row with some pixels.
func (i *pngImage) rowBytes(width int) int { return (width*i.samples()*i.bits + 7) / 8 }

// passed tells whether the compressed rows can be copied.
func (i *pngImage) passed() bool { return !i.interlaced && i.colour&pngAlpha == 0 }

// pngWalk goes from chunk to chunk.
type pngWalk struct {
	src   *pdf.Source
	in    *bufio.Reader
	at    int64
	image *pngImage
	page  Page
}

func (f *File) openPNG(s *pdf.Source) error {
	w := pngWalk{src: s, image: &pngImage{}, page: Page{Orientation: 1}, in: walkers.Get().(*bufio.Reader)}
	w.in.Reset(io.NewSectionReader(s, 0, s.Size()))
	defer func() {
		w.in.Reset(nil)
		walkers.Put(w.in)
	}()
	w.skip(8, nil)
	for {
		end, err := w.chunk()
		if err != nil {
			return err
		}
		if end {
			break
		}
	}
	i := w.image
	if len(i.data) == 0 {
		return damaged("the picture has no pixels")
	}
	if i.colour == pngRGB|pngPalette && len(i.palette) == 0 {
		return damaged("the picture has no palette")
	}
	p := f.add(i, i.width, i.height)
	p.Orientation, p.X, p.Y = w.page.Orientation, w.page.X, w.page.Y
	p.Passed = i.passed() && !i.soft()
	return nil
}

// skip goes over n bytes, and takes them into a check sum.
func (w *pngWalk) skip(n int64, sum *uint32) error {
	for n > 0 {
		if _, err := w.in.Peek(1); err != nil {
			return short(err)
		}
		buf, _ := w.in.Peek(int(min(n, int64(w.in.Buffered()))))
		if sum != nil {
			*sum = crc32.Update(*sum, crc32.IEEETable, buf)
		}
		k, _ := w.in.Discard(len(buf))
		w.at += int64(k)
		n -= int64(k)
	}
	return nil
}

// chunk reads the next chunk, and tells whether it is the last.
func (w *pngWalk) chunk() (end bool, err error) {
	head, err := w.in.Peek(8)
	if err != nil {
		return false, short(err)
	}
	n, name := int64(binary.BigEndian.Uint32(head)), string(head[4:])
	sum := crc32.ChecksumIEEE(head[4:])
	if err := w.skip(8, nil); err != nil {
		return false, err
	}
	var body []byte
	switch name {
	case "IHDR", "PLTE", "tRNS", "pHYs", "eXIf":
		if n > 1<<16 {
			if name == "eXIf" {
				break
			}
			return false, damaged("the picture's %s is too long", name)
		}
		if body, err = w.in.Peek(int(n)); err != nil {
			return false, short(err)
		}
		body = bytes.Clone(body)
	case "IDAT":
		if n > 0 {
			w.image.data = append(w.image.data, pdf.Piece{From: w.src, At: w.at, Size: n})
		}
		if len(w.image.data) > maxPieces {
			return false, damaged("the picture is in too many pieces")
		}
	}
	if err := w.skip(n, &sum); err != nil {
		return false, err
	}
	want, err := w.in.Peek(4)
	if err != nil {
		return false, short(err)
	}
	if critical := name[0]&0x20 == 0; (critical || name == "tRNS") && binary.BigEndian.Uint32(want) != sum {
		return false, damaged("the check sum of the picture's %q is wrong", name)
	}
	w.skip(4, nil)
	return name == "IEND", w.take(name, body)
}

// take understands a chunk.
func (w *pngWalk) take(name string, body []byte) error {
	i := w.image
	switch name {
	case "IHDR":
		return i.head(body)
	case "CgBI":
		return foreign("a PNG for iOS programs")
	case "PLTE":
		if len(body) == 0 || len(body)%3 != 0 || len(body) > 3*256 {
			return damaged("the picture's palette is broken")
		}
		i.palette = body
	case "tRNS":
		i.clear = body
	case "pHYs":
		if len(body) == 9 && body[8] == 1 {
			w.page.X = float64(binary.BigEndian.Uint32(body)) * 0.0254
			w.page.Y = float64(binary.BigEndian.Uint32(body[4:])) * 0.0254
		}
	case "eXIf":
		w.page.exif(body)
	}
	if i.bits == 0 {
		return damaged("the picture has no readable head")
	}
	return nil
}

func (i *pngImage) head(b []byte) error {
	if len(b) != 13 || i.bits != 0 {
		return damaged("the picture has no readable head")
	}
	w, h := int64(binary.BigEndian.Uint32(b)), int64(binary.BigEndian.Uint32(b[4:]))
	if err := sized(w, h); err != nil {
		return err
	}
	depths := map[byte][]byte{0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
	if !bytes.Contains(depths[b[9]], b[8:9]) || b[10] != 0 || b[11] != 0 || b[12] > 1 {
		return damaged("the picture has no readable head")
	}
	i.width, i.height, i.bits, i.colour, i.interlaced = int(w), int(h), int(b[8]), int(b[9]), b[12] == 1
	if i.passed() {
		return nil
	}
	limit := int64(maxDecoded)
	if i.interlaced {
		limit = maxHeld
	}
	return held(int64(i.rowBytes(i.width))*h, limit)
}
