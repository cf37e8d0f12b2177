package specimen

import (
	"fmt"
	"strings"
)

const far = 100_000 // levels that no honest file has

// deep are files nested further than a stack is deep.
func deep() []File {
	var files []File
	add := func(name string, p Paper) {
		// What isn't drawn may be as deep as it likes; the page is there.
		files = append(files, File{Name: "deep/" + name, Pages: 1, Data: p.Bytes})
	}
	either := func(name string, p Paper) {
		files = append(files, File{Name: "deep/" + name, Pages: Either, Data: p.Bytes})
	}
	arrays, dicts, open := nested(far, "[", "", "]"), nested(far, "<</A", "1", ">>"), strings.Repeat("[", far)
	add("arrays in an unused key of the catalog", Paper{Catalog: "/Unused" + arrays})
	add("arrays in an unused key of the page", Paper{Page: "/Unused" + arrays})
	add("dictionaries in an unused key of the page", Paper{Page: "/Unused" + dicts})
	add("both in an object of their own", Paper{More: []string{nested(far/2, "<</A[", "1", "]>>")}})
	add("arrays in the trailer", Paper{Trailer: "/Unused" + arrays})
	add("strings", Paper{Catalog: "/Lang" + nested(far, "(", "", ")")})
	add("arrays in an outline", Paper{Catalog: "/Outlines " + arrays})
	either("arrays that stay open, in the catalog", Paper{Catalog: "/Unused" + open})
	either("arrays that stay open, in the page", Paper{Page: "/Unused" + open})
	either("dictionaries that stay open, in the trailer", Paper{Trailer: "/Unused" + strings.Repeat("<</A", far)})
	either("arrays in the box", Paper{Page: "/MediaBox" + arrays})
	either("arrays in the contents' reference", Paper{Page: "/Contents" + nested(far, "[", "4 0 R", "]")})
	either("arrays in the resources", Paper{Resources: "/XObject<</A" + arrays + ">>/Pattern" + dicts})
	either("arrays as a colour space", Paper{Resources: "/ColorSpace<</A" + nested(far, "[/Indexed ", "", "]") + ">>"})
	either("kids", Paper{Objects: map[int]string{2: "<</Type/Pages/Kids" + nested(far, "[", "3 0 R", "]") + ">>"}})
	either("inline pages", Paper{Objects: map[int]string{2: nested(far, "<</Type/Pages/Kids[", "3 0 R", "]>>")}})
	either("arrays in the filter", Paper{Page: "/Contents[4 0 R 10 0 R]", More: []string{Stream("/Filter"+arrays+"/DecodeParms"+dicts, "x")}})
	add("arrays in the contents", Paper{Contents: open + " "})
	add("saved states in the contents", Paper{Contents: strings.Repeat("q ", far)})

	chain := make([]string, far)
	for i := range chain {
		chain[i] = fmt.Sprintf("%d 0 R", 11+i)
	}
	either("chain of references to the contents", Paper{Page: "/Contents 10 0 R", More: append(chain[:far-1:far-1], Stream("", marks))})
	either("chain of references without end", Paper{Resources: "/XObject 10 0 R", More: chain})
	forms := make([]string, far)
	for i := range forms {
		forms[i] = Stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>", 11+i), "/F Do")
	}
	either("forms in forms", Paper{Resources: "/XObject<</F 10 0 R>>", Contents: "/F Do ", More: forms})
	return files
}

// outlines are bookmarks and names that do not end.
func outlines() []File {
	outline := func(name string, more ...string) File {
		return File{Name: "outline/" + name, Pages: 1, Data: Paper{Catalog: "/Outlines 10 0 R", More: more}.Bytes}
	}
	tall, wide := []string{"<</First 11 0 R>>"}, []string{"<</First 11 0 R>>"}
	for i := range far {
		tall = append(tall, fmt.Sprintf("<</Title(x)/Dest[3 0 R/Fit]/First %d 0 R>>", 12+i))
		wide = append(wide, fmt.Sprintf("<</Title(x)/Dest[3 0 R/Fit]/Next %d 0 R>>", 12+i))
	}
	twice := []string{"<</First 11 0 R>>"} // each is under the one before and beside it
	for n := 11; n < 60; n++ {
		twice = append(twice, fmt.Sprintf("<</Title(x)/First %d 0 R/Next %[1]d 0 R>>", n+1))
	}
	names := func(name string, more ...string) File {
		return File{Name: "names/" + name, Pages: 1, Data: Paper{
			Catalog: "/Names<</Dests 10 0 R>>/Outlines<</First 40 0 R>>", More: more,
			Page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest(somewhere)>>]",
		}.Bytes}
	}
	var doubled []string
	for n := 10; n < 40; n++ {
		doubled = append(doubled, fmt.Sprintf("<</Limits[(a)(z)]/Kids[%d 0 R %[1]d 0 R]>>", n+1))
	}
	return []File{
		outline("100,000 levels", tall...),
		outline("100,000 in a row", wide...),
		outline("2^49 ways", twice...),
		outline("next is itself", "<</First 11 0 R>>", "<</Title(x)/Next 11 0 R>>"),
		outline("first is its parent", "<</First 11 0 R>>", "<</Title(x)/First 11 0 R>>"),
		outline("first is the root", "<</First 10 0 R/Title(x)/Next 10 0 R>>"),
		outline("a ring of two", "<</First 11 0 R>>", "<</Title(x)/Next 12 0 R>>", "<</Title(y)/Next 11 0 R/First 11 0 R>>"),
		outline("not a dictionary", "(outline)"),
		outline("items of no kind", "<</First 11 0 R/Count 1e9>>", "[/Title/Next]"),
		outline("titles of no kind", "<</First 11 0 R>>", "<</Title 7/Next 12 0 R>>", "<</Title<feff d800 d800 0000 dc00>/Dest 13 0 R>>", "13 0 R"),
		outline("title of a megabyte", "<</First 11 0 R>>", "<</Title("+strings.Repeat("long ", 200_000)+")/Dest[3 0 R/Fit]>>"),
		outline("open script", "<</First 11 0 R>>", "<</Title(x)/A<</S/JavaScript/JS("+Canary+")>>/Next 12 0 R>>", "<</Title(y)/A<</S/Launch/F("+Canary+")>>/SE 12 0 R>>"),
		outline("goes elsewhere", "<</First 11 0 R>>", "<</Title(x)/A<</S/GoToR/F("+Canary+")/D[0/Fit]>>/Next 12 0 R>>",
			"<</Title(y)/A<</S/GoTo/D[3 0 R/Fit]/Next<</S/URI/URI("+Canary+")>>>>/C[1 0 0]>>"),
		names("kid is the tree", "<</Kids[10 0 R]/Limits[(a)(z)]>>"),
		names("kids in a ring", "<</Kids[11 0 R]>>", "<</Kids[10 0 R 11 0 R]>>"),
		names("2^30 ways", doubled...),
		names("name leads to itself", "<</Names[(somewhere)11 0 R]>>", "<</D 11 0 R>>"),
		names("name of another name", "<</Names[(somewhere)(elsewhere)(elsewhere)(somewhere)]>>"),
		names("odd", "<</Names[(somewhere)]>>"),
		names("100,000 names out of order", "<</Limits[(z)(a)]/Names["+strings.Repeat("(x)[3 0 R/Fit]", far)+"]>>"),
		names("100,000 kids", "<</Kids["+strings.Repeat("11 0 R ", far)+"]>>", "<</Names[(a)[3 0 R/Fit]]>>"),
	}
}
