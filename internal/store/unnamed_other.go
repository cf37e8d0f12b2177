//go:build !linux

package store

import (
	"errors"
	"os"
)

// openUnnamed fails: this system has no files without a name that get one later.
func openUnnamed(string) (*os.File, error) { return nil, errors.ErrUnsupported }

func unnamedPath(f *os.File) string { return f.Name() }

func nameUnnamed(*os.File, string) (string, error) { return "", errors.ErrUnsupported }
