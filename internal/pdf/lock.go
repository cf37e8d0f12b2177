package pdf

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Lock encrypts a file by AES-256 (revision 6). The user's password opens it;
// an empty one opens it for everybody, with the permissions alone to keep. The
// owner's password lifts the permissions too; an empty one is a random one
// that nobody knows. Rand is read once, before anything is written; the same
// bytes from it and the same calls give the same file, other bytes one of the
// same size.
type Lock struct {
	User, Owner string
	Allow       Permissions // 0 is Usual
	Rand        io.Reader
}

// Permissions is what a reader may do who opened a file with the user's
// password. It is a request that programs honour, not a lock. Reading aloud
// and other assistive technology is always allowed: Lock.Allow with Reading
// alone allows nothing else.
type Permissions uint32

const (
	Printing     Permissions = 1 << 2
	Modifying    Permissions = 1 << 3
	Copying      Permissions = 1 << 4
	Annotating   Permissions = 1 << 5
	Filling      Permissions = 1 << 8 // of form fields
	Reading      Permissions = 1 << 9 // by assistive technology
	Assembling   Permissions = 1 << 10
	FinePrinting Permissions = 1 << 11 // at full resolution

	all = Printing | Modifying | Copying | Annotating | Filling | Reading | Assembling | FinePrinting

	// Usual is everything but changing what the pages say: whoever receives a
	// packet may print it, quote from it, comment on it, and take pages out.
	Usual = all &^ Modifying
)

// shut makes a new key and the encryption dictionary that hands it to whoever
// knows a password. The strings of the dictionary stay as they are.
func (l Lock) shut() (*sealer, Dict, error) {
	if l.Rand == nil {
		return nil, nil, errors.New("lock: no source of random bytes")
	}
	for _, p := range []struct{ whose, password string }{{"user", l.User}, {"owner", l.Owner}} {
		if !utf8.ValidString(p.password) || len(p.password) > 127 {
			return nil, nil, fmt.Errorf("lock: %s password of %d bytes; give at most 127 of valid UTF-8", p.whose, len(p.password))
		}
		if p.password != "" && len(prepare(p.password)) == 0 {
			return nil, nil, fmt.Errorf("lock: %s password of characters that do not count alone; give letters or digits", p.whose)
		}
	}
	if l.Allow&^all != 0 {
		return nil, nil, fmt.Errorf("lock: permissions %#x have bits without a meaning", uint32(l.Allow&^all))
	}
	var random struct{ Key, IVs, Owner, Salts, Perms [32]byte }
	if err := binary.Read(l.Rand, binary.LittleEndian, &random); err != nil {
		return nil, nil, fmt.Errorf("lock: random bytes: %w", err)
	}
	key, salts := random.Key[:], random.Salts[:]
	owner := prepare(l.Owner)
	if len(owner) == 0 {
		owner = random.Owner[:]
	}
	user := prepare(l.User)
	u, ue := prove(user, salts[:16], nil, key)
	o, oe := prove(owner, salts[16:], u, key)

	if l.Allow == 0 {
		l.Allow = Usual
	}
	allow := 0xFFFFF0C0 | uint32(l.Allow|Reading)
	perms := binary.LittleEndian.AppendUint32(nil, allow)
	perms = append(perms, "\xFF\xFF\xFF\xFFTadb"...)
	perms = append(perms, random.Perms[:4]...)
	file := block(key)
	file.Encrypt(perms, perms)
	return &sealer{file: file, ivs: block(random.IVs[:])}, Dict{
		{"Filter", Name("Standard")}, {"V", Int(5)}, {"R", Int(6)}, {"Length", Int(256)},
		{"P", Int(int32(allow))}, {"EncryptMetadata", true},
		{"U", String(u)}, {"UE", String(ue)}, {"O", String(o)}, {"OE", String(oe)}, {"Perms", String(perms)},
		{"CF", Dict{{"StdCF", Dict{{"AuthEvent", Name("DocOpen")}, {"CFM", Name("AESV3")}, {"Length", Int(32)}}}}},
		{"StmF", Name("StdCF")}, {"StrF", Name("StdCF")},
	}, nil
}

// Locked tells without the password whether a Writer with a Lock has written
// the file: the encryption dictionary comes first, its keys in our order.
func Locked(s *Source) bool {
	const begins = beginning + "1 0 obj\n<</Filter/Standard/V 5/R 6/Length 256/P -"
	head := make([]byte, len(begins))
	n, _ := s.ReadAt(head, 0) // a shorter file is none
	return string(head[:n]) == begins
}

// prove lets a password be checked, and gives the key to whoever knows it.
func prove(password, salts, user, key []byte) (check, wrapped []byte) {
	check = append(digest(6, password, salts[:8], user), salts...)
	wrapped = make([]byte, len(key))
	cipher.NewCBCEncrypter(block(digest(6, password, salts[8:], user)), make([]byte, 16)).CryptBlocks(wrapped, key)
	return check, wrapped
}

// sealer encrypts the strings and streams of one file: each by AES in CBC mode
// with an initial vector of its own, which stands before it, and padded to
// whole blocks, each byte of the padding telling how many they are.
type sealer struct {
	file, ivs cipher.Block
	used      uint64 // initial vectors
}

// sealedSize is the length of n bytes once they are encrypted.
func sealedSize(n int64) int64 { return 16 + n&^15 + 16 }

// iv is the next initial vector. Who takes them in the same order gets the
// same ones.
func (s *sealer) iv() []byte {
	iv := make([]byte, 16)
	binary.BigEndian.PutUint64(iv[8:], s.used)
	s.used++
	s.ivs.Encrypt(iv, iv)
	return iv
}

// text encrypts a string.
func (s *sealer) text(t String) String {
	out := make([]byte, sealedSize(int64(len(t))))
	iv, words := out[:16], out[16:]
	copy(iv, s.iv())
	for i := copy(words, t); i < len(words); i++ {
		words[i] = byte(len(words) - len(t))
	}
	cipher.NewCBCEncrypter(s.file, iv).CryptBlocks(words, words)
	return String(out)
}
