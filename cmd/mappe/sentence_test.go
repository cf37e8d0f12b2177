package main

import (
	"path/filepath"
	"testing"

	"mappe/internal/page/isolation"
)

// Sentences that are put together end as those of the language do, in all that the
// command says of a case: the answer, the explanation, the descriptions of a
// calendar, what the interview tells. Packets look at their pages in the same way.
func TestSentencesEndAsTheLanguageDoes(t *testing.T) {
	cases, err := filepath.Glob(filepath.Join(examples, "*", "case.yaml"))
	if err != nil || len(cases) < 5 {
		t.Fatalf("%d examples, %v", len(cases), err)
	}
	for _, tag := range []string{"hi", "ti", "zh-Hans"} {
		texts := 0
		look := func(where string, all ...string) {
			for _, s := range all {
				texts++
				for _, fault := range isolation.Endings(tag, s) {
					t.Errorf("%s, %s: %s", tag, where, fault)
				}
			}
		}
		for _, path := range cases {
			w := then(t, path, tag)
			w.eachText(path, look)
		}
		if texts < 500 {
			t.Errorf("%s: only %d texts were searched", tag, texts)
		}
	}
}
