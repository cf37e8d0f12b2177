package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// says is the text of the copy of a page.
func says(t *testing.T, b []byte) string {
	t.Helper()
	return strings.TrimSpace(run(t, "pdftotext", "-layout", stored(t, written(t, b)), "-"))
}

func fieldPage(form, annots string, more ...string) []byte {
	return annotated("/AcroForm << /DA (/Helv 0 Tf 0 g) "+form+" >>", annots, more...)
}

func TestFieldsWithoutAppearance(t *testing.T) {
	for _, tt := range []struct{ name, field, want string }{
		{"text", `/FT /Tx /V (S\370ren \306r\370) /Rect [20 200 180 220]`, "Søren Ærø"},
		{"UTF-16", "/FT /Tx /V <FEFF004400F8006420AC> /Rect [20 200 180 220]", "Død€"},
		{"lines", "/FT /Tx /Ff 4096 /V (one two three four five six seven\rnew) /DA (/F 20 Tf) /Rect [20 100 180 280]", "one two three\nfour five six\nseven\nnew"},
		{"no lines", "/FT /Tx /V (one\ntwo) /Rect [20 200 180 220]", "one two"},
		{"comb", "/FT /Tx /Ff 16777216 /MaxLen 4 /V (1234567) /Rect [20 200 180 220]", "1 2 3 4"},
		{"password", "/FT /Tx /Ff 8192 /V (abc) /Rect [20 200 180 220]", "•••"},
		{"inherited", "/Parent << /FT /Tx /V (from above) >> /Rect [20 200 180 220]", "from above"},
		{"stream", "/FT /Tx /V 6 0 R /Rect [20 200 180 220]", "a long value"},
		{"combo", "/FT /Ch /Ff 131072 /V (b) /Opt [[(a) (Alpha)] [(b) (Beta)]] /Rect [20 200 180 220]", "Beta"},
		{"editable combo", "/FT /Ch /Ff 131072 /V (own) /Opt [(a) (b)] /Rect [20 200 180 220]", "own"},
		{"list", "/FT /Ch /V [(b)] /Opt [[(a) (Alpha)] [(b) (Beta)] (c)] /Rect [20 100 180 220]", "Alpha\nBeta\nc"},
		{"list from its second", "/FT /Ch /TI 1 /Opt [(a) (b) (c)] /Rect [20 100 180 220]", "b\nc"},
		{"push button", "/FT /Btn /Ff 65536 /MK << /CA (Send) >> /Rect [20 200 180 220]", "Send"},
		{"signature", "/FT /Sig /V << >> /Rect [20 200 180 220]", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := fieldPage("", "<< /Subtype /Widget "+tt.field+" >>", stream("", "a long value"))
			var got []string
			for line := range strings.Lines(says(t, b)) {
				if fields := strings.Fields(line); len(fields) > 0 {
					got = append(got, strings.Join(fields, " "))
				}
			}
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("the page says %q, want %q", got, tt.want)
			}
			if left := account(t, b); !left.Empty() {
				t.Errorf("left out: %+v", left)
			}
		})
	}
}

// Background and border, the mark of a button that is on, alignment and the
// turn of a field are drawn.
func TestFieldsLook(t *testing.T) {
	for _, tt := range []struct {
		name, field string
		x, y        int
		colour      string
	}{
		{"ground", "/FT /Tx /MK << /BG [1 0 0] >>", 100, 100, "red"},
		{"border", "/FT /Tx /MK << /BC [0 0 1] >> /BS << /W 6 >>", 22, 100, "blue"},
		{"tick", "/FT /Btn /AS /Yes /MK << /CA (n) >> /DA (/ZaDb 0 Tf 1 0 0 rg)", 100, 100, "red"},
		{"tick by value", "/FT /Btn /V /Yes /MK << /CA (n) >> /DA (/ZaDb 0 Tf 1 0 0 rg)", 100, 100, "red"},
		{"no tick", "/FT /Btn /AS /Off /V /Yes /MK << /CA (n) >>", 100, 100, "white"},
		{"radio", "/FT /Btn /Ff 32768 /AS /Yes /DA (/ZaDb 0 Tf 1 0 0 rg)", 100, 100, "red"},
		{"radio ground is round", "/FT /Btn /Ff 32768 /AS /Off /MK << /BG [1 0 0] >>", 22, 22, "white"},
		{"tick whose state has no form", "/FT /Btn /AS /Yes /AP << /N << /Off 6 0 R >> >> /MK << /CA (n) >> /DA (0 0 1 rg)", 100, 100, "blue"},
		{"turned", "/FT /Tx /V (MMMM) /MK << /R 90 >> /DA (/H 80 Tf 0 0 1 rg)", 94, 30, "blue"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := fieldPage("", "<< /Subtype /Widget /Rect [20 20 180 180] "+tt.field+" >>", look("0 .6 0"))
			for i, img := range drawn(t, written(t, b), 1, 72) {
				if got := at(img, tt.x, tt.y); got != tt.colour {
					t.Errorf("reader %d: %s at %d, %d; want %s", i, got, tt.x, tt.y, tt.colour)
				}
			}
		})
	}
	for align, empty := range [][4]int{{100, 0, 200, 300}, {20, 0, 60, 300}, {0, 0, 100, 300}} {
		b := fieldPage("", fmt.Sprintf("<< /Subtype /Widget /FT /Tx /V (ab) /Q %d /DA (/H 20 Tf) /Rect [20 200 180 230] >>", align))
		img := drawn(t, written(t, b), 1, 72)[0]
		if inked(img, empty) > 0 || inked(img, [4]int{0, 200, 200, 230}) == 0 {
			t.Errorf("aligned by %d: ink in %v, or none at all", align, empty)
		}
	}
}

// Where the file says that appearances are out of date, the values count; but
// letters that only the appearance can show aren't given up for it.
func TestNeedAppearances(t *testing.T) {
	old := stream("/Subtype /Form /BBox [0 0 160 20] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>", "BT /F 12 Tf 2 5 Td (old) Tj ET")
	blank := stream("/Subtype /Form /BBox [0 0 160 20] /Resources << >>", "/Tx BMC EMC")
	for _, tt := range []struct {
		name, form, field, look, want string
		letters                       int
	}{
		{"stored", "", "/V (new)", old, "old", 0},
		{"stale", "/NeedAppearances true", "/V (new)", old, "new", 0},
		{"emptied", "/NeedAppearances true", "", old, "", 0},
		{"other letters", "/NeedAppearances true", "/V <FEFF0416>", old, "old", 0},
		{"other letters, nothing stored", "/NeedAppearances true", "/V <FEFF04160041>", blank, "A", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := fieldPage(tt.form, "<< /Subtype /Widget /FT /Tx /Rect [20 200 180 220] /AP << /N 6 0 R >> "+tt.field+" >>", tt.look)
			if got := says(t, b); got != tt.want {
				t.Errorf("the page says %q, want %q", got, tt.want)
			}
			if got := account(t, b).Letters; got != tt.letters {
				t.Errorf("%d letters not drawn, want %d", got, tt.letters)
			}
		})
	}
	box := "<< /Subtype /Widget /FT /Btn /V /Yes /AS /Off /Rect [20 20 180 180] /AP << /N << /Yes 6 0 R /Off 7 0 R >> >> >>"
	if got := at(drawn(t, written(t, fieldPage("/NeedAppearances true", box, look("1 0 0"), look("0 0 1"))), 1, 72)[0], 100, 100); got != "red" {
		t.Errorf("a box that is on by its value is %s", got)
	}
	if got := at(drawn(t, written(t, fieldPage("", box, look("1 0 0"), look("0 0 1"))), 1, 72)[0], 100, 100); got != "blue" {
		t.Errorf("a box that is off by its state is %s", got)
	}
}
