package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
)

// book is the rule book to decide by: mappe's own, or that of --rules, which
// is refused while there is anything to complain of.
func (o *options) book() (*law.Book, error) {
	if o.rules == "" {
		return law.Ours()
	}
	on, err := o.day()
	if err != nil {
		return nil, err
	}
	return openBook(o.rules, on)
}

// openBook reads the rule book of a folder and refuses it while there is
// anything to complain of.
func openBook(dir string, on civil.Date) (*law.Book, error) {
	b, complaints, err := judge(dir, on)
	if err != nil || len(complaints) == 0 {
		return b, err
	}
	for i := range complaints {
		complaints[i].File = filepath.Join(dir, complaints[i].File)
	}
	return nil, hinted("mappe rules lint "+dir+" shows this too, with warnings", "%w", complaints)
}

// judge reads the rule book of a folder, mappe's own for "", with everything
// that is wrong with it on a day.
func judge(dir string, on civil.Date) (*law.Book, law.Complaints, error) {
	ours, err := law.Ours()
	if err != nil {
		return nil, nil, err
	}
	b := ours
	var complaints law.Complaints
	if dir != "" {
		switch info, err := os.Stat(dir); {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil, hinted("a rule book is a folder with sources.yaml, quotes.yaml, fees.yaml and periods.yaml", "%s: no such folder", dir)
		case err != nil:
			return nil, nil, fmt.Errorf("%s: %w", dir, cause(err))
		case !info.IsDir():
			return nil, nil, hinted("a rule book is a folder with sources.yaml, quotes.yaml, fees.yaml and periods.yaml", "%s: is a file", dir)
		}
		b, err = law.Load(os.DirFS(dir))
		if found, ok := errors.AsType[law.Complaints](err); ok {
			complaints = found
		} else if err != nil {
			return nil, nil, err
		}
		if b.Digest != ours.Digest {
			b.Name = folderName(dir)
		}
	}
	complaints = append(complaints, forms.Misfits(b, on)...)
	complaints = append(complaints, b.Unquoted()...)
	complaints.Sort()
	return b, complaints, nil
}

// folderName is the last part of a path, also of "." and "..".
func folderName(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	return filepath.Base(dir)
}
