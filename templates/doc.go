// Package templates holds the letters that mappe writes: Markdown with actions
// of text/template, <letter>.<language>.md. docs/letters.md says what they may
// say.
package templates

import "embed"

// Files are the letters.
//
//go:embed *.da.md *.en.md
var Files embed.FS
