package pdf

const (
	maxFields   = 20_000
	maxAttached = 10_000
)

// Dynamic tells that the pages are made by the viewer out of an XFA form: what
// is in the file is a page that says so.
func (f *File) Dynamic() bool {
	needs, _ := f.Get(f.catalog.Get("NeedsRendering")).(bool)
	return needs
}

// Portfolio tells that the file is a cover for other files that it carries.
func (f *File) Portfolio() bool { return f.Dict(f.catalog.Get("Collection")) != nil }

// Attached is how many other files the file as a whole carries.
func (f *File) Attached() int {
	names := map[String]bool{}
	f.nameTree(f.Dict(f.catalog.Get("Names")).Get("EmbeddedFiles"), 0, map[int]bool{}, func(name String, _ Object) {
		if len(names) < maxAttached {
			names[name] = true
		}
	})
	return len(names)
}

// Signed tells that somebody has signed the file, has certified it, or has put
// a time stamp on it. A copy of a page is not what was signed. The rights that
// an editor grants to readers of a form are no signature of somebody's.
func (f *File) Signed() bool {
	if f.Dict(f.Dict(f.catalog.Get("Perms")).Get("DocMDP")) != nil {
		return true
	}
	left := maxFields
	return f.signed(f.Dict(f.catalog.Get("AcroForm")).Get("Fields"), "", 0, &left)
}

func (f *File) signed(fields Object, kind Name, depth int, left *int) bool {
	for _, o := range f.Array(fields) {
		if *left--; *left < 0 || depth > maxItemDepth {
			return false
		}
		field, kind := f.Dict(o), kind
		if own := f.Name(field.Get("FT")); own != "" {
			kind = own
		}
		if value := f.Dict(field.Get("V")); value != nil && (kind == "Sig" || f.Array(value.Get("ByteRange")) != nil) {
			return true
		}
		if f.signed(field.Get("Kids"), kind, depth+1, left) {
			return true
		}
	}
	return false
}
