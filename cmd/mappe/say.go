package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"mappe/internal/page"
)

// The rules of the command's speech: results go to stdout; everything else goes
// to stderr as "mappe: …", then "mappe: hint: …". What is wrong with a call or
// with the computer is English, in lower case and without a full stop; what is
// said of a person's case and documents is in the language of --lang. What other
// people and programs have written into names and files gives the screen no
// orders, and writes no lines of its own.

// say prints a remark.
func (o *options) say(format string, args ...any) {
	fmt.Fprintf(o.stderr, "mappe: %s\n", onOneLine(fmt.Sprintf(format, args...)))
}

// hint prints what may be done about something.
func (o *options) hint(format string, args ...any) { o.say("hint: "+format, args...) }

// complain prints why a run has failed, of which each line is a failure.
func (o *options) complain(msg string) {
	for line := range strings.Lines(msg) {
		o.say("%s", strings.TrimRight(line, "\n"))
	}
}

// checkArgs refuses an argument that would give orders wherever it is
// printed.
func checkArgs(args []string) error {
	for _, a := range args {
		if strings.ContainsFunc(a, page.Orders) {
			return &exit{code: exitUsage, hint: "rename the file",
				err: fmt.Errorf("%q: has a line break or another order to the screen in it", a)}
		}
	}
	return nil
}

// escaped is JSON in which no character gives orders.
func escaped(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r != '\n' && page.Orders(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(s[i : i+utf8.RuneLen(r)])
		}
	}
	return b.String()
}

func onOneLine(s string) string { return strings.ReplaceAll(s, "\n", string(utf8.RuneError)) }

// screen is where text is printed: line feeds are its only orders, and U+FFFD
// stands for every other.
type screen struct {
	to   io.Writer
	part []byte // the beginning of a character whose end is still to come
}

func (s *screen) Write(p []byte) (int, error) {
	text := append(s.part, p...)
	end := len(text)
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if i := len(text) - back; utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				end = i
			}
			break
		}
	}
	s.part = bytes.Clone(text[end:])
	shown := bytes.Map(func(r rune) rune {
		if r != '\n' && page.Orders(r) {
			return utf8.RuneError
		}
		return r
	}, text[:end])
	if _, err := s.to.Write(shown); err != nil {
		return 0, err
	}
	return len(p), nil
}
