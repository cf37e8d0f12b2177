package locales

import "time"

// MonthName is the name of a month in a language, in full or cut short as the
// language does it; "" in one that mappe does not speak.
func MonthName(m time.Month, tag string, short bool) string {
	i := named(tag)
	switch {
	case i < 0 || !hasWords(i) || m < time.January || m > time.December:
		return ""
	case short:
		return known[i].short[m-1]
	}
	return known[i].months[m-1]
}
