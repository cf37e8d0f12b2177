package specimen

import (
	"cmp"
	"fmt"
	"strings"
)

// Field is a field of a Form, with one widget on a page.
type Field struct {
	Name  string // "Part1.Surname": a field for each name, with those below it as its kids
	Page  int    // from 1
	Rect  [4]int // of its widget
	Dict  string // its entries: "/FT/Tx"
	Marks string // more entries of /MK
	Look  bool   // it has an empty appearance
	Boxes []Box  // of check boxes and radio buttons: a widget each, instead of Rect
	Label string // printed left of it
}

// Box is a widget of a check box or radio button.
type Box struct {
	State string // when it is on, "" for a box without appearances
	Rect  [4]int
	Label string
	Says  string // printed in it when it is on, "" for a cross
}

// Form is a PDF with an interactive form.
type Form struct {
	Pages   int
	Heads   []string // printed on the pages, one each
	Paper   string   // boxes and turn of the pages, "" for A4
	Fields  []Field
	Acro    string // more entries of the form
	Catalog string // more entries of the catalog
	Streams bool   // tables and objects in streams, as of PDF 1.5
}

// Bytes is the file: object 1 is the catalog, 2 the pages, 3 the form, 4 and 5
// two fonts.
func (f Form) Bytes() []byte {
	b := &formBuilder{objects: make([]string, 6), annots: make([][]string, f.Pages+1), labels: make([]string, f.Pages+1), names: map[string]int{}}
	var tops []string
	for _, x := range f.Fields {
		if top := b.field(x); top != "" {
			tops = append(tops, top)
		}
	}
	for n, kids := range b.kids {
		b.objects[n] = strings.Replace(b.objects[n], "KIDS", strings.Join(kids, " "), 1)
	}
	var pages []string
	paper := cmp.Or(f.Paper, "/MediaBox[0 0 595 842]")
	for i := 1; i <= f.Pages; i++ {
		head := "A form that nobody has published"
		if i <= len(f.Heads) {
			head = f.Heads[i-1]
		}
		contents := b.add(Stream("", "BT /He 14 Tf 50 800 Td ("+head+") Tj ET\n"+b.labels[i]))
		pages = append(pages, b.add(fmt.Sprintf(
			"<</Type/Page/Parent 2 0 R%s/Contents %s/Resources<</Font<</He 4 0 R>>>>/Annots[%s]>>", paper, contents, strings.Join(b.annots[i], " "))))
	}
	b.objects[1] = "<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R" + f.Catalog + ">>"
	b.objects[2] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(pages, " "), f.Pages)
	b.objects[3] = "<</Fields[" + strings.Join(tops, " ") + "]/DA(/He 0 Tf 0 0 0.6 rg)/DR<</Font<</He 4 0 R/ZaDb 5 0 R>>>>" + f.Acro + ">>"
	b.objects[4] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	b.objects[5] = "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"
	if f.Streams {
		return packedObjects(b.objects)
	}
	return Table(b.objects, "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]")
}

type formBuilder struct {
	objects []string
	annots  [][]string
	labels  []string
	names   map[string]int
	kids    map[int][]string
}

func (b *formBuilder) add(o string) string {
	b.objects = append(b.objects, o)
	return fmt.Sprintf("%d 0 R", len(b.objects)-1)
}

// field adds a field below those that its name names; the answer is the one
// above all, where that is new.
func (b *formBuilder) field(x Field) (top string) {
	parts := strings.Split(x.Name, ".")
	parent := 0
	for i := range parts[:len(parts)-1] {
		name := strings.Join(parts[:i+1], ".")
		if b.names[name] == 0 {
			up := ""
			if parent > 0 {
				up = fmt.Sprintf("/Parent %d 0 R", parent)
			}
			ref := b.add("<</T(" + parts[i] + ")" + up + "/Kids[KIDS]>>")
			b.names[name] = len(b.objects) - 1
			if parent > 0 {
				b.kid(parent, ref)
			} else {
				top = ref
			}
		}
		parent = b.names[name]
	}
	ref := b.leaf(x, "/T("+parts[len(parts)-1]+")", parent)
	if parent == 0 {
		return ref
	}
	b.kid(parent, ref)
	return top
}

func (b *formBuilder) kid(parent int, ref string) {
	if b.kids == nil {
		b.kids = map[int][]string{}
	}
	b.kids[parent] = append(b.kids[parent], ref)
}

// leaf is the field itself.
func (b *formBuilder) leaf(x Field, name string, parent int) string {
	if parent > 0 {
		name += fmt.Sprintf("/Parent %d 0 R", parent)
	}
	if x.Label != "" {
		at := x.Rect
		if len(x.Boxes) > 0 {
			at = x.Boxes[0].Rect
		}
		b.label(x.Page, x.Label, 50, at[1]+5)
	}
	if len(x.Boxes) == 0 {
		look := ""
		if x.Look {
			look = "/AP<</N " + b.add(Stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %d %d]", x.Rect[2]-x.Rect[0], x.Rect[3]-x.Rect[1]), "/Tx BMC EMC")) + ">>"
		}
		ref := b.add(fmt.Sprintf("<</Type/Annot/Subtype/Widget/F 4/Rect[%d %d %d %d]/MK<</BC[0.4]%s>>/BS<</W 1/S/S>>%s%s%s>>", x.Rect[0], x.Rect[1], x.Rect[2], x.Rect[3], x.Marks, name, x.Dict, look))
		b.annots[x.Page] = append(b.annots[x.Page], ref)
		return ref
	}
	ref := b.add("")
	number := len(b.objects) - 1
	var kids []string
	for _, box := range x.Boxes {
		w, h := box.Rect[2]-box.Rect[0], box.Rect[3]-box.Rect[1]
		look := ""
		if box.State != "" {
			form := fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %d %d]", w, h)
			mark := fmt.Sprintf("3 3 m %d %d l 3 %d m %d 3 l S", w-3, h-3, h-3, w-3)
			if box.Says != "" {
				mark = "BT /He 9 Tf 2 4 Td (" + box.Says + ") Tj ET"
			}
			on := b.add(Stream(form+"/Resources<</Font<</He 4 0 R>>>>", fmt.Sprintf("1 w 0.5 0.5 %d %d re S %s", w-1, h-1, mark)))
			off := b.add(Stream(form, fmt.Sprintf("1 w 0.5 0.5 %d %d re S", w-1, h-1)))
			look = "/AP<</N<</" + box.State + " " + on + "/Off " + off + ">>>>/AS/Off"
		}
		if box.Label != "" {
			b.label(x.Page, box.Label, box.Rect[2]+6, box.Rect[1]+4)
		}
		kid := b.add(fmt.Sprintf("<</Type/Annot/Subtype/Widget/F 4/Rect[%d %d %d %d]/MK<</BC[0]/CA(4)>>/Parent %d 0 R%s>>", box.Rect[0], box.Rect[1], box.Rect[2], box.Rect[3], number, look))
		kids = append(kids, kid)
		b.annots[x.Page] = append(b.annots[x.Page], kid)
	}
	b.objects[number] = "<<" + name + x.Dict + "/Kids[" + strings.Join(kids, " ") + "]>>"
	return ref
}

func (b *formBuilder) label(page int, words string, x, y int) {
	b.labels[page] += fmt.Sprintf("BT /He 9 Tf %d %d Td (%s) Tj ET\n", x, y, words)
}

// packedObjects is a file of the objects in an object stream, but for streams.
func packedObjects(objects []string) []byte {
	var inside []string
	var head, text strings.Builder
	loose := make([]string, len(objects))
	places := map[int]int{}
	for n, o := range objects {
		switch {
		case o == "":
		case strings.Contains(o, "stream\n"):
			loose[n] = o
		default:
			places[n] = len(inside)
			fmt.Fprintf(&head, "%d %d ", n, text.Len())
			text.WriteString(o + "\n")
			inside = append(inside, o)
		}
	}
	container := len(objects)
	loose = append(loose, Stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(inside), head.Len()), head.String()+text.String()))
	b, offsets := body(loose)
	self, at := len(loose), len(b)
	var data []byte
	for n := range self {
		switch i, ok := places[n]; {
		case ok:
			data = append(data, 2, 0, byte(container>>8), byte(container), byte(i>>8), byte(i))
		case offsets[n] > 0:
			data = append(data, 1, byte(offsets[n]>>16), byte(offsets[n]>>8), byte(offsets[n]), 0, 0)
		default:
			data = append(data, 0, 0, 0, 0, 0, 0)
		}
	}
	data = append(data, 1, byte(at>>16), byte(at>>8), byte(at), 0, 0)
	b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", self, Stream(fmt.Sprintf("/Type/XRef/Size %d/W[1 3 2]/Root 1 0 R", self+1), string(data)))
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", at)
}
