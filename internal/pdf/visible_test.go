package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// layered is a page that draws a square in each of two layers, in a layer of
// its own kind, and in a form that is in a layer.
func layered(config, member string) []byte {
	return build{
		"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << " + config + " >> >> >>",
		"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 /MediaBox [0 0 200 300] >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Properties << /A 5 0 R /B 6 0 R /M 7 0 R >> /XObject << /F 8 0 R >> >> >>",
		stream("", "/OC /A BDC 1 0 0 rg 0 0 50 50 re f EMC /OC /B BDC 0 0 1 rg 50 0 50 50 re f EMC /OC /M BDC 0 .6 0 rg 100 0 50 50 re f EMC /F Do 0 g 150 150 50 50 re f"),
		"<< /Type /OCG /Name (a) /Usage << /CreatorInfo << /Creator (x) >> >> >>", "<< /Type /OCG /Name (b) >>",
		"<< /Type /OCMD " + member + " >>",
		stream("/Subtype /Form /OC 6 0 R /BBox [0 0 200 300] /Resources << >>", "1 0 1 rg 0 100 50 50 re f"),
	}.file()
}

// What a file hides stays hidden, and what it shows shown, whatever else is in
// the packet.
func TestLayersStayAsVisible(t *testing.T) {
	plain := layered("", "")
	configs := []string{"", "/OFF [5 0 R]", "/OFF [6 0 R]", "/BaseState /OFF", "/BaseState /OFF /ON [5 0 R]", "/OFF [5 0 R 6 0 R]"}
	for i, member := range []string{
		"/OCGs [5 0 R 6 0 R]", "/OCGs [5 0 R 6 0 R] /P /AllOn", "/OCGs [5 0 R 6 0 R] /P /AnyOff", "/OCGs [5 0 R 6 0 R] /P /AllOff", "/OCGs 5 0 R",
		"/VE [/And [/Not 5 0 R] 6 0 R]", "/VE [/Or 5 0 R 6 0 R]",
	} {
		for _, config := range []string{configs[i%6], configs[(i+1)%6]} {
			t.Run(config+" "+member, func(t *testing.T) {
				file := layered(config, member)
				before := drawn(t, file, 1, 36)
				for i, after := range drawn(t, written(t, plain, file), 4, 36) {
					if off, blank := differences(before[i], after); off != 0 || blank {
						t.Errorf("reader %d: %.2f %% of the pixels differ", i, 100*off)
					}
				}
			})
		}
	}
	packet := written(t, plain, layered("/OFF [5 0 R]", ""))
	if got := strings.Count(run(t, "qpdf", "--qdf", "--object-streams=disable", stored(t, packet), "-"), "/Type /OCG"); got != 4 {
		t.Errorf("%d groups, want 4: two of each file", got)
	}
}

// Layers that the file doesn't list are no layers: everything is seen.
func TestLayersThatAreNotListed(t *testing.T) {
	for _, catalog := range []string{"/OCGs []", "/OCGs [6 0 R]"} {
		file := bytes.Replace(layered("/OFF [5 0 R]", "/OCGs [5 0 R] /P /AllOff"), []byte("/OCGs [5 0 R 6 0 R]"), []byte(catalog), 1)
		img := drawn(t, written(t, layered("", ""), file), 3, 72)[0]
		if a, m := at(img, 25, 25), at(img, 125, 25); a != "red" || m != "green" {
			t.Errorf("%s: %s and %s", catalog, a, m)
		}
	}
}

// An annotation is painted if its layer, or its combination of layers, shows.
func TestVisible(t *testing.T) {
	for member, want := range map[string]bool{
		"":                                           true,
		"/OCGs [5 0 R 6 0 R]":                        true,
		"/OCGs [5 0 R 6 0 R] /P /AllOn":              false,
		"/OCGs [5 0 R 6 0 R] /P /AnyOff":             true,
		"/OCGs 6 0 R":                                false,
		"/OCGs [6 0 R null] /P /AllOff":              true,
		"/VE [/And 5 0 R [/Not 6 0 R]]":              true,
		"/VE [/And 5 0 R 6 0 R]":                     false,
		"/VE [/Or 6 0 R [/Not [/Not 5 0 R]]]":        true,
		"/VE [/Not 5 0 R]":                           false,
		"/VE [/And 5 0 R] /OCGs 6 0 R /P /AllOn":     true,
		"/OCGs [] /P /AllOn":                         true,
		"/OCGs [5 0 R] /P /Nonsense":                 true,
		"/VE [/And [/And [/And 5 0 R] 6 0 R] 5 0 R]": false,
	} {
		f := opened(t, layered("/OFF [6 0 R]", member))
		if got := NewCopier(f, nil).visible(Ref{Num: 7}); got != want {
			t.Errorf("%q: visible is %v", member, got)
		}
	}
	// An expression that contains itself, and one that doubles at every step, end.
	more := []string{"[/Or 10 0 R 10 0 R]"}
	for i := range 60 {
		more = append(more, fmt.Sprintf("[/Or [/Not %d 0 R] %d 0 R]", 11+i, 11+i))
	}
	b := annotated("/OCProperties << /OCGs [] >>", "<< /Subtype /Stamp /Rect [0 0 9 9] /OC << /Type /OCMD /VE 9 0 R >> /AP << /N 6 0 R >> >>",
		append([]string{look("1 0 0"), "null", "null", "[/And 9 0 R 10 0 R]"}, more...)...)
	if _, err := NewCopier(opened(t, b), nil).Page(1); err == nil {
		t.Log("within the limit")
	}
}

// Where the catalog knows of no layers, everything shows.
func TestLayersOfNoCatalog(t *testing.T) {
	for _, member := range []string{"/OCGs [5 0 R] /P /AllOff", "/OCGs [5 0 R 6 0 R]", "/VE [/Not 5 0 R]"} {
		file := bytes.Replace(layered("/OFF [5 0 R]", member), []byte("/OCProperties"), []byte("/XCProperties"), 1)
		before := drawn(t, file, 1, 36)
		for i, after := range drawn(t, written(t, file), 1, 36) {
			if off, blank := differences(before[i], after); off != 0 || blank {
				t.Errorf("%s, reader %d: %.2f %% of the pixels differ", member, i, 100*off)
			}
		}
		if c := NewCopier(opened(t, file), nil); !c.visible(Ref{Num: 7}) {
			t.Errorf("%s: hidden", member)
		}
	}
}

// A link's border that is wider than the link doesn't hide its words.
func TestBorderOfLink(t *testing.T) {
	file := annotated("", "<< /Subtype /Link /Rect [20 20 180 60] /Border [0 0 112] /C [1 0 0] >>")
	img := drawn(t, written(t, file), 1, 72)[0]
	if frame, inside := at(img, 20, 40), at(img, 100, 40); frame == "white" || inside != "white" {
		t.Errorf("the border is %s, what it frames %s", frame, inside)
	}
}
