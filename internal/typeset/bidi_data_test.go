//go:build !race

package typeset

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// unicodeData reads a file of the Unicode Character Database line by line,
// without comments and blank lines. Debian's package unicode-data brings it;
// UNICODE_DATA names another folder.
func unicodeData(t testing.TB, name string, each func(n int, line string)) {
	t.Helper()
	dir := os.Getenv("UNICODE_DATA")
	if dir == "" {
		dir = "/usr/share/unicode"
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatalf("%v: install Debian's unicode-data, or unpack https://www.unicode.org/Public/15.0.0/ucd/UCD.zip and set UNICODE_DATA to its folder", err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		line, _, _ := strings.Cut(s.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			each(n, line)
		}
	}
	if s.Err() != nil {
		t.Fatal(s.Err())
	}
}

// reading sets text as one line, and writes its levels and its order as
// Unicode's test files do: "x" for what the algorithm removes.
func reading(text []rune, base int8) (level, order string) {
	l, visual := arrange(text, base)
	var b, c []byte
	for i, r := range text {
		if p, _ := bidi.LookupRune(r); removed(p.Class()) {
			b = append(b, "x "...)
		} else {
			b = append(strconv.AppendInt(b, int64(l[i]), 10), ' ')
		}
	}
	for _, i := range visual {
		if p, _ := bidi.LookupRune(text[i]); !removed(p.Class()) {
			c = append(strconv.AppendInt(c, int64(i), 10), ' ')
		}
	}
	return strings.TrimSuffix(string(b), " "), strings.TrimSuffix(string(c), " ")
}

// BidiTest.txt: every sequence of up to four classes, and some longer ones.
func TestBidiClasses(t *testing.T) {
	t.Parallel()
	var wantLevels, wantOrder string
	cases, wrong := 0, 0
	unicodeData(t, "BidiTest.txt", func(n int, line string) {
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			wantLevels = strings.Join(strings.Fields(rest), " ")
			return
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			wantOrder = strings.Join(strings.Fields(rest), " ")
			return
		}
		input, bits, _ := strings.Cut(line, ";")
		set, err := strconv.ParseUint(strings.TrimSpace(bits), 16, 8)
		if err != nil {
			t.Fatalf("line %d: %v", n, err)
		}
		var text []rune
		for _, class := range strings.Fields(input) {
			text = append(text, sample[class])
		}
		for bit, base := range []int8{auto, ltr, rtl} {
			if set>>bit&1 == 0 {
				continue
			}
			cases++
			if l, o := reading(text, base); l != wantLevels || o != wantOrder {
				if wrong++; wrong < 10 {
					t.Errorf("line %d: %s base %d: levels %q, order %q; want %q, %q", n, input, base, l, o, wantLevels, wantOrder)
				}
			}
		}
	})
	if cases < 770241 || wrong > 0 {
		t.Errorf("%d of %d cases are wrong; there should be 770241 cases", wrong, cases)
	}
}

// BidiCharacterTest.txt: characters, with brackets among them.
func TestBidiCharacters(t *testing.T) {
	t.Parallel()
	cases, wrong := 0, 0
	unicodeData(t, "BidiCharacterTest.txt", func(n int, line string) {
		field := strings.Split(line, ";")
		var text []rune
		for _, code := range strings.Fields(field[0]) {
			r, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				t.Fatalf("line %d: %v", n, err)
			}
			text = append(text, rune(r))
		}
		base := map[string]int8{"0": ltr, "1": rtl, "2": auto}[field[1]]
		cases++
		if l, o := reading(text, base); l != field[3] || o != field[4] {
			if wrong++; wrong < 10 {
				t.Errorf("line %d: %U base %d: levels %q, order %q; want %q, %q", n, text, base, l, o, field[3], field[4])
			}
		}
	})
	if cases < 91707 || wrong > 0 {
		t.Errorf("%d of %d cases are wrong; there should be 91707 cases", wrong, cases)
	}
}

// The classes and brackets that the algorithm looks up are Unicode's. Where the
// data is of a later version, the characters are left out that came after Go's.
func TestBidiProperties(t *testing.T) {
	t.Parallel()
	codes := func(n int, s string) (from, to rune) {
		a, b, ok := strings.Cut(strings.TrimSpace(s), "..")
		if !ok {
			b = a
		}
		x, err := strconv.ParseUint(a, 16, 32)
		y, err2 := strconv.ParseUint(b, 16, 32)
		if err != nil || err2 != nil {
			t.Fatalf("line %d: %q is no range", n, s)
		}
		return rune(x), rune(y)
	}
	class := map[string]bidi.Class{}
	for name, r := range sample {
		p, _ := bidi.LookupRune(r)
		class[name] = p.Class()
	}
	seen := 0
	unicodeData(t, "extracted/DerivedBidiClass.txt", func(n int, line string) {
		field := strings.Split(line, ";")
		from, to := codes(n, field[0])
		want, ok := class[strings.TrimSpace(field[1])]
		if !ok {
			t.Fatalf("line %d: no class %s", n, field[1])
		}
		for r := from; r <= to; r++ {
			if r >= 0xD800 && r < 0xE000 {
			}
			seen++
			if p, _ := bidi.LookupRune(r); p.Class() != want {
				t.Errorf("%U is of class %v, want %s", r, p.Class(), field[1])
			}
		}
	})
	if seen < 280000 {
		t.Errorf("only %d characters have a class", seen)
	}
	listed := map[rune]bool{}
	unicodeData(t, "BidiBrackets.txt", func(n int, line string) {
		field := strings.Split(line, ";")
		r, _ := codes(n, field[0])
		if unicode.Is(unicode.Cn, r) {
			return
		}
		other, _ := codes(n, field[1])
		opens := strings.TrimSpace(field[2]) == "o"
		listed[r] = true
		p, _ := bidi.LookupRune(r)
		if !p.IsBracket() || p.IsOpeningBracket() != opens {
			t.Errorf("%U: bracket %v, opening %v; want true, %v", r, p.IsBracket(), p.IsOpeningBracket(), opens)
		}
		if opens && closing(r) != other && (r != '\u2329' || other != '\u232A') {
			t.Errorf("%U is closed by %U, want %U", r, closing(r), other)
		}
	})
	for r := rune(0); r <= 0x10FFFF; r++ {
		if p, _ := bidi.LookupRune(r); p.IsBracket() && !listed[r] {
			t.Errorf("%U is no bracket", r)
		}
	}
}
