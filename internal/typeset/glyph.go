package typeset

// Glyph is one glyph cluster: what is drawn as one, and the text that it reads
// as. Measures are thousandths of the size.
type Glyph struct {
	id      uint16   // of the font, where cluster is nil
	reads   rune     // what it reads as, where cluster is nil
	cluster *cluster // of several parts or characters, or out of place
	advance int32    // to the next glyph, kerning included
	shift   int32    // what it is drawn to the right of where it stands
}

// A cluster is a piece that reads as a text. It is not changed once it is made.
type cluster struct {
	piece
	text string
}

// Text is what g reads as. Characters that only steer, as breaks and
// directions, are not in it.
func (g Glyph) Text() string {
	if g.cluster != nil {
		return g.cluster.text
	}
	return string(g.reads)
}
