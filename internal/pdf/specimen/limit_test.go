//go:build unix

package specimen_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"syscall"
)

// limitCPU ends this process when it has used that many seconds.
func limitCPU(seconds int) error {
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: uint64(seconds), Max: uint64(seconds)})
}

var highest = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// peakMemory is the most memory that this process has held. What getrusage
// counts begins with what the parent held, so that is the second choice.
func peakMemory() int64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if m := highest.FindSubmatch(status); m != nil {
			kilobytes, _ := strconv.ParseInt(string(m[1]), 10, 64)
			return kilobytes << 10
		}
	}
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return int64(usage.Maxrss)
}

// peakOf is the most memory that a command holds. It is called where little
// is held: see peakMemory.
func peakOf(args []string) int64 {
	cmd := exec.Command(args[0], args[1:]...)
	_ = cmd.Run() // it was run before, and its result looked at
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return int64(usage.Maxrss) << 10
}
