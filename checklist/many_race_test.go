//go:build race

package checklist

// many is how often a property is tried: the race detector makes every try ten
// times as slow, and the gate tries all of them without it.
func many(n int) int { return n / 20 }
