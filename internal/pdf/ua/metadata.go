package ua

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"mappe/internal/pdf"
)

// Namespaces of XMP.
const (
	spaceRDF    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	spaceDC     = "http://purl.org/dc/elements/1.1/"
	spacePDF    = "http://ns.adobe.com/pdf/1.3/"
	spaceXMP    = "http://ns.adobe.com/xap/1.0/"
	spacePDFA   = "http://www.aiim.org/pdfa/ns/id/"
	spaceUA     = "http://www.aiim.org/pdfua/ns/id/"
	spaceSchema = "http://www.aiim.org/pdfa/ns/schema#"
	spaceMore   = "http://www.aiim.org/pdfa/ns/extension/"
)

// known are the namespaces that PDF/A-2 knows and we use.
var known = []string{spaceDC, spacePDF, spaceXMP, spacePDFA, spaceMore}

var packetHead = regexp.MustCompile(`^<\?xpacket [^>]*(bytes|encoding)=`)

// checkMetadata looks at the XMP packet and what else says the same.
func (d *document) checkMetadata() {
	o := d.f.Catalog().Get("Metadata")
	s := d.f.Stream(o)
	if s == nil || d.f.Name(s.Dict.Get("Type")) != "Metadata" || d.f.Name(s.Dict.Get("Subtype")) != "XML" {
		d.complain("xmp", "catalog", "has no XMP packet")
		return
	}
	if s.Dict.Get("Filter") != nil {
		d.complain("xmp-plain", "XMP", "is compressed")
	}
	data := d.data(o, "XMP")
	if packetHead.Match(data) {
		d.complain("xmp-plain", "XMP", "its head has attributes that are given up")
	}
	said, described, err := properties(data)
	if err != nil {
		d.complain("xmp", "XMP", "%v", err)
	}
	title := said[xml.Name{Space: spaceDC, Local: "title"}]
	if title == "" {
		d.complain("title", "XMP", "has no title")
	}
	if part := said[xml.Name{Space: spaceUA, Local: "part"}]; part != "1" {
		d.complain("claim-ua", "XMP", "claims part %q of PDF/UA", part)
	}
	part, level := said[xml.Name{Space: spacePDFA, Local: "part"}], said[xml.Name{Space: spacePDFA, Local: "conformance"}]
	if part != "2" || level != "U" {
		d.complain("claim-a", "XMP", "claims PDF/A-%s%s", part, level)
	}
	for n := range said {
		if n.Space == spaceUA || n.Space == spacePDFA {
			d.complain("no-claim", "XMP", "claims %s", n.Space)
		}
		if !slices.Contains(known, n.Space) && !slices.Contains(described, n.Space) {
			d.complain("xmp-schemas", "XMP", "%s of %s is described nowhere", n.Local, n.Space)
		}
	}
	d.checkInfo(said)
}

// properties are the properties of an XMP packet, and the namespaces that it
// describes.
func properties(data []byte) (said map[xml.Name]string, described []string, err error) {
	said = map[xml.Name]string{}
	x := xml.NewDecoder(bytes.NewReader(data))
	var path []xml.Name
	for {
		t, err := x.Token()
		if errors.Is(err, io.EOF) {
			return said, described, nil
		}
		if err != nil {
			return said, described, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			path = append(path, t.Name)
			if n := len(path); n > 1 && path[n-2] == (xml.Name{Space: spaceRDF, Local: "Description"}) {
				said[t.Name] += ""
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			text := strings.TrimSpace(string(t))
			i := slices.Index(path, xml.Name{Space: spaceRDF, Local: "Description"})
			if i < 0 || i+1 >= len(path) || text == "" {
				continue
			}
			if path[len(path)-1] == (xml.Name{Space: spaceSchema, Local: "namespaceURI"}) {
				described = append(described, text)
			}
			if path[i+1].Space != spaceMore {
				said[path[i+1]] += text
			}
		}
	}
}

// checkInfo compares the information dictionary with the XMP packet.
func (d *document) checkInfo(said map[xml.Name]string) {
	info := d.f.Dict(d.f.Trailer().Get("Info"))
	for _, pair := range []struct {
		key  pdf.Name
		name xml.Name
		date bool
	}{
		{"Title", xml.Name{Space: spaceDC, Local: "title"}, false},
		{"Producer", xml.Name{Space: spacePDF, Local: "Producer"}, false},
		{"CreationDate", xml.Name{Space: spaceXMP, Local: "CreateDate"}, true},
		{"ModDate", xml.Name{Space: spaceXMP, Local: "ModifyDate"}, true},
	} {
		s, _ := d.f.Get(info.Get(pair.key)).(pdf.String)
		// Text leaves out what directs.
		xmp := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Bidi_Control, r) {
				return -1
			}
			return r
		}, said[pair.name])
		a, b := strings.Join(strings.Fields(s.Text()), " "), strings.Join(strings.Fields(xmp), " ")
		if pair.date && a != "" && b != "" {
			t1, err1 := time.Parse("D:20060102150405Z07'00'", a)
			t2, err2 := time.Parse(time.RFC3339, b)
			if err1 == nil && err2 == nil && t1.Equal(t2) {
				continue
			}
		}
		if a != b {
			d.complain("info", "Info", "%s is %q, and %q in the XMP packet", pair.key, a, b)
		}
	}
}
