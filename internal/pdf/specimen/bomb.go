package specimen

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
)

// inflates is a zlib stream of size times the same byte, made in no time: a
// deflated megabyte that ends on a whole byte, over and over.
func inflates(size int64, of byte) []byte {
	const part = 1 << 20
	var chunk bytes.Buffer
	w, _ := flate.NewWriter(&chunk, flate.BestCompression)
	w.Write(bytes.Repeat([]byte{of}, part))
	w.Flush()
	b := append([]byte{0x78, 0xda}, bytes.Repeat(chunk.Bytes(), int(size/part))...)
	b = append(b, 1, 0, 0, 0xff, 0xff) // a last block, empty
	return binary.BigEndian.AppendUint32(b, alike(size, of))
}

// alike is the Adler-32 sum of size times the same byte.
func alike(size int64, of byte) uint32 {
	const mod = 65521
	n, c := uint64(size%(2*mod)), uint64(of) // both sums repeat after 2·mod bytes
	return uint32((n+n*(n+1)/2%mod*c)%mod<<16 | (1+n*c)%mod)
}

// lzw is zeros packed as tightly as LZW can: each code stands for one zero
// more than the one before it.
func lzw(rounds int) []byte {
	var out []byte
	var acc, bits uint
	put := func(code, width uint) {
		acc, bits = acc<<width|code, bits+width
		for ; bits >= 8; bits -= 8 {
			out = append(out, byte(acc>>(bits-8)))
		}
		acc &= 1<<bits - 1
	}
	width := uint(9)
	for range rounds {
		put(256, width)
		width = 9
		put(0, width)
		for code := uint(258); code < 4094; code++ {
			if code+1 >= 1<<width && width < 12 { // early change
				width++
			}
			put(code, width)
		}
	}
	put(257, width)
	return append(out, byte(acc<<(8-bits)))
}

// What is large before it is made small, made when it is first asked for.
var (
	gigabytes = sync.OnceValue(func() []byte { return inflates(2<<30, ' ') })
	twice     = sync.OnceValue(func() []byte { return deflated(string(inflates(20<<30, ' '))) })
	runs      = sync.OnceValue(func() []byte { return deflated(strings.Repeat("\x81 ", 8<<20)) })
	tight     = sync.OnceValue(func() []byte { return deflated(string(lzw(200))) })
)

// bombs are files that are small until somebody decodes them.
func bombs() []File {
	one := func(dict string, data func() []byte) func() []byte { // as the contents: never decoded
		return func() []byte { return Paper{Objects: map[int]string{4: Stream(dict, string(data()))}}.Bytes() }
	}
	large := func(dict string, data func() []byte) func() []byte { // as a part of them
		return func() []byte {
			return Paper{Page: "/Contents[4 0 R 10 0 R 4 0 R]", More: []string{Stream(dict, string(data()))}}.Bytes()
		}
	}
	parts := func(dict string, data []byte) func() []byte { return large(dict, func() []byte { return data }) }
	return []File{
		{Name: "bomb/2 GB of contents", Pages: 1, Data: one("/Filter/FlateDecode", gigabytes)},
		{Name: "bomb/20 GB of contents, twice", Pages: 1, Data: one("/Filter[/FlateDecode/FlateDecode]", twice)},
		{Name: "bomb/2 GB in a part of the contents", Pages: Either, Data: large("/Filter/FlateDecode", gigabytes)},
		{Name: "bomb/20 GB in a part, twice", Pages: Either, Data: large("/Filter[/FlateDecode/FlateDecode]", twice)},
		{Name: "bomb/run lengths", Pages: Either, Data: large("/Filter[/FlateDecode/RunLengthDecode]", runs)},
		{Name: "bomb/lzw", Pages: Either, Data: large("/Filter[/FlateDecode/LZWDecode]", tight)},
		{Name: "bomb/1,000 parts of 4 MB", Pages: Either, Data: Paper{
			Page: "/Contents[" + strings.Repeat("10 0 R ", 1000) + "]", More: []string{Stream("/Filter/FlateDecode", string(inflates(4<<20, ' ')))},
		}.Bytes},
		{Name: "bomb/100,000 parts", Pages: Either, Data: Paper{Page: "/Contents[" + strings.Repeat("4 0 R ", 100_000) + "]"}.Bytes},
		{Name: "bomb/100 filters", Pages: Either, Data: parts("/Filter["+strings.Repeat("/ASCII85Decode", 100)+"]", []byte("87cURD]i,\"Ebo80~>"))},
		{Name: "bomb/100,000 filters", Pages: Either, Data: parts("/Filter["+strings.Repeat("/FlateDecode ", 100_000)+"]", deflated(""))},
		{Name: "bomb/filters of 4 GB each", Pages: Either, Data: parts("/Filter[/FlateDecode/ASCIIHexDecode/RunLengthDecode]", inflates(4<<30, '8'))},
		{Name: "bomb/filters in a ring", Pages: Either, Data: Paper{
			Page: "/Contents[4 0 R 10 0 R]", More: []string{Stream("/Filter 11 0 R/DecodeParms 11 0 R", "x"), "[11 0 R 11 0 R]"},
		}.Bytes},
		{Name: "bomb/predictor of 2^31 columns", Pages: Either, Data: parts("/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647>>", deflated("\x02x"))},
		{Name: "bomb/predictor negative", Pages: Either, Data: parts("/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns -8/Colors -1/BitsPerComponent 77>>", deflated("x"))},
		{Name: "bomb/predictor of no width", Pages: Either, Data: parts("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 0/Colors 0>>", deflated(strings.Repeat("\x02", 1000)))},
		{Name: "bomb/early change of nothing", Pages: Either, Data: parts("/Filter/LZWDecode/DecodeParms<</EarlyChange 99>>", []byte("\xff\xff\xff\xff\xff"))},
		{Name: "bomb/widths of a font's map", Pages: 1, Data: Paper{
			Objects: map[int]string{5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 10 0 R/FontDescriptor 11 0 R>>"},
			More:    []string{Stream("/Filter/FlateDecode", string(gigabytes())), "<</Type/FontDescriptor/FontName/X/FontFile2 10 0 R/FontFile3 10 0 R>>"},
		}.Bytes},
		{Name: "bomb/picture of 2^31 pixels a side", Pages: 1, Data: Paper{
			Resources: "/XObject<</Im 10 0 R>>", Contents: "q 9 0 0 9 9 9 cm /Im Do Q ",
			More: []string{Stream("/Subtype/Image/Width 2147483647/Height 2147483647/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", string(gigabytes()))},
		}.Bytes},
		{Name: "bomb/inline picture", Pages: Either, Data: Paper{
			Page: "/Contents[4 0 R 10 0 R]", More: []string{Stream("", "BI /W 999999999 /H 999999999 /BPC 8 /CS /G ID "+strings.Repeat("E", 1000))},
		}.Bytes},
		{Name: "bomb/annotation", Pages: 1, Data: Paper{
			Page: "/Annots[<</Subtype/Stamp/Rect[9 9 99 99]/AP<</N 10 0 R>>>>]",
			More: []string{Stream("/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode", string(gigabytes()))},
		}.Bytes},
		{Name: "bomb/a name of 10 MB", Pages: Either, Data: Paper{Resources: "/" + strings.Repeat("N", 10<<20) + " 1"}.Bytes},
		{Name: "bomb/a string of 20 MB", Pages: Either, Data: Paper{Catalog: "/Lang(" + strings.Repeat("en", 10<<20) + ")"}.Bytes},
		{Name: "bomb/a million keys", Pages: Either, Data: Paper{Resources: "/ExtGState<<" + strings.Repeat("/G<<>>", 1_000_000) + ">>"}.Bytes},
		{Name: "bomb/100,000 different keys", Pages: 1, Data: func() []byte {
			var b strings.Builder
			for i := range 100_000 {
				fmt.Fprintf(&b, "/G%d<</ca 1>>", i)
			}
			return Paper{Resources: "/ExtGState<<" + b.String() + ">>"}.Bytes()
		}},
		{Name: "bomb/a number of a million digits", Pages: Either, Data: Paper{Page: "/UserUnit " + strings.Repeat("9", 1_000_000) + " "}.Bytes},
	}
}
