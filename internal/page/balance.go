package page

import "strings"

// balanced are lines of one text in which every isolate ends that begins there:
// one that goes on in the next line is begun anew, the way it runs. An end without
// a beginning goes, and so does an isolate of nothing.
func balanced(lines []string) []string {
	if !strings.ContainsFunc(strings.Join(lines, ""), isolates) {
		return lines
	}
	out := make([]string, len(lines))
	var open []rune // the isolates that go on
	for i, l := range lines {
		line := []rune{}
		var at []int // where they begin in the line
		for _, mark := range open {
			at, line = append(at, len(line)), append(line, mark)
		}
		end := func() {
			n := len(open) - 1
			if at[n] == len(line)-1 {
				line = line[:at[n]]
			} else {
				line = append(line, '\u2069')
			}
			at = at[:n]
		}
		for j, r := range l {
			switch {
			case !isolates(r):
				line = append(line, r)
			case r != '\u2069':
				at, line = append(at, len(line)), append(line, r)
				if r == '\u2068' && !ended(l[j:]) {
					r = runsLike(l[j+len("\u2068"):] + "\n" + strings.Join(lines[i+1:], "\n"))
					line[len(line)-1] = r
				}
				open = append(open, r)
			case len(open) > 0:
				end()
				open = open[:len(open)-1]
			}
		}
		still := open
		for len(open) > 0 {
			end()
			open = open[:len(open)-1]
		}
		open, out[i] = still, string(line)
	}
	return out
}

// isolates tells whether r begins an isolate, or ends one.
func isolates(r rune) bool { return r >= '\u2066' && r <= '\u2069' }

// ended tells whether the isolate ends that a text begins with.
func ended(s string) bool { return inner(s) != s }

// inner is a text up to the end of the isolate that it begins with.
func inner(s string) string {
	depth := 0
	for i, r := range s {
		switch {
		case r == '\u2069':
			if depth--; depth <= 0 {
				return s[:i]
			}
		case isolates(r):
			depth++
		}
	}
	return s
}

// runsLike is the mark of an isolate that runs as one of these words does, which
// says so itself.
func runsLike(words string) rune {
	if directed(inner("\u2068" + words)[len("\u2068"):]) {
		return '\u2067'
	}
	return '\u2066'
}
