package locales

import "testing"

// What could not be spoken is refused when the file is read.
func TestReadRefuses(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": "{{.Name"}`:                         `message "a": "{{.Name" is no variable: write {{.Name}}`,
		`{"a": "{{Name}}"}`:                        `message "a": "{{Name" is no variable: write {{.Name}}`,
		`{"a": "{{.}}"}`:                           `message "a": "{{." is no variable: write {{.Name}}`,
		`{"a": "{{.Na me}}"}`:                      `message "a": "{{.Na me" is no variable: write {{.Name}}`,
		`{"a": {"one": "{{if .X}}", "other": ""}}`: `message "a": "{{if .X" is no variable: write {{.Name}}`,
		`{"a": "b"`:                                `unexpected end of JSON input`,
		`{"a": 1}`:                                 `message "a": unsupported type 1`,
	} {
		if _, err := read("en", []byte(text)); err == nil || err.Error() != "active.en.json: "+want {
			t.Errorf("%s: %v\nwant active.en.json: %s", text, err, want)
		}
	}
}
