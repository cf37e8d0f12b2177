package typeset

import "golang.org/x/text/unicode/bidi"

// weak resolves numbers, their signs, and marks (W1 to W7) of a sequence that
// begins after a character of class sos.
func (p *embedding) weak(sequence []int, sos bidi.Class) {
	now := p.now
	before, strong := sos, sos
	for _, i := range sequence {
		c := now[i]
		if c == bidi.NSM { // W1
			c = before
		}
		if before = c; isolates(c) || c == bidi.PDI {
			before = bidi.ON
		}
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.AL: // W3
			strong, c = bidi.AL, bidi.R
		case bidi.EN: // W2
			if strong == bidi.AL {
				c = bidi.AN
			}
		}
		now[i] = c
	}
	for k := 1; k+1 < len(sequence); k++ { // W4
		i, c := sequence[k], now[sequence[k-1]]
		if c != now[sequence[k+1]] {
			continue
		}
		if now[i] == bidi.CS && (c == bidi.EN || c == bidi.AN) || now[i] == bidi.ES && c == bidi.EN {
			now[i] = c
		}
	}
	strong, before = sos, sos
	for k := 0; k < len(sequence); k++ {
		i := sequence[k]
		switch now[i] {
		case bidi.L, bidi.R:
			strong = now[i]
		case bidi.ET: // W5, W6
			to := k
			for to < len(sequence) && now[sequence[to]] == bidi.ET {
				to++
			}
			c := bidi.ON
			if before == bidi.EN || to < len(sequence) && now[sequence[to]] == bidi.EN {
				c = bidi.EN
			}
			for _, j := range sequence[k:to] {
				now[j] = c
			}
		case bidi.ES, bidi.CS: // W6
			now[i] = bidi.ON
		}
		before = now[i]
		if before == bidi.EN && strong == bidi.L { // W7
			now[i] = bidi.L
		}
	}
}

// neutral gives what has no direction that of its neighbours when they agree,
// else that of the level (N1, N2). Numbers count as running to the left.
func (p *embedding) neutral(sequence []int, level int8, sos, eos bidi.Class) {
	before := sos
	for k := 0; k < len(sequence); k++ {
		if c, ok := p.strong(sequence[k]); ok {
			before = c
			continue
		}
		to, after := k, eos
		for ; to < len(sequence); to++ {
			if c, ok := p.strong(sequence[to]); ok {
				after = c
				break
			}
		}
		c := side(level)
		if before == after {
			c = before
		}
		for _, i := range sequence[k:to] {
			p.now[i] = c
		}
		k = to - 1
	}
}

// strong is the direction of a character; ok tells that it has one.
func (p *embedding) strong(i int) (c bidi.Class, ok bool) {
	switch p.now[i] {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return bidi.ON, false
}
