package packets

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/guest"
	"mappe/internal/pdf"
	"mappe/profile"
)

// Official is a form of the person's own that is to stand in its place.
type Official struct {
	Form     string         // one of forms.Papers
	Path     string         // as it was given
	Root     *os.Root       // its folder, open until the packets are written
	Password string         // that opens it, "" for none
	Mapping  *forms.Mapping // what fills it in, nil: it is put in as it is
	Fields   *guest.Form    // nil where its fields could not be read
}

// ownForm is what an Input is of an official form.
type ownForm struct {
	form string // MF4, …
	sum  [32]byte
	size int64 // of the file on the disk
	bare bool  // it is to be filled in by hand: the data sheet faces it
}

// formItems are the items of the checklist that a form stands in.
func formItems(form string) []string {
	switch form {
	case forms.MF4:
		return []string{"form-mf4"}
	case forms.BF1:
		return []string{"form-bf1"}
	case forms.BF23:
		return []string{"form-bf2", "form-bf3"}
	case "BF2":
		return []string{"form-bf2"}
	case "BF3":
		return []string{"form-bf3"}
	case forms.OD2D:
		return []string{"form-od2d"}
	}
	return nil
}

// Enclose puts an official form in its place: at the item of every applicant who
// has no file or status of their own there. The answer is the checklist with the
// form in it, and what is to be said where it was not used.
func (in Inputs) Enclose(ctx context.Context, l *checklist.Checklist, v Voice, o Official) (*checklist.Checklist, []Remark, error) {
	copied := *l
	copied.People = slices.Clone(l.People)
	var said []Remark
	used := false
	for i, p := range l.People {
		if p.Outcome != forms.File {
			continue
		}
		n := slices.IndexFunc(p.Items, func(it checklist.Item) bool { return slices.Contains(formItems(o.Form), it.ID) })
		if n < 0 {
			continue
		}
		used = true
		if it := p.Items[n]; len(it.Given) > 0 {
			said = append(said, Remark{Kind: "official-own", File: o.Path, Where: v.Named(p.Facts.Applicant)})
			continue
		}
		f, err := in.enclosed(ctx, v, o, p)
		if err != nil {
			return nil, nil, fmt.Errorf("--official %s=%s: %w", o.Form, o.Path, err)
		}
		now := *p
		now.Items = slices.Clone(p.Items)
		it := &now.Items[n]
		it.Given, it.Have, it.Missing = []profile.Document{{Item: it.ID, Files: []profile.File{f}}}, true, false
		copied.People[i] = &now
	}
	if !used {
		return nil, nil, fmt.Errorf("--official %s=%s: nobody here files %s; the forms that are due: %s", o.Form, o.Path, o.Form, strings.Join(due(l), ", "))
	}
	return &copied, said, nil
}

// due are the forms of the applications.
func due(l *checklist.Checklist) (all []string) {
	for _, a := range l.Applications {
		if !slices.Contains(all, a.Form) {
			all = append(all, a.Form)
		}
	}
	return all
}

// enclosed is the form for one person, filled in where that can be.
func (in Inputs) enclosed(ctx context.Context, v Voice, o Official, p *checklist.Person) (profile.File, error) {
	base := filepath.Base(o.Path)
	plain, err := inspect(&shelf{root: o.Root}, base, o.Password)
	if err != nil {
		return profile.File{}, errors.New(v.Problem(err.(*Problem)))
	}
	if plain.own, err = plain.asOwn(o.Form); err != nil {
		return profile.File{}, err
	}
	x, remarks := plain, []Remark(nil)
	say := func(kind, detail string) { remarks = append(remarks, Remark{Kind: kind, Detail: detail}) }
	name := base
	switch why := o.unfillable(); {
	case why != "":
		plain.own.bare = true
		say("official-blank", v.Must("official."+why))
	default:
		filled, report, err := FillForm(ctx, o.Path, o.Password, o.Fields, o.Mapping, p)
		if err != nil {
			return profile.File{}, err
		}
		if filled.Added != nil {
			name = strings.TrimSuffix(base, filepath.Ext(base)) + "-" + p.ID() + ".pdf"
			if x, err = plain.updated(filled.Size, filled.Added, o.Password); err != nil {
				return profile.File{}, err
			}
		}
		v.tell(report, say)
	}
	say("official", "")
	f := profile.File{File: in.free(name, x)}
	x.Path, x.source.Name = f.File, f.File
	in.found[key(f)], in.counts[f.File] = x, x.Pages
	in.remark(x.remarks()...)
	for _, r := range remarks {
		r.File = f.File
		in.remark(r)
	}
	if err := in.look(f, true); err != nil {
		return f, err
	}
	if problem := in.problems[key(f)]; problem != nil {
		return f, errors.New(v.Problem(problem))
	}
	return f, nil
}

// tell says what of the values is not in the form.
func (v Voice) tell(r *FormReport, say func(kind, detail string)) {
	var lost, open []string
	for _, f := range r.Lost {
		lost = append(lost, f.Field+" ("+v.formWhy(f)+")")
	}
	for _, f := range r.NoFact {
		open = append(open, f.Field+v.from(f.Facts))
	}
	if len(lost) > 0 {
		say("official-lost", strings.Join(lost, ", "))
	}
	if len(open) > 0 {
		say("official-no-fact", strings.Join(open, ", "))
	}
	if len(r.Open) > 0 {
		say("official-open", strings.Join(r.Open, ", "))
	}
}

// unfillable is why the form is put in as it is, "" where it is filled in.
func (o Official) unfillable() string {
	switch {
	case o.Fields == nil:
		return "unread"
	case o.Fields.XFA != "":
		return "xfa"
	case o.Fields.Signed:
		return "signed"
	case len(o.Fields.Fields) == 0:
		return "no-fields"
	case o.Mapping == nil:
		return "no-mapping"
	}
	return ""
}

// free is a path for a form that no other file has.
func (in Inputs) free(name string, x *Input) string {
	name = path.Clean(name)
	for i := 1; ; i++ {
		try := name
		if i > 1 {
			try = fmt.Sprintf("official-%d/%s", i, name)
		}
		k := key(profile.File{File: try})
		if old := in.found[k]; in.problems[k] == nil && (old == nil || old.own != nil && x.own != nil && old.own.sum == x.own.sum && old.Size == x.Size) {
			return try
		}
	}
}

// asOwn notes which file on the disk it is.
func (in *Input) asOwn(form string) (*ownForm, error) {
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(in.source, 0, in.Size)); err != nil {
		return nil, err
	}
	return &ownForm{form: form, sum: [32]byte(h.Sum(nil)), size: in.Size}, nil
}

// updated is the file with an update behind it, opened with the password.
func (in *Input) updated(size int64, added []byte, password string) (*Input, error) {
	if size != in.Size {
		return nil, errors.New("changed while it was read; let the other program finish, and try again")
	}
	x, err := look(in.Path, pdf.NewSource(behind{in.volume, size, added}, size+int64(len(added))), password)
	if err != nil {
		return nil, err
	}
	x.volume, x.own = in.volume, in.own
	return x, nil
}

// behind is a file with more behind its end.
type behind struct {
	io.ReaderAt
	size  int64
	added []byte
}

func (b behind) ReadAt(p []byte, at int64) (n int, err error) {
	if at < b.size {
		n, err = b.ReaderAt.ReadAt(p[:min(int64(len(p)), b.size-at)], at)
		if err != nil && err != io.EOF || n == len(p) {
			return n, err
		}
	}
	n += copy(p[n:], b.added[min(max(at+int64(n)-b.size, 0), int64(len(b.added))):])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
