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
	hugeSize      = 36_000_000 // A4 at 600 dots an inch has 34.8 million
	darkLevel     = 100        // of 255
	paleInk       = 0.30 * 255
	faintInk      = 0.17 * 255
	coarseBand    = 5.2   // pixels of the scan that a small letter is high
	blurredEdge   = 0.145 // of the height of small letters that an edge is spread
	blurredLength = 0.33  // millimetres, of letters that stand in no lines
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
	t, p, turned := read(p, blots, runs).upright(p, least)
	stance := t.stance()
	turn, sure := stance.told()
	switch {
	case !sure:
	case turned:
		hints = append(hints, Hint{Sideways, (turn + 90) % 360})
	case turn != 0:
		hints = append(hints, Hint{UpsideDown, turn})
	}
	soft, ok := t.softness(p)
	switch enough := ok && stance.lines >= leastLines; {
	case enough && stance.fit < farUnlike && stance.band*s.From < coarseBand:
		hints = append(hints, Hint{Kind: Coarse})
	case enough && soft > blurredEdge*stance.band, ok && soft > blurredLength*p.mm:
		hints = append(hints, Hint{Kind: Blurred})
	case pale(t):
		hints = append(hints, Hint{Kind: Pale})
	}
	return hints
}
