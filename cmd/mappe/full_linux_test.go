package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mounting is how a process may have a disk of its own: as root, else as the
// root of a user namespace. A system that grants neither has nil.
func mounting(t *testing.T) *syscall.SysProcAttr {
	t.Helper()
	for _, attr := range []*syscall.SysProcAttr{
		{Cloneflags: syscall.CLONE_NEWNS},
		{
			Cloneflags:  syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		},
	} {
		cmd := exec.Command("sh", "-c", `mount --make-rprivate / ; mount -t tmpfs -o size=64k tmpfs "$1"`, "sh", t.TempDir())
		cmd.SysProcAttr = attr
		if cmd.Run() == nil {
			return attr
		}
	}
	return nil
}

// On a disk of 256 KB that is nearly full, and then full, the old files stay;
// the message names the folder and what to do. Where nobody may mount a disk,
// TestFileTooLarge alone looks at what comes of a write that fails.
func TestFullDisk(t *testing.T) {
	attr := mounting(t)
	if attr == nil {
		t.Log("this system lets nobody mount a disk: see TestFileTooLarge")
		return
	}
	for _, room := range []string{"120", "0"} { // KB that are left: enough to begin a packet, and none
		here := t.TempDir()
		disk, kept := filepath.Join(here, "disk"), filepath.Join(here, "kept")
		if err := errors.Join(os.Mkdir(disk, 0o700), os.Mkdir(kept, 0o700)); err != nil {
			t.Fatal(err)
		}
		before := old(t, kept)
		for name, args := range writers(disk) {
			if room != "0" && args[1] != "packet" {
				continue // they need less
			}
			// What the disk holds is seen in the shell alone: it is copied back.
			cmd := exec.Command("sh", append([]string{"-c", `
				disk=$1 kept=$2 room=$3; shift 3
				mount --make-rprivate /; mount -t tmpfs -o size=256k tmpfs "$disk" || exit 99
				cp -p "$kept"/* "$disk"
				dd if=/dev/zero of="$disk/filler" bs=1k count="$room" 2>/dev/null
				cat /dev/zero >"$disk/filler2" 2>/dev/null
				rm "$disk/filler"
				"$@"; code=$?
				rm "$disk/filler2"; rm "$kept"/*; cp -pR "$disk"/. "$kept"; exit $code`,
				"sh", disk, kept, room}, args...)...)
			cmd.SysProcAttr, cmd.Stdin = attr, strings.NewReader("extend\n")
			said, _ := cmd.CombinedOutput()
			said = bytes.ReplaceAll(said, []byte("cat: write error: No space left on device\n"), nil)
			refused(t, said, cmd.ProcessState.ExitCode(), name, "no space left on device", "make room on the disk of the folder "+disk)
			stays(t, kept, before)
		}
	}
}
