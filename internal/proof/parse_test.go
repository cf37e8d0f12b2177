package proof

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// parsedValue is the value that s is, as one of a file.
func parsedValue(s string, want ...name) (any, error) {
	p := parser{b: []byte(s), want: want, slate: new(slate)}
	return p.value(0)
}

// Numbers are those that strconv reads, to the last bit, and nothing else is one.
func TestNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		s := fmt.Sprintf("%.*f", 1+random.IntN(12), (random.Float64()-0.5)*float64(int(1)<<random.IntN(45)))
		want, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := parsedValue(s); got != want || err != nil {
			t.Fatalf("%s: %v, %v", s, got, err)
		}
	}
	for s, want := range map[string]any{
		"12": 12, "-12": -12, "+3": 3, "12 0": 12, "12 0 R": ref{12, 0}, "12 0 Rx": 12, "5.": 5.0, ".5": 0.5, "-.5": -0.5,
		"1234567890123456789": 1234567890123456789.0, "0.1000000000000000055": 0.1,
	} {
		if got, err := parsedValue(s); got != want || err != nil {
			t.Errorf("%s: %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"-", ".", "+", "-.", "1e5", "0x1", "--1", "1-2", "1.2.3", "+-1", "1_0"} {
		if got, err := parsedValue(s); err == nil {
			t.Errorf("%s: %v", s, got)
		}
		if got, err := parsedValue("<</A "+s+"/B 1>>", "B"); err == nil {
			t.Errorf("%s, which nobody asks for: %v", s, got)
		}
	}
}

// Values stay what they are while others are read in the same room.
func TestValuesStay(t *testing.T) {
	var shared slate
	var all []any
	source := func(i int) string {
		return fmt.Sprintf("<</N%d %d/A[%d(a\\(%d)[%d 0 R/N%d]]/D<</E<%02x>/F[]/G<<>>>>%s>>", i%700, i, i, i, i, i%5, i%256, strings.Repeat(" ", i%3))
	}
	for i := range 2000 {
		p := parser{b: []byte(source(i)), slate: &shared}
		v, err := p.value(0)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	for i, got := range all {
		want := dict{{name(fmt.Sprintf("N%d", i%700)), i},
			{"A", array{i, text(fmt.Sprintf("a(%d", i)), array{ref{i, 0}, name(fmt.Sprintf("N%d", i%5))}}},
			{"D", dict{{"E", text([]byte{byte(i)})}, {"F", array{}}, {"G", dict{}}}}}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: %v", source(i), got)
		}
	}
}

// Of a dictionary of which something is wanted nothing else is told, and all of
// it must be right.
func TestWanted(t *testing.T) {
	for s, want := range map[string]any{
		"<</A 1/B[(c)<</A 2/A#41 3>>]/C<</B 4>>>>": dict{{"C", dict{{"B", 4}}}},
		"<</B 1>>":          dict{},
		"<</B<</C[1 2]>>>>": dict{},
	} {
		if got, err := parsedValue(s, "C", "D"); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v; want %v", s, got, err, want)
		}
	}
	for s, want := range map[string]string{
		"<</B 1/B 2>>":         "key /B stands twice in a dictionary",
		"<</B[1 2>>":           "/B: unexpected \">\"",
		"<</B obj>>":           "/B: unexpected \"obj\"",
		"<</B<</C 1 2>>>>":     "/B: \"2\" where a key of a dictionary should stand",
		"<</B(a>>":             "/B: a string does not end",
		"<</B<4g>>>":           "/B: \"g\" in a string of hexadecimal digits",
		"<</B 1/C<</B 1/B 2>>": "/C: key /B stands twice in a dictionary",
	} {
		if got, err := parsedValue(s, "C"); err == nil || err.Error() != want {
			t.Errorf("%s: %v, %v", s, got, err)
		}
	}
}
