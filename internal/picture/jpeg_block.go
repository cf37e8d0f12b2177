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
			v, ok := p.amount(s)
			if k > 63 || !ok {
				return false
			}
			*filled |= 1 << k
			if p.keep != nil {
				p.keep(k, v)
			}
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
		sign := 0
		switch {
		case s > 1:
			return false
		case s == 1:
			if sign, ok = p.take(1); !ok {
				return false
			}
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
				if !p.grow(k) {
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
			if p.keep != nil {
				p.keep(k, 2*sign-1)
			}
		}
		k++
	}
	if p.run == 0 {
		return true
	}
	for ; k <= p.last; k++ {
		if *filled>>k&1 != 0 && !p.grow(k) {
			return false
		}
	}
	p.run--
	return true
}

// grow reads one more bit of a coefficient.
func (p *pass) grow(k int) bool {
	bit, ok := p.take(1)
	if bit == 1 && p.keep != nil {
		p.keep(k, 0)
	}
	return ok
}

// amount reads a number of so many bits, of which the first is its sign.
func (p *pass) amount(bits int) (int, bool) {
	if bits == 0 {
		return 0, true
	}
	v, ok := p.take(bits)
	if v < 1<<(bits-1) {
		v -= 1<<bits - 1
	}
	return v, ok
}
