package page

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"mappe/internal/pdf"
	"mappe/internal/pdf/ua"
)

// square is a grey image of one pixel, shown two high and one wide.
type square struct{ err error }

func (s *square) Size() (w, h float64) { return 1, 2 }

func (s *square) Draw(add func(pdf.Object) pdf.Ref) (*pdf.Drawing, error) {
	if s.err != nil {
		return nil, s.err
	}
	image := &pdf.Stream{Body: pdf.Data([]byte{0x80}), Dict: pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Image")}, {Key: "Width", Value: pdf.Int(1)}, {Key: "Height", Value: pdf.Int(1)},
		{Key: "BitsPerComponent", Value: pdf.Int(8)}, {Key: "ColorSpace", Value: pdf.Name("DeviceGray")},
	}}
	return &pdf.Drawing{Parts: []pdf.Part{{Object: add(image), Matrix: pdf.Matrix{1, 0, 0, 2, 0, 0}}}, Box: pdf.Rect{0, 0, 1, 2}, Unit: 1}, nil
}

func pictured(image Image) Doc {
	return Doc{Title: "Letter", Lang: "en", Blocks: []Block{
		Picture{Image: image, Alt: "Logo: Prøve", Wide: 100, High: 50},
		Heading{Level: 1, Text: "A letter"},
		Picture{Image: image, Alt: "The same again", Wide: 10, High: 50},
		Paragraph{Text: Plain("It ends with a picture.")},
		Picture{Image: image, Alt: "The last", Wide: 100, High: 100},
	}}
}

// A picture is a figure with words, in the order of the text, as large as there
// is room; the same image is one object of the file.
func TestPicture(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		d := pictured(&square{})
		d.Lang = lang
		var b bytes.Buffer
		if err := PDF(&b, d, Options{Large: true}); err != nil {
			t.Fatal(err)
		}
		for _, c := range ua.Check(b.Bytes(), ua.Whole) {
			t.Errorf("%s: %s", lang, c)
		}
		if n := bytes.Count(b.Bytes(), []byte("/Subtype /Image")) + bytes.Count(b.Bytes(), []byte("/Subtype/Image")); n != 1 {
			t.Errorf("%s: %d images in the file, want one", lang, n)
		}
		sheets, err := Print(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var sizes, alts []string
		for _, f := range sheets.Figures {
			sizes = append(sizes, number(unit(f.Rect.Width()*float64(point)))+" x "+number(unit(f.Rect.Height()*float64(point))))
			at := f.Rect[0] == left.Points()
			if lang == "ar" {
				at = f.Rect[2] == right.Points()
			}
			if !at {
				t.Errorf("%s: stands at %v, not where a line begins", lang, f.Rect)
			}
		}
		for _, n := range sheets.Tree {
			if n.Role != "" {
				alts = append(alts, strings.TrimSpace(string(n.Role)+" "+n.Alt))
			}
		}
		if got, want := strings.Join(sizes, ", "), "25 x 50, 10 x 20, 50 x 100"; got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
		if got, want := strings.Join(alts, ", "), "Figure Logo: Prøve, H1, Figure The same again, P, Figure The last"; got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// Where nothing is drawn, its words stand in its place.
func TestPictureInWords(t *testing.T) {
	for name, print := range map[string]func(io.Writer, Doc) error{
		"[Logo: Prøve]\n\nA letter\n":             func(w io.Writer, d Doc) error { return Text(w, d, 0) },
		"*Logo: Prøve*\n\n# A letter\n":           Markdown,
		"<p>Logo: Prøve</p>\n<h1>A letter</h1>\n": HTML,
	} {
		var b strings.Builder
		if err := print(&b, pictured(&square{})); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), name) {
			t.Errorf("no %q in\n%s", name, b.String())
		}
	}
}

func TestPictureRefused(t *testing.T) {
	broken := errors.New("the picture ends too early")
	for _, c := range []struct {
		p    Picture
		want string
	}{
		{Picture{Image: &square{}, Wide: 1, High: 1}, "picture (block 1): has no words; say what it shows, for who does not see it"},
		{Picture{Alt: "Logo", Wide: 1, High: 1}, "picture (block 1): has no image; give it one, or leave it out"},
		{Picture{Image: &square{}, Alt: "Logo", Wide: 1}, "picture (block 1): is 1 by 2, in a place of 1 by 0; give sizes above 0"},
		{Picture{Image: &square{}, Alt: "Logo", Wide: 900, High: 900}, "picture (block 1): is 450 by 900 points, a page has room for 481 by 751; make it smaller"},
		{Picture{Image: &square{broken}, Alt: "Logo", Wide: 1, High: 1}, "the picture ends too early"},
	} {
		err := PDF(io.Discard, Doc{Title: "Letter", Lang: "en", Blocks: []Block{c.p}}, Options{})
		if err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// A Doc with an accent has it wherever mappe's blue would be, and only there.
func TestAccent(t *testing.T) {
	red := ink{0x7A, 0x1F, 0x2B}
	for _, d := range []Doc{sample(), charts()} {
		inks := func(d Doc) map[ink]int {
			sheets, err := Print(d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			n := map[ink]int{}
			for _, words := range sheets.Words {
				for _, w := range words {
					n[w.Ink]++
				}
			}
			for _, operator := range []string{" rg", " RG"} {
				n[blue] += bytes.Count(sheets.Drawing, []byte("0.106 0.227 0.420"+operator))
				n[red] += bytes.Count(sheets.Drawing, []byte("0.478 0.122 0.169"+operator))
			}
			return n
		}
		plain := inks(d)
		d.Accent = (*[3]uint8)(&red)
		other := inks(d)
		if plain[blue] == 0 || plain[red] != 0 || other[blue] != 0 || other[red] != plain[blue] || other[black] != plain[black] {
			t.Errorf("%v, with an accent %v", plain, other)
		}
		var b strings.Builder
		if err := HTML(&b, d); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), blue.web()) || strings.Contains(b.String(), steel.web()) || !strings.Contains(b.String(), "--blue: #7a1f2b;") {
			t.Error("HTML is in another colour")
		}
	}
}
