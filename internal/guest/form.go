package guest

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Form is what the guest finds of a PDF's interactive form. Its words are the
// file's own: print them as such.
type Form struct {
	Pages  int
	Fields []Field `json:",omitempty"` // in the order of the form, each once
	// XFA is "" for a plain form, "hybrid" for one that has fields beside its XML,
	// "dynamic" for one that has nothing else.
	XFA       string `json:",omitempty"`
	Encrypted bool   `json:",omitempty"`
	Signed    bool   `json:",omitempty"` // a signature is in it, or its author has certified it
	Rights    bool   `json:",omitempty"` // usage rights for Adobe's reader
	Scripts   bool   `json:",omitempty"` // fields with scripts: formats, checks, sums
	Remake    bool   `json:",omitempty"` // it asks viewers to draw every field anew
}

// The types of fields.
const (
	FieldText      = "text"
	FieldDate      = "date" // of text that a script wants to be a date
	FieldCheckbox  = "checkbox"
	FieldRadio     = "radio"
	FieldChoice    = "choice" // a drop-down list
	FieldList      = "list"
	FieldSignature = "signature"
	FieldButton    = "button"
)

// Field is one field of a form.
type Field struct {
	Name      string   // in full: "Part1.Surname"
	Type      string   // one of the Field… constants
	Label     string   `json:",omitempty"` // what viewers show of it
	Value     []string `json:",omitempty"` // as stored; several of a list; of a box the state that is on
	Choices   []Choice `json:",omitempty"` // of choices and lists, and the states of boxes that are on
	Format    string   `json:",omitempty"` // of a date: "dd-mm-yyyy"
	MaxLen    int      `json:",omitempty"`
	Required  bool     `json:",omitempty"`
	ReadOnly  bool     `json:",omitempty"`
	Multiline bool     `json:",omitempty"`
	Password  bool     `json:",omitempty"`
	Comb      bool     `json:",omitempty"` // each letter in a cell of its own
	Editable  bool     `json:",omitempty"` // a choice that takes other words too
	Several   bool     `json:",omitempty"` // a list of which more than one may be chosen
	Widgets   []Widget `json:",omitempty"` // its places on the pages
}

// Choice is what may be chosen: the value that is stored, and what is shown.
type Choice struct {
	Value string
	Shown string `json:",omitempty"` // "" where it is the value
}

// Widget is one place of a field: what its drawing depends on.
type Widget struct {
	Page          int     `json:",omitempty"` // from 1; 0 for none
	Width, Height float64 // of its box, before it is turned
	Turn          int     `json:",omitempty"` // 90, 180 or 270 degrees
	Size          float64 `json:",omitempty"` // of the letters; 0 for what fits
	Align         int     `json:",omitempty"` // 0 left, 1 centred, 2 right
	Colour        []float64
	Ground, Edge  []float64 `json:",omitempty"` // colours of background and border, nil for none
	Border        float64   `json:",omitempty"`
	Style         string    `json:",omitempty"` // of the border: S, D, B, I or U
	State         string    `json:",omitempty"` // of a box: its name when it is on
	Top           int       `json:",omitempty"` // of a list: the first choice that is seen
	Drawn         bool      `json:",omitempty"` // it has an appearance
}

// The most that a form may have.
const (
	maxFields  = 50_000
	maxWidgets = 100_000
	maxChoices = 200_000
	maxWords   = 64 << 10 // bytes of a value
)

type inspectRequest struct {
	Password string
	Added    []byte `json:",omitempty"` // what stands behind the file's own end
}

// Inspect tells what form a PDF has. The password is used if the file does not
// open without one. A file without a form has no fields.
func Inspect(ctx context.Context, path, password string, l Limits) (*Form, error) {
	return inspect(ctx, path, inspectRequest{Password: password}, l)
}

// inspect reads the file as it would be with the bytes of an update behind it.
func inspect(ctx context.Context, path string, ask inspectRequest, l Limits) (*Form, error) {
	file, j, err := formJob(path, "inspect", l)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var f Form
	if err := j.run(ctx, ask, &f); err != nil {
		return nil, err
	}
	if err := f.check(); err != nil {
		return nil, j.failed(ErrCrash, "its answer is not one: "+err.Error())
	}
	return &f, nil
}

// formJob is a job on the form in a file, which it writes nothing to.
func formJob(path, verb string, l Limits) (*os.File, *job, error) {
	file, size, err := open(path)
	if err != nil {
		return nil, nil, err
	}
	l = l.orDefault()
	l.Memory += size
	l.File = 0
	j := &job{who: "reader of forms", verb: verb, name: path, limits: l, files: []*os.File{file}}
	if size > maxFile {
		file.Close()
		return nil, nil, j.failed(ErrRefused, "it is larger than "+megabytes(maxFile))
	}
	return file, j, nil
}

// check looks at a form as at any input.
func (f *Form) check() error {
	if f.Pages < 1 || f.Pages > maxPages {
		return fmt.Errorf("%d pages", f.Pages)
	}
	if len(f.Fields) > maxFields {
		return fmt.Errorf("%d fields", len(f.Fields))
	}
	if f.XFA != "" && f.XFA != "hybrid" && f.XFA != "dynamic" {
		return errors.New("an unknown kind of XFA")
	}
	widgets, choices := 0, 0
	for i := range f.Fields {
		x := &f.Fields[i]
		if widgets += len(x.Widgets); widgets > maxWidgets {
			return fmt.Errorf("more than %d places", maxWidgets)
		}
		if choices += len(x.Choices); choices > maxChoices {
			return fmt.Errorf("more than %d choices", maxChoices)
		}
		if err := x.check(f.Pages); err != nil {
			return err
		}
	}
	return nil
}

func (x *Field) check(pages int) error {
	switch x.Type {
	case FieldText, FieldDate, FieldCheckbox, FieldRadio, FieldChoice, FieldList, FieldSignature, FieldButton:
	default:
		return fmt.Errorf("field %q has an unknown type", x.Name)
	}
	if x.MaxLen < 0 {
		return fmt.Errorf("field %q has a negative length", x.Name)
	}
	for _, w := range x.Widgets {
		sound := w.Page >= 0 && w.Page <= pages && within(w.Width) && within(w.Height) && within(w.Size) && within(w.Border) &&
			w.Turn%90 == 0 && w.Turn >= 0 && w.Turn < 360 && w.Align >= 0 && w.Align <= 2 && w.Top >= 0
		for _, c := range [][]float64{w.Colour, w.Ground, w.Edge} {
			sound = sound && (len(c) == 0 || len(c) == 1 || len(c) == 3 || len(c) == 4)
			for _, n := range c {
				sound = sound && n >= 0 && n <= 1
			}
		}
		if !sound {
			return fmt.Errorf("field %q has a place that is none", x.Name)
		}
	}
	return nil
}

// within tells whether x is a length that can be drawn.
func within(x float64) bool { return x >= 0 && x < 1e5 }
