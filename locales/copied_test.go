package locales

import (
	"encoding/json"
	"strings"
	"testing"
)

// What stands between < and > is isolated, and nothing else.
func TestCopies(t *testing.T) {
	for _, c := range []string{
		"سنة <2027-01-31>.", "س <2021-10-05..2021-12-20/{{.Reason}}>. س", "س <--copy authority>، س <--web-links>.", "س <.lock.json> س", "<50%> و <1%> س <100%>.",
		"أضف </{{.Abroad}}> س </50%> س", "{{.A}}/{{.B}}", "صفحة <1–{{.Body}}>", "س: <mappe list {{.File}}>. و mappe س", "BF2-3/US و nyidanmark.dk. س .", "sagsbestillings-id",
	} {
		text, err := json.Marshal(strings.NewReplacer("<", "", ">", "").Replace(c))
		if err != nil {
			t.Fatal(err)
		}
		raw := map[string]json.RawMessage{"a": text}
		copies(raw)
		var got string
		if err := json.Unmarshal(raw["a"], &got); err != nil {
			t.Fatal(err)
		}
		if want := strings.NewReplacer("<", "\u2066", ">", "\u2069").Replace(c); got != want {
			t.Errorf("%+q\nwant %+q", got, want)
		}
	}
}

// A message of each language that is written from right to left has them, and
// of others none.
func TestCopiesAreIsolated(t *testing.T) {
	for _, tag := range Tags() {
		p := printer(t, tag)
		got := p.Must("hint.date")
		if isolated := strings.Contains(got, "\u20662027-01-31\u2069"); isolated != p.RightToLeft() {
			t.Errorf("%s: %+q", tag, got)
		}
	}
}
