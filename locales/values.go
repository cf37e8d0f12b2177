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

// value is v as the reader writes it.
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
		return p.Length(v)
	case int:
		return p.Number(v), nil
	case string:
		return p.isolate(v), nil
	case ID:
		return p.Say(string(v), nil)
	case []string:
		items := make([]string, len(v))
		for i, s := range v {
			items[i] = p.isolate(s)
		}
		return p.List(items), nil
	case []ID:
		items := make([]string, len(v))
		for i, id := range v {
			s, err := p.Say(string(id), nil)
			if err != nil {
				return "", err
			}
			items[i] = s
		}
		return p.List(items), nil
	}
	return "", fmt.Errorf("is a %T, which has no form for a reader", v)
}

// Date is the day in full: 31 December 2026, 31. december 2026. No date is "".
// For ISO dates there is civil.Date.String.
func (p *Printer) Date(d civil.Date) string { return p.date(d, &p.habits.months) }

// ShortDate is the day with its month cut short: 31 Dec 2026, 31. dec. 2026.
func (p *Printer) ShortDate(d civil.Date) string { return p.date(d, &p.habits.short) }

// ShortMonth is the name of a month, cut short: Dec, dec.
func (p *Printer) ShortMonth(m time.Month) string { return p.habits.short[m-1] }

func (p *Printer) date(d civil.Date, months *[12]string) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d%s %s %d", d.Day, p.habits.ordinal, months[d.Month-1], d.Year)
}

// Kroner is the amount with its currency: DKK 3,080, 3.080 kr.
func (p *Printer) Kroner(k Kroner) string {
	return p.habits.before + p.Number(int(k)) + p.habits.after
}

// Number is n with its digits grouped by three: 1,024, 1.024.
func (p *Printer) Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
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
	return p.List(items), nil
}

// List joins items that are already spoken: a, b and c.
func (p *Printer) List(items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + " " + p.habits.and + " " + items[last]
}

// The marks that begin and end a stretch of text whose direction is its own.
const (
	firstStrongIsolate    = "\u2068"
	popDirectionalIsolate = "\u2069"
)

// isolate keeps text from outside from turning the sentence around it, and the
// sentence from turning the text. The marks are added only where they can
// matter, since a terminal may show them: when the text has a character of a
// right-to-left script or a directional control, or when the language spoken
// is itself written from right to left. Controls within the text (embeddings,
// overrides, isolates) are dropped: they could close the isolation.
func (p *Printer) isolate(s string) string {
	turns := p.habits.rightToLeft
	if !turns && !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 }) {
		return s // nothing below turns
	}
	bare := strings.Map(func(r rune) rune {
		props, _ := bidi.LookupRune(r)
		switch props.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			turns = true
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			turns = true
			return -1
		}
		return r
	}, s)
	if !turns {
		return s
	}
	return firstStrongIsolate + bare + popDirectionalIsolate
}
