package guest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"
)

// survey is the verb: it runs in the guest.
func survey(request json.RawMessage, files []*os.File) (any, error) {
	var ask surveyRequest
	if err := decode(request, &ask); err != nil {
		return nil, err
	}
	if len(files) != 1 {
		return nil, errors.New("not one file")
	}
	ctx, err := read(files[0], ask.Password)
	if err != nil {
		return nil, err
	}
	d := &document{objects: ctx.XRefTable, page: map[int]int{}}
	r := &Report{}
	if err := d.survey(r); err != nil {
		return nil, err
	}
	r.Complaint = complaint(ctx) // last: it mends what it can
	return r, nil
}

// read has pdfcpu read a file, without a password first. It is configured by
// hand: its default configuration would write into the user's home.
func read(file io.ReadSeeker, password string) (*model.Context, error) {
	head := make([]byte, 1024)
	n, _ := io.ReadFull(file, head)
	if !bytes.Contains(head[:n], []byte("%PDF-")) {
		return nil, errors.New("it is not a PDF")
	}
	limits := model.DefaultResourceLimits()
	limits.MaxStreamBytes, limits.MaxDecodeBytes = maxFile, math.MaxInt32 // the process has limits of its own
	var ctx *model.Context
	var err error
	for i, word := range []string{"", password} {
		if i > 0 && (!errors.Is(err, pdfcpu.ErrWrongPassword) || word == "") {
			break
		}
		ctx, err = pdfcpu.Read(file, &model.Configuration{
			Cmd:            model.VALIDATE,
			Reader15:       true,
			ValidationMode: model.ValidationRelaxed,
			Eol:            types.EolLF,
			Offline:        true,
			Limits:         limits,
			UserPW:         word,
			OwnerPW:        word,
		})
	}
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword) && password == "":
		return nil, errors.New(passwordMissing)
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return nil, errors.New(passwordWrong)
	case errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature):
		return nil, errors.New("it is encrypted in a way that pdfcpu does not know")
	case err != nil && (strings.Contains(err.Error(), "precis:") || strings.Contains(err.Error(), "bidirule:")):
		return nil, errors.New(passwordRefused)
	case err != nil:
		return nil, err
	case ctx.Root == nil:
		return nil, errors.New("it has no catalog")
	}
	return ctx, nil
}

// complaint is what validation says; a panic is a complaint too.
func complaint(ctx *model.Context) (said string) {
	defer func() {
		if r := recover(); r != nil {
			said = oneLine(fmt.Sprint("panic: ", r))
		}
	}()
	if err := validate.XRefTable(ctx); err != nil {
		return oneLine(err.Error())
	}
	return ""
}

// document is what pdfcpu read, with lookups that never fail: what is not there
// or of another kind is nil or zero.
type document struct {
	objects *model.XRefTable
	page    map[int]int             // object number → page, counted from 1
	named   map[string]types.Object // destinations by name
}

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

// bytes is a string or name as it stands in the file.
func (d *document) bytes(o types.Object) (string, bool) {
	switch o := d.get(o).(type) {
	case types.Name:
		return string(o), true
	case types.StringLiteral:
		b, err := types.Unescape(string(o))
		return string(b), err == nil
	case types.HexLiteral:
		b, err := o.Bytes()
		return string(b), err == nil
	}
	return "", false
}

// text is a string in UTF-8, cut where it is longer than any sound one.
func (d *document) text(o types.Object) string {
	s, err := model.Text(d.get(o))
	if err != nil {
		return ""
	}
	return cut(s)
}

func cut(s string) string {
	if len(s) > maxText {
		s = s[:maxText]
	}
	return string([]rune(s))
}
