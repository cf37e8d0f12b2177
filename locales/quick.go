package locales

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// quickly takes the messages out of a file that is written as ours are: sorted
// by two spaces, a message on a line of its own or, with plurals, on several.
// Anything else is left to the JSON reader; ok is then false.
func quickly(data []byte) (raw map[string]json.RawMessage, ok bool) {
	body, ok1 := bytes.CutPrefix(data, []byte("{\n"))
	body, ok2 := bytes.CutSuffix(body, []byte("\n}\n"))
	if !ok1 || !ok2 || !utf8.Valid(data) {
		return nil, false
	}
	raw = make(map[string]json.RawMessage, bytes.Count(body, []byte("\n"))+1)
	for more := true; more; {
		key, text, ok := bytes.Cut(body, []byte(`": `))
		id, ok1 := bytes.CutPrefix(key, []byte(`  "`))
		if !ok || !ok1 || len(text) == 0 || bytes.ContainsFunc(id, odd) {
			return nil, false
		}
		if text[0] == '{' { // until the line that closes it
			end := bytes.Index(text, []byte("\n  }"))
			if end < 0 {
				return nil, false
			}
			text, body = text[:end+len("\n  }")], text[end+len("\n  }"):]
			more = len(body) > 0
			if ok = json.Valid(text); more {
				body, ok1 = bytes.CutPrefix(body, []byte(",\n"))
			}
		} else {
			text, body, more = bytes.Cut(text, []byte("\n"))
			if ok1 = true; more {
				text, ok1 = bytes.CutSuffix(text, []byte(","))
			}
			ok = isString(text)
		}
		if _, twice := raw[string(id)]; twice || !ok || !ok1 {
			return nil, false
		}
		raw[string(id)] = text
	}
	return raw, true
}

// isString tells whether text is a JSON string.
func isString(text []byte) bool {
	n := len(text)
	if n < 2 || text[0] != '"' || text[n-1] != '"' {
		return false
	}
	return !bytes.ContainsFunc(text[1:n-1], odd) || json.Valid(text)
}

// odd is what a JSON string has only with a backslash before it.
func odd(r rune) bool { return r < ' ' || r == '"' || r == '\\' }
