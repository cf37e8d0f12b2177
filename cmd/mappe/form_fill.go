package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"mappe/internal/fields"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/packets"
)

// filling is one run of form fill.
type filling struct {
	form, profile, out, mapping, applicant, password string
}

func newFormFill(o *options) *cobra.Command {
	var x filling
	var secret passwordFile
	c := &cobra.Command{
		Use:   "fill FORM PROFILE",
		Short: "puts a person's facts into a form, as a mapping says",
		Long: `Writes a copy of a PDF form with a person's facts in its fields. FORM is the file
that you have downloaded; nothing in it is changed but the fields, and it can be
gone on with in any program, to be signed or sent online.

What was filled in is read again from the finished file. The report says what is
in the form, which fields have no fact, which facts have no field, and what is not
in the form as it was meant and must be written by hand. The exit code is 5 when
there is such a value, or when a field that the form requires is empty.`,
		Example: `  mappe form fill mf4.pdf case.yaml --mapping mf4.yaml --applicant maria -o filled.pdf`,
		Args:    wants(2, "FORM", "PROFILE"),
		RunE: func(c *cobra.Command, args []string) (err error) {
			x.form, x.profile = args[0], args[1]
			if x.out == "" {
				return usage("where is the filled-in form to go? Give -o FILE")
			}
			if x.password, err = secret.read(o, c); err != nil {
				return err
			}
			return o.runFill(x)
		},
	}
	c.Flags().StringVarP(&x.out, "output", "o", "", "the `file` to write")
	c.Flags().StringVar(&x.mapping, "mapping", "", "`file` that says which fact goes into which field")
	c.Flags().StringVar(&x.applicant, "applicant", "", "whose form it is, by `id`")
	c.Flags().BoolVar(&o.json, "json", false, "print the report as JSON")
	secret.flag(c, "of the form")
	return c
}

func (o *options) runFill(x filling) (err error) {
	defer locales.Rescue(&err)
	o.sweepFor(x.out)
	o.keep = append(o.keep, x.form)
	w, err := o.load(x.profile)
	if err != nil {
		return err
	}
	i, err := w.person(x.applicant)
	if err != nil {
		return err
	}
	form, err := o.inspect(x.form, x.password)
	if err != nil {
		return err
	}
	if err := form.Fillable(); err != nil {
		return fmt.Errorf("%s: %w", x.form, err)
	}
	m, err := o.mapping(x.mapping, x.form, form)
	if err != nil {
		return err
	}
	w.keep = o.keep
	p := w.list.People[i]
	filled, report, err := packets.FillForm(context.Background(), x.form, x.password, form, m, p)
	if err != nil {
		return err
	}
	if err := w.writeFiles([]output{{path: x.out, fill: func(to io.WriterAt) error { return updated(to, x.form, filled) }}}); err != nil {
		return err
	}
	if o.json {
		err = printJSON(o.stdout, report)
	} else if err = page.Text(o.stdout, w.voice.FormReport(report, w.voice.Named(p.Facts.Applicant)), 0); err == nil {
		_, err = fmt.Fprintln(o.stdout, filepath.Clean(x.out))
	}
	if err == nil && !report.Whole() {
		return &exit{code: exitHoles}
	}
	return err
}

// updated writes a file with more behind its end.
func updated(to io.WriterAt, path string, filled *fields.Filled) error {
	from, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	defer from.Close()
	n, err := io.Copy(io.NewOffsetWriter(to, 0), from)
	if err != nil {
		return err
	}
	if len(filled.Added) > 0 && filled.Size != n {
		return fmt.Errorf("%s: changed while it was read; let the other program finish, and try again", path)
	}
	_, err = to.WriteAt(filled.Added, n)
	return err
}
