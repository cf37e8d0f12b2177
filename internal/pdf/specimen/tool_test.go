package specimen_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// put writes a file of at least the size.
func put(t testing.TB, dir, name string, data []byte, size int64) string {
	t.Helper()
	path := filepath.Join(dir, name)
	err := os.WriteFile(path, data, 0o600)
	if err == nil && size > int64(len(data)) {
		err = os.Truncate(path, size)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// tool is what a program prints.
func tool(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var said, complained bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complained
	if err := cmd.Run(); err != nil {
		return said.Bytes(), &toolError{name, err, complained.String()}
	}
	return said.Bytes(), nil
}

type toolError struct {
	name string
	err  error
	said string
}

func (e *toolError) Error() string {
	return e.name + ": " + e.err.Error() + "\n" + e.said[:min(len(e.said), 2000)]
}
