package proof

import (
	"fmt"
	"slices"
)

// rows reads a cross-reference stream.
func (f *File) rows(s *stream) error {
	size, ok := s.dict.get("Size").(int)
	if !ok || size < 0 {
		return fmt.Errorf("/Size is no number")
	}
	var wide [3]int
	w, _ := s.dict.get("W").(array)
	for i := range wide {
		n := -1
		if i < len(w) {
			n, _ = w[i].(int)
		}
		if n < 0 || n > 8 {
			return fmt.Errorf("/W does not name three widths of at most 8 bytes")
		}
		wide[i] = n
	}
	row := wide[0] + wide[1] + wide[2]
	if row == 0 {
		return fmt.Errorf("/W names rows without a byte")
	}
	index := array{0, size}
	if v := s.dict.get("Index"); v != nil {
		if index, ok = v.(array); !ok || len(index)%2 != 0 {
			return fmt.Errorf("/Index is no list of pairs")
		}
	}
	data, err := f.decoded(s, min(maxObjects, 10_000+f.win.size)*int64(row))
	if err != nil {
		return err
	}
	for ; len(index) > 0; index = index[2:] {
		first, ok1 := index[0].(int)
		n, ok2 := index[1].(int)
		if !ok1 || !ok2 || first < 0 || n < 0 {
			return fmt.Errorf("/Index is no list of numbers")
		}
		if n > len(data)/row {
			return fmt.Errorf("%d rows for %d objects", len(data)/row, n)
		}
		f.spots = slices.Grow(f.spots, n)
		for num := first; num < first+n; num++ {
			if err := f.row(num, data[:row], wide); err != nil {
				return err
			}
			data = data[row:]
		}
	}
	return nil
}

func (f *File) row(num int, b []byte, wide [3]int) error {
	var field [3]uint64
	if wide[0] == 0 {
		field[0] = 1
	}
	for i, n := range wide {
		for _, c := range b[:n] {
			field[i] = field[i]<<8 | uint64(c)
		}
		b = b[n:]
	}
	switch field[0] {
	case 0:
		return f.note(num, free)
	case 1:
		if field[1] >= uint64(f.win.size) || field[2] > 0xFFFF {
			return fmt.Errorf("object %d: byte %d, generation %d in a file of %d bytes", num, field[1], field[2], f.win.size)
		}
		return f.note(num, placed|spot(field[2])<<46|spot(field[1]))
	case 2:
		if field[1] > maxObjects || field[2] >= 1<<24 {
			return fmt.Errorf("object %d: place %d in object stream %d", num, field[2], field[1])
		}
		return f.note(num, packed|spot(field[2])<<38|spot(field[1]))
	}
	return nil // a kind of a later standard: null
}
