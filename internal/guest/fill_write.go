package guest

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objectWriter writes objects as a file has them, encrypted where the file is.
type objectWriter struct {
	bytes.Buffer
	key              []byte // of the file, nil for one that is not encrypted
	revision         int
	strings, streams bool // encrypted by AES
	object0          []byte
}

func newObjectWriter(f *form) *objectWriter {
	w := &objectWriter{}
	if f.Encrypted {
		w.key, w.strings, w.streams = f.objects.EncKey, f.objects.AES4Strings, f.objects.AES4Streams
		if f.objects.E != nil {
			w.revision = f.objects.E.R
		}
	}
	return w
}

// object writes one with its number.
func (w *objectWriter) object(number, generation int, o types.Object) error {
	w.object0 = []byte{byte(number), byte(number >> 8), byte(number >> 16), byte(generation), byte(generation >> 8)}
	fmt.Fprintf(w, "%d %d obj\n", number, generation)
	if err := w.value(o, 0); err != nil {
		return fmt.Errorf("object %d: %w", number, err)
	}
	w.WriteString("\nendobj\n")
	return nil
}

// value writes an object; keys in order, so that its bytes are always the same.
func (w *objectWriter) value(o types.Object, depth int) error {
	if depth > maxDepth {
		return errors.New("it nests too deep")
	}
	switch o := o.(type) {
	case nil:
		w.WriteString("null")
	case types.Dict:
		return w.dict(o, depth)
	case types.Array:
		w.WriteByte('[')
		for i, x := range o {
			if i > 0 {
				w.WriteByte(' ')
			}
			if err := w.value(x, depth+1); err != nil {
				return err
			}
		}
		w.WriteByte(']')
	case types.StringLiteral:
		b, err := types.Unescape(string(o))
		if err != nil {
			return err
		}
		return w.text(b)
	case types.HexLiteral:
		b, err := o.Bytes()
		if err != nil {
			return err
		}
		return w.text(b)
	case types.StreamDict:
		return w.stream(o, depth)
	case types.Float:
		w.WriteString(strconv.FormatFloat(float64(o), 'f', -1, 64))
	case types.Name, types.Integer, types.Boolean, types.IndirectRef:
		w.WriteString(o.PDFString())
	default:
		return fmt.Errorf("a %T can't be written", o)
	}
	return nil
}

func (w *objectWriter) dict(d types.Dict, depth int) error {
	w.WriteString("<<")
	for _, key := range slices.Sorted(maps.Keys(d)) {
		w.WriteString(types.Name(key).PDFString())
		w.WriteByte(' ')
		if err := w.value(d[key], depth+1); err != nil {
			return err
		}
	}
	w.WriteString(">>")
	return nil
}

func (w *objectWriter) stream(s types.StreamDict, depth int) error {
	data, err := w.sealed(s.Raw, w.streams)
	if err != nil {
		return err
	}
	d := maps.Clone(s.Dict)
	d["Length"] = types.Integer(len(data))
	if err := w.dict(d, depth); err != nil {
		return err
	}
	w.WriteString("\nstream\n")
	w.Write(data)
	w.WriteString("\nendstream")
	return nil
}

func (w *objectWriter) text(b []byte) error {
	b, err := w.sealed(b, w.strings)
	fmt.Fprintf(w, "<%X>", b)
	return err
}

// sealed encrypts data of the object that is being written (ISO 32000-2, 7.6.3).
// The vector is made of the data and the key: the same update is the same bytes.
func (w *objectWriter) sealed(data []byte, byAES bool) ([]byte, error) {
	if w.key == nil {
		return data, nil
	}
	key := w.key
	if w.revision < 5 {
		h := md5.New()
		h.Write(key)
		h.Write(w.object0)
		if byAES {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(len(key)+5, 16)]
	}
	if !byAES && w.revision < 5 {
		c, err := rc4.NewCipher(key)
		if err != nil {
			return nil, err
		}
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out, nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	h.Write(w.key)
	h.Write(w.object0)
	fmt.Fprint(h, w.Len())
	h.Write(data)
	vector := h.Sum(nil)[:aes.BlockSize]
	pad := aes.BlockSize - len(data)%aes.BlockSize
	out := append(slices.Clone(vector), data...)
	out = append(out, bytes.Repeat([]byte{byte(pad)}, pad)...)
	cipher.NewCBCEncrypter(block, vector).CryptBlocks(out[aes.BlockSize:], out[aes.BlockSize:])
	return out, nil
}
