package typeset

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Unicode's LineBreakTest.txt, of the version that the segmenter follows and
// brings with it: every line of it breaks as Unicode says. Debian's file of
// Unicode 15.0 has the same lines as that of 14.0.
func TestLineBreaks(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "segmenter", "test", "LineBreakTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for n, line := range strings.Split(string(data), "\n") {
		line, why, _ := strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		cases++
		var text []rune
		var want []bool // before each character, and at the end
		for i, f := range fields {
			if i%2 == 0 {
				want = append(want, f == "÷")
				continue
			}
			r, err := strconv.ParseUint(f, 16, 32)
			if err != nil {
				t.Fatalf("line %d: %v", n+1, err)
			}
			text = append(text, rune(r))
		}
		got := breaks(text)
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("line %d: %U may end before character %d: %v, want %v:%s", n+1, text, i, got[i], want[i], why)
			}
		}
	}
	if cases < 7654 {
		t.Errorf("%d cases; there should be 7654", cases)
	}
}

// Where lines may and may not end in what mappe writes, | being the places.
func TestBreaksOfPaperwork(t *testing.T) {
	for _, want := range []string{
		"Kirke |Hyllinge-|Lejre, |dvs. |31.12.2026 |(kap. |5)",
		"https://|www.nyidanmark.dk/|da/|ans%C3%B8g?|a=1&b=2",
		"2.880,00\u00A0kr., |1/20, |BF2-3/|US, |50\u00A0% |og/|eller",
		"år |2026–|2027, |§\u00A026, |stk. |1",
		"Udlændinge\u00AD|styrelsen",
		"王|小|明|（護|照）：|第|3|页。",
		"نام: |\u2068Şirin |Åkesson\u2069، |۱۴۰۵/۱۰/۱۰",
		"می\u200Cخواهم |کتاب\u200Cهای |خانه",
		"स्थायी |निवास",
		"ናይ |ቀዋሚ፡|መንበሪ፣ |ስም",
		"ใบอนุญาต\u200B|มี\u200B|ถิ่น",
	} {
		text := []rune(strings.ReplaceAll(want, "|", ""))
		var got strings.Builder
		for i, ends := range breaks(text) {
			if ends && i < len(text) {
				got.WriteString("|")
			}
			if i < len(text) {
				got.WriteRune(text[i])
			}
		}
		if got.String() != want {
			t.Errorf("got  %q\nwant %q", got.String(), want)
		}
	}
}
