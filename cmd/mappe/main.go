// Command mappe takes a person's facts and prepares the paperwork for the
// Danish immigration authorities: which form, between which days, for what
// fee, with which documents, and the packet itself as one PDF.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
