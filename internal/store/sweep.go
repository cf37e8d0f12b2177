package store

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
)

// A temporary name is .mappe-<16 digits><8 digits>.tmp: the first are drawn by
// lot, the others follow from them. No name that somebody thought of is one.
const (
	namePrefix = ".mappe-"
	nameSuffix = ".tmp"
	nameLot    = 8 // bytes
	nameCheck  = 4
)

func newName() string {
	lot := make([]byte, nameLot)
	rand.Read(lot) // never fails
	return nameOf(lot)
}

func nameOf(lot []byte) string {
	return namePrefix + hex.EncodeToString(lot) + hex.EncodeToString(check(lot)) + nameSuffix
}

func check(lot []byte) []byte {
	sum := sha256.Sum256(append([]byte("mappe temporary file "), lot...))
	return sum[:nameCheck]
}

// ours tells whether a name is a temporary one of this package.
func ours(name string) bool {
	digits, ok := strings.CutPrefix(name, namePrefix)
	if !ok {
		return false
	}
	digits, ok = strings.CutSuffix(digits, nameSuffix)
	lot, err := hex.DecodeString(digits)
	return ok && err == nil && len(lot) == nameLot+nameCheck && nameOf(lot[:nameLot]) == name
}

// Sweep removes what killed runs have left in a folder, and tells the paths. It
// leaves alone what another process holds, what belongs to another user, and
// what it can't be sure of. A folder that isn't there has nothing to sweep.
func Sweep(dir string) (gone []string) {
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	names, _ := d.Readdirnames(-1) // what of them could be read
	d.Close()
	for _, name := range names {
		if path := filepath.Join(dir, name); ours(name) && sweep(path) {
			gone = append(gone, path)
		}
	}
	return gone
}

// sweep removes a file that nobody holds. It is held meanwhile: nobody else can
// have begun to write to it when it goes.
func sweep(path string) bool {
	info, err := os.Lstat(path) // before opening: a named pipe would block
	if err != nil || !info.Mode().IsRegular() || !mine(info) {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	if hold(f) != free || !same(f, path) {
		return false
	}
	return remove(f, path) == nil
}
