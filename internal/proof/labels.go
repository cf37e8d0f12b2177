package proof

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// labels are those of the pages from one on, which counts from 0.
type labels struct {
	page   int
	style  name
	prefix string
	first  int
}

// readLabels reads the ranges of page labels.
func (f *File) readLabels() error {
	root := f.catalog.get("PageLabels")
	if root == nil {
		return nil
	}
	err := f.keyTree(root, "Nums", 0, new(int), func(key, value any) error {
		page, ok := key.(int)
		if !ok || page < 0 || page >= len(f.pages) || len(f.labels) > 0 && page <= f.labels[len(f.labels)-1].page {
			return fmt.Errorf("key %v is not in order, or no page of %d", key, len(f.pages))
		}
		d, err := as[dict](f, value, "a label")
		if err != nil {
			return err
		}
		l := labels{page: page, prefix: f.words(d.get("P")), first: 1}
		if l.style, err = as[name](f, d.get("S"), "/S"); err != nil {
			return err
		}
		if v := d.get("St"); v != nil {
			if l.first, ok = v.(int); !ok || l.first < 1 {
				return fmt.Errorf("/St is %v, not a number from 1", v)
			}
		}
		f.labels = append(f.labels, l)
		return nil
	})
	if err == nil && len(f.labels) == 0 || len(f.labels) > 0 && f.labels[0].page != 0 {
		return fmt.Errorf("the first page has none")
	}
	return err
}

// keyTree visits the entries of a name or number tree; leaf is "Names" or
// "Nums". No node is visited twice, or the tree has more of them than the file
// has objects.
func (f *File) keyTree(o any, leaf name, depth int, nodes *int, visit func(key, value any) error) error {
	if *nodes++; *nodes > len(f.spots) || depth > maxBranch {
		return fmt.Errorf("the tree of /%s is none", leaf)
	}
	node, err := as[dict](f, o, "a node of /"+string(leaf))
	if err != nil {
		return err
	}
	all, err := as[array](f, node.get(leaf), "/"+string(leaf))
	if err != nil {
		return err
	}
	for ; len(all) >= 2; all = all[2:] {
		key, err := f.get(all[0])
		if err != nil {
			return err
		}
		if err := visit(key, all[1]); err != nil {
			return err
		}
	}
	kids, err := as[array](f, node.get("Kids"), "/Kids")
	if err != nil {
		return err
	}
	for _, k := range kids {
		if err := f.keyTree(k, leaf, depth+1, nodes, visit); err != nil {
			return err
		}
	}
	return nil
}

// label is that of a page, from 1.
func (f *File) label(n int) string {
	i, ok := slices.BinarySearchFunc(f.labels, n-1, func(l labels, page int) int { return l.page - page })
	if !ok {
		i--
	}
	if i < 0 {
		return strconv.Itoa(n)
	}
	l := f.labels[i]
	at := l.first + n - 1 - l.page
	switch l.style {
	case "D":
		return l.prefix + strconv.Itoa(at)
	case "R":
		return l.prefix + strings.ToUpper(roman(at))
	case "r":
		return l.prefix + roman(at)
	case "A":
		return l.prefix + letters(at, 'A')
	case "a":
		return l.prefix + letters(at, 'a')
	}
	return l.prefix
}

func roman(n int) string {
	if n > 100_000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		worth int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.worth; n -= d.worth {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// letters counts a … z, aa … zz, aaa …
func letters(n int, from rune) string {
	if n > 26_000 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(from+rune((n-1)%26)), (n-1)/26+1)
}
