//go:build unix

package specimen_test

import (
	"os"
	"regexp"
	"strconv"
	"syscall"
)

// limitCPU ends this process when it has used that many seconds.
func limitCPU(seconds int) error {
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: uint64(seconds), Max: uint64(seconds)})
}

var highest = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// peakMemory is the most memory that this process has held. What the system
// counts for a child begins with what its parent held, so that is the second
// choice.
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
