package pdf

// Account is what a page loses on the way into another file, so that whoever
// hands it in knows. The zero value says that nothing is lost.
type Account struct {
	Missing []string // damage: what the page needs and the file doesn't hold
	Undrawn []Count  // annotations that don't say what they look like, by kind: "Movie", "Stamp"
	Actions []Count  // what a click, or opening the page, would have done, by kind: "JavaScript", "Launch"
	Letters int      // of fields and comments, which the standard font doesn't have
}

// AllContents in Account.Missing says that the page would be blank.
const AllContents = "its contents"

// Count is how often something of one kind was met.
type Count struct {
	Kind string
	N    int
}

// Empty tells that the page loses nothing.
func (a Account) Empty() bool {
	return len(a.Missing) == 0 && len(a.Undrawn) == 0 && len(a.Actions) == 0 && a.Letters == 0
}

// missing notes damage once.
func (a *Account) missing(what string) {
	for _, m := range a.Missing {
		if m == what {
			return
		}
	}
	a.Missing = append(a.Missing, what)
}

// count adds one to a kind. Kinds that the format doesn't know are one.
func count(counts *[]Count, known map[Name]bool, kind Name) {
	name := string(kind)
	if !known[kind] {
		name = "other"
	}
	for i := range *counts {
		if (*counts)[i].Kind == name {
			(*counts)[i].N++
			return
		}
	}
	*counts = append(*counts, Count{name, 1})
}

func set(names ...Name) map[Name]bool {
	m := map[Name]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// What the format knows.
var (
	annotationKinds = set("3D", "Caret", "Circle", "FileAttachment", "FreeText", "Highlight", "Ink", "Line", "Link", "Movie",
		"PolyLine", "Polygon", "PrinterMark", "Projection", "Redact", "RichMedia", "Screen", "Sound", "Square", "Squiggly",
		"Stamp", "StrikeOut", "Text", "TrapNet", "Underline", "Watermark", "Widget")
	actionKinds = set("GoTo", "GoTo3DView", "GoToDp", "GoToE", "GoToR", "Hide", "ImportData", "JavaScript", "Launch", "Movie",
		"Named", "Rendition", "ResetForm", "RichMediaExecute", "SetOCGState", "Sound", "SubmitForm", "Thread", "Trans", "URI",
		"FileAttachment")
)
