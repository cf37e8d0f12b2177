//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// bearLimits makes a file that grows beyond what the system allows (ulimit -f)
// an error of the write that does it, which else would end the command at once.
func bearLimits() { signal.Ignore(syscall.SIGXFSZ) }
