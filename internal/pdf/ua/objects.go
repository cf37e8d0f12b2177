package ua

import (
	"math"
	"unicode/utf8"

	"mappe/internal/pdf"
)

// Limits of PDF/A-2.
const (
	maxName    = 127
	maxString  = 32767
	maxReal    = 3.403e38
	maxObjects = 8_388_607
	minSide    = 3
	maxSide    = 14400
)

// Keys that no object has: what they lead to acts, or is not in the file.
var acting = names("JS AA RichMediaContent Movie Sound Rendition Alternates OPI Ref PS Level1 FFilter FDecodeParms XFA PresSteps")

// checkObjects looks at every object of the file.
func (d *document) checkObjects() {
	if len(d.numbers) > maxObjects {
		d.complain("limits", "file", "has %d objects", len(d.numbers))
	}
	for _, n := range sorted(d.numbers) {
		d.checkValue(d.numbers[n], object(n))
	}
	for _, p := range d.pages {
		for _, key := range []pdf.Name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
			box, ok := d.f.Rect(p.dict.Get(key))
			if p.dict.Get(key) == nil && key != "MediaBox" {
				continue
			}
			if w, h := box.Width(), box.Height(); !ok || w < minSide || h < minSide || w > maxSide || h > maxSide {
				d.complain("boxes", p.String(), "%s is %v", key, box)
			} else if outer, ok := d.f.Rect(p.dict.Get("MediaBox")); ok && (box[0] < outer[0] || box[1] < outer[1] || box[2] > outer[2] || box[3] > outer[3]) {
				d.complain("boxes", p.String(), "%s is larger than the page", key)
			}
		}
		if p.dict.Get("PresSteps") != nil || p.dict.Get("Trans") != nil {
			d.complain("actions", p.String(), "is a step of a show")
		}
	}
}

func (d *document) checkValue(o pdf.Object, place string) {
	switch o := o.(type) {
	case pdf.Name:
		if len(o) > maxName || !utf8.ValidString(string(o)) {
			d.complain("limits", place, "the name %.20q… is too long or no UTF-8", o)
		}
	case pdf.String:
		if len(o) > maxString {
			d.complain("limits", place, "a string has %d bytes", len(o))
		}
	case pdf.Int:
		if o > math.MaxInt32 || o < math.MinInt32 {
			d.complain("limits", place, "%d is too large", o)
		}
	case pdf.Real:
		if math.Abs(float64(o)) > maxReal {
			d.complain("limits", place, "%g is too large", float64(o))
		}
	case pdf.Array:
		for _, v := range o {
			d.checkValue(v, place)
		}
	case pdf.Dict:
		d.checkDict(o, place)
	case *pdf.Stream:
		d.checkDict(o.Dict, place)
		d.checkStream(o, place)
	}
}

func (d *document) checkDict(o pdf.Dict, place string) {
	for _, e := range o {
		d.checkValue(e.Key, place)
		d.checkValue(e.Value, place)
		if acting[e.Key] && d.scope == Whole { // in a packet a page may call its parts so
			d.complain("actions", place, "has %s", e.Key)
		}
	}
	if d.f.Name(o.Get("Type")) == "Action" && !harmless[d.f.Name(o.Get("S"))] {
		d.complain("actions", place, "does %v", o.Get("S"))
	}
	if k := d.f.Name(o.Get("Type")); k == "EmbeddedFile" || k == "Filespec" {
		d.complain("catalog", place, "is a file inside the file")
	}
	if group := d.f.Dict(o.Get("Group")); group != nil && group.Get("CS") != nil {
		d.checkSpace(group.Get("CS"), place, 0)
	}
}

func (d *document) checkStream(s *pdf.Stream, place string) {
	filters, _ := d.f.Filters(s)
	for _, f := range filters {
		if f.Name == "LZWDecode" || f.Name == "Crypt" {
			d.complain("filters", place, "is encoded by %s", f.Name)
		}
		if f.Name == "JPXDecode" || f.Name == "JBIG2Decode" {
			d.complain("filters", place, "is encoded by %s, of which not all is allowed, and mappe writes none", f.Name)
		}
	}
	if s.Dict.Get("F") != nil {
		d.complain("filters", place, "its data stands in another file")
	}
	switch d.f.Name(s.Dict.Get("Subtype")) {
	case "Image":
		if s.Dict.Get("Interpolate") == true {
			d.complain("pictures", place, "is to be interpolated")
		}
		if s.Dict.Get("SMask") != nil && d.f.Array(d.f.Catalog().Get("OutputIntents")) == nil {
			d.complain("transparency", place, "lets through what lies below, and no colours are said to blend in")
		}
		d.checkSpace(s.Dict.Get("ColorSpace"), place, 0)
		if ri := d.f.Name(s.Dict.Get("Intent")); ri != "" {
			d.checkRendering(ri, place)
		}
	case "PS":
		d.complain("pictures", place, "is PostScript")
	}
}

var renderings = names("RelativeColorimetric AbsoluteColorimetric Perceptual Saturation")

func (d *document) checkRendering(n pdf.Name, place string) {
	if !renderings[n] {
		d.complain("states", place, "the rendering intent is %q", n)
	}
}

// Blend modes of PDF 1.7.
var blends = names("Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity")

// checkState looks at a graphics state.
func (d *document) checkState(s pdf.Dict, place string) {
	for _, key := range []pdf.Name{"TR", "HTP"} {
		if s.Get(key) != nil {
			d.complain("states", place, "a graphics state has %s", key)
		}
	}
	if tr := s.Get("TR2"); tr != nil && d.f.Name(tr) != "Default" {
		d.complain("states", place, "a graphics state has TR2 %v", tr)
	}
	if ri := d.f.Name(s.Get("RI")); ri != "" {
		d.checkRendering(ri, place)
	}
	through := s.Get("SMask") != nil && d.f.Name(s.Get("SMask")) != "None"
	for _, key := range []pdf.Name{"CA", "ca"} {
		if v, ok := d.f.Number(s.Get(key)); ok && v != 1 {
			through = true
		}
	}
	modes := d.f.Array(s.Get("BM"))
	if n := d.f.Name(s.Get("BM")); n != "" {
		modes = pdf.Array{n}
	}
	for _, m := range modes {
		n := d.f.Name(m)
		if !blends[n] {
			d.complain("transparency", place, "the blend mode %q is none", n)
		}
		through = through || n != "Normal" && n != "Compatible"
	}
	if through && d.f.Array(d.f.Catalog().Get("OutputIntents")) == nil {
		d.complain("transparency", place, "colours blend, and it is not said in which space")
	}
}
