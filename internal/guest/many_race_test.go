//go:build race

package guest

// many is a great number of fields: the race detector takes ten times the memory
// that a guest may have, and the gate tries all of them without it.
const many = 1_000
