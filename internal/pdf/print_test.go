package pdf

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func printed(o Object) string {
	var p printer
	p.object(o)
	return string(p.b)
}

func TestObjectsArePrinted(t *testing.T) {
	for want, o := range map[string]Object{
		"null":                       nil,
		"true":                       true,
		"-5":                         Int(-5),
		"9223372036854775807":        Int(math.MaxInt64),
		"595.28":                     Real(595.28),
		"-0.5":                       Real(-0.5),
		"0":                          Real(-0.0000000000001),
		"0.000001234567":             Real(1.234567e-6),
		"0.05":                       Real(0.05),
		"842":                        Real(842),
		"[0 0]":                      Array{Real(math.NaN()), Real(math.Copysign(0, -1))},
		"/A#20B#2f#23#c3#a6":         Name("A B/#æ"),
		"/ ":                         Name(""),
		"()":                         String(""),
		`(a\(b\)\\c\rd` + "\n)":      String("a(b)\\c\rd\n"),
		"<0d>":                       String("\r"),
		"<28295c>":                   String(`()\`),
		"(\xfe\xff\x00\xe6)":         Text("æ"),
		"(plain)":                    Text("plain"),
		"(\xfe\xff\xd8\x3d\xde\x00)": Text("😀"),
		"[1/2/N(s)3 0 R<</K true/L[]>>null false]": Array{
			Int(1), Name("2"), Name("N"), String("s"), Ref{3, 9}, Dict{{"K", true}, {"L", Array{}}}, nil, false,
		},
		"<</A 2/C/D/E(x)/F 1.5>>": Dict{
			{"A", Int(1)}, {"A", Int(2)}, {"B", nil}, {"C", Name("D")}, {"E", String("x")}, {"F", Real(1.5)},
		},
	} {
		if got := printed(o); got != want {
			t.Errorf("%#v is printed as %q, want %q", o, got, want)
		}
	}
}

// Whatever reads a real gets the same number, but for what is far below any
// device; and nobody needs to know exponents.
func TestRealsArePrinted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		v := (r.Float64() - 0.5) * math.Pow(10, float64(r.IntN(58)-20))
		s := printed(Real(v))
		if strings.ContainsAny(s, "eEnN+") || s == "" || strings.HasPrefix(s, ".") || strings.HasSuffix(s, ".") || s == "-0" {
			t.Fatalf("%g is printed as %q", v, s)
		}
		got, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%g is printed as %q: %v", v, s, err)
		}
		if math.Abs(got-v) > max(1e-12, math.Abs(v)*1e-6) {
			t.Fatalf("%g is printed as %q", v, s)
		}
	}
	if s := printed(Real(math.Inf(-1))); strings.Trim(s, "-.0123456789") != "" {
		t.Errorf("negative infinity is printed as %q", s)
	}
}

// A dictionary of a hostile file may be long.
func TestLongDictionary(t *testing.T) {
	var d Dict
	for i := range 100_000 {
		d = append(d, Entry{Name(strconv.Itoa(i % 50_000)), Int(i)})
	}
	s := printed(d)
	if !strings.HasPrefix(s, "<</0 50000/1 50001/") || strings.Count(s, "/") != 50_000 {
		t.Errorf("of 50,000 keys twice each: %.40q with %d keys", s, strings.Count(s, "/"))
	}
}

// A number that no integer holds keeps its point: qpdf gives up a whole file
// at an integer that it can't hold.
func TestAppendReal(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", -0.5: "-0.5", 1e9 + 0.25: "1000000000", 123456789012: "123456789012",
		1e18: "1000000000000000000.0", 1e300: string(appendReal(nil, 3.4e38)),
	} {
		if got := string(appendReal(nil, v)); got != want {
			t.Errorf("%g is written as %s, want %s", v, got, want)
		}
	}
}

// The empty name is one: fonts have glyphs of that name.
func TestEmptyName(t *testing.T) {
	for _, value := range []Object{Int(26), Ref{Num: 26}, Name("a"), Name(""), true, Dict{}} {
		var p printer
		p.object(Dict{{"", value}, {"b", Array{Name(""), value}}})
		got := (&parser{lexer: lexer{b: p.b}, names: map[string]Object{}}).value(0)
		if diff := cmp.Diff(Object(Dict{{"", value}, {"b", Array{Name(""), value}}}), got); diff != "" {
			t.Errorf("%s is read as (-want +got):\n%s", p.b, diff)
		}
	}
}
