package packets

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// object is one of a file, as qpdf writes it in JSON.
type object = map[string]any

// taken is a file taken apart into its objects.
type taken struct {
	t    *testing.T
	head any
	objs map[string]object // "12 0 R", "trailer"
}

// takenApart takes a file apart. The data of streams stay as they are.
func takenApart(t *testing.T, file []byte) *taken {
	t.Helper()
	data := tool(t, "qpdf", "--json-output", "--json-stream-data=inline", "--decode-level=none", stored(t, "whole.pdf", file), "-")
	var all struct{ QPDF [2]json.RawMessage }
	if err := json.Unmarshal([]byte(data), &all); err != nil {
		t.Fatal(err)
	}
	x := &taken{t: t, objs: map[string]object{}}
	if err := json.Unmarshal(all.QPDF[0], &x.head); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(all.QPDF[1], &x.objs); err != nil {
		t.Fatal(err)
	}
	return x
}

// together is the file of the objects.
func (x *taken) together() []byte {
	x.t.Helper()
	data, err := json.Marshal(map[string]any{"qpdf": []any{x.head, x.objs}})
	if err != nil {
		x.t.Fatal(err)
	}
	return rewritten(x.t, "--json-input", stored(x.t, "parts.json", data))
}

// rewritten is what qpdf makes of files. It keeps the data of streams, and fonts
// that a page names and does not use: without these it is another page.
func rewritten(t *testing.T, args ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "made.pdf")
	tool(t, "qpdf", append(append([]string{"--stream-data=preserve", "--remove-unreferenced-resources=no"}, args...), path)...)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// at is the object that a reference names, or the dictionary itself.
func (x *taken) at(v any) object {
	x.t.Helper()
	ref, ok := v.(string)
	if !ok {
		return v.(object)
	}
	o := x.objs["obj:"+ref]
	if s, ok := o["stream"].(object); ok {
		return s["dict"].(object)
	}
	d, ok := o["value"].(object)
	if !ok {
		x.t.Fatalf("%s is %v", ref, o)
	}
	return d
}

func (x *taken) catalog() object { return x.at(x.at(x.objs["trailer"]["value"])["/Root"]) }

// pages are the pages, and their references.
func (x *taken) pages() (pages []object, refs []string) {
	var walk func(ref string)
	walk = func(ref string) {
		d := x.at(ref)
		kids, branch := d["/Kids"].([]any)
		for _, k := range kids {
			walk(k.(string))
		}
		if !branch {
			pages, refs = append(pages, d), append(refs, ref)
		}
	}
	walk(x.catalog()["/Pages"].(string))
	return pages, refs
}

// content is the content stream of a page.
func (x *taken) content(page object) string {
	s := x.objs["obj:"+page["/Contents"].(string)]["stream"].(object)
	data, err := base64.StdEncoding.DecodeString(s["data"].(string))
	if err != nil {
		x.t.Fatal(err)
	}
	if s["dict"].(object)["/Filter"] != nil {
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err == nil {
			data, err = io.ReadAll(z)
		}
		if err != nil {
			x.t.Fatal(err)
		}
	}
	return string(data)
}

// write gives a page another content stream.
func (x *taken) write(page object, content string) {
	s := x.objs["obj:"+page["/Contents"].(string)]["stream"].(object)
	delete(s["dict"].(object), "/Filter")
	s["data"] = base64.StdEncoding.EncodeToString([]byte(content))
}

// marks are the bookmarks below a node, in reading order.
func (x *taken) marks(node object) (all []object) {
	for ref := node["/First"]; ref != nil; {
		m := x.at(ref)
		all = append(append(all, m), x.marks(m)...)
		ref = m["/Next"]
	}
	return all
}

// links are the links of a page.
func (x *taken) links(page object) (all []object) {
	annots, ok := page["/Annots"]
	if !ok {
		return nil
	}
	list, ok := annots.([]any)
	if ref, indirect := annots.(string); indirect {
		list, ok = x.objs["obj:"+ref]["value"].([]any)
	}
	if !ok {
		x.t.Fatalf("annotations %v", annots)
	}
	for _, a := range list {
		all = append(all, x.at(a))
	}
	return all
}

// lead makes a link or bookmark lead to the page ref.
func (x *taken) lead(from object, ref string) {
	d, ok := from["/Dest"].([]any)
	if !ok {
		x.t.Fatalf("destination %v", from)
	}
	from["/Dest"] = append([]any{ref}, d[1:]...)
}

// sameObject tells whether two dictionaries are one.
func sameObject(a, b object) bool {
	return reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer()
}
