package law

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"mappe/internal/civil"
)

// lint checks what the files say and must agree on. What could not be read has
// been complained of already, and is not judged.
func (r *raw) lint() {
	r.lintSources()
	for _, q := range r.quotes {
		switch {
		case !q.sound:
		case q.value.Source == "" || q.value.Line < 1 || strings.TrimSpace(q.value.Quote) == "":
			r.add("quotes.yaml", q.at, q.name, "a quotation has source, line and quote")
		case !r.known(q.value.Source):
			r.add("quotes.yaml", q.at, q.name, "unknown source %q: add it to sources.yaml, or correct the id", q.value.Source)
		}
	}
	r.lintTable(r.fees, entry.checkFee)
	r.lintTable(r.periods, entry.checkPeriod)
}

// known tells whether a source is there; of sources that could not be read
// nothing is known to be missing.
func (r *raw) known(id string) bool {
	return !r.read["sources.yaml"] || slices.ContainsFunc(r.sources, func(s line[Source]) bool { return s.value.ID == id || !s.sound })
}

// reading are the rules that no sentence says: the X-rows, S1-67, which says
// that a page is silent, and M-01, a habit of ours.
var reading = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(X-(0[1-9]|[12][0-9]|3[0-2])|S1-67|M-01)$`)
})

func (r *raw) quoted(c Cite) bool {
	return !r.read["quotes.yaml"] || reading().MatchString(string(c)) ||
		slices.ContainsFunc(r.quotes, func(q line[Quote]) bool { return q.name == string(c) })
}

func (r *raw) lintSources() {
	first := map[string]line[Source]{}
	for _, l := range r.sources {
		s := l.value
		complain := func(format string, args ...any) { r.add(l.file, l.at, l.name, format, args...) }
		if !l.sound {
			continue
		}
		if other, twice := first[s.ID]; twice {
			complain("source %q stands here for the second time, first in %s on line %d: give it another id", s.ID, other.file, other.at)
		}
		first[s.ID] = l
		switch {
		case s.ID == "":
			complain("a source has an id, by which lines name it")
		case s.Title == "" || s.Authority == "":
			complain("who says it, and under which title? write authority and title")
		case s.Read.IsZero():
			complain("when was it read? write read: YYYY-MM-DD")
		case !slices.Contains([]string{"captured", "secondary", "background", "reading"}, s.Kind):
			complain("kind %q is none of captured, secondary, background, reading", s.Kind)
		case s.Kind == "captured" && (len(s.SHA256) != 64 || s.Dated == ""):
			complain("a captured page has sha256, the digest of its text, and dated, what it says of its age")
		case (s.Kind == "secondary" || s.Kind == "background") && s.Where == "":
			complain("where was it read? write where, enough to find it again")
		case s.SupersededBy != "" && !r.known(s.SupersededBy):
			complain("superseded by the unknown source %q", s.SupersededBy)
		}
	}
}

// checkFee is what is wrong with a line of fees.yaml, "" for nothing.
func (e entry) checkFee() string {
	kinds := 0
	for _, is := range []bool{e.DKK != 0, e.Free, e.Stated != nil && !*e.Stated} {
		if is {
			kinds++
		}
	}
	switch {
	case e.period() != Period{}:
		return "years, months and days belong into periods.yaml"
	case e.DKK < 0:
		return "a fee is not negative: correct dkk"
	case kinds != 1:
		return "what does it cost? write exactly one of dkk (the amount), free: true (the source says so), stated: false (the source is silent)"
	case e.DKK > 0 && !slices.Contains([]string{"H", "M", "L"}, e.Confidence):
		return "how sure is it? write confidence: H, M or L"
	}
	return ""
}

// checkPeriod is what is wrong with a line of periods.yaml, "" for nothing.
func (e entry) checkPeriod() string {
	switch longest := 999; {
	case e.DKK != 0 || e.Free || e.Stated != nil:
		return "dkk, free and stated belong into fees.yaml"
	case e.Years < 0 || e.Months < 0 || e.Days < 0:
		return "a length is not negative"
	case max(e.Years, e.Months, e.Days) > longest:
		return "a length of more than 999 is a slip of the pen"
	case e.period() == Period{} && e.From.IsZero():
		return "how long? write years, months or days; or from, for a rule that begins on a day"
	}
	return ""
}

func (r *raw) lintTable(t *table, check func(entry) string) {
	if t == nil {
		return
	}
	if t.checked.value.IsZero() && (t.checked.sound || t.checked.at == 0) {
		r.add(t.file, 0, "", "on which day were all its lines last compared with their sources? write checked: YYYY-MM-DD at the top")
	}
	for _, n := range t.names {
		if len(n.value) == 0 {
			r.add(t.file, n.at, n.name, "has no lines: write one, or remove the name")
		}
		for i, l := range n.value {
			if !l.sound {
				continue
			}
			r.lintLine(t, l, check)
			if i > 0 && n.value[i-1].sound {
				r.lintOrder(t, l, n.value[i-1].value)
			}
		}
	}
}

// lintLine checks a line alone.
func (r *raw) lintLine(t *table, l line[entry], check func(entry) string) {
	e := l.value
	complain := func(format string, args ...any) { r.add(t.file, l.at, l.name, format, args...) }
	if wrong := check(e); wrong != "" {
		complain("%s", wrong)
	}
	switch id := e.Source.ID; {
	case id == "" && e.Cite == "":
		complain("who says so? every line has a source or cites a sentence: write source or cite")
	case id != "" && !r.known(id):
		complain("unknown source %q: add it to sources.yaml, or correct the id", id)
	}
	if e.Cite != "" && !r.quoted(e.Cite) {
		complain("unknown quotation %q: add it to quotes.yaml, or correct the id", e.Cite)
	}
	if !e.To.IsZero() && e.To.Before(e.From) {
		complain("ends on %s, before it begins on %s: correct one of them", e.To, e.From)
	}
	if read, checked := r.readOn(e.Source.ID), dayOf(e, t); !checked.IsZero() && checked.Before(read) {
		complain("checked on %s, before its source was read on %s: write checked: %[2]s into the line", checked, read)
	}
}

// lintOrder compares a line with the one above it, which is newer.
func (r *raw) lintOrder(t *table, l line[entry], newer entry) {
	complain := func(format string, args ...any) { r.add(t.file, l.at, l.name, format, args...) }
	switch e := l.value; {
	case newer.From.IsZero():
		complain("the line above it holds since always: give that one its first day, from")
	case !e.From.Before(newer.From):
		complain("begins on %s, not before the line above it (%s): the newest stands first", e.From, newer.From)
	case e.To.IsZero():
		complain("has no end, yet the line above it begins on %s: write to: %s, or the earlier day on which it ended", newer.From, newer.From.AddDays(-1))
	case !e.To.Before(newer.From):
		complain("ends on %s, not before the line above it begins on %s: write to: %s", e.To, newer.From, newer.From.AddDays(-1))
	}
}

// readOn is the day on which a source was read.
func (r *raw) readOn(id string) civil.Date {
	for _, s := range r.sources {
		if s.value.ID == id && s.sound {
			return s.value.Read
		}
	}
	return civil.Date{}
}

// dayOf is the day on which a line was checked.
func dayOf(e entry, t *table) civil.Date {
	if e.Checked.IsZero() {
		return t.checked.value
	}
	return e.Checked
}
