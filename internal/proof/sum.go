package proof

import (
	"crypto/sha256"
	"fmt"
)

type sum = [sha256.Size]byte

// Sum tells what the nth page shows, from 1. It is made of
//
//   - four numbers for what is seen of the page, left, bottom, right and top, one
//     for its unit, one for how it is turned;
//   - the dictionary of its /Contents, /Group and /Resources, what it inherits
//     included, with all that these lead to;
//   - the /OCProperties of the catalog, if a dictionary below has a key /OC or
//     /Properties: which layers are seen.
//
// All of it is said in words of which there is one spelling for each value (see
// saying); Sum is the first half of their digest. So the names that pictures
// have, their colours and the matrix of a form count. The number of an object,
// and whether a value stands in another or is referred to, does not.
func (f *File) Sum(n int) ([16]byte, error) {
	s, err := f.sum(n)
	if err != nil {
		return s, fmt.Errorf("page %d: %w", n, err)
	}
	return s, nil
}

func (f *File) sum(n int) (out [16]byte, err error) {
	page, err := f.page(n)
	if err != nil {
		return out, err
	}
	box, err := f.box(page)
	if err != nil {
		return out, err
	}
	turned, err := f.turned(page)
	if err != nil {
		return out, err
	}
	var words []byte
	for _, v := range []float64{box[0], box[1], box[2], box[3], unit(page), float64(turned)} {
		words = spell(words, v)
	}
	shown, layers, err := f.say(dict{
		{"Contents", page.get("Contents")}, {"Group", page.get("Group")}, {"Resources", page.get("Resources")},
	})
	if err != nil {
		return out, err
	}
	words = append(words, shown...)
	if layers {
		which, err := f.shownLayers()
		if err != nil {
			return out, fmt.Errorf("/OCProperties: %w", err)
		}
		words = append(words, which...)
	}
	all := sha256.Sum256(words)
	return [16]byte(all[:]), nil
}

// unit is how many points the unit of a page has.
func unit(page dict) float64 {
	if u, ok := number(page.get("UserUnit")); ok && u > 0 {
		return u
	}
	return 1
}

// shownLayers says which layers are seen; nothing, where the catalog says nothing of it.
func (f *File) shownLayers() ([]byte, error) {
	if f.layers == nil {
		v, err := f.get(f.catalog.get("OCProperties"))
		if err != nil {
			return nil, err
		}
		f.layers = []byte{}
		if v != nil {
			if f.layers, _, err = f.say(v); err != nil {
				return nil, err
			}
		}
	}
	return f.layers, nil
}

const keptSums = 1 << 16 // objects of which the digest is remembered

// known is what a page before this one came to.
type known struct {
	sum    sum
	layers bool
}

func (f *File) remember(r ref, k known) {
	if len(f.sums) >= keptSums {
		clear(f.sums)
	}
	if f.sums == nil {
		f.sums = map[ref]known{}
	}
	f.sums[r] = k
}
