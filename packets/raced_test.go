//go:build !race

package packets

// raced tells that the race detector makes every try ten times as slow.
const raced = false
