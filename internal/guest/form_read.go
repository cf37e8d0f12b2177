package guest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// inspectForm is the verb: it runs in the guest.
func inspectForm(request json.RawMessage, files []*os.File) (any, error) {
	var ask inspectRequest
	if err := decode(request, &ask); err != nil {
		return nil, err
	}
	if len(files) != 1 {
		return nil, errors.New("not one file")
	}
	file, err := behind(files[0], ask.Added)
	if err != nil {
		return nil, err
	}
	f, err := readForm(file, ask.Password)
	if err != nil {
		return nil, err
	}
	return f.report(), nil
}

// behind is a file as it would be with more bytes at its end.
func behind(file *os.File, added []byte) (io.ReadSeeker, error) {
	if len(added) == 0 {
		return file, nil
	}
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	t := tail{file, info.Size(), added}
	return io.NewSectionReader(t, 0, t.size+int64(len(added))), nil
}

type tail struct {
	io.ReaderAt
	size  int64
	added []byte
}

func (t tail) ReadAt(p []byte, at int64) (n int, err error) {
	if at < t.size {
		n, err = t.ReaderAt.ReadAt(p[:min(int64(len(p)), t.size-at)], at)
		if err != nil && err != io.EOF || n == len(p) {
			return n, err
		}
	}
	n += copy(p[n:], t.added[min(max(at+int64(n)-t.size, 0), int64(len(t.added))):])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// form is a form while the guest is at it.
type form struct {
	*document
	Form
	catalog, acro types.Dict
	nodes         []*formField
	pages         []types.Dict
	seen          map[int]bool // object numbers of fields and widgets
	places        map[int]int  // object number of a widget → page
	widgets       int
	choices       int
}

// formField is a field where it stands in the file.
type formField struct {
	Field
	dict    types.Dict
	home    int // number of the object that it stands in
	widgets []formWidget
}

type formWidget struct {
	dict types.Dict
	home int
}

// readForm reads the file and finds its fields.
func readForm(file io.ReadSeeker, password string) (*form, error) {
	ctx, err := read(file, password)
	if err != nil {
		return nil, err
	}
	f := &form{
		document: &document{objects: ctx.XRefTable, page: map[int]int{}},
		seen:     map[int]bool{}, places: map[int]int{},
	}
	if f.catalog = f.dict(*ctx.Root); f.catalog == nil {
		return nil, errors.New("it has no catalog")
	}
	w := walk{document: f.document, above: map[int]bool{}}
	if err := w.node(f.catalog["Pages"], types.Dict{}); err != nil {
		return nil, err
	}
	if len(w.pages) == 0 {
		return nil, errors.New("it has no pages")
	}
	f.pages, f.Pages = w.pages, len(w.pages)
	f.Encrypted = ctx.Encrypt != nil
	f.acro = f.dict(f.catalog["AcroForm"])
	for i, page := range f.pages {
		for _, a := range f.array(page["Annots"]) {
			if ref, ok := a.(types.IndirectRef); ok && f.places[ref.ObjectNumber.Value()] == 0 {
				f.places[ref.ObjectNumber.Value()] = i + 1
			}
		}
	}
	if err := f.fields(); err != nil {
		return nil, err
	}
	f.traits()
	return f, nil
}

// report is the form as it is told, without what it was made of.
func (f *form) report() *Form {
	r := f.Form
	for _, n := range f.nodes {
		r.Fields = append(r.Fields, n.Field)
	}
	return &r
}

// traits are those of the form as a whole.
func (f *form) traits() {
	f.Remake = f.yes(f.acro["NeedAppearances"])
	if f.get(f.acro["XFA"]) != nil {
		f.XFA = "dynamic"
		if len(f.nodes) > 0 && !f.yes(f.catalog["NeedsRendering"]) {
			f.XFA = "hybrid"
		}
	}
	perms := f.dict(f.catalog["Perms"])
	f.Signed = f.Signed || f.dict(perms["DocMDP"]) != nil
	f.Rights = f.dict(perms["UR3"]) != nil || f.dict(perms["UR"]) != nil
}

func (f *form) yes(o types.Object) bool {
	b, _ := f.get(o).(types.Boolean)
	return bool(b)
}

// root is the number of the catalog.
func (f *form) root() int { return f.objects.Root.ObjectNumber.Value() }

// fields walks the tree of fields, and then the pages for fields that the form
// has forgotten.
func (f *form) fields() error {
	home := f.root()
	if ref, ok := f.catalog["AcroForm"].(types.IndirectRef); ok {
		home = ref.ObjectNumber.Value()
	}
	if ref, ok := f.acro["Fields"].(types.IndirectRef); ok {
		home = ref.ObjectNumber.Value()
	}
	above := lineage{"DA": f.acro["DA"], "Q": f.acro["Q"]}
	for _, o := range f.array(f.acro["Fields"]) {
		if err := f.field(o, home, "", above, 0); err != nil {
			return err
		}
	}
	for _, page := range f.pages {
		for _, a := range f.array(page["Annots"]) {
			ref, ok := a.(types.IndirectRef)
			if !ok || f.seen[ref.ObjectNumber.Value()] || f.name(f.dict(a)["Subtype"]) != "Widget" {
				continue
			}
			if top := f.top(ref); !f.seen[top.ObjectNumber.Value()] {
				if err := f.field(top, 0, "", above, 0); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// top is the field above all others that a widget belongs to.
func (f *form) top(ref types.IndirectRef) types.IndirectRef {
	for range maxDepth {
		above, ok := f.dict(ref)["Parent"].(types.IndirectRef)
		if !ok || f.dict(above) == nil || f.seen[above.ObjectNumber.Value()] {
			break
		}
		ref = above
	}
	return ref
}

// lineage is what a field has from the fields above it.
type lineage map[string]types.Object

// inherited are the entries of a field that those below it have too.
var inherited = []string{"FT", "V", "Ff", "DA", "Q", "MaxLen", "Opt", "TI", "AA", "TU"}

// field reads a node of the tree: a field, or a name that several share. A node
// is read once, so that a tree that runs in circles ends.
func (f *form) field(o types.Object, home int, name string, above lineage, depth int) error {
	if ref, ok := o.(types.IndirectRef); ok {
		if home = ref.ObjectNumber.Value(); f.seen[home] {
			return nil
		}
		f.seen[home] = true
	}
	dict := f.dict(o)
	if dict == nil {
		return nil
	}
	if depth > maxDepth {
		return fmt.Errorf("its fields nest more than %d deep", maxDepth)
	}
	if t := f.words(dict["T"]); t != "" && name != "" {
		name += "." + t
	} else if t != "" {
		name = t
	}
	if len(name) > maxText {
		return errors.New("the name of a field is too long")
	}
	own := lineage{}
	for _, key := range inherited {
		if own[key] = above[key]; dict[key] != nil {
			own[key] = dict[key]
		}
	}
	n := &formField{dict: dict, home: home}
	named := false // fields below it
	for _, kid := range f.array(dict["Kids"]) {
		k := f.dict(kid)
		if k == nil {
			continue
		}
		if k["T"] != nil || k["Kids"] != nil {
			named = true
			if err := f.field(kid, home, name, own, depth+1); err != nil {
				return err
			}
			continue
		}
		at := home
		if ref, ok := kid.(types.IndirectRef); ok {
			if at = ref.ObjectNumber.Value(); f.seen[at] {
				continue
			}
			f.seen[at] = true
		}
		n.widgets = append(n.widgets, formWidget{k, at})
	}
	if named && len(n.widgets) == 0 {
		return nil
	}
	if len(n.widgets) == 0 && f.array(dict["Kids"]) == nil {
		n.widgets = append(n.widgets, formWidget{dict, home})
	}
	if len(f.nodes) >= maxFields {
		return fmt.Errorf("it has more than %d fields", maxFields)
	}
	if f.widgets += len(n.widgets); f.widgets > maxWidgets {
		return fmt.Errorf("its fields have more than %d places", maxWidgets)
	}
	n.Name = name
	if f.describe(n, own) {
		f.nodes = append(f.nodes, n)
	}
	return nil
}
