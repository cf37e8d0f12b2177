package locales

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/bidi"

	"mappe/internal/civil"
)

// Kroner is an amount in whole Danish kroner.
type Kroner int

// value is v as the reader writes it. In a language that is written from right
// to left every value is isolated.
func (p *Printer) value(v any) (string, error) {
	switch v := v.(type) {
	case civil.Date:
		if v.IsZero() {
			return "", fmt.Errorf("is no date")
		}
		return p.Date(v), nil
	case Kroner:
		return p.Kroner(v), nil
	case civil.Length:
		s, err := p.Length(v)
		return p.own(s), err
	case int:
		return p.Isolated(p.Number(v)), nil
	case string:
		return p.Isolated(v), nil
	case ID:
		s, err := p.Say(string(v), nil)
		return p.own(s), err
	case []string:
		items := make([]string, len(v))
		for i, s := range v {
			items[i] = p.Isolated(s)
		}
		return p.List(items), nil
	case []ID:
		items := make([]string, len(v))
		for i, id := range v {
			s, err := p.Say(string(id), nil)
			if err != nil {
				return "", err
			}
			items[i] = p.own(s)
		}
		return p.List(items), nil
	}
	return "", fmt.Errorf("is a %T, which has no form for a reader", v)
}

// Date is the day in full: 31 December 2026, 31. december 2026. No date is "".
// Like an amount it is isolated where text runs from right to left. For ISO
// dates there is civil.Date.String.
func (p *Printer) Date(d civil.Date) string { return p.date(d, p.habits.date, &p.habits.months) }

// Spelled is Date without the day in digits that some languages have behind it.
func (p *Printer) Spelled(d civil.Date) string {
	pattern, _, _ := strings.Cut(p.habits.date, " (")
	return p.date(d, pattern, &p.habits.months)
}

// ShortDate is the day with its month cut short: 31 Dec 2026, 31. dec. 2026.
func (p *Printer) ShortDate(d civil.Date) string {
	return p.date(d, p.habits.shortDate, &p.habits.short)
}

// ShortMonth is the name of a month, cut short: Dec, dec.
func (p *Printer) ShortMonth(m time.Month) string { return p.habits.short[m-1] }

func (p *Printer) date(d civil.Date, pattern string, months *[12]string) string {
	if d.IsZero() {
		return ""
	}
	var b strings.Builder
	for _, r := range pattern {
		switch r {
		case 'd':
			b.WriteString(strconv.Itoa(d.Day))
		case 'M':
			b.WriteString(months[d.Month-1])
		case 'y':
			b.WriteString(strconv.Itoa(d.Year))
		case 'm':
			fmt.Fprintf(&b, "%02d", d.Month)
		case 'D':
			fmt.Fprintf(&b, "%02d", d.Day)
		default:
			b.WriteRune(r)
		}
	}
	return p.own(b.String())
}

// Kroner is the amount with its currency: DKK 3,080, 3.080 kr. Where text runs
// from right to left it is isolated, so that it reads alike in a sentence and
// alone.
func (p *Printer) Kroner(k Kroner) string {
	before, after, _ := strings.Cut(p.habits.amount, "0")
	return p.Isolated(before + p.Number(int(k)) + after)
}

// Number is n with its digits grouped: 1,024, 1.024, 12,34,567.
func (p *Printer) Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	if len(s) < p.habits.least {
		return sign + s
	}
	size := 3
	if p.habits.hundreds {
		size = 2
	}
	for i := len(s) - 3; i > 0; i -= size {
		s = s[:i] + p.habits.group + s[i:]
	}
	return sign + s
}

// Length is a civil length of time: 3 years, 6 months and 2 days.
func (p *Printer) Length(l civil.Length) (string, error) {
	var items []string
	for _, part := range []struct {
		id string
		n  int
	}{{"unit.years", l.Months / 12}, {"unit.months", l.Months % 12}, {"unit.days", l.Days}} {
		if part.n == 0 && (part.id != "unit.days" || len(items) > 0) {
			continue
		}
		s, err := p.Say(part.id, Vars{"Count": part.n})
		if err != nil {
			return "", err
		}
		items = append(items, s)
	}
	if p.habits.runs {
		return strings.Join(items, ""), nil
	}
	return p.List(items), nil
}

// The marks that begin and end a stretch of text whose direction is that of its
// first letter, or from left to right, or from right to left.
const (
	firstStrongIsolate    = "\u2068"
	leftToRightIsolate    = "\u2066"
	rightToLeftIsolate    = "\u2067"
	popDirectionalIsolate = "\u2069"
)

// Isolated keeps text from outside from turning the sentence around it, and the
// sentence from turning the text. The marks are added only where they can
// matter, since a terminal may show them: when the text has a character of a
// right-to-left script or a directional control, or when the language spoken
// is itself written from right to left. Isolates within the text that are begun
// and ended there stay, so that words put together of values keep these apart.
// Other controls (embeddings, overrides, ends without a beginning) are dropped:
// they could close the isolation.
func (p *Printer) Isolated(s string) string {
	turns := p.habits.rightToLeft
	if !turns && !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 }) {
		return s // nothing below turns
	}
	whole := nested(s)
	at := -1
	bare := strings.Map(func(r rune) rune {
		at++
		props, _ := bidi.LookupRune(r)
		switch props.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			turns = true
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			turns = true
			if !whole[at] {
				return -1
			}
		}
		return r
	}, s)
	if !turns {
		return s
	}
	return firstStrongIsolate + bare + popDirectionalIsolate
}

// nested are the characters of s, by their numbers, that begin an isolate which
// ends in s, or end it.
func nested(s string) (whole map[int]bool) {
	var open []int
	at := 0
	for _, r := range s {
		switch {
		case r >= '\u2066' && r <= '\u2068':
			open = append(open, at)
		case r == '\u2069' && len(open) > 0:
			if whole == nil {
				whole = map[int]bool{}
			}
			whole[at], whole[open[len(open)-1]] = true, true
			open = open[:len(open)-1]
		}
		at++
	}
	return whole
}

// Apart is Isolated in a language that is written from right to left, and s as
// it is in others: for a value that is put among words outside of a message.
func (p *Printer) Apart(s string) string {
	if !p.habits.rightToLeft || s == "" {
		return s
	}
	return p.Isolated(s)
}

// own isolates words of the language spoken, which are written as it is, also
// those that begin with the name of a form.
func (p *Printer) own(s string) string {
	if !p.habits.rightToLeft {
		return s
	}
	return rightToLeftIsolate + s + popDirectionalIsolate
}
