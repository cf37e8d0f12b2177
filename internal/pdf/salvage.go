package pdf

import (
	"cmp"
	"slices"
)

// rebuild opens a file by what a scan of all of it finds.
func (f *File) rebuild(password string) error {
	f.repaired = true
	f.forget()
	f.table, f.trailer, f.catalog, f.found, f.tails = table{}, nil, nil, nil, nil
	f.security, f.keyless = nil, 0
	f.pages, f.lost, f.gaps = nil, 0, false
	f.scan()
	if f.err != nil {
		return f.err
	}
	f.table = *f.found
	tails := f.trailers()
	for _, t := range tails {
		if t.Get("Encrypt") == nil {
			continue
		}
		f.trailer = t
		if err := f.unlock(password); err != nil {
			return err
		}
		f.scan() // again: it couldn't read the object streams
		f.table = *f.found
		f.forget()
		break
	}
	for _, t := range tails {
		if f.Dict(f.Dict(t.Get("Root")).Get("Pages")) == nil {
			continue
		}
		f.trailer, f.catalog = t, f.Dict(t.Get("Root"))
		if err := f.readPages(); err != nil || len(f.pages) > 0 {
			return err
		}
	}
	if err := f.salvage(); err != nil {
		return err
	}
	if len(f.pages) == 0 {
		return damaged("no pages")
	}
	return f.err
}

// trailers are the dictionaries that may be the trailer, the best first.
func (f *File) trailers() []Dict {
	var out []Dict
	for _, t := range slices.Backward(f.tails) {
		var d Dict
		if t.num > 0 {
			o, _, _ := f.indirect(t.num, t.at)
			d = f.Dict(o)
		} else {
			f.parse(t.at, func(p *parser) bool {
				d, _ = p.value(0).(Dict)
				return true
			})
		}
		if d.Get("Root") != nil {
			out = append(out, d)
		}
	}
	return out
}

// salvage finds the pages of a file without a trailer or catalog: by a
// catalog, else by the root of a page tree, else every page by itself, in the
// order of the file.
func (f *File) salvage() error {
	var catalogs, roots []Ref
	type page struct {
		at    int64
		index int32
		ref   Ref
	}
	var pages []page
	f.table.each(func(num int, e entry) bool {
		ref := Ref{num, 0}
		d := f.Dict(ref)
		switch f.Name(d.Get("Type")) {
		case "Catalog":
			catalogs = append(catalogs, ref)
		case "Pages":
			if f.Dict(d.Get("Parent")) == nil {
				roots = append(roots, ref)
			}
		case "Page":
			at := e.at
			if e.kind == packed {
				at = f.table.get(int(e.at)).at
			}
			pages = append(pages, page{at, e.gen, ref})
		}
		return f.err == nil && len(pages) <= maxPages
	})
	for _, c := range slices.Backward(catalogs) {
		f.catalog = f.Dict(c)
		if err := f.readPages(); final(err) || len(f.pages) > 0 {
			return err
		}
	}
	f.catalog = Dict{}
	if len(catalogs) > 0 {
		f.catalog = f.Dict(catalogs[len(catalogs)-1])
	}
	for _, r := range slices.Backward(roots) {
		if err := f.walkPages(r); err != nil || len(f.pages) > 0 {
			return err
		}
	}
	slices.SortFunc(pages, func(a, b page) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.index, b.index))
	})
	kids := make(Array, len(pages))
	for i, p := range pages {
		kids[i] = p.ref
	}
	return f.walkPages(Dict{{"Kids", kids}})
}
