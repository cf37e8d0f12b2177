// Package isolation searches pages for what only a reader of the language would
// see: values that are not isolated where it is written from right to left, and
// sentences that end as those of another. Tests alone use it.
package isolation

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"mappe/internal/page"
)

// run is what a reader takes for one thing: letters and digits, and the marks
// that join them.
var run = regexp.MustCompile(`[\p{Latin}0-9]+(?:[-–./_@:+ ,~’']*[\p{Latin}0-9]+)*`)

// hole is a part of a message that is filled in.
var hole = regexp.MustCompile(`\{\{[^}]*\}\}`)

// Own are the Latin letters and digits that stand in the messages themselves.
type Own map[string]bool

// Words adds those of a message.
func (o Own) Words(message string) {
	for _, part := range hole.Split(message, -1) {
		for _, s := range run.FindAllString(part, -1) {
			o[s] = true
		}
	}
}

// Faults are the runs of Latin letters or digits in a text that stand between no
// isolate and its end and are not the messages' own, and isolates that are not
// closed. A line is a paragraph: an isolate ends with it.
func (o Own) Faults(text string) (faults []string) {
	for line := range strings.SplitSeq(text, "\n") {
		depth, open := 0, strings.Builder{}
		for _, r := range line {
			switch r {
			case '\u2066', '\u2067', '\u2068':
				if depth == 0 {
					open.WriteRune('\u2066')
				}
				depth++
			case '\u2069':
				if depth--; depth < 0 {
					faults, depth = append(faults, fmt.Sprintf("an isolate ends that was not begun: %q", line)), 0
				}
			default:
				if depth == 0 {
					open.WriteRune(r)
				}
			}
		}
		if depth > 0 {
			faults = append(faults, fmt.Sprintf("an isolate is not ended: %q", line))
		}
		for _, s := range run.FindAllString(open.String(), -1) {
			if !o[s] {
				faults = append(faults, fmt.Sprintf("%q is bare: %q", s, line))
			}
		}
	}
	return faults
}

// Texts are the texts of blocks and of what they hold, each as one reads it.
// What a page sets in a place of its own is none: the numbers of lines, the marks
// and ticks of a chart. Words of another language are isolated by the page.
func Texts(x any) (all []string) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice, reflect.Array:
			if words, ok := v.Interface().(page.Words); ok {
				var b strings.Builder
				for _, s := range words {
					if s.Lang != "" {
						s.Text = "\u2066" + strings.ReplaceAll(s.Text, "\n", "\u2069\n\u2066") + "\u2069"
					}
					b.WriteString(s.Text)
				}
				all = append(all, b.String())
				return
			}
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			if pair, ok := v.Interface().(page.Pair); ok && pair.Lang != "" {
				all = append(all, pair.Label)
				return
			}
			for i := range v.NumField() {
				switch f := v.Type().Field(i); f.Name {
				case "To", "Lang", "Anchor", "Slot", "Number", "Mark", "Ticks", "Image":
				default:
					if f.IsExported() {
						walk(v.Field(i))
					}
				}
			}
		case reflect.String:
			all = append(all, v.String())
		}
	}
	walk(reflect.ValueOf(x))
	return all
}
