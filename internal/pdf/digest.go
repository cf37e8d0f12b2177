package pdf

import (
	"bytes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"strings"
	"unicode"
)

// unlockNew gives the key of a file of revision 5 or 6.
func (e dictionary) unlockNew(password string) ([]byte, error) {
	revision := e.int("R", 0)
	if revision != 5 && revision != 6 {
		return nil, fmt.Errorf("%w: revision %d", ErrEncryption, revision)
	}
	o, u, oe, ue := e.string("O"), e.string("U"), e.string("OE"), e.string("UE")
	if len(o) < 48 || len(u) < 48 || len(oe) < 32 || len(ue) < 32 {
		return nil, fmt.Errorf("%w: /O, /U, /OE and /UE of %d, %d, %d and %d bytes; 48, 48, 32 and 32 are wanted",
			ErrEncryption, len(o), len(u), len(oe), len(ue))
	}
	tries := [][]byte{prepare(password)}
	if raw := password[:min(len(password), 127)]; raw != string(tries[0]) {
		tries = append(tries, []byte(raw)) // many programs prepare nothing
	}
	for _, p := range tries {
		for _, t := range []struct{ proof, key, user []byte }{{u, ue, nil}, {o, oe, u[:48]}} {
			if !bytes.Equal(digest(revision, p, t.proof[32:40], t.user), t.proof[:32]) {
				continue
			}
			key := make([]byte, 32)
			cipher.NewCBCDecrypter(block(digest(revision, p, t.proof[40:48], t.user)), make([]byte, 16)).CryptBlocks(key, t.key[:32])
			return key, nil
		}
	}
	return nil, ErrPassword
}

// prepare gives the bytes of a password for revisions 5 and 6: UTF-8, at most
// 127 bytes. Of SASLprep it does the mapping alone (other spaces become a
// space, soft hyphens and the like vanish); it neither normalises nor refuses,
// so "é" typed as two characters is another password than "é" typed as one.
func prepare(password string) []byte {
	b := []byte(strings.Map(func(r rune) rune {
		switch {
		case r == 0xAD, r == 0x34F, r == 0x1806, r >= 0x180B && r <= 0x180D, r >= 0x200B && r <= 0x200D,
			r == 0x2060, r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF:
			return -1
		case unicode.Is(unicode.Zs, r):
			return ' '
		}
		return r
	}, password))
	return b[:min(len(b), 127)]
}

// digest is the hash of a password of at most 127 bytes: once SHA-256 in
// revision 5; in revision 6 at least 64 rounds, at most 288, for then the last
// byte can't be large enough to ask for another.
func digest(revision int, password, salt, user []byte) []byte {
	first := sha256.New()
	first.Write(password)
	first.Write(salt)
	first.Write(user)
	k := first.Sum(nil)
	if revision == 5 {
		return k
	}
	buf := make([]byte, 0, 64*(127+64+48))
	for i := 1; ; i++ {
		buf = append(append(append(buf[:0], password...), k...), user...)
		for range 6 {
			buf = append(buf, buf...)
		}
		cipher.NewCBCEncrypter(block(k[:16]), k[16:32]).CryptBlocks(buf, buf)
		rest := 0 // of the first 16 bytes as one number, divided by 3
		for _, c := range buf[:16] {
			rest += int(c)
		}
		switch rest % 3 {
		case 0:
			sum := sha256.Sum256(buf)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(buf)
			k = sum[:]
		case 2:
			sum := sha512.Sum512(buf)
			k = sum[:]
		}
		if i >= 64 && int(buf[len(buf)-1]) <= i-32 {
			return k[:32]
		}
	}
}
