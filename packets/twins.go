package packets

import (
	"crypto/sha256"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"mappe/internal/pdf"
	"mappe/profile"
)

// pair finds the files that hold the same bytes under several names. They then
// share what is read of them, so a packet stores it once. Only files of one size
// are read for that: a sample of each, and all of those whose samples are the
// same. None is read twice.
func (in Inputs) pair(named []profile.File) {
	sizes := map[int64][]*content{} // one for each content
	seen := map[*Input]bool{}
	for _, f := range named {
		x := in.found[key(f)]
		if x == nil || seen[x] {
			continue
		}
		seen[x] = true
		c, of := &content{Input: x}, sizes[x.Size]
		if i := slices.IndexFunc(of, c.same); i >= 0 {
			x.share(of[i].Input)
		} else {
			sizes[x.Size] = append(of, c)
		}
	}
}

// share makes x be read through its twin.
func (x *Input) share(twin *Input) {
	maps.Copy(twin.worded, x.worded)
	x.twin = twin
	x.source, x.document, x.picture, x.checks, x.worded = twin.source, twin.document, twin.picture, twin.checks, twin.worded
}

// content is a file with the digest of a sample of it, once it was asked for.
type content struct {
	*Input
	sample digest
}

// same tells whether two files of one size hold the same bytes.
func (x *content) same(y *content) bool {
	if x.volume != nil && y.volume != nil && os.SameFile(x.volume.info, y.volume.info) {
		return true
	}
	if x.sampled() != y.sampled() {
		return false
	}
	a, err := x.digest()
	b, failed := y.digest()
	return err == nil && failed == nil && a == b
}

func (x *content) sampled() digest {
	if x.sample == "" {
		x.sample = sampled(x.source)
	}
	return x.sample
}

const (
	samples   = 16
	sampleLen = 4 << 10
)

// digest is that of a sample, or says of a file that can't be read which it is:
// that equals no other.
type digest string

// sampled is the digest of some parts of a file.
func sampled(s *pdf.Source) digest {
	h := sha256.New()
	b := make([]byte, sampleLen)
	for i := range int64(samples) {
		n, err := s.ReadAt(b, max(0, s.Size()-sampleLen)*i/(samples-1))
		if err != nil && err != io.EOF {
			return unreadable(s)
		}
		h.Write(b[:n])
	}
	return digest(h.Sum(nil))
}

func unreadable(s *pdf.Source) digest { return digest("cannot be read: " + s.Name) }

// repeated are remarks on content that is in the packet more than once: pages
// that are selected again, and files that are the same under two names.
func (b *binder) repeated() (all []Remark) {
	var sources []*pdf.Source
	uses := map[*pdf.Source][]mention{}
	for _, u := range b.uses {
		if u.Use = b.here(u); u.Labels != nil {
			s := u.pieces[0].input.source
			if uses[s] == nil {
				sources = append(sources, s)
			}
			uses[s] = append(uses[s], u)
		}
	}
	for _, s := range sources {
		if r, again := b.again(uses[s]); again {
			all = append(all, r)
		}
	}
	return all
}

// again is the remark on the uses of one content.
func (b *binder) again(uses []mention) (r Remark, again bool) {
	times := map[int]int{} // of each page
	for _, u := range uses {
		for _, n := range u.Pages {
			times[n]++
		}
	}
	var names, numbers, where []string
	labels := map[string][]string{} // by number
	put := func(all *[]string, s string) {
		if !slices.Contains(*all, s) {
			*all = append(*all, s)
		}
	}
	for _, u := range uses {
		for i, l := range u.Labels {
			if times[u.Pages[i]] > 1 {
				put(&names, u.path)
				put(&numbers, u.Number)
				labels[u.Number] = append(labels[u.Number], l)
			}
		}
	}
	if names == nil {
		return r, false
	}
	for _, n := range numbers {
		where = append(where, b.v.place(n, labels[n]))
	}
	r = Remark{Kind: "twice", File: names[0], Where: strings.Join(where, "; ")}
	if len(names) > 1 {
		r.Kind, r.Detail = "same", strings.Join(names[1:], ", ")
	}
	return r, true
}

// place names pages of an item.
func (v Voice) place(number string, labels []string) string {
	id := "place.pages"
	if len(labels) == 1 {
		id = "place.page"
	}
	return v.Must(id, "Number", number, "Pages", together(labels, "–"))
}
