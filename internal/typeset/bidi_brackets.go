package typeset

import "golang.org/x/text/unicode/bidi"

// brackets gives the two brackets of a pair one direction: the level's if that
// occurs between them, else the other if it occurs both between and before
// them (N0).
func (p *embedding) brackets(sequence []int, level int8, sos bidi.Class) {
	if !p.bracketPairs(sequence) {
		return
	}
	own, before, seen := side(level), sos, 0
	for k, end := range p.closer[:len(sequence)] {
		if end == noMatch {
			continue
		}
		for ; seen < k; seen++ {
			if c, ok := p.strong(sequence[seen]); ok {
				before = c
			}
		}
		inside := bidi.ON
		for _, i := range sequence[k+1 : end] {
			if c, ok := p.strong(i); ok {
				if inside = c; c == own {
					break
				}
			}
		}
		if inside == bidi.ON {
			continue
		}
		if inside != before {
			inside = own
		}
		p.bracket(sequence, k, inside)
		p.bracket(sequence, end, inside)
	}
}

// bracket gives a bracket, and the marks on it, a direction.
func (p *embedding) bracket(sequence []int, k int, c bidi.Class) {
	p.now[sequence[k]] = c
	for k++; k < len(sequence) && p.class[sequence[k]] == bidi.NSM; k++ {
		p.now[sequence[k]] = c
	}
}

// bracketPairs finds, for each place in the sequence that opens a pair, the
// place that closes it (BD16), and tells whether there is any.
func (p *embedding) bracketPairs(sequence []int) (found bool) {
	p.closer = p.closer[:0]
	type opening struct {
		closes rune
		at     int
	}
	var stack [63]opening
	n, full := 0, false
	for k, i := range sequence {
		p.closer = append(p.closer, noMatch)
		if full || p.now[i] != bidi.ON || p.class[i] != bidi.ON {
			continue
		}
		q, _ := bidi.LookupRune(p.text[i])
		switch {
		case !q.IsBracket():
		case q.IsOpeningBracket():
			if full = n == len(stack); !full {
				stack[n] = opening{closing(p.text[i]), k}
				n++
			}
		default:
			r := p.text[i]
			if r == '\u232A' {
				r = '\u3009' // which it is canonically
			}
			for m := n - 1; m >= 0; m-- {
				if stack[m].closes == r {
					p.closer[stack[m].at], n, found = k, m, true
					break
				}
			}
		}
	}
	return found
}

// closing is the bracket that closes what another opens.
func closing(opens rune) rune {
	switch opens {
	case '[', '{', '［', '｛':
		return opens + 2
	case '\u2329':
		return '\u3009'
	case '\u298D': // two pairs, one inside the other
		return '\u2990'
	case '\u298F':
		return '\u298E'
	}
	return opens + 1
}
