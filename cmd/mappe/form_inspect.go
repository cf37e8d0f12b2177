package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/internal/guest"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/packets"
)

func newFormInspect(o *options) *cobra.Command {
	var secret passwordFile
	var template bool
	c := &cobra.Command{
		Use:   "inspect FILE",
		Short: "the fields of a form: name, type, page, choices",
		Long: `Lists the fields of a PDF form: name, type, page, what may be chosen, how long a
value may be, what is in it now. --mapping-template prints the beginning of a
mapping instead, with every field, to be given its fact.`,
		Example: `  mappe form inspect mf4.pdf
  mappe form inspect mf4.pdf --mapping-template > mf4.yaml`,
		Args: wants(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			password, err := secret.read(o, c)
			if err != nil {
				return err
			}
			return o.runInspect(args[0], password, template)
		},
	}
	c.Flags().BoolVar(&o.json, "json", false, "print the fields as JSON")
	c.Flags().BoolVar(&template, "mapping-template", false, "print the beginning of a mapping")
	secret.flag(c, "of the form")
	return c
}

// inspection is what form inspect prints.
type inspection struct {
	File      string       `json:"file"`
	Pages     int          `json:"pages"`
	Digest    string       `json:"fields_digest"` // of the names of the fields, for a mapping
	XFA       string       `json:"xfa"`           // "", hybrid or dynamic
	Signed    bool         `json:"signed"`
	Encrypted bool         `json:"encrypted"`
	Rights    bool         `json:"usage_rights"`
	Scripts   bool         `json:"scripts"`
	Fillable  string       `json:"not_fillable"` // why mappe does not fill it in, "" if it does
	Fields    []fieldFound `json:"fields"`
}

type fieldFound struct {
	Name      string        `json:"name"`
	Type      string        `json:"type"`
	Label     string        `json:"label,omitempty"`
	Pages     []int         `json:"pages"`
	Value     []string      `json:"value"`
	Choices   []choiceFound `json:"choices"`
	Format    string        `json:"format,omitempty"`
	MaxLen    int           `json:"max_length,omitempty"`
	Required  bool          `json:"required,omitempty"`
	ReadOnly  bool          `json:"read_only,omitempty"`
	Multiline bool          `json:"multiline,omitempty"`
	Several   bool          `json:"several,omitempty"`
	Editable  bool          `json:"editable,omitempty"`
}

type choiceFound struct {
	Value string `json:"value"`
	Shown string `json:"shown,omitempty"`
}

func (o *options) runInspect(path, password string, template bool) (err error) {
	defer locales.Rescue(&err)
	if template && o.json {
		return usage("--mapping-template and --json: give one of them")
	}
	form, err := o.inspect(path, password)
	if err != nil {
		return err
	}
	digest := forms.FieldsDigest(fieldNames(form))
	switch {
	case template:
		if why := form.Fillable(); why != nil {
			return fmt.Errorf("%s: %w", path, why)
		}
		_, err = fmt.Fprint(o.stdout, packets.MappingTemplate(form, path, digest))
		return err
	case o.json:
		return printJSON(o.stdout, inspected(form, path, digest))
	}
	book, err := o.book()
	if err != nil {
		return err
	}
	v, err := o.voice(nil, book)
	if err != nil {
		return err
	}
	return page.Text(o.stdout, v.Fields(form, path), 0)
}

func inspected(form *guest.Form, path, digest string) inspection {
	r := inspection{
		File: path, Pages: form.Pages, Digest: digest, XFA: form.XFA, Signed: form.Signed, Encrypted: form.Encrypted,
		Rights: form.Rights, Scripts: form.Scripts, Fields: []fieldFound{},
	}
	if err := form.Fillable(); err != nil {
		r.Fillable = err.Error()
	}
	for i := range form.Fields {
		x := &form.Fields[i]
		f := fieldFound{
			Name: x.Name, Type: x.Type, Label: x.Label, Pages: append([]int{}, packets.FieldPages(x)...), Value: append([]string{}, x.Value...),
			Choices: []choiceFound{}, Format: x.Format, MaxLen: x.MaxLen, Required: x.Required, ReadOnly: x.ReadOnly,
			Multiline: x.Multiline, Several: x.Several, Editable: x.Editable,
		}
		for _, c := range x.Choices {
			f.Choices = append(f.Choices, choiceFound(c))
		}
		r.Fields = append(r.Fields, f)
	}
	return r
}
