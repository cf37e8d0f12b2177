package packets

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// change changes the documents of a case as people do before they file more.
func (d *drawnCase) change() {
	if d.r.IntN(8) > 0 && len(d.persons) > 0 {
		for range 1 + d.r.IntN(4) {
			x := d.persons[d.r.IntN(len(d.persons))]
			x.change(d, x.items[d.r.IntN(len(x.items))])
		}
	}
	if d.own != nil && d.r.IntN(3) == 0 { // filled in otherwise, or another copy
		d.scans++
		if d.r.IntN(2) == 0 {
			d.own.file = d.pool.forms[d.r.IntN(len(d.pool.forms))]
		}
		d.own.draw(d)
	}
	if d.house.brand != nil { // which is nothing new
		d.house.drawBrand(d)
	}
	d.write()
}

func (x *drawnPerson) change(d *drawnCase, item string) {
	own := func(e *drawnEntry) bool { return e.item == item }
	i := slices.IndexFunc(x.entries, func(e *drawnEntry) bool { return own(e) && e.explained == "" })
	if i < 0 { // it comes now
		x.entries = append(slices.DeleteFunc(x.entries, own), &drawnEntry{item: item, files: d.files()})
		return
	}
	e := x.entries[i]
	n := d.r.IntN(len(e.files))
	f := &e.files[n]
	switch d.r.IntN(12) {
	case 0:
		e.files = append(e.files, d.file())
	case 1:
		e.files = slices.Insert(e.files, n, d.file())
	case 2:
		x.entries = append(x.entries, &drawnEntry{item: item, files: d.files()})
	case 3:
		*f = d.file()
	case 4:
		e.files = append(e.files, *f)
	case 5:
		f.rotate = (f.rotate + 90) % 360
	case 6: // a page less
		if pages := f.selected(); len(pages) > 1 {
			n := d.r.IntN(len(pages))
			f.pages = slices.Delete(slices.Clone(pages), n, n+1)
		}
	case 7: // a page more
		if f.pages != nil {
			f.pages = slices.Insert(slices.Clone(f.pages), d.r.IntN(len(f.pages)+1), 1+d.r.IntN(len(f.words)))
		}
	case 8:
		if e.files = slices.Delete(e.files, n, n+1); len(e.files) == 0 {
			x.entries = slices.Delete(x.entries, i, i+1)
		}
	case 9:
		x.entries = append(slices.DeleteFunc(x.entries, own), d.explanation(item))
	case 10:
		f.pages = slices.Clone(f.selected())
		slices.Reverse(f.pages)
		slices.Reverse(e.files)
		if len(f.pages) == 0 {
			f.pages = nil
		}
	default: // scanned again, under the same name
		d.scanAgain(f.pooled)
	}
}

// scanAgain puts another file in the place of one, with its name.
func (d *drawnCase) scanAgain(f pooled) {
	other := d.pool.files[d.r.IntN(len(d.pool.files))]
	if f.broken || f.key != "" || other.broken || other.key != "" || filepath.Ext(other.name) != filepath.Ext(f.name) {
		return
	}
	other.from, other.name = other.name, f.name
	d.anew[f.name] = other
	d.scans++
	for _, x := range d.persons {
		for _, e := range x.entries {
			for _, files := range [][]drawnFile{e.files, e.translate} {
				for i := range files {
					if files[i].name == f.name {
						files[i] = drawnFile{pooled: other, rotate: files[i].rotate}
					}
				}
			}
		}
	}
}

// lay puts the files that the case names into a folder, as they are now.
func (d *drawnCase) lay(t *testing.T, dir string) {
	t.Helper()
	names := map[string]string{"key.txt": "key.txt", "wrong.txt": "wrong.txt"}
	for _, x := range d.persons {
		for _, e := range x.entries {
			for _, f := range slices.Concat(e.files, e.translate) {
				names[f.name] = f.name
				if f.from != "" {
					names[f.name] = f.from
				}
			}
		}
	}
	for name, from := range names {
		data, err := os.ReadFile(filepath.Join(d.pool.dir, from))
		if os.IsNotExist(err) {
			continue
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
