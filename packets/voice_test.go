package packets

import (
	"strings"
	"testing"

	"mappe/law"
	"mappe/locales"
)

// An authority that published a source is named as people know it, never by
// the code of the contract.
func TestSourceNamesAuthorities(t *testing.T) {
	book, err := law.Ours()
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string]string{"en": "Danish Immigration Service, Lapsing permit", "da": "Udlændingestyrelsen, Lapsing permit"} {
		p, err := locales.New(tag)
		if err != nil {
			t.Fatal(err)
		}
		v := Voice{Printer: p, Book: book}
		if got := v.Source("001"); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q …", tag, got, want)
		}
		if got := v.Source("004"); !strings.HasPrefix(got, "SIRI, ") {
			t.Errorf("%s: %q", tag, got)
		}
		for _, s := range book.Sources {
			if got := v.Source(s.ID); strings.HasPrefix(got, "DIS") {
				t.Errorf("%s: %s is by %q", tag, s.ID, got)
			}
		}
		if got := v.Source("nowhere"); got != "nowhere" {
			t.Errorf("%s: an unknown source is %q", tag, got)
		}
	}
}
