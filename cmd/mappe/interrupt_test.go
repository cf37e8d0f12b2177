package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// Whoever stops the command while it writes finds neither a file nor a part of
// one, nor the folder that was made for it.
func TestInterrupted(t *testing.T) {
	for _, by := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if signal.Ignored(by) { // by who runs the tests, and so by the command
			continue
		}
		dir := t.TempDir()
		whole := holding(filepath.Join(dir, "new", "first.pdf"), []byte("%PDF"))
		endless := output{path: filepath.Join(dir, "new", "second.pdf"), fill: func(to io.WriterAt) error {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				return err
			}
			if err := self.Signal(by); err != nil {
				return err
			}
			for {
				if _, err := to.WriteAt([]byte("%PDF"), 0); err != nil {
					return err
				}
			}
		}}
		if err := (&work{}).writeFiles([]output{whole, endless}); !errors.Is(err, errInterrupted) {
			t.Errorf("%v: %v", by, err)
		}
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 {
			t.Errorf("%v: left behind: %v %v", by, left, err)
		}
	}
}
