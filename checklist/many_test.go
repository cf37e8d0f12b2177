//go:build !race

package checklist

// many is how often a property is tried.
func many(n int) int { return n }
