package forms

import (
	"mappe/internal/civil"
	"mappe/law"
)

// Fee is what applications cost on the day of filing.
type Fee struct {
	Status FeeStatus
	Each   int // DKK; of one application, 0 where they differ
	Total  int // DKK
	On     civil.Date
	From   civil.Date // of the rate in force
	To     civil.Date
	Cite   law.Cite
	Source string
	Sure   string   // how surely the rate is known: H, M or L; "" where none is
	Last   *LastFee // the last known rate, when none is published for the day
}

// LastFee is a rate that is no longer, or not yet again, in force.
type LastFee struct {
	DKK      int
	From, To civil.Date
	Source   string
}

// FeeStatus says what is known of a fee.
type FeeStatus string

const (
	FeeKnown        FeeStatus = "known"
	FeeFree         FeeStatus = "free"          // the source says so
	FeeNotStated    FeeStatus = "not-stated"    // the source is silent: never 0
	FeeNotPublished FeeStatus = "not-published" // no rate is known for that day
	FeeNotComputed  FeeStatus = "not-computed"
	FeeMixed        FeeStatus = "mixed" // of several applications
)

// feeOf is the fee of the application that c files.
func feeOf(c *Case) Fee {
	day := c.Window.filing(c.Facts.On)
	rates := c.Facts.Book.Fees[c.Scheme.Form]
	v, err := rates.On(day)
	fee := Fee{On: day, From: v.From, To: v.To, Cite: v.Cite, Source: v.Source, Sure: v.Confidence}
	if err == nil {
		c.Facts.Rests(v.Checked)
	}
	switch {
	case err != nil:
		fee.Status = FeeNotPublished
		if last, ok := rates.Before(day); ok {
			fee.Last = &LastFee{last.Value.DKK, last.From, last.To, last.Source}
		}
	case v.Value.Free:
		fee.Status = FeeFree
	case !v.Value.Stated:
		fee.Status = FeeNotStated
	default:
		fee.Status, fee.Each, fee.Total = FeeKnown, v.Value.DKK, v.Value.DKK
	}
	return fee
}

// sum adds the fees of all applications.
func sum(apps []Application) Fee {
	if len(apps) == 0 {
		return Fee{Status: FeeNotComputed}
	}
	total := apps[0].Fee
	for _, a := range apps[1:] {
		if a.Fee.Status != total.Status {
			return Fee{Status: FeeMixed}
		}
		if total.Total += a.Fee.Total; a.Fee.Each != total.Each {
			total.Each, total.From, total.To, total.On = 0, civil.Date{}, civil.Date{}, civil.Date{}
		}
	}
	return total
}
