package packets

import (
	"bytes"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestPassword is how long a password may be, in bytes of UTF-8: what PDF
// readers take.
const longestPassword = 127

// Password is the password that a file holds: its first line, in the letters
// that the standard wants, so that it is the same password however an é was
// typed. What is no password is refused; the error does not say what it was.
func Password(file []byte) (string, error) {
	line, _, _ := bytes.Cut(bytes.TrimPrefix(file, []byte("\ufeff")), []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	if !utf8.Valid(line) {
		return "", errors.New("is no text; save the password in UTF-8")
	}
	password := norm.NFKC.String(string(line))
	letters := 0
	for _, r := range password {
		switch {
		case unicode.IsControl(r):
			return "", fmt.Errorf("has a control character (%U) in its first line; write the password and nothing else there", r)
		case unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r):
			letters++
		}
	}
	switch {
	case letters == 0:
		return "", errors.New("has no password; write it in the first line")
	case len(password) > longestPassword:
		return "", fmt.Errorf("has a password of %d bytes; at most %d are read by other programs", len(password), longestPassword)
	}
	return password, nil
}
