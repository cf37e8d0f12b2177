package pdf

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf8"
)

// filler is what fills a password of revisions 2 to 4 up to 32 bytes.
var filler = [32]byte{
	0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
	0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
}

// filled is a password of exactly 32 bytes.
func filled(password []byte) (b [32]byte) {
	copy(b[copy(b[:], password):], filler[:])
	return b
}

// unlockOld gives the key of a file of revision 2 to 4. The bytes of the
// password are those of PDFDocEncoding; UTF-8 is tried too, as some programs
// wrote it.
func (e dictionary) unlockOld(password string, id []byte, metadata bool) ([]byte, error) {
	revision := e.int("R", 0)
	if revision < 2 || revision > 4 {
		return nil, fmt.Errorf("%w: revision %d", ErrEncryption, revision)
	}
	o, u := e.string("O"), e.string("U")
	if len(o) == 0 || len(u) < 16 {
		return nil, fmt.Errorf("%w: /O of %d and /U of %d bytes; 32 are wanted", ErrEncryption, len(o), len(u))
	}
	h := handler{revision: revision, id: id, permissions: uint32(e.int("P", 0)), metadata: metadata}
	copy(h.owner[:], o)
	copy(h.user[:], u)
	tries := [][]byte{[]byte(password)}
	if b, ok := docEncode(password); ok && string(b) != password {
		tries = [][]byte{b, []byte(password)}
	}
	for _, n := range e.lengths(revision) {
		for _, p := range tries {
			fill := filled(p)
			if key := h.open(fill, n); key != nil {
				return key, nil
			}
			if key := h.open(h.fromOwner(fill, n), n); key != nil {
				return key, nil
			}
		}
	}
	return nil, ErrPassword
}

// lengths are the lengths of key, in bytes, that a file may mean: the one it
// states, and the usual ones, for many files state it wrongly.
func (e dictionary) lengths(revision int) []int {
	if revision == 2 {
		return []int{5}
	}
	var out []int
	add := func(n int) {
		if n >= 40 {
			n /= 8
		}
		if n >= 5 && n <= 16 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	switch e.int("V", 0) {
	case 1:
		add(40)
	case 4:
		add(128)
		add(e.dict("CF").dict(e.name("StmF")).int("Length", 0))
	}
	add(e.int("Length", 40))
	add(128)
	add(40)
	return out
}

// handler is what the key of revisions 2 to 4 is made from.
type handler struct {
	revision    int
	owner, user [32]byte
	permissions uint32
	id          []byte
	metadata    bool
}

// key is the key of n bytes for a user's password.
func (h *handler) key(password [32]byte, n int) []byte {
	m := md5.New()
	m.Write(password[:])
	m.Write(h.owner[:])
	m.Write(binary.LittleEndian.AppendUint32(nil, h.permissions))
	m.Write(h.id)
	if h.revision >= 4 && !h.metadata {
		m.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	return h.stretch(m.Sum(nil), n)
}

func (h *handler) stretch(sum []byte, n int) []byte {
	if h.revision >= 3 {
		for range 50 {
			next := md5.Sum(sum[:n])
			sum = next[:]
		}
	}
	return sum[:n]
}

// open is the key of n bytes if the user's password is right, else nil.
func (h *handler) open(password [32]byte, n int) []byte {
	key := h.key(password, n)
	if !bytes.HasPrefix(h.user[:], h.proof(key)) {
		return nil
	}
	return key
}

// proof is what /U begins with where the key is right.
func (h *handler) proof(key []byte) []byte {
	if h.revision == 2 {
		b := filler
		scramble(key, 0, b[:])
		return b[:]
	}
	m := md5.New()
	m.Write(filler[:])
	m.Write(h.id)
	b := m.Sum(nil)
	for i := range 20 {
		scramble(key, byte(i), b)
	}
	return b
}

// fromOwner is the user's password that the owner's one gives.
func (h *handler) fromOwner(password [32]byte, n int) [32]byte {
	sum := md5.Sum(password[:])
	key := h.stretch(sum[:], n)
	user := h.owner
	if h.revision == 2 {
		scramble(key, 0, user[:])
		return user
	}
	for i := 19; i >= 0; i-- {
		scramble(key, byte(i), user[:])
	}
	return user
}

// scramble applies RC4 to b, with a key of which every byte is changed by x.
func scramble(key []byte, x byte, b []byte) {
	var k [16]byte
	for i, c := range key {
		k[i] = c ^ x
	}
	c, err := rc4.NewCipher(k[:len(key)])
	if err != nil {
		panic(err) // keys have 5 to 16 bytes
	}
	c.XORKeyStream(b, b)
}

// docEncode gives the bytes of s in PDFDocEncoding, if it has them all.
func docEncode(s string) ([]byte, bool) {
	var out []byte
	for _, r := range s {
		b := slices.Index(docEncoding[:], r)
		if b < 0 || r == utf8.RuneError {
			return nil, false
		}
		out = append(out, byte(b))
	}
	return out, true
}
