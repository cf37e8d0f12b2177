package profile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

// Encode writes p as YAML in the order of the format, absent facts left out.
// Decode reads it back as an equal profile; what Decode would refuse is an
// error here.
func Encode(p *Profile) ([]byte, error) {
	out, err := yaml.Dump(node("", reflect.ValueOf(*p)), yaml.WithLineWidth(-1))
	if err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	if _, err := Decode("profile", out); err != nil {
		return nil, err
	}
	return out, nil
}

// node is v as it stands in the file under key, nil for an absent fact.
func node(key string, v reflect.Value) *yaml.Node {
	t := v.Type()
	switch {
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice:
		if v.IsNil() {
			return nil
		}
		if t.Kind() == reflect.Slice {
			return sequence(v)
		}
		return node(key, v.Elem())
	case t == dateType:
		return scalar("!!timestamp", v.Interface().(civil.Date).String())
	case t == nameType && v.Interface().(Name).Whole != "":
		return textNode(v.Interface().(Name).Whole)
	case t == fileType && v.Interface().(File) == File{File: v.Interface().(File).File}:
		return textNode(v.Interface().(File).File)
	case t.Kind() == reflect.Struct:
		return mapping(v)
	case t.Kind() == reflect.Bool:
		return scalar("!!bool", strconv.FormatBool(v.Bool()))
	case t.Kind() == reflect.Int:
		return scalar("!!int", strconv.FormatInt(v.Int(), 10))
	}
	return textNode(v.String())
}

func mapping(v reflect.Value) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, f := range fieldsOf(v.Type()) {
		value := v.FieldByIndex(f.Index)
		if value.Kind() != reflect.Pointer && value.Kind() != reflect.Slice && value.IsZero() {
			continue // a plain value is absent when it is zero
		}
		if n := node(f.Key, value); n != nil {
			m.Content = append(m.Content, scalar("!!str", f.Key), n)
		}
	}
	if len(m.Content) == 0 || isRun(v.Type()) {
		m.Style = yaml.FlowStyle
	}
	return m
}

// isRun tells whether t is a line of a list of periods, which reads best as one.
func isRun(t reflect.Type) bool {
	return t == reflect.TypeFor[Period]() || t == reflect.TypeFor[Absence]() || t == reflect.TypeFor[Work]()
}

func sequence(v reflect.Value) *yaml.Node {
	s := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for i := range v.Len() {
		s.Content = append(s.Content, node("", v.Index(i)))
	}
	if k := v.Type().Elem().Kind(); k == reflect.String || v.Len() == 0 {
		s.Style = yaml.FlowStyle
	}
	return s
}

func scalar(tag, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value}
}

// textNode is a string node; the writer quotes what would otherwise be read as
// something else.
func textNode(s string) *yaml.Node {
	n := scalar("!!str", s)
	odd := func(r rune) bool { return !unicode.IsPrint(r) && r != ' ' }
	if strings.ContainsFunc(s, odd) || s != strings.TrimSpace(s) || s == "<<" {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}
