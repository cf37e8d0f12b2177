package main

import (
	"strings"

	"mappe/locales"
)

// commands are those that say what stands on no page of a scene, by what its id
// begins with: the longest such beginning counts.
var commands = map[string]string{
	"ask.": "ask", "why.": "ask", "hint.": "ask", "wrong.": "ask", "interview.": "ask", "fact.": "ask", "value.": "ask", "lang.": "ask",
	"event.": "calendar", "calendar.": "calendar",
	"cond.": "explain", "cond-not.": "explain", "covered.": "explain", "because.": "explain", "branch.": "explain", "test.": "explain",
	"none.": "explain", "truth.": "explain", "day.": "explain",
	"note.": "check", "says.": "check", "reading.": "check", "scheme.": "check", "state.": "check",
	"scan.": "check --scans", "unseen.": "check --scans", "ui.scan": "check --scans",
	"step.": "list", "chart.": "list", "tile.": "list", "wish.": "list --mission FILE", "mission.": "list --mission FILE", "step.mission": "list --mission FILE",
	"problem.": "packet", "remark.": "packet", "official.": "packet", "left.": "packet", "original.": "packet", "triple.": "packet", "letter.": "packet",
	"ground.": "packet", "account.": "packet", "ui.problem-": "packet",
	"form.": "form inspect FORM", "form.why.": "form fill FORM", "form.lost": "form fill FORM", "form.nothing": "form fill FORM", "form.open": "form fill FORM",
	"form.BF": "list",
	"place.":  "rules coverage", "fate.": "rules coverage", "ui.coverage": "rules coverage",
	"ui.always": "explain", "ui.away": "explain", "ui.chosen": "explain", "ui.conditions": "explain", "ui.excess": "explain",
	"ui.first-unmet": "explain", "ui.is-not-asked": "explain", "ui.met": "explain", "ui.no-forecast": "explain",
	"ui.not-chosen": "explain", "ui.of-other-scheme": "explain", "ui.only-if": "explain", "ui.other-goal": "explain",
	"ui.other-than": "explain", "ui.possible": "explain", "ui.same-as": "explain", "ui.unmet": "explain", "ui.with-": "explain",
	"ui.captured": "rules", "ui.checked-on": "rules", "ui.dated": "rules", "ui.fee-on": "rules", "ui.free": "rules",
	"ui.left-because": "rules", "ui.no-fee-known": "rules", "ui.not-published": "rules", "ui.not-stated": "rules", "ui.read": "rules",
	"ui.rule-book": "rules", "ui.rules": "rules", "ui.source": "rules", "ui.superseded": "rules", "ui.together": "rules",
	"ui.where":        "rules",
	"ui.applications": "check", "ui.for-all": "check", "ui.told-to-all": "check", "ui.other-book": "check",
	"ui.alt-": "packet", "ui.for-you": "packet", "ui.hole-mute": "packet", "ui.mark": "packet",
	"ui.courtesy": "check", "ui.day": "packet", "brand.": "packet", "deadline.": "check", "doc.": "list", "from.": "list",
	"fee.": "check", "sure.": "check",
}

// spoken names the commands that say what was not found where a message is read,
// "mappe ask"; the order is that of the messages.
func spoken(seen map[string]*sight) error {
	all, err := locales.Messages("en")
	if err != nil {
		return err
	}
	for _, m := range all {
		most := ""
		for begin := range commands {
			if strings.HasPrefix(m.ID, begin) && len(begin) > len(most) {
				most = begin
			}
		}
		if most == "" || locales.NeedOf(m.Family()) == locales.English {
			continue
		}
		if seen[m.ID] == nil {
			seen[m.ID] = &sight{values: map[string]string{}, order: nowhere}
		}
		if s := seen[m.ID]; s.where == "" {
			s.where = "mappe " + commands[most]
		}
	}
	return nil
}
