package packets

import (
	"fmt"
	"strconv"
	"strings"
)

// selectPages reads a page selection such as "2-5,7", "3-" or "-2" for a file
// of n pages. It answers 1-based pages in the order in which they are named;
// a page may be named twice. An empty expression is all pages.
func selectPages(expr string, n int) ([]int, error) {
	if strings.TrimSpace(expr) == "" {
		expr = "1-"
	}
	var pages []int
	for _, part := range strings.Split(expr, ",") {
		part = strings.TrimSpace(part)
		from, to, isRange := strings.Cut(part, "-")
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		if !isRange {
			to = from
		} else if from == "" && to == "" {
			return nil, fmt.Errorf(`pages %q: %q names no page; write for example "2-5,7"`, expr, part)
		} else if from == "" {
			from = "1"
		} else if to == "" {
			to = strconv.Itoa(n)
		}
		first, err1 := strconv.ParseUint(from, 10, 31)
		last, err2 := strconv.ParseUint(to, 10, 31)
		switch {
		case err1 != nil || err2 != nil:
			return nil, fmt.Errorf(`pages %q: %q is not a page or a range; write for example "2-5,7"`, expr, part)
		case first < 1 || int(max(first, last)) > n:
			if n == 1 {
				return nil, fmt.Errorf("pages %q: the file has one page; correct %q", expr, part)
			}
			return nil, fmt.Errorf("pages %q: the file has pages 1 to %d; correct %q", expr, n, part)
		case first > last:
			return nil, fmt.Errorf("pages %q: %q runs backwards; write \"%d-%d\"", expr, part, last, first)
		case len(pages)+int(last-first) >= maxInputPages:
			return nil, fmt.Errorf("pages %q: more than %d pages; name fewer", expr, maxInputPages)
		}
		for p := int(first); p <= int(last); p++ {
			pages = append(pages, p)
		}
	}
	return pages, nil
}
