package packets

import (
	"strconv"
	"strings"
)

// lettered is the label of a page: 14, or 14a with letters.
func lettered(n int, behind string) string { return strconv.Itoa(n) + behind }

// parted takes a label apart: 14 and "a" of "14a"; 0 for one that is none, or
// has more letters than pages were ever filed.
func parted(label string) (n int, behind string) {
	digits := strings.TrimRight(label, "abcdefghijklmnopqrstuvwxyz")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || len(label)-len(digits) > 8 {
		return 0, ""
	}
	return n, label[len(digits):]
}

// advanced is the label of a page so many behind another of one run.
func advanced(label string, by int) string {
	n, behind := parted(label)
	if behind == "" {
		return lettered(n+by, "")
	}
	return lettered(n, letters(letterIndex(behind)+by))
}

// successive tells whether a page follows on another: 15 on 14, 14b on 14a.
func successive(a, b string) bool {
	n, _ := parted(a)
	return n > 0 && advanced(a, 1) == b
}

// letters is what stands behind the number of the i-th page in the place of a
// filed one, from 0: a … z, aa, ab ….
func letters(i int) string {
	s := ""
	for ; i >= 0; i = i/26 - 1 {
		s = string(rune('a'+i%26)) + s
	}
	return s
}

// letterIndex is what letters was given, -1 for "".
func letterIndex(behind string) int {
	n := 0
	for _, r := range behind {
		n = n*26 + int(r-'a') + 1
	}
	return n - 1
}
