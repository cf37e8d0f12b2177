package packets

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"mappe/internal/page"
	"mappe/internal/pdf/ua"
)

// Every string of a list is in its PDF as often as in the list, character for
// character, in what the structure tree holds: so a program of our own reads
// it, from operators by ToUnicode to text.
func TestEveryStringIsRead(t *testing.T) {
	everyList(t, func(t *testing.T, d page.Doc, file []byte) {
		words, err := ua.Words(file)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := ua.Draw(file)
		if err != nil {
			t.Fatal(err)
		}
		read, said := solid(strings.Join(words, " ")), solid(tree)
		count := map[string]int{}
		strung(reflect.ValueOf(d), "", func(field, s string) {
			switch {
			case slices.Contains(notDrawn, field):
			case strings.HasSuffix(field, ".Alt"):
				if !strings.Contains(said, solid(unsteered.Replace(s))) {
					t.Errorf("%s %q is not said", field, s)
				}
			default:
				s = solid(unsteered.Replace(s))
				count[s]++
				if n := strings.Count(read, s); n < count[s] {
					t.Errorf("%s %q is read %d times, want %d", field, s, n, count[s])
				}
			}
		})
		if len(count) < 10 {
			t.Errorf("only %d strings", len(count))
		}
	})
}

// notDrawn is what a PDF says elsewhere, or draws only where there is room or
// reason for it.
var notDrawn = []string{"Doc.Lang", "Span.Lang", "Span.To", "Pair.Lang", "Doc.Title", "Timeline.Head", "Bars.Head", "Bars.Key", "Tick.Text"}

// unsteered takes out what steers text and is not drawn.
var unsteered = strings.NewReplacer("\u2068", "", "\u2069", "", "\u200B", "", "\u00AD", "")

// strung calls each with every string in v that is not empty, and the field it
// is in.
func strung(v reflect.Value, field string, each func(field, s string)) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			strung(v.Elem(), field, each)
		}
	case reflect.Slice:
		for i := range v.Len() {
			strung(v.Index(i), field, each)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			strung(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, each)
		}
	case reflect.String:
		if v.Len() > 0 {
			each(field, v.String())
		}
	}
}
