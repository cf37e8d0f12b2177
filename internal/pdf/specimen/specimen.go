// Package specimen builds files for tests, byte by byte and without the engine
// that reads them: sound PDF files, and files that are cut, lie about
// themselves, loop, explode, carry what could act, or are no PDF at all.
package specimen

import (
	"bytes"
	"regexp"
	"slices"
)

// Canary is in whatever a hostile file carries that must not be copied: the
// text of a script, the name of a file, the bytes of an attachment. It stands
// in no specimen's visible contents.
const Canary = "CANARY"

// Either is the number of pages of a File that may be copied as far as it
// goes or be refused.
const Either = -1

// File is a specimen with what must become of it.
type File struct {
	Name     string
	Pages    int    // that are copied; 0: it is refused with a reason; or Either
	Password string // to open it with
	Size     int64  // of a file that is longer than Data, with zeros to the end
	Data     func() []byte
}

// Hostile is every file that someone could send in bad faith.
func Hostile() []File {
	return slices.Concat(cut(), tables(), tableStreams(), lies(), lengths(), deep(), outlines(), rings(), packed(), bombs(),
		pictureBombs(), actions(), carriers(), hiding(), locked(), strangers(), pictures())
}

// Seeds are the small ones of the hostile files that are no pictures, with
// one kind of action, without the canary: from where fuzzing begins.
func Seeds() (files [][]byte) {
	skip := regexp.MustCompile(`^picture|^bomb|^deep|,000|million| [MG]B|2\^|^action/(?:[^J]|J\S+ in)`)
	for _, f := range Hostile() {
		if skip.MatchString(f.Name) || f.Size > 0 {
			continue
		}
		if b := f.Data(); len(b) < 8<<10 {
			files = append(files, bytes.ReplaceAll(b, []byte(Canary), []byte("HIDDEN")))
		}
	}
	return files
}

// data is a specimen that is at hand.
func data(s string) func() []byte { return func() []byte { return []byte(s) } }
