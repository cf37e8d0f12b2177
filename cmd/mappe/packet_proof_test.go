package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/packets"
)

// A packet that is not what its lock says is not written: the files of the run
// get no names, and the message says whose fault it is, with page and kind.
func TestDisprovedPacketIsNotWritten(t *testing.T) {
	o := &options{stdout: io.Discard, stderr: io.Discard}
	day := "2026-11-22"
	o.on = &day
	w, err := o.load(filepath.Join(examples, "bf1-secondment", "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(w.folder())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, c := range []packets.Copy{packets.ForApplicant, packets.ForAuthority} {
		for name, tc := range map[string]struct {
			change func(*packets.Lock)
			want   string
		}{
			"a page":     {func(l *packets.Lock) { l.Pages = append(l.Pages, l.Pages[0]) }, "pages; there should be"},
			"a label":    {func(l *packets.Lock) { l.Pages[1].Label = "99" }, "Page 99: a viewer calls it"},
			"a bookmark": {func(l *packets.Lock) { l.Marks[0].Title = "Other" }, "The bookmark “Other"},
			"a link":     {func(l *packets.Lock) { l.Pages[2].Links = nil }, ": links lead to “"},
			"a day":      {func(l *packets.Lock) { l.On = civil.MustParse("2026-11-21") }, "the lock in it is another, or none"},
		} {
			if name == "a day" && c == packets.ForAuthority {
				continue // its lock lies beside it
			}
			plans, err := w.plan(o, root, packets.Style{Copy: c}, "")
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			d := &draft{w: w, o: o, k: plans[0], path: filepath.Join(dir, "new", "x.pdf")}
			files := d.files()
			files[0].fill = func(out io.WriterAt) error {
				err := d.fill(out)
				tc.change(d.lock)
				return err
			}
			err = w.writeFiles(files)
			failed, ok := errors.AsType[*exit](err)
			if !ok || failed.code != exitFailed || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), "x.pdf: is not what was planned, and so it was not written. This is a fault of mappe's") {
				t.Errorf("%s, %s: %v", c, name, err)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("%s, %s: left behind: %v, %v", c, name, left, err)
			}
		}
	}
}
