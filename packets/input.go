package packets

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/internal/picture"
)

// kindPDF stands beside the kinds of pictures.
const kindPDF = "pdf"

const (
	maxInputBytes = 4 << 30
	heavyInput    = 25 << 20 // pointed out
	maxInputPages = 20_000   // of a file, also when some are named twice
)

// Input is one file of the applicant's, looked at but not judged. Its pages
// are read when the packet is written.
type Input struct {
	Path  string // as in the profile, slash-separated, relative to its folder
	Kind  string // "pdf", "jpeg", "png", "tiff", "webp" or "gif", decided by content
	Pages int
	Size  int64 // bytes

	source   *pdf.Source
	document *pdf.File     // of a PDF
	shut     bool          // a PDF that opens with a password only
	picture  *picture.File // of a picture
	checks   *pdf.Copier   // copies into nothing
	worded   map[int]bool  // pages that show text
	webs     map[int]int   // links of pages to addresses of the web
	volume   *volume       // nil: in memory
	sum      *[32]byte     // of a file that no page was copied of yet
	own      *ownForm      // of an official form
	twin     *Input        // that holds the same bytes, and is read instead
}

// inspect reads the file name on the shelf, which is written as in the
// profile: slash-separated, relative. The password may be empty. Every error is
// a *Problem. Symbolic links are followed while they stay inside the shelf.
func inspect(s *shelf, name, password string) (*Input, error) {
	v, err := s.take(name)
	if err != nil {
		return nil, err
	}
	in, err := look(name, pdf.NewSource(v, v.info.Size()), password)
	if err != nil {
		return nil, err
	}
	in.volume = v
	return in, nil
}

// look finds the regular file of that name, of at most maxInputBytes.
func (s *shelf) look(name string) (fs.FileInfo, error) {
	if name == "" {
		return nil, &Problem{name, ProblemMissing, ""}
	}
	if strings.ContainsFunc(name, page.Orders) {
		return nil, &Problem{name, ProblemOutside, detailControl}
	}
	local := filepath.FromSlash(name)
	if path.IsAbs(name) || filepath.IsAbs(local) {
		return nil, &Problem{name, ProblemOutside, detailAbsolute}
	}
	if !filepath.IsLocal(local) {
		return nil, &Problem{name, ProblemOutside, detailParent}
	}
	info, err := s.root.Stat(local) // before opening: a named pipe would block
	if err != nil {
		return nil, unopened(s.root, name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, &Problem{name, ProblemOutside, detailNotAFile}
	}
	if hardLinked(info) {
		return nil, &Problem{name, ProblemOutside, detailHardLink}
	}
	if info.Size() > maxInputBytes {
		return nil, &Problem{name, ProblemTooLarge, fmt.Sprintf("%d MB", info.Size()>>20)}
	}
	return info, nil
}

// unopened says why a file could not be opened or read. os.Root has no error
// value for "leads outside"; a link that fails for another reason than a
// missing target is taken for one.
func unopened(root *os.Root, name string, err error) *Problem {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Problem{name, ProblemMissing, ""}
	case errors.Is(err, fs.ErrPermission):
		return &Problem{name, ProblemUnreadable, "permission denied"}
	case errors.Is(err, syscall.ELOOP):
		return &Problem{name, ProblemOutside, detailLoop}
	}
	at := ""
	for _, step := range strings.Split(name, "/") {
		at = path.Join(at, step)
		if info, err := root.Lstat(filepath.FromSlash(at)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return &Problem{name, ProblemOutside, detailSymlink}
		}
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return &Problem{name, ProblemUnreadable, err.Error()}
}

// look decides what a file is and whether it can be put into a packet. Every
// error is a *Problem.
func look(name string, s *pdf.Source, password string) (*Input, error) {
	s.Name = name
	in := &Input{Path: name, Size: s.Size(), source: s}
	head := make([]byte, min(picture.SniffLen, s.Size()))
	if _, err := s.ReadAt(head, 0); err != nil && s.Size() > 0 {
		return nil, &Problem{name, ProblemUnreadable, err.Error()}
	}
	kind, format := picture.Sniff(head)
	in.Kind = string(kind)
	var p *Problem
	switch kind {
	case kindPDF:
		p = in.openPDF(password)
	case "":
		p = &Problem{Kind: ProblemForeign, Detail: format}
	default:
		p = in.openPicture()
	}
	if p != nil {
		p.Path = name
		return nil, p
	}
	return in, nil
}

// digest is the SHA-256 of the whole file: that of what was copied, or of what
// is read for it.
func (in *Input) digest() ([32]byte, error) {
	if sum, known := in.source.SHA256(); known {
		return sum, nil
	}
	if in.sum == nil {
		h := sha256.New()
		if _, err := io.Copy(h, io.NewSectionReader(in.source, 0, in.Size)); err != nil {
			return [32]byte{}, fmt.Errorf("%s: %w", in.Path, err)
		}
		in.sum = (*[32]byte)(h.Sum(nil))
	}
	return *in.sum, nil
}
