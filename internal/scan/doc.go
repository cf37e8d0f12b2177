// Package scan judges the picture of a sheet of paper as it will be printed:
// whether it is blank, dark or washed out, blurred, upside down or lying on its
// side, and whether it is too coarse to read.
//
// It sees grey pixels and knows nothing of files. What it says are hints for
// somebody who can look: where it isn't sure it says nothing, and of scripts
// other than Latin and Cyrillic it doesn't say how they stand. How often it is
// wrong is measured, on pages that the tests make: docs/scans.md.
package scan
