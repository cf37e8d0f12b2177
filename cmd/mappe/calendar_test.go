package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The goldens have been read line by line; each name stands for a profile and
// the calendar made of it.
func TestCalendarGoldens(t *testing.T) {
	for name, lang := range map[string]string{"mf4": "en", "bf23": "da", "od2d": "en"} {
		t.Run(name, func(t *testing.T) {
			golden := filepath.Join("testdata/calendar", name+".ics")
			w := then(t, filepath.Join("testdata/calendar", name+".yaml"), lang)
			data, err := w.calendar(w.list.Events())
			if err != nil {
				t.Fatal(err)
			}
			got := string(data)
			if *update {
				if err := os.WriteFile(golden, data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", golden, diff)
			}
			for _, secret := range []string{"030290", "FK123456"} {
				if strings.Contains(got, secret) {
					t.Errorf("the calendar says %s", secret)
				}
			}
		})
	}
}

// ends are the keys of the day that ends a window.
var ends = []string{"permit-expires", "card-expires", "dispensation-expires", "return"}

// Every day that check --json gives for a person whom nobody else's application
// covers is in the calendar once; where no day is given there is no calendar.
func TestCalendarHasEveryDay(t *testing.T) {
	written := 0
	for name, c := range worked(t) {
		for _, lang := range []string{"en", "da"} {
			t.Run(name+"/"+lang, func(t *testing.T) {
				out, _, code := call(c.src, "calendar", "-", "--on", c.on, "--lang", lang)
				if again, _, _ := call(c.src, "calendar", "-", "--on", c.on, "--lang", lang); again != out {
					t.Error("a second run writes something else")
				}
				checked, _, _ := call(c.src, "check", "-", "--json", "--on", c.on)
				var a Answer
				if err := json.Unmarshal([]byte(checked), &a); err != nil {
					t.Fatal(err)
				}
				want := wanted(&a)
				if code == exitNoPacket || out == "" {
					if len(want) > 0 || out != "" {
						t.Errorf("exit code %d, %d bytes, yet there are days: %v", code, len(out), want)
					}
					return
				}
				written++
				_, all, order := readCalendar(t, out, lang)
				if !slices.IsSorted(order) {
					t.Errorf("not in order: %v", order)
				}
				found := map[string]string{}
				for uid, e := range all {
					if _, ok := want[uid]; ok {
						found[uid] = e.day
					}
					if e.day < c.on && e.reminders != nil {
						t.Errorf("%s: reminds of a day that is over", e.title)
					}
					if !strings.Contains(e.says, map[string]string{"en": "not an authority", "da": "ikke en myndighed"}[lang]) {
						t.Errorf("%s: says %q", e.title, e.says)
					}
				}
				if diff := cmp.Diff(want, found); diff != "" {
					t.Errorf("days (-check +calendar):\n%s", diff)
				}
			})
		}
	}
	if written < 50 {
		t.Errorf("only %d calendars were written", written)
	}
}

// wanted are the days of an answer, by the UID that each must have.
func wanted(a *Answer) map[string]string {
	days := map[string]string{}
	for _, x := range a.Applicants {
		add := func(key, day string) {
			if day != "" {
				days[uid(a.Case, x.ID, key)] = day
			}
		}
		if w := x.Window; w != nil && x.CoveredBy == "" {
			add("opens", w.Opens.String())
			add("last-safe-day", w.LastSafeDay.String())
			end := map[string]string{"mf4": ends[0], "od2d": ends[1], "bf1": ends[2], "bf23": ends[3]}[x.Scheme]
			add(end, w.Expires.String())
		}
		for _, d := range x.Deadlines {
			add(d.ID, d.On.String())
		}
	}
	return days
}

// An event keeps its UID when its day moves, and a later calendar has a higher
// number; the first day to file moves with the permit, the document does not.
func TestCalendarMoves(t *testing.T) {
	src, err := os.ReadFile("testdata/calendar/mf4.yaml")
	if err != nil {
		t.Fatal(err)
	}
	moved := strings.ReplaceAll(string(src), "expires: 2027-01-31", "expires: 2027-03-15")
	before, _, _ := call(src, "calendar", "-", "--on", "2026-11-22")
	after, _, _ := call([]byte(moved), "calendar", "-", "--on", "2026-11-23")
	_, old, _ := readCalendar(t, before, "en")
	_, now, _ := readCalendar(t, after, "en")
	if diff := cmp.Diff(slices.Sorted(maps.Keys(old)), slices.Sorted(maps.Keys(now))); diff != "" {
		t.Fatalf("UIDs (-before +after):\n%s", diff)
	}
	for uid := range old {
		if old[uid].number != "2517" || now[uid].number != "2518" || old[uid].stamp != "20261122T000000Z" || now[uid].stamp != "20261123T000000Z" {
			t.Errorf("%s: revision %s of %s, then %s of %s", uid, old[uid].number, old[uid].stamp, now[uid].number, now[uid].stamp)
		}
	}
	for key, days := range map[string]string{
		"opens":                      "2026-10-31 2026-12-15",
		"last-safe-day":              "2027-01-30 2027-03-14",
		"permit-expires":             "2027-01-31 2027-03-15",
		"biometrics":                 "2026-12-06 2026-12-29",
		"follows mf4-list-working 1": "2026-12-15 2026-12-15",
	} {
		id := uid("Kovalenko family", "maria", key)
		if got := old[id].day + " " + now[id].day; got != days {
			t.Errorf("%s: %s, want %s", key, got, days)
		}
	}
}

// Text from outside comes back as it went in, whatever stands in it.
func TestCalendarText(t *testing.T) {
	for _, label := range []string{
		`a,b;c:d\n\\"e" 'f'`, "two\nlines", "tab\tand 👩‍👩‍👧 and 🇩🇰", "Щербаченко " + strings.Repeat("Її", 60), strings.Repeat("x", 200), " , ",
	} {
		src, err := json.Marshal(map[string]any{
			"mappe": 1, "case": label, "goal": "permanent",
			"applicants": []any{map[string]any{"id": "x", "name": "Жанна, д’Арк; \\", "permit": map[string]any{"legal_since": "2020-11-01"}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		out, errors, code := call(src, "calendar", "-", "--on", "2026-11-22")
		if code != 0 {
			t.Fatalf("%q: exit code %d, %s", label, code, errors)
		}
		name, all, _ := readCalendar(t, out, "en")
		e := all[uid(label, "x", "residence-reached")]
		if want := label + " – Жанна, д’Арк; \\: required legal residence reached"; e.title != want || name != label {
			t.Errorf("%q: calendar %q, event %q", label, name, e.title)
		}
	}
	if got := plain("a\r\nb\rc\x00\x1b\u0085d\te"); got != "a\nb\ncd\te" {
		t.Errorf("plain text is %q", got)
	}
}

// A last safe day at a weekend says that offices may be closed; it stays.
func TestCalendarWeekends(t *testing.T) {
	for expires, want := range map[string]string{"2027-01-30": "", "2027-01-31": "Saturday", "2027-02-01": "Sunday", "2027-02-02": ""} {
		src := `{mappe: 1, case: W, goal: extend, sponsor: {status: permanent, ground: work, occupation: employed}, applicants: [{id: x, relation: spouse,
  lives_together: true, document_languages: [en], passport: {expires: 2035-01-01},
  permit: {basis: accompanying-family, same_grounds_since: 2024-01-01, expires: ` + expires + `}}]}`
		out, errors, code := call([]byte(src), "calendar", "-", "--on", "2026-11-22")
		if code != 0 {
			t.Fatalf("exit code %d, %s", code, errors)
		}
		_, all, _ := readCalendar(t, out, "en")
		e := all[uid("W", "x", "last-safe-day")]
		day, err := time.Parse(time.DateOnly, e.day)
		if err != nil || day.AddDate(0, 0, 1).Format(time.DateOnly) != expires {
			t.Errorf("%s: last safe day %s, %v", expires, e.day, err)
		}
		if got := strings.Contains(e.says, "offices may be closed"); got != (want != "") || !strings.Contains(e.says, want) {
			t.Errorf("%s: says %q", expires, e.says)
		}
		if end := all[uid("W", "x", "permit-expires")]; strings.Contains(end.says, "closed") {
			t.Errorf("%s: nothing is to be done on the day itself: %q", expires, end.says)
		}
	}
}

func TestCalendarReminders(t *testing.T) {
	src, err := os.ReadFile("testdata/calendar/mf4.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out, _, _ := call(src, "calendar", "-", "--on", "2026-10-01")
	_, all, _ := readCalendar(t, out, "en")
	for key, want := range map[string][]string{
		"opens":          {"2026-10-31 09:00"},
		"last-safe-day":  {"2027-01-16 09:00", "2027-01-28 09:00"},
		"permit-expires": nil,
		"biometrics":     {"2026-11-07 09:00", "2026-11-12 09:00"},
	} {
		if got := all[uid("Kovalenko family", "maria", key)].reminders; !slices.Equal(got, want) {
			t.Errorf("%s: reminders %v, want %v", key, got, want)
		}
	}
}

func TestRevisionNeverFalls(t *testing.T) {
	last := -1
	for _, on := range []string{"1999-12-31", "2019-12-31", "2020-01-01", "2020-01-02", "2026-11-22", "9999-12-31"} {
		o := &options{on: &on}
		day, err := o.day()
		if n := revision(day); err != nil || n < max(last, 0) {
			t.Errorf("%s: revision %d after %d, %v", on, n, last, err)
		} else {
			last = n
		}
	}
	if a, b := uid("a b", "c", "d"), uid("a", "b c", "d"); a == b || len(a) != len(fmt.Sprintf("%032x@mappe", 0)) {
		t.Errorf("UIDs %s and %s", a, b)
	}
}
