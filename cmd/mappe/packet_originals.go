package main

import (
	"path/filepath"

	"mappe/packets"
)

// originals are the signed files of a packet, which go untouched into the folder
// that it is written to.
func originals(k *packets.Packet, folder string) (files []output) {
	for _, x := range k.Originals {
		files = append(files, output{path: filepath.Join(folder, x.Name), fill: x.Write})
	}
	return files
}
