package guest

import (
	"os"
	"os/exec"
	"strconv"
	"syscall"
)

func isolate(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }

func confined(f func() error) error { return f() }

func limit(Limits) error { return nil }

// pass lets the guest inherit the files' handles and names them for it.
func pass(cmd *exec.Cmd, files []*os.File) (names []string, err error) {
	for _, f := range files {
		h := syscall.Handle(f.Fd())
		if err := syscall.SetHandleInformation(h, syscall.HANDLE_FLAG_INHERIT, syscall.HANDLE_FLAG_INHERIT); err != nil {
			return nil, err
		}
		cmd.SysProcAttr.AdditionalInheritedHandles = append(cmd.SysProcAttr.AdditionalInheritedHandles, h)
		names = append(names, strconv.FormatUint(uint64(h), 10))
	}
	return names, nil
}

func kill(p *os.Process) error { return p.Kill() }
