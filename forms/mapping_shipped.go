package forms

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// The mappings that come with the program: none yet, see the README there.
//
//go:embed mappings
var shipped embed.FS

// FieldsDigest tells forms apart by the names of their fields, in any order.
func FieldsDigest(names []string) string {
	sorted := slices.Sorted(slices.Values(names))
	return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(strings.Join(sorted, "\n"))))[:len("sha256:")+16]
}

// ShippedMapping is the one that comes with the program for a form with these
// fields, nil where there is none.
func ShippedMapping(digest string) (*Mapping, error) { return mappingIn(shipped, digest) }

func mappingIn(all fs.FS, digest string) (*Mapping, error) {
	files, err := fs.Glob(all, "mappings/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		src, err := fs.ReadFile(all, name)
		if err != nil {
			return nil, err
		}
		m, err := ReadMapping(name, src)
		if err != nil {
			return nil, err
		}
		if m.Fields == digest {
			return m, nil
		}
	}
	return nil, nil
}
