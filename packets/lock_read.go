package packets

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// MaxLock is how long a lock may be, in bytes: more than the most pages that a
// packet can have need.
const MaxLock = 64 << 20

// ReadLock reads a lock. It is strict: a key that it does not know, an index
// that leads nowhere, a label that two pages have, are errors that name the
// key, and so is every byte that mappe would not have written.
func ReadLock(data []byte) (*Lock, error) {
	if len(data) > MaxLock {
		return nil, fmt.Errorf("lock: %d bytes; mappe writes at most %d", len(data), MaxLock)
	}
	data = bytes.TrimSpace(data)
	var head struct {
		Version *int `json:"lock"`
	}
	switch err := json.Unmarshal(data, &head); {
	case err != nil:
		return nil, decoding(err)
	case head.Version == nil:
		return nil, errors.New("lock: is none: it has no key lock")
	case *head.Version != LockVersion:
		return nil, fmt.Errorf("lock: has version %d, this mappe reads version %d; use the mappe that made the packet", *head.Version, LockVersion)
	}
	l := new(Lock)
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(l); err != nil {
		return nil, decoding(err)
	}
	if err := l.check(); err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	again, err := l.JSON()
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	if !bytes.Equal(again, data) {
		return nil, fmt.Errorf("lock: byte %d: is not as mappe writes it; use the file as it was made", differ(again, data)+1)
	}
	return l, nil
}

// decoding is an error of the decoder, in our words.
func decoding(err error) error {
	syntax, wrong := &json.SyntaxError{}, &json.UnmarshalTypeError{}
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("lock: byte %d: is no JSON: %v", syntax.Offset, syntax)
	case errors.As(err, &wrong):
		return fmt.Errorf("lock: %s: a %s does not belong here", wrong.Field, wrong.Value)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("lock: ends too early")
	}
	if key, found := strings.CutPrefix(err.Error(), "json: unknown field "); found {
		return fmt.Errorf("lock: unknown key %s", key)
	}
	return fmt.Errorf("lock: %s", strings.TrimPrefix(err.Error(), "json: "))
}

// differ is the first place at which two texts do.
func differ(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// A checker keeps the first thing that is wrong with a lock.
type checker struct{ err error }

// want says what is wrong with the value of a key unless it is right.
func (c *checker) want(right bool, key string, format string, args ...any) {
	if !right && c.err == nil {
		c.err = fmt.Errorf("%s: %w", key, fmt.Errorf(format, args...))
	}
}

// in is the key of an element of a list.
func in(list string, i int, key string) string {
	if key != "" {
		key = "." + key
	}
	return list + "[" + strconv.Itoa(i) + "]" + key
}

// hexed tells whether s is so many small hexadecimal digits.
func hexed(s string, digits int) bool {
	return len(s) == digits && strings.Trim(s, "0123456789abcdef") == ""
}

// isDigest tells whether s is a digest with its name.
func isDigest(s string) bool {
	sum, named := strings.CutPrefix(s, "sha256:")
	return named && hexed(sum, 64)
}
