//go:build !race

package scan

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"testing"
)

// wear is what befalls a page on its way into a file.
type wear struct {
	dpi     float64
	skew    float64 // degrees
	blur    float64 // millimetres, the deviation of a Gaussian
	smear   float64 // millimetres that the page moved
	noise   float64 // deviation, of 255
	quality int     // of the JPEG, 0 for none
	light   float64 // how much darker one side is, 0 to 1
	shadow  bool    // of a hand or a spine
	level   float64 // of paper, 0 to 1; 0 for 1
	ink     float64 // of what is drawn, 0 to 1; 0 for 1
	turn    int     // quarters clockwise
	desk    bool    // round the page, as on a photo
	through *image.Gray
	stamp   bool
	seed    uint64
}

// worn is a page after all that.
func (w wear) worn(t testing.TB, page *image.Gray) Sheet {
	random := rand.New(rand.NewPCG(w.seed, 7))
	img := shrunk(page, w.skew*math.Pi/180, w.dpi, w.desk)
	if w.through != nil {
		back := shrunk(w.through, 0, w.dpi, w.desk)
		blurred(back, 0.25*w.dpi/25.4)
		for y := range img.Rect.Dy() {
			for x := range img.Rect.Dx() {
				i := y*img.Stride + x
				if j := y*img.Stride + img.Rect.Dx() - 1 - x; img.Pix[i] > 100 {
					img.Pix[i] = uint8(float64(img.Pix[i]) * (1 - 0.13*(1-float64(back.Pix[j])/255)))
				}
			}
		}
	}
	if w.stamp {
		ring(img, w.dpi, random)
	}
	if w.blur > 0 {
		blurred(img, w.blur*w.dpi/25.4)
	}
	if w.smear > 0 {
		smeared(img, w.smear*w.dpi/25.4)
	}
	level, ink := w.level, w.ink
	if level == 0 {
		level = 1
	}
	if ink == 0 {
		ink = 1
	}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			i := y*img.Stride + x
			v := (255 - (255-float64(img.Pix[i]))*ink) * level
			v *= 1 - w.light*float64(x+y)/float64(img.Rect.Dx()+img.Rect.Dy())
			if w.shadow {
				d := (float64(x) - 0.8*float64(img.Rect.Dx()) + 0.2*float64(y)) / (0.05 * float64(img.Rect.Dx()))
				v *= 1 - 0.4/(1+math.Exp(-d))
			}
			v += w.noise * random.NormFloat64()
			img.Pix[i] = uint8(max(0, min(255, v)))
		}
	}
	if w.quality > 0 {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: w.quality}); err != nil {
			t.Fatal(err)
		}
		back, err := jpeg.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		img = back.(*image.Gray)
	}
	for range w.turn {
		img = quarter(img)
	}
	s := Sheet{Gray: img, DPI: w.dpi, From: 1, Size: img.Rect.Dx() * img.Rect.Dy()}
	if w.dpi > Best { // as the caller of Judge does
		k := w.dpi / Best
		s.Gray, s.DPI, s.From = area(img, k), Best, k
	}
	return s
}

// shrunk is the page turned by a small angle, at another resolution.
func shrunk(page *image.Gray, angle, dpi float64, desk bool) *image.Gray {
	k := drawn / dpi
	w, h := int(float64(page.Rect.Dx())/k), int(float64(page.Rect.Dy())/k)
	out := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(angle)
	grow := 1.0
	if desk {
		grow = 1.12
	}
	n := max(2, int(math.Ceil(k)))
	for y := range h {
		for x := range w {
			sum := 0
			for q := range n * n {
				fx := (float64(x)+(float64(q%n)+0.5)/float64(n)-float64(w)/2)*k*grow + 0
				fy := (float64(y) + (float64(q/n)+0.5)/float64(n) - float64(h)/2) * k * grow
				sx, sy := int(fx*cos-fy*sin+float64(page.Rect.Dx())/2), int(fx*sin+fy*cos+float64(page.Rect.Dy())/2)
				switch in := sx >= 0 && sy >= 0 && sx < page.Rect.Dx() && sy < page.Rect.Dy(); {
				case in:
					sum += int(page.Pix[sy*page.Stride+sx])
				case desk:
					sum += 90
				default:
					sum += 245
				}
			}
			out.Pix[y*w+x] = uint8(sum / n / n)
		}
	}
	return out
}

// area is the picture k times smaller.
func area(img *image.Gray, k float64) *image.Gray {
	w, h := int(float64(img.Rect.Dx())/k), int(float64(img.Rect.Dy())/k)
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sum, n := 0, 0
			for sy := int(float64(y) * k); sy < int(float64(y+1)*k); sy++ {
				for sx := int(float64(x) * k); sx < int(float64(x+1)*k); sx++ {
					sum += int(img.Pix[sy*img.Stride+sx])
					n++
				}
			}
			out.Pix[y*w+x] = uint8(sum / max(1, n))
		}
	}
	return out
}

// blurred blurs by a Gaussian of some pixels.
func blurred(img *image.Gray, sigma float64) {
	r := int(math.Ceil(3 * sigma))
	weights := make([]float64, 2*r+1)
	sum := 0.0
	for i := range weights {
		weights[i] = math.Exp(-float64((i-r)*(i-r)) / 2 / sigma / sigma)
		sum += weights[i]
	}
	for i := range weights {
		weights[i] /= sum
	}
	filtered(img, weights, 1, 0)
	filtered(img, weights, 0, 1)
}

// smeared moves the picture by some pixels while it is taken.
func smeared(img *image.Gray, length float64) {
	n := max(1, int(length+0.5))
	weights := make([]float64, 2*(n/2)+1)
	for i := range weights {
		weights[i] = 1 / float64(len(weights))
	}
	filtered(img, weights, 1, 0)
}

func filtered(img *image.Gray, weights []float64, dx, dy int) {
	w, h, r := img.Rect.Dx(), img.Rect.Dy(), len(weights)/2
	out := make([]uint8, len(img.Pix))
	for y := range h {
		for x := range w {
			sum := 0.5
			for k, v := range weights {
				sx, sy := max(0, min(w-1, x+(k-r)*dx)), max(0, min(h-1, y+(k-r)*dy))
				sum += v * float64(img.Pix[sy*img.Stride+sx])
			}
			out[y*img.Stride+x] = uint8(sum)
		}
	}
	copy(img.Pix, out)
}

// quarter is the picture a quarter clockwise.
func quarter(img *image.Gray) *image.Gray {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			out.Pix[x*h+h-1-y] = img.Pix[y*img.Stride+x]
		}
	}
	return out
}

// ring is a rubber stamp.
func ring(img *image.Gray, dpi float64, random *rand.Rand) {
	k := dpi / 25.4
	cx, cy := (60+90*random.Float64())*k, (60+170*random.Float64())*k
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			d := math.Hypot(float64(x)-cx, float64(y)-cy) / k
			if d > 16 && d < 17.2 || d > 12 && d < 12.5 {
				i := y*img.Stride + x
				img.Pix[i] = uint8(float64(img.Pix[i]) * 0.55)
			}
		}
	}
}
