// Thirdparty writes THIRD_PARTY.md: every module whose code is linked into
// mappe on any of its platforms, every font and all locale data inside it, with its
// licence as read from the licence file that came with it. A licence that it does not
// know is an error: somebody has to read it first.
//
//	go run ./internal/thirdparty
package main

import (
	"fmt"
	"os"
)

const command = "./cmd/mappe"

func main() {
	text, err := document(".", command)
	if err == nil {
		err = os.WriteFile("THIRD_PARTY.md", []byte(text), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "thirdparty:", err)
		os.Exit(1)
	}
}

// document is the text of THIRD_PARTY.md for a command of the module in the folder root.
func document(root, command string) (string, error) {
	parts, err := linked(root, command)
	if err != nil {
		return "", err
	}
	return render(parts), nil
}
