package pdf

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// thing is an array, a dictionary or a stream, as docs/lock.md sees it. It is
// told slowly, without any care for what that costs.
type thing struct {
	kind  byte   // [ or <
	data  string // digest of a stream
	parts []part
	sum   string
	below map[*thing]bool
}

// part is a value of a thing: in words, none for null, or a thing itself.
type part struct {
	key   string // in words
	words string
	to    *thing
}

// reach is what a thing leads to.
func (x *thing) reach() map[*thing]bool {
	if x.below == nil {
		x.below = map[*thing]bool{}
		todo := []*thing{x}
		for len(todo) > 0 {
			at := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			for _, p := range at.parts {
				if p.to != nil && !x.below[p.to] {
					x.below[p.to], todo = true, append(todo, p.to)
				}
			}
		}
	}
	return x.below
}

// said is a thing in its own words; inner says those of its ring.
func (x *thing) said(inner func(*thing) string) string {
	words := x.data + string(x.kind)
	for _, p := range x.parts {
		switch {
		case p.to != nil && x.reach()[p.to] && p.to.reach()[x]:
			words += p.key + "@" + inner(p.to)
		case p.to != nil:
			words += p.key + p.to.part()
		case p.words != "":
			words += p.key + p.words
		case p.key == "":
			words += "n"
		}
	}
	return words + map[byte]string{'[': "]", '<': ">"}[x.kind]
}

// part is a thing in the words of others.
func (x *thing) part() string {
	if x.sum == "" {
		x.sum = sha(x.own())
	}
	return "&" + x.sum
}

func (x *thing) own() string {
	if !x.reach()[x] {
		return x.said(nil)
	}
	var ring []*thing
	for to := range x.reach() {
		if to.reach()[x] {
			ring = append(ring, to)
		}
	}
	marks, kinds := map[*thing]string{}, 0
	for round := 0; ; round++ {
		now, times := map[*thing]string{}, map[string]int{}
		for _, r := range ring {
			now[r] = sha(r.said(func(to *thing) string { return marks[to] }))
			times[now[r]]++
		}
		marks = now
		slices.SortFunc(ring, func(a, b *thing) int { return cmp.Compare(marks[a], marks[b]) })
		if i := slices.IndexFunc(ring, func(r *thing) bool { return times[marks[r]] == 1 }); i >= 0 {
			return x.numbered(ring[i], func(r *thing) *thing { return r })
		}
		if len(times) == kinds {
			return x.numbered(ring[0], func(r *thing) *thing {
				return ring[slices.IndexFunc(ring, func(like *thing) bool { return marks[like] == marks[r] })]
			})
		}
		kinds = len(times)
	}
}

func (x *thing) numbered(head *thing, like func(*thing) *thing) string {
	order, all := []*thing{like(head)}, "r"
	number := func(to *thing) int {
		if !slices.Contains(order, like(to)) {
			order = append(order, like(to))
		}
		return slices.Index(order, like(to))
	}
	for i := 0; i < len(order); i++ {
		all += order[i].said(func(to *thing) string { return strconv.Itoa(number(to)) + " " })
	}
	return "o" + sha(all) + strconv.Itoa(number(x))
}

// layered tells whether layers can make a difference to a thing.
func (x *thing) layered() bool {
	for to := range x.reach() {
		if slices.ContainsFunc(to.parts, func(p part) bool {
			return (p.key == "/2:OC" || p.key == "/10:Properties") && (p.to != nil || p.words != "")
		}) {
			return true
		}
	}
	return false
}

// sorted puts the entries of a dictionary in order: that of their keys, and not
// of the words for these.
func (x *thing) sorted() {
	key := func(p part) string { return p.key[strings.Index(p.key, ":")+1:] }
	slices.SortFunc(x.parts, func(a, b part) int { return cmp.Compare(key(a), key(b)) })
}

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return string(sum[:])
}

// lengthy is a name or a string in words.
func lengthy(kind, s string) string { return fmt.Sprintf("%s%d:%s", kind, len(s), s) }
