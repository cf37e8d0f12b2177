package profile

import (
	"cmp"
	"reflect"
	"strings"
)

// Merged is applicant i with the shared facts filled in, field by field: what
// the applicant gives stands, be it one field of a block; a name or a list is
// one fact. The result shares memory with p: neither may be changed while the
// other is in use.
func (p *Profile) Merged(i int) *Applicant {
	if p.Shared == (Shared{}) {
		return &p.Applicants[i]
	}
	a := p.Applicants[i]
	own, shared := &a.Shared, &p.Shared
	own.Goal = cmp.Or(own.Goal, shared.Goal)
	own.Filing = cmp.Or(own.Filing, shared.Filing)
	own.Language = cmp.Or(own.Language, shared.Language)
	own.Representative = mergedBlock(own.Representative, shared.Representative)
	own.Sponsor = mergedBlock(own.Sponsor, shared.Sponsor)
	own.DanishFamilyMember = mergedBlock(own.DanishFamilyMember, shared.DanishFamilyMember)
	own.StayAbroad = mergedBlock(own.StayAbroad, shared.StayAbroad)
	return &a
}

// mergedBlock is a block with the fields that it leaves open taken from
// another.
func mergedBlock[T any](mine, theirs *T) *T {
	if mine == nil || theirs == nil {
		return cmp.Or(mine, theirs)
	}
	out := *mine
	own, shared := reflect.ValueOf(&out).Elem(), reflect.ValueOf(theirs).Elem()
	for i := range own.NumField() {
		if f := own.Field(i); f.IsZero() {
			f.Set(shared.Field(i))
		}
	}
	return &out
}

// SharedKey tells whether a question for k is put once, for all applicants: k
// is a fact that may stand at the top, or in a block that may, and no applicant
// has a value of its own there.
func (p *Profile) SharedKey(k Key) bool {
	top, _, _ := strings.Cut(string(k), ".")
	for _, f := range fieldsOf(reflect.TypeFor[Shared]()) {
		if f.Key != top {
			continue
		}
		for i := range p.Applicants {
			if own := reflect.ValueOf(p.Applicants[i].Shared).FieldByIndex(f.Index); hasFact(own) {
				return false
			}
		}
		return true
	}
	return false
}

// hasFact tells whether a fact, or any fact of a block, is known.
func hasFact(v reflect.Value) bool {
	if v.IsNil() {
		return false
	}
	return !isBlock(v.Type()) || !v.Elem().IsZero()
}

// Clone is a copy of p that shares no memory with it.
func (p *Profile) Clone() *Profile {
	c := clone(reflect.ValueOf(*p)).Interface().(Profile)
	return &c
}

// clone is a copy of v that shares no memory with it.
func clone(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(clone(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(clone(v.Index(i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(clone(v.Field(i)))
		}
	default:
		out.Set(v)
	}
	return out
}
