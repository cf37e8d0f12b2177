package specimen

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"strings"
)

// crossed is a file with a cross-reference stream. Held says which objects
// lie in which object stream and at what index. The rest replaces what would
// be right where it is set.
type crossed struct {
	objects    []string
	held       map[int][2]int
	w, index   string
	size, dict string
	rows       []byte
}

func (c crossed) bytes() []byte {
	b, offsets := body(c.objects)
	self := len(offsets)
	offsets = append(offsets, len(b))
	rows := c.rows
	if rows == nil {
		for n, at := range offsets {
			in, ok := c.held[n]
			switch {
			case ok:
				rows = append(rows, 2)
				rows = binary.BigEndian.AppendUint32(rows, uint32(in[0]))
				rows = binary.BigEndian.AppendUint16(rows, uint16(in[1]))
			case at == 0:
				rows = append(rows, 0, 0, 0, 0, 0, 0, 0)
			default:
				rows = append(rows, 1)
				rows = binary.BigEndian.AppendUint32(rows, uint32(at))
				rows = append(rows, 0, 0)
			}
		}
	}
	or := func(a, b string) string {
		if a != "" {
			return a
		}
		return b
	}
	dict := "/Type/XRef/Root 1 0 R/W" + or(c.w, "[1 4 2]") + "/Size " + or(c.size, fmt.Sprint(len(offsets))) + c.dict
	if c.index != "" {
		dict += "/Index" + c.index
	}
	b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", self, Stream(dict, string(rows)))
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", offsets[self])
}

// tableStreams are files whose cross-reference stream lies.
func tableStreams() []File {
	lie := func(change func(*crossed)) func() []byte {
		return func() []byte {
			c := crossed{objects: Paper{}.objects()}
			change(&c)
			return c.bytes()
		}
	}
	return []File{
		{Name: "xref stream/sound", Pages: 1, Data: lie(func(*crossed) {})},
		{Name: "xref stream/index from 2^31", Pages: 1, Data: lie(func(c *crossed) { c.index = "[2147483648 10]" })},
		{Name: "xref stream/index of 2^31", Pages: 1, Data: lie(func(c *crossed) { c.index = "[0 2147483648]" })},
		{Name: "xref stream/index negative", Pages: 1, Data: lie(func(c *crossed) { c.index = "[-5 20]" })},
		{Name: "xref stream/index odd", Pages: 1, Data: lie(func(c *crossed) { c.index = "[0 1 1]" })},
		{Name: "xref stream/index 100,000 times", Pages: 1, Data: lie(func(c *crossed) { c.index = "[" + strings.Repeat("0 11 ", 100_000) + "]" })},
		{Name: "xref stream/widths huge", Pages: 1, Data: lie(func(c *crossed) { c.w = "[2147483647 2147483647 2147483647]" })},
		{Name: "xref stream/widths overflow", Pages: 1, Data: lie(func(c *crossed) { c.w = "[9223372036854775807 1 1]" })},
		{Name: "xref stream/widths negative", Pages: 1, Data: lie(func(c *crossed) { c.w = "[-1 4 2]" })},
		{Name: "xref stream/widths zero", Pages: 1, Data: lie(func(c *crossed) { c.w = "[0 0 0]" })},
		{Name: "xref stream/widths too few", Pages: 1, Data: lie(func(c *crossed) { c.w = "[1 4]" })},
		{Name: "xref stream/widths missing", Pages: 1, Data: lie(func(c *crossed) { c.w = "null" })},
		{Name: "xref stream/size huge", Pages: 1, Data: lie(func(c *crossed) { c.size = "1099511627776" })},
		{Name: "xref stream/size negative", Pages: 1, Data: lie(func(c *crossed) { c.size = "-1" })},
		{Name: "xref stream/prev to itself", Pages: 1, Data: func() []byte {
			c := crossed{objects: Paper{}.objects(), dict: "/Prev 10000"}
			b := c.bytes()
			at := bytes.LastIndex(b, []byte("10 0 obj"))
			return bytes.Replace(b, []byte("/Prev 10000"), fmt.Appendf(nil, "/Prev %5d", at), 1)
		}},
		{Name: "xref stream/rows cut", Pages: 1, Data: lie(func(c *crossed) { c.rows = []byte{1, 0, 0} })},
		{Name: "xref stream/rows all ones", Pages: 1, Data: lie(func(c *crossed) { c.rows = bytes.Repeat([]byte{255}, 77) })},
		{Name: "xref stream/all held by themselves", Pages: Either, Data: lie(func(c *crossed) {
			c.held = map[int][2]int{}
			for n := range 10 {
				c.held[n] = [2]int{n, 0}
			}
		})},
		{Name: "xref stream/predictor of 2^31 columns", Pages: 1, Data: lie(func(c *crossed) {
			c.dict = "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 32/BitsPerComponent 16>>"
			c.rows = deflated("\x00")
		})},
		{Name: "xref stream/predictor overflows", Pages: 1, Data: lie(func(c *crossed) {
			c.dict = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 4611686018427387904/Colors 4/BitsPerComponent 8>>"
			c.rows = deflated("\x00")
		})},
		{Name: "xref stream/2 GB inflated", Pages: 1, Data: lie(func(c *crossed) {
			c.dict, c.rows = "/Filter/FlateDecode", inflates(2<<30, 0)
		})},
		{Name: "xref stream/20 GB inflated twice", Pages: 1, Data: lie(func(c *crossed) {
			c.dict, c.rows = "/Filter[/FlateDecode/FlateDecode]", twice()
		})},
	}
}

// holder is an object stream of the objects, each with its number.
func holder(dict string, numbers []int, bodies []string) string {
	var index, data strings.Builder
	for i, n := range numbers {
		fmt.Fprintf(&index, "%d %d ", n, data.Len())
		data.WriteString(bodies[i] + " ")
	}
	dict = "/Type/ObjStm" + dict
	if !strings.Contains(dict, "/N ") {
		dict += fmt.Sprintf("/N %d", len(numbers))
	}
	if !strings.Contains(dict, "/First ") {
		dict += fmt.Sprintf("/First %d", index.Len())
	}
	return Stream(dict, index.String()+data.String())
}

// packed are files whose catalog, page tree and page lie in an object stream
// that lies.
func packed() []File {
	stored := func(dict string, change func(*crossed)) func() []byte {
		return func() []byte {
			o := Paper{}.objects()
			c := crossed{objects: o, held: map[int][2]int{1: {7, 0}, 2: {7, 1}, 3: {7, 2}}}
			o[7] = holder(dict, []int{1, 2, 3}, o[1:4])
			o[1], o[2], o[3] = "", "", ""
			if change != nil {
				change(&c)
			}
			return c.bytes()
		}
	}
	bomb := func(filter string, data func() []byte) func() []byte {
		return stored("", func(c *crossed) {
			c.objects[7] = Stream("/Type/ObjStm/N 3/First 20/Filter"+filter, string(data()))
		})
	}
	return []File{
		{Name: "object stream/sound", Pages: 1, Data: stored("", nil)},
		{Name: "object stream/count huge", Pages: Either, Data: stored("/N 2147483647", nil)},
		{Name: "object stream/count negative", Pages: Either, Data: stored("/N -1", nil)},
		{Name: "object stream/first beyond", Data: stored("/First 99999999", nil)},
		{Name: "object stream/first negative", Data: stored("/First -7", nil)},
		{Name: "object stream/extends itself", Pages: 1, Data: stored("/Extends 7 0 R", nil)},
		{Name: "object stream/extends in a ring", Pages: 1, Data: stored("/Extends 8 0 R", func(c *crossed) {
			c.objects[8] = holder("/Extends 7 0 R", nil, nil)
		})},
		{Name: "object stream/inside itself", Pages: 1, Data: stored("", func(c *crossed) { c.held[7] = [2]int{7, 0} })},
		{Name: "object stream/inside another inside it", Pages: 1, Data: stored("", func(c *crossed) {
			c.held[7], c.held[8] = [2]int{8, 0}, [2]int{7, 0}
		})},
		{Name: "object stream/length inside itself", Pages: Either, Data: stored("/Length 6 0 R", func(c *crossed) { c.held[6] = [2]int{7, 3} })},
		{Name: "object stream/index wrong", Pages: Either, Data: stored("", func(c *crossed) {
			c.held = map[int][2]int{1: {7, 60000}, 2: {7, 0}, 3: {7, 1}}
		})},
		{Name: "object stream/objects overlap", Pages: Either, Data: stored("", func(c *crossed) {
			c.objects[7] = Stream("/Type/ObjStm/N 3/First 15", "1 0 2 0 3 0    <</Type/Catalog/Pages 2 0 R/Kids[3 0 R]>>")
		})},
		{Name: "object stream/offsets beyond", Data: stored("", func(c *crossed) {
			c.objects[7] = Stream("/Type/ObjStm/N 3/First 40", "1 999999999 2 -5 3 9223372036854775807 <</Type/Catalog>>")
		})},
		{Name: "object stream/2 GB inflated", Data: bomb("/FlateDecode", gigabytes)},
		{Name: "object stream/20 GB inflated twice", Data: bomb("[/FlateDecode/FlateDecode]", twice)},
		{Name: "object stream/not deflated", Data: bomb("/FlateDecode", data("1 0 2 5 3 9 not deflated"))},
		{Name: "object stream/filter unknown", Data: bomb("/Unheard", data("1 0 2 5 3 9"))},
	}
}

func deflated(s string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Bytes()
}
