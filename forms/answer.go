package forms

import (
	"reflect"
	"strings"

	"mappe/internal/civil"
	"mappe/profile"
)

// Answer is what somebody has answered to a fact: a civil.Date, a bool or the
// text of a choice. It is nil for a fact that is not known, and for a list.
func Answer(a *profile.Applicant, k profile.Key) any {
	if k == profile.EUCitizen.Key { // which citizenship may answer
		if yes := profile.EUCitizen.Get(a); yes != nil {
			return *yes
		}
		return nil
	}
	v := field(reflect.ValueOf(a).Elem(), string(k), false)
	if !v.IsValid() || v.Kind() != reflect.Pointer || v.IsNil() {
		return nil
	}
	switch x := v.Elem().Interface().(type) {
	case civil.Date, bool:
		return x
	}
	if v.Elem().Kind() == reflect.String {
		return v.Elem().String()
	}
	return nil
}

// field is the place of a key of the format in a struct; the blocks on the way
// are made, or else without one there is no place.
func field(v reflect.Value, key string, makes bool) reflect.Value {
	block, rest, dotted := strings.Cut(key, ".")
	for i := range v.NumField() {
		switch tag := v.Type().Field(i).Tag.Get("yaml"); {
		case tag == ",inline":
			if f := field(v.Field(i), key, makes); f.IsValid() {
				return f
			}
		case tag != block:
		case !dotted:
			return v.Field(i)
		default:
			b := v.Field(i)
			if b.IsNil() && makes {
				b.Set(reflect.New(b.Type().Elem()))
			}
			if b.IsNil() {
				return reflect.Value{}
			}
			return field(b.Elem(), rest, makes)
		}
	}
	return reflect.Value{}
}
