package locales

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Files in our form are read quickly, and as JSON reads them.
func TestQuickly(t *testing.T) {
	for _, tag := range Tags() {
		data, err := files.ReadFile(file(tag))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := quickly(data); !ok {
			t.Errorf("%s is read slowly: write a message on each line, with two spaces before it", file(tag))
		}
		likeJSON(t, data)
	}
	for _, odd := range []string{"", "{}", "{\n}\n", "{\n  \"a\": 1\n}\n", "{\n  \"a\": \"b\",\n}\n", "{\n  \"a\": \"b\" \n}\n", "{\n  \"a\": \"b\"c\"\n}\n",
		"{\n  \"a\": \"b\"\n  \"c\": \"d\"\n}\n", "{\n  \"a\": \"b\",\n  \"a\": \"c\"\n}\n", "{\n  \"a\": {\n    \"one\": \"\",\n  }\n}\n"} {
		if raw, ok := quickly([]byte(odd)); ok {
			t.Errorf("%q is read quickly, as %s", odd, raw)
		}
	}
}

// likeJSON compares what is read quickly with what JSON makes of it.
func likeJSON(t *testing.T, data []byte) {
	t.Helper()
	quick, ok := quickly(data)
	if !ok {
		return
	}
	var slow map[string]json.RawMessage
	if err := json.Unmarshal(data, &slow); err != nil {
		t.Fatalf("read quickly, and yet %v: %q", err, data)
	}
	if diff := cmp.Diff(slow, quick, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q (-json +quick):\n%s", data, diff)
	}
}

func FuzzQuickly(f *testing.F) {
	f.Add([]byte("{\n  \"a\": \"b\",\n  \"c\": {\n    \"one\": \"x\"\n  }\n}\n"))
	f.Fuzz(func(t *testing.T, data []byte) { likeJSON(t, data) })
}
