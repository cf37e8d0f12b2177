//go:build !unix

package packets

import "io/fs"

// hardLinked is not known on this system.
func hardLinked(fs.FileInfo) bool { return false }
