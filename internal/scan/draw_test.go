//go:build !race

package scan

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

const drawn = 300 // dots an inch of the pages as they are drawn

// typefaces that the pages are set in.
func typefaces(t testing.TB) map[string][]byte {
	t.Helper()
	noto, err := os.ReadFile("../typeset/fonts/NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"noto": noto, "go": goregular.TTF, "bold": gobold.TTF, "italic": goitalic.TTF, "mono": gomono.TTF}
}

// pen draws on a sheet; lengths are in millimetres.
type pen struct {
	img   *image.Gray
	faces map[string]font.Face
	fonts map[string]*opentype.Font
	ink   uint8
}

func newPen(t testing.TB, fonts map[string][]byte) *pen {
	t.Helper()
	p := &pen{img: image.NewGray(image.Rect(0, 0, mm(210), mm(297))), faces: map[string]font.Face{}, fonts: map[string]*opentype.Font{}, ink: 20}
	for i := range p.img.Pix {
		p.img.Pix[i] = 250
	}
	for name, data := range fonts {
		f, err := opentype.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		p.fonts[name] = f
	}
	return p
}

func mm(v float64) int { return int(v*drawn/25.4 + 0.5) }

func (p *pen) face(name string, size float64) font.Face {
	key := fmt.Sprint(name, size)
	if p.faces[key] == nil {
		p.faces[key], _ = opentype.NewFace(p.fonts[name], &opentype.FaceOptions{Size: size, DPI: drawn, Hinting: font.HintingNone})
	}
	return p.faces[key]
}

func (p *pen) text(x, y float64, name string, size float64, text string) float64 {
	d := font.Drawer{Dst: p.img, Src: image.NewUniform(color.Gray{Y: p.ink}), Face: p.face(name, size), Dot: fixed.P(mm(x), mm(y))}
	d.DrawString(text)
	return float64(d.Dot.X) / 64 * 25.4 / drawn
}

func (p *pen) fill(x, y, w, h float64, ink uint8) {
	r := image.Rect(mm(x), mm(y), max(mm(x+w), mm(x)+1), max(mm(y+h), mm(y)+1)).Intersect(p.img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p.img.SetGray(x, y, color.Gray{Y: ink})
		}
	}
}

func (p *pen) frame(x, y, w, h float64) {
	p.fill(x, y, w, 0.2, p.ink)
	p.fill(x, y+h, w, 0.2, p.ink)
	p.fill(x, y, 0.2, h, p.ink)
	p.fill(x+w, y, 0.2, h, p.ink)
}

// paragraph sets words between x and x+w, down to a foot at most, and answers
// the foot of the last line.
func (p *pen) paragraph(x, y, w, foot float64, name string, size float64, words []string) float64 {
	line := ""
	pitch := size * 1.25 * 25.4 / 72
	width := func(s string) float64 {
		return float64(font.MeasureString(p.face(name, size), s)) / 64 * 25.4 / drawn
	}
	for _, word := range words {
		if width(line+" "+word) > w {
			if y += pitch; y > foot {
				return y
			}
			p.text(x, y, name, size, strings.TrimSpace(line))
			line = ""
		}
		line += " " + word
	}
	return y
}

// A layout draws a page of some kind.
type layout func(t testing.TB, p *pen, lang, face string, random *rand.Rand)

var layouts = map[string]layout{
	"prose": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		size := 9 + 3*random.Float64()
		y := 25.0
		for y < 255 {
			y = p.paragraph(22, y+4, 166, 265, face, size, spoken(t, lang, 60+random.IntN(60), random))
		}
	},
	"letter": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		p.paragraph(22, 20, 80, 45, face, 9, spoken(t, lang, 30, random))
		p.paragraph(22, 70, 160, 120, face, 11, spoken(t, lang, 70, random))
		p.paragraph(22, 130, 160, 170, face, 11, spoken(t, lang, 50, random))
		p.scribble(30, 200, 45, random)
	},
	"columns": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		p.paragraph(18, 25, 82, 270, face, 9, spoken(t, lang, 700, random))
		p.paragraph(110, 27, 82, 270, face, 9, spoken(t, lang, 700, random))
	},
	"table": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		words := spoken(t, lang, 200, random)
		for i := range 30 {
			y := 35 + float64(i)*7.5
			p.fill(20, y+2, 170, 0.2, p.ink)
			p.text(22, y, face, 9.5, fmt.Sprintf("%02d.%02d.2023", 1+i%28, 1+i%12))
			p.text(55, y, face, 9.5, strings.Join(words[i*3:i*3+3], " "))
			p.text(160, y, face, 9.5, fmt.Sprintf("%d.%03d,00", random.IntN(9), random.IntN(1000)))
		}
	},
	"form": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		words := spoken(t, lang, 120, random)
		for i := range 16 {
			x, y := 18+float64(i%2)*90, 30+float64(i/2)*28
			p.frame(x, y, 84, 14)
			p.text(x+2, y+4, face, 7.5, strings.Join(words[4*i:4*i+3], " "))
			if i%3 > 0 {
				p.text(x+2, y+11, "mono", 11, strings.ToUpper(strings.Join(words[4*i:4*i+2], " ")))
			}
		}
	},
	"sparse": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		p.text(22, 40, face, 12, strings.Join(spoken(t, lang, 3, random)[:3], " "))
		p.text(180, 285, face, 8, "3 / 4")
	},
	"passport": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		for y := 20.0; y < 190; y += 3 {
			p.fill(20, y, 125, 0.3, 225)
		}
		words := spoken(t, lang, 40, random)
		p.photo(24, 118, 32, 42, random)
		for i := range 7 {
			y := 118 + float64(i)*7
			p.text(62, y, face, 5.5, strings.Join(words[2*i:2*i+2], " "))
			p.text(62, y+4, face, 9, strings.ToUpper(words[2*i+14]))
		}
		for i := range 2 {
			var b strings.Builder
			for b.Len() < 44 {
				b.WriteByte("ABCDEFGHIKLMNOPRSTUVXYZ<<<<<<0123456789"[random.IntN(39)])
			}
			p.text(24, 172+float64(i)*6, "mono", 9.5, b.String())
		}
	},
	"photo": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) { p.photo(20, 20, 170, 220, random) },
	"handwriting": func(t testing.TB, p *pen, lang, face string, random *rand.Rand) {
		for y := 40.0; y < 240; y += 11 {
			p.scribble(25, y, 150, random)
		}
	},
	"blank": func(testing.TB, *pen, string, string, *rand.Rand) {},
}

// photo is something like a face, in soft greys.
func (p *pen) photo(x, y, w, h float64, random *rand.Rand) {
	p.fill(x, y, w, h, 205)
	disc := func(cx, cy, rx, ry float64, ink int) {
		for py := mm(cy - ry); py < mm(cy+ry); py++ {
			for px := mm(cx - rx); px < mm(cx+rx); px++ {
				dx, dy := (float64(px)*25.4/drawn-cx)/rx, (float64(py)*25.4/drawn-cy)/ry
				if d := dx*dx + dy*dy; d < 1 && image.Pt(px, py).In(p.img.Rect) && float64(px) < float64(mm(x+w)) && py < mm(y+h) {
					p.img.SetGray(px, py, color.Gray{Y: uint8(max(0, min(255, ink+int(35*(1-d))+random.IntN(7))))})
				}
			}
		}
	}
	disc(x+w/2, y+h, w*0.45, h*0.3, 70)
	disc(x+w/2, y+h*0.36, w*0.27, h*0.27, 50)
	disc(x+w/2, y+h*0.42, w*0.22, h*0.26, 150)
	for _, side := range []float64{-1, 1} {
		disc(x+w/2+side*w*0.09, y+h*0.38, w*0.03, h*0.012, 40)
	}
	disc(x+w/2, y+h*0.55, w*0.07, h*0.012, 90)
}

// scribble is a line that somebody might have written.
func (p *pen) scribble(x, y, w float64, random *rand.Rand) {
	px, py := x, y
	for px < x+w {
		if random.IntN(5) == 0 {
			px += 3
		}
		nx, ny := px+0.6+1.2*random.Float64(), y-3.5*random.Float64()
		if random.IntN(9) == 0 {
			ny = y + 4*random.Float64() - 6
		}
		for i := range 40 {
			f := float64(i) / 40
			p.fill(px+(nx-px)*f, py+(ny-py)*f, 0.35, 0.35, 50)
		}
		px, py = nx, ny
	}
}
