package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"mappe/locales"
)

// seenFile is where a translator's sheet finds out on which page each message
// is to be seen.
const seenFile = "locales/translators/seen.txt"

// sight is a message, as it was spoken first, and the place at which it is read.
type sight struct {
	texts  []string // as it was spoken, at first
	values map[string]string
	where  string // "" where it was not found on a page
	order  int    // among all places
}

// mostTexts is how many ways of filling a message in are looked for.
const mostTexts = 8

// record writes the table of the pages on which messages are to be seen, in the
// order in which a reader meets them: the id, the document and its page, and
// what was said for each variable, between tabs.
func record(repository string) error {
	seen := map[string]*sight{}
	shown, err := documents(repository, language{"en", func() (*locales.Printer, error) {
		p, err := locales.New("en")
		if err != nil {
			return nil, err
		}
		return p.Heard(func(s locales.Spoken) { hear(seen, s) }), nil
	}})
	if err != nil {
		return err
	}
	slices.SortStableFunc(shown, func(a, b document) int { // pages, before what only a terminal shows
		return cmp.Or(min(len(a.text), 1)-min(len(b.text), 1), a.place-b.place)
	})
	order := 0
	for _, d := range shown {
		if d.html != nil {
			continue
		}
		pages := []string{squeezed(string(d.text))}
		if d.pdf != nil {
			if pages, err = texts(d.pdf); err != nil {
				return fmt.Errorf("%s: %w", d.name, err)
			}
		}
		for i, page := range pages {
			order += look(seen, page, placed(d, i), order)
		}
	}
	if err := spoken(seen); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("# Where each message is to be seen, in English: make gallery writes this.\n")
	ids := slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(seen[a].order, seen[b].order), strings.Compare(a, b))
	})
	for _, id := range ids {
		s := seen[id]
		if s.where == "" && len(s.values) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s\t%s", id, s.where)
		for _, name := range slices.Sorted(maps.Keys(s.values)) {
			fmt.Fprintf(&b, "\t%s=%s", name, s.values[name])
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(filepath.Join(repository, filepath.FromSlash(seenFile)), []byte(b.String()), 0o644)
}

const nowhere = 1 << 40

func hear(seen map[string]*sight, s locales.Spoken) {
	at := seen[s.ID]
	if at == nil {
		at = &sight{values: map[string]string{}, order: nowhere}
		seen[s.ID] = at
	}
	for name, value := range s.Values {
		if at.values[name] == "" {
			at.values[name] = example(value)
		}
	}
	if len(at.texts) < mostTexts && !slices.Contains(at.texts, s.Text) {
		at.texts = append(at.texts, s.Text)
	}
}

// example is the beginning of a value, on one line.
func example(value string) string {
	const most = 60
	r := []rune(strings.Join(strings.Fields(plain(value)), " "))
	if len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "…"
	}
	return string(r)
}

// plain is a text without marks of direction.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}

// look finds the messages that a page shows and that no page before it did, and
// says how many places the page has.
func look(seen map[string]*sight, page, where string, order int) int {
	for _, s := range seen {
		if s.where != "" {
			continue
		}
		for _, text := range s.texts {
			if at := find(page, squeezed(text)); at >= 0 {
				s.where, s.order = where, order+at
				break
			}
		}
	}
	return len(page) + 1
}

// squeezed is a text with a space for each run of white space.
func squeezed(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

// find is where text stands in a page as words of its own, -1 where it does not.
func find(page, text string) int {
	if text == "" {
		return -1
	}
	for from := 0; ; {
		at := strings.Index(page[from:], text)
		if at < 0 {
			return -1
		}
		at += from
		before, after := []rune(page[max(0, at-4):at]), []rune(page[at+len(text):min(len(page), at+len(text)+4)])
		if (len(before) == 0 || !unicode.IsLetter(before[len(before)-1])) && (len(after) == 0 || !unicode.IsLetter(after[0])) {
			return at
		}
		from = at + 1
	}
}

// placed is a page of a document as a sheet names it: "mf4-family/LANG-packet,
// page 3 (iii: checklist)". Its picture has the same number.
func placed(d document, page int) string {
	folder, name := path.Split(d.name)
	where := folder + "LANG-" + strings.TrimPrefix(name, "en-")
	if d.text != nil {
		return where + ".txt"
	}
	where += fmt.Sprintf(", page %d", page+1)
	if page < len(d.captions) && d.captions[page] != "" {
		where += " (" + d.captions[page] + ")"
	}
	return where
}

// texts are the texts of a PDF's pages, as another program reads them.
func texts(pdf []byte) ([]string, error) {
	c := exec.Command("pdftotext", "-enc", "UTF-8", "-", "-")
	c.Stdin = strings.NewReader(string(pdf))
	out, err := c.Output()
	if err != nil {
		return nil, errors.Join(errors.New("pdftotext"), err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, p := range pages {
		pages[i] = squeezed(p)
	}
	return pages, nil
}
