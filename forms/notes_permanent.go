package forms

import (
	"slices"

	"mappe/internal/civil"
	"mappe/law"
	"mappe/profile"
)

// Edition2015 is the sentence of the page "Last update: 4/1/2015": outdated,
// and told only for a day of its own time.
const Edition2015 law.Cite = "S3-08"

// Edition is the sentence that says on the day how many years of legal
// residence a national permanent permit takes; none where the rules of that
// day are not in the sources.
func Edition(f *law.Facts) law.Cite {
	years, err := f.Book.Periods["permanent-residence"].On(f.On)
	if err != nil {
		return ""
	}
	return years.Cite
}

// permanentNotes are those of a national permanent residence permit. Each
// edition of the rules speaks for its own days alone.
func (c *Case) permanentNotes() {
	switch Edition(c.Facts) {
	case "":
		c.note(Warning, "edition-unknown", "X-01", "Date", c.Facts.On)
	case Edition2015:
		c.edition2015()
	default:
		c.rule(Warning, "X-01")
		c.rule(Info, "S0-23")
		if !slices.ContainsFunc(c.Counts, func(x Count) bool { return x.ID == "employment" }) {
			c.rule(Info, "S0-29")
		}
	}
	if expires := c.date(profile.PermitExpires); !expires.IsZero() && expires.Before(c.Facts.On) {
		c.note(Warning, "residence-permit-expired", "S0-27", "Date", expires)
	}
	if is(c, profile.PermitBasis, profile.EUFamilyOfDane, profile.EUOther) {
		c.rule(Warning, "S2-03")
	}
}

// edition2015 tells the requirements of 2015. Nothing in a profile decides
// them; the guarantee concerns the family-reunified alone.
func (c *Case) edition2015() {
	c.rule(Warning, "S3-25", "Date", c.Facts.On)
	c.rule(Info, "S3-06")
	c.rule(Info, "S3-09")
	if basis, known := law.Given(c.Facts, profile.PermitBasis); !known || basis == profile.FamilyReunification {
		c.rule(Info, "S3-19")
	}
	c.rule(Info, "S3-02")
	c.rule(Info, "S3-18")
}

// euPermanentNotes are those of permanent EU residence where no form OD2/D is
// filed: how it is kept abroad, and whom to ask.
func (c *Case) euPermanentNotes() {
	f := c.Facts
	switch c.Scheme.ID {
	case "eu-permanent-other":
		c.note(Warning, "page-not-in-sources", c.Scheme.Cite)
		c.authority2015()
		return
	case "eu-permanent-dispensation":
		last, back := euAbsenceLimit(f, c.date(profile.LeftOn)), c.date(profile.ReturnsOn)
		if back == last.AddDays(1) {
			c.rule(Warning, "X-16")
		}
		if c.said(profile.IntendsToReturn, false) {
			c.rule(Warning, "S2-23")
		}
		if longest := period(f, "eu-dispensation").After(last, civil.Closing); back.After(longest) {
			c.note(Warning, "dispensation-too-short", "S2-25", "Date", longest, "Return", back)
		} else {
			c.rule(Info, "S2-25", "Date", longest)
		}
	}
	c.rule(Info, "S2-19")
	c.rule(Info, "S2-28")
}

// authority2015: in the time of the page of 2015 another authority was in
// charge of EU residence.
func (c *Case) authority2015() {
	if Edition(c.Facts) == Edition2015 {
		c.rule(Warning, "S3-23", "Date", c.Facts.On)
	}
}
