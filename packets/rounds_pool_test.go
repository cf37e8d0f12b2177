package packets

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pool are files of every kind, from which rounds draw: made once, and known.
type pool struct {
	dir   string
	root  *os.Root // of dir
	files []pooled
	forms []pooledForm
	logos [][]byte
}

// pooled is a file of the pool. Its pages show a word of their own each, but
// for those of pictures.
type pooled struct {
	name, key string   // key is its password file, "" for none
	words     []string // of the pages
	broken    bool     // can't be in a packet
	from      string   // whose bytes it has, where it was scanned again
}

// paperSizes are those of the pages of the pool: their media boxes and what
// else stands in the page.
var paperSizes = []string{
	"/MediaBox [0 0 595.28 841.89]",
	"/MediaBox [0 0 841.89 595.28]",
	"/MediaBox [0 0 595.28 841.89] /Rotate 90",
	"/MediaBox [0 0 612 792] /Rotate 180",
	"/MediaBox [0 0 420 595]",
	"/MediaBox [0 0 1191 842] /Rotate 270",
	"/MediaBox [100 -50 400 350]",
	"/MediaBox [0 0 1000 1400] /CropBox [200 300 795 1142]",
	"/MediaBox [0 0 300 420] /UserUnit 2",
	"/MediaBox [0 0 240 160]",
	"/MediaBox [0 0 170 110]",
}

// plainPDF is a PDF whose pages have these words, on papers of many sizes, the
// first of which is size.
func plainPDF(size int, words []string) []byte {
	var kids strings.Builder
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	for i, w := range words {
		paper := paperSizes[(size+i*i)%len(paperSizes)]
		var x, y float64
		box := paper[strings.LastIndexByte(paper, '['):]
		if _, err := fmt.Sscanf(box, "[%f %f", &x, &y); err != nil {
			panic(err)
		}
		n := len(objects) + 1
		fmt.Fprintf(&kids, " %d 0 R", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>", paper, n+1),
			stream("", fmt.Sprintf("BT /F 24 Tf %g %g Td (%s) Tj ET", x+60, y+80, w)))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s ] /Count %d >>", kids.String(), len(words))
	return tiny(objects...)
}

// add puts a file of so many pages into the pool; made makes of its name and
// its words what it holds.
func (p *pool) add(t *testing.T, ext string, pages int, broken bool, made func(words []string) []byte) *pooled {
	t.Helper()
	n := len(p.files)
	f := pooled{name: fmt.Sprintf("f%02d.%s", n, ext), broken: broken}
	for i := range pages {
		f.words = append(f.words, fmt.Sprintf("F%02dP%02d", n, i+1))
	}
	if err := os.WriteFile(filepath.Join(p.dir, f.name), made(f.words), 0o600); err != nil {
		t.Fatal(err)
	}
	p.files = append(p.files, f)
	return &p.files[n]
}

func newPool(t *testing.T) *pool {
	p := &pool{dir: t.TempDir()}
	pdf := func(size int) func([]string) []byte {
		return func(words []string) []byte { return plainPDF(size, words) }
	}
	for i, pages := range []int{1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 7, 12, 40} {
		p.add(t, "pdf", pages, false, pdf(i))
	}
	for _, args := range []string{
		"--object-streams=generate", "--linearize", "--encrypt||owner|256|--",
		"--encrypt|secret|owner|128|--use-aes=y|--", "--encrypt|secret|owner|256|--", "--object-streams=generate|--encrypt|secret|owner|256|--",
	} {
		f := p.add(t, "pdf", 2, false, pdf(len(args)))
		path := filepath.Join(p.dir, f.name)
		tool(t, "qpdf", append(strings.Split(args, "|"), "--replace-input", path)...)
		if strings.Contains(args, "|secret") {
			f.key = "key.txt"
			wrong := *f
			wrong.key, wrong.broken = "wrong.txt", true
			none := wrong
			none.key = ""
			p.files = append(p.files, wrong, none)
		}
	}
	for name, word := range map[string]string{"key.txt": "secret\n", "wrong.txt": "guess\n"} {
		if err := os.WriteFile(filepath.Join(p.dir, name), []byte(word), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.pictures(t)
	p.broken(t)
	p.ownForms(t)
	p.addLogos(t)
	return p
}

// pictures are files with a picture, or several.
func (p *pool) pictures(t *testing.T) {
	tall, wide := quarterPicture(60, 90), quarterPicture(90, 60)
	for _, data := range [][]byte{encodedJPEG(t, tall), withEXIF(encodedJPEG(t, wide), 6), withEXIF(encodedJPEG(t, tall), 3)} {
		p.add(t, "jpg", 1, false, func([]string) []byte { return data })
	}
	p.add(t, "png", 1, false, func([]string) []byte { return encodedPNG(t, wide) })
	p.add(t, "gif", 1, false, func([]string) []byte {
		img := image.NewPaletted(tall.Rect, color.Palette{color.White, color.Black})
		var b bytes.Buffer
		if err := gif.Encode(&b, img, nil); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	})
	p.add(t, "tif", 1, false, func([]string) []byte { return greyTIFF(1) })
	p.add(t, "tif", 3, false, func([]string) []byte { return greyTIFF(3) })
	p.add(t, "webp", 1, false, func([]string) []byte {
		return []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00")
	})
	for i := len(p.files) - 1; p.files[i].name[3:] != ".pdf"; i-- {
		clear(p.files[i].words) // pictures say nothing
	}
}

// greyTIFF is a TIFF of so many pages of 8 by 12 grey pixels.
func greyTIFF(pages int) []byte {
	const w, h = 8, 12
	order := binary.LittleEndian
	b := []byte("II*\x00")
	next := len(b)
	b = order.AppendUint32(b, 0)
	for page := range pages {
		at := len(b)
		b = append(b, bytes.Repeat([]byte{byte(60 * page)}, w*h)...)
		order.PutUint32(b[next:], uint32(len(b)))
		tags := [][3]uint32{{256, 4, w}, {257, 4, h}, {258, 3, 8}, {259, 3, 1}, {262, 3, 1}, {273, 4, uint32(at)}, {277, 3, 1}, {278, 4, h}, {279, 4, w * h}}
		b = order.AppendUint16(b, uint16(len(tags)))
		for _, tag := range tags {
			b = order.AppendUint16(order.AppendUint16(b, uint16(tag[0])), uint16(tag[1]))
			b = order.AppendUint32(order.AppendUint32(b, 1), tag[2])
		}
		next = len(b)
		b = order.AppendUint32(b, 0)
	}
	return b
}

// broken are files that can't be in a packet.
func (p *pool) broken(t *testing.T) {
	whole := encodedJPEG(t, quarterPicture(60, 90))
	for _, x := range []struct {
		ext  string
		data []byte
	}{
		{"txt", []byte("no scan")},
		{"doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old document")},
		{"htm", []byte("<!doctype html><p>saved from the web")},
		{"pdf", []byte("%PDF-1.7\n1 0 obj\n<< /Type /Cat")},
		{"jpg", whole[:len(whole)/2]},
		{"png", []byte("\x89PNG\r\n\x1a\n")},
		{"pdf", nil},
	} {
		p.add(t, x.ext, 0, true, func([]string) []byte { return x.data })
	}
	p.add(t, "pdf", 0, true, func([]string) []byte { return plainPDF(0, nil) })
	p.files = append(p.files, pooled{name: "nosuch.pdf", broken: true})
}
