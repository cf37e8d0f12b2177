package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
)

// errInterrupted is why work that was stopped has written nothing.
var errInterrupted = errors.New("interrupted; nothing was written")

// untilInterrupted is done when somebody stops the command: by Ctrl-C, by
// closing its terminal, or by asking it to end. The first such signal leaves
// time to clear away what is half written; a second one ends the command at
// once. What the caller of the command ignores, as nohup does, stays ignored.
func untilInterrupted() (context.Context, context.CancelFunc) {
	bearLimits()
	all := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	heard := slices.DeleteFunc(all, signal.Ignored)
	if len(heard) == 0 { // Notify would take that for every signal there is
		return context.WithCancel(context.Background())
	}
	ctx, stop := signal.NotifyContext(context.Background(), heard...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// stoppable writes to a file until ctx is done.
type stoppable struct {
	ctx context.Context
	to  io.WriterAt
}

func (s stoppable) WriteAt(p []byte, at int64) (int, error) {
	if s.ctx.Err() != nil {
		return 0, errInterrupted
	}
	return s.to.WriteAt(p, at)
}
