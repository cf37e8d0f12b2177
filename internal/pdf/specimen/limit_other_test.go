//go:build !unix

package specimen_test

import "errors"

// limitCPU is not known on this system.
func limitCPU(int) error { return errors.ErrUnsupported }

func peakMemory() int64 { return 0 }

func peakOf([]string) int64 { return 0 }
