package pdf

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// tangle are values that lead to each other at random, the first to all.
func tangle(r *rand.Rand) []*thing {
	all := make([]*thing, 2+r.IntN(12))
	for i := range all {
		all[i] = &thing{kind: "[<"[r.IntN(2)]}
	}
	keys := []string{"A", "B", "Parent", "OC", "Contents", "Properties", "Length", "a b", ""}
	scalars := []string{"t", "f", "", "0 ", "-7 ", "0.25 ", "1000000 ", "1000000000000000000000 ", lengthy("/", "DeviceRGB"), lengthy("/", ""), lengthy("(", "a\r)\n")}
	rich := 1 + r.IntN(len(scalars)) // few kinds of scalars make rings that look the same
	for i, x := range all {
		if i > 0 && x.kind == '<' && r.IntN(3) == 0 {
			x.data = "~" + sha("data")
		}
		used := map[string]bool{}
		for n := r.IntN(4); n >= 0; n-- {
			p := part{words: scalars[r.IntN(rich)]}
			if r.IntN(3) > 0 {
				p = part{to: all[r.IntN(len(all))]}
			}
			x.add(r, keys, used, p)
		}
	}
	used := map[string]bool{}
	all[0].parts = nil
	for _, to := range all[1:] {
		if r.IntN(2) == 0 {
			all[0].add(r, keys, used, part{to: to})
		}
	}
	return all
}

func (x *thing) add(r *rand.Rand, keys []string, used map[string]bool, p part) {
	if x.kind == '<' {
		key := keys[r.IntN(len(keys))]
		if used[key] || x.data != "" && key == "Length" {
			return
		}
		used[key], p.key = true, lengthy("/", key)
	}
	x.parts = append(x.parts, p)
	x.sorted()
}

// layout is a way in which things are written: in which order, which of them
// within others, how their scalars are spelt.
type layout struct {
	*rand.Rand
	w      *Writer
	refs   map[*thing]Ref
	inside map[*thing]bool
}

// laidOut is the reader's and the writer's sum of a page with a thing as its
// group.
func laidOut(t *testing.T, r *rand.Rand, all []*thing) [16]byte {
	t.Helper()
	out := newMemory()
	l := layout{r, NewWriter(out, Options{Digests: true, Workers: 1}), map[*thing]Ref{}, map[*thing]bool{}}
	times := map[*thing]int{}
	for _, x := range all {
		for _, p := range x.parts {
			times[p.to]++
		}
	}
	for _, i := range r.Perm(len(all)) {
		x := all[i]
		if l.inside[x] = i > 0 && times[x] == 1 && x.data == "" && !x.reach()[x] && r.IntN(2) == 0; !l.inside[x] {
			l.refs[x] = l.w.Reserve()
		}
	}
	for _, i := range r.Perm(len(all)) {
		if x := all[i]; !l.inside[x] {
			l.w.Set(l.refs[x], l.object(x))
		}
	}
	s := &Sheet{Width: 9, Height: 9}
	s.group = Dict{{"Root", l.refs[all[0]]}}
	if err := l.w.Sheet(s); err != nil {
		t.Fatal(err)
	}
	sums, err := l.w.Sums()
	if err != nil {
		t.Fatal(err)
	}
	if err := l.w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := sumsRead(t, out.bytes); got[0] != sums[0] {
		t.Fatalf("the sum is read as %x, written as %x", got[0], sums[0])
	}
	return sums[0]
}

func (l layout) object(x *thing) Object {
	if x.kind == '[' {
		a := Array{}
		for _, p := range x.parts {
			a = append(a, l.value(p))
		}
		return a
	}
	d := Dict{}
	for _, i := range l.Perm(len(x.parts)) {
		p := x.parts[i]
		d = append(d, Entry{Name(p.key[strings.Index(p.key, ":")+1:]), l.value(p)})
	}
	if x.data != "" {
		return &Stream{Dict: d, Body: Data([]byte("data"))}
	}
	return d
}

func (l layout) value(p part) Object {
	if p.to != nil {
		if l.inside[p.to] {
			return l.object(p.to)
		}
		return l.refs[p.to]
	}
	o := scalar(p.words)
	if n, ok := o.(Real); ok && n == Real(int64(n)) && l.IntN(2) == 0 {
		o = Int(n)
	}
	if l.IntN(4) == 0 {
		return l.w.Add(o)
	}
	return o
}

// scalar is the object that words say.
func scalar(words string) Object {
	switch kind, rest, _ := strings.Cut(words, ":"); {
	case words == "":
		return nil
	case kind[0] == '/':
		return Name(rest)
	case kind[0] == '(':
		return String(rest)
	case words == "t" || words == "f":
		return words == "t"
	}
	var f float64
	fmt.Sscan(words, &f)
	return Real(f)
}

// What a sheet shows has one sum, in whatever way it is written; it is that
// which is told slowly. Where one scalar is another, so is the sum.
func TestSumsOfTangles(t *testing.T) {
	rings := 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 0))
		all := tangle(r)
		for x := range all[0].reach() {
			if x.reach()[x] {
				rings++
				break
			}
		}
		want := [16]byte([]byte(sha("0 0 9 9 1 0 " + (&thing{kind: '<', parts: []part{
			{key: lengthy("/", "Contents"), to: &thing{kind: '<', data: "~" + sha("")}},
			{key: lengthy("/", "Group"), to: &thing{kind: '<', parts: []part{{key: lengthy("/", "Root"), to: all[0]}}}},
			{key: lengthy("/", "Resources"), to: &thing{kind: '<'}},
		}}).part())))
		for range 2 {
			if got := laidOut(t, r, all); got != want {
				t.Fatalf("seed %d: the sum is %x, told slowly %x", seed, got, want)
			}
		}
		if changed(r, all) {
			if got := laidOut(t, r, all); got == want {
				t.Fatalf("seed %d: a scalar is another, and the sum is not", seed)
			}
		}
	}
	if rings < 300 {
		t.Errorf("only %d of the files have rings", rings)
	}
}

// changed changes a scalar that the first thing leads to.
func changed(r *rand.Rand, all []*thing) bool {
	for _, i := range r.Perm(len(all)) {
		if !all[0].reach()[all[i]] {
			continue
		}
		for j, p := range all[i].parts {
			if p.to == nil {
				all[i].parts[j].words = lengthy("(", "another")
				return true
			}
		}
	}
	return false
}

// What is deep, or leads to itself, is come to once, however many sheets show
// it, and wherever they begin.
func TestSumsOfWhatIsLarge(t *testing.T) {
	const sheets, objects = 2000, 100_000
	for name, last := range map[string]int{"deep": 0, "ring": 1, "two rings": objects / 2} {
		g := &graph{}
		for num := 1; num <= objects; num++ {
			next := Object(Ref{Num: num + 1})
			if num == objects {
				next = Ref{Num: last}
			}
			if last > 1 && num%2 == 0 {
				next = Array{next, Ref{Num: num - 1}}
			}
			g.object(Ref{Num: num}, Dict{{"Next", next}, {"I", Int(num)}})
		}
		for i := range sheets {
			g.shows(Dict{{"Contents", Ref{Num: objects - 7*i}}, {"MediaBox", reals(0, 0, 1, 2)}})
		}
		g.start(objects + 1)
		seen := map[string]bool{}
		for i := range g.sheets {
			b, err := g.told(&g.sheets[i])
			if err != nil {
				t.Fatal(name, err)
			}
			seen[string(b)] = true
		}
		if len(seen) != sheets || int(g.last) > objects+len(g.inner)+sheets {
			t.Errorf("%s: %d texts of %d sheets, %d steps between %d objects", name, len(seen), sheets, g.last, objects)
		}
	}
	g := &graph{}
	for num := 1; num <= 200; num++ {
		g.object(Ref{Num: num}, Dict{{"Next", Ref{Num: num%200 + 1}}, {"Is", num%100 == 0}})
	}
	g.shows(Dict{{"Contents", Ref{Num: 1}}, {"MediaBox", reals(0, 0, 1, 2)}})
	g.start(201)
	if _, err := g.told(&g.sheets[0]); !errors.Is(err, ErrLimit) {
		t.Errorf("a ring that is the same from two of its values, and long: %v", err)
	}
}
