package typeset

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

// hostile are texts of about n characters that ask for as much work as they
// can.
func hostile(n int) map[string][]rune {
	repeat := func(s string) []rune {
		r := []rune(s)
		return []rune(strings.Repeat(s, n/len(r)))
	}
	half := func(a, mid, b string) []rune {
		return []rune(strings.Repeat(a, n/2) + mid + strings.Repeat(b, n/2))
	}
	return map[string][]rune{
		"plain":            repeat("plain words "),
		"mixed":            repeat("abc אבג (12-3) "),
		"open isolates":    repeat("\u2068"),
		"nested isolates":  half("\u2068", "א", "\u2069"),
		"isolates in row":  repeat("\u2068א\u2069"),
		"nested overrides": half("\u202E", "a", "\u202C"),
		"nested brackets":  half("(", "א", ")"),
		"deep brackets":    []rune(strings.Repeat("(", 62) + strings.Repeat(" ", n) + strings.Repeat(")", 62)),
		"brackets in row":  repeat("(א)"),
		"empty brackets":   repeat("()"),
		"closing brackets": []rune(strings.Repeat("[", 62) + strings.Repeat(")", n)),
		"marks":            []rune("(א)" + strings.Repeat("\u0300", n)),
		"signs":            repeat("%"),
		"separators":       repeat("\u2029"),
		"levels up, down":  repeat("\u202Ba\u202Aא\u202C\u202C"),
	}
}

// Hostile text takes time in proportion to its length: ten times the text must
// not take fifty times as long, and quadratic time would be a hundred.
func TestBidiHostile(t *testing.T) {
	took := func(text []rune) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			level, _ := arrange(text, rtl)
			best = min(best, time.Since(start))
			for i, l := range level {
				if l < 0 || l > deepest+1 {
					t.Fatalf("character %d has level %d", i, l)
				}
			}
		}
		return best
	}
	short, long := hostile(10_000), hostile(100_000)
	for name := range short {
		if a, b := took(short[name]), took(long[name]); b > 50*a && b > time.Second/2 {
			t.Errorf("%s: %v for 10,000 characters, %v for 100,000", name, a, b)
		}
	}
}

func BenchmarkLevels(b *testing.B) {
	text := hostile(100_000)
	for _, name := range slices.Sorted(maps.Keys(text)) {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				arrange(text[name], rtl)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(text[name])), "ns/char")
		})
	}
}
