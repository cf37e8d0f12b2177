package guest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"time"
)

const (
	maxAnswer = 16 << 20
	maxSaid   = 4 << 10
)

// A job is one run of a guest.
type job struct {
	who    string // in errors: "second reader"
	verb   string
	name   string // of the file, for errors
	limits Limits
	files  []*os.File // handed over, in this order
}

// run sends the request and decodes the result. What the guest says is not to
// be trusted: the caller must check the result.
func (j *job) run(ctx context.Context, request, result any) error {
	if !invited {
		return errors.New("guest.Main does not stand first in this program's main function")
	}
	if err := ctx.Err(); err != nil {
		return j.stopped(ctx)
	}
	body, err := json.Marshal(request)
	if err != nil {
		return err
	}
	e, err := json.Marshal(errand{j.limits, body})
	if err != nil {
		return err
	}
	within, cancel := context.WithTimeout(ctx, j.limits.Wall)
	defer cancel()
	v, err := j.visit(within, e)
	switch {
	case err != nil:
		return fmt.Errorf("%s: the %s could not be started: %w", j.name, j.who, err)
	case ctx.Err() != nil:
		return j.stopped(ctx)
	case len(v.answer) > maxAnswer:
		return j.failed(ErrRefused, "its answer would be longer than "+megabytes(maxAnswer))
	case !v.state.Success():
		return j.killed(v.state, v.said, within.Err() != nil)
	}
	return j.read(v.answer, result)
}

func (j *job) read(data []byte, result any) error {
	var a answer
	err := decode(data, &a)
	switch {
	case err != nil:
	case a.Crashed != "":
		return j.failed(ErrCrash, a.Crashed)
	case a.Refused == passwordRefused:
		return j.failed(ErrPassword, a.Refused)
	case a.Refused == passwordMissing, a.Refused == passwordWrong:
		return j.failed(ErrLocked, a.Refused)
	case a.Refused != "":
		return j.failed(ErrRefused, a.Refused)
	default:
		err = decode(a.Result, result)
	}
	if err != nil {
		return j.failed(ErrCrash, "its answer is not one: "+err.Error())
	}
	return nil
}

// visit is what came of a guest that was started.
type visit struct {
	answer []byte
	said   string // the beginning of what it said to its standard error
	state  *os.ProcessState
}

// visit runs the guest until it has ended.
func (j *job) visit(ctx context.Context, e []byte) (v visit, err error) {
	self, err := executable()
	if err != nil {
		return v, err
	}
	ask, errands, err := os.Pipe()
	if err != nil {
		return v, err
	}
	defer errands.Close() // after the guest's end: while it is open, we live
	answers, reply, err := os.Pipe()
	if err != nil {
		ask.Close()
		return v, err
	}
	defer answers.Close()

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	said := head{most: maxSaid}
	cmd := exec.CommandContext(ctx, self, mark+j.verb)
	cmd.Args[0] = "mappe"
	cmd.Env = []string{"GOTRACEBACK=none", "GOMAXPROCS=2"}
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Cancel = func() error { return kill(cmd.Process) }
	cmd.WaitDelay = time.Second
	isolate(cmd)
	args, err := pass(cmd, append([]*os.File{ask, reply}, j.files...))
	cmd.Args = append(cmd.Args, args...)
	if err == nil {
		err = confined(func() error {
			err := cmd.Start()
			ask.Close()
			reply.Close()
			if err != nil {
				return err
			}
			go func() { _, _ = errands.Write(e) }() // a guest that ends first gets no errand
			v.answer, _ = io.ReadAll(io.LimitReader(answers, maxAnswer+1))
			if len(v.answer) > maxAnswer {
				cancel()
			}
			if err := cmd.Wait(); cmd.ProcessState == nil {
				return err
			}
			return nil // its state says the rest
		})
	}
	ask.Close()
	reply.Close()
	v.said, v.state = string(said.kept), cmd.ProcessState
	return v, err
}

// executable is the running program itself, even when a newer one has taken its
// place on disk.
func executable() (string, error) {
	if runtime.GOOS == "linux" {
		if _, err := os.Stat("/proc/self/exe"); err == nil {
			return "/proc/self/exe", nil
		}
	}
	return os.Executable()
}

// head keeps the beginning of what is written to it.
type head struct {
	most int
	kept []byte
}

func (h *head) Write(p []byte) (int, error) {
	h.kept = append(h.kept, p[:min(len(p), h.most-len(h.kept))]...)
	return len(p), nil
}
