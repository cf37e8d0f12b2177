// Package guest runs pdfcpu where it can do no harm: in a child process, made
// of mappe itself, that sees one file and has limits on memory, time and what it
// may write. A hostile file can at worst end the child.
//
// The guest gets no path. Its host opens the file and hands it over, with a
// pipe for the request and one for the answer; the answer is bounded, decoded
// strictly and checked like any other input. It inherits no environment. The
// pipe of the request stays open as long as the host lives, so the guest ends
// when the host does.
//
// On Linux the kernel moreover kills it together with its host, and Landlock,
// where the kernel has it, takes away every right to write to the file system
// and to connect. Other Unix systems have the limits that their kernels keep.
// Windows has none but the wall time.
package guest

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"time"
)

// mark begins the first argument of a guest: "guest:survey".
const mark = "guest:"

// A verb is what a guest can do. It runs in the child; an error refuses the
// job, and its text goes to the user.
type verb func(request json.RawMessage, files []*os.File) (any, error)

var verbs = map[string]verb{"survey": survey, "inspect": inspectForm, "fill": fillForm}

// invited is set once Main has run. Without Main in its main function a program
// that re-executes itself would do its work again, and again.
var invited bool

// Main must come first in the main function of a program, and in TestMain of
// tests, that use this package. In a guest it does the job and exits; otherwise
// it returns at once.
func Main() {
	invited = true
	if len(os.Args) < 4 || !strings.HasPrefix(os.Args[1], mark) {
		return
	}
	var files []*os.File
	for _, arg := range os.Args[2:] {
		n, err := strconv.ParseUint(arg, 10, 64)
		if err != nil {
			os.Exit(2)
		}
		files = append(files, os.NewFile(uintptr(n), "file "+arg))
	}
	os.Exit(serve(verbs[os.Args[1][len(mark):]], files[0], files[1], files[2:]))
}

// Limits are what a guest may use. A zero of Memory, CPU or Wall stands for its
// default.
type Limits struct {
	Memory int64         // bytes beside those of the file itself; 256 MB
	CPU    time.Duration // of all processors together, in whole seconds; 10 s
	Wall   time.Duration // 30 s
	File   int64         // bytes that it may write to a file; none
}

func (l Limits) orDefault() Limits {
	if l.Memory == 0 {
		l.Memory = 256 << 20
	}
	if l.CPU == 0 {
		l.CPU = 10 * time.Second
	}
	if l.Wall == 0 {
		l.Wall = 30 * time.Second
	}
	return l
}
