package specimen

import (
	"fmt"
	"strings"
)

// rings are pages whose resources lead back to themselves.
func rings() []File {
	res := func(name, resources string, more ...string) File {
		return File{Name: "ring/" + name, Pages: Either, Data: Paper{Resources: resources, More: more, Contents: "q /X Do Q "}.Bytes}
	}
	form := func(dict, data string) string {
		return Stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]"+dict, data)
	}
	var dag []string
	for n := 10; n < 50; n++ {
		dag = append(dag, form(fmt.Sprintf("/Resources<</XObject<</X %d 0 R/Y %[1]d 0 R>>>>", n+1), "/X Do /Y Do"))
	}
	dag = append(dag, form("", marks))
	return []File{
		res("form draws itself", "/XObject<</X 10 0 R>>", form("/Resources<</XObject<</X 10 0 R>>>>", "/X Do")),
		res("two forms draw each other", "/XObject<</X 10 0 R>>", form("/Resources<</XObject<</X 11 0 R>>>>", "/X Do"), form("/Resources<</XObject<</X 10 0 R>>>>", "/X Do")),
		res("form draws the page", "/XObject<</X 10 0 R>>", form("/Resources 11 0 R", "/X Do"), "<</XObject<</X 10 0 R/P 3 0 R/T 2 0 R/C 1 0 R>>>>"),
		res("forms drawn 2^40 times", "/XObject<</X 10 0 R>>", dag...),
		res("resources are the page", "/XObject 3 0 R/Font 3 0 R"),
		res("resources hold themselves", "/XObject<</X 10 0 R>>/Properties 11 0 R", form("/Resources 11 0 R", "x"), "<</A 11 0 R/B<</C 11 0 R>>/XObject 11 0 R>>"),
		res("mask of itself", "/XObject<</X 10 0 R>>", Stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 10 0 R/Mask 10 0 R", "x")),
		res("colour space of itself", "/ColorSpace<</C 10 0 R>>", "[/Indexed 10 0 R 1 (abcdef)]"),
		res("colour space based on itself", "/ColorSpace<</C 10 0 R>>", "[/ICCBased 11 0 R]", Stream("/N 3/Alternate 10 0 R", "x")),
		res("pattern of itself", "/Pattern<</P 10 0 R>>", Stream("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 10 0 R>>>>", "/Pattern cs /P scn")),
		res("function of itself", "/Shading<</S 10 0 R>>", "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 11 0 R>>", "<</FunctionType 3/Domain[0 1]/Functions[11 0 R 11 0 R]/Bounds[.5]/Encode[0 1 0 1]>>"),
		res("soft mask of its own form", "/ExtGState<</G 10 0 R>>", "<</SMask<</S/Alpha/G 11 0 R/TR 10 0 R>>>>", form("/Group<</S/Transparency>>/Resources<</ExtGState<</G 10 0 R>>>>", "/G gs")),
		res("font of itself", "/Font<</F1 10 0 R>>", "<</Type/Font/Subtype/Type0/DescendantFonts[10 0 R]/Encoding 10 0 R/FontDescriptor 10 0 R/ToUnicode 10 0 R>>"),
		res("letters that draw their font", "/Font<</F1 10 0 R>>", "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</s 11 0 R>>/Encoding<</Differences[115/s]>>/Resources<</Font<</F1 10 0 R>>>>/FirstChar 115/LastChar 115/Widths[9]>>",
			Stream("", "BT /F1 9 Tf (s) Tj ET")),
		res("font's widths of 2^31", "/Font<</F1 10 0 R>>", "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar -2147483648/LastChar 2147483647/Widths 10 0 R>>"),
		res("threshold of itself", "/ExtGState<</G 10 0 R>>", "<</HT 11 0 R/BG 10 0 R/UCR 10 0 R/Font[10 0 R 5]>>", "<</HalftoneType 5/Default 11 0 R/Cyan 11 0 R>>"),
		res("optional content in a ring", "/Properties<</O 10 0 R>>", "<</Type/OCMD/OCGs[10 0 R 11 0 R]/VE[/And 12 0 R]>>", "<</Type/OCG/Name(x)>>", "[/Or 12 0 R[/Not 12 0 R]]"),
		res("deep expression of visibility", "/Properties<</O 10 0 R>>", "<</Type/OCMD/VE"+nested(far, "[/Not", " 11 0 R", "]")+">>", "<</Type/OCG/Name(x)>>"),
		res("deep functions", "/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function"+nested(far, "[", "", "]")+">>>>"),
		{Name: "ring/annotations of themselves", Pages: Either, Data: Paper{
			Page: "/Annots 10 0 R", More: []string{"[10 0 R 11 0 R 10 0 R 3 0 R 4 0 R 1 (x)]",
				"<</Subtype/Widget/Rect[0 0 99 99]/Parent 11 0 R/Kids[11 0 R]/Popup 11 0 R/IRT 11 0 R/FT/Tx/V 11 0 R/DA 11 0 R/AP<</N 12 0 R>>>>",
				"<</Off 12 0 R/On 11 0 R>>"},
		}.Bytes},
		{Name: "ring/100,000 annotations", Pages: 1, Data: Paper{
			Page: "/Annots[" + strings.Repeat("10 0 R ", far) + "]",
			More: []string{"<</Subtype/Square/Rect[0 0 99 99]/AP<</N 11 0 R>>>>", form("", marks)},
		}.Bytes},
		{Name: "ring/field with a ring of parents", Pages: 1, Data: Paper{
			Catalog: "/AcroForm<</Fields[10 0 R 11 0 R]/DR 11 0 R>>", Page: "/Annots[10 0 R]",
			More: []string{"<</Subtype/Widget/Rect[0 0 99 20]/Parent 11 0 R>>", "<</Parent 12 0 R/Kids[10 0 R 11 0 R]>>", "<</Parent 11 0 R>>"},
		}.Bytes},
		{Name: "ring/field with a value of 20 MB", Pages: 1, Data: Paper{
			Catalog: "/AcroForm<</Fields[10 0 R]/DA(/Helv 0 Tf)>>", Page: "/Annots[10 0 R]",
			More: []string{"<</Subtype/Widget/FT/Tx/Ff 4096/Rect[0 0 99 20]/V(" + strings.Repeat("word ", 4<<20) + ")>>"},
		}.Bytes},
		{Name: "ring/highlight of a million corners", Pages: Either, Data: Paper{
			Page: "/Annots[<</Subtype/Highlight/Rect[0 0 99 20]/QuadPoints[" + strings.Repeat("1 1 2 1 1 2 2 2 ", 125_000) + "]>>]",
		}.Bytes},
	}
}
