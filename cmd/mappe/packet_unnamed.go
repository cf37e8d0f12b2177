package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"

	"mappe/packets"
)

// sayUnnamed points out papers in the profile's folder that no document names.
func (w *work) sayUnnamed(o *options, root *os.Root) {
	const most = 5
	names := packets.Unnamed(root, w.list.Profile)
	if len(names) == 0 {
		return
	}
	more := ""
	if n := len(names) - most; n > 0 {
		names, more = names[:most], fmt.Sprintf(", and %d more", n)
	}
	for i, name := range names {
		if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
			names[i] = strconv.Quote(name)
		}
	}
	o.hint("no document of the profile names %s%s", strings.Join(names, ", "), more)
}
