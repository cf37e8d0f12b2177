package proof

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"testing"
)

// packedFile is a file with an object stream and a cross-reference stream, from
// objects of which none is a stream but those that say so.
func packedFile(objects []string) []byte {
	var b, inner bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	type place struct{ kind, at, index int }
	places := make([]place, len(objects)+2)
	heads, n := "", 0
	for num, o := range objects {
		if num == 0 {
			continue
		}
		if bytes.Contains([]byte(o), []byte("stream\n")) {
			places[num] = place{1, b.Len(), 0}
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", num, o)
			continue
		}
		places[num] = place{2, len(objects), n}
		heads += fmt.Sprintf("%d %d ", num, inner.Len())
		inner.WriteString(o + "\n")
		n++
	}
	places[len(objects)] = place{1, b.Len(), 0}
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(objects), body(fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", n, len(heads)), deflated(heads+inner.String())))
	start := b.Len()
	places[len(objects)+1] = place{1, start, 0}
	rows := ""
	for _, p := range places {
		rows += string([]byte{byte(p.kind), byte(p.at >> 8), byte(p.at), byte(p.index)})
	}
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", len(objects)+1,
		body(fmt.Sprintf("/Type/XRef/W[1 2 1]/Root 1 0 R/Size %d/Filter/FlateDecode", len(places)), deflated(rows)), start)
	return b.Bytes()
}

func deflated(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

// Whatever the bytes are, reading them ends soon, and without a panic.
func FuzzFile(f *testing.F) {
	f.Add(table(packet(), ""))
	f.Add(packedFile(packet()))
	f.Add(table(packet(), "/Encrypt<</Filter/Standard/V 5/R 6/StmF/A/StrF/A/CF<</A<</CFM/AESV3>>>>>>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if readAll(file, "") == nil && readAll(file, "other") != nil {
			t.Error("a password makes a difference to a file that opens without one")
		}
	})
}

func TestPackedFile(t *testing.T) {
	file := packedFile(packet())
	if err := readAll(file, ""); err != nil {
		t.Fatal(err)
	}
	f, g := open(t, file), open(t, table(packet(), ""))
	for n := 1; n <= 2; n++ {
		a, _ := f.Sheet(n)
		b, _ := g.Sheet(n)
		x, _ := f.Sum(n)
		y, _ := g.Sum(n)
		if fmt.Sprint(a) != fmt.Sprint(b) || x != y {
			t.Errorf("page %d: %v %x, want %v %x", n, a, x, b, y)
		}
	}
}
