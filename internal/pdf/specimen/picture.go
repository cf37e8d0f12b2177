package specimen

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
)

// Image is a picture of the size, its colours never twice the same.
func Image(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetRGBA(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), uint8((x/8 + y/8) % 2 * 200), 255})
		}
	}
	return m
}

func encoded(encode func(*bytes.Buffer) error) []byte {
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		panic(err) // encoders fail on pictures without pixels alone
	}
	return b.Bytes()
}

// JPEG, PNG and GIF are the picture in that format.
func JPEG(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return jpeg.Encode(b, m, nil) })
}
func PNG(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return png.Encode(b, m) })
}
func GIF(m image.Image) []byte {
	return encoded(func(b *bytes.Buffer) error { return gif.Encode(b, m, nil) })
}

// segment is a part of a JPEG.
func segment(marker byte, data string) string {
	return "\xff" + string([]byte{marker}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(data)+2))) + data
}

// within is a JPEG with a segment after its first two bytes.
func within(marker byte, text string) []byte {
	return slices3([]byte("\xff\xd8"), []byte(segment(marker, text)), JPEG(Image(16, 16))[2:])
}

// commented is a JPEG with the text as its comment.
func commented(text string) []byte { return within(0xfe, text) }

// chunk is a part of a PNG.
func chunk(kind, data string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
}

const pngHead = "\x89PNG\r\n\x1a\n"

// header is the first chunk of a PNG.
func header(w, h uint32, depth, kind, interlaced byte) string {
	b := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return chunk("IHDR", string(append(b, depth, kind, 0, 0, interlaced)))
}

// tiff is a file of one directory: tag, kind, count and value in turn.
func tiff(next uint32, fields ...uint32) string {
	b := []byte("II*\x00\x08\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, uint16(len(fields)/4))
	for i := 0; i+3 < len(fields); i += 4 {
		b = binary.LittleEndian.AppendUint16(b, uint16(fields[i]))
		b = binary.LittleEndian.AppendUint16(b, uint16(fields[i+1]))
		b = binary.LittleEndian.AppendUint32(b, fields[i+2])
		b = binary.LittleEndian.AppendUint32(b, fields[i+3])
	}
	return string(binary.LittleEndian.AppendUint32(b, next))
}

// pictureBombs are pictures that are small until somebody decodes them.
func pictureBombs() []File {
	zeros := string(inflates(2<<30, 0))
	bomb := func(name, data1 string) File {
		return File{Name: "picture bomb/" + name, Pages: Either, Data: data(data1)}
	}
	return []File{
		bomb("PNG of 20,000 pixels a side", pngHead+header(20_000, 20_000, 8, 2, 0)+chunk("IDAT", string(inflates(20_000*60_001>>20<<20, 0)))+chunk("IEND", "")),
		bomb("PNG of 20,000 pixels a side, interlaced", pngHead+header(20_000, 20_000, 8, 2, 1)+chunk("IDAT", zeros)+chunk("IEND", "")),
		bomb("PNG of 20,000 pixels a side, see-through", pngHead+header(20_000, 20_000, 16, 6, 0)+chunk("IDAT", zeros)+chunk("IEND", "")),
		bomb("PNG of 2^31 pixels a side", pngHead+header(1<<31-1, 1<<31-1, 16, 6, 1)+chunk("IDAT", zeros)+chunk("IEND", "")),
		bomb("PNG of one pixel and 2 GB", pngHead+header(1, 1, 8, 0, 1)+chunk("IDAT", zeros)+chunk("IEND", "")),
		bomb("PNG of a million parts", pngHead+header(9, 9, 8, 0, 0)+strings.Repeat(chunk("IDAT", ""), 1_000_000)+chunk("IEND", "")),
		bomb("PNG with a profile of 2 GB", pngHead+header(1, 1, 8, 0, 0)+chunk("iCCP", "x\x00\x00"+zeros)+chunk("IDAT", string(deflated("\x00\x00")))+chunk("IEND", "")),
		bomb("GIF of 65,535 pixels a side", "GIF89a\xff\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02D\x01\x00;"),
		bomb("GIF of a huge canvas and a frame of one", "GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"),
		bomb("TIFF of 2^31 pixels a side", tiff(0, 256, 4, 1, 1<<31-1, 257, 4, 1, 1<<31-1, 258, 3, 1, 8, 259, 3, 1, 1, 273, 4, 1, 8, 279, 4, 1, 10)),
		bomb("TIFF of 2^32 strips", tiff(0, 256, 4, 1, 10, 257, 4, 1, 10, 259, 3, 1, 1, 273, 4, 1<<32-1, 8, 279, 4, 1<<32-1, 8, 278, 4, 1, 0)),
		bomb("TIFF whose pages are a ring", tiff(8, 256, 4, 1, 1, 257, 4, 1, 1, 258, 3, 1, 8, 259, 3, 1, 1, 273, 4, 1, 8, 279, 4, 1, 1)),
		bomb("TIFF whose strip is the file", tiff(0, 256, 4, 1, 60_000, 257, 4, 1, 60_000, 258, 3, 1, 1, 259, 3, 1, 4, 262, 3, 1, 0, 273, 4, 1, 0, 279, 4, 1, 1<<31)),
		bomb("WebP of 16,384 pixels a side", "RIFF\x30\x00\x00\x00WEBPVP8L\x10\x00\x00\x00\x2f\xff\xff\xff\x0f"+strings.Repeat("\x00", 20)),
	}
}

// pictures are cut, lie, or are of a kind that cannot be laid on a sheet.
func pictures() []File {
	j, p, g := string(JPEG(Image(64, 64))), string(PNG(Image(64, 64))), string(GIF(Image(64, 64)))
	huge := strings.Replace(j, "\x00\x40\x00\x40", "\xff\xff\xff\xff", 1) // its frame says 65,535 a side
	pic := func(pages int, name, bytes string) File {
		return File{Name: "picture/" + name, Pages: pages, Data: data(bytes)}
	}
	return []File{
		pic(1, "JPEG, sound", j), pic(1, "PNG, sound", p), pic(1, "GIF, sound", g),
		pic(0, "JPEG, half", j[:len(j)/2]), pic(0, "JPEG, first bytes", j[:20]), pic(0, "JPEG without end", j[:len(j)-2]),
		pic(0, "PNG, half", p[:len(p)/2]), pic(0, "PNG, first bytes", p[:20]), pic(0, "GIF, half", g[:len(g)/2]),
		pic(Either, "JPEG of 65,535 pixels a side", huge),
		pic(0, "JPEG of no pixels", strings.Replace(j, "\x00\x40\x00\x40", "\x00\x00\x00\x00", 1)),
		pic(Either, "JPEG of a million segments", "\xff\xd8"+strings.Repeat("\xff\xfe\x00\x02", 1_000_000)+j[2:]),
		pic(Either, "JPEG of a million fill bytes", "\xff\xd8"+strings.Repeat("\xff", 1_000_000)+j[3:]),
		pic(0, "JPEG segment beyond the file", "\xff\xd8\xff\xe1\xff\xff"+j[2:40]),
		pic(1, "JPEG, EXIF directory in a ring", string(within(0xe1, "Exif\x00\x00"+tiff(8, 0x8769, 4, 1, 8, 0x112, 3, 1, 77)))),
		pic(1, "JPEG, EXIF of 2^32 values", string(within(0xe1, "Exif\x00\x00"+tiff(1<<32-1, 0x112, 3, 1<<32-1, 1<<32-1, 0x9286, 2, 1<<31, 4)))),
		pic(1, "JPEG, EXIF that says where", string(within(0xe1, "Exif\x00\x00"+tiff(0, 0x8825, 4, 1, 8, 0x10e, 2, 7, 8)+Canary))),
		pic(1, "JPEG with a comment", string(commented(Canary))),
		pic(1, "PNG with words", p[:33]+chunk("tEXt", "Comment\x00"+Canary)+chunk("eXIf", Canary)+p[33:]),
		pic(0, "PNG of no pixels", pngHead+header(0, 0, 8, 2, 0)+chunk("IDAT", string(deflated("")))+chunk("IEND", "")),
		pic(Either, "PNG without data", pngHead+header(9, 9, 8, 2, 0)+chunk("IEND", "")),
		pic(Either, "PNG of an odd kind", pngHead+header(9, 9, 3, 5, 9)+chunk("IDAT", string(deflated(strings.Repeat("\x00", 999))))+chunk("IEND", "")),
		pic(Either, "PNG without colours", pngHead+header(9, 9, 8, 3, 0)+chunk("IDAT", string(deflated(strings.Repeat("\x00", 90))))+chunk("IEND", "")),
		pic(0, "PNG part beyond the file", pngHead+header(9, 9, 8, 2, 0)+"\x7f\xff\xff\xffIDAT"),
		pic(0, "TIFF of nothing", "II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"), pic(0, "TIFF beyond the file", "II*\x00\xff\xff\xff\x7f"),
		pic(0, "WebP, first bytes", "RIFF\x24\x00\x00\x00WEBPVP8 "), pic(0, "WebP of no kind", "RIFF\xff\xff\xff\xffWEBPZZZZ\xff\xff\xff\xff"),
		pic(0, "HEIC", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"+strings.Repeat("\x00", 64)),
	}
}
