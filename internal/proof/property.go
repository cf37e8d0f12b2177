package proof

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

const (
	spaceRDF    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	maxMetadata = 64 << 20
)

// Property is a simple property of the file's XMP packet, and whether there is
// one: the text of an element or of an attribute of a description.
func (f *File) Property(space, local string) (value string, ok bool, err error) {
	s, err := as[*stream](f, f.catalog.get("Metadata"), "/Metadata")
	if err != nil || s == nil {
		return "", false, err
	}
	data, err := f.decoded(s, maxMetadata)
	if err != nil {
		return "", false, err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	depth, inside := 0, 0 // elements open, and the depth of the description that is
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return value, ok, nil
		}
		if err != nil {
			return "", false, fmt.Errorf("metadata: %w", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if inside > 0 && depth == inside && e.Name.Space == space && e.Name.Local == local {
				if ok {
					return "", false, fmt.Errorf("metadata: %s stands there twice", local)
				}
				if value, err = plain(d); err != nil {
					return "", false, fmt.Errorf("metadata: %s: %w", local, err)
				}
				ok = true
				continue
			}
			depth++
			if e.Name.Space != spaceRDF || e.Name.Local != "Description" || inside > 0 {
				continue
			}
			inside = depth
			for _, a := range e.Attr {
				if a.Name.Space == space && a.Name.Local == local {
					if ok {
						return "", false, fmt.Errorf("metadata: %s stands there twice", local)
					}
					value, ok = a.Value, true
				}
			}
		case xml.EndElement:
			if depth == inside {
				inside = 0
			}
			depth--
		}
	}
}

// plain is the text up to the end of the element that was begun.
func plain(d *xml.Decoder) (string, error) {
	var b bytes.Buffer
	for {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch e := token.(type) {
		case xml.CharData:
			b.Write(e)
		case xml.EndElement:
			return b.String(), nil
		case xml.StartElement:
			return "", fmt.Errorf("it holds <%s>, and is no simple property", e.Name.Local)
		}
	}
}
