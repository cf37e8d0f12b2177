package ua

import (
	"fmt"
	"strings"

	"mappe/internal/pdf"
)

// Operators of PDF 1.7, by what they do.
var (
	painting = words("S s f F f* B B* b b* sh Do BI Tj TJ ' \"")
	others   = words(`q Q cm w J j M d ri i gs m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* d0 d1
		CS cs SC SCN sc scn G g RG rg K k MP DP BMC BDC EMC BX EX`)
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

const (
	maxForms = 12 // inside each other
	maxSaved = 28 // states, of PDF/A
)

// open is marked content that has begun.
type open struct {
	tag      pdf.Name
	dict     pdf.Dict
	artifact bool
	mark     *mark
	running  bool // it is a pagination artifact
}

// interpreter runs one content stream.
type interpreter struct {
	d         *document
	p         *page
	resources pdf.Dict
	place     string
	depth     int
	stack     []open
	outer     int // of the stack, not this stream's
	pen       pen
	saved     []pen
}

// run runs a content stream, with the marked content that it stands in.
func (d *document) run(p *page, data []byte, resources pdf.Dict, place string, stack []open, depth int) {
	x := &interpreter{d: d, p: p, resources: resources, place: place, depth: depth, stack: stack, outer: len(stack), pen: newPen()}
	s := scanner{b: data}
	for {
		op, operands, ok := s.next()
		if !ok {
			if len(operands) > 0 {
				d.complain("operators", place, "ends with operands")
			}
			break
		}
		x.operator(op, operands)
	}
	if len(x.stack) != x.outer {
		d.complain("marks-close", place, "%d marked contents do not end", len(x.stack)-x.outer)
	}
	if len(x.saved) > 0 {
		d.complain("operators", place, "%d states are not restored", len(x.saved))
	}
}

func (x *interpreter) operator(op string, operands []pdf.Object) {
	if !painting[op] && !others[op] {
		x.d.complain("operators", x.place, "%q is none", op)
	}
	if painting[op] {
		x.paints(op)
	}
	switch op {
	case "q":
		if x.saved = append(x.saved, x.pen); len(x.saved) > maxSaved {
			x.d.complain("limits", x.place, "%d states are saved at a time", len(x.saved))
		}
	case "Q":
		if n := len(x.saved); n > 0 {
			x.pen, x.saved = x.saved[n-1], x.saved[:n-1]
		} else {
			x.d.complain("operators", x.place, "a state is restored that was not saved")
		}
	case "BMC", "BDC":
		x.begin(operands)
	case "EMC":
		if len(x.stack) > x.outer {
			x.stack = x.stack[:len(x.stack)-1]
		} else {
			x.d.complain("marks-close", x.place, "marked content ends that has not begun")
		}
	case "Do":
		x.do(operands)
	case "gs":
		x.d.checkState(x.d.f.Dict(x.resource("ExtGState", operands)), x.place)
	case "ri":
		x.d.checkRendering(name(operands, 0), x.place)
	case "cs", "CS":
		x.space(name(operands, 0), operands)
	case "k", "K":
		x.d.checkSpace(pdf.Name("DeviceCMYK"), x.place, 0)
	case "rg", "RG":
		x.d.checkSpace(pdf.Name("DeviceRGB"), x.place, 0)
	case "g", "G":
		x.d.checkSpace(pdf.Name("DeviceGray"), x.place, 0)
	case "sh":
		x.d.checkSpace(x.d.f.Dict(x.resource("Shading", operands)).Get("ColorSpace"), x.place, 0)
	default:
		x.write(op, operands)
	}
}

func (x *interpreter) space(n pdf.Name, operands []pdf.Object) {
	switch n {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK":
		x.d.checkSpace(n, x.place, 0)
	case "Pattern":
	default:
		x.d.checkSpace(x.resource("ColorSpace", operands), x.place, 0)
	}
}

func name(operands []pdf.Object, i int) pdf.Name {
	if i < len(operands) {
		n, _ := operands[i].(pdf.Name)
		return n
	}
	return ""
}

// resource is what the first operand names.
func (x *interpreter) resource(kind pdf.Name, operands []pdf.Object) pdf.Object {
	o := x.d.f.Dict(x.resources.Get(kind)).Get(name(operands, 0))
	if o == nil {
		x.d.complain("resources", x.place, "%s %q is none of its own", kind, name(operands, 0))
	}
	return o
}

// begin begins marked content.
func (x *interpreter) begin(operands []pdf.Object) {
	o := open{tag: name(operands, 0)}
	if len(operands) > 1 {
		if n, ok := operands[1].(pdf.Name); ok {
			o.dict = x.d.f.Dict(x.d.f.Dict(x.resources.Get("Properties")).Get(n))
		} else {
			o.dict, _ = operands[1].(pdf.Dict)
		}
	}
	x.d.checkLanguage(o.dict.Get("Lang"), x.place)
	o.artifact = o.tag == "Artifact"
	o.running = o.artifact && o.dict.Get("Type") == pdf.Object(pdf.Name("Pagination"))
	id, tagged := x.d.f.Int(o.dict.Get("MCID"))
	for _, outer := range x.stack {
		switch {
		case o.artifact && outer.mark != nil:
			x.d.complain("artifact-inside", x.place, "an artifact stands in marked content %d", outer.mark.id)
		case tagged && outer.artifact:
			x.d.complain("tagged-inside", x.place, "marked content %d stands in an artifact", id)
		case tagged && outer.mark != nil:
			x.d.complain("tagged-inside", x.place, "marked content %d stands in marked content %d", id, outer.mark.id)
		}
	}
	if tagged && x.depth > 0 {
		x.d.complain("forms-marked", x.place, "a form has marked content %d, which no page's number reaches", id)
	}
	if tagged && x.depth == 0 {
		if x.p.mark(id) != nil {
			x.d.complain("mcid-once", x.place, "marks content %d twice", id)
		}
		o.mark = &mark{page: x.p, id: id, tag: o.tag, nth: len(x.p.marks)}
		x.p.marks = append(x.p.marks, o.mark)
	}
	x.stack = append(x.stack, o)
}

// holder is the marked content that counts: an artifact, or one with an ID.
func (x *interpreter) holder() *open {
	for i := range x.stack {
		if x.stack[i].artifact || x.stack[i].mark != nil {
			return &x.stack[i]
		}
	}
	return nil
}

func (x *interpreter) paints(op string) {
	switch h := x.holder(); {
	case h == nil:
		x.d.complain("content", x.place, "%s stands neither in marked content nor in an artifact", op)
	case h.mark != nil:
		h.mark.paints = true
	}
}

// do paints a form or a picture.
func (x *interpreter) do(operands []pdf.Object) {
	o := x.resource("XObject", operands)
	s := x.d.f.Stream(o)
	if s == nil {
		return
	}
	ref, _ := o.(pdf.Ref)
	if x.d.f.Name(s.Dict.Get("Subtype")) != "Form" || x.d.scope == Packet {
		return // what copied pages are drawn with is theirs
	}
	place := x.place + fmt.Sprint(", form ", ref.Num)
	if x.depth == maxForms {
		x.d.complain("readable", place, "stands in %d others", maxForms)
		return
	}
	if s.Dict.Get("Resources") == nil {
		x.d.complain("resources", place, "has none of its own")
	}
	x.d.run(x.p, x.d.data(o, place), x.d.f.Dict(s.Dict.Get("Resources")), place, x.stack, x.depth+1)
}
