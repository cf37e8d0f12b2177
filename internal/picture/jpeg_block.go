package picture

// sequential reads a whole block.
func (p *pass) sequential() bool {
	if p.dc == nil || p.ac == nil {
		return false
	}
	s, ok := p.decode(p.dc)
	if !ok || s > 15 || !p.skip(s) {
		return false
	}
	for k := 1; k < 64; k++ {
		rs, ok := p.decode(p.ac)
		if !ok {
			return false
		}
		if k += rs >> 4; rs&15 == 0 {
			if rs != 0xf0 {
				return rs>>4 == 0
			}
			continue
		}
		if k > 63 || !p.skip(rs&15) {
			return false
		}
	}
	return true
}

// progressive reads what a scan has of a block.
func (p *pass) progressive(filled *uint64) bool {
	switch {
	case p.first == 0 && p.refine:
		return p.skip(1)
	case p.first == 0:
		if p.dc == nil {
			return false
		}
		s, ok := p.decode(p.dc)
		return ok && s <= 15 && p.skip(s)
	case p.ac == nil:
		return false
	case p.refine:
		return p.refined(filled)
	}
	if p.run > 0 {
		p.run--
		return true
	}
	for k := p.first; k <= p.last; k++ {
		rs, ok := p.decode(p.ac)
		if !ok {
			return false
		}
		r, s := rs>>4, rs&15
		if s == 0 && r < 15 {
			more, ok := p.take(r)
			p.run = 1<<r + more - 1
			return ok
		}
		k += r
		if s > 0 {
			if k > 63 || !p.skip(s) {
				return false
			}
			*filled |= 1 << k
		}
	}
	return true
}

// refined reads a scan that adds a bit to coefficients of earlier ones.
func (p *pass) refined(filled *uint64) bool {
	k := p.first
	for p.run == 0 && k <= p.last {
		rs, ok := p.decode(p.ac)
		if !ok {
			return false
		}
		r, s := rs>>4, rs&15
		switch {
		case s > 1:
			return false
		case s == 1 && !p.skip(1):
			return false
		case s == 0 && r < 15:
			more, ok := p.take(r)
			if !ok {
				return false
			}
			p.run = 1<<r + more
			continue
		}
		for ; k <= p.last; k++ {
			if *filled>>k&1 != 0 {
				if !p.skip(1) {
					return false
				}
			} else if r--; r < 0 {
				break
			}
		}
		if s == 1 {
			if k > p.last {
				return false
			}
			*filled |= 1 << k
		}
		k++
	}
	if p.run == 0 {
		return true
	}
	for ; k <= p.last; k++ {
		if *filled>>k&1 != 0 && !p.skip(1) {
			return false
		}
	}
	p.run--
	return true
}
