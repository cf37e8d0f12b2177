package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Late pages are a file of their own, and no number in it is one of the packet's.
func TestLatePages(t *testing.T) {
	needTools(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(examples, "bf23-paper"))); err != nil {
		t.Fatal(err)
	}
	profile := filepath.Join(dir, "case.yaml")
	packet := strings.TrimSpace(mappe(t, "packet", profile, "--copy", "authority", "-o", dir))
	src, err := os.ReadFile(profile)
	if err != nil {
		t.Fatal(err)
	}
	now := strings.NewReplacer("status: follows-later, until: 2026-12-10, reason: Will be signed by hand at the mission", "files: [scans/doctor.pdf]",
		"[scans/doctor.pdf]", "[scans/passport.pdf]").Replace(string(src))
	if err := os.WriteFile(profile, []byte(now), 0o600); err != nil {
		t.Fatal(err)
	}
	late := read(t, strings.TrimSpace(mappe(t, "packet", profile, "--copy", "authority", "--supplement", packet, "-o", dir)))
	labels := read(t, packet).labels
	last := labels[len(labels)-1]
	for i, page := range late.pages {
		label := late.labels[i]
		if slices.Contains(labels, label) || !slices.Contains(strings.Fields(page.foot), label) {
			t.Errorf("page %d is called %q and printed %q", i+1, label, page.foot)
		}
		labels = append(labels, label)
	}
	n, _ := strconv.Atoi(last) // the power of attorney, behind what is replaced
	if !slices.Contains(labels, strconv.Itoa(n+1)) || !slices.Contains(labels, strconv.Itoa(n-1)+"a") {
		t.Errorf("the pages %q do not go on after %s, or replace the one before it", late.labels, last)
	}
}

// TestEBundleIsDocumented: each line stands in docs/ebundle.md, and what is not
// tried with its reason.
func TestEBundleIsDocumented(t *testing.T) {
	src, err := os.ReadFile("../../docs/ebundle.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(src)), " ")
	for _, g := range guidance {
		for _, s := range []string{g.line, g.why} {
			if !strings.Contains(strings.ReplaceAll(text, "`", ""), s) {
				t.Errorf("docs/ebundle.md does not say %q", s)
			}
		}
	}
}
