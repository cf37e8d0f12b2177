//go:build unix

package guest

import (
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// The guest holds its two pipes, the files, and what the runtime needs.
const maxOpen = 32

// limit lays the limits on this process.
func limit(l Limits) error {
	syscall.Umask(0o077)
	for which, most := range map[int]int64{
		syscall.RLIMIT_CORE:   0, // a core holds what the file holds
		syscall.RLIMIT_NOFILE: maxOpen,
		syscall.RLIMIT_FSIZE:  l.File,
		syscall.RLIMIT_CPU:    int64((l.CPU + time.Second - 1) / time.Second),
		syscall.RLIMIT_DATA:   mapped() + l.Memory,
	} {
		var limit syscall.Rlimit
		set(&limit.Cur, most)
		set(&limit.Max, most+1) // a second more, for the guest to say why it ends
		if err := syscall.Setrlimit(which, &limit); err != nil {
			return err
		}
	}
	late := make(chan os.Signal, 1)
	signal.Notify(late, syscall.SIGXCPU)
	go func() {
		<-late
		os.Exit(fail(timeUp))
	}()
	return nil
}

// set writes n into a field that is signed on some systems.
func set[T int64 | uint64](field *T, n int64) { *field = T(n) }

// pass hands files over and names them for the guest.
func pass(cmd *exec.Cmd, files []*os.File) (names []string, err error) {
	cmd.ExtraFiles = files
	for i := range files {
		names = append(names, strconv.Itoa(3+i))
	}
	return names, nil
}

// kill ends the guest and whatever it may have started.
func kill(p *os.Process) error { return syscall.Kill(-p.Pid, syscall.SIGKILL) }
