package profile

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

var (
	countryCode  = regexp.MustCompile(`^[A-Z]{2}$`)
	languageCode = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)
)

// quoted tells whether a scalar stands in quotes or in a block, and so is text.
func quoted(n *yaml.Node) bool {
	return n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// text is the written text of a scalar: 0800 stays "0800".
func (r *reader) text(at place, country bool) string {
	n := at.node
	switch {
	case n.Kind != yaml.ScalarNode:
		r.fail(at, "want text, got %s", what(n))
	case n.Tag == "!!bool":
		r.fail(at, "want text, got %s; put it in quotes if it is meant as text", n.Value)
	case strings.TrimSpace(n.Value) == "":
		r.fail(at, "empty text; give a value, or leave the key out while it is not known")
	case country && !countryCode.MatchString(n.Value):
		r.fail(at, "%s is not a country code; write two capital letters of ISO 3166-1, such as DK or NO", quote(n.Value))
	case isLanguage(at.key()) && !languageCode.MatchString(n.Value):
		r.fail(at, "%s is not a language code; write a tag such as da, uk or pt-BR", quote(n.Value))
	default:
		return n.Value
	}
	return ""
}

func (r *reader) date(d *civil.Date, at place) {
	if at.node.Kind != yaml.ScalarNode {
		r.fail(at, "want a day, YYYY-MM-DD, got %s", what(at.node))
		return
	}
	day, err := civil.Parse(at.node.Value)
	if err != nil {
		r.fail(at, "%s is not a day; write YYYY-MM-DD, a day that exists", quote(at.node.Value))
		return
	}
	*d = day
}

func (r *reader) truth(v reflect.Value, at place) {
	switch n := at.node; {
	case n.Kind == yaml.ScalarNode && !quoted(n) && (n.Value == "true" || n.Value == "false"):
		v.SetBool(n.Value == "true")
	case n.Kind == yaml.ScalarNode && quoted(n):
		r.fail(at, "want true or false, got the text %s; write it without quotes", quote(n.Value))
	default:
		r.fail(at, "want true or false, got %s; write true or false", what(n))
	}
}

func (r *reader) number(v reflect.Value, at place) {
	n, err := strconv.Atoi(at.node.Value)
	if at.node.Kind != yaml.ScalarNode || quoted(at.node) || err != nil || strconv.Itoa(n) != at.node.Value {
		r.fail(at, "want a whole number, got %s", what(at.node))
		return
	}
	v.SetInt(int64(n))
}

func (r *reader) choice(v reflect.Value, at place) {
	set := v.Interface().(closed).Choices()
	n := at.node
	switch {
	case n.Kind != yaml.ScalarNode:
		r.fail(at, "want %s, got %s", or(set), what(n))
	case !slices.Contains(set, n.Value):
		if word, slip := nearest(n.Value, set); slip {
			r.fail(at, "unknown value %s; did you mean %q? (%s)", quote(n.Value), word, or(set))
			return
		}
		r.fail(at, "unknown value %s; write %s", quote(n.Value), or(set))
	default:
		v.SetString(n.Value)
	}
}
