package packets

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"os"
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/internal/pdf/ua"
	"mappe/internal/proof"
	"mappe/profile"
)

// branded is the style of the example firm, with a logo unless data is nil.
func branded(t testing.TB, c Copy) Style {
	t.Helper()
	src, err := os.ReadFile("../examples/brand/brand.yaml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := profile.DecodeBrand("brand.yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../examples/brand/" + b.Logo)
	if err != nil {
		t.Fatal(err)
	}
	logo, err := NewLogo(data)
	if err != nil {
		t.Fatal(err)
	}
	return Style{Copy: c, Brand: b, Logo: logo}
}

// The firm stands on the contents, and in front; not in a stamp, a bookmark or
// on any other page. Both copies are proved by their locks, and their bodies are
// the same words.
func TestBranded(t *testing.T) {
	const path = "../examples/mf4-family/case.yaml"
	for _, lang := range []string{"en", "da"} {
		l, v := example(t, path, lang)
		in := surveyed(t, path, l)
		bodies := map[Copy]string{}
		for _, c := range []Copy{ForApplicant, ForAuthority} {
			k, err := Plan(l, 0, in, v, branded(t, c))
			if err != nil {
				t.Fatal(err)
			}
			file, lock := locked(t, k)
			for _, x := range proved(t, lock, file) {
				t.Errorf("%s %s: %+v", lang, c, x)
			}
			conforms(t, file, ua.Packet)
			f, err := proof.Open(bytes.NewReader(file), int64(len(file)), "")
			if err != nil {
				t.Fatal(err)
			}
			for i, q := range lock.Pages {
				lines, err := f.Lines(i + 1)
				if err != nil {
					t.Fatal(err)
				}
				var words strings.Builder
				for _, line := range lines {
					words.WriteString(line.Text + "\n")
				}
				n := strings.Count(words.String(), "Advokaterne Prøve & Skabelon") + strings.Count(words.String(), "2026-0117")
				want := 0
				switch {
				case q.Kind == PageContents:
					want = 3 // of the firm twice: it is no authority
				case q.Kind == PageLetter && q.N == 1, i == 0 && c == ForApplicant:
					want = 2
				}
				if n != want {
					t.Errorf("%s %s, page %s (%s): the firm and its reference stand there %d times, want %d\n%s", lang, c, q.Label, q.Kind, n, want, words.String())
				}
				if strings.Contains(q.Left+q.Right, "Prøve") {
					t.Errorf("%s %s: stamp %q", lang, c, q.Left)
				}
				if q.Kind != PageFront && q.Kind != PageData { // the data sheet veils CPR numbers
					bodies[c] += q.Label + "\n" + words.String()
				}
			}
		}
		if bodies[ForApplicant] != bodies[ForAuthority] {
			t.Errorf("%s: the bodies are not the same\n%s\n%s", lang, bodies[ForApplicant], bodies[ForAuthority])
		}
	}
}

// A part of a divided packet is in the firm's colour too.
func TestBrandedParts(t *testing.T) {
	const path = "../examples/mf4-family/case.yaml"
	l, v := example(t, path, "en")
	k, err := Plan(l, 0, surveyed(t, path, l), v, branded(t, ForAuthority))
	if err != nil {
		t.Fatal(err)
	}
	parts, err := k.Separate()
	if err != nil || len(parts) < 3 {
		t.Fatalf("%d parts, %v", len(parts), err)
	}
	for _, p := range parts {
		for _, x := range p.pieces {
			for _, words := range x.sheets.Words {
				for _, w := range words {
					if w.Ink == [3]uint8{0x1B, 0x3A, 0x6B} {
						t.Fatalf("%s: %q is in mappe's blue", p.File, w.Run.Text)
					}
				}
			}
		}
	}
}

// The logo is a figure that says whose it is.
func TestLogoOnALetter(t *testing.T) {
	b := &binder{style: branded(t, ForAuthority), v: Voice{Printer: speaking(t, "da")}}
	d := page.Doc{Title: "Brev", Lang: "da", Blocks: append(b.logo(), page.Heading{Level: 1, Text: "Brev"})}
	var out bytes.Buffer
	if err := page.PDF(&out, d, page.Options{}); err != nil {
		t.Fatal(err)
	}
	conforms(t, out.Bytes(), ua.Whole)
	drawn, err := ua.Draw(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(drawn, "Logo: Advokaterne Prøve & Skabelon") {
		t.Errorf("no words for the logo:\n%s", drawn)
	}
	if b.style = (Style{}); b.logo() != nil {
		t.Error("a logo without a firm")
	}
}

// A picture that can't be a logo is refused with what to do.
func TestNewLogoRefuses(t *testing.T) {
	drawn := func(w, h int) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White})); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var moving bytes.Buffer
	if err := gif.Encode(&moving, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	inks, err := base64.StdEncoding.DecodeString(inkedJPEG)
	if err != nil {
		t.Fatal(err)
	}
	good := drawn(300, 100)
	if l, err := NewLogo(good); err != nil {
		t.Fatal(err)
	} else if w, h := l.Size(); w != 3*h {
		t.Errorf("%g by %g", w, h)
	}
	for want, data := range map[string][]byte{
		"is no PNG or JPEG picture (it looks like: empty); save it as one":                 nil,
		"is no PNG or JPEG picture (it looks like: gif); save it as one":                   moving.Bytes(),
		"is no PNG or JPEG picture (it looks like: SVG); save it as one":                   []byte("<svg/>\n"),
		"has 6001 by 4 pixels; save it smaller: 1000 pixels of width are enough":           drawn(6001, 4),
		"is larger than 4 MB; save it smaller: 1000 pixels of width are enough":            append(good, make([]byte, MostLogo)...),
		"cannot be read: the picture ends too early; save it anew":                         good[:len(good)-20],
		"is in the colours of a printing press (CMYK); save it in those of a screen (RGB)": inks,
	} {
		if _, err := NewLogo(data); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// What somebody calls a logo is refused or drawn, never more.
func FuzzNewLogo(f *testing.F) {
	if data, err := os.ReadFile("../examples/brand/logo.png"); err == nil {
		f.Add(data)
	}
	f.Add([]byte("\xff\xd8\xff\xe0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := NewLogo(data)
		if err != nil {
			return
		}
		w, h := l.Size()
		d, err := l.Draw(func(pdf.Object) pdf.Ref { return pdf.Ref{Num: 1} })
		if err != nil || !(w > 0 && h > 0) || d.Box.Width() != w || d.Box.Height() != h {
			t.Fatalf("%g by %g: %v, %v", w, h, d, err)
		}
	})
}
