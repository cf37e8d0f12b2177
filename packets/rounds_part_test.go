package packets

import (
	"errors"
	"strconv"
	"strings"
	"testing"
)

// inParts hands a packet over in several files, one for each item or none larger
// than half of the whole, and has them read: each page has the number that it has
// in the whole, and none is lost but what divides a stack of paper.
func inParts(t *testing.T, k *Packet, whole *bundle, size int64, separate bool) {
	t.Helper()
	var files []*Packet
	var err error
	if separate {
		files, err = k.Separate()
	} else {
		files, err = k.Split(size / 2)
	}
	if _, large := errors.AsType[*TooLarge](err); large {
		return // one document is larger alone
	}
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{} // by label: the word of a page of a file, "" for none
	for _, f := range files {
		b, n, _ := readPacket(t, f)
		if !separate && n > size/2 {
			t.Errorf("%s: %d bytes, allowed are %d", f.File, n, size/2)
		}
		for _, x := range b.pages[f.Front:] {
			foot := x.foot()
			if _, err := strconv.Atoi(x.label); err != nil { // an index of its own
				if !strings.Contains(foot, x.label) {
					t.Errorf("%s: page %q is stamped %q", f.File, x.label, foot)
				}
				continue
			}
			if m := footLine.FindStringSubmatch(foot); m == nil || m[3] != x.label || m[4] != strconv.Itoa(k.Body) {
				t.Errorf("%s: page %s of %d is stamped %q", f.File, x.label, k.Body, foot)
			}
			if _, twice := said[x.label]; twice {
				t.Errorf("%s: page %s is also in another file", f.File, x.label)
			}
			said[x.label] = x.pooled()
		}
	}
	for _, x := range whole.pages[k.Front:] {
		word, there := said[x.label]
		if there && word != x.pooled() || !there && (!separate || x.pooled() != "") {
			t.Errorf("%s: page %s shows %q; in %d files %q, %v", k.Name, x.label, x.pooled(), len(files), word, there)
		}
	}
}
