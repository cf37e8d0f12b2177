package forms

import "testing"

// together are two people; the second lives with the first.
const together = stayFacts + "|born=1985-01-01|relation=spouse lives_together=true "

var coverRows = []row{
	{"spouse", "", together, "bf1 apps=1 covered=|bf1 covered=p1 ask="},
	{"registered partner", "", together + "relation=registered-partner", "bf1|bf1 covered=p1"},
	{"cohabiting partner", "", together + "relation=cohabiting-partner", "bf1|bf1 covered=p1"},
	{"other family", "", together + "relation=other-family", "bf1 apps=2|bf1 covered= ask="},
	{"divorced", "", together + "relation=ended", "bf1 apps=2|bf1 covered="},
	{"spouse elsewhere", "", together + "lives_together=false", "bf1 apps=2|bf1 covered="},
	{"spouse, address unknown", "", together + "lives_together=", "bf1|bf1 covered= ask=lives_together"},
	{"relation unknown", "", together + "relation=", "bf1|bf1 covered= ask=relation"},
	{"child of 17", "", together + "relation=child born=2008-11-23 applies_with_adult=true", "bf1 apps=1|bf1 covered=p1 ask="},
	{"child of 18 today", "", together + "relation=child born=2008-11-22", "bf1 apps=2|bf1 covered= ask="},
	{"child of unknown age", "", together + "relation=child", "bf1|bf1 covered= ask=born"},
	{"child that applies alone", "", together + "relation=child born=2015-01-01 applies_with_adult=false", "bf1 apps=2|bf1 covered="},
	{"first applicant a minor", "", stayFacts + "|born=2009-01-01|relation=child lives_together=true born=2012-01-01", "bf1 apps=2|bf1 covered="},
	{"first applicant of unknown age", "", stayFacts + "||relation=spouse lives_together=true", "bf1 apps=1|bf1 covered=p1"},
	{"first applicant files another form", "", stayFacts + "filing=online prevented_from_returning=false |left_on=2026-01-01 born=1985-01-01|relation=spouse lives_together=true", "bf23 apps=2|bf1 covered= ask="},
	{"first applicant files nothing", "", stayFacts + "|returns_on=2027-01-01|relation=spouse lives_together=true", "within-limit apps=1|bf1 covered="},
	{"only the first covers", "", stayFacts + "|returns_on=2027-01-01|relation=spouse|relation=child born=2015-01-01 lives_together=true", "within-limit|bf1|bf1 covered= apps=2"},
	{"a whole family, one fee", "", together + "|relation=child lives_together=true born=2015-01-01 applies_with_adult=true", "bf1 apps=1 fee=not-stated|bf1 covered=p1|bf1 covered=p1"},
	{"not covered: own MitID", "", stayFacts + "mitid= |mitid=true|relation=other-family", "bf1|bf1 ask=mitid"},
	{"MF4 covers nobody", "", extension + "||relation=child born=2020-01-01 moved_out=false", "mf4 apps=2|mf4 covered="},
	{"OD2/D covers nobody", "", dane + "|born=1985-01-01|relation=child born=2015-01-01 lives_together=true", "od2d apps=2|od2d covered="},
}

const onPaper = away + "left_on=2026-01-01 filing=paper "

var variantRows = []row{
	{"online", "", onPaper + "filing=online", "bf23 variant=online ask="},
	{"not known how", "", onPaper + "filing=", "bf23 variant= ask=filing"},
	{"adult on paper", "", onPaper + "born=1990-01-01", "bf23 variant=BF2 ask="},
	{"in person is on paper", "", onPaper + "filing=in-person born=1990-01-01", "bf23 variant=BF2"},
	{"18 today", "", onPaper + "born=2008-11-22", "bf23 variant=BF2 ask="},
	{"18 tomorrow, alone", "", onPaper + "born=2008-11-23 applies_with_adult=false", "bf23 variant=BF3"},
	{"18 tomorrow, with an adult", "", onPaper + "born=2008-11-23 applies_with_adult=true", "bf23 variant=BF2"},
	{"18 tomorrow, not known with whom", "", onPaper + "born=2008-11-23", "bf23 variant= ask=applies_with_adult"},
	{"age unknown, with an adult", "", onPaper + "applies_with_adult=true", "bf23 variant=BF2 ask="},
	{"age unknown", "", onPaper, "bf23 variant= ask=born"},
	{"child on paper, covered", "", onPaper + "|born=1985-01-01|relation=child lives_together=true born=2015-01-01 applies_with_adult=true", "bf23 variant=BF2 apps=1|bf23 variant=BF2 covered=p1"},
}

func TestCover(t *testing.T)   { run(t, coverRows) }
func TestVariant(t *testing.T) { run(t, variantRows) }
