package checklist

import (
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Step is one thing to do. Its words are the message "step.<id>".
type Step struct {
	ID   string
	Cite law.Cite
	Vars forms.Vars
}

func (p *Person) step(id string, cite law.Cite, kv ...any) {
	p.Steps = append(p.Steps, Step{id, cite, kv})
}

// steps lists what to do, in order.
func (p *Person) steps(l *Checklist) {
	if p.CoveredBy != "" {
		p.step("covered", "S1-35")
		return
	}
	switch p.Scheme.ID {
	case "mf4":
		p.mf4Steps(l)
	case "od2d":
		p.od2dSteps()
	case "bf1":
		p.step("bf1-online", "S1-44")
		p.step("attach", "S1-45")
		p.window("file")
		if left, known := law.Given(p.Facts, profile.LeftOn); known && !p.Facts.On.After(left) {
			p.step("bf1-before-leaving", "S1-30", "Date", left)
		}
		p.step("return-in-time", "S1-41")
	case "bf23":
		p.bf23Steps()
	default:
		p.otherSteps()
	}
}

func (p *Person) mf4Steps(l *Checklist) {
	p.step("mf4-download", "S4-57")
	if fee := l.Applications[p.Application].Fee; fee.Status == forms.FeeKnown {
		p.step("mf4-pay", "S4-47", "Fee", forms.Kroner(fee.Each), "To", fee.To)
	} else {
		p.step("mf4-pay-unknown", "S4-47")
	}
	p.mf4Family(l)
	p.step("mf4-fill", "S4-55")
	p.step("mf4-lists", "S4-51")
	p.window("file")
	p.step("mf4-submit", "S4-59")
	for _, d := range p.Deadlines {
		if d.ID == "biometrics" {
			p.step("mf4-biometrics", "S4-62", "Date", d.On, "If", d.If)
		}
	}
	p.step("mf4-wait", "S4-11")
}

// mf4Family: each member of a family has an application of its own, and so a
// fee of its own.
func (p *Person) mf4Family(l *Checklist) {
	count, total, known := 0, 0, true
	for _, a := range l.Applications {
		if a.Form == forms.MF4 {
			count, total, known = count+1, total+a.Fee.Each, known && a.Fee.Status == forms.FeeKnown
		}
	}
	switch {
	case count < 2:
	case known:
		p.step("mf4-family", "S4-49", "Count", count, "Total", forms.Kroner(total))
	default:
		p.step("mf4-family-unknown", "S4-49", "Count", count)
	}
}

// window says between which days to file.
func (p *Person) window(id string) {
	w := p.Window
	if w == nil {
		return
	}
	opens, last := w.Opens, w.LastSafeDay
	switch {
	case w.State == "" || w.State == forms.Closed || w.State == forms.ExpiryDay || w.State == forms.Empty:
	case !opens.On.IsZero() && !last.On.IsZero():
		p.step(id+"-between", opens.Cite, "Opens", opens.On, "Last", last.On)
	case !last.On.IsZero():
		p.step(id+"-until", last.Cite, "Last", last.On)
	case !opens.On.IsZero():
		p.step(id+"-from", opens.Cite, "Opens", opens.On)
	}
}

func (p *Person) od2dSteps() {
	p.step("od2d-print", "S2-39")
	p.step("od2d-sign", "S2-37")
	p.step("od2d-lists", "S2-33")
	p.step("od2d-evidence", "S2-35")
	p.window("file")
	switch filing, known := law.Given(p.Facts, profile.FactFiling); {
	case !known:
	case filing == profile.Online:
		p.step("od2d-contact-form", "S2-40")
	default:
		p.step("od2d-in-person", "S2-42")
	}
	if conditions["third-country"].Holds(p.Facts) {
		p.step("od2d-biometrics", "S2-46")
	}
	p.step("od2d-wait", "S2-50")
	p.step("mailbox", "S2-49")
}

func (p *Person) bf23Steps() {
	switch p.Variant {
	case "online":
		p.step("bf23-online", "S1-53")
	case "BF2", "BF3":
		p.step("bf23-paper", "S1-53", "Form", p.Variant)
	}
	p.step("attach", "S1-56")
	p.window("file")
	if p.Variant == "BF2" || p.Variant == "BF3" {
		p.step("bf23-send", "S1-59")
		p.step("bf23-mission", "S1-60")
	}
	p.step("no-return-first", "S1-50")
	p.step("after-submission", "S1-52")
}

// otherSteps are for outcomes without a packet: what to do, and what to carry.
func (p *Person) otherSteps() {
	on := map[string]civil.Date{}
	for _, d := range p.Deadlines {
		on[d.ID] = d.On
	}
	switch p.Scheme.ID {
	case "state-posting":
		p.step("keep-posting-papers", "S0-21")
		if by, ok := on["re-enter-by"]; ok {
			p.step("re-enter-by", "S0-20", "Date", by)
		}
		if by, ok := on["extend-before"]; ok {
			p.step("extend-before", "S0-17", "Date", by)
		}
		p.step("re-entry-permit", "S0-22")
	case "within-limit":
		if by, ok := on["leave-limit"]; ok {
			p.step("back-by", "S1-12", "Date", by)
		}
		if by, ok := on["dispensation-ends"]; ok {
			p.step("back-by", "S1-41", "Date", by)
		}
		p.step("longer-after-all", "S1-30")
	case "refugee-in-europe":
		p.step("stay-inside", "S1-15")
	case "asylum-extension":
		p.step("wait-for-authority", "S0-19")
	case "eu-permanent-short-absence":
		if by, ok := on["leave-limit"]; ok {
			p.step("back-by", "S2-20", "Date", by)
		}
		p.step("municipality", "S2-21")
	case "eu-permanent-dispensation":
		p.step("write-to-siri", "S2-23")
	case "siri-dispensation":
		p.step("siri-online", "S1-06")
	case "national-permanent":
		p.permanentSteps(on["residence-reached"])
	case "too-late", "biometrics-refused":
		p.step("ask-siri", p.Scheme.Cite)
	case "":
		p.step("answer-first", "")
	default:
		if p.Outcome == forms.NewPermit {
			p.step("new-permit", p.Scheme.Cite)
		}
		p.step("ask-authority", p.Scheme.Cite)
	}
}

// permanentSteps: what the sources say of TU1-4 holds for today's rules; of
// earlier ones they name no form.
func (p *Person) permanentSteps(reached civil.Date) {
	switch edition := forms.Edition(p.Facts); {
	case edition == "":
		p.step("ask-authority", p.Scheme.Cite)
	case edition == forms.Edition2015:
		if !reached.IsZero() {
			p.step("residence-reached-2015", edition, "Date", reached)
		}
		p.step("permanent-then", "S3-26", "Date", p.Facts.On)
	default:
		if !reached.IsZero() {
			p.step("residence-reached", edition, "Date", reached)
		}
		p.step("permanent-online", "S0-23")
	}
}
