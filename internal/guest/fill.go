package guest

import (
	"context"
	"errors"
	"fmt"
)

// Setting is a field and the value that it gets.
type Setting struct {
	Field int      // index in Form.Fields
	Value []string // as Field.Value; none empties the field
	// Looks are the pages, from 1, of another file that show the field's places
	// as they are to look, in their order; 0 leaves a place as it is.
	Looks []int `json:",omitempty"`
	// Off are those of boxes that are off; Looks has then the boxes that are on.
	Off []int `json:",omitempty"`
}

type fillRequest struct {
	Password string
	Settings []Setting
	Looks    []byte `json:",omitempty"` // a PDF
}

// Update is what is put behind a file, which must still be that long.
type Update struct {
	Size  int64
	Added []byte
}

// Fill answers the update that gives the fields of a form their values: bytes to
// be put behind the file as it is, of which none is changed. Looks is the PDF
// whose pages the settings name. Nothing is written anywhere.
func Fill(ctx context.Context, path, password string, settings []Setting, looks []byte, l Limits) (u Update, err error) {
	file, j, err := formJob(path, "fill", l)
	if err != nil {
		return u, err
	}
	defer file.Close()
	if err := j.run(ctx, fillRequest{password, settings, looks}, &u); err != nil {
		return Update{}, err
	}
	if info, err := file.Stat(); err != nil || info.Size() != u.Size || len(u.Added) == 0 {
		return Update{}, j.failed(ErrCrash, "its answer is not one: an update of another file")
	}
	return u, nil
}

// Reread is Inspect of the file with the update behind it.
func Reread(ctx context.Context, path, password string, added []byte, l Limits) (*Form, error) {
	return inspect(ctx, path, inspectRequest{password, added}, l)
}

// Fillable says why a form can't be filled in, nil if it can.
func (f *Form) Fillable() error {
	switch {
	case f.XFA != "":
		return errors.New("it is an XFA form, which only Adobe's programs fill in; fill it in there and print it to a PDF")
	case f.Signed:
		return errors.New("it is signed, and a change would break the signature; take a copy that is not signed")
	case len(f.Fields) == 0:
		return errors.New("it has no fields; print it and fill it in by hand")
	}
	return nil
}

func (s Setting) check(nodes []*formField, looks int) error {
	if s.Field < 0 || s.Field >= len(nodes) {
		return fmt.Errorf("it has no field %d", s.Field)
	}
	for _, all := range [][]int{s.Looks, s.Off} {
		if len(all) > len(nodes[s.Field].widgets) {
			return fmt.Errorf("field %q has no %d places", nodes[s.Field].Name, len(all))
		}
		for _, n := range all {
			if n < 0 || n > looks {
				return fmt.Errorf("no look %d", n)
			}
		}
	}
	return nil
}
