package scan

import (
	"image"
	"testing"
)

// flat is a sheet of one grey.
func flat(w, h int, v byte) Sheet {
	g := image.NewGray(image.Rect(0, 0, w, h))
	for i := range g.Pix {
		g.Pix[i] = v
	}
	return Sheet{Gray: g, DPI: 100, From: 1, Size: w * h}
}

func TestJudgeEdges(t *testing.T) {
	for _, tt := range []struct {
		name  string
		sheet Sheet
		want  []Hint
	}{
		{"nothing", flat(0, 0, 0), nil},
		{"a pixel", flat(1, 1, 255), nil},
		{"a stripe", flat(2000, 3, 255), nil},
		{"white", flat(827, 1169, 255), []Hint{{Kind: Blank}}},
		{"grey", flat(827, 1169, 128), []Hint{{Kind: Blank}}},
		{"black", flat(827, 1169, 0), []Hint{{Kind: Dark}}},
		{"huge and white", Sheet{Gray: flat(827, 1169, 255).Gray, DPI: 100, From: 9, Size: 80_000_000}, []Hint{{Kind: Huge}, {Kind: Blank}}},
		{"white, printed over", Sheet{Gray: flat(827, 1169, 255).Gray, DPI: 100, From: 1, More: true}, nil},
	} {
		got := Judge(tt.sheet)
		if len(got) != len(tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
			}
		}
	}
}

// A sheet full of blots, as large as letters and smaller, takes no longer than
// others: it is not read.
func TestJudgeDirt(t *testing.T) {
	for _, side := range []int{1, 2, 4, 6, 7, 12} {
		s := flat(1240, 1754, 255)
		s.DPI = 150
		for i := range s.Gray.Pix {
			if x, y := i%1240, i/1240; x/side%2 == 0 && y/side%2 == 0 && x%(2*side) < side {
				s.Gray.Pix[i] = 0
			}
		}
		p := develop(s.Gray, s.DPI)
		blots, runs, _ := p.blots(p.threshold())
		if letters := len(read(p, blots, runs).letters); letters > mostLetters {
			t.Errorf("%d letters of %d pixels a side", letters, side)
		}
		for _, h := range Judge(s) {
			if h.Turn != 0 {
				t.Errorf("blots of %d pixels a side: %v", side, h)
			}
		}
	}
}

// Whatever the pixels are, there is a judgement, and the same one again.
func FuzzJudge(f *testing.F) {
	f.Add(uint8(40), uint8(60), []byte{0, 255, 90, 255, 255, 10})
	f.Add(uint8(255), uint8(33), []byte{255, 255, 0})
	f.Fuzz(func(t *testing.T, w, h uint8, seed []byte) {
		s := flat(int(w), int(h), 255)
		for i := range s.Gray.Pix {
			if len(seed) > 0 {
				s.Gray.Pix[i] = seed[i%len(seed)] ^ byte(i/int(w)%7*i%(len(seed)+1))
			}
		}
		a, b := Judge(s), Judge(s)
		if len(a) != len(b) {
			t.Errorf("%v and %v", a, b)
		}
	})
}
