package locales

import (
	"bytes"
	"encoding/json"
	"regexp"
)

// copies isolates in messages of a language that is written from right to left
// what a reader copies letter by letter: commands, options, days and shares as
// they are typed, names of files, and ranges. Among letters that run to the left
// --copy would be shown as copy-- and 2026-12-31 as 31-12-2026.
func copies(raw map[string]json.RawMessage) {
	copied := regexp.MustCompile(`( ?)(mappe [a-z]+(?: \{\{\.\w+\}\})*` + // what is typed
		`|--[a-z-]*[a-z](?: [a-z]+)*` +
		`|\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?(?:/\{\{\.\w+\}\})?` +
		`|/?\d+%` +
		`|\B\.[a-z][a-z.]*[a-z]` + // what a file's name ends with
		`|\d+–\{\{\.\w+\}\})` +
		`|( )(/\{\{\.\w+\}\})`)
	isolated := []byte("${1}${3}" + leftToRightIsolate + "${2}${4}" + popDirectionalIsolate)
	for id, text := range raw {
		for _, sign := range []string{"mappe ", "--", "-0", "-1", "%", " .", "–{", " /"} { // few messages have one
			if bytes.Contains(text, []byte(sign)) {
				raw[id] = copied.ReplaceAll(text, isolated)
				break
			}
		}
	}
}
