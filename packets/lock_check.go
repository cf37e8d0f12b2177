package packets

import (
	"slices"
	"strings"
)

// check tells whether the parts of the lock fit together.
func (l *Lock) check() error {
	c := &checker{}
	c.want(l.Packet != "" && !strings.ContainsAny(l.Packet, `/\`), "packet", "%q is no name of a packet", l.Packet)
	c.want(l.Copy == ForApplicant || l.Copy == ForAuthority, "copy", "%q is neither applicant nor authority", l.Copy)
	c.want(l.Lang != "", "lang", "is missing")
	c.want(l.Form != "", "form", "is missing")
	c.want(!l.On.IsZero(), "on", "is missing")
	c.want(len(l.People) > 0, "applicants", "are missing")
	for i, id := range l.People {
		c.want(id != "" && slices.Index(l.People, id) == i, in("applicants", i, ""), "%q is no id, or stands there twice", id)
	}
	c.want(isDigest(l.Digest), "digest", "%q is no digest", l.Digest)
	c.want(isDigest(l.Book.Digest), "rulebook.digest", "%q is no digest", l.Book.Digest)
	if p := l.Part; p != nil {
		c.want(p.Of > 1 && p.N >= 1 && p.N <= p.Of, "part", "is %d of %d", p.N, p.Of)
	}
	if p := l.Continues; p != nil {
		c.want(p.Packet != "", "continues.packet", "is missing")
		c.want(isDigest(p.Digest), "continues.digest", "%q is no digest", p.Digest)
		if err := p.check(); c.err == nil {
			c.err = err
		}
	}
	l.checkRules(c)
	l.checkFiles(c)
	l.checkItems(c)
	l.checkPages(c)
	l.checkMarks(c)
	return c.err
}

func (l *Lock) checkRules(c *checker) {
	c.want(l.Rules != nil, "rules", "are missing")
	for i, r := range l.Rules {
		c.want(r.ID != "", in("rules", i, "id"), "is missing")
		c.want(i == 0 || l.Rules[i-1].ID < r.ID, in("rules", i, "id"), "%q does not follow on the one before", r.ID)
		c.want(r.Source == "" || !r.Read.IsZero(), in("rules", i, "read"), "is missing")
	}
}

var itemNeeds = []string{"required", "confirm", "example"}

var itemStates = []string{"enclosed", "missing", "cannot-obtain", "follows-later", "does-not-apply"}

func (l *Lock) checkItems(c *checker) {
	c.want(l.Items != nil, "items", "are missing")
	numbers := map[string]bool{}
	for i, it := range l.Items {
		c.want(it.Number == "" || !numbers[it.Number], in("items", i, "number"), "%q stands there twice", it.Number)
		numbers[it.Number] = true
		_, ruled := l.rule(it.Rule)
		c.want(it.Rule == "" || ruled, in("items", i, "rule"), "%q is not among the rules", it.Rule)
		c.want(it.Applicant == "" || slices.Contains(l.People, it.Applicant), in("items", i, "applicant"), "%q is not among the applicants", it.Applicant)
		c.want(it.Need == "" || slices.Contains(itemNeeds, it.Need), in("items", i, "need"), "%q is none of %s", it.Need, strings.Join(itemNeeds, ", "))
		c.want(it.Status == "" || slices.Contains(itemStates, it.Status), in("items", i, "status"), "%q is none of %s", it.Status, strings.Join(itemStates, ", "))
	}
}

var pageKinds = []string{PageFront, PageContents, PageData, PageSeparator, PageFile, PageHole, PageSlot, PageLetter, PageBlank}

func (l *Lock) checkPages(c *checker) {
	c.want(len(l.Pages) > 0, "pages", "are missing")
	labels := make(map[string]bool, len(l.Pages))
	for i, q := range l.Pages {
		if c.err != nil {
			return
		}
		c.want(q.Label != "" && !labels[q.Label], in("pages", i, "label"), "%q is no label, or stands there twice", q.Label)
		labels[q.Label] = true
		c.want(slices.Contains(pageKinds, q.Kind), in("pages", i, "kind"), "%q is none of %s", q.Kind, strings.Join(pageKinds, ", "))
		c.want(q.Item >= -1 && q.Item < len(l.Items), in("pages", i, "item"), "%d is not among the items", q.Item)
		c.want(q.N >= 0 && q.N <= q.Of && (q.N == 0) == (q.Of == 0), in("pages", i, "n"), "is %d of %d", q.N, q.Of)
		c.want(q.File >= -1 && q.File < len(l.Files), in("pages", i, "file"), "%d is not among the files", q.File)
		c.want((q.File >= 0) == (q.Kind == PageFile), in("pages", i, "file"), "is %d on a page of kind %s", q.File, q.Kind)
		if c.err == nil && q.File >= 0 {
			c.want(q.Page >= 1 && q.Page <= l.Files[q.File].Pages, in("pages", i, "page"), "%s has no page %d", l.Files[q.File].Path, q.Page)
		}
		c.want(q.File >= 0 || q.Page == 0, in("pages", i, "page"), "is %d, of no file", q.Page)
		c.want(q.Turned%90 == 0 && q.Turned >= 0 && q.Turned < 360, in("pages", i, "turned"), "%d is no quarter of a turn", q.Turned)
		c.want(q.Width > 0 && q.Width <= 14400, in("pages", i, "width"), "%v points", q.Width)
		c.want(q.Height > 0 && q.Height <= 14400, in("pages", i, "height"), "%v points", q.Height)
		c.want(q.Role == "" || slices.Contains(roles, q.Role), in("pages", i, "role"), "%q is none of %s", q.Role, strings.Join(roles, ", "))
		c.want(q.Role == "" || q.Kind == PageFile || q.Kind == PageLetter && q.Role == RoleDeclaration, in("pages", i, "role"), "is %s on a page of kind %s", q.Role, q.Kind)
		web := 0
		for n, to := range q.Links {
			c.want(to >= 0 && to <= len(l.Pages), in(in("pages", i, "links"), n, ""), "there is no page %d", to)
			if to == 0 {
				web++
			}
		}
		c.want(len(q.Web) == web, in("pages", i, "web"), "%d addresses for %d links", len(q.Web), web)
		c.want(hexed(q.Sum, 32), in("pages", i, "sum"), "%q is no digest", q.Sum)
	}
}

func (l *Lock) checkMarks(c *checker) {
	c.want(l.Marks != nil, "marks", "are missing")
	depth := -1
	for i, m := range l.Marks {
		c.want(m.Depth >= 0 && m.Depth <= depth+1, in("marks", i, "depth"), "%d follows on %d", m.Depth, depth)
		c.want(m.Sheet >= 1 && m.Sheet <= len(l.Pages), in("marks", i, "sheet"), "there is no page %d", m.Sheet)
		depth = m.Depth
	}
}

// rule is the rule with that id.
func (l *Lock) rule(id string) (LockRule, bool) {
	i, found := slices.BinarySearchFunc(l.Rules, id, func(r LockRule, id string) int { return strings.Compare(r.ID, id) })
	if !found {
		return LockRule{}, false
	}
	return l.Rules[i], true
}
