package packets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mappe/internal/pdf"
)

func TestPassword(t *testing.T) {
	for _, c := range []struct{ file, want, refused string }{
		{"secret", "secret", ""},
		{"secret\n", "secret", ""},
		{"secret\r\nmore\n", "secret", ""},
		{"\ufeffsecret\n", "secret", ""},
		{" with spaces \n", " with spaces ", ""},
		{"cafe\u0301", "caf\u00e9", ""},
		{"\uff11\uff12", "12", ""},
		{strings.Repeat("x", 127), strings.Repeat("x", 127), ""},
		{"", "", "has no password"},
		{"\ufeff\r\n", "", "has no password"},
		{" \u00a0\n", "", "has no password"},
		{"\u200b\u00ad\ufe0f", "", "has no password"},
		{strings.Repeat("ø", 64), "", "128 bytes"},
		{"a\x00b", "", "U+0000"},
		{"\xff\xfea\x00", "", "UTF-8"},
	} {
		got, err := Password([]byte(c.file))
		if got != c.want || (err == nil) != (c.refused == "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%q: %q, %v, want %q, %q", c.file, got, err, c.want, c.refused)
		}
	}
}

// Whatever is a password locks a file, and opens it; an error does not say it.
func FuzzPassword(f *testing.F) {
	for _, s := range []string{"secret", "cafe\u0301 \"ø\"\r\n", "\u200bx", "\uff11\ufb01", "日本"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		password, err := Password(file)
		if err != nil {
			return
		}
		if again, err := Password([]byte(password)); again != password || err != nil {
			t.Fatalf("%q becomes %q, %v", password, again, err)
		}
		if len(password) > longestPassword || !utf8.ValidString(password) {
			t.Fatalf("%q", password)
		}
		var out pdf.Memory
		w := pdf.NewWriter(&out, pdf.Options{Lock: &pdf.Lock{User: password, Rand: strings.NewReader(strings.Repeat("random", 40))}})
		if err := w.Sheet(&pdf.Sheet{Width: 9, Height: 9}); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := pdf.Open(pdf.Bytes(out.Bytes()), password); err != nil {
			t.Errorf("%q: %v", password, err)
		}
		if _, err := pdf.Open(pdf.Bytes(out.Bytes()), ""); err == nil {
			t.Errorf("%q: opens without a password", password)
		}
	})
}
