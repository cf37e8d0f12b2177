package typeset

import "golang.org/x/text/unicode/bidi"

// status is an entry of the directional status stack.
type status struct {
	level    int8
	override bidi.Class // ON for none
	isolate  bool
}

// explicit gives each character the level that the embeddings, overrides and
// isolates around it ask for (X1 to X8).
func (p *embedding) explicit() {
	stack := append(make([]status, 0, 8), status{level: p.base, override: bidi.ON})
	var deepIsolates, deepEmbeddings, isolated int // beyond the deepest level; open

	// push enters the next level of a direction, and tells whether there is one.
	push := func(rtl bool, s status) bool {
		s.level = (stack[len(stack)-1].level + 2) &^ 1
		if rtl {
			s.level = (stack[len(stack)-1].level + 1) | 1
		}
		if s.level > deepest || deepIsolates > 0 || deepEmbeddings > 0 {
			return false
		}
		stack = append(stack, s)
		return true
	}
	// place puts a character where the stack stands.
	place := func(i int) {
		top := stack[len(stack)-1]
		p.level[i] = top.level
		if top.override != bidi.ON {
			p.now[i] = top.override
		}
	}
	for i, c := range p.class {
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO: // X2 to X5
			s := status{override: bidi.ON}
			switch c {
			case bidi.RLO:
				s.override = bidi.R
			case bidi.LRO:
				s.override = bidi.L
			}
			if !push(c == bidi.RLE || c == bidi.RLO, s) && deepIsolates == 0 {
				deepEmbeddings++
			}
		case bidi.RLI, bidi.LRI, bidi.FSI: // X5a to X5c
			place(i)
			right := c == bidi.RLI
			if c == bidi.FSI {
				to := p.match[i]
				if to == noMatch {
					to = len(p.class)
				}
				right = p.first(i+1, to) == rtl
			}
			if push(right, status{override: bidi.ON, isolate: true}) {
				isolated++
			} else {
				deepIsolates++
			}
		case bidi.PDI: // X6a
			switch {
			case deepIsolates > 0:
				deepIsolates--
			case isolated > 0:
				deepEmbeddings = 0
				n := len(stack) - 1
				for !stack[n].isolate {
					n--
				}
				stack = stack[:n]
				isolated--
			}
			place(i)
		case bidi.PDF: // X7
			switch {
			case deepIsolates > 0:
			case deepEmbeddings > 0:
				deepEmbeddings--
			case len(stack) > 1 && !stack[len(stack)-1].isolate:
				stack = stack[:len(stack)-1]
			}
		case bidi.B: // X8
			p.level[i] = p.base
		case bidi.BN:
		default: // X6
			place(i)
		}
	}
}

// A stretch is a range of kept characters of one level. An isolate interrupts
// it: next is the index of the stretch that continues it, or noMatch.
type stretch struct {
	from, to, next int
	continues      bool
	level          int8
}

// resolve takes the paragraph's isolating run sequences (X10) through the
// rules for weak and neutral characters to their final levels.
func (p *embedding) resolve() {
	p.kept = p.kept[:0]
	for i, c := range p.class {
		if !removed(c) {
			p.kept = append(p.kept, i)
		}
	}
	var stretches []stretch
	var open []int // stretches that an isolate interrupts
	for from, to := 0, 0; from < len(p.kept); from = to {
		level := p.level[p.kept[from]]
		for to = from; to < len(p.kept) && p.level[p.kept[to]] == level; to++ {
		}
		s := stretch{from: from, to: to, next: noMatch, level: level}
		if head := p.kept[from]; p.class[head] == bidi.PDI && p.match[head] != noMatch {
			stretches[open[len(open)-1]].next = len(stretches)
			open, s.continues = open[:len(open)-1], true
		}
		if tail := p.kept[to-1]; isolates(p.class[tail]) && p.match[tail] != noMatch {
			open = append(open, len(stretches))
		}
		stretches = append(stretches, s)
	}
	for n, s := range stretches {
		if !s.continues {
			p.follow(stretches, n)
		}
	}
}

// follow resolves the sequence that begins with a stretch.
func (p *embedding) follow(stretches []stretch, n int) {
	level, before, after := stretches[n].level, p.base, p.base
	if n > 0 {
		before = stretches[n-1].level
	}
	p.sequence = p.sequence[:0]
	last := n
	for ; n != noMatch; n = stretches[n].next {
		p.sequence = append(p.sequence, p.kept[stretches[n].from:stretches[n].to]...)
		last = n
	}
	if end := p.sequence[len(p.sequence)-1]; last+1 < len(stretches) && !isolates(p.class[end]) {
		after = stretches[last+1].level
	}
	sos, eos := side(max(level, before)), side(max(level, after))
	p.weak(p.sequence, sos)
	p.brackets(p.sequence, level, sos)
	p.neutral(p.sequence, level, sos, eos)
	for _, i := range p.sequence { // I1, I2
		switch c := p.now[i]; {
		case level&1 == 1 && c != bidi.R:
			p.level[i] = level + 1
		case level&1 == 0 && c == bidi.R:
			p.level[i] = level + 1
		case level&1 == 0 && c != bidi.L:
			p.level[i] = level + 2
		}
	}
}

// side is the direction of a level.
func side(level int8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}
