package packets

import (
	"errors"
	"fmt"

	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/internal/picture"
	"mappe/profile"
)

// Logo is a firm's picture at the head of its letters.
type Logo struct {
	data []byte
	w, h float64
}

// What a logo may be at most, and the room that a letterhead has for it.
const (
	MostLogo = 4 << 20 // bytes
	mostSide = 6000    // pixels
	logoWide = 160.0   // points
	logoHigh = 52.0
)

// NewLogo is the logo in a PNG or JPEG file. An error says what is wrong with
// the picture, and what to do; the caller knows the file.
func NewLogo(data []byte) (*Logo, error) {
	if len(data) > MostLogo {
		return nil, fmt.Errorf("is larger than %d MB; save it smaller: 1000 pixels of width are enough", MostLogo>>20)
	}
	kind, format := picture.Sniff(data[:min(len(data), picture.SniffLen)])
	if kind != picture.PNG && kind != picture.JPEG {
		if format == "" {
			format = string(kind)
		}
		return nil, fmt.Errorf("is no PNG or JPEG picture (it looks like: %s); save it as one", format)
	}
	f, err := picture.Open(pdf.Bytes(data))
	if err == nil && (f.Pages[0].Width > mostSide || f.Pages[0].Height > mostSide) {
		return nil, fmt.Errorf("has %d by %d pixels; save it smaller: 1000 pixels of width are enough", f.Pages[0].Width, f.Pages[0].Height)
	}
	if err == nil {
		err = f.Check(1)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w; save it anew", err)
	}
	box := f.Pages[0].Outline().Box
	l := &Logo{data, box.Width(), box.Height()}
	press := false
	d, err := l.Draw(func(o pdf.Object) pdf.Ref {
		if s, ok := o.(*pdf.Stream); ok {
			press = press || s.Dict.Get("ColorSpace") == pdf.Object(pdf.Name("DeviceCMYK"))
		}
		return pdf.Ref{Num: 1}
	})
	switch {
	case err != nil || len(d.Parts) != 1:
		return nil, errors.New("cannot be drawn; save it anew as PNG")
	case press:
		return nil, errors.New("is in the colours of a printing press (CMYK); save it in those of a screen (RGB)")
	}
	return l, nil
}

// Size is how wide and high it is.
func (l *Logo) Size() (w, h float64) { return l.w, l.h }

// Draw makes its objects.
func (l *Logo) Draw(add func(pdf.Object) pdf.Ref) (*pdf.Drawing, error) {
	f, err := picture.Open(pdf.Bytes(l.data))
	if err != nil {
		return nil, err
	}
	return f.Draw(1, add)
}

// logo is the block at the head of a letter, nil without one.
func (b *binder) logo() []page.Block {
	if b.style.Logo == nil {
		return nil
	}
	return []page.Block{page.Picture{Image: b.style.Logo, Alt: b.v.Must("brand.logo", "Name", b.style.Brand.Name), Wide: logoWide, High: logoHigh}}
}

// accent is the colour of a brand's headings, nil for mappe's own.
func accent(b *profile.Brand) *[3]uint8 {
	if b == nil {
		return nil
	}
	if rgb, ok := b.RGB(); ok {
		return &rgb
	}
	return nil
}

// Branded is d in a firm's colour, with the firm and its reference under the
// title; d itself without a firm.
func (v Voice) Branded(d page.Doc, b *profile.Brand) page.Doc {
	if b == nil {
		return d
	}
	says := v.Must("brand.prepared", "Name", b.Name)
	if b.Reference != "" {
		says += " · " + v.Must("brand.referred", "Reference", b.Reference)
	}
	d.Accent = accent(b)
	d.Blocks = append([]page.Block{d.Blocks[0], page.Paragraph{Text: page.Plain(says), Small: true}}, d.Blocks[1:]...)
	return d
}

// signed are the firm and its reference, on the page of contents.
func (b *binder) signed() (pairs []page.Pair) {
	if brand := b.style.Brand; brand != nil {
		pairs = append(pairs, page.Pair{Label: b.v.Must("brand.firm"), Value: brand.Name})
		if brand.Reference != "" {
			pairs = append(pairs, page.Pair{Label: b.v.Must("brand.reference"), Value: brand.Reference})
		}
	}
	return pairs
}

// prepared says who put the packet together, and that mappe is no authority.
func (b *binder) prepared() page.Block {
	says := b.v.Must("ui.prepared-with")
	if b.style.Brand != nil {
		says = b.v.Must("brand.prepared-with", "Name", b.style.Brand.Name)
	}
	return page.Paragraph{Text: page.Plain(says), Small: true}
}
