package pdf

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// Random graphs, with rings and with streams that are the same.
func TestSumsOfRandomGraphs(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		g, n := &graph{}, 2+r.IntN(60)
		p := printer{note: true}
		for num := 1; num < n; num++ {
			for range r.IntN(5) {
				p.refs = append(p.refs, int32(1+r.IntN(n-1)))
			}
			g.refers(Ref{Num: num}, &p)
			if r.IntN(2) == 0 {
				*g.sum(Ref{Num: num}) = [32]byte{byte(r.IntN(20))}
			}
		}
		for range 1 + r.IntN(30) {
			var resources Array
			for range r.IntN(4) {
				resources = append(resources, Ref{Num: 1 + r.IntN(n-1)})
			}
			g.shows(Dict{{"Resources", resources}, {"MediaBox", reals(0, 0, 1, 2)}})
		}
		s := g.summer(n)
		for i, on := range g.sheets {
			got, err := s.sheet(on)
			if want := g.slowly(on); got != want || err != nil {
				t.Fatalf("seed %d, sheet %d: %x, %v, want %x", seed, i+1, got, err, want)
			}
		}
	}
}

// slowly is the sum of a sheet, told without any memory.
func (g *graph) slowly(on view) [16]byte {
	found, seen := map[[32]byte]bool{}, map[int32]bool{}
	var walk func(at int32)
	walk = func(at int32) {
		for ; at > 0 && g.refs[at-1] != 0; at++ {
			n := g.refs[at-1]
			if seen[n] {
				continue
			}
			seen[n] = true
			if sum := g.nodes[n].sum; sum != nil {
				found[*sum] = true
			}
			walk(g.nodes[n].refs)
		}
	}
	walk(on.refs)
	text := on.line
	for _, d := range slices.SortedFunc(maps.Keys(found), func(a, b [32]byte) int { return cmp.Compare(a[0], b[0]) }) {
		text += string(d[:])
	}
	sum := sha256.Sum256([]byte(text))
	return [16]byte(sum[:])
}

// Pages that share a large dictionary look into it twice.
func TestSumsOfWhatIsShared(t *testing.T) {
	const sheets, objects = 2000, 20_000
	g := &graph{}
	p := printer{note: true}
	for num := 2; num < objects; num++ { // a chain below a dictionary that knows all of it
		p.refs = append(p.refs, int32(num+1))
		g.refers(Ref{Num: num}, &p)
		p.refs = append(p.refs[:0], int32(num))
	}
	g.sum(Ref{Num: objects})
	p.refs = nil
	for num := 2; num <= objects; num++ {
		p.refs = append(p.refs, int32(num))
	}
	g.refers(Ref{Num: 1}, &p)
	for i := range sheets {
		form := Ref{Num: objects + 1 + i}
		g.sum(form)[0] = byte(i)
		p.refs = append(p.refs, 1)
		g.refers(form, &p)
		g.shows(Dict{{"Contents", form}, {"MediaBox", reals(0, 0, 1, 2)}})
	}
	s := g.summer(objects + 1 + sheets)
	for _, on := range g.sheets {
		if _, err := s.sheet(on); err != nil {
			t.Fatal(err)
		}
	}
	if most := 2*objects + 10*sheets; s.steps > most {
		t.Errorf("%d steps, more than %d", s.steps, most)
	}
	s.steps = maxSumSteps
	if _, err := s.sheet(g.sheets[0]); err == nil {
		t.Error("any number of steps is taken")
	}
}
