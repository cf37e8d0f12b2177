package guest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// fillForm is the verb: it runs in the guest.
func fillForm(request json.RawMessage, files []*os.File) (any, error) {
	var ask fillRequest
	if err := decode(request, &ask); err != nil {
		return nil, err
	}
	if len(files) != 1 {
		return nil, errors.New("not one file")
	}
	f, err := readForm(files[0], ask.Password)
	if err != nil {
		return nil, err
	}
	if err := f.report().Fillable(); err != nil {
		return nil, err
	}
	u, err := newUpdate(f, files[0])
	if err != nil {
		return nil, err
	}
	var looks *graft
	if len(ask.Looks) > 0 {
		if looks, err = newGraft(u, ask.Looks); err != nil {
			return nil, fmt.Errorf("the looks: %w", err)
		}
	}
	for _, s := range ask.Settings {
		if err := s.check(f.nodes, looks.pages()); err != nil {
			return nil, err
		}
		if err := u.set(f.nodes[s.Field], s, looks); err != nil {
			return nil, err
		}
	}
	u.drawn()
	f.dropRights(u)
	added, err := u.bytes()
	return Update{u.size, added}, err
}

// set gives a field its value.
func (u *update) set(n *formField, s Setting, looks *graft) error {
	u.changes(n.home)
	switch n.Type {
	case FieldCheckbox, FieldRadio:
		u.switches(n, s.Value)
	case FieldText, FieldDate, FieldChoice, FieldList:
		delete(n.dict, "RV") // the same in rich text
		u.choose(n, s.Value)
	default:
		return fmt.Errorf("field %q is a %s, which has no value", n.Name, n.Type)
	}
	for i, page := range s.Looks {
		if page == 0 {
			continue
		}
		w := n.widgets[i]
		look, err := looks.look(page, n.Widgets[i])
		if err != nil {
			return err
		}
		u.changes(w.home)
		w.dict["AP"] = types.Dict{"N": look}
		if i < len(s.Off) && s.Off[i] > 0 {
			off, err := looks.look(s.Off[i], n.Widgets[i])
			if err != nil {
				return err
			}
			w.dict["AP"] = types.Dict{"N": types.Dict{types.EncodeName(n.Widgets[i].State): look, "Off": off}}
		}
	}
	return nil
}

// choose stores words, and of a choice which of its options they are.
func (u *update) choose(n *formField, value []string) {
	delete(n.dict, "V")
	delete(n.dict, "I")
	switch {
	case len(value) == 1:
		n.dict["V"] = textString(value[0])
	case len(value) > 1:
		all := types.Array{}
		for _, v := range value {
			all = append(all, textString(v))
		}
		n.dict["V"] = all
	}
	if n.Type != FieldChoice && n.Type != FieldList {
		return
	}
	var at types.Array
	for i, c := range n.Choices {
		if slices.Contains(value, c.Value) {
			at = append(at, types.Integer(i))
		}
	}
	if len(at) > 0 {
		n.dict["I"] = at
	}
}

// switches turns the boxes of a field on and off.
func (u *update) switches(n *formField, value []string) {
	state := "Off"
	if len(value) > 0 {
		state = value[0]
	}
	n.dict["V"] = types.Name(types.EncodeName(state))
	for i, w := range n.widgets {
		as := "Off"
		if n.Widgets[i].State == state {
			as = state
		}
		u.changes(w.home)
		w.dict["AS"] = types.Name(types.EncodeName(as))
	}
}

// drawn takes back the wish that viewers draw every field anew: they would do it
// in fonts that lack letters.
func (u *update) drawn() {
	if !u.f.Remake {
		return
	}
	delete(u.f.acro, "NeedAppearances")
	home := u.f.root()
	if ref, ok := u.f.catalog["AcroForm"].(types.IndirectRef); ok {
		home = ref.ObjectNumber.Value()
	}
	u.changes(home)
}

// dropRights takes away usage rights: they are for the file as it was, and
// Adobe's reader would refuse the changed one.
func (f *form) dropRights(u *update) {
	if !f.Rights {
		return
	}
	perms := types.Dict{}
	for key, value := range f.dict(f.catalog["Perms"]) {
		if key != "UR" && key != "UR3" {
			perms[key] = value
		}
	}
	if delete(f.catalog, "Perms"); len(perms) > 0 {
		f.catalog["Perms"] = perms
	}
	u.changes(f.root())
}

// textString is a string of the file: as it is where its letters are plain,
// else in UTF-16.
func textString(s string) types.Object {
	s = strings.ReplaceAll(s, "\n", "\r")
	if !strings.ContainsFunc(s, func(r rune) bool { return r < 0x09 || r > 0x7e }) {
		return types.NewHexLiteral([]byte(s))
	}
	var b bytes.Buffer
	b.WriteString("\xfe\xff")
	for _, unit := range utf16.Encode([]rune(s)) {
		b.Write([]byte{byte(unit >> 8), byte(unit)})
	}
	return types.NewHexLiteral(b.Bytes())
}
