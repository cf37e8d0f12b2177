package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A packet in several files, as other programs read them: together they have
// the pages of the whole under their numbers, and where a link says a page, that
// is where it leads.
func TestChannels(t *testing.T) {
	needTools(t)
	profile := filepath.Join(examples, "mf4-family", "case.yaml")
	for name, tc := range map[string]struct {
		flags []string
		want  []int // pages of Maria's packet
	}{
		"parts":             {[]string{"--max-size", "250kB"}, count(1, 21)},
		"parts, both sides": {[]string{"--max-size", "250kB", "--duplex"}, count(1, 25)},
		"separate":          {[]string{"--separate"}, []int{1, 2, 3, 4, 5, 7, 8, 10, 12, 13, 14, 15, 17, 18, 20, 21}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			args := append([]string{"packet", profile, "--copy", "authority"}, tc.flags...)
			if name != "separate" {
				args = append(args, "-o")
			}
			var got []int
			files := 0
			for _, path := range strings.Fields(mappe(t, append(args, dir)...)) {
				if !strings.Contains(path, "maria-mf4") {
					continue
				}
				files++
				tool(t, "qpdf", "--check", path)
				p := read(t, path)
				for i, sheet := range p.pages {
					n, err := strconv.Atoi(p.labels[i])
					if err == nil {
						got = append(got, n)
						if !strings.Contains(sheet.foot, " · packet page "+p.labels[i]+" of ") && !strings.Contains(sheet.foot, " packet page "+p.labels[i]+" of ") {
							t.Errorf("%s: page %s is stamped %q", path, p.labels[i], sheet.foot)
						}
					} else if !strings.HasSuffix(sheet.foot, " "+p.labels[i]) {
						t.Errorf("%s: page %s is stamped %q", path, p.labels[i], sheet.foot)
					}
					for _, l := range sheet.links {
						first, _, _ := strings.Cut(sheet.under(l), "–")
						if _, err := strconv.Atoi(first); err == nil && p.labels[l.to] != first {
							t.Errorf("%s: the link %q leads to page %q", path, sheet.under(l), p.labels[l.to])
						}
						if sheet.under(l) == sheet.foot && !strings.Contains(p.pages[l.to].text, "Contents") {
							t.Errorf("%s: the stamp of page %s leads to page %s", path, p.labels[i], p.labels[l.to])
						}
					}
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(tc.want, got); diff != "" || files < 2 {
				t.Errorf("pages of %d files (-want +got):\n%s", files, diff)
			}
		})
	}
}

func count(from, to int) (all []int) {
	for n := from; n <= to; n++ {
		all = append(all, n)
	}
	return all
}
