package profile

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// distance is the number of runes to insert, drop, replace or swap with their
// neighbour to make b of a.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before []int
	last := make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row := make([]int, len(t)+1)
		row[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(t)]
}

// nearest is the word of the list closest to s, the first of equals, and
// whether it is so close that s may be a slip of it.
func nearest(s string, words []string) (word string, slip bool) {
	const long = 64 // bytes, beyond any key or value of the format
	s = strings.ToLower(s[:min(len(s), long)])
	best := -1
	for _, w := range words {
		if d := distance(s, w); best < 0 || d < best {
			word, best = w, d
		}
	}
	return word, best >= 0 && best <= max(1, utf8.RuneCountInString(word)/3)
}

// wherever maps the last part of every key of the format to the keys it may
// have: "expires" to permit.expires and passport.expires.
var wherever = sync.OnceValue(func() map[string][]string {
	at := map[string][]string{}
	var walk func(prefix string, t reflect.Type)
	walk = func(prefix string, t reflect.Type) {
		for _, f := range fieldsOf(t) {
			full := prefix + f.Key
			if !slices.Contains(at[f.Key], full) {
				at[f.Key] = append(at[f.Key], full)
			}
			if elem := deref(f.Type); isBlock(elem) {
				walk(full+".", elem)
			} else if elem.Kind() == reflect.Slice && isBlock(elem.Elem()) && f.Key != "applicants" {
				walk(full+"[].", elem.Elem())
			}
		}
	}
	walk("", reflect.TypeFor[Applicant]())
	return at
})

// unknown says what to do about a key that the block t does not have.
func unknown(key string, t reflect.Type) string {
	msg := "unknown fact " + quote(key) + "; "
	block, rest, dotted := strings.Cut(key, ".")
	known := wherever()
	switch full := known[key]; {
	case dotted && slices.Contains(known[rest], key):
		return msg + fmt.Sprintf("write %q inside %q", rest, block)
	case t == reflect.TypeFor[Profile]() && slices.Contains(full, key):
		return msg + "it belongs to an applicant: applicants[0]." + key
	case slices.Contains(keysOf(reflect.TypeFor[Profile]()), key):
		return msg + "it belongs at the top of the profile"
	case len(full) == 1 && full[0] == key:
		return msg + "it belongs to the applicant: " + key
	case len(full) == 1:
		return msg + fmt.Sprintf("it belongs under %s: %s", strings.TrimSuffix(full[0], "."+key), full[0])
	case len(full) > 1:
		return msg + "did you mean " + or(full) + "?"
	}
	word, slip := nearest(key, keysOf(t))
	if slip {
		return msg + fmt.Sprintf("did you mean %q?", word)
	}
	if other, slip := nearest(key, slices.Sorted(maps.Keys(known))); slip {
		return msg + "did you mean " + or(known[other]) + "?"
	}
	return msg + fmt.Sprintf("the nearest known here is %q", word)
}

// unknown says the same of what is read; a file that is no profile has no other
// place where the key could belong.
func (r *reader) unknown(key string, t reflect.Type) string {
	if !r.plain {
		return unknown(key, t)
	}
	word, slip := nearest(key, keysOf(t))
	if slip {
		return fmt.Sprintf("unknown key %s; did you mean %q?", quote(key), word)
	}
	return fmt.Sprintf("unknown key %s; there are %s", quote(key), and(keysOf(t)))
}

// and is an enumeration: "a, b and c".
func and(s []string) string {
	if len(s) < 2 {
		return strings.Join(s, "")
	}
	return strings.Join(s[:len(s)-1], ", ") + " and " + s[len(s)-1]
}

// or joins alternatives: "a, b or c".
func or(s []string) string {
	if len(s) < 2 {
		return strings.Join(s, "")
	}
	return strings.Join(s[:len(s)-1], ", ") + " or " + s[len(s)-1]
}
