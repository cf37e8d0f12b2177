package packets

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mappe/internal/pdf"
	"mappe/profile"
)

const (
	maxEntries = 2000 // entries of folders that Unnamed looks at
	maxBelow   = 3    // folders below the profile's
)

// kept are the endings of the names of papers.
var kept = []string{".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".gif", ".heic"}

// Unnamed are the PDFs and pictures in root, the profile's folder, that neither a
// document of the profile names nor official is: one may have been forgotten. What mappe has
// written is none, nor is what is hidden or belongs to the profile of a folder
// further down. It looks at a folder of reasonable size and no deeper than
// people put papers.
func Unnamed(root *os.Root, p *profile.Profile, official []Official) (names []string) {
	u := &unnamed{root: root, left: maxEntries}
	for _, o := range official {
		if info, err := o.Root.Stat(filepath.Base(o.Path)); err == nil {
			u.named = append(u.named, info)
		}
	}
	for _, a := range p.Applicants {
		for _, d := range a.Documents {
			for _, f := range d.All() {
				if info, err := root.Stat(filepath.FromSlash(f.File)); err == nil {
					u.named = append(u.named, info)
				}
			}
		}
	}
	u.walk(".", 0)
	return u.names
}

type unnamed struct {
	root  *os.Root
	named []fs.FileInfo
	names []string
	left  int
}

func (u *unnamed) walk(dir string, depth int) {
	entries, err := fs.ReadDir(u.root.FS(), dir)
	if err != nil || depth > 0 && slices.ContainsFunc(entries, isProfile) {
		return
	}
	for _, e := range entries {
		if u.left--; u.left < 0 {
			return
		}
		name := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir() && depth < maxBelow:
			u.walk(name, depth+1)
		case e.Type().IsRegular() && slices.Contains(kept, strings.ToLower(path.Ext(name))):
			info, err := e.Info()
			same := func(other fs.FileInfo) bool { return os.SameFile(info, other) }
			if err == nil && !slices.ContainsFunc(u.named, same) && !u.ours(name, info) {
				u.names = append(u.names, name)
			}
		}
	}
}

// isProfile tells whether a file may be one, by its name.
func isProfile(e fs.DirEntry) bool {
	return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(path.Ext(e.Name())))
}

// ours tells whether mappe has written the file.
func (u *unnamed) ours(name string, info fs.FileInfo) bool {
	if isOriginal(path.Base(name)) {
		return true
	}
	if strings.ToLower(path.Ext(name)) != ".pdf" {
		return false
	}
	r, err := u.root.Open(filepath.FromSlash(name))
	if err != nil {
		return false
	}
	defer r.Close()
	source := pdf.NewSource(r, info.Size())
	f, err := pdf.Open(source, "")
	if err != nil {
		return errors.Is(err, pdf.ErrPassword) && pdf.Locked(source)
	}
	producer, _ := f.Get(f.Dict(f.Trailer().Get("Info")).Get("Producer")).(pdf.String)
	return string(producer) == "mappe"
}
