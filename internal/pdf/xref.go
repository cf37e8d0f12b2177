package pdf

import "bytes"

const (
	maxSections = 4096
	maxTail     = 16 << 10
)

// header is the offset of "%PDF-", which offsets in the file may count from.
func (f *File) header() int64 {
	b, _ := f.windows.from(0, 1024+5)
	if n := bytes.Index(b, []byte("%PDF-")); n > 0 && n <= 1024 {
		return int64(n)
	}
	return 0
}

// readTables reads the tables that say where objects are, the newest first.
func (f *File) readTables() error {
	at, ok := f.start()
	if !ok {
		return damaged("no startxref")
	}
	seen := map[int64]bool{}
	for section := range maxSections {
		if seen[at] {
			break // a circle: all of it was read
		}
		seen[at] = true
		trailer, err := f.section(at, int64(section))
		if err != nil {
			return err
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		prev, _ := f.Int(trailer.Get("Prev"))
		if prev <= 0 {
			break
		}
		at = int64(prev)
	}
	f.forget() // what was looked up in half a table
	if f.trailer.Get("Root") == nil {
		return damaged("no catalog")
	}
	return nil
}

// start is the offset that stands behind the last "startxref".
func (f *File) start() (int64, bool) {
	for _, n := range []int64{1 << 10, maxTail} {
		from := max(0, f.source.size-n)
		b := f.windows.read(from, int(f.source.size-from))
		if i := bytes.LastIndex(b, []byte("startxref")); i >= 0 {
			l := lexer{b: b, i: i + len("startxref")}
			at, ok := l.whole()
			return at, ok && at > 0
		}
	}
	return 0, false
}

// section reads one table or cross-reference stream. Entries that are known
// are newer and stay.
func (f *File) section(at, section int64) (Dict, error) {
	for _, at := range []int64{at + f.shift, at} {
		b, _ := f.windows.from(at, 64)
		l := lexer{b: b}
		if l.keyword("xref") {
			return f.readTable(at+int64(l.i), section)
		}
		if _, ok := l.whole(); ok {
			return f.readTableStream(at, section)
		}
		if f.shift == 0 {
			break
		}
	}
	return nil, damaged("no cross-reference table at offset %d", at)
}

// tableReader reads the words of a table.
type tableReader struct {
	lexer
	f    *File
	base int64 // of b
}

// more makes sure that a whole entry lies in memory.
func (r *tableReader) more() error {
	if len(r.b)-r.i >= 64 {
		return nil
	}
	r.base += int64(r.i)
	r.b, _ = r.f.windows.from(r.base, 1<<10)
	r.i = 0
	return r.f.spend(len(r.b))
}

// readTable reads a table from behind "xref" on, and its trailer.
func (f *File) readTable(at, section int64) (Dict, error) {
	r := tableReader{f: f, base: at}
	for {
		if err := r.more(); err != nil {
			return nil, err
		}
		if r.keyword("trailer") {
			break
		}
		first, ok1 := r.whole()
		count, ok2 := r.whole()
		if !ok1 || !ok2 {
			return nil, damaged("no trailer behind the table at offset %d", at)
		}
		for i := range count {
			if err := r.more(); err != nil {
				return nil, err
			}
			offset, ok1 := r.whole()
			gen, ok2 := r.whole()
			e := entry{at: offset, gen: int32(min(gen, 1<<16)), kind: direct}
			switch c := r.next(); {
			case !ok1 || !ok2 || c != 'n' && c != 'f':
				return nil, damaged("entry %d of the table at offset %d", first+i, at)
			case c == 'f':
				e = entry{at: section, kind: free}
			}
			r.i++
			if i == 0 && first == 1 && gen == 65535 && e.kind == free {
				first = 0 // a common mistake
			}
			if err := f.list(int(first+i), e, section); err != nil {
				return nil, err
			}
		}
	}
	var trailer Dict
	f.parse(r.base+int64(r.i), func(p *parser) bool {
		trailer, _ = p.value(0).(Dict)
		return true
	})
	if trailer == nil {
		return nil, damaged("no trailer behind the table at offset %d", at)
	}
	if hybrid, ok := trailer.Get("XRefStm").(Int); ok {
		// What it says is also somewhere else, or of no use to this reader. A
		// table is not looked for there: it could be this one.
		for _, at := range []int64{int64(hybrid) + f.shift, int64(hybrid)} {
			if _, err := f.readTableStream(at, section); err == nil || f.shift == 0 {
				break
			}
		}
	}
	return trailer, nil
}

// list adds an entry of a section. A table may call those free that its
// hybrid stream lists.
func (f *File) list(num int, e entry, section int64) error {
	old := f.table.get(num)
	if old.kind == unlisted || old.kind == free && old.at == section && e.kind != free {
		return f.table.set(num, e)
	}
	return nil
}
