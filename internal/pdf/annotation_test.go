package pdf

import (
	"fmt"
	"image"
	"strings"
	"testing"
)

// annotated is a page of 200 by 300 with annotations; more objects follow
// from 6 on.
func annotated(catalog, annots string, more ...string) []byte {
	b := build{
		"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources << >> /Annots [" + annots + "] >>",
		stream("", ""),
		"null",
	}
	return append(b, more...).file()
}

// look is an appearance of 10 by 10 in one colour.
func look(colour string) string {
	return stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << >>", colour+" rg 0 0 10 10 re f")
}

// at is the colour at a point of a page of 200 by 300, drawn at 72 dpi.
func at(img image.Image, x, y int) string {
	switch c := rgb(img, x, 299-y); {
	case c[0] > 240 && c[1] > 240 && c[2] > 240:
		return "white"
	case c[0] > 200 && c[1] < 90 && c[2] < 90:
		return "red"
	case c[0] < 90 && c[1] > 120 && c[2] < 90:
		return "green"
	case c[0] < 90 && c[1] < 90 && c[2] > 200:
		return "blue"
	case c[0] < 90 && c[1] < 90 && c[2] < 90:
		return "black"
	default:
		return fmt.Sprint(c)
	}
}

// inked is how many pixels of a part of such a page aren't white.
func inked(img image.Image, r [4]int) (n int) {
	for y := r[1]; y < r[3]; y++ {
		for x := r[0]; x < r[2]; x++ {
			if at(img, x, y) != "white" {
				n++
			}
		}
	}
	return n
}

func account(t testing.TB, b []byte) Account {
	t.Helper()
	return mustPage(t, NewCopier(opened(t, b), nil), 1).Left
}

// Appearances are painted where viewers paint them.
func TestAppearancesLookAsBefore(t *testing.T) {
	turned := stream("/Subtype /Form /BBox [0 0 20 10] /Matrix [0 1 -1 0 3 4] /Resources << >>", "1 0 0 rg 0 0 20 5 re f 0 0 1 rg 0 5 9 5 re f")
	for name, file := range map[string][]byte{
		"stamp":  annotated("", "<< /Subtype /Stamp /Rect [20 20 120 220] /AP << /N 6 0 R >> >>", turned),
		"states": annotated("", "<< /Subtype /Widget /FT /Btn /Rect [20 20 80 80] /AS /On /AP << /N << /On 6 0 R /Off 7 0 R >> >> >>", look("1 0 0"), look("0 0 1")),
		"off":    annotated("", "<< /Subtype /Widget /FT /Btn /Rect [20 20 80 80] /AS /Off /AP << /N << /On 6 0 R >> >> >> << /Subtype /Stamp /Rect [90 90 99 99] /AP << /N 6 0 R >> >>", look("1 0 0")),
		"hidden": annotated("", "<< /Subtype /Stamp /F 2 /Rect [20 20 80 80] /AP << /N 6 0 R >> >> << /Subtype /Stamp /F 32 /Rect [20 120 80 180] /AP << /N 6 0 R >> >> << /Subtype /Stamp /Rect [90 90 99 99] /AP << /N 6 0 R >> >>", look("1 0 0")),
		"order":  annotated("", "<< /Subtype /Stamp /Rect [20 20 80 80] /AP << /N 6 0 R >> >> << /Subtype /Stamp /Rect [50 50 120 120] /AP << /N 7 0 R >> >>", look("1 0 0"), look("0 0 1")),
		"layer": annotated("/OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [9 0 R] >> >>",
			"<< /Subtype /Stamp /OC 8 0 R /Rect [20 20 80 80] /AP << /N 6 0 R >> >> << /Subtype /Stamp /OC 9 0 R /Rect [50 50 120 120] /AP << /N 7 0 R >> >>",
			look("1 0 0"), look("0 0 1"), "<< /Type /OCG /Name (on) >>", "<< /Type /OCG /Name (off) >>"),
		"no subtype in the form": annotated("", "<< /Subtype /Stamp /Rect [20 20 80 80] /AP << /N 6 0 R >> >>", stream("/BBox [0 0 10 10]", "1 0 0 rg 0 0 10 10 re f")),
		"link with a border":     annotated("", "<< /Subtype /Link /Rect [20 20 180 80] /Border [0 0 3] /C [1 0 0] /A << /S /URI /URI (https://example.org/) >> >>"),
	} {
		t.Run(name, func(t *testing.T) {
			before := drawn(t, file, 1, 72)[0]
			off, blank := differences(before, drawn(t, written(t, file), 1, 72)[0])
			if off < 0 || off > 0.002 || blank {
				t.Errorf("%.2f %% of the pixels differ; blank before: %v", 100*off, blank)
			}
		})
	}
}

// What is turned with the page stands upright if its flags want it so.
func TestAnnotationsThatDoNotTurn(t *testing.T) {
	upright := stream("/Subtype /Form /BBox [0 0 20 20] /Resources << >>", "1 0 0 rg 0 0 20 10 re f 0 0 1 rg 0 10 20 10 re f")
	for _, turn := range []int{90, 180, 270} {
		b := build{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Rotate %d /Annots [<< /Subtype /Stamp /F 16 /Rect [150 130 170 150] /AP << /N 4 0 R >> >>] >>", turn), upright}
		img := drawn(t, written(t, b.file()), 1, 72)[0]
		// Its upper left corner is the middle of the page, whichever way that turns.
		if up, low := at(img, 160, 145), at(img, 160, 135); up != "blue" || low != "red" {
			t.Errorf("turned by %d: %s above %s", turn, up, low)
		}
	}
}

// Each kind of comment that says what it looks like is drawn without an
// appearance, in its colour and place.
func TestCommentsWithoutAppearance(t *testing.T) {
	for _, tt := range []struct {
		name, annot string
		x, y        int
		colour      string
		empty       [4]int
	}{
		{"highlight", "/Highlight /QuadPoints [20 80 100 80 20 60 100 60] /C [1 0 0]", 60, 70, "red", [4]int{0, 90, 200, 300}},
		{"highlight, round", "/Highlight /QuadPoints [20 60 100 60 100 80 20 80] /C [1 0 0]", 22, 78, "red", [4]int{0, 90, 200, 300}},
		{"highlight, plain", "/Highlight", 60, 60, "[255 255 0]", [4]int{0, 110, 200, 300}},
		{"underline", "/Underline /QuadPoints [20 100 100 100 20 20 100 20] /C [0 0 1]", 60, 26, "blue", [4]int{0, 40, 200, 300}},
		{"strike out", "/StrikeOut /QuadPoints [20 100 100 100 20 20 100 20] /C [0 0 1]", 60, 56, "blue", [4]int{0, 70, 200, 300}},
		{"square", "/Square /C [1 0 0] /IC [0 0 1] /BS << /W 10 >>", 25, 60, "red", [4]int{0, 110, 200, 300}},
		{"square, inside", "/Square /C [1 0 0] /IC [0 0 1] /BS << /W 10 >>", 60, 60, "blue", [4]int{0, 110, 200, 300}},
		{"circle", "/Circle /C [0 .6 0] /IC [0 .6 0]", 60, 60, "green", [4]int{20, 92, 30, 100}},
		{"line", "/Line /L [20 20 180 280] /C [1 0 0] /BS << /W 8 >> /LE [/None /ClosedArrow]", 100, 150, "red", [4]int{0, 200, 90, 300}},
		{"polyline", "/PolyLine /Vertices [20 20 180 20 180 280] /C [1 0 0] /BS << /W 8 >>", 180, 150, "red", [4]int{0, 40, 150, 300}},
		{"polygon", "/Polygon /Vertices [20 20 180 20 180 280] /IC [0 0 1]", 150, 60, "blue", [4]int{0, 200, 100, 300}},
		{"ink", "/Ink /InkList [[20 20 100 100] [100 100 180 20]] /C [1 0 0] /BS << /W 8 >>", 60, 60, "red", [4]int{0, 120, 200, 300}},
		{"black by default", "/Ink /InkList [[20 20 100 100]] /BS << /W 8 >>", 60, 60, "black", [4]int{0, 120, 200, 300}},
		{"free text", "/FreeText /DA (/Helv 20 Tf 1 0 0 rg) /C [0 0 1] /Contents (x)", 90, 30, "blue", [4]int{0, 110, 200, 300}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := annotated("", "<< /Rect [20 20 100 100] /Subtype "+tt.annot+" >>")
			for i, img := range drawn(t, written(t, b), 1, 72) {
				if got := at(img, tt.x, tt.y); got != tt.colour {
					t.Errorf("reader %d: %s at %d, %d; want %s", i, got, tt.x, tt.y, tt.colour)
				}
				if n := inked(img, tt.empty); n > 0 {
					t.Errorf("reader %d: %d pixels in %v", i, n, tt.empty)
				}
			}
			if left := account(t, b); !left.Empty() {
				t.Errorf("left out: %+v", left)
			}
		})
	}
}

// A highlight lets what lies below shine through, also where the page is a
// transparency group.
func TestHighlightMultiplies(t *testing.T) {
	b := onePage("/Group << /S /Transparency >> /Annots [<< /Subtype /Highlight /C [1 1 0] /Rect [0 0 200 300] >>]", "", "0 g 50 50 100 100 re f")
	img := drawn(t, written(t, b), 1, 72)[0]
	if below, beside := at(img, 100, 100), at(img, 20, 20); below != "black" || beside != "[255 255 0]" {
		t.Errorf("%s below, %s beside", below, beside)
	}
}

// What doesn't say what it looks like is counted, by kind; pop-ups aren't
// part of the paper; actions and attachments are named.
func TestAccount(t *testing.T) {
	left := account(t, annotated("", `<< /Subtype /Stamp /Rect [0 0 9 9] >> << /Subtype /Stamp /Rect [0 0 9 9] >> << /Subtype /Movie /Rect [0 0 9 9] >>
		<< /Subtype /Popup /Rect [0 0 9 9] >> << /Subtype /Invented /Rect [0 0 9 9] >> << /Subtype /Text /F 2 /Rect [0 0 9 9] >>
		<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (x) >> /AP << /N 6 0 R >> >>
		<< /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm >> /AA << /K << /S /JavaScript /JS (x) >> /F << /S /JavaScript >> >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x) >> >>
		<< /Subtype /FreeText /Rect [0 0 9 9] /Contents <FEFF0416006100140041> >>`, look("1 0 0")))
	got := fmt.Sprintf("%+v", left)
	want := "{Missing:[] Undrawn:[{Kind:Stamp N:2} {Kind:Movie N:1} {Kind:other N:1}] " +
		"Actions:[{Kind:FileAttachment N:1} {Kind:SubmitForm N:1} {Kind:JavaScript N:2} {Kind:Launch N:1}] Letters:1}"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestLinks(t *testing.T) {
	b := pages(3, "/Names << /Dests << /Names [(third) [8 0 R /Fit]] >> >>", `/Annots [
		<< /Subtype /Link /Rect [10 20 30 10] /Dest [6 0 R /XYZ null null null] >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D (third) >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/a?b=c) >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:a@example.org) >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (javascript:alert\(1\)) >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://a b) >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///etc/passwd) >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (x.pdf) /D [0 /Fit] >> >>
		<< /Subtype /Link /Rect [0 0 9 9] /Dest (nowhere) >>
		<< /Subtype /Link /F 2 /Rect [0 0 9 9] /Dest [6 0 R /Fit] >>]`).file()
	d := mustPage(t, NewCopier(opened(t, b), nil), 1)
	want := "[{Rect:[10 10 30 20] Page:2 URI:} {Rect:[0 0 9 9] Page:3 URI:} {Rect:[0 0 9 9] Page:0 URI:https://example.org/a?b=c} {Rect:[0 0 9 9] Page:0 URI:mailto:a@example.org}]"
	if got := fmt.Sprintf("%+v", d.Links); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := fmt.Sprint(d.Left.Actions); got != "[{URI 3} {GoToR 1} {GoTo 1}]" {
		t.Errorf("counted %s", got)
	}
	if strings.Contains(string(written(t, b)), "/Annots") {
		t.Error("links went along by themselves")
	}
}
