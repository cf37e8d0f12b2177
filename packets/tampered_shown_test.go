package packets

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mappe/internal/pdf/specimen"
)

// rich is a page that shows something by every kind of resource, and one that
// shows nothing.
func rich() []byte {
	picture := "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace "
	return tiny(
		"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [16 0 R 17 0 R] /D << /OFF [17 0 R] >> >> >>",
		"<< /Type /Pages /Count 2 /MediaBox [0 0 400 400] /Kids [3 0 R 4 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources 6 0 R /Group << /S /Transparency /CS /DeviceRGB >> >>",
		"<< /Type /Page /Parent 2 0 R >>",
		stream("", "/E gs q 90 0 0 90 9 9 cm /A Do Q q 90 0 0 90 199 9 cm /B Do Q q 90 0 0 90 9 199 cm /C Do Q /D Do "+
			"BT /F 20 Tf 200 300 Td (one) Tj /G 20 Tf 0 30 Td (two) Tj ET "+
			"/N cs 1 sc 300 300 9 9 re f /OC /L BDC 320 300 9 9 re f EMC /OC /M BDC 340 300 9 9 re f EMC"),
		"<< /XObject << /A 7 0 R /B 8 0 R /C 9 0 R /D 11 0 R >> /Font << /F 12 0 R /G 13 0 R >> /ExtGState << /E 14 0 R >> "+
			"/ColorSpace << /N 15 0 R >> /Properties << /L 16 0 R /M 17 0 R >> >>",
		stream(picture+"/DeviceGray", "abcd"),
		stream(picture+"/DeviceGray", "zyxw"),
		stream(picture+"/DeviceRGB /SMask 10 0 R", "abcdefghijkl"),
		stream(picture+"/DeviceGray", "mask"),
		stream("/Type /XObject /Subtype /Form /BBox [0 0 400 400] /Matrix [1 0 0 1 5 5] /Resources 6 0 R", "200 200 50 50 re f"),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
		"<< /Type /ExtGState /ca .5 /CA .5 >>",
		"[/Indexed /DeviceRGB 1 <00FF0000FFFF>]",
		"<< /Type /OCG /Name (on) >>",
		"<< /Type /OCG /Name (off) >>",
	)
}

// enclosed is the packet of an example with a file in it.
func enclosed(t *testing.T, file []byte) *Packet {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "case.yaml")
	if err := os.CopyFS(dir, os.DirFS("../examples/bf1-secondment")); err != nil {
		t.Fatal(err)
	}
	profile, err := os.ReadFile(path)
	if err == nil {
		profile, err = specimen.Enclose(profile, []string{"rich.pdf"})
	}
	for name, data := range map[string][]byte{"case.yaml": profile, "rich.pdf": file} {
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o600)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return planned(t, path, "en", ForApplicant)[0]
}

// TestTamperedWithinAPage: what a page shows is changed by what dictionaries say,
// too, and verify names that page and no other. The same page written in
// another way is the same.
func TestTamperedWithinAPage(t *testing.T) {
	file, l := locked(t, enclosed(t, rich()))
	at := slices.IndexFunc(l.Pages, func(q LockPage) bool { return q.File >= 0 && l.Files[q.File].Path == "rich.pdf" })
	sum := []string{"sum " + l.Pages[at].Label}
	changed := 0
	try := func(name string, want []string, change func(x *taken, page, resources object)) {
		t.Helper()
		x := takenApart(t, file)
		pages, _ := x.pages()
		var own object // resources of the page of the file
		for _, form := range x.at(x.at(pages[at]["/Resources"])["/XObject"]) {
			if r := x.at(form)["/Resources"]; r != nil && x.at(r)["/Properties"] != nil {
				own = x.at(r)
			}
		}
		if own == nil {
			t.Fatal("the page is not in the packet")
		}
		change(x, pages[at], own)
		if got := faulted(proved(t, l, x.together())); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		changed++
	}
	of := func(x *taken, resources object, kind, name string) object { return x.at(x.at(resources[kind])[name]) }
	set := func(kind, name, key string, v any) func(x *taken, _, r object) {
		return func(x *taken, _, r object) { of(x, r, kind, name)[key] = v }
	}
	exchange := func(kind, a, b string) func(x *taken, _, r object) {
		return func(x *taken, _, r object) {
			d := x.at(r[kind])
			d[a], d[b] = d[b], d[a]
		}
	}
	for name, change := range map[string]func(x *taken, page, resources object){
		"colours turned about":          set("/XObject", "/A", "/Decode", []any{1, 0}),
		"colours taken for others":      set("/XObject", "/A", "/ColorSpace", "/CalGray"),
		"a form at another place":       set("/XObject", "/D", "/Matrix", []any{1, 0, 0, 1, 5, 6}),
		"a form cut off":                set("/XObject", "/D", "/BBox", []any{0, 0, 400, 201}),
		"a mask gone":                   func(x *taken, _, r object) { delete(of(x, r, "/XObject", "/C"), "/SMask") },
		"another mask":                  func(x *taken, _, r object) { of(x, r, "/XObject", "/C")["/SMask"] = x.at(r["/XObject"])["/A"] },
		"a mask turned about":           func(x *taken, _, r object) { x.at(of(x, r, "/XObject", "/C")["/SMask"])["/Decode"] = []any{1, 0} },
		"names of pictures exchanged":   exchange("/XObject", "/A", "/B"),
		"names of fonts exchanged":      exchange("/Font", "/F", "/G"),
		"names of layers exchanged":     exchange("/Properties", "/L", "/M"),
		"another font":                  set("/Font", "/F", "/BaseFont", "/Courier"),
		"letters taken for others":      set("/Font", "/F", "/Encoding", "/MacRomanEncoding"),
		"seen through":                  set("/ExtGState", "/E", "/ca", 0.25),
		"colours of a table":            func(x *taken, _, r object) { x.colours(r)[3] = "b:00FF0100FFFF" },
		"another colour space":          func(x *taken, _, r object) { x.colours(r)[1] = "/CalRGB" },
		"a resource by another name":    func(x *taken, _, r object) { d := x.at(r["/XObject"]); d["/Z"] = d["/A"]; delete(d, "/A") },
		"another group":                 func(_ *taken, page, _ object) { page["/Group"].(object)["/CS"] = "/DeviceCMYK" },
		"no group":                      func(_ *taken, page, _ object) { delete(page, "/Group") },
		"a layer shown":                 func(x *taken, _, _ object) { x.layers()["/OFF"] = []any{} },
		"a layer hidden":                func(x *taken, _, _ object) { x.layers()["/BaseState"] = "/OFF" },
		"no layers":                     func(x *taken, _, _ object) { delete(x.catalog(), "/OCProperties") },
		"moved under its box":           func(x *taken, page, _ object) { x.shift(page, 9) },
		"half of it, twice as large":    func(x *taken, page, _ object) { page["/CropBox"] = x.half(page); page["/UserUnit"] = 2 },
		"bodies of pictures exchanged":  func(x *taken, _, r object) { d := x.at(r["/XObject"]); x.swap(d["/A"], d["/B"]) },
		"entries of pictures exchanged": func(x *taken, _, r object) { d := x.at(r["/XObject"]); x.swapDicts(d["/B"], d["/C"]) },
	} {
		try(name, sum, change)
	}
	try("contents twice", append([]string{"stamp " + l.Pages[at].Label}, sum...), func(_ *taken, page, _ object) {
		page["/Contents"] = []any{page["/Contents"], page["/Contents"]}
	})
	for name, change := range map[string]func(x *taken, page, resources object){
		"nothing": func(*taken, object, object) {},
		"resources in an object of their own": func(x *taken, page, _ object) {
			page["/Resources"] = x.put(page["/Resources"])
			for key, v := range x.at(page["/Resources"]) {
				x.at(page["/Resources"])[key] = x.put(v)
			}
		},
		"values in the place of references": func(x *taken, _, r object) {
			r["/ColorSpace"] = object{"/N": x.colours(r)}
			r["/ExtGState"] = object{"/E": maps.Clone(of(x, r, "/ExtGState", "/E"))}
		},
		"a number in an object of its own": func(x *taken, _, r object) {
			of(x, r, "/ExtGState", "/E")["/ca"] = x.put(0.5)
		},
		"numbers spelt otherwise": func(x *taken, _, r object) {
			of(x, r, "/ExtGState", "/E")["/ca"] = json.Number("0.50000")
			of(x, r, "/XObject", "/D")["/Matrix"] = []any{json.Number("1.0"), 0, json.Number("0.00"), 1, json.Number("5.000"), 5}
		},
		"nothing under a key":              set("/XObject", "/A", "/Decode", nil),
		"what is no part of what it shows": func(_ *taken, page, _ object) { page["/PZ"], page["/Dur"] = 2, 7 },
	} {
		try(name, nil, change)
	}
	for _, x := range proved(t, l, rewritten(t, "--stream-data=uncompress", stored(t, "packet.pdf", file))) {
		if x.Kind != FaultSum {
			t.Errorf("streams stored anew: %v", x)
		}
	}
	if changed < 33 {
		t.Errorf("%d changes", changed)
	}
}

// put is a value as an object of its own.
func (x *taken) put(v any) (ref string) {
	ref = fmt.Sprint(9000+len(x.objs), " 0 R")
	x.objs["obj:"+ref] = object{"value": v}
	return ref
}

// colours is the table of colours of the page.
func (x *taken) colours(resources object) []any {
	v := x.at(resources["/ColorSpace"])["/N"]
	if ref, ok := v.(string); ok {
		v = x.objs["obj:"+ref]["value"]
	}
	return v.([]any)
}

func (x *taken) layers() object { return x.at(x.at(x.catalog()["/OCProperties"])["/D"]) }

// shift moves the box of a page.
func (x *taken) shift(page object, by float64) {
	box := page["/MediaBox"].([]any)
	for i := range box {
		box[i] = box[i].(float64) + by
	}
}

// half is the lower left quarter of a page.
func (x *taken) half(page object) []any {
	box := page["/MediaBox"].([]any)
	return []any{0, 0, box[2].(float64) / 2, box[3].(float64) / 2}
}

// swap exchanges what two references lead to.
func (x *taken) swap(a, b any) {
	m, n := "obj:"+a.(string), "obj:"+b.(string)
	x.objs[m], x.objs[n] = x.objs[n], x.objs[m]
}

// swapDicts exchanges the dictionaries of two streams.
func (x *taken) swapDicts(a, b any) {
	m, n := x.objs["obj:"+a.(string)]["stream"].(object), x.objs["obj:"+b.(string)]["stream"].(object)
	m["dict"], n["dict"] = n["dict"], m["dict"]
}
