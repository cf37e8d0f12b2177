package specimen

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Audit walks every object of a file that was written, those in object
// streams too and those that nothing leads to, and complains of each that
// could act, call out or carry a file, and of every [Canary]. It knows what is
// forbidden, where the copier knows what is allowed, and shares no code with
// it. An URI action is no complaint when links are wanted.
func Audit(file []byte, links bool) (complaints []string) {
	a := auditor{links: links, named: map[int]bool{}}
	if at := bytes.Index(file, []byte(Canary)); at >= 0 {
		a.complain("bytes", "the canary is in them at %d", at)
	}
	objects, err := readAll(file)
	if err != nil {
		return append(a.complaints, err.Error())
	}
	if len(objects) == 0 {
		a.complain("file", "no objects")
	}
	for _, o := range objects {
		a.resources(o.value)
	}
	for _, o := range objects {
		where := fmt.Sprintf("object %d", o.number)
		if d, ok := o.value.(dict); ok && a.named[o.number] {
			for _, e := range d {
				a.visit(where+"/"+e.key, e.value)
			}
			continue
		}
		a.visit(where, o.value)
	}
	return a.complaints
}

// CountPages is how many page objects a written file has.
func CountPages(file []byte) (n int) {
	objects, err := readAll(file)
	if err != nil {
		return -1
	}
	for _, o := range objects {
		if d, ok := o.value.(dict); ok && d.get("Type") == name("Page") {
			n++
		}
	}
	return n
}

// Keys that no object of a packet has: what they lead to acts, calls out or
// carries something that is not seen.
var forbiddenKeys = strings.Fields(`
	OpenAction AA JS JavaScript EmbeddedFiles EF RF AF FS FFilter FDecodeParms Ref OPI Alternates PS Level1 Subtype2
	XFA AcroForm Perms DSS Legal Requirements Extensions Collection PieceInfo SpiderInfo Threads B Trans PresSteps
	NeedsRendering NeedAppearances RichMediaContent RichMediaSettings 3DD 3DV 3DA Movie Sound Rendition Renditions
	URLS IDS Templates AlternatePresentations PA SE Win Mac Unix Measure PtData VP Thumb Popup IRT RC ExData DPartRoot
	AS RBGroups UR3 DocMDP Fields CO SigFlags Contents64 FixedPrint LastModified TemplateInstantiated SeparationInfo`)

// Names that say what an object is, and what no object of a packet is.
var forbiddenKinds = strings.Fields(`
	JavaScript Launch SubmitForm ResetForm ImportData GoToR GoToE GoTo3DView GoToDp Named Hide Sound Movie Rendition
	RichMediaExecute Thread SetOCGState Trans Action Filespec F EmbeddedFile PS FileAttachment Screen RichMedia 3D
	Projection TrapNet Watermark Popup Widget Sig Bead MR MS MCD MCS EnableJavaScripts`)

// The dictionaries whose keys are names of the page's own choice.
var chosen = strings.Fields("XObject Font ExtGState ColorSpace Pattern Shading Properties CharProcs Colorants Dests")

type auditor struct {
	links      bool
	named      map[int]bool // objects whose keys are chosen
	complaints []string
}

func (a *auditor) complain(where, format string, args ...any) {
	if len(a.complaints) < 20 {
		a.complaints = append(a.complaints, where+": "+fmt.Sprintf(format, args...))
	}
}

// resources notes which objects are dictionaries of chosen names.
func (a *auditor) resources(v any) {
	switch v := v.(type) {
	case array:
		for _, e := range v {
			a.resources(e)
		}
	case dict:
		for _, e := range v {
			if r, ok := e.value.(ref); ok && slices.Contains(chosen, e.key) {
				a.named[int(r)] = true
			}
			a.resources(e.value)
		}
	}
}

func (a *auditor) visit(where string, v any) {
	switch v := v.(type) {
	case text:
		if strings.Contains(strings.ReplaceAll(string(v), "\x00", ""), Canary) {
			a.complain(where, "the canary is in a string")
		}
	case name:
		if strings.Contains(string(v), Canary) {
			a.complain(where, "the canary is a name")
		}
	case array:
		for i, e := range v {
			a.visit(fmt.Sprintf("%s[%d]", where, i), e)
		}
	case dict:
		seen := map[string]bool{}
		for _, e := range v {
			if seen[e.key] {
				a.complain(where, "two values of %q", e.key)
			}
			seen[e.key] = true
			a.entry(where, v, e)
		}
	}
}

func (a *auditor) entry(where string, d dict, e entry) {
	at := where + "/" + e.key
	kind, isName := e.value.(name)
	inner, isDict := e.value.(dict)
	switch {
	case slices.Contains(forbiddenKeys, e.key):
		a.complain(at, "is forbidden")
	case strings.Contains(e.key, Canary):
		a.complain(at, "the canary is a key")
	case e.key == "URI" && !a.links, e.key == "S" && kind == "URI" && !a.links:
		a.complain(at, "leads out of the file")
	case (e.key == "S" || e.key == "Type" || e.key == "Subtype") && isName && slices.Contains(forbiddenKinds, string(kind)):
		a.complain(at, "%s is forbidden", kind)
	case e.key == "F":
		if _, ok := e.value.(number); !ok {
			a.complain(at, "data that lies elsewhere")
		}
	case e.key == "A" && isDict: // of an element of the structure, attributes
		s, o := inner.get("S"), inner.get("O")
		if s != name("GoTo") && s != name("URI") && (s != nil || o != name("Table") && o != name("Layout") && o != name("List")) {
			a.complain(at, "an action %v", s)
		}
	case e.key == "Metadata" && d.get("Type") != name("Catalog"):
		a.complain(at, "of something other than the file")
	case e.key == "Annots":
		if list, ok := e.value.(array); ok && len(list) > 1000 {
			a.complain(at, "%d of them", len(list))
		}
	}
	if isDict && slices.Contains(chosen, e.key) {
		for _, c := range inner {
			a.visit(at+"/"+c.key, c.value)
		}
		return
	}
	a.visit(at, e.value)
}
