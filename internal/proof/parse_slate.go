package proof

// A slate is what parsers of a file have in common: names that were read before,
// and room for values that are not at their end.
type slate struct {
	names   [keptNames]lemma
	entries []entry
	values  []any
	text    []byte
	dicts   []entry // room for dictionaries that are
	arrays  []any
}

const (
	keptRoom = 1 << 12 // entries and values that there is room for at most, when nothing is read
	slab     = 64      // that room is made for at once
)

// begin begins a value at a depth.
func (s *slate) begin(depth int) {
	if depth > 0 {
		return
	}
	if cap(s.entries) > keptRoom || cap(s.values) > keptRoom || cap(s.text) > 16*keptRoom {
		s.entries, s.values, s.text = nil, nil, nil
	}
	s.entries, s.values = s.entries[:0], s.values[:0]
}

// dictFrom are the entries from one on; only those with a value, where something
// is wanted and the others were passed.
func (s *slate) dictFrom(from int, wanted bool) dict {
	s.dicts = roomy(s.dicts, len(s.entries)-from)
	at := len(s.dicts)
	for _, e := range s.entries[from:] {
		if e.value != nil || !wanted {
			s.dicts = append(s.dicts, e)
		}
	}
	s.entries = s.entries[:from]
	return s.dicts[at:len(s.dicts):len(s.dicts)]
}

// arrayFrom are the values from one on.
func (s *slate) arrayFrom(from int) array {
	s.arrays = roomy(s.arrays, len(s.values)-from)
	at := len(s.arrays)
	s.arrays = append(s.arrays, s.values[from:]...)
	s.values = s.values[:from]
	return s.arrays[at:len(s.arrays):len(s.arrays)]
}

// roomy is room with room for n more: if need be another.
func roomy[T any](room []T, n int) []T {
	if room == nil || cap(room)-len(room) < n {
		return make([]T, 0, max(slab, n))
	}
	return room
}
