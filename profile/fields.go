package profile

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"mappe/internal/civil"
)

// field is one key of a block of the format and the struct field it fills.
type field struct {
	Key   string
	Index []int // as reflect.Value.FieldByIndex takes it
	Type  reflect.Type
}

// closed is a type whose values are the members of a closed set.
type closed interface{ Choices() []string }

var (
	dateType    = reflect.TypeFor[civil.Date]()
	nameType    = reflect.TypeFor[Name]()
	fileType    = reflect.TypeFor[File]()
	countryType = reflect.TypeFor[Country]()
	closedType  = reflect.TypeFor[closed]()
)

var fieldCache sync.Map // reflect.Type → []field

// fieldsOf are the keys of a struct in the order of the struct, with those of
// inlined structs in their place.
func fieldsOf(t reflect.Type) []field {
	if fs, ok := fieldCache.Load(t); ok {
		return fs.([]field)
	}
	var fs []field
	for f := range t.Fields() {
		switch key, inline := strings.CutSuffix(f.Tag.Get("yaml"), ",inline"); {
		case inline:
			for _, in := range fieldsOf(f.Type) {
				fs = append(fs, field{in.Key, slices.Concat(f.Index, in.Index), in.Type})
			}
		case key != "-" && key != "":
			fs = append(fs, field{key, f.Index, f.Type})
		}
	}
	fieldCache.Store(t, fs)
	return fs
}

// keysOf are the keys of fieldsOf.
func keysOf(t reflect.Type) []string {
	var keys []string
	for _, f := range fieldsOf(t) {
		keys = append(keys, f.Key)
	}
	return keys
}

// deref is the type that a pointer points to, or t itself.
func deref(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// isBlock tells whether a field of type t is a mapping of further facts, not a
// fact of its own.
func isBlock(t reflect.Type) bool {
	t = deref(t)
	return t.Kind() == reflect.Struct && t != dateType && t != nameType
}

// isLanguage tells whether the text under key is a language code.
func isLanguage(key string) bool { return key == "language" || key == "document_languages" }
