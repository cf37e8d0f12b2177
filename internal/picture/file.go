package picture

import (
	"errors"
	"fmt"
	"io"
	"math"

	"mappe/internal/pdf"
)

const (
	maxPixels  = 150_000_000 // of a page; A4 at 1200 dpi fits
	maxDecoded = 256 << 20   // bytes of samples of a page that is decoded row by row
	maxHeld    = 160 << 20   // bytes of samples of a page that a decoder holds in memory
	maxPieces  = 1 << 17     // of data that is copied
	maxPages   = 20_000
)

// What an error of this package is.
var (
	ErrDamaged  = errors.New("damaged picture")
	ErrTooLarge = errors.New("picture too large")   // the text is its size: "260 megapixels"
	ErrForeign  = errors.New("unsupported picture") // the text names what it is: "an arithmetic JPEG"
)

type fault struct {
	kind error
	text string
}

func (f *fault) Error() string { return f.text }
func (f *fault) Unwrap() error { return f.kind }

func damaged(format string, args ...any) error {
	return &fault{ErrDamaged, fmt.Sprintf(format, args...)}
}

func foreign(format string, args ...any) error {
	return &fault{ErrForeign, fmt.Sprintf(format, args...)}
}

var errShort = damaged("the picture ends too early")

// noEOF is the error of a read that must not end yet.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// broken is the error of a decoder as one of this package.
func broken(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.As(err, new(*fault)):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errShort
	}
	return damaged("the picture cannot be decoded (%v)", err)
}

// sized refuses impossible dimensions and too many pixels.
func sized(w, h int64) error {
	switch {
	case w <= 0 || h <= 0 || w > math.MaxInt32 || h > math.MaxInt32:
		return damaged("the picture is %d by %d pixels", w, h)
	case w*h > maxPixels:
		return &fault{ErrTooLarge, fmt.Sprintf("%d megapixels", w*h/1_000_000)}
	}
	return nil
}

// held refuses a page whose samples would take more bytes than the limit.
func held(bytes, limit int64) error {
	if bytes > limit {
		return &fault{ErrTooLarge, fmt.Sprintf("%d MB when decoded", bytes>>20)}
	}
	return nil
}

// File is an image file.
type File struct {
	Kind  Kind
	Pages []Page
	Left  int // pictures in the file that are no pages: the further frames of a GIF
}

// Page is one picture of a file.
type Page struct {
	Width, Height int     // pixels, as they are stored
	Orientation   int     // as EXIF counts, 1 to 8
	X, Y          float64 // pixels an inch, as the file states them; 0 for not at all
	Passed        bool    // the data goes into a PDF as it is; Draw of any other page decodes it, and fails where Check does

	image content
	frame [4]int // the part that the image fills: left, top, width, height
}

// content is the data of a page.
type content interface {
	check() error                                                 // every pixel can be had
	stream(add func(pdf.Object) pdf.Ref) (s *pdf.Stream, e error) // with what it needs added
}

// Open finds the pages of an image file. Errors of files that cannot be used
// are ErrDamaged, ErrTooLarge or ErrForeign.
func Open(s *pdf.Source) (f *File, err error) {
	defer guard(&err)
	head := make([]byte, SniffLen)
	n, err := s.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	kind, format := Sniff(head[:n])
	f = &File{Kind: kind}
	switch kind {
	case JPEG:
		err = f.openJPEG(s)
	case PNG:
		err = f.openPNG(s)
	case TIFF:
		err = f.openTIFF(s)
	case WebP:
		err = f.openWebP(s)
	case GIF:
		err = f.openGIF(s)
	default:
		err = foreign("%s", format)
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Check decodes a page, 1 being the first, as far as it must to see that
// every pixel is there, with little memory for its size.
func (f *File) Check(page int) (err error) {
	defer guard(&err)
	p, err := f.page(page)
	if err != nil {
		return err
	}
	return broken(p.image.check())
}

func (f *File) page(n int) (*Page, error) {
	if n < 1 || n > len(f.Pages) {
		return nil, fmt.Errorf("page %d: the file has %d", n, len(f.Pages))
	}
	return &f.Pages[n-1], nil
}

// add makes a page of an image that fills it.
func (f *File) add(i content, w, h int) *Page {
	f.Pages = append(f.Pages, Page{Width: w, Height: h, Orientation: 1, image: i, frame: [4]int{0, 0, w, h}})
	return &f.Pages[len(f.Pages)-1]
}

// guard turns a panic into an error. Tests set unguarded to see it.
func guard(err *error) {
	if unguarded {
		return
	}
	if r := recover(); r != nil {
		*err = damaged("the picture cannot be decoded (%v)", r)
	}
}

var unguarded bool
