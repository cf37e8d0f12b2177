package profile

import (
	"reflect"
	"strings"
)

// Words name a thing in each language in which mappe is authoritative, or in one
// way for all.
type Words struct {
	EN    string `yaml:"en"`
	DA    string `yaml:"da"`
	Whole string `yaml:"-"` // set when the file gives one string
}

var wordsType = reflect.TypeFor[Words]()

// In is the name for a reader of a language: in Danish, to others in English.
func (w Words) In(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	switch {
	case w.Whole != "":
		return w.Whole
	case base == "da":
		return w.DA
	}
	return w.EN
}
