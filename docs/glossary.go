// Package docs carries those of the documents that the command shows.
package docs

import _ "embed"

// Glossary is glossary.md: the authority's words, English and Danish.
//
//go:embed glossary.md
var Glossary string
