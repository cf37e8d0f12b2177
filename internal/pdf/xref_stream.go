package pdf

import (
	"bufio"
	"io"
)

// readTableStream reads the cross-reference stream at an offset.
func (f *File) readTableStream(at, section int64) (Dict, error) {
	b, _ := f.windows.from(at, 64)
	l := lexer{b: b}
	num, _ := l.whole()
	security := f.security
	f.security = nil // they are never encrypted
	o, _, ok := f.indirect(int(num), at)
	f.security = security
	s, isStream := o.(*Stream)
	if !ok || !isStream || s.Dict.Get("Type") != Name("XRef") {
		return nil, damaged("no cross-reference table at offset %d", at)
	}
	w, ok := f.Numbers(s.Dict.Get("W"), 3)
	for _, n := range w {
		ok = ok && n >= 0 && n <= 8
	}
	if !ok {
		return nil, damaged("cross-reference stream at offset %d: /W", at)
	}
	data, err := f.reader(s, 20*maxObjects)
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(data)
	row := make([]byte, int(w[0])+int(w[1])+int(w[2]))
	if len(row) == 0 {
		return nil, damaged("cross-reference stream at offset %d: /W", at)
	}
	index := f.Array(s.Dict.Get("Index"))
	if len(index) < 2 {
		index = Array{Int(0), s.Dict.Get("Size")}
	}
	for ; len(index) >= 2; index = index[2:] {
		first, ok1 := f.Int(index[0])
		count, ok2 := f.Int(index[1])
		if !ok1 || !ok2 || first < 0 || first >= maxNumber {
			return nil, damaged("cross-reference stream at offset %d: /Index", at)
		}
		for num := first; num-first < count; num++ {
			if _, err := io.ReadFull(r, row); err != nil {
				f.gaps = true
				return s.Dict, f.err
			}
			if err := f.spend(len(row) + 8); err != nil {
				return nil, err
			}
			if err := f.list(num, readRow(row, int(w[0]), int(w[1]), section), section); err != nil {
				return nil, err
			}
		}
	}
	return s.Dict, nil
}

// readRow reads an entry of which the fields are a, b and the rest of the
// bytes long.
func readRow(row []byte, a, b int, section int64) entry {
	kind := uint64(1)
	if a > 0 {
		kind = bigEndian(row[:a])
	}
	second, third := bigEndian(row[a:a+b]), bigEndian(row[a+b:])
	switch {
	case kind == 1 && second < 1<<50:
		return entry{at: int64(second), gen: int32(min(third, 1<<16)), kind: direct}
	case kind == 2 && second < maxNumber:
		return entry{at: int64(second), gen: int32(min(third, maxObjects)), kind: packed}
	}
	return entry{at: section, kind: free}
}

func bigEndian(b []byte) (n uint64) {
	for _, c := range b {
		n = n<<8 | uint64(c)
	}
	return n
}
