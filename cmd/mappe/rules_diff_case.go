package main

import (
	"slices"
	"strings"

	"mappe/internal/civil"
	"mappe/locales"
	"mappe/packets"
)

// closed are the fields of the answer whose values have words of their own.
var closed = map[string]string{"outcome": "outcome.", "scheme": "scheme.", "authority": "authority.", "window.state": "state.",
	"permit_until_because": "because.", "form": "", "variant": "", "covered_by": ""}

// lines are what changes for the people of a case, a line each, and then what
// to do about it.
func (c caseDiff) lines(v packets.Voice) (lines []string) {
	say := func(who, text string) {
		if line := strings.TrimSpace(c.File+" "+who) + ": " + text; !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	changes := func(who string) {
		for _, x := range c.Changes {
			if x.Applicant == who && !wordsAlone(x.Field) {
				say(who, x.words(v))
			}
		}
	}
	for _, r := range c.Do {
		changes(r.Applicant)
		switch r.Do {
		case "packet":
			say(r.Applicant, v.Must("diff.packet", "What", v.Printer.List(labels(v, r.Because))))
		case "case":
			say(r.Applicant, v.Must("diff.case", "What", v.Printer.List(labels(v, r.Because))))
		case "text":
			var ids []string
			for _, f := range r.Because {
				kind, id, _ := strings.Cut(f, ".")
				if id, _, _ = strings.Cut(id, "."); kind != "notes" && kind != "steps" {
					id = f
				}
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
			say(r.Applicant, v.Must("diff.text", "Names", ids))
		}
	}
	changes("")
	return lines
}

// words say what changes: "fee DKK 3,080 becomes DKK 3,165".
func (c AnswerChange) words(v packets.Voice) string {
	what := label(v, c.Field)
	kind, rest, _ := strings.Cut(c.Field, ".")
	switch whole := kind == "ask" || kind == "application" || (kind == "documents" || kind == "counts") && !strings.Contains(rest, "."); {
	case whole && c.Old == nil:
		return v.Must("diff.comes", "What", what)
	case whole && c.New == nil:
		return v.Must("diff.goes", "What", what)
	case whole, kind == "documents", kind == "counts": // something about it
		return v.Must("diff.changes", "What", what)
	}
	old, new := answerWords(v, c.Field, c.Old), answerWords(v, c.Field, c.New)
	if c.Applicant == "" {
		what, old, new = v.Must("diff.what.together"), togetherWords(v, c.Old), togetherWords(v, c.New)
	}
	switch {
	case c.Old == nil:
		return v.Must("diff.new", "What", what, "New", new)
	case c.New == nil:
		return v.Must("diff.gone", "What", what, "Old", old)
	case old == new: // the days or the source of a fee, say
		return v.Must("diff.changes", "What", what+" "+old)
	}
	return v.Must("diff.becomes", "What", what, "Old", old, "New", new)
}

// label names a field of the answer.
func label(v packets.Voice, field string) string {
	parts := strings.Split(field, ".")
	if len(parts) > 1 {
		id, _, _ := strings.Cut(parts[1], "(")
		switch parts[0] {
		case "deadlines":
			return v.Must("deadline." + id)
		case "counts":
			return v.Must("diff.count." + id)
		case "documents":
			return v.Must("diff.document", "Name", locales.ID("doc."+id))
		case "ask":
			return v.Must("diff.question", "Name", strings.Join(parts[1:], "."))
		}
	}
	return v.Must("diff.what." + field)
}

// labels name fields, each name once.
func labels(v packets.Voice, fields []string) (names []string) {
	for _, f := range fields {
		if name := label(v, f); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// answerWords is a value of the answer as a reader has it.
func answerWords(v packets.Voice, field string, x any) string {
	switch x := x.(type) {
	case nil:
		return v.Must("ui.none")
	case civil.Date:
		return v.Date(x)
	case Deadline:
		return v.Date(x.On)
	case Fee:
		return x.words(v)
	case string:
		if prefix := closed[field]; prefix != "" {
			return v.Must(prefix + x)
		}
		return x
	case []string:
		return v.Printer.List(x)
	}
	panic("the answer has a value without words: " + field)
}

// togetherWords are the fee of all applications.
func togetherWords(v packets.Voice, x any) string {
	if f, ok := x.(Fee); ok && f.Status == "known" {
		return v.Kroner(locales.Kroner(*f.Total))
	}
	return answerWords(v, "fee", x)
}

// words are a fee in short.
func (f Fee) words(v packets.Voice) string {
	switch {
	case f.Status == "known" && f.Each != nil:
		return v.Kroner(locales.Kroner(*f.Each))
	case f.Status == "known":
		return v.Kroner(locales.Kroner(*f.Total))
	case v.Has("ui." + f.Status): // not-published, not-stated, free
		return v.Must("ui." + f.Status)
	}
	return v.Must("fee." + f.Status)
}
