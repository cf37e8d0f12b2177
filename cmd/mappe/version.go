package main

import "runtime/debug"

// program is mappe with its version, as locks name it: that of the module it
// was built from, or "(devel)" where it was built from a folder that no version
// is known of.
func program() string {
	version := "(devel)"
	if built, ok := debug.ReadBuildInfo(); ok && built.Main.Version != "" {
		version = built.Main.Version
	}
	return "mappe " + version
}
