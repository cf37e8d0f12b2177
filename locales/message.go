package locales

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Message is a message as its file has it: the text of each plural form, or
// "other" alone.
type Message struct {
	ID     string
	Forms  map[string]string
	Plural bool // has plural forms, were it but one, as in Chinese
}

// Family is what the id of the message begins with: "doc" of doc.passport-copy.
func (m Message) Family() string {
	family, _, _ := strings.Cut(m.ID, ".")
	return family
}

// Text is what a form of a translation translates: that of the form, or the
// general one.
func (m Message) Text(form string) string {
	if text, ok := m.Forms[form]; ok {
		return text
	}
	return m.Forms["other"]
}

// Variables are the variables of all forms together, in alphabetical order.
func (m Message) Variables() []string {
	var names []string
	for _, text := range m.Forms {
		names = append(names, variablesIn(text)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// variablesIn are the variables of a text, in its order.
func variablesIn(text string) (names []string) {
	parts, _ := cut(text)
	for _, p := range parts {
		if p.variable != "" {
			names = append(names, p.variable)
		}
	}
	return names
}

// value is the message as its file has it.
func (m Message) value() any {
	if m.Plural {
		return m.Forms
	}
	return m.Forms["other"]
}

// Digest is of the message's text, the first 12 hexadecimal digits of the
// SHA-256 of its JSON without spaces: of which English text a translation is.
func (m Message) Digest() string {
	sum := sha256.Sum256(encoded(m.value(), ""))
	return hex.EncodeToString(sum[:6])
}

// Format is a message file: sorted, a message on a line, a plural on several.
func Format(all []Message) []byte {
	object := make(map[string]any, len(all))
	for _, m := range all {
		object[m.ID] = m.value()
	}
	return append(encoded(object, "  "), '\n')
}

// encoded is strings in objects as JSON, sorted, every letter as it is.
func encoded(v any, indent string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		panic(err) // strings have no error
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// Digests are the lines of a translated file, sorted by id: of each message the
// digest of the English text that was translated.
func Digests(of map[string]string) []byte {
	var b bytes.Buffer
	for _, id := range slices.Sorted(maps.Keys(of)) {
		fmt.Fprintf(&b, "%s %s\n", id, of[id])
	}
	return b.Bytes()
}

// readDigests reads what Digests writes.
func readDigests(data []byte) (map[string]string, error) {
	of := map[string]string{}
	for line := range strings.Lines(string(data)) {
		id, digest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if _, twice := of[id]; !ok || twice || len(digest) != 12 {
			return nil, fmt.Errorf("%q is no line of its own", line)
		}
		of[id] = digest
	}
	return of, nil
}

// parse reads a message file token by token, since the decoder of the library
// takes a key that stands twice, and complains of all that is no flat sorted
// object of strings and plurals.
func parse(data []byte) (all []Message, complaints []string) {
	complain := func(format string, args ...any) {
		complaints = append(complaints, fmt.Sprintf(format, args...))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); t != json.Delim('{') {
		return nil, []string{fmt.Sprintf("no object: %v %v", t, err)}
	}
	seen := map[string]bool{}
	for d.More() {
		t, err := d.Token()
		id, ok := t.(string)
		if !ok {
			return all, append(complaints, fmt.Sprintf("no key: %v %v", t, err))
		}
		m := Message{ID: id, Forms: map[string]string{}}
		switch t, err = d.Token(); v := t.(type) {
		case string:
			m.Forms["other"] = v
		case json.Delim:
			m.Plural = true
			for v == '{' && d.More() {
				k, _ := d.Token()
				text, err := d.Token()
				form, _ := k.(string)
				s, ok := text.(string)
				if !ok {
					return all, append(complaints, fmt.Sprintf("%s.%s: no string: %v %v", id, form, text, err))
				}
				if _, twice := m.Forms[form]; twice {
					complain("%s.%s stands twice", id, form)
				}
				m.Forms[form] = s
			}
			if end, _ := d.Token(); v != '{' || end != json.Delim('}') {
				return all, append(complaints, fmt.Sprintf("%s: neither a string nor plurals", id))
			}
		default:
			return all, append(complaints, fmt.Sprintf("%s: neither a string nor plurals: %v %v", id, v, err))
		}
		if n := len(all); n > 0 {
			switch last := all[n-1].ID; {
			case seen[id]:
				complain("%s stands twice", id)
			case last > id:
				complain("%s stands after %s: sort by id", id, last)
			}
		}
		seen[id] = true
		all = append(all, m)
	}
	if t, err := d.Token(); t != json.Delim('}') {
		complain("the object does not end: %v %v", t, err)
	} else if t, err = d.Token(); err != io.EOF {
		complain("something follows the object: %v %v", t, err)
	}
	return all, complaints
}
