package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// lines are what a person types, one answer on each. Where nobody sees what is
// typed, because it comes from a pipe, it is printed behind the prompt, so
// that the conversation reads the same.
type lines struct {
	in   *bufio.Reader
	out  io.Writer
	echo bool
}

const maxLine = 1 << 16

func newLines(o *options) *lines {
	in := o.stdin
	if in == nil {
		in = strings.NewReader("")
	}
	return &lines{bufio.NewReaderSize(in, maxLine), o.stderr, !isTerminal(in)}
}

func isTerminal(r io.Reader) bool {
	f, ok := r.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// read prompts for a line. Without one to come it leaves.
func (l *lines) read() (string, error) {
	fmt.Fprint(l.out, "> ")
	raw, err := l.in.ReadSlice('\n')
	line := strings.TrimSpace(strings.ToValidUTF8(string(raw), "\uFFFD"))
	if l.echo || err != nil {
		fmt.Fprintln(l.out, strings.Map(visible, line))
	}
	switch {
	case err == io.EOF && line != "": // the last line lacks its end
		return line, nil
	case err == io.EOF:
		return "", errLeave
	case err != nil:
		return "", fmt.Errorf("standard input: %w", err)
	}
	return line, nil
}

// visible drops what would steer a terminal.
func visible(r rune) rune {
	if r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 {
		return -1
	}
	return r
}
