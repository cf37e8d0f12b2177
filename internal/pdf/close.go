package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Close binds the sheets and ends the file. It is called in any case, also
// after an error, and returns the first one; so does a second call.
func (w *Writer) Close() error {
	if w.crew.ended {
		return w.Err()
	}
	if w.Err() == nil {
		w.fail(w.bind())
	}
	w.Settle()
	if w.Err() == nil {
		w.finish()
	}
	return w.crew.end()
}

// Settle waits until everything is copied that the Writer was told of, and so
// for the digest of every source. Nothing more will be wanted of them.
func (w *Writer) Settle() {
	for _, s := range w.sources {
		w.Done(s)
	}
	w.send()
	w.crew.open.Wait()
}

// bind sets everything that was waiting for the last sheet.
func (w *Writer) bind() error {
	if len(w.sheets) == 0 {
		return errors.New("a file without a sheet can't be written")
	}
	shown := Dict{{"DisplayDocTitle", true}}
	if w.o.RightToLeft {
		shown = append(shown, Entry{"Direction", Name("R2L")})
	}
	catalog := Dict{
		{"Type", Name("Catalog")}, {"Pages", w.pageTree()},
		{"ViewerPreferences", shown},
		{"Metadata", w.Add(&Stream{Dict: Dict{{"Type", Name("Metadata")}, {"Subtype", Name("XML")}}, Body: Data(w.metadata())})},
	}
	put := func(key Name, o Object) { catalog = append(catalog, Entry{key, o}) }
	var keys map[Linked]int
	marked := len(w.Tags) > 0
	for _, b := range w.sheets {
		marked = marked || b.tags > 0
	}
	if marked {
		root, links, err := w.structure()
		if err != nil {
			return err
		}
		keys = links
		put("StructTreeRoot", root)
		put("MarkInfo", Dict{{"Marked", true}})
	}
	if err := w.bindLinks(keys); err != nil {
		return err
	}
	if len(w.Outline) > 0 {
		outline, err := w.outline()
		if err != nil {
			return err
		}
		put("Outlines", outline)
		put("PageMode", Name("UseOutlines"))
	}
	if len(w.Labels) > 0 {
		labels, err := w.labels()
		if err != nil {
			return err
		}
		put("PageLabels", labels)
	}
	if len(w.Dests) > 0 {
		dests, err := w.dests()
		if err != nil {
			return err
		}
		put("Names", Dict{{"Dests", dests}})
	}
	if len(w.layers) > 0 {
		put("OCProperties", w.optional())
	}
	if len(w.Intents) > 0 {
		put("OutputIntents", w.intents())
	}
	if w.o.Lang != "" {
		put("Lang", Text(w.o.Lang))
	}
	if w.sealer != nil { // AES-256 is newer than the version that the file begins with
		put("Extensions", Dict{{"ADBE", Dict{{"BaseVersion", Name("1.7")}, {"ExtensionLevel", Int(8)}}}})
	}
	w.root, w.about = w.Add(catalog), w.Add(w.info())
	for n := range w.spots[1:] {
		if !w.spots[n+1].known {
			w.Set(Ref{Num: n + 1}, nil)
		}
	}
	w.flush()
	return nil
}

// finish writes the cross-reference stream, the last object of the file. The
// digests of the sources are known by now.
func (w *Writer) finish() {
	for _, s := range w.sources {
		if sum, known := s.SHA256(); known {
			w.id.Write(sum[:])
		}
	}
	id := String(w.id.Sum(nil)[:16])
	if w.sealer != nil {
		id = String(w.sealer.sealing().iv) // tells nothing about the contents
	}
	start := w.at
	r := w.Reserve()
	w.spots[r.Num] = spot{at: start}
	wide := 1
	for max(start, int64(len(w.spots)))>>(8*wide) > 0 {
		wide++
	}
	s := &Stream{Dict: Dict{
		{"Type", Name("XRef")}, {"Size", Int(len(w.spots))},
		{"W", Array{Int(1), Int(wide), Int(1)}},
		{"Filter", Name("FlateDecode")}, {"DecodeParms", Dict{{"Predictor", Int(12)}, {"Columns", Int(wide + 2)}}},
		{"Root", w.root}, {"Info", w.about}, {"ID", Array{id, id}},
	}, Body: Data(w.deflated(w.rows(wide)))}
	if w.sealer != nil {
		s.Dict = append(s.Dict, Entry{"Encrypt", w.encrypt})
	}
	w.stream(r, s, false, nil)
	w.emit(job{head: fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start)}, 0)
	w.send()
}

// rows are the places of all objects, each but the first as its difference from
// the one before, which compresses well.
func (w *Writer) rows(wide int) []byte {
	out := make([]byte, 0, len(w.spots)*(wide+3))
	var at, in [8]byte
	before := make([]byte, wide+2)
	row := make([]byte, wide+2)
	for n, p := range w.spots {
		binary.BigEndian.PutUint64(at[:], uint64(p.at))
		binary.BigEndian.PutUint64(in[:], uint64(p.in))
		switch {
		case n == 0:
			row[0], row[wide+1] = 0, 0
		case p.in != 0:
			row[0], row[wide+1] = 2, at[7]
			copy(row[1:], in[8-wide:])
		default:
			row[0], row[wide+1] = 1, 0
			copy(row[1:], at[8-wide:])
		}
		out = append(out, 2) // the PNG filter Up
		for i := range row {
			out = append(out, row[i]-before[i])
		}
		row, before = before, row
	}
	return out
}
