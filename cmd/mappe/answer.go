package main

import (
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/profile"
)

// Answer is what mappe check --json prints; its text is printed from it. The
// contract names its fields.
type Answer struct {
	Mappe        int           `json:"mappe"`
	On           civil.Date    `json:"on"`
	Case         string        `json:"case"`
	Applicants   []Applicant   `json:"applicants"`
	Applications []Application `json:"applications"`
	Fee          Fee           `json:"fee"`
	Rulebook     Rulebook      `json:"rulebook"`
	Scans        []Scan        `json:"scans,omitzero"`    // with --scans
	Mission      *Mission      `json:"mission,omitempty"` // with --mission
}

// Applicant is the answer for one person.
type Applicant struct {
	ID          string     `json:"id"`
	Outcome     string     `json:"outcome"`
	Scheme      string     `json:"scheme"`
	Form        string     `json:"form"`
	Variant     string     `json:"variant"`
	Authority   string     `json:"authority"`
	Cite        string     `json:"cite,omitempty"`
	CoveredBy   string     `json:"covered_by"`
	Window      *Window    `json:"window,omitempty"`
	Deadlines   []Deadline `json:"deadlines"`
	Counts      []Count    `json:"counts,omitempty"`
	PermitUntil civil.Date `json:"permit_until,omitzero"`
	Because     string     `json:"permit_until_because,omitempty"`
	BecauseCite string     `json:"permit_until_cite,omitempty"`
	Documents   []Document `json:"documents"`
	Steps       []Told     `json:"steps"`
	Notes       []Note     `json:"notes"`
	Ask         []Question `json:"ask"`
	Possible    []string   `json:"possible"`
}

// Told is a step, in words.
type Told struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Cite string `json:"cite"`
}

// Window is between which days to file.
type Window struct {
	Opens       civil.Date `json:"opens,omitzero"`
	OpensCite   string     `json:"opens_cite,omitempty"`
	LastSafeDay civil.Date `json:"last_safe_day,omitzero"`
	LastCite    string     `json:"last_safe_day_cite,omitempty"`
	Expires     civil.Date `json:"expires,omitzero"`
	State       string     `json:"state,omitempty"`
}

// Deadline is a day that must not be missed.
type Deadline struct {
	ID   string     `json:"id"`
	On   civil.Date `json:"on"`
	If   string     `json:"if,omitempty"`
	Cite string     `json:"cite"`
}

// Count is a length of time that must be reached; lengths are ISO 8601.
type Count struct {
	ID      string     `json:"id"`
	From    civil.Date `json:"from"`
	To      civil.Date `json:"to"`
	Needed  string     `json:"needed"`
	Have    string     `json:"have"`
	Abroad  string     `json:"abroad"`
	Counted string     `json:"abroad_counted"`
	Reached civil.Date `json:"reached,omitzero"`
	Cite    string     `json:"cite"`
}

// Document is one line of the checklist.
type Document struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Need   string `json:"need"`
	From   string `json:"from"`
	Have   bool   `json:"have"`
	Status string `json:"status"`
	Text   string `json:"text"`
	Cite   string `json:"cite"`
}

// Note is something that must be told.
type Note struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	Text     string `json:"text"`
	Cite     string `json:"cite"`
}

// Question is a fact that is still needed.
type Question struct {
	Applicant string   `json:"applicant"` // empty for a fact shared by all
	Fact      string   `json:"fact"`
	Kind      string   `json:"kind"`
	Choices   []string `json:"choices"`
	Text      string   `json:"text"`
	Why       string   `json:"why"`
}

// Application is one thing to be filed.
type Application struct {
	Form       string   `json:"form"`
	Applicants []string `json:"applicants"`
	Fee        Fee      `json:"fee"`
}

// Fee is what is known of a fee; amounts are absent unless known or free.
type Fee struct {
	Status   string     `json:"status"`
	Each     *int       `json:"each,omitempty"`
	Total    *int       `json:"total,omitempty"`
	Currency string     `json:"currency,omitempty"`
	From     civil.Date `json:"from,omitzero"`
	To       civil.Date `json:"to,omitzero"`
	Source   string     `json:"source,omitempty"`
	Cite     string     `json:"cite,omitempty"`
	Last     *LastFee   `json:"last,omitempty"`
}

// LastFee is the last known rate, shown as such.
type LastFee struct {
	DKK  int        `json:"dkk"`
	From civil.Date `json:"from"`
	To   civil.Date `json:"to"`
}

// Rulebook says by which rules the answer was made.
type Rulebook struct {
	Digest  string     `json:"digest"`
	Checked civil.Date `json:"checked"`
}

// answer prints the checklist as the contract's struct.
func (w *work) answer() *Answer {
	l := w.list
	a := &Answer{
		Mappe: profile.Version, On: w.on, Case: l.Profile.Case,
		Applications: []Application{},
		Fee:          w.fee(l.Fee),
		Rulebook:     Rulebook{l.Book.Digest, l.Book.Checked},
		Mission:      w.atMission(),
	}
	for _, p := range l.People {
		a.Applicants = append(a.Applicants, w.applicant(p))
	}
	for _, x := range l.Applications {
		a.Applications = append(a.Applications, Application{x.Form, x.Applicants, w.fee(x.Fee)})
	}
	return a
}

func (w *work) fee(f forms.Fee) Fee {
	x := Fee{Status: string(f.Status), From: f.From, To: f.To, Cite: w.voice.Cite(f.Cite)}
	if f.Source != "" {
		x.Source = w.voice.Source(f.Source)
	}
	switch f.Status {
	case forms.FeeKnown:
		x.Currency, x.Total = "DKK", &f.Total
		if f.Each > 0 {
			x.Each = &f.Each
		}
	case forms.FeeFree:
		x.Currency, x.Each, x.Total = "DKK", new(0), new(0)
	case forms.FeeNotPublished:
		if f.Last != nil {
			x.Last = &LastFee{f.Last.DKK, f.Last.From, f.Last.To}
		}
	}
	return x
}
