package main

import (
	"mappe/internal/civil"
	"mappe/profile"
)

// samples are answers between which everything turns that can be counted from
// the day on which the case is looked at; nil for facts that are only printed.
func (t *interview) samples(q profile.Question) []string {
	day := func(months int) string { return t.on.AddMonths(months, civil.Opening).AddDays(-1).String() }
	switch q.Kind {
	case "bool":
		return []string{"true", "false"}
	case "date":
		return []string{day(2), day(0), day(12), day(-7), day(-18), day(-72), day(-480), day(60)}
	case "choice":
		return q.Choices
	case "languages":
		return []string{profile.None, "da", "uk"}
	case "periods":
		return []string{profile.None, day(-72) + ".." + day(0)}
	case "absences":
		run := day(-48) + ".." + day(0) + "/"
		return []string{run + string(profile.AbsentOther), run + string(profile.AbsentForWork)}
	case "work":
		run := day(-48) + ".." + day(0)
		return []string{run, run + "/abroad"}
	}
	return nil
}

// mostWorlds bounds how much is supposed at a time.
const mostWorlds = 48

// supposed are the questions that would come next if those put aside were
// answered, the likeliest first: whatever is not known, they may still matter.
func (t *interview) supposed() (qs []Question, err error) {
	worlds := []*profile.Profile{t.list.Profile}
	for _, at := range t.past {
		q, _ := profile.Lookup(at.fact)
		if !t.aside[at] || t.given(at) != "" || q.Volunteered {
			continue
		}
		var more []*profile.Profile
		for _, w := range worlds {
			for _, text := range t.samples(q) {
				p := w.Clone()
				if err := p.Apply(profile.Change{Applicant: at.applicant, Key: at.fact, Text: text}); err != nil {
					return nil, err
				}
				more = append(more, p)
			}
		}
		for worlds = nil; len(worlds) < mostWorlds && len(worlds) < len(more); {
			worlds = append(worlds, more[len(worlds)*len(more)/min(mostWorlds, len(more))])
		}
	}
	votes := map[place]int{}
	for _, p := range worlds {
		list, err := t.decide(p)
		if err != nil {
			return nil, err
		}
		for _, q := range (&work{path: t.path, on: t.on, list: list, voice: t.voice}).questions() {
			if at := q.place(); !t.aside[at] {
				if votes[at]++; votes[at] == 1 {
					qs = append(qs, q)
				}
				break
			}
		}
	}
	best := 0
	for i, q := range qs {
		if votes[q.place()] > votes[qs[best].place()] {
			best = i
		}
	}
	if len(qs) > 0 {
		qs[0], qs[best] = qs[best], qs[0]
	}
	return qs, nil
}

// matters tells whether some answer to q by applicant i would change what
// comes out for anybody.
func (t *interview) matters(i int, q profile.Question) (bool, error) {
	was, err := outcome(t.list)
	if err != nil {
		return false, err
	}
	for _, text := range t.samples(q) {
		p := t.list.Profile.Clone()
		if err := p.Applicants[i].Set(q.Key, text); err != nil {
			return false, err
		}
		list, err := t.decide(p)
		if err != nil {
			return false, err
		}
		if is, err := outcome(list); err != nil || is != was {
			return true, err
		}
	}
	return false, nil
}
