package packets

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// tool runs a program that reads PDFs and answers what it prints. Without the
// program the test is skipped, but not in CI.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	cmd := exec.Command(path, args...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), problems.String())
	}
	return out.String()
}

// stored writes data to a file of the test.
func stored(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tiny is a PDF written by hand: object 1 is the catalog, objects are numbered
// in order.
func tiny(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

func stream(entries, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// onePage is a PDF of one page with these entries and contents. More objects
// start at number 5.
func onePage(entries, contents string, more ...string) []byte {
	return tiny(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + entries + " >>",
		stream("", contents),
	}, more...)...)
}

// written is a page with a line of text near the top.
func written(box, words string) []byte {
	return onePage("/MediaBox "+box+" /Resources << /Font << /F 5 0 R >> >>",
		"BT /F 24 Tf 60 500 Td ("+words+") Tj ET",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
}

const a4 = "[0 0 595.2756 841.8898]"

// stamps is a PDF of n pages, each with "stamp i" at its foot.
func stamps(n int) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	kids := ""
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>", a4, len(objects)+2),
			stream("", fmt.Sprintf("BT /F 9 Tf 40 20 Td (stamp %d) Tj ET", i+1)))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, n)
	return tiny(objects...)
}

// quarters fills a box with red, green above blue, black.
func quarters(x, y, w, h float64) string {
	s := ""
	for _, q := range []struct {
		colour string
		dx, dy float64
	}{{"1 0 0", 0, .5}, {"0 1 0", .5, .5}, {"0 0 1", 0, 0}, {"0 0 0", .5, 0}} {
		s += fmt.Sprintf("%s rg %g %g %g %g re f\n", q.colour, x+q.dx*w, y+q.dy*h, w/2, h/2)
	}
	return s
}

var colours = map[string]color.NRGBA{
	"red": {255, 0, 0, 255}, "green": {0, 255, 0, 255}, "blue": {0, 0, 255, 255}, "black": {0, 0, 0, 255}, "white": {255, 255, 255, 255},
}

// quarterPicture is the same as an image of w by h pixels.
func quarterPicture(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			name := [2][2]string{{"red", "green"}, {"blue", "black"}}[2*y/h][2*x/w]
			img.SetNRGBA(x, y, colours[name])
		}
	}
	return img
}

// turned is how quarters look after a clockwise turn: top left, top right,
// bottom left, bottom right.
func turned(degrees int) [4]string {
	q := [4]string{"red", "green", "blue", "black"}
	for range degrees / 90 {
		q = [4]string{q[2], q[0], q[3], q[1]}
	}
	return q
}

func encodedPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodedJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withEXIF puts an orientation and a secret into a JPEG's metadata.
func withEXIF(data []byte, orientation uint16) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = append(binary.BigEndian.AppendUint16(tiff, orientation), "\x00\x00\x00\x00\x00\x00GPS-secret"...)
	body := append([]byte("Exif\x00\x00"), tiff...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	return append(append(append([]byte{0xff, 0xd8}, segment...), body...), data[2:]...)
}

// examined looks at a file in memory and at each of its pages.
func examined(name string, data []byte, password string) (*Input, error) {
	in, err := look(name, pdf.Bytes(data), password)
	if err != nil {
		return nil, err
	}
	for n := range in.Pages {
		if _, p := in.page(n + 1); p != nil {
			p.Path = name
			return nil, p
		}
	}
	return in, nil
}

func input(t testing.TB, name string, data []byte) *Input {
	t.Helper()
	in, err := examined(name, data, "")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// drawn renders one page at 36 dots an inch.
func drawn(t *testing.T, data []byte, page int) image.Image {
	t.Helper()
	base := filepath.Join(t.TempDir(), "page")
	n := fmt.Sprint(page)
	tool(t, "pdftoppm", "-r", "36", "-f", n, "-l", n, "-singlefile", "-png", stored(t, "packet.pdf", data), base)
	f, err := os.Open(base + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// colour names what is nearest to a pixel.
func colour(c color.Color) string {
	r, g, b, _ := c.RGBA()
	best, least := "", uint32(1<<31)
	for name, k := range colours {
		far := uint32(0)
		for _, d := range []int{int(r>>8) - int(k.R), int(g>>8) - int(k.G), int(b>>8) - int(k.B)} {
			far += uint32(d * d)
		}
		if far < least {
			best, least = name, far
		}
	}
	return best
}

// inked is the part of a picture that is not white.
func inked(img image.Image) image.Rectangle {
	box := image.Rectangle{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			if colour(img.At(x, y)) != "white" {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// seen are the colours of the four quarters of what is inked.
func seen(img image.Image) (q [4]string) {
	box := inked(img)
	for i := range q {
		q[i] = colour(img.At(box.Min.X+box.Dx()*(1+2*(i%2))/4, box.Min.Y+box.Dy()*(1+2*(i/2))/4))
	}
	return q
}

// inkedJPEG are quarters as printers have them: four inks, inverted, as Adobe
// writes them.
const inkedJPEG = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJT" +
	"UjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P" +
	"T09PT09P/8AAFAgAIAAgBAEiAAIRAQMRAQQRAP/EABgAAQADAQAAAAAAAAAAAAAAAAAFBwgG/8QAFBABAAAAAAAAAAAAAAAAAAAA" +
	"AP/EABgBAAIDAAAAAAAAAAAAAAAAAAUHBAYI/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwCfAGS2Wc5IAXaG" +
	"FlAEMpwzoAZKGzE//9k="
