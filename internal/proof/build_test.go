package proof

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// body is a stream as an object of a file.
func body(keys, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", keys, len(data), data)
}

// table is a file of objects, by their numbers; "" is none. Object 1 is the
// catalog.
func table(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for n, o := range objects {
		if n > 0 && o != "" {
			at[n] = b.Len()
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for _, n := range at[1:] {
		if n == 0 {
			b.WriteString("0000000000 00000 f \n")
		} else {
			fmt.Fprintf(&b, "%010d 00000 n \n", n)
		}
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects), trailer, start)
	return b.Bytes()
}

// packet are the objects of a small packet: a contents page labelled i, and a
// page of a file.
func packet() []string {
	cmap := "1 begincodespacerange <0000> <ffff> endcodespacerange\n2 beginbfchar <0001> <00480065> <0002> <0020> endbfchar\n" +
		"2 beginbfrange <0010> <0029> <0061> <0030> <0031> [<05D0> <05D1>] endbfrange"
	return []string{0: "",
		1: "<</Type/Catalog/Pages 2 0 R/Lang(en)/Outlines 10 0 R/PageLabels<</Nums[0<</S/r>>1<</S/D/St 14/P(A-)>>]>>/Metadata 13 0 R>>",
		2: "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources<</Font<</F0 6 0 R>>>>>>",
		3: "<</Type/Page/Parent 2 0 R/Contents[5 0 R]/Annots[9 0 R 14 0 R]>>",
		4: "<</Type/Page/Parent 2 0 R/Rotate 90/Resources<</Font<</F0 6 0 R>>/XObject<</X0 15 0 R>>>>/Contents 16 0 R>>",
		5: body("", "BT /F0 10 Tf 1 0 0 1 100 700 Tm [<001000110012>-20<0002>] TJ 1 0 0 1 200 700 Tm [<0010>] TJ ET\n"+
			"/Artifact<</Type/Pagination/Subtype/Footer>>BDC BT /F0 8 Tf 1 0 0 1 50 14 Tm [<00010002>20<0013>] TJ 1 0 0 1 500 14 Tm [<0018>]TJ ET EMC"),
		6:  "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>",
		7:  "<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[900 250] 48 49 600]>>",
		8:  body("", cmap),
		9:  "<</Type/Annot/Subtype/Link/Rect[100 698 117 710]/Dest[4 0 R/XYZ null 842 null]>>",
		10: "<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>",
		11: "<</Title<FEFF00C6>/Parent 10 0 R/Dest[3 0 R/Fit]/First 12 0 R/Last 12 0 R>>",
		12: "<</Title(Page)/Parent 11 0 R/A<</S/GoTo/D[4 0 R/Fit]>>>>",
		13: body("/Type/Metadata/Subtype/XML", `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`+
			`<rdf:Description rdf:about="" xmlns:m="urn:m" m:b="two"><m:a>{&#34;x&#34;:1}</m:a></rdf:Description></rdf:RDF></x:xmpmeta>`),
		14: "<</Type/Annot/Subtype/Link/Rect[190 698 210 710]/A<</S/URI/URI(https://example.org/)>>>>",
		15: body("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 100]/Resources<</Font<</F0 6 0 R>>>>", "BT /F0 10 Tf 10 10 Td <0014> Tj ET"),
		16: body("", "q 1 0 0 1 0 0 cm /X0 Do Q /Artifact<</Subtype/Footer>>BDC BT /F0 8 Tf 1 0 0 1 50 14 Tm <00300031> Tj ET EMC"),
	}
}

func open(t *testing.T, file []byte) *File {
	t.Helper()
	f, err := Open(bytes.NewReader(file), int64(len(file)), "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// with is the packet, an object of it otherwise.
func with(num int, old, new string) []byte {
	all := packet()
	if strings.Count(all[num], old) != 1 {
		panic("object does not hold that once: " + old)
	}
	all[num] = strings.Replace(all[num], old, new, 1)
	return table(all, "")
}
