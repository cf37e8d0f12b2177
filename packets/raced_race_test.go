//go:build race

package packets

// raced tells that the race detector makes every try ten times as slow: the gate
// makes all of them without it.
const raced = true
