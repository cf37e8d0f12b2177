package packets

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objects is a PDF in the making. We write it ourselves: the library's writer
// reads the clock and hands out numbers at random.
type objects struct{ list []types.Object }

func (o *objects) reserve() types.IndirectRef {
	o.list = append(o.list, nil)
	return *types.NewIndirectRef(len(o.list), 0)
}

func (o *objects) set(ref types.IndirectRef, v types.Object) { o.list[ref.ObjectNumber-1] = v }

func (o *objects) add(v types.Object) types.IndirectRef {
	ref := o.reserve()
	o.set(ref, v)
	return ref
}

// write puts out the file. Its ID is a digest of everything before it.
func (o *objects) write(w io.Writer, root, info types.IndirectRef) error {
	digest := sha256.New()
	buffered := bufio.NewWriterSize(w, 1<<18)
	out := io.MultiWriter(buffered, digest)
	at := 0
	put := func(b []byte) error {
		n, err := out.Write(b)
		at += n
		return err
	}
	if err := put([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")); err != nil {
		return err
	}
	places := make([]int, len(o.list))
	for i, v := range o.list {
		places[i] = at
		head := fmt.Appendf(nil, "%d 0 obj\n", i+1)
		tail := "\nendobj\n"
		var raw []byte
		if sd, ok := v.(types.StreamDict); ok {
			sd.Dict["Length"] = types.Integer(len(sd.Raw))
			v, raw = sd.Dict, sd.Raw
			head, tail = append(appendObject(head, v), "\nstream\n"...), "\nendstream\nendobj\n"
		} else {
			head = appendObject(head, v)
		}
		for _, b := range [][]byte{head, raw, []byte(tail)} {
			if err := put(b); err != nil {
				return err
			}
		}
	}
	id := types.HexLiteral(hex.EncodeToString(digest.Sum(nil)[:16]))
	trailer := types.Dict{
		"Size": types.Integer(len(o.list) + 1), "Root": root, "Info": info, "ID": types.Array{id, id},
	}
	xref := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(o.list)+1)
	for _, p := range places {
		xref = fmt.Appendf(xref, "%010d 00000 n \n", p)
	}
	xref = append(appendObject(append(xref, "trailer\n"...), trailer), fmt.Sprintf("\nstartxref\n%d\n%%%%EOF\n", at)...)
	if err := put(xref); err != nil {
		return err
	}
	return buffered.Flush()
}

func keys(d types.Dict) []string { return slices.Sorted(maps.Keys(d)) }

// appendObject writes o as it stands in a file. What is no object is null.
func appendObject(b []byte, o types.Object) []byte {
	switch o := o.(type) {
	case types.Dict:
		b = append(b, "<<"...)
		for _, key := range keys(o) {
			b = append(append(b, types.Name(key).PDFString()...), ' ')
			b = appendObject(b, o[key])
		}
		return append(b, ">>"...)
	case types.Array:
		b = append(b, '[')
		for i, v := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendObject(b, v)
		}
		return append(b, ']')
	case types.Float:
		return strconv.AppendFloat(b, float64(o), 'f', -1, 64)
	case types.Boolean, types.Integer, types.Name, types.StringLiteral, types.HexLiteral, types.IndirectRef:
		return append(b, o.PDFString()...)
	}
	return append(b, "null"...)
}

// text is a string for people: plain where it is ASCII, UTF-16 elsewhere.
func text(s string) types.Object {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r <= '~'
	}
	if plain {
		return types.StringLiteral(strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(s))
	}
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return types.NewHexLiteral(b)
}

// deflated is data as a stream.
func deflated(data []byte) types.StreamDict {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data) // a bytes.Buffer does not fail
	z.Close()
	return types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: b.Bytes()}
}
