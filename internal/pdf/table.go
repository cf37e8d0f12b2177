package pdf

const (
	maxObjects = 2_000_000
	maxNumber  = 1 << 23 // of objects, as other readers have it
	rowSize    = 1 << 8
	maxRows    = 1 << 14
)

// An entry says where an object is.
type entry struct {
	at   int64 // offset; of a packed one the number of its object stream; of a free one the section that says so
	gen  int32 // generation; of a packed one its place in the object stream
	kind place
}

type place uint8

const (
	unlisted place = iota
	free
	direct
	packed
)

// A table lists the objects of a file by number. It is a list of rows because
// numbers needn't be dense.
type table struct {
	rows  []*[rowSize]entry
	used  int // rows
	count int // entries
}

// get is the entry of an object, of kind unlisted where there is none.
func (t *table) get(num int) entry {
	if r := num / rowSize; num >= 0 && r < len(t.rows) && t.rows[r] != nil {
		return t.rows[r][num%rowSize]
	}
	return entry{}
}

// set changes the entry of an object.
func (t *table) set(num int, e entry) error {
	if num < 0 || num >= maxNumber {
		return nil // no reference means it
	}
	r := num / rowSize
	for r >= len(t.rows) {
		t.rows = append(t.rows, nil)
	}
	if t.rows[r] == nil {
		if t.used++; t.used > maxRows {
			return limit("%d objects", t.count)
		}
		t.rows[r] = new([rowSize]entry)
	}
	old := &t.rows[r][num%rowSize]
	if old.kind == unlisted {
		if t.count++; t.count > maxObjects {
			return limit("more than %d objects", maxObjects)
		}
	}
	*old = e
	return nil
}

// each calls do with the objects in the order of their numbers, until it
// returns false.
func (t *table) each(do func(num int, e entry) bool) {
	for r, row := range t.rows {
		if row == nil {
			continue
		}
		for i, e := range row {
			if e.kind != unlisted && !do(r*rowSize+i, e) {
				return
			}
		}
	}
}
