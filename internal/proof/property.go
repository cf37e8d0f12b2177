package proof

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
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
	cut := int64(-1)      // where the text of the property stood
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
				at := d.InputOffset()
				if at == cut { // which is read already
					if err := d.Skip(); err != nil {
						return "", false, fmt.Errorf("metadata: %w", err)
					}
					continue
				}
				if ok {
					return "", false, fmt.Errorf("metadata: %s stands there twice", local)
				}
				if text, n, fine := quick(data[at:]); fine {
					// A decoder goes through text letter by letter, and a property may
					// be long: the rest is read anew without it.
					value, ok, cut = text, true, at
					data = append(data[:at:at], data[at+int64(n):]...)
					d, depth, inside = xml.NewDecoder(bytes.NewReader(data)), 0, 0
					continue
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

// quick is the text that b begins with, up to the end of an element, and how many
// bytes it is; not where it holds more than plain characters and the references
// that XML knows.
func quick(b []byte) (value string, n int, ok bool) {
	n = bytes.IndexByte(b, '<')
	if n < 0 || !bytes.HasPrefix(b[n:], []byte("</")) || !utf8.Valid(b[:n]) {
		return "", 0, false
	}
	for _, c := range b[:n] {
		if c < ' ' || c == 0x7F || c == 0xEF { // ends of lines, and what is no character
			return "", 0, false
		}
	}
	text, ok := unescaped(b[:n])
	return string(text), n, ok
}

// unescaped is b with what the references stand for that XML knows; not where it
// holds others.
func unescaped(b []byte) (out []byte, ok bool) {
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 && out == nil {
			return b, true
		}
		if i < 0 {
			return append(out, b...), true
		}
		out, b = append(out, b[:i]...), b[i:]
		end := bytes.IndexByte(b[:min(len(b), 7)], ';')
		if end < 0 {
			return nil, false
		}
		switch string(b[1:end]) {
		case "#34", "quot":
			out = append(out, '"')
		case "#39", "apos":
			out = append(out, '\'')
		case "amp":
			out = append(out, '&')
		case "lt":
			out = append(out, '<')
		case "gt":
			out = append(out, '>')
		default:
			return nil, false
		}
		b = b[end+1:]
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
