package locales

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write translated.TAG.txt for messages that are newly translated")

// courtesies are the courtesy languages that are spoken.
func courtesies() (tags []string) {
	for _, tag := range Tags() {
		if !slices.Contains(Authoritative(), tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// A courtesy language has every message of its readers, and no fault in any.
func TestCourtesyMessages(t *testing.T) {
	want := map[string]Message{}
	for _, e := range active(t, "en") {
		want[e.ID] = e
	}
	for _, tag := range courtesies() {
		j, got := NewJudge(tag), map[string]bool{}
		for _, e := range active(t, tag) {
			got[e.ID] = true
			w, ok := want[e.ID]
			switch {
			case !ok:
				t.Errorf("%s: %s is no message of English", file(tag), e.ID)
			case NeedOf(e.Family()) == English:
				t.Errorf("%s: %s stays English", file(tag), e.ID)
			default:
				for _, f := range j.Faults(w, e) {
					t.Errorf("%s: %s %s", file(tag), e.ID, f)
				}
			}
		}
		var lacks []string
		for id, e := range want {
			if NeedOf(e.Family()) == Wanted && !got[id] {
				lacks = append(lacks, id)
			}
		}
		if slices.Sort(lacks); len(lacks) > 0 {
			t.Errorf("%s lacks %d messages, which are spoken in English: %s", file(tag), len(lacks), strings.Join(lacks, " "))
		}
	}
}

func TestStrangeMarks(t *testing.T) {
	for i := range known {
		if h := &known[i]; h.courtesy != (strange(h.tag) != nil) {
			t.Errorf("%s: which marks and letters are strange to it?", h.tag)
		}
	}
	for tag, text := range map[string]string{"uk": "мы", "ar": "نعم, لا", "fa": "كتاب", "zh-Hans": "请,坐", "de": "»so«", "pl": "“so”", "ti": "ሰላም, ሰላም"} {
		if !strange(tag).MatchString(text) {
			t.Errorf("%s: %q passes", tag, text)
		}
	}
	for tag, text := range map[string]string{"uk": "«об’єкт»", "ar": "«نعم»، لا؟", "fa": "«کتاب»؟", "zh-Hans": "“请坐”，MF4.", "de": "„so“ – geht’s", "pl": "„so”", "ti": "«ሰላም»፣ ሰላም።"} {
		if found := strange(tag).FindString(text); found != "" {
			t.Errorf("%s: %q does not pass: %q", tag, text, found)
		}
	}
}

// No translation is of a sentence that has changed since. With -update, lines
// are written for messages that have none, and taken out for messages that are
// gone. The line of a message whose English has changed stays as it is: take it
// out by hand when the translation is right again.
func TestTranslationsAreOfToday(t *testing.T) {
	now := map[string]string{}
	for _, e := range active(t, "en") {
		now[e.ID] = e.Digest()
	}
	for _, tag := range courtesies() {
		data, err := os.ReadFile(origin(tag))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		from, err := readDigests(data)
		if err != nil {
			t.Fatalf("%s: %v", origin(tag), err)
		}
		want := map[string]string{}
		var stale []string
		for _, e := range active(t, tag) {
			want[e.ID] = now[e.ID]
			if old, ok := from[e.ID]; ok && old != now[e.ID] {
				want[e.ID] = old
				stale = append(stale, e.ID)
			}
		}
		if len(stale) > 0 {
			t.Errorf("%s: the English of these has changed since; translate them again, take their lines out of %s and run with -update: %s",
				file(tag), origin(tag), strings.Join(stale, " "))
		}
		switch {
		case bytes.Equal(data, Digests(want)):
		case !*update:
			if !maps.Equal(from, want) {
				t.Errorf("%s does not have the messages of %s: run go test ./locales -update", origin(tag), file(tag))
			} else {
				t.Errorf("%s is not sorted: run go test ./locales -update", origin(tag))
			}
		default:
			if err := os.WriteFile(origin(tag), Digests(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
