package guest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// update is what is put behind a file: the objects that were changed, and new
// ones (ISO 32000-2, 7.5.6). The same changes make the same bytes.
type update struct {
	f       *form
	size    int64 // of the file
	last    int64 // where its last table of objects stands
	stream  bool  // which is a stream
	first   int   // number of the first new object
	changed map[int]bool
	fresh   []types.Object
}

const (
	lastTable = `startxref\s+(\d+)\s+%%EOF\s*$`
	anObject  = `^\s*\d+\s+\d+\s+obj`
)

// newUpdate makes sure that the file has a table of objects to go on from.
func newUpdate(f *form, file *os.File) (*update, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	damaged := errors.New("its table of objects is damaged; open it in another program, save it anew, and use that file")
	end := make([]byte, min(info.Size(), 2048))
	if _, err := file.ReadAt(end, info.Size()-int64(len(end))); err != nil && err != io.EOF {
		return nil, err
	}
	m := regexp.MustCompile(lastTable).FindSubmatch(bytes.TrimRight(end, "\x00"))
	if m == nil {
		return nil, damaged
	}
	at, err := strconv.ParseInt(string(m[1]), 10, 63)
	if err != nil || at >= info.Size() {
		return nil, damaged
	}
	head := make([]byte, 40)
	n, err := file.ReadAt(head, at)
	if err != nil && err != io.EOF {
		return nil, err
	}
	u := &update{f: f, size: info.Size(), last: at, changed: map[int]bool{}}
	switch head := bytes.TrimLeft(head[:n], "\x00\t\n\f\r "); {
	case bytes.HasPrefix(head, []byte("xref")):
	case regexp.MustCompile(anObject).Match(head):
		u.stream = true
	default:
		return nil, damaged
	}
	if f.objects.Size == nil {
		return nil, damaged
	}
	u.first = *f.objects.Size
	for number := range f.objects.Table {
		u.first = max(u.first, number+1)
	}
	return u, nil
}

// changes notes that the object of that number was changed.
func (u *update) changes(number int) { u.changed[number] = true }

// add is a new object.
func (u *update) add(o types.Object) types.IndirectRef {
	u.fresh = append(u.fresh, o)
	return *types.NewIndirectRef(u.first+len(u.fresh)-1, 0)
}

// set1 gives a new object its value.
func (u *update) set1(r types.IndirectRef, o types.Object) {
	u.fresh[r.ObjectNumber.Value()-u.first] = o
}

// bytes is the update.
func (u *update) bytes() ([]byte, error) {
	w := newObjectWriter(u.f)
	w.WriteByte('\n')
	type place struct{ number, generation, at int }
	var all []place
	put := func(number, generation int, o types.Object) error {
		all = append(all, place{number, generation, int(u.size) + w.Len()})
		return w.object(number, generation, o)
	}
	for _, number := range slices.Sorted(maps.Keys(u.changed)) {
		entry, ok := u.f.objects.Table[number]
		if !ok || entry == nil || entry.Object == nil {
			return nil, fmt.Errorf("its object %d can't be changed", number)
		}
		generation := 0
		if entry.Generation != nil && !entry.Compressed {
			generation = *entry.Generation
		}
		if err := put(number, generation, entry.Object); err != nil {
			return nil, err
		}
	}
	for i, o := range u.fresh {
		if err := put(u.first+i, 0, o); err != nil {
			return nil, err
		}
	}
	table, next := int(u.size)+w.Len(), u.first+len(u.fresh)
	trailer := types.Dict{"Root": *u.f.objects.Root, "Prev": types.Integer(u.last)}
	if u.f.objects.Info != nil {
		trailer["Info"] = *u.f.objects.Info
	}
	if u.f.objects.Encrypt != nil {
		trailer["Encrypt"] = *u.f.objects.Encrypt
	}
	if id := u.f.objects.ID; len(id) == 2 {
		sum := sha256.Sum256(w.Bytes())
		trailer["ID"] = types.Array{id[0], types.NewHexLiteral(sum[:16])}
	}
	w.key = nil // the table is never encrypted
	if u.stream {
		all = append(all, place{next, 0, table})
		var data []byte
		var index types.Array
		for _, p := range all {
			data = append(data, 1, byte(p.at>>32), byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), byte(p.generation>>8), byte(p.generation))
			index = append(index, types.Integer(p.number), types.Integer(1))
		}
		trailer["Type"], trailer["Size"], trailer["Index"] = types.Name("XRef"), types.Integer(next+1), index
		trailer["W"] = types.Array{types.Integer(1), types.Integer(5), types.Integer(2)}
		if err := w.object(next, 0, types.StreamDict{Dict: trailer, Raw: data}); err != nil {
			return nil, err
		}
	} else {
		w.WriteString("xref\n")
		for _, p := range all {
			fmt.Fprintf(w, "%d 1\n%010d %05d n \n", p.number, p.at, p.generation)
		}
		trailer["Size"] = types.Integer(next)
		w.WriteString("trailer\n")
		if err := w.value(trailer, 0); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(w, "\nstartxref\n%d\n%%%%EOF\n", table)
	return w.Bytes(), nil
}
