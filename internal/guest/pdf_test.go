package guest

import (
	"bytes"
	"compress/flate"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// pdf is a file of these objects, numbered from 1; the first is the catalog.
func pdf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// sound has pages of every size and kind of link, labels and an outline.
func sound() []byte {
	const link = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]%s>>"
	links := func(what ...string) string {
		var b strings.Builder
		for _, w := range what {
			fmt.Fprintf(&b, link, w)
		}
		return b.String()
	}
	return pdf(
		"<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R/PageLabels<</Nums[0<</S/r>>2<</S/A/P(p-)/St 27>>]>>"+
			"/Dests<</old[5 0 R/Fit]>>/Names<</Dests<</Kids[10 0 R]>>>>>>",
		"<</Type/Pages/Count 4/Kids[3 0 R 4 0 R]/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Annots["+links(
			"/Dest[4 0 R/Fit]", "/A<</S/GoTo/D[5 0 R/XYZ 0 0 0]>>", "/A<</S/URI/URI(https://example.org/\\(1\\))>>", "/Dest/old", "/Dest(new)",
			"/A<</S/GoTo/D<6E6577>>>", "/Dest(nobody)", "/A<</S/JavaScript/JS(app.alert\\(1\\))>>",
		)+"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(note)>>]>>",
		"<</Type/Pages/Parent 2 0 R/Count 3/Kids[5 0 R 6 0 R 9 0 R]/Rotate 90>>",
		"<</Type/Page/Parent 4 0 R/MediaBox[10 10 310 210]/UserUnit 2>>",
		"<</Type/Page/Parent 4 0 R/Rotate 180/CropBox[-9 100 200 300]/Annots["+links("/Dest[5 0 R/Fit]")+"]>>",
		"<</Type/Outlines/First 8 0 R/Last 11 0 R/Count 2>>",
		"<</Title(Part one)/Parent 7 0 R/Next 11 0 R/Dest[3 0 R/Fit]/First 12 0 R/Last 12 0 R/Count 1>>",
		"<</Type/Page/Parent 4 0 R/Rotate 0>>",
		"<</Limits[(new)(new)]/Names[(new)<</D[6 0 R/Fit]>>]>>",
		"<</Title<FEFF00C60078>/Parent 7 0 R/Prev 8 0 R/A<</S/GoTo/D(new)>>>>",
		"<</Title(Below)/Parent 8 0 R/Dest[9 0 R/Fit]>>",
	)
}

// bomb is 2 MB that become 2 GB: its table of objects is compressed zeros.
func bomb(t *testing.T) []byte {
	t.Helper()
	var packed bytes.Buffer
	z, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	var block []byte // of zeros that follow zeros: they are all the same
	for range 2 {
		at := packed.Len()
		if _, err := z.Write(zeros); err != nil {
			t.Fatal(err)
		}
		if err := z.Flush(); err != nil {
			t.Fatal(err)
		}
		block = bytes.Clone(packed.Bytes()[at:])
	}
	data := append([]byte{0x78, 0xda}, packed.Bytes()...)
	data = append(data, bytes.Repeat(block, 2046)...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	start := b.Len()
	fmt.Fprintf(&b, "1 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length %d>>\nstream\n", len(data))
	b.Write(data)
	fmt.Fprintf(&b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func write(t *testing.T, data []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "x.pdf")
	save(t, path, data)
	return path
}

func save(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// encrypted is the sound file under a password, by qpdf.
func encrypted(t *testing.T, password string) (path string) {
	t.Helper()
	in := write(t, sound())
	path = in + ".locked"
	out, err := exec.Command("qpdf", "--encrypt", password, "owner", "256", "--", in, path).CombinedOutput()
	if err != nil {
		t.Fatalf("qpdf: %v\n%s", err, out)
	}
	return path
}
