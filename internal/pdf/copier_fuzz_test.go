package pdf

import (
	"fmt"
	"testing"

	"mappe/internal/pdf/specimen"
)

// FuzzCopy copies the first and the last page of anything: the result must be
// a file that has these two pages, and nothing in it that acts.
func FuzzCopy(f *testing.F) {
	for _, b := range [][]byte{
		active(),
		pages(3, "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>", "/Rotate 90 /UserUnit 3 /Group << /S /Transparency >>").file(),
		pages(2, "", "").packed(),
		layered("/OFF [6 0 R]", "/VE [/And 5 0 R [/Not 6 0 R]]"),
		fieldPage("/NeedAppearances true", "<< /Subtype /Widget /FT /Tx /Ff 4096 /V (some words) /Q 1 /MK << /BG [1] /BC [0 0 1] /R 90 >> /BS << /S /D /W 2 >> /Rect [20 20 180 220] >> "+
			"<< /Subtype /Widget /FT /Ch /V (a) /Opt [[(a) (b)] (c)] /TI 0 /Rect [0 0 50 50] >> << /Subtype /Widget /FT /Btn /AS /On /MK << /CA (8) >> /Rect [0 0 50 50] >> << /Subtype /Widget /FT /Tx /Ff 16777216 /MaxLen 3 /V (abc) /Rect [0 0 50 50] >>"),
		annotated("", "<< /Subtype /Highlight /QuadPoints [20 60 100 60 100 80 20 80] /C [1 0 0] /CA .5 /Rect [0 0 9 9] >> << /Subtype /Squiggly /Rect [0 0 90 9] >> "+
			"<< /Subtype /Line /L [20 20 180 280] /LE [/Circle /Slash] /Rect [0 0 9 9] >> << /Subtype /FreeText /DA (/H 9 Tf 1 g) /DS (font: 12pt X; color: #FF0000) /CL [1 2 3 4] /RD [1 1 1 1] /Contents (x) /Rect [0 0 90 90] >> "+
			"<< /Subtype /Polygon /Vertices [1 2 3 4 5 6] /IC [0 1 0] /Rect [0 0 9 9] >> << /Subtype /Link /Border [0 0 1 [1 2]] /Dest [3 0 R /Fit] /Rect [0 0 9 9] >>"),
		onePage("/Contents [4 0 R 4 0 R]", "/Font << /T << /Subtype /Type3 /CharProcs << /a 4 0 R >> >> >> /Pattern << /P 4 0 R >> /XObject << /X 6 0 R >> /ColorSpace << /C [/Indexed /DeviceRGB 1 (abc)] >>", "q",
			stream("/Subtype /Form /BBox [0 0 9 9] /F [/Crypt /AHx] /DP [null null]", "00>")),
	} {
		f.Add(b)
	}
	for _, b := range specimen.Seeds() {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Open(Bytes(b), "")
		if err != nil {
			return
		}
		out := newMemory()
		w := NewWriter(out, Options{Workers: 1})
		c := w.Copier(file)
		made := 0
		for _, n := range []int{1, file.Pages()} {
			d, err := c.Page(n)
			if err != nil {
				continue
			}
			if n == 1 {
				contents, _ := NewCopier(file, nil).Contents(n)
				NewCopier(file, nil).Blank(n, contents)
				if l := NewCopier(file, nil).Letters(n, contents, 64); l < 0 || l > 64 {
					t.Errorf("page %d: %d letters of 64", n, l)
				}
				again, _ := Open(Bytes(b), "")
				seen, err := NewCopier(again, nil).Page(n)
				if err != nil || fmt.Sprint(seen.Left.Undrawn, seen.Left.Actions, seen.Left.Letters) != fmt.Sprint(d.Left.Undrawn, d.Left.Actions, d.Left.Letters) {
					t.Errorf("page %d: looked at, it leaves out %+v (%v); copied, %+v", n, seen, err, d.Left)
				}
			}
			sheet := &Sheet{}
			var m Matrix
			sheet.Width, sheet.Height, m = Place(d, 90, Fit(n%2))
			sheet.Draw(d, m)
			if err := w.Sheet(sheet); err != nil {
				t.Fatalf("page %d: %v", n, err)
			}
			made++
		}
		if err := w.Close(); err != nil || made == 0 {
			if err != nil && made > 0 {
				t.Fatal(err)
			}
			return
		}
		again, err := Open(Bytes(out.bytes), "")
		if err != nil {
			t.Fatalf("the copy cannot be read: %v", err)
		}
		if again.Pages() != made || again.Repaired() {
			t.Fatalf("the copy has %d pages of %d; repaired: %v", again.Pages(), made, again.Repaired())
		}
		for n := 1; n < len(w.spots); n++ {
			inert(t, n, again.Get(Ref{Num: n}), 0)
		}
		for _, complaint := range specimen.Audit(out.bytes, false) {
			t.Error(complaint)
		}
	})
}

// inert fails where an object, or a part of it, could act or hold a file.
func inert(t *testing.T, num int, o Object, depth int) {
	switch o := o.(type) {
	case *Stream:
		inert(t, num, o.Dict, depth)
	case Array:
		for _, v := range o {
			inert(t, num, v, depth+1)
		}
	case Dict:
		kind, _ := o.Get("Type").(Name)
		what, _ := o.Get("S").(Name)
		for _, e := range o {
			_, text := e.Value.(String)
			_, stream := e.Value.(Ref)
			switch e.Key {
			case "JS", "URI", "F", "EF", "UF", "Win", "Next", "AA", "OpenAction", "EmbeddedFiles", "Level1", "FS":
				if text || stream && (actionKinds[what] || kind == "Filespec" || kind == "Action") {
					t.Errorf("object %d: /%s is %v", num, e.Key, e.Value)
				}
			}
			inert(t, num, e.Value, depth+1)
		}
		if (kind == "Action" || kind == "Filespec" || kind == "EmbeddedFile") && what != "" {
			t.Errorf("object %d is a %s", num, kind)
		}
	}
}
