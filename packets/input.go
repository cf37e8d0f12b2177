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
)

// The kinds of file that go into a packet.
const (
	kindPDF  = "pdf"
	kindJPEG = "jpeg"
	kindPNG  = "png"
)

const (
	maxInputBytes  = 200 << 20
	maxInputPixels = 150_000_000 // A4 at 1200 dpi fits
	maxInputPages  = 20_000
)

// Input is one file of the applicant's, looked at but not judged.
type Input struct {
	Path     string // as in the profile, slash-separated, relative to its folder
	Kind     string // "pdf", "jpeg" or "png", decided by content
	Pages    int    // 1 for pictures
	Size     int64  // bytes
	SHA256   [32]byte
	Data     []byte
	Password string // the one that was given, when the file needs it
}

// generated wraps a PDF that we drew ourselves, so that its pages can be laid
// on sheets as an applicant's are. The name stands in error messages only.
func generated(name string, pdf []byte) (*Input, error) {
	return look(name, pdf, "")
}

// inspect reads the file name inside root, which is written as in the profile:
// slash-separated, relative. The password may be empty. Every error is a
// *Problem. Symbolic links are followed while they stay inside root.
func inspect(root *os.Root, name, password string) (*Input, error) {
	data, err := load(root, name)
	if err != nil {
		return nil, err
	}
	return look(name, data, password)
}

// load reads a regular file of at most maxInputBytes.
func load(root *os.Root, name string) ([]byte, error) {
	if name == "" {
		return nil, &Problem{name, ProblemMissing, ""}
	}
	local := filepath.FromSlash(name)
	if path.IsAbs(name) || filepath.IsAbs(local) {
		return nil, &Problem{name, ProblemOutside, detailAbsolute}
	}
	if !filepath.IsLocal(local) {
		return nil, &Problem{name, ProblemOutside, detailParent}
	}
	info, err := root.Stat(local) // before opening: a named pipe would block
	if err != nil {
		return nil, unopened(root, name, err)
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
	f, err := root.Open(local)
	if err != nil {
		return nil, unopened(root, name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxInputBytes+1))
	if err != nil {
		return nil, unopened(root, name, err)
	}
	if len(data) > maxInputBytes {
		return nil, &Problem{name, ProblemTooLarge, fmt.Sprintf("%d MB", len(data)>>20)}
	}
	return data, nil
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

// look decides what data is and whether it can be put into a packet. Every
// error is a *Problem.
func look(name string, data []byte, password string) (*Input, error) {
	in := &Input{Path: name, Pages: 1, Size: int64(len(data)), SHA256: sha256.Sum256(data), Data: data}
	kind, format := sniff(data)
	in.Kind = kind
	var p *Problem
	switch kind {
	case kindPDF:
		p = in.lookPDF(password)
	case kindJPEG:
		p = in.lookJPEG()
	case kindPNG:
		p = in.lookPNG()
	default:
		p = &Problem{Kind: ProblemForeign, Detail: format}
	}
	if p != nil {
		p.Path = name
		return nil, p
	}
	return in, nil
}
