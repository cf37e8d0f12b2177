package main

import (
	"os"
	"strconv"
	"strings"
	"unicode"

	"mappe/packets"
)

// sayUnnamed points out papers in the profile's folder that no document names.
func (w *work) sayUnnamed(o *options, root *os.Root, official []packets.Official) {
	const most = 5
	names := packets.Unnamed(root, w.list.Profile, official)
	if len(names) == 0 {
		return
	}
	more := len(names) - most
	for i, name := range names[:min(len(names), most)] {
		if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
			names[i] = strconv.Quote(name)
		}
	}
	if more > 0 {
		o.hint("%s", w.voice.Must("told.unnamed-more", "Files", strings.Join(names[:most], ", "), "Count", more))
	} else {
		o.hint("%s", w.voice.Must("told.unnamed", "Files", strings.Join(names, ", ")))
	}
}
