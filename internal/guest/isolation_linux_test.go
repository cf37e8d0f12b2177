package guest

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// room is what a guest finds around it.
type room struct {
	Environment []string
	OwnGroup    bool
	AtHostsEnd  int32 // the signal that it gets
	Status      string
	Limits      string
	Write       string // what came of writing into the folder that it was told
	Connect     string // what came of connecting, where nobody listens
}

type outside struct{ Folder string }

func init() {
	if len(os.Args) > 1 && os.Args[1] == "guest:look around" {
		runtime.LockOSThread() // the first thread has the signal; the process dies of it
	}
	misdeeds["look around"] = func(request json.RawMessage, _ []*os.File) (any, error) {
		var out outside
		if err := decode(request, &out); err != nil {
			return nil, err
		}
		r := room{Environment: os.Environ(), OwnGroup: syscall.Getpgrp() == os.Getpid()}
		if err := unix.Prctl(unix.PR_GET_PDEATHSIG, uintptr(unsafe.Pointer(&r.AtHostsEnd)), 0, 0, 0); err != nil {
			return nil, err
		}
		status, _ := os.ReadFile("/proc/self/status")
		limits, _ := os.ReadFile("/proc/self/limits")
		r.Status, r.Limits = string(status), string(limits)
		if err := os.Mkdir(filepath.Join(out.Folder, "dir"), 0o777); err != nil {
			r.Write = err.Error()
		} else if f, err := os.OpenFile(filepath.Join(out.Folder, "dir", "file"), os.O_CREATE, 0o666); err != nil {
			r.Write = err.Error()
		} else {
			f.Close()
		}
		if s, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0); err != nil {
			return nil, err
		} else if err = unix.Connect(s, &unix.SockaddrInet4{Port: 1, Addr: [4]byte{127, 0, 0, 1}}); err != nil {
			r.Connect = err.Error()
		}
		return r, nil
	}
}

// look has a guest look around, under a host that is careless with modes.
func look(t *testing.T, out outside) (r room) {
	t.Helper()
	defer syscall.Umask(syscall.Umask(0))
	j := job{who: "second reader", verb: "look around", name: "x.pdf", limits: Limits{CPU: 7e9, File: 4321}.orDefault()}
	if err := j.run(t.Context(), out, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestIsolation(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	r := look(t, outside{Folder: t.TempDir()})
	if diff := cmp.Diff([]string{"GOTRACEBACK=none", "GOMAXPROCS=2"}, r.Environment); diff != "" {
		t.Error(diff)
	}
	if !r.OwnGroup || r.AtHostsEnd != int32(syscall.SIGKILL) {
		t.Errorf("own group: %t; signal at the host's end: %d", r.OwnGroup, r.AtHostsEnd)
	}
	status, limits := "\n"+strings.Join(strings.Fields(r.Status), " "), strings.Join(strings.Fields(r.Limits), " ")
	for _, has := range []string{"Umask: 0077", "NoNewPrivs: 1"} {
		if !strings.Contains(status, has) {
			t.Errorf("its status lacks %q:\n%s", has, r.Status)
		}
	}
	for _, has := range []string{"Max cpu time 7 ", "Max file size 4321 ", "Max core file size 0 ", "Max open files 32 "} {
		if !strings.Contains(limits, has) {
			t.Errorf("its limits lack %q:\n%s", has, r.Limits)
		}
	}
	if strings.Contains(limits, "Max data size unlimited") {
		t.Errorf("its memory has no limit:\n%s", r.Limits)
	}
}

// Without Landlock what a guest writes is at least private.
func TestGuestWritesNowhere(t *testing.T) {
	dir := t.TempDir()
	r := look(t, outside{Folder: dir})
	version, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, unix.LANDLOCK_CREATE_RULESET_VERSION)
	if errno == 0 {
		if !strings.HasSuffix(r.Write, "permission denied") || len(files(t, dir)) > 0 {
			t.Errorf("it could write (%q): %q", r.Write, files(t, dir))
		}
		if version >= 4 && r.Connect != "permission denied" {
			t.Errorf("it could connect (%q)", r.Connect)
		}
		return
	}
	for _, path := range files(t, dir) {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is not private (%v)", path, err)
		}
	}
}

// pdfcpu makes itself a folder in one's home, unless it is kept from it.
func TestHomeStaysEmpty(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("TMPDIR", home)
	path := write(t, sound()) // not in the home, which is for the guest
	before := files(t, filepath.Dir(path))
	if _, err := Survey(t.Context(), path, "", Limits{}); err != nil {
		t.Fatal(err)
	}
	for _, name := range files(t, home) {
		if !strings.HasPrefix(path, name) {
			t.Errorf("%s was written", name)
		}
	}
	if diff := cmp.Diff(before, files(t, filepath.Dir(path))); diff != "" {
		t.Error(diff)
	}
}

// A bomb goes off in the guest. Its host must not notice more than a small
// answer.
func TestBombLeavesHostSmall(t *testing.T) {
	path := write(t, bomb(t))
	before := peak(t)
	if _, err := Survey(t.Context(), path, "", Limits{}); err == nil {
		t.Fatal("it was defused")
	}
	if grown := peak(t) - before; grown > 16<<20 {
		t.Errorf("the host grew by %d MB", grown>>20)
	}
}

// peak is the most memory that this process has had.
func peak(t *testing.T) int64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		t.Fatal(err)
	}
	return int64(r.Maxrss) << 10
}

// files are all that lies in a folder.
func files(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		names = append(names, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names[1:]
}
