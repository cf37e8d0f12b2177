package packets

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

// A lock is written as encoding/json writes it, whatever is in it.
func TestLockJSON(t *testing.T) {
	same := func(l *Lock) {
		t.Helper()
		want, wrong := json.Marshal(l)
		got, err := l.JSON()
		if string(got) != string(want) || (err == nil) != (wrong == nil) {
			t.Fatalf("%s, %v\nwant %s, %v", got, err, want, wrong)
		}
	}
	same(&Lock{})
	same(&Lock{Pages: []LockPage{}})
	same(&Lock{Pages: []LockPage{{Width: math.Inf(1)}}})
	same(&Lock{Pages: []LockPage{{Height: math.NaN()}}})
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		l := &Lock{Title: `"pages":null`, Pages: make([]LockPage, random.IntN(4))}
		for i := range l.Pages {
			filled(random, reflect.ValueOf(&l.Pages[i]).Elem())
		}
		same(l)
	}
}

// filled puts anything in a value.
func filled(random *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			filled(random, v.Field(i))
		}
	case reflect.Slice:
		n := random.IntN(4)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			filled(random, v.Index(i))
		}
	case reflect.String:
		signs := []string{"a", "Å", "·", "–", "…", "ش", " ", `"`, `\`, "<", ">", "&", "\n", "\x00", "\x7f", "\u2028", "\u2029", "\xff", "\xe2\x80", "\xed\xa0\x80", "\U0001F600"}
		s := ""
		for range random.IntN(6) {
			s += signs[random.IntN(len(signs))]
		}
		v.SetString(s)
	case reflect.Int:
		v.SetInt(int64(random.IntN(3)-1) * random.Int64N(1<<40))
	case reflect.Float64:
		v.SetFloat([]float64{0, -0.5, 595.2755905511812, 841.89, 1e-3, 1e-7, 1e9, 1e21, 1e300, random.Float64(), math.Copysign(0, -1)}[random.IntN(11)])
	default:
		panic(v.Kind())
	}
}
