package packets

import (
	"bytes"
	"errors"
	"fmt"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// document is a PDF that was read: its objects and its pages in order.
type document struct {
	objects *model.XRefTable
	catalog types.Dict
	pages   []leaf
}

const maxStreamBytes = maxInputBytes

// readDocument reads a PDF, decrypted. The empty password is tried first; used
// is the password that opened the file. The library may panic on hostile
// input: that is an error like others.
func readDocument(data []byte, password string) (doc *document, used string, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("unreadable structure: %v", r)
		}
	}()
	ctx, err := readObjects(data, "")
	if errors.Is(err, pdfcpu.ErrWrongPassword) && password != "" {
		used = password
		ctx, err = readObjects(data, password)
	}
	if err != nil {
		return nil, used, err
	}
	doc = &document{objects: ctx.XRefTable}
	if ctx.Root == nil {
		return nil, used, errors.New("no catalog")
	}
	if doc.catalog = doc.dict(*ctx.Root); doc.catalog == nil {
		return nil, used, errors.New("no catalog")
	}
	w := walk{doc: doc}
	if err := w.node(doc.catalog["Pages"], leaf{}, nil, 0); err != nil {
		return nil, used, err
	}
	if len(doc.pages) == 0 {
		return nil, used, errors.New("no pages")
	}
	return doc, used, nil
}

// readObjects configures the library by hand: its default configuration would
// write files into the user's home.
func readObjects(data []byte, password string) (*model.Context, error) {
	limits := model.DefaultResourceLimits()
	limits.MaxStreamBytes = maxStreamBytes
	limits.MaxDecodeBytes = maxStreamBytes
	return pdfcpu.Read(bytes.NewReader(data), &model.Configuration{
		Reader15:       true,
		ValidationMode: model.ValidationRelaxed,
		Eol:            types.EolLF,
		Offline:        true,
		Limits:         limits,
		UserPW:         password,
		OwnerPW:        password,
	})
}

// get resolves references; what cannot be resolved is nil, as the format
// wants it.
func (d *document) get(o types.Object) types.Object {
	for range 20 {
		ref, ok := o.(types.IndirectRef)
		if !ok {
			return o
		}
		var err error
		if o, err = d.objects.Dereference(ref); err != nil {
			return nil
		}
	}
	return nil
}

func (d *document) dict(o types.Object) types.Dict {
	switch o := d.get(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (d *document) array(o types.Object) types.Array {
	a, _ := d.get(o).(types.Array)
	return a
}

func (d *document) stream(o types.Object) *types.StreamDict {
	if sd, ok := d.get(o).(types.StreamDict); ok {
		return &sd
	}
	return nil
}

func (d *document) name(o types.Object) string {
	n, _ := d.get(o).(types.Name)
	return string(n)
}

func (d *document) number(o types.Object) (float64, bool) {
	switch n := d.get(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), !math.IsInf(float64(n), 0) && !math.IsNaN(float64(n))
	}
	return 0, false
}

// numbers reads an array of exactly n numbers.
func (d *document) numbers(o types.Object, n int) ([]float64, bool) {
	a := d.array(o)
	if len(a) != n {
		return nil, false
	}
	out := make([]float64, n)
	for i := range a {
		v, ok := d.number(a[i])
		if !ok {
			return nil, false
		}
		out[i] = v
	}
	return out, true
}

// rect reads a rectangle, lower left corner first.
func (d *document) rect(o types.Object) (r [4]float64, ok bool) {
	n, ok := d.numbers(o, 4)
	if !ok {
		return r, false
	}
	return [4]float64{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}, true
}
