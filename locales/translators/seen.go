package translators

import (
	_ "embed"
	"strings"
)

// seenTable is written by make gallery.
//
//go:embed seen.txt
var seenTable string

// sight is where a message is to be seen: in which document of the gallery, and
// as the how manieth of all; and what was said there for its variables.
type sight struct {
	where  string
	order  int
	values map[string]string
}

// readSeen reads the table of pages. Beside the sights of the messages it says
// for each variable what was first said for it.
func readSeen(table string) (seen map[string]sight, said map[string]string) {
	seen, said = map[string]sight{}, map[string]string{}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		s := sight{order: len(seen), values: map[string]string{}}
		if len(cells) > 1 {
			s.where = cells[1]
			for _, cell := range cells[2:] {
				name, value, _ := strings.Cut(cell, "=")
				s.values[name] = value
				if said[name] == "" {
					said[name] = value
				}
			}
		}
		seen[cells[0]] = s
	}
	return seen, said
}
