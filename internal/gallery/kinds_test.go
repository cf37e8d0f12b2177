package main

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"mappe/internal/guest"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
	"mappe/templates"
)

// The tests are their own guests.
func TestMain(m *testing.M) {
	guest.Main()
	os.Exit(m.Run())
}

// Of whatever comes to be printed, some scene has a page: of every kind of page,
// every part of a translation, every letter, and of all that a supplement does
// to what was filed.
func TestScenesShowAll(t *testing.T) {
	const repository = "../.."
	want := []string{
		packets.PageFront, packets.PageContents, packets.PageData, packets.PageSeparator, packets.PageFile, packets.PageHole,
		packets.PageSlot, packets.PageLetter, packets.PageBlank,
		packets.RoleOriginal, packets.RoleTranslation, packets.RoleDeclaration,
		packets.VoidAnswered, packets.VoidReplaced, packets.VoidWithdrawn,
	}
	letters, err := fs.Glob(templates.Files, "*.en.md")
	if err != nil || len(letters) == 0 {
		t.Fatal(letters, err)
	}
	for _, name := range letters {
		want = append(want, "letter."+strings.TrimSuffix(name, ".en.md"))
	}
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	printer, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	v := packets.Voice{Book: book, Printer: printer.Heard(func(s locales.Spoken) { shown[s.ID] = true })}
	all, err := scenes(repository)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if slices.Contains(alike, c.name) {
			continue
		}
		documents, err := ofCase(c, "en", v)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		for _, d := range documents {
			if d.lock == nil {
				continue
			}
			if pages := len(d.lock.Pages); len(d.captions) != pages {
				t.Errorf("%s: %d captions for %d pages", d.name, len(d.captions), pages)
			}
			for _, q := range d.lock.Pages {
				shown[q.Kind], shown[q.Role] = true, true
			}
			if d.lock.Continues != nil {
				for _, f := range d.lock.Continues.Filed {
					shown[f.Void] = true
				}
			}
		}
	}
	for _, kind := range want {
		if !shown[kind] {
			t.Errorf("no scene shows %s", kind)
		}
	}
}

// Nothing on the applicant's own pages stays English in a courtesy language; on
// the screen that is so of what is said of holes.
func TestScenesAreTranslated(t *testing.T) {
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	printer, err := locales.New("uk")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	v := packets.Voice{Book: book, Printer: printer.Heard(func(s locales.Spoken) { said[s.ID] = true })}
	all, err := scenes("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if slices.Contains(alike, c.name) {
			continue
		}
		if _, err := ofCase(c, "uk", v); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for id := range said {
		family, _, _ := strings.Cut(id, ".")
		if locales.NeedOf(family) == locales.English && !strings.HasPrefix(id, "told.hole-") {
			t.Errorf("%s is said, and stays English", id)
		}
	}
	if len(said) < 500 {
		t.Errorf("only %d messages are said", len(said))
	}
}
