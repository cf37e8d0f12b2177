package profile

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"sync"

	"go.yaml.in/yaml/v4"

	"mappe/internal/civil"
)

var slug = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`) })

// check complains of what no single value shows: keys that must be there, and
// values that contradict each other.
func (r *reader) check(v reflect.Value, at place) {
	switch b := v.Addr().Interface().(type) {
	case *Profile:
		r.applicants(b, at)
	case *Name:
		if *b == (Name{}) && len(at.node.Content) == 0 {
			r.fail(at, "an empty name; give given and family, or leave the key out: absent means not asked yet")
		}
	case *Period:
		r.period(b.From, b.To, at)
	case *Absence:
		r.period(b.From, b.To, at)
		r.need(at, "reason", or(AbsenceReason("").Choices()))
	case *Work:
		r.period(b.From, b.To, at)
		share := at.at("share")
		if s := b.Share; s != nil && (*s < 1 || *s > 100) && share.node.Value == strconv.Itoa(*s) {
			r.fail(share, "%d is no share of full time; write a percentage from 1 to 100", *s)
		}
	case *Document:
		r.document(b, at)
	case *Translator:
		if b.Name == nil && b.Declaration == nil {
			r.fail(at, "an empty translator; give a name or a declaration, or leave the key out")
		}
	case *File:
		r.need(at, "file", "the path, relative to the profile")
		if turn := b.Rotate; turn != 0 && turn != 90 && turn != 180 && turn != 270 {
			r.fail(at.at("rotate"), "%d is no quarter turn; write 0, 90, 180 or 270 (degrees clockwise)", turn)
		}
	}
}

// need complains when a key is absent that must be there.
func (r *reader) need(at place, key, of string) bool {
	if at.at(key).node == nil {
		r.fail(at, "%q is missing; add it: %s", key, of)
		return false
	}
	return true
}

func (r *reader) applicants(p *Profile, at place) {
	list := at.at("applicants")
	switch {
	case list.node == nil:
		p.Applicants = []Applicant{{ID: "applicant"}} // nobody named yet: one person
		return
	case p.Applicants != nil && len(p.Applicants) == 0:
		r.fail(list, "no applicant; add one: \"applicants: [{id: maria}]\"")
	}
	line := map[string]int{}
	for i, a := range p.Applicants {
		here := place{list.node.Content[i], fmt.Sprintf("%s[%d]", list.path, i)}
		if here.node.Kind != yaml.MappingNode || !r.need(here, "id", "a short name for files, such as maria") {
			continue
		}
		id := here.at("id")
		switch first, twice := line[a.ID]; {
		case a.ID == "": // complained of already
		case !slug().MatchString(a.ID):
			r.fail(id, "%s is no id; write lower-case letters a-z, digits and hyphens, at most 40, such as maria", quote(a.ID))
		case twice:
			r.fail(id, "duplicate id %s, first given on line %d; every applicant has its own", quote(a.ID), first)
		default:
			line[a.ID] = id.node.Line
		}
	}
}

func (r *reader) period(from, to civil.Date, at place) {
	both := r.need(at, "from", "the first day, YYYY-MM-DD")
	both = r.need(at, "to", "the last day, YYYY-MM-DD") && both
	if both && !from.IsZero() && !to.IsZero() && to.Before(from) {
		r.fail(at.at("to"), "%q is before %q, where the period starts; both ends belong to it", to, from)
	}
}

func (r *reader) document(d *Document, at place) {
	r.need(at, "item", "an id of the checklist, such as passport-copy")
	status := at.at("status")
	answered := given(at.at("files")) || given(at.at("translation"))
	switch {
	case status.node != nil && answered:
		r.fail(status, "%s beside files; give the files, or the status with its reason", what(status.node))
	case status.node == nil && !answered && at.at("language").node == nil:
		r.fail(at, "no answer; give files, a translation, or a status with its reason")
	}
	if reason := at.at("reason"); reason.node != nil && status.node == nil {
		r.fail(reason, "a reason without a status; add one: %s", or(DocStatus("").Choices()))
	}
	if until := at.at("until"); until.node != nil && (d.Status == nil || *d.Status != FollowsLater && *d.Status != "") {
		r.fail(until, "a day without the status follows-later; only what follows later has one")
	}
	if by := at.at("translator"); by.node != nil && at.at("translation").node == nil {
		r.fail(by, "a translator without a translation; add the translation's files")
	}
}

// given tells whether something stands at p, be it wrong; an empty list is nothing.
func given(p place) bool {
	return p.node != nil && (p.node.Kind != yaml.SequenceNode || len(p.node.Content) > 0)
}
