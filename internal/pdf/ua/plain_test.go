package ua_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// printed are objects as text that a test can change.
type printed struct{ b []byte }

func (p *printed) op(operator string, operands ...pdf.Object) {
	for _, o := range operands {
		p.object(o)
		p.b = append(p.b, ' ')
	}
	p.b = append(append(p.b, operator...), '\n')
}

func (p *printed) object(o pdf.Object) {
	switch o := o.(type) {
	case pdf.Name:
		p.b = append(append(p.b, '/'), o...)
	case pdf.Int:
		p.b = strconv.AppendInt(p.b, int64(o), 10)
	case pdf.Real:
		p.b = strconv.AppendFloat(p.b, float64(o), 'f', -1, 64)
	case bool:
		p.b = strconv.AppendBool(p.b, o)
	case pdf.Ref:
		p.b = fmt.Appendf(p.b, "%d 0 R", o.Num)
	case pdf.String:
		if strings.ContainsFunc(string(o), func(r rune) bool { return r < ' ' || r > '~' || r == '(' || r == ')' || r == '\\' }) {
			p.b = fmt.Appendf(p.b, "<%X>", string(o))
		} else {
			p.b = fmt.Appendf(p.b, "(%s)", o)
		}
	case pdf.Array:
		p.b = append(p.b, '[')
		for i, v := range o {
			if i > 0 {
				p.b = append(p.b, ' ')
			}
			p.object(v)
		}
		p.b = append(p.b, ']')
	case pdf.Dict:
		p.b = append(p.b, "<<"...)
		for i, e := range o {
			if i > 0 {
				p.b = append(p.b, ' ')
			}
			p.b = append(append(append(p.b, '/'), e.Key...), ' ')
			p.object(e.Value)
		}
		p.b = append(p.b, ">>"...)
	default:
		p.b = append(p.b, "null"...)
	}
}

// unpacked is a file as text: the bodies of its objects by number, streams
// without filters, and of the trailer what is not of the tables.
func unpacked(t *testing.T, file []byte) (bodies []string, trailer string) {
	t.Helper()
	f, err := pdf.Open(pdf.Bytes(file), "")
	if err != nil {
		t.Fatal(err)
	}
	size, _ := f.Int(f.Trailer().Get("Size"))
	bodies = make([]string, size)
	for n := 1; n < size; n++ {
		o := f.Get(pdf.Ref{Num: n})
		p := &printed{}
		if s, ok := o.(*pdf.Stream); ok {
			if kind := f.Name(s.Dict.Get("Type")); kind == "ObjStm" || kind == "XRef" {
				continue
			}
			data, err := f.Decode(s, 1<<24)
			if err != nil {
				t.Fatal(err)
			}
			p.object(s.Dict.With("Filter", nil).With("DecodeParms", nil).With("Length", nil))
			bodies[n] = string(p.b) + "\nstream\n" + string(data) + "\nendstream"
			continue
		}
		if o != nil {
			p.object(o)
			bodies[n] = string(p.b)
		}
	}
	p := &printed{}
	for _, key := range []pdf.Name{"Root", "Info", "ID"} {
		p.b = append(append(append(p.b, '/'), key...), ' ')
		p.object(f.Trailer().Get(key))
		p.b = append(p.b, ' ')
	}
	return bodies, string(p.b)
}

// packed is a file of such bodies. The lengths of streams are set.
func packed(bodies []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(bodies))
	for n, body := range bodies {
		if body == "" {
			continue
		}
		at[n] = b.Len()
		if head, data, ok := strings.Cut(body, "\nstream\n"); ok {
			body = fmt.Sprintf("%s /Length %d>>\nstream\n%s", strings.TrimSuffix(head, ">>"), len(data)-len("\nendstream"), data)
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(bodies))
	for _, a := range at[1:] {
		if a == 0 {
			b.WriteString("0000000000 00001 f \n")
			continue
		}
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<<%s/Size %d>>\nstartxref\n%d\n%%%%EOF\n", trailer, len(bodies), start)
	return b.Bytes()
}
