//go:build unix && !linux

package guest

import (
	"os/exec"
	"syscall"
)

// isolate gives the guest a process group of its own.
func isolate(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func confined(f func() error) error { return f() }

func mapped() int64 { return 0 }
