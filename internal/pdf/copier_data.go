package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// maxContents is the most that the contents of one page may be, decoded.
const maxContents = 64 << 20

// data is the dictionary of a stream whose data pass as they are. They come
// out of the reader decrypted, so the filter that says how they are encrypted
// is taken away.
func (c *Copier) data(d Dict, s *shape, resources Ref) Dict {
	d = c.direct(c.direct(d, "Filter", "F"), "DecodeParms", "DP")
	switch filters := d.Get("Filter").(type) {
	case Name:
		if filters == "Crypt" {
			d = d.With("Filter", nil).With("DecodeParms", nil)
		}
	case Array:
		parameters, _ := d.Get("DecodeParms").(Array)
		var left, with Array
		for i, f := range filters {
			if c.file.Name(f) == "Crypt" {
				continue
			}
			left = append(left, f)
			if i < len(parameters) {
				with = append(with, parameters[i])
			}
		}
		if len(left) < len(filters) {
			d = d.With("Filter", left).With("DecodeParms", with)
		}
	}
	return c.dict(d, s, resources)
}

// direct is d with the value under key in it, not referred to. Readers take
// the short key where the long one is missing.
func (c *Copier) direct(d Dict, key, short Name) Dict {
	o := d.Get(key)
	if _, indirect := o.(Ref); o != nil && !indirect {
		return d
	}
	if o = c.file.Get(o); o == nil {
		o = c.file.Get(d.Get(short))
	}
	if o == nil {
		return d
	}
	return d.With(key, o)
}

// contents are the streams of a page that hold its operators. What isn't
// there is noted.
func (c *Copier) contents(p *Page) []*Stream {
	o := p.Dict.Get("Contents")
	if o == nil {
		return nil
	}
	switch o := c.file.Get(o).(type) {
	case *Stream:
		return []*Stream{o}
	case Array:
		var streams []*Stream
		for _, part := range o {
			if !c.spend(1) {
				break
			}
			if s := c.file.Stream(part); s != nil {
				streams = append(streams, s)
			} else {
				c.left.missing("a part of its contents")
			}
		}
		return streams
	}
	c.left.missing(AllContents)
	return nil
}

// operators writes what the streams of a page hold, decoded, and a line's end
// after each, to a writer that doesn't fail. What of a damaged stream could be
// decoded counts, as it does for viewers; that it is damaged is noted.
func (c *Copier) operators(w io.Writer, streams []*Stream) error {
	room := min(int64(maxContents), c.bytes)
	for _, s := range streams {
		n, err := c.file.decode(w, s, room)
		if room -= n + 1; errors.Is(err, ErrLimit) || room < 0 {
			return fmt.Errorf("its contents: %w: more than %d bytes", ErrLimit, min(int64(maxContents), c.bytes))
		}
		if err != nil {
			c.left.missing("a part of its contents")
		}
		c.bytes -= n
		if _, err := w.Write([]byte{'\n'}); err != nil {
			return err
		}
	}
	return nil
}

// page is a page's contents as a form: they keep a graphics state and names of
// their own. The page's group is the sheet's; only where each object knocks
// out what is below it, the form must be that group.
func (c *Copier) page(p *Page, resources Ref, group Dict) (*Stream, error) {
	form := Dict{
		{"Type", Name("XObject")}, {"Subtype", Name("Form")}, {"BBox", reals(p.Box[:]...)}, {"Resources", resources},
	}
	if group.Get("K") == true {
		form = append(form, Entry{"Group", group.With("I", true)}) // as it is on a page of its own
	}
	streams := c.contents(p)
	switch {
	case len(streams) == 1:
		for _, piece := range streams[0].Body {
			c.bytes -= piece.Size
		}
		return &Stream{Dict: append(form, c.data(streams[0].Dict, c.words["plain"], Ref{})...), Body: streams[0].Body}, nil
	case len(streams) == 0 || c.dry:
		return &Stream{Dict: form, Body: Data(nil)}, nil
	}
	var b bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&b)
	if err := c.operators(z, streams); err != nil {
		return nil, err
	}
	z.Close() // a bytes.Buffer doesn't fail
	return &Stream{Dict: append(form, Entry{"Filter", Name("FlateDecode")}), Body: Data(b.Bytes())}, nil
}

// Contents are the operators of a page, decoded. An error says what of them is
// damaged; what could be decoded comes with it.
func (c *Copier) Contents(n int) ([]byte, error) {
	p := c.file.Page(n)
	if p == nil {
		return nil, fmt.Errorf("page %d: the file has %d", n, c.file.Pages())
	}
	var left Account
	c.left = &left
	var b bytes.Buffer
	if err := c.operators(&b, c.contents(p)); err != nil {
		return b.Bytes(), fmt.Errorf("page %d: %w", n, err)
	}
	if len(left.Missing) > 0 {
		return b.Bytes(), fmt.Errorf("page %d: %w: %s is missing", n, ErrDamaged, left.Missing[0])
	}
	return b.Bytes(), nil
}
