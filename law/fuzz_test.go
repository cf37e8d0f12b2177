package law

import (
	"errors"
	"testing"
	"testing/fstest"

	"mappe/internal/civil"
)

// Whatever stands in its files, a book is read or complained of, and what could
// be read of it can be warned of and compared.
func FuzzLoad(f *testing.F) {
	for file, src := range sound() {
		f.Add(file, src.Data)
	}
	for _, a := range archivesOf(f) {
		for _, x := range a.Files[:len(a.Files)-1] {
			f.Add(x.Name, x.Data)
		}
	}
	whole, err := Load(sound())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, file string, src []byte) {
		book := sound()
		if book[file] == nil {
			return
		}
		book[file] = &fstest.MapFile{Data: src}
		b, err := Load(book)
		if cs, ok := errors.AsType[Complaints](err); err != nil && (!ok || len(cs) == 0 || cs[0].File == "" || cs[0].Says == "") {
			t.Errorf("%q: %v", src, err)
		}
		b.Warnings(civil.Of(2026, 11, 22))
		if d := Diff(b, b); !d.Empty() {
			t.Errorf("a book differs from itself: %+v", d)
		}
		Diff(whole, b)
	})
}
