//go:build !race

package guest

// ample is the memory of a guest with a large form: that of any other.
var ample = Limits{}
