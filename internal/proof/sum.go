package proof

import (
	"crypto/cipher"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"slices"
)

const (
	maxReach = 100_000 // objects that a page is made of
	keptSums = 1 << 16 // digests of streams that are remembered
)

type sum = [sha256.Size]byte

// Sum tells what the nth page shows, from 1: the same sum, the same page. It is
// the digest of the size of the page and how it is turned, and of the digests,
// each once and in order, of every stream that its contents and resources lead
// to, as it stands in the file before encryption.
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
	box, ok, err := f.rect(page.get("MediaBox"))
	if err != nil {
		return out, err
	}
	if !ok {
		return out, fmt.Errorf("/MediaBox is no rectangle")
	}
	turned, err := f.get(page.get("Rotate"))
	if err != nil {
		return out, err
	}
	if turned == nil {
		turned = 0
	}
	r := reach{f: f, seen: map[int]bool{}}
	if err := r.add(page.get("Contents"), 0); err != nil {
		return out, err
	}
	if err := r.add(page.get("Resources"), 0); err != nil {
		return out, err
	}
	slices.SortFunc(r.sums, func(a, b sum) int { return slices.Compare(a[:], b[:]) })
	h := sha256.New()
	fmt.Fprintf(h, "%.3f %.3f %v\n", box[2]-box[0], box[3]-box[1], turned)
	for _, s := range slices.Compact(r.sums) {
		h.Write(s[:])
	}
	return [16]byte(h.Sum(nil)), nil
}

// reach follows what a page leads to.
type reach struct {
	f    *File
	seen map[int]bool
	sums []sum
}

func (r *reach) add(v any, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("objects %d deep", depth)
	}
	num := 0
	for {
		to, ok := v.(ref)
		if !ok {
			break
		}
		num = to.num
		if r.seen[num] {
			return nil
		}
		if r.seen[num] = true; len(r.seen) > maxReach {
			return fmt.Errorf("it is made of more than %d objects", maxReach)
		}
		if s, known := r.f.sums[num]; known && s.alone {
			r.sums = append(r.sums, s.sum)
			return nil
		}
		var err error
		if v, err = r.f.object(to); err != nil {
			return err
		}
	}
	switch v := v.(type) {
	case array:
		for _, x := range v {
			if err := r.add(x, depth+1); err != nil {
				return err
			}
		}
	case dict:
		return r.keys(v, depth)
	case *stream:
		s, err := r.f.streamSum(v)
		if err != nil {
			return fmt.Errorf("object %d: %w", v.num, err)
		}
		r.sums = append(r.sums, s)
		return r.keys(v.dict, depth)
	}
	return nil
}

func (r *reach) keys(d dict, depth int) error {
	for _, e := range d {
		switch e.key {
		case "Parent", "Annots", "StructParents", "B":
			continue
		}
		if err := r.add(e.value, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// known is the digest of a stream; alone, that leads to no other object.
type known struct {
	sum   sum
	alone bool
}

// streamSum is the digest of a stream as it was before encryption. It is read
// piece by piece.
func (f *File) streamSum(s *stream) (sum, error) {
	if k, ok := f.sums[s.num]; ok {
		return k.sum, nil
	}
	h := sha256.New()
	if err := f.ends(s); err != nil {
		return sum{}, err
	}
	if err := f.spend(s.size); err != nil {
		return sum{}, err
	}
	var err error
	if body := io.NewSectionReader(f.win.r, s.at, s.size); f.sealed(s) {
		err = f.lock.copy(h, body, s.size)
	} else {
		_, err = io.CopyBuffer(struct{ io.Writer }{h}, body, f.piece())
	}
	if err != nil {
		return sum{}, err
	}
	if len(f.sums) >= keptSums {
		clear(f.sums)
	}
	if f.sums == nil {
		f.sums = map[int]known{}
	}
	k := known{sum(h.Sum(nil)), s.dict.alone()}
	f.sums[s.num] = k
	return k.sum, nil
}

// alone tells whether d leads to no other object.
func (d dict) alone() bool {
	for _, e := range d {
		switch v := e.value.(type) {
		case ref, array, dict:
			if e.key != "Length" && e.key != "Filter" && leads(v) {
				return false
			}
		}
	}
	return true
}

func leads(v any) bool {
	switch v := v.(type) {
	case ref:
		return true
	case array:
		return slices.ContainsFunc(v, leads)
	case dict:
		return slices.ContainsFunc(v, func(e entry) bool { return leads(e.value) })
	}
	return false
}

// piece is room for a piece of a stream.
func (f *File) piece() []byte {
	if f.room == nil {
		f.room = make([]byte, 256<<10)
	}
	return f.room
}

// copy puts the plain text of so many encrypted bytes.
func (l *lock) copy(to hash.Hash, from io.Reader, size int64) error {
	if size < 32 || size%16 != 0 {
		return fmt.Errorf("%d encrypted bytes are no vector and whole blocks", size)
	}
	var vector [16]byte
	if _, err := io.ReadFull(from, vector[:]); err != nil {
		return err
	}
	mode := cipher.NewCBCDecrypter(l.key, vector[:])
	room := make([]byte, 64<<10)
	for left := size - 16; left > 0; {
		b := room[:min(int64(len(room)), left)]
		if _, err := io.ReadFull(from, b); err != nil {
			return err
		}
		mode.CryptBlocks(b, b)
		if left -= int64(len(b)); left == 0 {
			n := int(b[len(b)-1])
			if n < 1 || n > 16 {
				return fmt.Errorf("encrypted data with padding that is none")
			}
			b = b[:len(b)-n]
		}
		to.Write(b)
	}
	return nil
}
