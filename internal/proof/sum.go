package proof

import (
	"bytes"
	"crypto/cipher"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"slices"
)

const keptSums = 1 << 16 // digests of streams that are remembered

type sum = [sha256.Size]byte

// Sum tells of what data the nth page is made, from 1. It is the digest of the
// size of the page and how it is turned, and of the digests, each once and in
// order, of every stream that its contents and resources lead to, as it stands
// in the file before encryption. It knows nothing of what dictionaries say of
// these: which name a picture has, with which colours it is shown, where a form
// ends.
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
	r := reach{f: f, seen: make([]uint64, len(f.spots)/64+1), page: true}
	if err := r.all(page.get("Contents"), page.get("Resources")); err != nil {
		return out, err
	}
	slices.SortFunc(r.sums, func(a, b sum) int { return bytes.Compare(a[:], b[:]) })
	h := sha256.New()
	fmt.Fprintf(h, "%.3f %.3f %v\n", box[2]-box[0], box[3]-box[1], turned)
	for _, s := range slices.Compact(r.sums) {
		h.Write(s[:])
	}
	return [16]byte(h.Sum(nil)), nil
}

// reach follows what a page leads to. Of pages, whose /Parent leads to the whole
// file, none lies behind contents or resources; names are free there, and a
// picture may be called /Parent.
type reach struct {
	f    *File
	seen []uint64 // a bit for every object
	todo []ref    // objects may lead to each other in any depth
	sums []sum
	page bool // what is followed is a page, and not what pages share
}

const keptBelow = 1 << 17 // digests below objects that pages share

// shared are the digests below an object that a page before this one came to
// also; so what a thousand pages share is followed twice, and not a thousand
// times.
func (r *reach) shared(to ref) (sums []sum, ok bool, err error) {
	f := r.f
	if sums, ok = f.below[to.num]; ok || !r.page {
		return sums, ok, nil
	}
	if f.came == nil {
		f.came, f.below = make([]uint64, len(r.seen)), map[int][]sum{}
	}
	word, bit := to.num/64, uint64(1)<<(to.num%64)
	if f.came[word]&bit == 0 {
		f.came[word] |= bit
		return nil, false, nil
	}
	if err := f.spend(int64(len(r.seen))); err != nil {
		return nil, false, err
	}
	all := reach{f: f, seen: make([]uint64, len(r.seen))}
	if err := all.all(to); err != nil {
		return nil, false, err
	}
	slices.SortFunc(all.sums, func(a, b sum) int { return bytes.Compare(a[:], b[:]) })
	sums = slices.Clip(slices.Compact(all.sums))
	if f.belows += len(sums) + 1; f.belows > keptBelow {
		clear(f.below)
		f.belows = len(sums) + 1
	}
	f.below[to.num] = sums
	return sums, true, nil
}

func (r *reach) all(from ...any) error {
	for _, v := range from {
		if err := r.direct(v); err != nil {
			return err
		}
	}
	for len(r.todo) > 0 {
		to := r.todo[len(r.todo)-1]
		r.todo = r.todo[:len(r.todo)-1]
		sums, known, err := r.shared(to)
		if known || err != nil {
			r.sums = append(r.sums, sums...)
		} else {
			var v any
			if v, err = r.f.object(to); err == nil {
				err = r.direct(v)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// direct takes note of what v is and leads to.
func (r *reach) direct(v any) error {
	switch v := v.(type) {
	case ref:
		word, bit := v.num/64, uint64(1)<<(v.num%64)
		if v.num < 0 || word >= len(r.seen) || r.seen[word]&bit != 0 {
			return nil
		}
		r.seen[word] |= bit
		if s, known := r.f.sums[v.num]; known && s.alone {
			r.sums = append(r.sums, s.sum)
			return nil
		}
		r.todo = append(r.todo, v)
	case array:
		for _, x := range v {
			if err := r.direct(x); err != nil {
				return err
			}
		}
	case dict:
		for _, e := range v {
			if err := r.direct(e.value); err != nil {
				return err
			}
		}
	case *stream:
		s, err := r.f.streamSum(v)
		if err != nil {
			return fmt.Errorf("object %d: %w", v.num, err)
		}
		r.sums = append(r.sums, s)
		return r.direct(v.dict)
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
