package scan

import "image"

// paper is a picture with its light evened out.
type paper struct {
	width, height int
	mm            float64 // pixels in a millimetre
	ink           []byte  // how much darker than the paper round it: 0 to 255
	level         float64 // how light the paper is: 0 to 255
	noise         float64 // of ink, its standard deviation
	inside        image.Rectangle
}

// develop finds the paper of a picture.
func develop(g *image.Gray, dpi float64) *paper {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	p := &paper{width: w, height: h, mm: dpi / 25.4}
	side := max(8, int(dpi/10))
	across, down := (w+side-1)/side, (h+side-1)/side
	ground := make([]float64, across*down)
	for by := range down {
		for bx := range across {
			ground[by*across+bx] = bright(g, image.Rect(bx*side, by*side, min(w, bx*side+side), min(h, by*side+side)))
		}
	}
	p.inside = sheet(ground, across, down, side).Intersect(image.Rect(0, 0, w, h))
	p.level = level(ground, across, p.inside, side)
	ground = softened(widened(ground, across, down), across, down)
	p.ink = make([]byte, w*h)
	line := make([]float64, across)
	for y := range h {
		fy := (float64(y)+0.5)/float64(side) - 0.5
		top := max(0, min(down-1, int(fy)))
		below, part := min(down-1, top+1), max(0, min(1, fy-float64(top)))
		for bx := range line {
			line[bx] = ground[top*across+bx]*(1-part) + ground[below*across+bx]*part
		}
		row, out := g.Pix[y*g.Stride:][:w], p.ink[y*w:][:w]
		for bx := range across {
			// Between the middles of two squares the paper's light runs straight.
			from := bx*side - side/2
			to := from + side
			if bx == across-1 {
				to = w
			}
			left, right := line[max(0, bx-1)], line[bx]
			if bx == across-1 && from < 0 {
				left = right
			}
			for x := max(0, from); x < min(w, to); x++ {
				light := left + (right-left)*min(1, float64(x-from)/float64(side))
				if v := float64(row[x]); v < light {
					out[x] = byte(255 * (light - v) / light)
				}
			}
		}
	}
	p.noise = p.spread()
	return p
}

// bright is the light of the paper in a square: that of its ninth tenth.
func bright(g *image.Gray, r image.Rectangle) float64 {
	var counts [256]int
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, v := range g.Pix[y*g.Stride+r.Min.X:][:r.Dx()] {
			counts[v]++
		}
	}
	return float64(share(counts[:], 0.9))
}

// share is the value below which a share of all counted lies.
func share(counts []int, part float64) int {
	all := 0
	for _, n := range counts {
		all += n
	}
	left := int(part * float64(all))
	for v, n := range counts {
		if left -= n; left < 0 {
			return v
		}
	}
	return len(counts) - 1
}

// sheet is the part of a picture that is paper: what stands round it, a desk
// or the open lid of a scanner, is darker.
func sheet(ground []float64, across, down, side int) image.Rectangle {
	var counts [256]int
	for _, v := range ground {
		counts[int(v)]++
	}
	least := 0.7 * float64(share(counts[:], 0.8))
	r := image.Rect(0, 0, across, down)
	dark := func(x0, y0, x1, y1 int) bool {
		n := 0
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				if ground[y*across+x] < least {
					n++
				}
			}
		}
		return 2*n > (x1-x0)*(y1-y0)
	}
	for shrunk := true; shrunk && r.Dx() > across/3 && r.Dy() > down/3; {
		shrunk = true
		switch {
		case dark(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+1):
			r.Min.Y++
		case dark(r.Min.X, r.Max.Y-1, r.Max.X, r.Max.Y):
			r.Max.Y--
		case dark(r.Min.X, r.Min.Y, r.Min.X+1, r.Max.Y):
			r.Min.X++
		case dark(r.Max.X-1, r.Min.Y, r.Max.X, r.Max.Y):
			r.Max.X--
		default:
			shrunk = false
		}
	}
	return image.Rect(r.Min.X*side, r.Min.Y*side, r.Max.X*side, r.Max.Y*side)
}

// level is how light the paper is in the middle of its squares.
func level(ground []float64, across int, inside image.Rectangle, side int) float64 {
	var counts [256]int
	for y := inside.Min.Y / side; y*side < inside.Max.Y; y++ {
		for x := inside.Min.X / side; x*side < inside.Max.X; x++ {
			counts[int(ground[y*across+x])]++
		}
	}
	return float64(share(counts[:], 0.6))
}

// widened is, for each square, the lightest of it and those round it: where a
// square is all ink, the paper is beside it.
func widened(ground []float64, across, down int) []float64 {
	return around(ground, across, down, func(all []float64) float64 {
		best := all[0]
		for _, v := range all {
			best = max(best, v)
		}
		return max(1, best)
	})
}

func softened(ground []float64, across, down int) []float64 {
	return around(ground, across, down, func(all []float64) float64 {
		sum := 0.0
		for _, v := range all {
			sum += v
		}
		return sum / float64(len(all))
	})
}

func around(ground []float64, across, down int, of func([]float64) float64) []float64 {
	out := make([]float64, len(ground))
	var all [9]float64
	for y := range down {
		for x := range across {
			n := 0
			for dy := max(0, y-1); dy <= min(down-1, y+1); dy++ {
				for dx := max(0, x-1); dx <= min(across-1, x+1); dx++ {
					all[n] = ground[dy*across+dx]
					n++
				}
			}
			out[y*across+x] = of(all[:n])
		}
	}
	return out
}

// spread is the standard deviation of the noise, told by the half of the
// pixels that differ the least from a neighbour.
func (p *paper) spread() float64 {
	var counts [256]int
	for y := p.inside.Min.Y; y < p.inside.Max.Y; y += 2 {
		row := p.ink[y*p.width:][:p.width]
		for x := p.inside.Min.X; x+2 < p.inside.Max.X; x++ {
			counts[max(row[x], row[x+2])-min(row[x], row[x+2])]++
		}
	}
	return float64(share(counts[:], 0.5)) * 1.05
}

// turned is the paper a quarter clockwise.
func (p *paper) turned() *paper {
	q := *p
	q.width, q.height = p.height, p.width
	q.inside = image.Rect(p.height-p.inside.Max.Y, p.inside.Min.X, p.height-p.inside.Min.Y, p.inside.Max.X)
	q.ink = make([]byte, len(p.ink))
	for y := range p.height {
		for x, v := range p.ink[y*p.width:][:p.width] {
			q.ink[x*q.width+p.height-1-y] = v
		}
	}
	return &q
}
