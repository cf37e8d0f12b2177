package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"mappe/internal/page"
)

// However text reaches the screen, piece by piece too, no order is in it, and
// every other character is.
func FuzzScreen(f *testing.F) {
	for _, s := range []string{"", "a\nb", "æ\x1b[31mø\r", "\u009b31m\u202e\u2028", "\xff\xc3", "😀\xf0\x9f", "\xe2\x80"} {
		f.Add(s, 1)
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, step int) {
		if step < 1 {
			return
		}
		var shown bytes.Buffer
		screen := &screen{to: &shown}
		for rest := s; rest != ""; {
			n := min(step, len(rest))
			if wrote, err := screen.Write([]byte(rest[:n])); wrote != n || err != nil {
				t.Fatalf("%q: wrote %d: %v", rest[:n], wrote, err)
			}
			rest = rest[n:]
		}
		got := shown.String() + strings.ToValidUTF8(string(screen.part), "\uFFFD")
		want := strings.Map(func(r rune) rune {
			if r != '\n' && page.Orders(r) {
				return utf8.RuneError
			}
			return r
		}, s)
		if strings.ToValidUTF8(got, "") != strings.ToValidUTF8(want, "") && utf8.ValidString(s) {
			t.Errorf("%q is shown as %q, want %q", s, got, want)
		}
		if strings.ContainsFunc(strings.ReplaceAll(got, "\n", ""), page.Orders) {
			t.Errorf("%q is shown as %q", s, got)
		}
	})
}

// JSON says everything exactly, and none of it is an order.
func TestPrintJSON(t *testing.T) {
	said := "a\x1b[31m\u009b\x7f\u202e\u2028\n<æ>\"\\"
	var b strings.Builder
	if err := printJSON(&b, []string{said}); err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil || got[0] != said {
		t.Errorf("%q becomes %q: %v", said, got, err)
	}
	if strings.ContainsFunc(strings.ReplaceAll(b.String(), "\n", ""), page.Orders) || !strings.Contains(b.String(), "<æ>") {
		t.Errorf("printed %q", b.String())
	}
}

// An argument that gives orders is refused, and not obeyed.
func TestArgumentsGiveNoOrders(t *testing.T) {
	for _, name := range []string{"no\nmappe: forged.yaml", "\x1b[31m.yaml", "\u009b31m.yaml", "a\u202elmay.exe"} {
		for _, args := range [][]string{{"check", name}, {"packet", "case.yaml", "-o", name}, {"verify", "x.pdf", "--lock", name}, {name}} {
			var out, err bytes.Buffer
			code := run(args, nil, &out, &err)
			want := `: has a line break or another order to the screen in it` + "\nmappe: hint: rename the file\n"
			if code != exitUsage || out.Len() > 0 || !strings.HasSuffix(err.String(), want) || strings.Count(err.String(), "\n") != 2 {
				t.Errorf("%q: exit code %d, %q, %q", args, code, out.String(), err.String())
			}
		}
	}
}
