package locales

import (
	"math"
	"testing"
	"time"

	"mappe/internal/civil"
)

func TestDates(t *testing.T) {
	want := map[string][12][2]string{
		"en": {
			{"31 January 2026", "31 Jan 2026"}, {"28 February 2026", "28 Feb 2026"}, {"31 March 2026", "31 Mar 2026"},
			{"30 April 2026", "30 Apr 2026"}, {"31 May 2026", "31 May 2026"}, {"30 June 2026", "30 Jun 2026"},
			{"31 July 2026", "31 Jul 2026"}, {"31 August 2026", "31 Aug 2026"}, {"30 September 2026", "30 Sep 2026"},
			{"31 October 2026", "31 Oct 2026"}, {"30 November 2026", "30 Nov 2026"}, {"31 December 2026", "31 Dec 2026"},
		},
		"da": {
			{"31. januar 2026", "31. jan. 2026"}, {"28. februar 2026", "28. feb. 2026"}, {"31. marts 2026", "31. mar. 2026"},
			{"30. april 2026", "30. apr. 2026"}, {"31. maj 2026", "31. maj 2026"}, {"30. juni 2026", "30. jun. 2026"},
			{"31. juli 2026", "31. jul. 2026"}, {"31. august 2026", "31. aug. 2026"}, {"30. september 2026", "30. sep. 2026"},
			{"31. oktober 2026", "31. okt. 2026"}, {"30. november 2026", "30. nov. 2026"}, {"31. december 2026", "31. dec. 2026"},
		},
	}
	for _, tag := range Authoritative() {
		p := printer(t, tag)
		for m, w := range want[tag] {
			d := civil.Of(2026, time.Month(m+1), 1).AddMonths(1, civil.Closing).AddDays(-1)
			if got := p.Date(d); got != w[0] {
				t.Errorf("%s: Date(%s) = %q, want %q", tag, d, got, w[0])
			}
			if got := p.ShortDate(d); got != w[1] {
				t.Errorf("%s: ShortDate(%s) = %q, want %q", tag, d, got, w[1])
			}
		}
		if got := p.Date(civil.Date{}) + p.ShortDate(civil.Date{}); got != "" {
			t.Errorf("%s: no date prints %q", tag, got)
		}
	}
	if got := printer(t, "da").Date(civil.Of(2027, 2, 1)); got != "1. februar 2027" {
		t.Errorf("a day of one digit: %q", got)
	}
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		n               int
		number, en, da_ string
	}{
		{0, "0", "DKK 0", "0 kr."},
		{7, "7", "DKK 7", "7 kr."},
		{999, "999", "DKK 999", "999 kr."},
		{1000, "1,000", "DKK 1,000", "1.000 kr."},
		{3080, "3,080", "DKK 3,080", "3.080 kr."},
		{12345, "12,345", "DKK 12,345", "12.345 kr."},
		{999999, "999,999", "DKK 999,999", "999.999 kr."},
		{1234567, "1,234,567", "DKK 1,234,567", "1.234.567 kr."},
		{-3080, "-3,080", "DKK -3,080", "-3.080 kr."},
		{math.MinInt64, "-9,223,372,036,854,775,808", "DKK -9,223,372,036,854,775,808", "-9.223.372.036.854.775.808 kr."},
	} {
		en, da := printer(t, "en"), printer(t, "da")
		if got := en.Number(c.n); got != c.number {
			t.Errorf("en: Number(%d) = %q, want %q", c.n, got, c.number)
		}
		if got := en.Kroner(Kroner(c.n)); got != c.en {
			t.Errorf("en: Kroner(%d) = %q, want %q", c.n, got, c.en)
		}
		if got := da.Kroner(Kroner(c.n)); got != c.da_ {
			t.Errorf("da: Kroner(%d) = %q, want %q", c.n, got, c.da_)
		}
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		items  []string
		en, da string
	}{
		{nil, "", ""},
		{[]string{"a"}, "a", "a"},
		{[]string{"a", "b"}, "a and b", "a og b"},
		{[]string{"a", "b", "c"}, "a, b and c", "a, b og c"},
	} {
		if got := printer(t, "en").List(c.items); got != c.en {
			t.Errorf("en: List(%q) = %q, want %q", c.items, got, c.en)
		}
		if got := printer(t, "da").List(c.items); got != c.da {
			t.Errorf("da: List(%q) = %q, want %q", c.items, got, c.da)
		}
	}
}
