//go:build !race

package guest

// many is a great number of fields.
const many = 10_000
