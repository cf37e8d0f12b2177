package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"io"
)

// seal is how the bytes of one string or stream were encrypted.
type seal struct {
	file     []byte // the key of the file
	method   method
	num, gen int // of the object
}

// key is that of the file, or one made from it for the object.
func (s *seal) key() []byte {
	if s.method == aesV3 {
		return s.file
	}
	b := append(make([]byte, 0, 64), s.file...)
	b = append(b, byte(s.num), byte(s.num>>8), byte(s.num>>16), byte(s.gen), byte(s.gen>>8))
	n := min(len(s.file)+5, 16)
	if s.method == aesV2 {
		b, n = append(b, "sAlT"...), 16
	}
	sum := md5.Sum(b)
	return sum[:n]
}

// block is AES with a key of 16 or 32 bytes.
func block(key []byte) cipher.Block {
	b, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	return b
}

func keystream(key []byte) cipher.Stream {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err)
	}
	return c
}

// open is the plain text of a string. Of bytes that are not whole blocks the
// rest is lost; padding that isn't any is kept as text.
func (s *seal) open(b []byte) []byte {
	if s == nil {
		return b
	}
	if s.method == rc4V2 {
		out := make([]byte, len(b))
		keystream(s.key()).XORKeyStream(out, b)
		return out
	}
	if len(b) < 32 {
		return nil
	}
	out := make([]byte, len(b)&^15-16)
	cipher.NewCBCDecrypter(block(s.key()), b[:16]).CryptBlocks(out, b[16:16+len(out)])
	return out[:len(out)-padding(out[len(out)-16:])]
}

// padding is how many bytes at the end of the last block are no text.
func padding(last []byte) int {
	n := int(last[15])
	if n > 16 {
		return 0
	}
	for _, c := range last[16-n:] {
		if int(c) != n {
			return 0
		}
	}
	return n
}

// size is the length of the plain text of the n bytes from at on. It reads no
// more than the last two blocks of them.
func (s *seal) size(r io.ReaderAt, at, n int64) (int64, error) {
	if s == nil || s.method == rc4V2 {
		return n, nil
	}
	n &^= 15
	if n < 32 {
		return 0, nil
	}
	var b [32]byte
	if k, err := r.ReadAt(b[:], at+n-32); k < len(b) {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return 0, err
	}
	cipher.NewCBCDecrypter(block(s.key()), b[:16]).CryptBlocks(b[16:], b[16:])
	return n - 16 - int64(padding(b[16:])), nil
}

// reader gives the plain text of the n bytes that r has, as long as size says.
// It decrypts into what it is asked to fill, and holds one block itself.
func (s *seal) reader(r io.Reader, n int64) io.Reader {
	if s == nil {
		return io.LimitReader(r, n)
	}
	if s.method == rc4V2 {
		return &cipher.StreamReader{S: keystream(s.key()), R: io.LimitReader(r, n)}
	}
	return &cbcReader{r: r, key: s.key(), left: n &^ 15}
}

// cbcReader decrypts whole blocks, of which the first is the initial vector
// and the last may be padding.
type cbcReader struct {
	r    io.Reader
	key  []byte
	mode cipher.BlockMode
	left int64 // not yet read from r: a multiple of the block
	one  [16]byte
	rest []byte // of one, decrypted and not yet given
	err  error
}

func (c *cbcReader) Read(p []byte) (int, error) {
	for len(p) > 0 {
		if len(c.rest) > 0 {
			n := copy(p, c.rest)
			c.rest = c.rest[n:]
			return n, nil
		}
		switch {
		case c.err != nil:
			return 0, c.err
		case c.left == 0:
			return 0, io.EOF
		case c.mode == nil:
			if c.fill(c.one[:]); c.err == nil {
				c.mode = cipher.NewCBCDecrypter(block(c.key), c.one[:])
			}
		case len(p) < 16 || c.left == 16:
			if c.fill(c.one[:]); c.err == nil {
				c.mode.CryptBlocks(c.one[:], c.one[:])
				c.rest = c.one[:]
				if c.left == 0 {
					c.rest = c.one[:16-padding(c.one[:])]
				}
			}
		default:
			p = p[:min(int64(len(p))&^15, c.left-16)]
			n := c.fill(p) &^ 15
			c.mode.CryptBlocks(p[:n], p[:n])
			if n > 0 {
				return n, nil
			}
		}
	}
	return 0, c.err
}

// fill reads b from the source and keeps the error.
func (c *cbcReader) fill(b []byte) int {
	n, err := io.ReadFull(c.r, b)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	c.left -= int64(n)
	c.err = err
	return n
}
