package packets

import (
	"slices"
	"strings"
)

// What a template may say is a closed set: these facts, and the words of
// letter_blocks.go. docs/letters.md says what each of them means.

// factKind is how a fact may be used.
type factKind string

const (
	factText      factKind = "text"      // is printed; an open line while it isn't known
	factDay       factKind = "day"       // the same
	factCondition factKind = "condition" // decides, and can't be printed
	factList      factKind = "list"      // is ranged over
)

// letterFacts are all of them. What an element of a list has stands behind its
// name and [].
var letterFacts = map[string]factKind{
	"today":          factDay,
	"authority.name": factText,
	"form.code":      factText, "form.title": factText,

	"applicant.name": factText, "applicant.born": factDay, "applicant.address": factText, "applicant.phone": factText,
	"applicant.email": factText, "applicant.citizenship": factText, "applicant.passport": factText,
	"applicant.alien_number": factText, "applicant.case_order_id": factText,
	"others": factList, "others[].name": factText, "others[].born": factDay,

	"person.name": factText, "person.born": factDay, "person.address": factText, "person.citizenship": factText,
	"person.passport": factText, "person.alien_number": factText, "person.child": factCondition,

	"sender.name":         factText,
	"representative.name": factText, "representative.address": factText,
	"sponsor.name": factText, "sponsor.address": factText,
	"dane.name": factText, "dane.address": factText,

	"permit.expires": factDay, "permit.card_expires": factDay, "permit.residence_since": factDay,
	"stay.country": factText, "stay.left_on": factDay, "stay.returns_on": factDay, "stay.posting_ends": factDay,

	"document.number": factText, "document.title": factText, "document.language": factText, "translator.name": factText,

	"represented": factCondition, "solicitor": factCondition, "online": factCondition, "accompanies": factCondition,
	"posted": factCondition, "absent": factCondition, "grounds": factCondition, "family": factCondition,
}

// letterWord is a word of a template that stands for more than a fact.
type letterWord struct {
	block bool // stands on a line of its own
	words bool // takes words and facts
}

// letterWords are all of them.
var letterWords = map[string]letterWord{
	"sender": {block: true}, "letterhead": {block: true}, "addressee": {block: true}, "references": {block: true},
	"enclosures": {block: true}, "absent": {block: true}, "grounds": {block: true}, "asked": {block: true}, "periods": {block: true},
	"signature": {block: true, words: true},
	"open":      {},
}

// known are the names of a closed set, in order.
func known[V any](set map[string]V) []string {
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// group tells whether facts begin with a name and a point.
func group(name string) bool {
	for key := range letterFacts {
		if strings.HasPrefix(key, name+".") {
			return true
		}
	}
	return false
}

// nested are facts as a template reads them: by their parts.
func nested(flat map[string]any) map[string]any {
	root := map[string]any{}
	for key, value := range flat {
		at := root
		for {
			first, rest, more := strings.Cut(key, ".")
			if !more {
				at[key] = value
				break
			}
			if at[first] == nil {
				at[first] = map[string]any{}
			}
			at, key = at[first].(map[string]any), rest
		}
	}
	return root
}
