//go:build !unix

package main

// bearLimits has nothing to do on this system.
func bearLimits() {}
