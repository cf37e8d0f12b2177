package translators

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/locales"
)

// family is a family of messages: in what they are used, and with which others
// they are read side by side, by the rest of their ids.
type family struct {
	name, kind string
	beside     string
}

// mixed messages are sentences, those that end as sentences do, parts of
// sentences, those that begin small, and labels.
const mixed = "mixed"

// families are those of a sheet, in the order in which a reader meets them: the
// answer, the checklist, the questions, then the packet, files and supplements.
var families = [...]family{
	{name: "ui", kind: mixed}, {name: "outcome", kind: "part"}, {name: "scheme", kind: "title"}, {name: "says", kind: "sentence"},
	{name: "authority", kind: "name"}, {name: "publisher", kind: "name"}, {name: "tile", kind: "narrow"}, {name: "state", kind: "part"},
	{name: "chart", kind: "narrow"}, {name: "event", kind: mixed}, {name: "deadline", kind: "label"}, {name: "day", kind: "part"},
	{name: "start", kind: "part"}, {name: "length", kind: "unit"}, {name: "unit", kind: "unit"}, {name: "because", kind: "part"},
	{name: "branch", kind: "sentence"}, {name: "covered", kind: "sentence"}, {name: "fee", kind: mixed}, {name: "sure", kind: "sentence"},
	{name: "none", kind: "sentence"}, {name: "severity", kind: "label"}, {name: "note", kind: "note"}, {name: "reading", kind: "note"},
	{name: "step", kind: "step"}, {name: "group", kind: "label"}, {name: "doc", kind: "document"}, {name: "form", kind: "title"},
	{name: "need", kind: "part"}, {name: "from", kind: "part"}, {name: "status", kind: "part"}, {name: "count", kind: "sentence"},
	{name: "mission", kind: mixed}, {name: "wish", kind: "document"},
	{name: "cond", kind: "condition"}, {name: "cond-not", kind: "condition", beside: "cond"}, {name: "test", kind: "sentence"},
	{name: "truth", kind: "part"}, {name: "fate", kind: "part"}, {name: "place", kind: "part"},
	{name: "ask", kind: "question"}, {name: "why", kind: "reason", beside: "ask"}, {name: "hint", kind: "screen", beside: "ask"},
	{name: "wrong", kind: "screen", beside: "ask"}, {name: "fact", kind: "fact", beside: "ask"}, {name: "value", kind: "answer", beside: "ask"},
	{name: "interview", kind: "screen"}, {name: "lang", kind: "name"}, {name: "calendar", kind: mixed},
	{name: "brand", kind: mixed}, {name: "part", kind: mixed}, {name: "account", kind: mixed}, {name: "sheet", kind: "label"},
	{name: "separator", kind: mixed}, {name: "slot", kind: mixed}, {name: "triple", kind: mixed}, {name: "letter", kind: mixed},
	{name: "ground", kind: "sentence"}, {name: "signs", kind: "part"}, {name: "original", kind: mixed}, {name: "left", kind: "part"},
	{name: "problem", kind: "screen"}, {name: "scan", kind: "screen"}, {name: "unseen", kind: "part"}, {name: "remark", kind: "screen"}, {name: "official", kind: "part"},
	{name: "supplement", kind: mixed},
}

// placeOf is the place of a family, behind all others if it has none.
func placeOf(name string) int {
	if i := slices.IndexFunc(families[:], func(f family) bool { return f.name == name }); i >= 0 {
		return i
	}
	return len(families)
}

// kindOf is in what an English message is used.
func kindOf(m locales.Message) string {
	kind := mixed
	if i := placeOf(m.Family()); i < len(families) {
		kind = families[i].kind
	}
	if kind == "document" && strings.HasSuffix(m.ID, ".hint") {
		kind = mixed
	}
	if kind != mixed {
		return kind
	}
	text := m.Forms["other"]
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case strings.HasSuffix(strings.TrimRight(text, "”)"), "."):
		return "sentence"
	case unicode.IsLower(first):
		return "part"
	}
	return "label"
}

// ordered are the messages of a sheet, as a reader meets them: by family, and
// in each by the pages on which they are seen.
func ordered(english []locales.Message, seen map[string]sight) (all []locales.Message) {
	type key struct {
		head, place, seen int
		rest              string
	}
	keys := map[string]key{}
	for _, m := range english {
		if locales.NeedOf(m.Family()) == locales.English {
			continue
		}
		place := placeOf(m.Family())
		k := key{head: place, place: place, seen: len(seen) + 1}
		_, k.rest, _ = strings.Cut(m.ID, ".")
		if place < len(families) && families[place].beside != "" {
			k.head = placeOf(families[place].beside)
		}
		if s, ok := seen[strings.TrimSuffix(strings.TrimSuffix(m.ID, ".hint"), ".says")]; ok && alone(k.head) {
			k.seen = s.order
		}
		keys[m.ID] = k
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b locales.Message) int {
		x, y := keys[a.ID], keys[b.ID]
		return cmp.Or(x.head-y.head, x.seen-y.seen, strings.Compare(x.rest, y.rest), x.place-y.place)
	})
	return all
}

// alone tells whether the family of a place is not read beside others.
func alone(place int) bool {
	return place == len(families) || !slices.ContainsFunc(families[:], func(f family) bool { return f.beside == families[place].name })
}
