package main

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
)

// entry is an event as another library reads it.
type entry struct {
	day                        string
	title, says, stamp, number string
	reminders                  []string
}

var lineOfText = regexp.MustCompile(`^[A-Z-]+[;:]|^ `)

// readCalendar reads a calendar with the second library, by UID, and complains
// of all that RFC 5545 and mappe's own promises do not allow.
func readCalendar(t *testing.T, out, lang string) (name string, all map[string]entry, order []string) {
	t.Helper()
	if !utf8.ValidString(out) || strings.Count(out, "\n") != strings.Count(out, "\r\n") || strings.Count(out, "\r") != strings.Count(out, "\r\n") {
		t.Error("not UTF-8 in lines that end with CR LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || !lineOfText.MatchString(line) {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
	decoder := ical.NewDecoder(strings.NewReader(out))
	cal, err := decoder.Decode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := decoder.Decode(); err == nil {
		t.Error("a second calendar follows the first")
	}
	get := func(c *ical.Component, name string) ical.Prop {
		t.Helper()
		if len(c.Props[name]) != 1 {
			t.Fatalf("%s: %d times %s", c.Name, len(c.Props[name]), name)
		}
		return c.Props[name][0]
	}
	text := func(c *ical.Component, name string) string {
		t.Helper()
		p := get(c, name)
		s, err := p.TextList()
		if err != nil || len(s) != 1 || s[0] == "" {
			t.Fatalf("%s: %s: %q, %v", c.Name, name, s, err)
		}
		return s[0]
	}
	if v := text(cal.Component, "VERSION"); v != "2.0" || text(cal.Component, "PRODID") == "" || cal.Props["METHOD"] != nil {
		t.Errorf("version %s, or a method", v)
	}
	all = map[string]entry{}
	for _, c := range cal.Children {
		uid, start := text(c, "UID"), get(c, "DTSTART")
		day, err := start.DateTime(time.UTC)
		if err != nil || c.Name != "VEVENT" || start.Params.Get("VALUE") != "DATE" || c.Props["DTEND"] != nil || c.Props["DURATION"] != nil {
			t.Fatalf("%s: no event of one day: %v, %v", uid, start, err)
		}
		if _, twice := all[uid]; twice {
			t.Errorf("%s: twice", uid)
		}
		e := entry{day.Format(time.DateOnly), text(c, "SUMMARY"), text(c, "DESCRIPTION"), get(c, "DTSTAMP").Value, get(c, "SEQUENCE").Value, nil}
		if text(c, "CLASS") != "PRIVATE" || text(c, "TRANSP") != "TRANSPARENT" || get(c, "LAST-MODIFIED").Value != e.stamp {
			t.Errorf("%s: not private and transparent, or stamped twice", uid)
		}
		if len(c.Props["CATEGORIES"]) != 2 {
			t.Fatalf("%s: categories %v", uid, c.Props["CATEGORIES"])
		}
		for _, p := range []ical.Prop{get(c, "SUMMARY"), get(c, "DESCRIPTION"), c.Props["CATEGORIES"][1]} {
			if got := p.Params.Get("LANGUAGE"); got != lang {
				t.Errorf("%s: %s in %q, want %q", uid, p.Name, got, lang)
			}
		}
		for _, a := range c.Children {
			trigger := get(a, "TRIGGER")
			before, err := trigger.Duration()
			if err != nil || a.Name != "VALARM" || text(a, "ACTION") != "DISPLAY" || text(a, "DESCRIPTION") != e.title {
				t.Errorf("%s: no alarm: %v, %v", uid, a, err)
			}
			e.reminders = append(e.reminders, day.Add(before).Format("2006-01-02 15:04"))
		}
		all[uid], order = e, append(order, e.day)
	}
	return text(cal.Component, "X-WR-CALNAME"), all, order
}
