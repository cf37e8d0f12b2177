// Command mappe takes a person's facts and prepares the paperwork for the
// Danish immigration authorities: which form, between which days, for what
// fee, with which documents, and the packet itself as one PDF.
package main

import (
	"os"
	"runtime/debug"

	"mappe/internal/guest"
)

func main() {
	guest.Main()            // in a guest it does not return
	debug.SetGCPercent(400) // most commands are over before a collection pays
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
