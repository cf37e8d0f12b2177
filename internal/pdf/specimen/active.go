package specimen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// acts is every action that a viewer knows, each with the canary in it.
var acts = []struct{ name, dict string }{
	{"JavaScript", "<</S/JavaScript/JS(" + Canary + ")>>"},
	{"JavaScript in a stream", "<</S/JavaScript/JS 20 0 R>>"},
	{"Launch", "<</S/Launch/F(" + Canary + ")/Win<</F(" + Canary + ")/P(" + Canary + ")>>>>"},
	{"SubmitForm", "<</S/SubmitForm/F<</FS/URL/F(" + Canary + ")>>/Flags 4>>"},
	{"ResetForm", "<</S/ResetForm/Fields[(" + Canary + ")]>>"},
	{"ImportData", "<</S/ImportData/F(" + Canary + ")>>"},
	{"GoToR", "<</S/GoToR/F(" + Canary + ")/D[0/Fit]>>"},
	{"GoToE", "<</S/GoToE/F(" + Canary + ")/T<</R/C/N(" + Canary + ")>>>>"},
	{"GoTo3DView", "<</S/GoTo3DView/TA 3 0 R/V(" + Canary + ")>>"},
	{"GoToDp", "<</S/GoToDp/Dp(" + Canary + ")>>"},
	{"URI", "<</S/URI/URI(http://example.org/" + Canary + ")/IsMap true>>"},
	{"Named", "<</S/Named/N/" + Canary + ">>"},
	{"Hide", "<</S/Hide/T(" + Canary + ")/H false>>"},
	{"Sound", "<</S/Sound/Sound 20 0 R/Volume 1>>"},
	{"Movie", "<</S/Movie/T(" + Canary + ")>>"},
	{"Rendition", "<</S/Rendition/OP 0/R<</S/MR/N(" + Canary + ")/C<</S/MCD/D 20 0 R>>>>/JS(" + Canary + ")>>"},
	{"RichMediaExecute", "<</S/RichMediaExecute/CMD<</C(" + Canary + ")>>>>"},
	{"Thread", "<</S/Thread/F(" + Canary + ")/D 0>>"},
	{"SetOCGState", "<</S/SetOCGState/State[/OFF 20 0 R/" + Canary + "]>>"},
	{"Trans", "<</S/Trans/Trans<</S/Dissolve/" + Canary + " 1>>>>"},
	{"one nobody knows", "<</S/" + Canary + "/JS(" + Canary + ")>>"},
}

// payload is object 20 of every active file.
var payload = Stream("/Type/EmbeddedFile/Params<</CheckSum("+Canary+")>>", "app.alert('"+Canary+"')")

// active is a paper with the payload as object 20 and More before it.
func active(p Paper) func() []byte {
	for len(p.More) <= 20-10 {
		p.More = append(p.More, "")
	}
	p.More[20-10] = payload
	return p.Bytes
}

// actions are files with each action at each place that can hold one.
func actions() []File {
	places := []struct {
		name  string
		paper func(act string) Paper
	}{
		{"when opened", func(a string) Paper { return Paper{Catalog: "/OpenAction" + a} }},
		{"of the catalog", func(a string) Paper {
			return Paper{Catalog: "/AA<</WC" + a + "/WS" + a + "/DS" + a + "/WP" + a + "/DP" + a + ">>"}
		}},
		{"of the page", func(a string) Paper { return Paper{Page: "/AA<</O" + a + "/C" + a + ">>"} }},
		{"of a link", func(a string) Paper {
			return Paper{Page: "/Annots[<</Subtype/Link/Rect[0 0 99 99]/A" + a + "/PA" + a + ">>]"}
		}},
		{"of a button", func(a string) Paper {
			return Paper{
				Catalog: "/AcroForm<</Fields[10 0 R]/CO[10 0 R]>>", Page: "/Annots[10 0 R]",
				More: []string{"<</Subtype/Widget/FT/Btn/Ff 65536/T(b)/Rect[0 0 99 99]/A" + a + "/AA<</E" + a + "/X" + a + "/D" + a + "/U" + a + "/Fo" + a +
					"/Bl" + a + "/PO" + a + "/PC" + a + "/PV" + a + "/PI" + a + "/K" + a + "/F" + a + "/V" + a + "/C" + a + ">>/AP<</N 11 0 R>>>>",
					Stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]/A"+a+"/AA<</O"+a+">>", marks)},
			}
		}},
		{"after another", func(a string) Paper {
			return Paper{
				Catalog: "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[" + a + a + "]>>/Outlines<</First 10 0 R>>",
				More:    []string{"<</Title(x)/A<</S/GoTo/D[3 0 R/Fit]/Next" + a + ">>/SE" + a + "/AA<</O" + a + ">>>>"},
			}
		}},
		{"in what is drawn", func(a string) Paper {
			all := "/A" + a + "/AA<</O" + a + ">>/OpenAction" + a
			return Paper{
				Resources: "/ExtGState<</G<</ca .5" + all + ">>>>/Pattern<</P<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function<</FunctionType 2/N 1" +
					all + ">>" + all + ">>" + all + ">>>>/Properties<</O<</Type/OCG/Name(x)" + all + "/Usage<</" + Canary + a + ">>>>/M<</MCID 0" + all + ">>>>/XObject<</X 10 0 R>>" + all,
				Contents: "/X Do /OC /O BDC EMC ",
				Objects:  map[int]string{5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica" + all + "/FontDescriptor<</Type/FontDescriptor/FontName/A" + all + ">>/Encoding<</Differences[65/A]" + all + ">>>>"},
				More:     []string{Stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency"+all+">>"+all, "")},
			}
		}},
	}
	var files []File
	for _, act := range acts {
		for _, at := range places {
			files = append(files, File{Name: "action/" + act.name + " " + at.name, Pages: 1, Data: active(at.paper(act.dict))})
		}
	}
	return files
}

// annotations carry something to play, to open or to run.
var annotations = []struct{ name, dict string }{
	{"file", "/Subtype/FileAttachment/FS<</Type/Filespec/F(" + Canary + ")/UF(" + Canary + ")/EF<</F 20 0 R/UF 20 0 R>>>>/Contents(" + Canary + ")"},
	{"sound", "/Subtype/Sound/Sound 20 0 R"},
	{"movie", "/Subtype/Movie/Movie<</F(" + Canary + ")/Poster 20 0 R>>/A<</" + Canary + " 1>>"},
	{"screen", "/Subtype/Screen/MK<</CA(" + Canary + ")>>/A<</S/Rendition/R<</C<</D 20 0 R>>>>>>"},
	{"rich media", "/Subtype/RichMedia/RichMediaContent<</Assets<</Names[(" + Canary + ")20 0 R]>>>>/RichMediaSettings<</Activation<</Condition/PO>>>>"},
	{"3D", "/Subtype/3D/3DD 20 0 R/3DV/Default/3DA<</A/PO>>"},
	{"projection", "/Subtype/Projection/ExData<</Subtype/Markup3D/" + Canary + " 20 0 R>>"},
	{"trap net", "/Subtype/TrapNet/Version[20 0 R]/FontFauxing[20 0 R]"},
	{"watermark", "/Subtype/Watermark/FixedPrint<</" + Canary + " 1>>"},
	{"popup", "/Subtype/Popup/Open true/Parent<</Contents(" + Canary + ")>>/Contents(" + Canary + ")"},
	{"note", "/Subtype/Text/Contents(" + Canary + ")/RC(" + Canary + ")/T(" + Canary + ")/AF[20 0 R]/ExData 20 0 R"},
}

// carriers hold files, scripts, signatures and what else goes with a document
// or an object but is not drawn.
func carriers() []File {
	var files []File
	add := func(name string, p Paper) {
		files = append(files, File{Name: "carries/" + name, Pages: 1, Data: active(p)})
	}
	for _, a := range annotations {
		look := []string{Stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]", marks)}
		add("annotation: "+a.name, Paper{Page: "/Annots[<</Rect[0 0 99 99]" + a.dict + ">>]"})
		add("annotation that is seen: "+a.name, Paper{
			Page: "/Annots[<</Rect[0 0 99 99]" + a.dict + "/AP<</N 10 0 R/R 20 0 R/D<</" + Canary + " 20 0 R>>>>>>]", More: look,
		})
	}
	spec := "<</Type/Filespec/F(" + Canary + ")/EF<</F 20 0 R>>/RF<</F[(x)20 0 R]>>/AFRelationship/Data>>"
	catalogs := map[string]string{
		"scripts": "/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(" + Canary + ")>>]>>>>",
		"files":   "/Names<</EmbeddedFiles<</Names[(x)" + spec + "]>>>>/PageMode/UseAttachments",
		"names":   "/Names<</URLS 20 0 R/IDS 20 0 R/Templates 20 0 R/Renditions 20 0 R/AlternatePresentations 20 0 R/Pages 20 0 R/AP 20 0 R>>",
		"form":    "/AcroForm<</XFA[(preamble)20 0 R(" + Canary + ")20 0 R]/Fields[]/SigFlags 3/NeedAppearances true>>/NeedsRendering true",
		"rights":  "/Perms<</DocMDP 20 0 R/UR3<</Type/Sig/Contents(" + Canary + ")>>>>/Legal<</JavaScriptActions 9/Attestation(" + Canary + ")>>/DSS<</Certs[20 0 R]>>",
		"other": "/Metadata 20 0 R/PieceInfo<</" + Canary + "<</Private 20 0 R>>>>/SpiderInfo<</V 1/C[20 0 R]>>/Collection<</View/D/D(" + Canary + ")>>" +
			"/Requirements[<</S/EnableJavaScripts/RH<</S/JS/Script(" + Canary + ")>>>>]/Extensions<</" + Canary + "<</BaseVersion/1.7>>>>/URI<</Base(" + Canary + ")>>" +
			"/Threads[20 0 R]/OutputIntents[<</DestOutputProfile 20 0 R/Info(" + Canary + ")>>]/AF[" + spec + "]/DPartRoot 20 0 R/Dests 20 0 R/ViewerPreferences<</" + Canary + " 1>>",
		"layers": "/OCProperties<</OCGs[10 0 R]/D<</AS[<</Event/View/" + Canary + " 1>>]/Creator(" + Canary + ")/A<</S/JavaScript/JS 20 0 R>>>>>>",
		"tags":   "/MarkInfo<</Marked true>>/StructTreeRoot<</K<</S/P/Alt(" + Canary + ")/AF 20 0 R/A<</O/" + Canary + ">>/Pg 3 0 R>>/ClassMap<</" + Canary + " 20 0 R>>>>",
	}
	for _, name := range slices.Sorted(maps.Keys(catalogs)) {
		add("catalog: "+name, Paper{Catalog: catalogs[name], More: []string{"<</Type/OCG/Name(x)/Usage<</CreatorInfo<</Creator(" + Canary + ")>>>>>>"}})
	}
	pages := map[string]string{
		"file": "/AF[" + spec + "]", "data": "/PieceInfo<</" + Canary + "<</Private 20 0 R>>>>/Metadata 20 0 R/LastModified(" + Canary + ")",
		"beads": "/B[20 0 R]/Thumb 20 0 R/SeparationInfo<</DeviceColorant/" + Canary + ">>/VP[<</Measure<</R(" + Canary + ")>>>>]",
		"views": "/PresSteps<</NA<</S/JavaScript/JS(" + Canary + ")>>>>/Trans<</S/" + Canary + ">>/Dur 1/TemplateInstantiated/" + Canary + "/ID(" + Canary + ")/Tabs/" + Canary,
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		add("page: "+name, Paper{Page: pages[name]})
	}
	objects := map[string]string{
		"reference to a file": Stream("/Subtype/Form/BBox[0 0 9 9]/Ref<</F("+Canary+")/Page 0/ID[(x)(y)]>>", marks),
		"PostScript":          Stream("/Subtype/PS/Level1 20 0 R", Canary+" deletefile"),
		"PostScript in form":  Stream("/Subtype/Form/Subtype2/PS/PS 20 0 R/BBox[0 0 9 9]", marks),
		"print server":        Stream("/Subtype/Form/BBox[0 0 9 9]/OPI<</2.0<</F("+Canary+")>>>>/PieceInfo<</"+Canary+" 1>>/LastModified("+Canary+")", marks),
		"alternates":          Stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Alternates[<</Image 20 0 R>>]/OPI<</1.3<</F("+Canary+")>>>>/ID("+Canary+")/Metadata 20 0 R", "x"),
		"data elsewhere":      Stream("/Subtype/Form/BBox[0 0 9 9]/F("+Canary+")/FFilter/FlateDecode/FDecodeParms<<>>", ""),
		"data at an address":  Stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/F<</FS/URL/F("+Canary+")>>", ""),
		"measures":            Stream("/Subtype/Form/BBox[0 0 9 9]/Measure<</R("+Canary+")>>/PtData 20 0 R/AF 20 0 R/StructParents 0/Name/"+Canary, marks),
	}
	for _, name := range slices.Sorted(maps.Keys(objects)) {
		add("object: "+name, Paper{Resources: "/XObject<</X 10 0 R>>", Contents: "q /X Do Q ", More: []string{objects[name]}})
	}
	add("contents elsewhere", Paper{Objects: map[int]string{4: Stream("/F<</F("+Canary+")/EF<</F 20 0 R>>>>/FFilter/FlateDecode", marks)}})
	return files
}

// hiding are scripts under other spellings and in other places.
func hiding() []File {
	js := "/#53/J#61vaScript/#4A#53(" + Canary + ")"
	var escaped strings.Builder
	for _, c := range "OpenAction" {
		fmt.Fprintf(&escaped, "#%02x", c)
	}
	hide := func(name string, p Paper) File { return File{Name: "hides/" + name, Pages: 1, Data: active(p)} }
	return []File{
		hide("escaped names", Paper{Catalog: "/" + escaped.String() + "<<" + js + ">>/A#41<</W#43<<" + js + ">>>>", Page: "/#41#41<</#4f<<" + js + ">>>>"}),
		hide("the second of two keys", Paper{Page: "/Annots[]/Annots[<</Subtype/Link/Subtype/Widget/Rect[0 0 9 9]/A<</S/GoTo/S/JavaScript/JS(x)/JS(" + Canary + ")>>>>]/Annots[]"}),
		hide("the first of two keys", Paper{Catalog: "/OpenAction<</S/JavaScript/JS(" + Canary + ")>>/OpenAction[3 0 R/Fit]", Resources: "/XObject<</X 20 0 R>>/XObject<<>>"}),
		hide("a type that is another's", Paper{Resources: "/Font<</F1 20 0 R/F2<</Type/Action/S/JavaScript/JS(" + Canary + ")>>>>/XObject<</X<</S/JavaScript/JS 20 0 R>>>>/ColorSpace<</C<</S/Launch/F(" + Canary + ")>>>>"}),
		hide("arrays where names belong", Paper{Resources: "/ExtGState<</G<</BM[<</S/JavaScript/JS(" + Canary + ")>>/Normal]/Font[20 0 R 9]/D[<</JS(" + Canary + ")>>0]/LW<</JS(" + Canary + ")>>/SMask<</S/" + Canary + "/JS(" + Canary + ")>>>>>>"}),
		hide("in a colour space", Paper{Resources: "/ColorSpace<</C[/Separation/A/DeviceGray<</FunctionType 2/N 1/JS(" + Canary + ")>>]/D[/DeviceN[/A]/DeviceGray<</FunctionType 2/N 1>><</JS(" + Canary + ")/Process 20 0 R>>]/S<</JS(" + Canary + ")>>>>"}),
		hide("under an old generation", Paper{Catalog: "/OpenAction 20 7 R/AA 20 65535 R"}),
		hide("in an older version", Paper{Objects: map[int]string{9: "endobj 3 0 obj<</Type/Page/AA<</O<</S/JavaScript/JS(" + Canary + ")>>>>>>"}}),
		hide("in the trailer", Paper{Trailer: "/OpenAction<</S/JavaScript/JS(" + Canary + ")>>/Info<</Title(" + Canary + ")/JS(" + Canary + ")>>"}),
		hide("in a parent's attributes", Paper{Tree: "/AA<</O<</S/JavaScript/JS(" + Canary + ")>>>>/Annots[<</Subtype/Link/A<</S/URI/URI(" + Canary + ")>>>>]/Resources<</JS(" + Canary + ")>>"}),
	}
}
