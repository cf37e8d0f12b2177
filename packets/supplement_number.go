package packets

import (
	"fmt"
	"strconv"
	"strings"

	"mappe/checklist"
)

// number gives the items of people the numbers that they were filed with, so
// that "2.1" means what it meant. A new item gets a number of its chapter that
// no item was filed with, and a new person a letter.
func (f *Filed) number(people []*checklist.Person) {
	filed := map[[2]string]string{} // number, by applicant and document
	used := map[string]bool{}       // numbers
	persons := map[string]string{}  // whose a prefix is
	prefixes := map[string]string{} // by applicant
	chapters := map[string]int{}    // by applicant and group
	last := map[string]int{}        // of each prefix and chapter; of each prefix
	group := func(person string, n int) string { return fmt.Sprint(person, "\x00", n) }
	use := func(prefix string, chapter, n int) {
		used[itemNumber(prefix, chapter, n)] = true
		last[prefix] = max(last[prefix], chapter)
		at := itemNumber(prefix, chapter, 0)
		last[at] = max(last[at], n)
	}
	for _, r := range f.runs {
		if r.Item.Number == "" {
			continue
		}
		prefix, chapter, n := numberParts(r.Item.Number)
		who := r.Item.Applicant
		filed[[2]string{who, r.Item.ID}] = r.Item.Number
		persons[prefix], prefixes[who] = who, prefix
		chapters[group(who, r.Item.Group)] = chapter
		use(prefix, chapter, n)
	}
	for i, p := range people {
		who := p.ID()
		if _, known := prefixes[who]; !known {
			prefix := ""
			if len(people) > 1 {
				for j := i; ; j++ {
					if prefix = checklist.PersonLetter(j); persons[prefix] == "" {
						break
					}
				}
			}
			persons[prefix], prefixes[who] = who, prefix
		}
		for j := range p.Items {
			it := &p.Items[j]
			if was := filed[[2]string{who, it.ID}]; was != "" {
				it.Number = was
				_, chapter, _ := numberParts(was)
				chapters[group(who, it.Group)] = chapter
			}
		}
	}
	for _, p := range people {
		who := p.ID()
		prefix := prefixes[who]
		for j := range p.Items {
			it := &p.Items[j]
			if filed[[2]string{who, it.ID}] != "" {
				continue
			}
			_, chapter, n := numberParts(it.Number)
			known, ok := chapters[group(who, it.Group)]
			switch {
			case ok && known != chapter:
				chapter, n = known, last[itemNumber(prefix, known, 0)]+1
			case !ok && last[itemNumber(prefix, chapter, 0)] > 0: // stands for other documents
				chapter, n = last[prefix]+1, 1
			}
			if used[itemNumber(prefix, chapter, n)] {
				n = last[itemNumber(prefix, chapter, 0)] + 1
			}
			chapters[group(who, it.Group)] = chapter
			use(prefix, chapter, n)
			it.Number = itemNumber(prefix, chapter, n)
		}
	}
}

// itemNumber is "B2.1" of its parts.
func itemNumber(prefix string, chapter, n int) string {
	return prefix + strconv.Itoa(chapter) + "." + strconv.Itoa(n)
}

// numberParts takes the number of an item apart.
func numberParts(number string) (prefix string, chapter, n int) {
	front, back, _ := strings.Cut(number, ".")
	prefix = strings.TrimRight(front, "0123456789")
	chapter, _ = strconv.Atoi(front[len(prefix):])
	n, _ = strconv.Atoi(back)
	return prefix, chapter, n
}
