package proof

import (
	"crypto/cipher"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
)

// streamSum is the digest of a stream as it was before encryption. It is read
// piece by piece.
func (f *File) streamSum(s *stream) (sum, error) {
	h := sha256.New()
	if err := f.ends(s); err != nil {
		return sum{}, err
	}
	if err := f.spend(s.size); err != nil {
		return sum{}, err
	}
	var err error
	if body := io.NewSectionReader(f.win.r, s.at, s.size); f.sealed(s) {
		err = f.lock.copy(h, body, s.size)
	} else {
		_, err = io.CopyBuffer(struct{ io.Writer }{h}, body, f.piece())
	}
	if err != nil {
		return sum{}, fmt.Errorf("object %d: %w", s.num, err)
	}
	return sum(h.Sum(nil)), nil
}

// piece is room for a piece of a stream.
func (f *File) piece() []byte {
	if f.room == nil {
		f.room = make([]byte, 256<<10)
	}
	return f.room
}

// copy puts the plain text of so many encrypted bytes.
func (l *lock) copy(to hash.Hash, from io.Reader, size int64) error {
	if size < 32 || size%16 != 0 {
		return fmt.Errorf("%d encrypted bytes are no vector and whole blocks", size)
	}
	var vector [16]byte
	if _, err := io.ReadFull(from, vector[:]); err != nil {
		return err
	}
	mode := cipher.NewCBCDecrypter(l.key, vector[:])
	room := make([]byte, 64<<10)
	for left := size - 16; left > 0; {
		b := room[:min(int64(len(room)), left)]
		if _, err := io.ReadFull(from, b); err != nil {
			return err
		}
		mode.CryptBlocks(b, b)
		if left -= int64(len(b)); left == 0 {
			n := int(b[len(b)-1])
			if n < 1 || n > 16 {
				return fmt.Errorf("encrypted data with padding that is none")
			}
			b = b[:len(b)-n]
		}
		to.Write(b)
	}
	return nil
}
