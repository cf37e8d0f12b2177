//go:build !race

package packets

import "mappe/locales"

// tongues are the languages in which pages are tried.
func tongues() []string { return locales.Tags() }
