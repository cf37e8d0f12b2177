package picture

import (
	"io"
	"strings"
	"sync"
)

// fax reads the rows of a page as fax machines send them: Group 3 in one
// dimension or two, Group 4, and the variant without line ends. White is 0.
type fax struct {
	in         io.ByteReader
	width      int
	group4     bool
	mixed      bool // Group 3 in two dimensions: a bit behind each line end says which
	aligned    bool // rows begin at a byte
	acc        uint64
	n          int   // bits of acc, the next one on top
	used       int   // bits taken so far
	ended      bool  // in has no more
	above, row []int // where the colour changes; the first change is to black
	out        []byte
	left       int // bytes of out that were not read
}

func newFax(in io.ByteReader, width int) *fax {
	return &fax{in: in, width: width, out: make([]byte, (width+7)/8)}
}

// peek is the next bits, zero behind the end.
func (f *fax) peek(n int) int {
	for f.n < n && !f.ended {
		b, err := f.in.ReadByte()
		if err != nil {
			f.ended = true
			break
		}
		f.acc |= uint64(b) << (56 - f.n)
		f.n += 8
	}
	return int(f.acc >> (64 - n))
}

func (f *fax) skip(n int) error {
	if f.n < n {
		return errShort
	}
	f.acc <<= n
	f.n -= n
	f.used += n
	return nil
}

// Read gives whole rows, eight pixels a byte.
func (f *fax) Read(p []byte) (int, error) {
	if f.left == 0 {
		if err := f.next(); err != nil {
			return 0, err
		}
		f.paint()
		f.left = len(f.out)
	}
	n := copy(p, f.out[len(f.out)-f.left:])
	f.left -= n
	return n, nil
}

// paint draws the row.
func (f *fax) paint() {
	clear(f.out)
	for k := 0; k < len(f.row); k += 2 {
		to := f.width
		if k+1 < len(f.row) {
			to = f.row[k+1]
		}
		for x := f.row[k]; x < to; x++ {
			if x%8 == 0 && x+8 <= to {
				f.out[x/8] = 0xff
				x += 7
				continue
			}
			f.out[x/8] |= 0x80 >> (x % 8)
		}
	}
}

// next reads a row.
func (f *fax) next() error {
	f.above, f.row = f.row, f.above[:0]
	if f.aligned && f.used%8 != 0 {
		if err := f.skip(8 - f.used%8); err != nil {
			return err
		}
	}
	flat := !f.group4
	if !f.group4 && f.lineEnd() && f.mixed {
		flat = f.peek(1) == 1
		if err := f.skip(1); err != nil {
			return err
		}
	}
	if flat {
		return f.flat()
	}
	return f.deep()
}

// lineEnd goes behind a line end, if one is next: eleven zeros or more, and a
// one. It tells whether there was one.
func (f *fax) lineEnd() bool {
	if f.peek(11) != 0 || f.ended && f.n < 12 {
		return false
	}
	for f.peek(1) == 0 && f.n > 0 {
		f.skip(1) // there is a bit
	}
	return f.skip(1) == nil
}

// flat reads a row that says only how long its runs are.
func (f *fax) flat() error {
	for x, black := 0, false; x < f.width; black = !black {
		n, err := f.run(black)
		if err != nil {
			return err
		}
		x = min(x+n, f.width)
		f.change(x)
	}
	return nil
}

// deep reads a row that says how it differs from the one above.
func (f *fax) deep() error {
	a, black, b := -1, false, 0 // place, colour, and index into the row above
	for a < f.width {
		// The first change above to the other colour, right of a.
		for b > 0 && (b >= len(f.above) || f.above[b-1] > a) {
			b--
		}
		for b < len(f.above) && (f.above[b] <= a || b%2 == 0 == black) {
			b++
		}
		at := func(k int) int {
			if k < len(f.above) {
				return f.above[k]
			}
			return f.width
		}
		var err error
		switch code := f.peek(7); {
		case code>>6 == 1:
			err = f.vertical(1, at(b), &a, &black)
		case code>>4 == 3:
			err = f.vertical(3, at(b)+1, &a, &black)
		case code>>4 == 2:
			err = f.vertical(3, at(b)-1, &a, &black)
		case code>>1 == 3:
			err = f.vertical(6, at(b)+2, &a, &black)
		case code>>1 == 2:
			err = f.vertical(6, at(b)-2, &a, &black)
		case code == 3:
			err = f.vertical(7, at(b)+3, &a, &black)
		case code == 2:
			err = f.vertical(7, at(b)-3, &a, &black)
		case code>>3 == 1: // over a change above
			a, err = at(b+1), f.skip(4)
		case code>>4 == 1: // two runs
			err = f.skip(3)
			for range 2 {
				var n int
				if err == nil {
					n, err = f.run(black)
				}
				a = min(max(a, 0)+n, f.width)
				f.change(a)
				black = !black
			}
		case f.ended && f.n < 7:
			return errShort
		default:
			return damaged("the fax has an unknown code")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// change notes that the colour changes; two changes at a place are none.
func (f *fax) change(x int) {
	if last := len(f.row) - 1; last >= 0 && f.row[last] == x {
		f.row = f.row[:last]
		return
	}
	f.row = append(f.row, x)
}

// vertical is a change near one above.
func (f *fax) vertical(bits, to int, a *int, black *bool) error {
	if to = min(to, f.width); to < max(*a, 0) {
		return damaged("the fax runs backwards")
	}
	f.change(to)
	*a, *black = to, !*black
	return f.skip(bits)
}

// run is the length of a run.
func (f *fax) run(black bool) (total int, err error) {
	table := whiteRuns()
	if black {
		table = blackRuns()
	}
	for {
		c := table[f.peek(13)]
		if c == 0 {
			if f.ended && f.n < 13 {
				return 0, errShort
			}
			return 0, damaged("the fax has an unknown code")
		}
		if err := f.skip(int(c >> 12)); err != nil {
			return 0, err
		}
		n := int(c & 0xfff)
		if total = min(total+n, f.width); n < 64 {
			return total, nil
		}
	}
}

// runs are the codes of runs by their next thirteen bits: length of the code
// times 4096, and of the run.
type runs [1 << 13]uint16

var (
	whiteRuns = sync.OnceValue(func() *runs { return runTable(whiteCodes + longCodes) })
	blackRuns = sync.OnceValue(func() *runs { return runTable(blackCodes + longCodes) })
)

// runTable reads codes: those of 0 to 63, and then of multiples of 64.
func runTable(codes string) *runs {
	table := new(runs)
	for k, code := range strings.Fields(codes) {
		if k >= 64 {
			k = 64 * (k - 63)
		}
		v := 0
		for _, c := range code {
			v = v<<1 | int(c-'0')
		}
		n := len(code)
		for i := v << (13 - n); i < (v+1)<<(13-n); i++ {
			table[i] = uint16(n<<12) | uint16(k)
		}
	}
	return table
}

const (
	whiteCodes = `
00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101
101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000
00000010 00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001
00101010 00101011 00101100 00101101 00000100 00000101 00001010 00001011 01010010 01010011 01010100 01010101
00100100 00100101 01011000 01011001 01011010 01011011 01001010 01001011 00110010 00110011 00110100
11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101
011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010 011011011
010011000 010011001 010011010 011000 010011011 `
	blackCodes = `
0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000
0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111
00000011000 000011001010 000011001011 000011001100 000011001101 000001101000 000001101001 000001101010
000001101011 000011010010 000011010011 000011010100 000011010101 000011010110 000011010111 000001101100
000001101101 000011011010 000011011011 000001010100 000001010101 000001010110 000001010111 000001100100
000001100101 000001010010 000001010011 000000100100 000000110111 000000111000 000000100111 000000101000
000001011000 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111
0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100
0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011
0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100
0000001010101 0000001011010 0000001011011 0000001100100 0000001100101 `
	longCodes = `
00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101 000000010110
000000010111 000000011100 000000011101 000000011110 000000011111`
)
