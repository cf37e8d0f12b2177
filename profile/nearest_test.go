package profile

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "born", 4},
		{"born", "born", 0},
		{"expiry", "expires", 2},
		{"bron", "born", 1},
		{"reutrns_on", "returns_on", 1},
		{"født", "fodt", 1},
		{"abc", "ca", 3},
		{"kitten", "sitting", 3},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance(c.b, c.a); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"id", "born", "permit", "same_grounds_since"}
	for _, c := range []struct {
		s, want string
		slip    bool
	}{
		{"Born", "born", true},
		{"permits", "permit", true},
		{"same-grounds-since", "same_grounds_since", true},
		{"i", "id", true},
		{"xy", "id", false},
		{"citizenship", "permit", false},
	} {
		if got, slip := nearest(c.s, words); got != c.want || slip != c.slip {
			t.Errorf("%q: %q, %v; want %q, %v", c.s, got, slip, c.want, c.slip)
		}
	}
	if got, slip := nearest("x", nil); got != "" || slip {
		t.Errorf("nearest of nothing: %q, %v", got, slip)
	}
}
