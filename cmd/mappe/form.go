package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/internal/guest"
	"mappe/profile"
)

func newForm(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "form COMMAND",
		Short: "the person's own official form: its fields, and filling it in",
		Long: `mappe ships no form of an authority. Of a PDF that you have downloaded yourself it
shows the fields (inspect), and puts a person's facts into them (fill), as a
mapping says: a file of yours that names for each field its fact. What is filled
in is read again, and what did not arrive is said.`,
		Example: `  mappe form inspect mf4.pdf
  mappe form inspect mf4.pdf --mapping-template > mf4.yaml
  mappe form fill mf4.pdf case.yaml --mapping mf4.yaml -o filled.pdf`,
		Args: cobra.ArbitraryArgs,
	}
	c.AddCommand(newFormInspect(o), newFormFill(o))
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return unknown("command", args[0], c)
	}
	return c
}

// inspect tells what form a file has. A word that names a form is no file.
func (o *options) inspect(path, password string) (*guest.Form, error) {
	form, err := guest.Inspect(context.Background(), path, password, guest.Limits{})
	switch {
	case err == nil:
		return form, nil
	case errors.Is(err, fs.ErrNotExist) && isPaper(path):
		return nil, hinted("mappe ships no form; download it from the authority, and give the file: mappe form inspect mf4.pdf", "%s: no such file", path)
	case errors.Is(err, fs.ErrNotExist):
		return nil, hinted("give the PDF of the form", "%s: no such file", path)
	}
	return nil, locked(err, "--password-file FILE")
}

// locked adds to the error of a form that does not open with its password, or
// without one, the flag that takes it.
func locked(err error, flag string) error {
	switch {
	case errors.Is(err, guest.ErrLocked):
		return hinted(flag+" names a file with the password in its first line", "%w", err)
	case errors.Is(err, guest.ErrPassword):
		return hinted("save a copy of the form without a password, or with one of letters and digits", "%w", err)
	}
	return err
}

// isPaper tells whether a word names a form.
func isPaper(s string) bool {
	for _, f := range forms.Papers() {
		if strings.EqualFold(f, s) {
			return true
		}
	}
	return false
}

// mapping is the one in a file, or without one that which mappe has for a form
// with such fields; it fits the fields.
func (o *options) mapping(path, pdf string, form *guest.Form) (*forms.Mapping, error) {
	names := fieldNames(form)
	m, err := forms.ShippedMapping(forms.FieldsDigest(names))
	if path != "" {
		m, err = o.readMapping(path)
	}
	switch {
	case err != nil:
		return nil, err
	case m == nil:
		return nil, hinted("mappe form inspect "+pdf+" --mapping-template prints the beginning of one", "%s: mappe has no mapping for this form; give one with --mapping FILE", pdf)
	}
	return m, o.fits(m, form)
}

// fits compares a mapping with the fields of a form.
func (o *options) fits(m *forms.Mapping, form *guest.Form) error {
	names := fieldNames(form)
	if err := m.Check(names); err != nil {
		return err
	}
	if m.Fields != "" && m.Fields != forms.FieldsDigest(names) {
		fmt.Fprintf(o.stderr, "mappe: %s: was written for a form with other fields (%s, not %s); compare it with mappe form inspect\n", m.File, m.Fields, forms.FieldsDigest(names))
	}
	return nil
}

func (o *options) readMapping(path string) (*forms.Mapping, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, hinted("give the YAML file of the mapping", "--mapping %s: cannot be read: %w", path, cause(err))
	}
	o.keep = append(o.keep, path)
	return forms.ReadMapping(path, src)
}

// fieldNames are those that can be filled in.
func fieldNames(form *guest.Form) (names []string) {
	for _, x := range form.Fields {
		names = append(names, x.Name)
	}
	return names
}

// person is the index of the applicant that --applicant names; without it there
// must be one only.
func (w *work) person(id string) (int, error) {
	var ids []string
	for i, a := range w.list.Profile.Applicants {
		if a.ID == id {
			return i, nil
		}
		ids = append(ids, a.ID)
	}
	switch {
	case id != "":
		return 0, usage("--applicant: %s has no applicant %q; did you mean %q?", w.path, id, profile.Nearest(id, ids))
	case len(ids) != 1:
		return 0, usage("%s has several applicants, and a form is one person's; give --applicant with one of %s", w.path, strings.Join(ids, ", "))
	}
	return 0, nil
}
