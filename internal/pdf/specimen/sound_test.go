package specimen_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/pdf/specimen"
)

// A source is a file whose copy must look as it does.
type source struct {
	name     string
	data     func() []byte
	password string
	mutool   bool // poppler does not draw what is looked at: mutool alone is asked
}

// sound are pages with whatever decides on how a page looks.
func sound() []source {
	paper := func(name string, p specimen.Paper) source { return source{name: name, data: p.Bytes} }
	page := func(name, entries string) source { return paper(name, specimen.Paper{Page: entries}) }
	form := func(dict, data string) string { return specimen.Stream("/Type/XObject/Subtype/Form"+dict, data) }
	stamped := form("/BBox[0 0 50 20]/Matrix[0 1 -1 0 10 10]/Resources<</Font<</F1 5 0 R>>>>", "1 0 0 RG 2 w 1 1 48 18 re S BT /F1 9 Tf 4 6 Td (stamp) Tj ET")
	picture := string(specimen.JPEG(specimen.Image(40, 30)))
	raw := specimen.Image(16, 16).Pix
	var rgb, grey strings.Builder
	for i := 0; i < len(raw); i += 4 {
		rgb.Write(raw[i : i+3])
		grey.WriteByte(raw[i])
	}
	all := []source{
		{name: "leaves", data: func() []byte { return specimen.Leaves(9) }},
		page("crop box", "/MediaBox[-50 -30 250 270]/CropBox[10 20 190 180]"),
		page("box reversed", "/MediaBox[200 240 0 40]"),
		{name: "crop box beyond the media box", data: specimen.Paper{Page: "/MediaBox[0 0 200 200]/CropBox[-100 50 150 900]"}.Bytes, mutool: true},
		{name: "user unit", data: specimen.Paper{Page: "/UserUnit 2"}.Bytes, mutool: true},
		paper("patterns", specimen.Paper{
			Page: "/MediaBox[20 10 220 190]", Contents: "q /Pattern cs /P scn 10 10 100 80 re f Q q .5 0 0 .5 40 40 cm /Pattern cs /P scn 100 100 90 90 re f Q /Pattern cs /S scn 130 20 60 150 re f /Sh sh ",
			Resources: "/Pattern<</P 10 0 R/S<</PatternType 2/Shading 11 0 R/Matrix[1 0 0 1 20 0]>>>>/Shading<</Sh 12 0 R>>",
			More: []string{
				specimen.Stream("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 12/YStep 10/Matrix[1 .2 0 1 3 4]/Resources<<>>", "1 0 0 rg 0 0 5 5 re f 0 0 1 rg 5 5 5 5 re f"),
				"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[120 0 180 100]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 1 1]>>>>",
				"<</ShadingType 3/ColorSpace/DeviceGray/Coords[60 150 0 60 150 30]/Function<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 1 0]/Functions[13 0 R 13 0 R]>>>>",
				"<</FunctionType 2/Domain[0 1]/N 2/C0[0]/C1[1]>>",
			},
		}),
		paper("forms in forms", specimen.Paper{
			Resources: "/XObject<</A 10 0 R>>", Contents: "q .9 .1 -.1 .9 10 10 cm /A Do Q ",
			More: []string{
				form("/BBox[0 0 150 150]/Resources<</XObject<</B 11 0 R>>>>", "0 1 0 rg 10 10 50 50 re f q 2 0 0 2 60 60 cm /B Do Q"),
				form("/BBox[0 0 30 30]/Matrix[1 0 .5 1 0 0]", "0 0 1 rg 0 0 60 60 re f"),
			},
		}),
		paper("contents in parts, never closed", specimen.Paper{
			Page: "/Contents[10 0 R 11 0 R 12 0 R 4 0 R]",
			More: []string{specimen.Stream("", "q q 1 0 0 1 20 20 cm 0 .5 0"), specimen.Stream("", "rg 10 10 30 30 re f"), specimen.Stream("", "Q Q Q q .5 0 0 .5 0 0 cm")},
		}),
		paper("see-through", specimen.Paper{
			Page: "/Group<</S/Transparency/CS/DeviceRGB>>", Resources: "/ExtGState<</H<</ca .4/BM/Multiply>>/M<</SMask<</S/Luminosity/G 10 0 R>>>>>>",
			Contents: "1 0 0 rg 0 0 100 100 re f q /H gs 0 0 1 rg 50 50 100 100 re f Q q /M gs 0 .6 0 rg 100 20 80 80 re f Q ",
			More:     []string{form("/BBox[0 0 200 200]/Group<</S/Transparency/CS/DeviceGray>>", "1 g 110 30 30 60 re f .4 g 150 30 20 60 re f")},
		}),
		paper("annotations", specimen.Paper{
			Catalog: "/AcroForm<</Fields[12 0 R]>>", Page: "/Annots[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]",
			More: []string{
				"<</Subtype/Stamp/F 4/Rect[20 90 70 190]/AP<</N 16 0 R>>>>", "<</Subtype/Stamp/F 2/Rect[20 90 70 190]/AP<</N 17 0 R>>>>",
				"<</Type/Annot/Subtype/Widget/F 4/FT/Btn/T(box)/V/On/AS/On/Rect[120 120 140 140]/AP<</N<</On 17 0 R/Off 16 0 R>>>>>>",
				"<</Subtype/Highlight/F 4/Rect[20 145 90 170]/QuadPoints[20 170 90 170 20 145 90 145]/C[1 1 0]/AP<</N 18 0 R>>>>",
				"<</Subtype/Popup/Rect[0 0 200 200]/Parent 10 0 R>>", "", stamped,
				form("/BBox[0 0 20 20]", "0 .5 1 rg 2 2 16 16 re f"),
				form("/BBox[20 145 90 170]/Resources<</ExtGState<</M<</BM/Multiply>>>>>>", "/M gs 1 1 0 rg 20 145 70 25 re f"),
			},
		}),
		paper("letters that are drawn", specimen.Paper{
			Resources: "/Font<</F1 10 0 R>>", Contents: "BT /F1 20 Tf 20 100 Td (abba) Tj ET ",
			More: []string{
				"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</x 11 0 R/y 12 0 R>>/Encoding<</Differences[97/x/y]>>/FirstChar 97/LastChar 98/Widths[1.1 1.1]/Resources<<>>>>",
				specimen.Stream("", "1.1 0 0 0 1 1 d1 0 0 1 1 re f"), specimen.Stream("", "1.1 0 d0 1 0 0 rg 0 0 m 1 0 l .5 1 l f"),
			},
		}),
		paper("pictures", specimen.Paper{
			Resources: "/XObject<</J 10 0 R/F 11 0 R/I 12 0 R/M 13 0 R/A 14 0 R>>",
			Contents: "q 80 0 0 60 10 130 cm /J Do Q q 60 0 0 60 110 130 cm /F Do Q q 0 50 50 0 10 70 cm /I Do Q 0 .4 0 rg q 40 0 0 40 80 70 cm /M Do Q q 60 10 0 50 130 60 cm /A Do Q " +
				"q 30 0 0 30 5 5 cm BI /W 2 /H 2 /BPC 8 /CS /RGB ID \xff\x00\x00\x00\xff\x00\x00\x00\xff\xff\xff\x00 EI Q ",
			More: []string{
				specimen.Stream("/Subtype/Image/Width 40/Height 30/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", picture),
				specimen.Stream("/Subtype/Image/Width 16/Height 16/ColorSpace/DeviceRGB/BitsPerComponent 8/Decode[1 0 0 1 0 1]", rgb.String()),
				specimen.Stream("/Subtype/Image/Width 16/Height 16/ColorSpace[/Indexed/DeviceRGB 255 15 0 R]/BitsPerComponent 8", grey.String()),
				specimen.Stream("/Subtype/Image/ImageMask true/Width 8/Height 4/BitsPerComponent 1", "\xaa\x55\xf0\x0f"),
				specimen.Stream("/Subtype/Image/Width 16/Height 16/ColorSpace/DeviceRGB/BitsPerComponent 8/SMask 16 0 R", rgb.String()),
				specimen.Stream("", strings.Repeat(rgb.String(), 2)[:768]),
				specimen.Stream("/Subtype/Image/Width 16/Height 16/ColorSpace/DeviceGray/BitsPerComponent 8", grey.String()),
			},
		}),
		paper("layers", specimen.Paper{
			Catalog: "/OCProperties<</OCGs[10 0 R 11 0 R]/D<</OFF[11 0 R]>>>>", Resources: "/Properties<</On 10 0 R/Off 11 0 R>>",
			Contents: "/OC /On BDC 0 1 0 rg 0 0 90 90 re f EMC /OC /Off BDC 1 0 0 rg 100 0 90 90 re f EMC ",
			More:     []string{"<</Type/OCG/Name(on)>>", "<</Type/OCG/Name(off)>>"},
		}),
		paper("inherited", specimen.Paper{
			Objects: map[int]string{
				2: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 160 120]/Rotate 90/Resources<</Font<</F1 5 0 R>>>>>>",
				3: "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
			},
		}),
		{name: "locked", data: func() []byte { return specimen.Locked("secret") }, password: "secret"},
	}
	for _, turn := range []int{90, 180, 270, -90, 450} {
		all = append(all, page(fmt.Sprintf("turned by %d", turn), fmt.Sprintf("/MediaBox[10 20 210 160]/Rotate %d", turn)))
	}
	return all
}

// variants are a rich file as qpdf writes it in other ways.
func variants(t *testing.T) (all []source) {
	t.Helper()
	dir := t.TempDir()
	plain := put(t, dir, "plain.pdf", sound()[0].data(), 0)
	rich := filepath.Join(dir, "rich.pdf")
	args := []string{"--empty", "--pages", plain}
	for i, s := range sound() {
		if s.password == "" && !s.mutool && s.name != "layers" {
			args = append(args, put(t, dir, fmt.Sprintf("%d.pdf", i), s.data(), 0))
		}
	}
	if _, err := tool("qpdf", append(args, "--", rich)...); err != nil {
		t.Fatal(err)
	}
	for name, how := range map[string][]string{
		"object streams":         {"--object-streams=generate"},
		"linearised":             {"--linearize"},
		"linearised and packed":  {"--linearize", "--object-streams=generate"},
		"uncompressed":           {"--stream-data=uncompress"},
		"qdf":                    {"--qdf"},
		"compressed again":       {"--recompress-flate", "--compression-level=9"},
		"RC4, 40 bits":           {"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"},
		"RC4, 128 bits":          {"--allow-weak-crypto", "--encrypt", "reader", "owner", "128", "--"},
		"AES, 128 bits":          {"--encrypt", "reader", "owner", "128", "--use-aes=y", "--"},
		"AES, 256 bits":          {"--encrypt", "reader", "owner", "256", "--"},
		"AES, 256 bits, streams": {"--object-streams=generate", "--encrypt", "", "owner", "256", "--"},
		"AES, 256 bits, old":     {"--allow-weak-crypto", "--encrypt", "reader", "owner", "256", "--force-R5", "--"},
	} {
		out := filepath.Join(dir, "variant.pdf")
		if _, err := tool("qpdf", append(how, rich, out)...); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		v := source{name: "variant, " + name, data: func() []byte { return data }}
		if strings.Contains(strings.Join(how, " "), "reader") {
			v.password = "reader"
		}
		all = append(all, v)
	}
	return all
}
