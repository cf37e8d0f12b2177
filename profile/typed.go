package profile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

const (
	maxTyped = 4096 // bytes that a person types as one answer

	// None is how an empty list is typed.
	None = "none"
)

// typed is the node of an answer.
func typed(q Question, text string) (*yaml.Node, error) {
	switch q.Kind {
	case "documents":
		return nil, fmt.Errorf("documents are not typed in a line; write them in the file")
	case "date":
		return scalar("!!timestamp", text), nil
	case "bool":
		return scalar("!!bool", text), nil
	case "countries", "languages", "periods", "absences", "work":
		list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle}
		if text == None {
			return list, nil
		}
		for item := range strings.SplitSeq(text, ",") {
			n, err := typedItem(q.Kind, strings.TrimSpace(item))
			if err != nil {
				return nil, err
			}
			list.Content = append(list.Content, n)
			if n.Kind == yaml.MappingNode {
				list.Style = 0
			}
		}
		return list, nil
	}
	return textNode(text), nil
}

func typedItem(kind, item string) (*yaml.Node, error) {
	if kind == "countries" || kind == "languages" {
		return textNode(item), nil
	}
	days, marks, marked := strings.Cut(item, "/")
	from, to, ok := strings.Cut(days, "..")
	if !ok || marked && kind == "periods" {
		return nil, fmt.Errorf("%s is no run of days; write FIRST..LAST, such as 2021-10-05..2023-06-30, or %q", quote(item), None)
	}
	m := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Style: yaml.FlowStyle}
	add := func(key, tag, value string) {
		m.Content = append(m.Content, scalar("!!str", key), scalar(tag, strings.TrimSpace(value)))
	}
	add("from", "!!timestamp", from)
	add("to", "!!timestamp", to)
	switch {
	case !marked:
	case kind == "absences":
		add("reason", "!!str", marks)
	default:
		for mark := range strings.SplitSeq(marks, "/") {
			switch share, isShare := strings.CutSuffix(strings.TrimSpace(mark), "%"); {
			case isShare:
				add("share", "!!int", share)
			case share == "abroad" || share == "denmark":
				add("abroad", "!!bool", strconv.FormatBool(share == "abroad"))
			default:
				return nil, fmt.Errorf("%s after the days of work; write /abroad, /denmark or a share such as /50%%", quote("/"+mark))
			}
		}
	}
	return m, nil
}

// textOf is the value of a fact as it is typed.
func textOf(block reflect.Value, k Key) string {
	if _, ok := Lookup(k); !ok {
		return ""
	}
	v := slot(block, k, false)
	if !v.IsValid() || v.IsZero() {
		return ""
	}
	if v.Kind() == reflect.Slice {
		var items []string
		for i := range v.Len() {
			items = append(items, spell(v.Index(i).Interface()))
		}
		if len(items) == 0 {
			return None
		}
		return strings.Join(items, ", ")
	}
	return spell(v.Elem().Interface())
}

// spell is one value, or one item of a list.
func spell(v any) string {
	run := func(from, to civil.Date) string { return from.String() + ".." + to.String() }
	switch v := v.(type) {
	case Name:
		return v.String()
	case Period:
		return run(v.From, v.To)
	case Absence:
		return run(v.From, v.To) + "/" + string(v.Reason)
	case Work:
		s := run(v.From, v.To)
		if v.Abroad != nil {
			s += map[bool]string{true: "/abroad", false: "/denmark"}[*v.Abroad]
		}
		if v.Share != nil {
			s += fmt.Sprintf("/%d%%", *v.Share)
		}
		return s
	case Document:
		return v.Item
	}
	return fmt.Sprint(v)
}
