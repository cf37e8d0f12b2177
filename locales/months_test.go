package locales

import (
	"testing"
	"time"
)

func TestMonthName(t *testing.T) {
	for _, c := range []struct {
		month time.Month
		tag   string
		short bool
		want  string
	}{
		{time.February, "en", false, "February"}, {time.February, "en", true, "Feb"},
		{time.February, "da", false, "februar"}, {time.February, "da", true, "feb."},
		{time.May, "da", true, "maj"}, {time.December, "da", false, "december"},
		{time.January, "xx", false, ""}, {time.January, "", true, ""}, {0, "da", false, ""}, {13, "da", false, ""},
	} {
		if got := MonthName(c.month, c.tag, c.short); got != c.want {
			t.Errorf("%d in %q, short %t: %q, want %q", c.month, c.tag, c.short, got, c.want)
		}
	}
}
