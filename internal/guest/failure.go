package guest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode"
)

// What may become of a guest's job, for errors.Is. The text of the error names
// the file and the limit or the reason.
var (
	ErrMemory  = errors.New("out of memory")
	ErrTime    = errors.New("out of time")
	ErrCrash   = errors.New("crashed")
	ErrRefused = errors.New("refused")

	// ErrLocked is ErrRefused of a file whose password is missing or wrong.
	ErrLocked = errors.New("locked")

	// ErrPassword says nothing about the file: pdfcpu takes no such password.
	ErrPassword = errors.New("a password that pdfcpu does not take")
)

// What a guest says of a password: that it is no word for pdfcpu, that there is
// none, that it is not the one.
const (
	passwordRefused = "pdfcpu takes no password with a space or the like"
	passwordMissing = "it needs a password"
	passwordWrong   = "the password is wrong"
)

type failure struct {
	kind error
	text string
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.kind }

func (f *failure) Is(target error) bool { return target == ErrRefused && f.kind == ErrLocked }

const timeUp = "the time for work is up"

// lastWords are what a guest or its runtime says when a limit ends it.
var lastWords = []struct {
	words string
	kind  error
}{
	{timeUp, ErrTime},
	{"out of memory", ErrMemory},
	{"cannot allocate memory", ErrMemory},
	{"pthread_create failed", ErrMemory},
	{"failed to create new OS thread", ErrMemory},
	{"SIGSEGV: segmentation violation\nPC=", ErrMemory}, // in C, which here does no more than make threads
	{"ThreadSanitizer failed to allocate", ErrMemory},
}

// killed says of a guest that ended without an answer what ended it. A signal
// that was not ours is the kernel's, for want of memory, unless much of the time
// for work was used: kernels don't measure that alike everywhere.
func (j *job) killed(state *os.ProcessState, said string, overtime bool) error {
	if overtime {
		return j.failed(ErrTime, "")
	}
	for _, w := range lastWords {
		if strings.Contains(said, w.words) {
			return j.failed(w.kind, "")
		}
	}
	if state.ExitCode() < 0 {
		if state.UserTime()+state.SystemTime() > j.limits.CPU/2 {
			return j.failed(ErrTime, "")
		}
		return j.failed(ErrMemory, "")
	}
	if said == "" {
		said = state.String()
	}
	return j.failed(ErrCrash, said)
}

// failed is the sentence for the user.
func (j *job) failed(kind error, why string) error {
	said := ""
	switch kind {
	case ErrMemory:
		said = fmt.Sprintf("ran out of memory (limit %s)", megabytes(j.limits.Memory))
	case ErrTime:
		said = fmt.Sprintf("ran out of time (limit %s of work, %s in all)", seconds(j.limits.CPU), seconds(j.limits.Wall))
	case ErrRefused, ErrLocked, ErrPassword:
		said = "refused the file: " + oneLine(why)
	default:
		said = "crashed: " + oneLine(why)
	}
	return &failure{kind, fmt.Sprintf("%s: the %s %s", j.name, j.who, said)}
}

// stopped is the error of a job whose caller gave up.
func (j *job) stopped(ctx context.Context) error {
	return fmt.Errorf("%s: the %s was stopped: %w", j.name, j.who, context.Cause(ctx))
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%g s", d.Seconds()) }

// oneLine is the first line of what the guest says, without what could
// confuse a terminal.
func oneLine(s string) string {
	const most = 300
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	if short := []rune(s); len(short) > most {
		return string(short[:most]) + "…"
	}
	return s
}
