package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/forms"
	"mappe/internal/guest"
	"mappe/packets"
	"mappe/profile"
)

// ownForms are the flags that put official forms of the person's own into a
// packet.
type ownForms struct {
	named, mappings, secrets []string
	all                      []packets.Official
}

func (x *ownForms) flags(c *cobra.Command) {
	c.Flags().StringArrayVar(&x.named, "official", nil, "`FORM=FILE`: your own copy of an official form, put in its place (several times for several forms)")
	c.Flags().StringArrayVar(&x.mappings, "mapping", nil, "`file` that says which fact goes into which field of an --official form")
	c.Flags().StringArrayVar(&x.secrets, "official-password-file", nil, "`FORM=FILE`: file with the password of an --official form in its first line")
}

// officialNamed splits the FORM=FILE of a flag.
func officialNamed(flag, s string) (form, path string, err error) {
	form, path, found := strings.Cut(s, "=")
	if !found || path == "" {
		return "", "", usage("%s %s: want FORM=FILE, such as MF4=FILE", flag, s)
	}
	for _, f := range forms.Papers() {
		if strings.EqualFold(f, form) {
			return f, path, nil
		}
	}
	return "", "", usage("%s %s: unknown form %q; did you mean %q? There are %s", flag, s, form, profile.Nearest(form, forms.Papers()), strings.Join(forms.Papers(), ", "))
}

// open looks at the forms, which stay open until close, and at their mappings.
func (x *ownForms) open(o *options, w *work) error {
	var mappings []*forms.Mapping
	for _, path := range x.mappings {
		m, err := o.readMapping(path)
		if err != nil {
			return err
		}
		mappings = append(mappings, m)
	}
	if len(x.mappings) > 0 && len(x.named) == 0 {
		return usage("--mapping says how a form is filled in; give the form with --official FORM=FILE")
	}
	passwords, err := x.passwords(o)
	if err != nil {
		return err
	}
	used := map[*forms.Mapping]bool{}
	for _, named := range x.named {
		form, path, err := officialNamed("--official", named)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(x.all, func(o packets.Official) bool { return o.Form == form }) {
			return usage("--official: %s stands there twice; give one file", form)
		}
		root, err := os.OpenRoot(filepath.Dir(path))
		if err == nil {
			_, err = root.Stat(filepath.Base(path))
		}
		if err != nil {
			if root != nil {
				root.Close()
			}
			if errors.Is(err, fs.ErrNotExist) {
				return hinted("mappe ships no form; download it from the authority, and name the file", "--official %s=%s: no such file", form, path)
			}
			return hinted("check the path and its permissions", "--official %s=%s: cannot be read: %w", form, path, cause(err))
		}
		own := packets.Official{Form: form, Path: path, Root: root, Password: passwords[form]}
		x.all = append(x.all, own)
		o.keep = append(o.keep, path)
		if err := x.look(o, &x.all[len(x.all)-1], mappings, used); err != nil {
			return err
		}
	}
	w.keep, w.enclose = o.keep, func(in packets.Inputs) error { return x.enclose(o, w, in) }
	for i, m := range mappings {
		if !used[m] {
			return usage("--mapping %s: is for the form %s, and none of --official is that", x.mappings[i], m.Form)
		}
	}
	return nil
}

// passwords are those of the forms that open with one only.
func (x *ownForms) passwords(o *options) (map[string]string, error) {
	const flag = "--official-password-file"
	all := map[string]string{}
	for _, s := range x.secrets {
		form, path, err := officialNamed(flag, s)
		if err != nil {
			return nil, err
		}
		named := slices.ContainsFunc(x.named, func(s string) bool {
			other, _, err := officialNamed("--official", s)
			return err == nil && other == form
		})
		switch _, twice := all[form]; {
		case twice:
			return nil, usage("%s: %s stands there twice; give one file", flag, form)
		case !named:
			return nil, usage("%s %s: there is no form %s to open; give it with --official %[3]s=FILE", flag, s, form)
		}
		if all[form], err = o.password(flag+" "+s, path); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// look finds the fields of a form and the mapping for them.
func (x *ownForms) look(o *options, own *packets.Official, mappings []*forms.Mapping, used map[*forms.Mapping]bool) error {
	form, err := guest.Inspect(context.Background(), own.Path, own.Password, guest.Limits{})
	switch {
	case errors.Is(err, guest.ErrLocked):
		return locked(err, "--official-password-file "+own.Form+"=FILE")
	case errors.Is(err, guest.ErrRefused) || errors.Is(err, guest.ErrPassword) || errors.Is(err, guest.ErrCrash):
		// a picture, say, or a file of which pdfcpu makes nothing: put in as it is
	case err != nil:
		return err
	default:
		own.Fields = form
	}
	for _, m := range mappings {
		if m.Form != "" && m.Form != own.Form && !(m.Form == forms.BF23 && (own.Form == "BF2" || own.Form == "BF3")) {
			continue
		}
		used[m] = true
		if form == nil || form.Fillable() != nil {
			continue // said of the form itself
		}
		if err := o.fits(m, form); err != nil {
			return err
		}
		own.Mapping = m
	}
	if own.Mapping == nil && form != nil && form.Fillable() == nil {
		if own.Mapping, err = forms.ShippedMapping(forms.FieldsDigest(fieldNames(form))); err != nil {
			return err
		}
	}
	return nil
}

func (x *ownForms) close() {
	for _, own := range x.all {
		own.Root.Close()
	}
}

// enclose puts the forms into the checklist and among the files.
func (x *ownForms) enclose(o *options, w *work, in packets.Inputs) error {
	for _, own := range x.all {
		list, said, err := in.Enclose(context.Background(), w.list, w.voice, own)
		if err != nil {
			return err
		}
		w.list = list
		for _, r := range said {
			o.say("%s", w.voice.Remark(r))
		}
	}
	return nil
}
