package scan

import "image"

// Kind is what is wrong with a scan.
type Kind string

const (
	Blank      Kind = "blank"       // nothing is on it
	Dark       Kind = "dark"        // paper as dark as ink
	Pale       Kind = "pale"        // ink nearly as light as paper
	Blurred    Kind = "blurred"     // letters run into each other
	UpsideDown Kind = "upside-down" // its text stands on its head
	Sideways   Kind = "sideways"    // its text runs up or down
	Coarse     Kind = "coarse"      // letters of too few pixels
	Huge       Kind = "huge"        // more pixels than anybody can see
)

// Hint is something to look at.
type Hint struct {
	Kind Kind
	Turn int // clockwise, to stand upright; 0 where that isn't known or isn't it
}

// Sheet is a scan as it will be printed.
type Sheet struct {
	Gray *image.Gray // upright as it will be printed, no finer than Best
	DPI  float64     // of Gray, on paper
	From float64     // pixels of the scan for one of Gray
	Size int         // pixels of the scan
	More bool        // something else is printed over it: it isn't blank
}

// Best is how many pixels an inch are enough to judge a sheet.
const Best = 150

// What is too much, and too little.
const (
	hugeSize    = 36_000_000 // A4 at 600 dots an inch has 34.8 million
	darkLevel   = 100        // of 255
	paleInk     = 0.30 * 255
	faintInk    = 0.17 * 255
	coarseXBand = 4.5 // pixels of a small letter
)

// Judge looks at a sheet.
func Judge(s Sheet) (hints []Hint) {
	if s.Size > hugeSize {
		hints = append(hints, Hint{Kind: Huge})
	}
	if min(s.Gray.Rect.Dx(), s.Gray.Rect.Dy()) < 32 {
		return hints
	}
	p := develop(s.Gray, s.DPI)
	least := p.threshold()
	blots, runs, ok := p.blots(least)
	if !ok {
		return hints
	}
	marks := p.marks(blots)
	switch {
	case p.level < darkLevel:
		return append(hints, Hint{Kind: Dark})
	case len(marks) == 0 && !s.More:
		return append(hints, Hint{Kind: Blank})
	}
	t := read(p, blots, runs)
	if pale(t) {
		hints = append(hints, Hint{Kind: Pale})
	}
	return hints
}
