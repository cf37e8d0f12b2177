package specimen

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// A Plain is a file without object streams, as qpdf writes it, taken apart into
// the values of its objects.
type Plain struct {
	file  []byte
	leads map[int][]int // from object to object
	pages [][]int       // to what they show
	spots []Spot
}

// A Spot is a value that stands in an object, but in no page: a key, a name, a number, a string,
// a truth, a reference.
type Spot struct {
	Object, At int
	Was, Is    string // Is is as long, and another value
}

var (
	plainObject = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	plainPage   = regexp.MustCompile(`/Type /Page\b`)
	plainBeside = regexp.MustCompile(`/Annots (?:\[[^]]*\]|\d+ 0 R)|/Parent \d+ 0 R`)
	plainRef    = regexp.MustCompile(`(\d+) 0 R`)
	plainValue  = regexp.MustCompile(`/[^\s/<>\[\]()]+|\d+ 0 R|-?[\d.]+|\((?s:\\.|[^\\)])*\)|<[0-9a-f]+>|true |false|null`)
)

// TakeApart takes a file apart.
func TakeApart(file []byte) Plain {
	p := Plain{file: file, leads: map[int][]int{}}
	for _, m := range plainObject.FindAllSubmatchIndex(file, -1) {
		num, _ := strconv.Atoi(string(file[m[2]:m[3]]))
		body := file[m[1]:]
		body = body[:bytes.Index(body, []byte("\nendobj"))]
		if i := bytes.Index(body, []byte("\nstream\n")); i >= 0 {
			body = body[:i]
		}
		p.leads[num] = refs(body)
		if plainPage.Match(body) {
			p.pages = append(p.pages, refs(plainBeside.ReplaceAll(body, nil)))
			continue
		}
		length := false
		for _, at := range plainValue.FindAllIndex(body, -1) {
			was := string(body[at[0]:at[1]])
			if is := another(was); is != was && was != "/Length" && !length {
				p.spots = append(p.spots, Spot{num, m[1] + at[0], was, is})
			}
			length = was == "/Length"
		}
	}
	return p
}

func refs(body []byte) (to []int) {
	for _, r := range plainRef.FindAllSubmatch(body, -1) {
		num, _ := strconv.Atoi(string(r[1]))
		to = append(to, num)
	}
	return to
}

// another is a value of the same kind and length, the same where there is none.
func another(was string) string {
	b := []byte(was)
	last := len(b) - 1
	switch c := b[0]; {
	case was == "true ":
		return "false"
	case was == "false":
		return "true "
	case was == "null":
		return "7   "
	case c != '/' && b[last] == 'R': // to nothing
		return strings.Repeat("0", last-len(" 0 R")+1) + " 0 R"
	case c == '(' && last < 2, c == '/' && bytes.IndexByte(b, '#') >= 0, bytes.IndexByte(b, '\\') >= 0:
		return was
	case c == '(' || c == '<':
		last--
	}
	switch c := b[last]; {
	case c >= '0' && c <= '8', c >= 'a' && c < 'f', c >= 'A' && c < 'Z':
		b[last]++
	case c == '9' || c == 'f':
		b[last] = '1'
	case c == '.':
		return was
	default:
		b[last] = 'Z'
	}
	return string(b)
}

// Spots are the values that can be others.
func (p Plain) Spots() []Spot { return p.spots }

// With is the file with another value in a spot.
func (p Plain) With(s Spot) []byte {
	b := bytes.Clone(p.file)
	copy(b[s.At:], s.Is)
	return b
}

// Pages are how many pages the file has.
func (p Plain) Pages() int { return len(p.pages) }

// Shown are the objects that the nth page leads to, from 1, by anything but what
// lies on it and what it is a part of.
func (p Plain) Shown(n int) map[int]bool {
	seen := map[int]bool{}
	for from := p.pages[n-1]; len(from) > 0; {
		at := from[0]
		if from = from[1:]; !seen[at] {
			seen[at], from = true, append(from, p.leads[at]...)
		}
	}
	return seen
}
