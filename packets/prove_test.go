package packets

import (
	"bytes"
	"testing"

	"mappe/internal/proof"
)

// proved are the faults of a file.
func proved(t testing.TB, l *Lock, file []byte) []Fault {
	t.Helper()
	f, err := proof.Open(bytes.NewReader(file), int64(len(file)), "")
	if err != nil {
		t.Fatal(err)
	}
	faults, err := l.Prove(f, true)
	if err != nil {
		t.Fatal(err)
	}
	return faults
}

// What was written is what the lock says, in both copies and every language.
func TestProve(t *testing.T) {
	for _, lang := range []string{"en", "da"} {
		for _, path := range append(packeted, "../testdata/hard/forty.yaml", "../testdata/hard/long-names.yaml", "../testdata/hard/scripts.yaml") {
			for _, c := range []Copy{ForApplicant, ForAuthority} {
				for _, k := range planned(t, path, lang, c) {
					if c == ForAuthority && len(k.Holes) > 0 {
						continue
					}
					file, l := locked(t, k)
					for _, x := range proved(t, l, file) {
						t.Errorf("%s %s %s: %+v", lang, c, k.Name, x)
					}
				}
			}
		}
	}
}
