//go:build unix

package guest

import (
	"encoding/json"
	"os"
	"os/exec"
	"testing"
)

// Once the host is killed, the pipe ends: nobody is left to hold it.
func TestNoOrphans(t *testing.T) {
	here, guest := pipe(t)
	host := exec.Command(os.Args[0], "host")
	host.ExtraFiles = []*os.File{guest}
	host.Stderr = os.Stderr
	if err := host.Start(); err != nil {
		t.Fatal(err)
	}
	guest.Close()
	expect(t, here, "here\n")
	if err := host.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	expect(t, here, "")
	_ = host.Wait()
}

// Where the kernel doesn't see to it, the end of the errands' pipe does.
func TestGuestEndsWithErrands(t *testing.T) {
	here, guest := pipe(t)
	ask, errands := pipe(t)
	answers, reply := pipe(t)
	defer answers.Close()
	cmd := exec.Command(os.Args[0], "guest:wait", "3", "4", "5")
	cmd.ExtraFiles = []*os.File{ask, reply, guest}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	guest.Close()
	if err := json.NewEncoder(errands).Encode(errand{Limits: Limits{}.orDefault()}); err != nil {
		t.Fatal(err)
	}
	expect(t, here, "here\n")
	errands.Close()
	expect(t, here, "")
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 2 {
		t.Errorf("ended with %v", err)
	}
}
