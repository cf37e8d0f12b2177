package store

// holding is what came of an attempt to hold a file.
type holding int

const (
	free    holding = iota // nobody held it; now this process does
	held                   // somebody else does
	unknown                // the file system can't say
)
