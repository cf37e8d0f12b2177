// Gallery makes pictures of the pages that mappe generates, for people to look
// at: the example cases, the hard ones and scenes of its own, every kind of page,
// in every language that is spoken and in the pseudo-language, with an index and
// contact sheets. A language that is added to locales is shown. The same tree makes the same pictures, as far as they are ours: the
// HTML is drawn by a browser.
//
//	go run ./internal/gallery . out/gallery [WORD ...]
//	go run ./internal/gallery .
//
// Without words it also writes, and without a folder it writes alone, the table
// of the pages on which each message is to be seen, for translators' sheets.
// With words, only documents are shown whose name has one of them, such as
// mf4-family/da or blank. It needs pdftoppm; with a Chromium on PATH it also
// shows the HTML.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mappe/internal/guest"
)

func main() {
	guest.Main() // who reads forms is this program, too
	var err error
	switch len(os.Args) {
	case 1:
		fmt.Fprintln(os.Stderr, "usage: gallery REPOSITORY [FOLDER [WORD ...]]")
		os.Exit(2)
	case 2:
		err = record(os.Args[1])
	default:
		err = run(os.Args[1], os.Args[2], os.Args[3:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// run fills the folder to with a gallery of the cases in the repository: of the
// documents whose name has one of words, or of all. What an earlier run left
// there is removed; any other folder is refused.
func run(repository, to string, words []string) error {
	if old, err := os.ReadDir(to); err == nil && len(old) > 0 {
		if _, err := os.Stat(filepath.Join(to, index)); err != nil {
			return fmt.Errorf("%s: holds other things; name an empty folder, or one of an earlier gallery", to)
		}
		if err := os.RemoveAll(to); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	easel := newEasel(to)
	if easel.browser == "" {
		fmt.Fprintln(os.Stderr, "gallery: no Chromium on PATH: the HTML is not shown")
	}
	var all []document
	var failed []error
	for _, language := range languages() {
		shown, err := documents(repository, language)
		if err != nil {
			failed = append(failed, err) // the pages that can be shown are
		}
		for _, d := range shown {
			if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(d.name, w) }) {
				all = append(all, d)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b document) int { return a.place - b.place })
	if err := easel.paint(all); err != nil {
		return err
	}
	if err := easel.montages(all); err != nil {
		return err
	}
	if err := writeIndex(filepath.Join(to, index), all); err != nil {
		return err
	}
	if len(words) == 0 {
		failed = append(failed, record(repository))
	}
	return errors.Join(failed...)
}
