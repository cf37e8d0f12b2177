package ua

import (
	"encoding/binary"

	"mappe/internal/pdf"
)

// checkColours looks at the output intents.
func (d *document) checkColours() {
	intents := d.f.Array(d.f.Catalog().Get("OutputIntents"))
	if len(intents) == 0 {
		d.complain("intent", "catalog", "has no output intent")
	}
	first := -1
	for _, o := range intents {
		intent := d.f.Dict(o)
		if d.f.Name(intent.Get("S")) != "GTS_PDFA1" {
			d.complain("intent", "catalog", "an output intent is %v", intent.Get("S"))
		}
		if s, _ := d.f.Get(intent.Get("OutputConditionIdentifier")).(pdf.String); s == "" {
			d.complain("intent", "catalog", "an output intent does not say what it is for")
		}
		ref, _ := intent.Get("DestOutputProfile").(pdf.Ref)
		if first >= 0 && ref.Num != first {
			d.complain("intent", "catalog", "output intents have several profiles")
		}
		first = ref.Num
		d.checkProfile(ref, "output intent")
	}
}

// components of the colours of ICC profiles.
var components = map[string]int{"GRAY": 1, "RGB ": 3, "CMYK": 4, "Lab ": 3}

// checkProfile looks at an ICC profile and is how many components it has.
func (d *document) checkProfile(o pdf.Object, place string) int {
	s := d.f.Stream(o)
	p := d.data(o, place)
	if s == nil || len(p) < 132 || string(p[36:40]) != "acsp" || int(binary.BigEndian.Uint32(p)) != len(p) {
		d.complain("icc", place, "has no ICC profile")
		return 0
	}
	n, _ := d.f.Int(s.Dict.Get("N"))
	if n != components[string(p[16:20])] {
		d.complain("icc", place, "the profile is of %q and said to have %d components", p[16:20], n)
	}
	if kind := string(p[12:16]); p[8] > 4 || kind != "mntr" && kind != "prtr" && kind != "scnr" && kind != "spac" {
		d.complain("icc", place, "the profile is of version %d and kind %q", p[8], kind)
	}
	return n
}

// intended is how many components the output intent has, 0 for none.
func (d *document) intended() int {
	for _, o := range d.f.Array(d.f.Catalog().Get("OutputIntents")) {
		if s := d.f.Stream(d.f.Dict(o).Get("DestOutputProfile")); s != nil {
			n, _ := d.f.Int(s.Dict.Get("N"))
			return n
		}
	}
	return 0
}

// checkSpace looks whether it is said what colours of a space look like.
func (d *document) checkSpace(o pdf.Object, place string, depth int) {
	if depth > 4 {
		d.complain("colours", place, "a colour space stands in too many others")
		return
	}
	o = d.f.Get(o)
	if list, ok := o.(pdf.Array); ok && len(list) > 0 {
		switch n := d.f.Name(list[0]); {
		case len(list) == 1:
			o = n
		case n == "ICCBased":
			d.checkProfile(list[1], place)
		case n == "Indexed" || n == "Pattern":
			d.checkSpace(list[1], place, depth+1)
		case (n == "Separation" || n == "DeviceN") && len(list) > 2:
			d.checkSpace(list[2], place, depth+1)
		}
	}
	n := d.intended()
	switch {
	case o == pdf.Object(pdf.Name("DeviceCMYK")) && n != 4, o == pdf.Object(pdf.Name("DeviceRGB")) && n != 3, o == pdf.Object(pdf.Name("DeviceGray")) && n == 0:
		d.complain("colours", place, "%v is not said to look like anything", o)
	}
}
