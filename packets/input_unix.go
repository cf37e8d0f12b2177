//go:build unix

package packets

import (
	"io/fs"
	"syscall"
)

// hardLinked tells whether the file has another name, which may stand outside
// the folder.
func hardLinked(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	return ok && st.Nlink > 1
}
