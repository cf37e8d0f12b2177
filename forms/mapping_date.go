package forms

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"mappe/internal/civil"
)

// inFormat is a day as a form wants it: by the mapping, else by the field, else
// as Danish forms have it, with the months by their names. What is no day stays
// as it is.
func inFormat(day, format, own string, month func(m time.Month, short bool) string) string {
	d, err := civil.Parse(day)
	if err != nil {
		return day
	}
	if format == "" {
		if format = own; badFormat(format) != "" || format == "" {
			format = usual
		}
	}
	var b strings.Builder
	for _, token := range tokens(format) {
		y, m, dd := d.Year, int(d.Month), d.Day
		switch token {
		case "d":
			fmt.Fprintf(&b, "%d", dd)
		case "dd":
			fmt.Fprintf(&b, "%02d", dd)
		case "m":
			fmt.Fprintf(&b, "%d", m)
		case "mm":
			fmt.Fprintf(&b, "%02d", m)
		case "mmm":
			b.WriteString(month(d.Month, true))
		case "mmmm":
			b.WriteString(month(d.Month, false))
		case "yy":
			fmt.Fprintf(&b, "%02d", y%100)
		case "yyyy":
			fmt.Fprintf(&b, "%04d", y)
		default:
			b.WriteString(token)
		}
	}
	return b.String()
}

// tokens are the runs of one letter of a format, and what stands between them.
func tokens(format string) (all []string) {
	for i := 0; i < len(format); {
		j := i + 1
		for j < len(format) && format[j] == format[i] && unicode.IsLetter(rune(format[i])) {
			j++
		}
		all = append(all, format[i:j])
		i = j
	}
	return all
}

// namesMonth tells whether a format writes a month as a word.
func namesMonth(format string) bool {
	return slices.ContainsFunc(tokens(format), func(t string) bool { return t == "mmm" || t == "mmmm" })
}

// badFormat is what of a format is not understood, "" for nothing.
func badFormat(format string) string {
	for _, t := range tokens(format) {
		switch t {
		case "d", "dd", "m", "mm", "mmm", "mmmm", "yy", "yyyy":
		default:
			if unicode.IsLetter(rune(t[0])) || unicode.IsDigit(rune(t[0])) || t[0] >= 0x80 || t[0] < ' ' {
				return t
			}
		}
	}
	return ""
}

// isLetter tells what of a value counts as one of its letters.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
