package law

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// lint checks what the files must agree on: every citation and source exists,
// days descend, and no two values overlap.
func (b *Book) lint() error {
	var errs []error
	if b.Checked.IsZero() {
		errs = append(errs, errors.New("fees.yaml, periods.yaml: checked: the day of the last comparison with the sources is missing"))
	}
	for c, q := range b.Quotes {
		if _, ok := b.Source(q.Source); !ok {
			errs = append(errs, fmt.Errorf("quotes.yaml: %s: unknown source %q", c, q.Source))
		}
		if q.Line < 1 || strings.TrimSpace(q.Quote) == "" {
			errs = append(errs, fmt.Errorf("quotes.yaml: %s: line and quote are wanted", c))
		}
	}
	for _, form := range slices.Sorted(maps.Keys(b.Fees)) {
		errs = append(errs, lintDated(b, "fees.yaml", b.Fees[form])...)
	}
	for _, name := range slices.Sorted(maps.Keys(b.Periods)) {
		errs = append(errs, lintDated(b, "periods.yaml", b.Periods[name])...)
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}

// reading are the rules that no sentence says: the X-rows, and S1-67, which
// says that a page is silent.
var reading = regexp.MustCompile(`^(X-(0[1-9]|[12][0-9]|3[0-2])|S1-67)$`)

// checkFee is what is wrong with a line of fees.yaml, "" for nothing.
func (e entry) checkFee() string {
	kinds := 0
	for _, is := range []bool{e.DKK != 0, e.Free, e.Stated != nil && !*e.Stated, e.Published != nil && !*e.Published} {
		if is {
			kinds++
		}
	}
	switch {
	case e.period() != Period{}:
		return "years, months and days belong into periods.yaml"
	case e.DKK < 0:
		return fmt.Sprintf("dkk %d is no fee", e.DKK)
	case kinds != 1:
		return "say exactly one of dkk, free: true, stated: false, published: false"
	case e.DKK > 0 && !slices.Contains([]string{"H", "M", "L"}, e.Confidence):
		return fmt.Sprintf("confidence %q is none of H, M, L", e.Confidence)
	}
	return ""
}

// checkPeriod is what is wrong with a line of periods.yaml, "" for nothing.
func (e entry) checkPeriod() string {
	switch {
	case e.DKK != 0 || e.Free || e.Stated != nil:
		return "dkk, free and stated belong into fees.yaml"
	case e.Years < 0 || e.Months < 0 || e.Days < 0:
		return "a length is not negative"
	case e.period() == Period{} && e.From.IsZero():
		return "neither a length nor a first day"
	}
	return ""
}

// lintEntries checks the lines of a file one by one.
func lintEntries(file string, entries map[string][]entry, check func(entry) string) (errs []error) {
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		for i, e := range entries[name] {
			if wrong := check(e); wrong != "" {
				errs = append(errs, fmt.Errorf("%s: %s[%d]: %s", file, name, i, wrong))
			}
		}
	}
	return errs
}

func lintDated[T any](b *Book, file string, d Dated[T]) (errs []error) {
	complain := func(i int, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: %s[%d]: %s", file, d.Name, i, fmt.Sprintf(format, args...)))
	}
	if len(d.Values) == 0 {
		complain(0, "no values")
	}
	for i, v := range d.Values {
		if _, ok := b.Quotes[v.Cite]; v.Cite != "" && !ok && !reading.MatchString(string(v.Cite)) {
			complain(i, "unknown quotation %q", v.Cite)
		}
		if _, ok := b.Source(v.Source); v.Source != "" && !ok {
			complain(i, "unknown source %q", v.Source)
		}
		if v.Cite == "" && v.Source == "" {
			complain(i, "neither cite nor source: every number has one")
		}
		if !v.To.IsZero() && v.To.Before(v.From) {
			complain(i, "ends on %s, before it begins on %s", v.To, v.From)
		}
		if i == 0 {
			continue
		}
		if newer := d.Values[i-1]; !v.From.Before(newer.From) {
			complain(i, "begins on %s, not before the line above it (%s): newest first", v.From, newer.From)
		} else if v.To.IsZero() || !v.To.Before(newer.From) {
			complain(i, "ends on %q, not before the line above it begins (%s): give it an explicit end", v.To, newer.From)
		}
	}
	return errs
}
