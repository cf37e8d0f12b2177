//go:build race

package guest

// ample is the memory of a guest with a large form: the race detector takes
// several times what the form does.
var ample = Limits{Memory: 1 << 30}
