package picture

import (
	"image"
	"image/color"
)

// spell writes a row of a decoded image as samples of 8 bits, without alpha.
func spell(img image.Image, y int, out []byte) error {
	switch p := img.(type) {
	case *image.Gray:
		copy(out, p.Pix[y*p.Stride:][:len(out)])
	case *image.CMYK:
		copy(out, p.Pix[y*p.Stride:][:len(out)])
	case *image.YCbCr:
		for x := 0; 3*x+2 < len(out); x++ {
			c := p.COffset(x, y)
			out[3*x], out[3*x+1], out[3*x+2] = color.YCbCrToRGB(p.Y[p.YOffset(x, y)], p.Cb[c], p.Cr[c])
		}
	case *image.RGBA: // opaque
		for x := 0; 3*x+2 < len(out); x++ {
			copy(out[3*x:][:3], p.Pix[y*p.Stride+4*x:])
		}
	case *image.NRGBA:
		for x := 0; 3*x+2 < len(out); x++ {
			copy(out[3*x:][:3], p.Pix[y*p.Stride+4*x:])
		}
	default:
		return damaged("the picture has an unknown kind of pixels")
	}
	return nil
}

// spellVideo writes a row of colours as video has them, and so WebP: black is
// 16 and white 235.
func spellVideo(p *image.YCbCr, y int, out []byte) {
	for x := 0; 3*x+2 < len(out); x++ {
		c := p.COffset(x, y)
		l := 76309*(int(p.Y[p.YOffset(x, y)])-16) + 1<<15 // 65536 × 255/219
		u, v := int(p.Cb[c])-128, int(p.Cr[c])-128
		out[3*x] = clamped((l + 104597*v) >> 16)
		out[3*x+1] = clamped((l - 25675*u - 53279*v) >> 16)
		out[3*x+2] = clamped((l + 132201*u) >> 16)
	}
}

func clamped(v int) byte { return byte(max(0, min(255, v))) }
