package guest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"syscall"
)

// errand is what the host sends to the guest.
type errand struct {
	Limits  Limits
	Request json.RawMessage
}

// answer is what the guest sends back: one of the three.
type answer struct {
	Result  json.RawMessage `json:",omitempty"`
	Refused string          `json:",omitempty"` // the reason
	Crashed string          `json:",omitempty"` // what the panic said
}

// maxStack is far more than any sound file needs; a stack that grows further is
// a recursion without end.
const maxStack = 64 << 20

// serve does the errand in the guest. Nothing of the file is touched before the
// limits hold.
func serve(do verb, ask io.Reader, reply io.Writer, files []*os.File) int {
	var e errand
	in := json.NewDecoder(ask)
	if err := in.Decode(&e); err != nil {
		return fail("no errand: " + err.Error())
	}
	if do == nil {
		return fail("no such verb")
	}
	if err := limit(e.Limits); err != nil {
		return fail("no limits: " + err.Error())
	}
	debug.SetMemoryLimit(e.Limits.Memory / 8 * 7) // collect harder before the kernel says no
	debug.SetMaxStack(maxStack)
	go func() {
		_, _ = io.Copy(io.Discard, ask) // ends when the host does
		os.Exit(2)
	}()
	if err := json.NewEncoder(reply).Encode(attempt(do, e, files)); err != nil {
		return fail("no answer: " + err.Error())
	}
	return 0
}

// attempt turns a panic of the verb into an answer.
func attempt(do verb, e errand, files []*os.File) (a answer) {
	defer func() {
		if r := recover(); r != nil {
			a = answer{Crashed: fmt.Sprint("panic: ", r)}
		}
	}()
	result, err := do(e.Request, files)
	if errors.Is(err, syscall.EFBIG) {
		return answer{Refused: "it would write more than " + megabytes(e.Limits.File)}
	}
	if err != nil {
		return answer{Refused: err.Error()}
	}
	data, err := json.Marshal(result)
	if err != nil {
		return answer{Crashed: err.Error()}
	}
	return answer{Result: data}
}

func fail(why string) int {
	fmt.Fprintln(os.Stderr, why)
	return 2
}

// decode reads exactly one JSON value, all of whose fields v must know.
func decode(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the value")
	}
	return nil
}
