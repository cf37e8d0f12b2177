package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// eachWay runs a test with files that have a name while they are written, and
// with such that have none where the system knows them.
func eachWay(t *testing.T, test func(t *testing.T, s *Set)) {
	t.Run("unnamed", func(t *testing.T) { test(t, &Set{}) })
	t.Run("named", func(t *testing.T) { test(t, &Set{named: true}) })
}

// tree is what a folder holds: paths with modes and texts.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		info, err := d.Info()
		if err != nil {
			return err
		}
		all[name] = info.Mode().String()
		if info.Mode().IsRegular() {
			text, err := os.ReadFile(path)
			all[name] += " " + string(text)
			return err
		}
		if to, err := os.Readlink(path); err == nil {
			all[name] = "-> " + to
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sameTree(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func put(t *testing.T, dir, name, text string, mode fs.FileMode) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

func create(t *testing.T, s *Set, path, text string) *File {
	t.Helper()
	f, err := s.Create(path)
	if err == nil {
		_, err = f.WriteAt([]byte(text), 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Until all are complete nothing is seen of any; then all are there, for their
// owner alone, and nothing else.
func TestCommit(t *testing.T) {
	eachWay(t, func(t *testing.T, s *Set) {
		dir := t.TempDir()
		put(t, dir, "a", "old a", 0o644)
		put(t, dir, "seen", "by all", 0o644)
		if err := os.Symlink("seen", filepath.Join(dir, "link")); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a", "link", "x/y/b", "x/c"} {
			f := create(t, s, filepath.Join(dir, name), "new "+name)
			seen, err := os.ReadFile(f.Name())
			if n, sizeErr := f.Size(); err != nil || sizeErr != nil || string(seen) != "new "+name || int(n) != len(seen) {
				t.Errorf("%s: while it is written it reads %q, %d bytes; %v, %v", name, seen, n, err, sizeErr)
			}
		}
		if text, err := os.ReadFile(filepath.Join(dir, "a")); err != nil || string(text) != "old a" {
			t.Errorf("before Commit: %q, %v", text, err)
		}
		if err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		s.Abandon()
		sameTree(t, dir, map[string]string{
			"a": "-rw------- new a", "link": "-rw------- new link", "seen": "-rw-r--r-- by all",
			"x": "drwx------", "x/c": "-rw------- new x/c", "x/y": "drwx------", "x/y/b": "-rw------- new x/y/b",
		})
	})
}

// When one of the files can't have its name, the others give theirs back.
func TestCommitTakesBack(t *testing.T) {
	eachWay(t, func(t *testing.T, s *Set) {
		dir := t.TempDir()
		put(t, dir, "a", "old a", 0o640)
		if err := os.Symlink("nowhere", filepath.Join(dir, "link")); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "taken", "full"), 0o700); err != nil {
			t.Fatal(err)
		}
		before := tree(t, dir)
		for _, name := range []string{"a", "link", "x/fresh", "taken", "after"} {
			create(t, s, filepath.Join(dir, name), "new")
		}
		err := s.Commit()
		if e, ok := errors.AsType[*Error](err); !ok || e.Path != filepath.Join(dir, "taken") || strings.Contains(err.Error(), "\n") {
			t.Errorf("error %v", err)
		}
		sameTree(t, dir, before)
	})
}

func TestAbandon(t *testing.T) {
	eachWay(t, func(t *testing.T, s *Set) {
		dir := t.TempDir()
		put(t, dir, "a", "old a", 0o600)
		before := tree(t, dir)
		create(t, s, filepath.Join(dir, "a"), "new")
		create(t, s, filepath.Join(dir, "x/y/b"), "new")
		s.Abandon()
		sameTree(t, dir, before)
	})
}

// A file that must be new is never written over another, also when that came
// meanwhile; one may keep the mode of what it replaces.
func TestFreshAndMode(t *testing.T) {
	eachWay(t, func(t *testing.T, s *Set) {
		dir := t.TempDir()
		create(t, s, filepath.Join(dir, "a"), "mine").Fresh()
		put(t, dir, "a", "theirs", 0o640)
		if err := s.Commit(); !errors.Is(err, fs.ErrExist) {
			t.Errorf("error %v", err)
		}
		sameTree(t, dir, map[string]string{"a": "-rw-r----- theirs"})
		create(t, s, filepath.Join(dir, "b"), "mine").Fresh()
		if err := create(t, s, filepath.Join(dir, "a"), "mine").Mode(0o644); err != nil {
			t.Error(err)
		}
		if err := s.Commit(); err != nil {
			t.Error(err)
		}
		sameTree(t, dir, map[string]string{"a": "-rw-r--r-- mine", "b": "-rw------- mine"})
	})
}

func TestFoldersThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "file", "", 0o600)
	var s Set
	defer s.Abandon()
	if _, err := s.Create(filepath.Join(dir, "file", "x")); !errors.Is(err, ErrNoFolder) {
		t.Errorf("below a file: %v", err)
	}
	if _, err := s.Create(filepath.Join(dir, strings.Repeat("x", 300), "x")); err == nil || !strings.HasSuffix(err.Error(), "name too long") {
		t.Errorf("a name too long: %v", err)
	}
}

// What killed runs left goes; whatever else there is stays.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	left, kept := newName(), map[string]string{}
	for _, name := range []string{".mappe-notes.tmp", ".mappe-.tmp", strings.ToUpper(left), "x" + left, left + "x", ".mappe-000000000000000000000000.tmp"} {
		put(t, dir, name, "mine", 0o600)
		kept[name] = "-rw------- mine"
	}
	folder, link := newName(), newName()
	if err := errors.Join(os.Mkdir(filepath.Join(dir, folder), 0o700), os.Symlink(".mappe-notes.tmp", filepath.Join(dir, link))); err != nil {
		t.Fatal(err)
	}
	kept[folder], kept[link] = "drwx------", "-> .mappe-notes.tmp"
	put(t, dir, left, "left", 0o600)

	s := Set{named: true}
	defer s.Abandon()
	create(t, &s, filepath.Join(dir, "out"), "half")
	being := filepath.Base(s.files[0].temp)
	kept[being] = "-rw------- half"

	if diff := cmp.Diff([]string{filepath.Join(dir, left)}, Sweep(dir)); diff != "" {
		t.Errorf("swept (-want +got):\n%s", diff)
	}
	sameTree(t, dir, kept)
	if gone := Sweep(filepath.Join(dir, "none")); gone != nil {
		t.Errorf("no folder: %q", gone)
	}
}

// Nobody's file is swept away while it is written, and nobody fails because
// somebody sweeps.
func TestSweepMeanwhile(t *testing.T) {
	eachWay(t, func(t *testing.T, s *Set) {
		dir := t.TempDir()
		stop, swept := make(chan bool), make(chan []string)
		go func() {
			var gone []string
			for {
				select {
				case <-stop:
					swept <- gone
					return
				default:
					gone = append(gone, Sweep(dir)...)
				}
			}
		}()
		want := map[string]string{}
		for i := range 60 {
			for j := range 2 { // the second time it replaces the first
				name := fmt.Sprint("f", i%20+j)
				create(t, s, filepath.Join(dir, name), name)
				want[name] = "-rw------- " + name
			}
			if err := s.Commit(); err != nil {
				t.Fatal(err)
			}
		}
		close(stop)
		for _, path := range <-swept { // in the moment between making and holding one
			if !ours(filepath.Base(path)) {
				t.Errorf("swept %s", path)
			}
		}
		sameTree(t, dir, want)
	})
}
