package proof

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"unicode"
)

// ErrPassword means that a file opens only with a password, and that the one
// given is not it.
var ErrPassword = errors.New("the password is missing or wrong")

// lock is the encryption of a file: AES with one key of 256 bits.
type lock struct {
	num      int // of the object that says how; its strings are plain
	key      cipher.Block
	metadata bool // is encrypted too
}

// unlock makes an encrypted file readable. Of the ways in which files are
// encrypted it knows the one that is not broken.
func (f *File) unlock(password string) error {
	v := f.trailer.get("Encrypt")
	if v == nil {
		return nil
	}
	l := &lock{metadata: true}
	if r, ok := v.(ref); ok {
		l.num = r.num
	}
	f.lock = l
	e, err := as[dict](f, v, "/Encrypt")
	if err != nil {
		return err
	}
	f.lock = nil
	if n, v, r := e.get("Filter"), e.get("V"), e.get("R"); n != name("Standard") || v != 5 || r != 6 {
		return fmt.Errorf("encrypted by %v, version %v, revision %v; read is Standard, version 5, revision 6 (AES-256)", n, v, r)
	}
	filters, _ := e.get("CF").(dict)
	for _, use := range []name{"StmF", "StrF"} {
		called, _ := e.get(use).(name)
		how, _ := filters.get(called).(dict)
		if how.get("CFM") != name("AESV3") {
			return fmt.Errorf("/%s /%s: encrypted by %v; read is /AESV3", use, called, how.get("CFM"))
		}
	}
	if m, ok := e.get("EncryptMetadata").(bool); ok {
		l.metadata = m
	}
	var part [4][]byte
	for i, p := range []struct {
		key  name
		size int
	}{{"U", 48}, {"UE", 32}, {"O", 48}, {"OE", 32}} {
		s, _ := e.get(p.key).(text)
		if len(s) < p.size {
			return fmt.Errorf("/%s has %d bytes, not %d", p.key, len(s), p.size)
		}
		part[i] = []byte(s[:p.size])
	}
	u, ue, o, oe := part[0], part[1], part[2], part[3]
	for _, p := range []string{password, ""} {
		key, ok := unwrap(typed(p), u, ue, nil)
		if !ok {
			key, ok = unwrap(typed(p), o, oe, u)
		}
		if ok {
			l.key, err = aes.NewCipher(key)
			f.lock = l
			return err
		}
	}
	return ErrPassword
}

// unwrap is the key of the file, which one of its two passwords wraps: check
// has 32 bytes to know the password by, 8 to mix in there, and 8 for the key.
func unwrap(password, check, wrapped, user []byte) (key []byte, ok bool) {
	known := mash(password, check[32:40], user)
	if subtle.ConstantTimeCompare(known, check[:32]) == 0 {
		return nil, false
	}
	c, err := aes.NewCipher(mash(password, check[40:48], user))
	if err != nil {
		return nil, false
	}
	key = make([]byte, 32)
	cipher.NewCBCDecrypter(c, make([]byte, aes.BlockSize)).CryptBlocks(key, wrapped)
	return key, true
}

// typed is a password in the bytes that are hashed: other spaces are a space,
// and what is not seen is not there (RFC 4013, without normalisation).
func typed(password string) []byte {
	var b strings.Builder
	for _, r := range password {
		switch {
		case r == 0xAD, r == 0x34F, r == 0x1806, r == 0x2060, r == 0xFEFF,
			r >= 0x180B && r <= 0x180D, r >= 0x200B && r <= 0x200D, r >= 0xFE00 && r <= 0xFE0F:
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	s := b.String()
	return []byte(s[:min(len(s), 127)])
}

// mash is the hash of ISO 32000-2, 7.6.4.3.4 (algorithm 2.B).
func mash(password, salt, user []byte) []byte {
	start := sha256.New()
	for _, b := range [][]byte{password, salt, user} {
		start.Write(b)
	}
	k := start.Sum(nil)
	for round := 0; ; round++ {
		var once []byte
		once = append(append(append(once, password...), k...), user...)
		e := make([]byte, 0, 64*len(once))
		for range 64 {
			e = append(e, once...)
		}
		c, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(c, k[16:32]).CryptBlocks(e, e)
		var third big.Int
		switch third.Mod(new(big.Int).SetBytes(e[:16]), big.NewInt(3)).Int64() {
		case 0:
			sum := sha256.Sum256(e)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		default:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-31 {
			return k[:32]
		}
	}
}

// data is the plain text of b: an initial vector, whole blocks, and as many
// bytes of padding as each of them says.
func (l *lock) data(b []byte) ([]byte, error) {
	if len(b) < 2*aes.BlockSize || len(b)%aes.BlockSize != 0 {
		return nil, fmt.Errorf("%d encrypted bytes are no vector and whole blocks", len(b))
	}
	out := make([]byte, len(b)-aes.BlockSize)
	cipher.NewCBCDecrypter(l.key, b[:aes.BlockSize]).CryptBlocks(out, b[aes.BlockSize:])
	n := int(out[len(out)-1])
	if n < 1 || n > aes.BlockSize {
		return nil, errors.New("encrypted data with padding that is none")
	}
	return out[:len(out)-n], nil
}

func (l *lock) text(t text) (text, error) {
	if l.key == nil {
		return t, nil
	}
	b, err := l.data([]byte(t))
	return text(b), err
}

// sealed tells whether the body of a stream is encrypted.
func (f *File) sealed(s *stream) bool {
	if f.lock == nil || s.dict.get("Type") == name("XRef") || s.dict.get("Type") == name("Metadata") && !f.lock.metadata {
		return false
	}
	all, err := f.filters(s)
	if err == nil && len(all) > 0 && all[0].name == "Crypt" {
		n := all[0].parms.get("Name")
		return n != nil && n != name("Identity")
	}
	return true
}
