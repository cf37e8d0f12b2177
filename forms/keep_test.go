package forms

import "testing"

// away is a stay that has begun, with home and registration kept.
const away = stayFacts + "filing=online prevented_from_returning=false "

// limitRows are the last days abroad: exactly 6 or 12 months is still in time.
var limitRows = []row{
	{"temporary, 6 months", "", away + "left_on=2026-06-01 returns_on=2026-12-01", "within-limit leave-limit=2026-12-01 +S1-12 +X-05 +X-14"},
	{"temporary, a day less than 6 months", "", away + "left_on=2026-06-01 returns_on=2026-11-30", "within-limit leave-limit=2026-12-01 -X-05 +X-14"},
	{"temporary, 6 months and a day", "", away + "left_on=2026-06-01 returns_on=2026-12-02", "bf1 leave-limit=2026-12-01"},
	{"left on 31 August", "", away + "left_on=2026-08-31 returns_on=2027-02-28", "within-limit leave-limit=2027-02-28 leave-limit-else=2027-03-01 +month-end"},
	{"left on 31 August, back on 1 March", "", away + "left_on=2026-08-31 returns_on=2027-03-01", "bf1 leave-limit=2027-02-28"},
	{"left on 31 August before a leap year", "2027-09-01", away + "left_on=2027-08-31 returns_on=2028-02-29", "within-limit leave-limit=2028-02-29 +month-end"},
	{"left on 29 February for a year", "2028-03-01", away + "permit.kind=permanent from_siri=false left_on=2028-02-29 returns_on=2029-02-28", "within-limit leave-limit=2029-02-28 leave-limit-else=2029-03-01 +month-end"},
	{"permanent, 12 months", "", away + "permit.kind=permanent left_on=2026-06-01 returns_on=2027-06-01", "within-limit leave-limit=2027-06-01 ask="},
	{"permanent, 12 months and a day", "", away + "permit.kind=permanent from_siri=false left_on=2026-06-01 returns_on=2027-06-02", "bf1 leave-limit=2027-06-01"},

	{"possible, 2 years exactly on leaving", "", away + "permit.kind=possible-permanent legal_since=2024-06-01 left_on=2026-06-01 returns_on=2026-12-02", "bf1 leave-limit=2026-12-01 +X-08"},
	{"possible, 2 years and a day", "", away + "permit.kind=possible-permanent legal_since=2024-05-31 left_on=2026-06-01 returns_on=2027-06-01", "within-limit leave-limit=2027-06-01 -X-08"},
	{"possible, 2 years and a day, too long", "", away + "permit.kind=possible-permanent legal_since=2024-05-31 left_on=2026-06-01 returns_on=2027-06-02", "bf1 leave-limit=2027-06-01"},
	{"possible, since 29 February: reached on 1 March", "2026-03-02", away + "permit.kind=possible-permanent legal_since=2024-02-29 left_on=2026-03-01 returns_on=2026-09-02", "bf1 leave-limit=2026-09-01 +X-08"},
	{"possible, since 29 February, a day later", "2026-03-03", away + "permit.kind=possible-permanent legal_since=2024-02-29 left_on=2026-03-02 returns_on=2027-03-02", "within-limit leave-limit=2027-03-02"},
	{"possible, since unknown, short", "", away + "permit.kind=possible-permanent left_on=2026-06-01 returns_on=2026-12-01", "within-limit ask=permit.legal_since leave-limit="},
	{"possible, since unknown, between the limits", "", away + "permit.kind=possible-permanent left_on=2026-06-01 returns_on=2026-12-02", " outcome=undecided ask=permit.legal_since possible=bf1,within-limit"},
	{"possible, since unknown, beyond both", "", away + "permit.kind=possible-permanent left_on=2026-06-01 returns_on=2027-06-02", "bf1 ask=permit.legal_since"},
	{"accompanying family has 6 months, whatever its residence", "", away + "basis=accompanying-family permit.kind=possible-permanent legal_since=2015-01-01 left_on=2026-06-01 returns_on=2026-12-02", "siri-dispensation leave-limit=2026-12-01 +X-24"},
	{"accompanying family, 6 months", "", away + "basis=accompanying-family permit.kind=possible-permanent left_on=2026-06-01 returns_on=2026-12-01", "within-limit leave-limit=2026-12-01 authority=SIRI ask="},
	{"family of an expatriate Dane, 6 months", "", away + "basis=expatriate-dane permit.kind=possible-permanent legal_since=2015-01-01 left_on=2026-06-01 returns_on=2026-12-01", "within-limit leave-limit=2026-12-01 authority=SIRI"},
	{"family of an expatriate Dane, a day more", "", away + "basis=expatriate-dane permit.kind=possible-permanent legal_since=2015-01-01 left_on=2026-06-01 returns_on=2026-12-02", "siri-dispensation leave-limit=2026-12-01 +S4-34"},
	{"accompanying family with a permanent permit has 12", "", away + "basis=accompanying-family permit.kind=permanent left_on=2026-06-01 returns_on=2027-06-01", "within-limit leave-limit=2027-06-01 -X-24 +permanent-accompanying"},
	{"basis unknown, between the limits", "", away + "basis= permit.kind=possible-permanent legal_since=2015-01-01 home_with_refugee=false in_europe=false protected_elsewhere=false left_on=2026-06-01 returns_on=2026-12-02", " outcome=undecided ask=permit.basis"},

	{"the limit's day, still abroad", "2026-12-01", away + "left_on=2026-06-01 returns_on=2027-02-01", "bf1"},
	{"the day after, with a purpose", "2026-12-02", away + "left_on=2026-06-01 returns_on=2027-02-01", "bf23 last=2027-01-31"},
	{"the day before the return", "2027-01-31", away + "left_on=2026-06-01 returns_on=2027-02-01", "bf23 state=last-day"},
	{"the day of the return", "2027-02-01", away + "left_on=2026-06-01 returns_on=2027-02-01", "bf23 state=expiry-day"},
	{"after the return", "2027-02-02", away + "left_on=2026-06-01 returns_on=2027-02-01", "lapsed"},
	{"returned within the limit", "2026-12-02", away + "left_on=2026-06-01 returns_on=2026-12-01", "within-limit"},
}

var purposeRows = []row{
	{"secondment", "", away + "left_on=2026-01-01", "bf23 +S0-40 +S1-39"},
	{"accompanying a secondment", "", away + "left_on=2026-01-01 reason=accompanying-secondment", "bf23 +S0-40"},
	{"direct employment", "", away + "left_on=2026-01-01 reason=direct-employment", "bf23 +S0-13"},
	{"education", "", away + "left_on=2026-01-01 reason=education", "bf23"},
	{"au pair", "", away + "left_on=2026-01-01 reason=au-pair", "bf23 +S1-38"},
	{"care", "", away + "left_on=2026-01-01 reason=care", "bf23 +S1-38"},
	{"private", "", away + "left_on=2026-01-01 reason=private", "lapsed"},
	{"private, not known whether held back", "", away + "left_on=2026-01-01 reason=private prevented_from_returning=", " outcome=undecided ask=stay_abroad.prevented_from_returning possible=bf23,lapsed"},
	{"re-education of an adult", "", away + "left_on=2026-01-01 reason=re-education born=1990-01-01", "lapsed"},
	{"sent on the day before turning 18", "2026-05-01", away + "reason=re-education born=2008-03-01 left_on=2026-02-28", "re-education +S1-03"},
	{"sent on the 18th birthday", "2026-05-01", away + "reason=re-education born=2008-03-01 left_on=2026-03-01 returns_on=2026-06-01", "within-limit"},
	{"born on 29 February, sent on the 28th", "2026-05-01", away + "reason=re-education born=2008-02-29 left_on=2026-02-28", "re-education"},
	{"Greenland is outside Denmark", "", away + "stay_abroad.country=GL", "bf1 +S1-14 -greenland"},
	{"so are the Faroe Islands, for 6 months and a day", "", away + "stay_abroad.country=FO left_on=2026-06-01 returns_on=2026-12-02", "bf1 leave-limit=2026-12-01 +S1-14"},
	{"in Greenland for 6 months", "", away + "stay_abroad.country=GL left_on=2026-06-01 returns_on=2026-12-01", "within-limit leave-limit=2026-12-01 +S1-14"},
	{"Sweden is", "", away + "stay_abroad.country=SE", "bf1 -S1-14 -greenland"},
	{"secondment of somebody reunified", "", stayFacts, "bf1 +S0-44 -S0-46 +S0-47 +time-abroad-counts -S1-37"},
	{"secondment with a permanent permit of one's own", "", stayFacts + "basis=asylum in_europe=false protected_elsewhere=false permit.kind=permanent from_siri=false returns_on=2028-01-01", "bf1 +S0-46 -S0-47 -time-abroad-counts"},
	{"education is no secondment", "", stayFacts + "reason=education", "bf1 +S1-37 +S1-39 -S0-44 -time-abroad-counts"},
}

var dispensationRows = []row{
	{"back before it ends", "", away + "left_on=2025-01-01 returns_on=2027-03-30 dispensation_until=2027-03-31", "within-limit dispensation-ends=2027-03-30 leave-limit= +S1-41"},
	{"back on its last day is not safe", "", away + "left_on=2025-01-01 returns_on=2027-03-31 dispensation_until=2027-03-31", "bf1 state=open +X-04"},
	{"back a day after it ends", "", away + "left_on=2025-01-01 returns_on=2027-04-01 dispensation_until=2027-03-31", "bf1 -X-04 +S1-40"},
	{"the last safe day", "2027-03-30", away + "left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "bf1 state=last-day"},
	{"its end", "2027-03-31", away + "left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "bf1 state=expiry-day +expiry-day"},
	{"expired, with a purpose", "2027-04-01", away + "left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "bf23"},
	{"expired, private", "2027-04-01", away + "reason=private left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "lapsed"},
	{"expired, private, held back", "2027-04-01", away + "reason=private prevented_from_returning=true left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "bf23 +S1-31"},
	{"expired, back too late", "2028-01-02", away + "left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "lapsed"},
	{"expired, back in time", "2028-01-02", away + "left_on=2025-01-01 returns_on=2027-03-30 dispensation_until=2027-03-31", "within-limit"},
	{"ended before the applicant left: it was for another stay", "", away + "left_on=2026-06-01 returns_on=2026-11-30 dispensation_until=2026-05-31", "within-limit leave-limit=2026-12-01 dispensation-ends= -S1-41"},
	{"the same, beyond the limit", "", away + "left_on=2026-06-01 returns_on=2027-02-01 dispensation_until=2026-05-31", "bf1 leave-limit=2026-12-01 last= -S1-40"},
	{"ended on the day of leaving", "", away + "left_on=2026-06-01 returns_on=2026-11-30 dispensation_until=2026-06-01", "within-limit dispensation-ends="},
	{"ended on the day after", "", away + "left_on=2026-06-01 returns_on=2026-11-30 dispensation_until=2026-06-02", "bf23 dispensation-ends=2026-06-01"},
	{"for which stay is not known", "", away + "left_on= returns_on=2026-12-30 dispensation_until=2026-06-01", " outcome=undecided ask=stay_abroad.left_on"},
	{"to be extended by SIRI", "", away + "permit.kind=permanent from_siri=true left_on=2025-01-01 returns_on=2028-01-01 dispensation_until=2027-03-31", "siri-dispensation dispensation-ends=2027-03-30"},
}

// endRows: the purpose lasts for the whole stay, and what expires abroad is told.
var endRows = []row{
	{"the contract ends the day before the return", "", stayFacts + "posting_ends=2027-07-31", "bf1 -purpose-ends-early"},
	{"the contract ends two days before", "", stayFacts + "posting_ends=2027-07-30", "bf1 +purpose-ends-early"},
	{"the contract ends after the return", "", stayFacts + "posting_ends=2027-09-30", "bf1 -purpose-ends-early"},
	{"the return is not known", "", stayFacts + "returns_on= posting_ends=2027-07-30", " outcome=undecided -purpose-ends-early"},
	{"direct employment", "", stayFacts + "reason=direct-employment posting_ends=2027-03-01", "bf1 +purpose-ends-early"},
	{"education is no work", "", stayFacts + "reason=education posting_ends=2027-03-01", "bf1 -purpose-ends-early"},
	{"held back after the end", "", away + "left_on=2026-01-01 posting_ends=2026-06-01 returns_on=2027-02-01 prevented_from_returning=true", "bf23 -purpose-ends-early +S1-31"},
	{"stayed on after the end", "", away + "left_on=2026-01-01 posting_ends=2026-06-01 returns_on=2027-02-01", "bf23 +purpose-ends-early +S1-65"},
	{"the grounds of a dispensation end before it", "", away + "left_on=2025-01-01 returns_on=2027-03-30 posting_ends=2027-01-31 dispensation_until=2027-03-31", "within-limit +grounds-end-early -purpose-ends-early"},
	{"no dispensation needs no purpose", "", away + "posting_ends=2026-12-01 returns_on=2027-06-01", "within-limit -grounds-end-early -purpose-ends-early"},
	{"the grounds end with the stay", "", away + "left_on=2025-01-01 returns_on=2027-03-30 posting_ends=2027-03-29 dispensation_until=2027-03-31", "within-limit -grounds-end-early"},

	{"the card expires on the day of the return", "", stayFacts + "card_expires=2027-08-01", "bf1 +card-ends-abroad -card-expires-abroad"},
	{"the card expires a day later", "", stayFacts + "card_expires=2027-08-02", "bf1 -card-ends-abroad -card-expires-abroad"},
	{"the card's day is not known", "", stayFacts, "bf1 -card-ends-abroad +card-expires-abroad"},
	{"the card expires during a state posting", "", posted + "card_expires=2027-02-15", "state-posting +card-ends-abroad -card-expires-abroad"},
	{"a state posting, the card's day not known", "", posted, "state-posting -card-ends-abroad -card-expires-abroad"},
	{"the card of a new permit is another matter", "", stayFacts + "left_on=2026-01-01 returns_on=2026-11-21 card_expires=2026-05-01", "lapsed -card-ends-abroad"},

	{"the permit expires on the day of the return", "", away + "permit.expires=2027-06-01 returns_on=2027-06-01", "within-limit extend-before=2027-05-31 +extend-from-abroad"},
	{"the last safe day to extend from abroad", "2027-04-30", away + "permit.expires=2027-05-01 returns_on=2027-06-01", "within-limit extend-before=2027-04-30 +extend-from-abroad -permit-expires-today"},
	{"the permit expires today", "2027-05-01", away + "permit.expires=2027-05-01 returns_on=2027-06-01", "within-limit extend-before=2027-04-30 +permit-expires-today -extend-from-abroad -permit-expired"},
	{"the permit expired yesterday", "2027-05-02", away + "permit.expires=2027-05-01 returns_on=2027-06-01", "within-limit +permit-expired -permit-expires-today"},

	{"apart for 6 months", "", away + "permit.kind=possible-permanent legal_since=2015-01-01 left_on=2026-06-01 returns_on=2026-12-01", "within-limit -S1-36"},
	{"apart for a day more", "", away + "permit.kind=possible-permanent legal_since=2015-01-01 left_on=2026-06-01 returns_on=2026-12-02", "within-limit +S1-36"},
	{"apart with a permanent permit", "", away + "permit.kind=permanent left_on=2026-06-01 returns_on=2027-05-01", "within-limit -S1-36"},

	{"a child over the limit", "", away + "reason=private born=2012-01-01 left_on=2026-01-01", "lapsed +S1-33 +S1-34"},
	{"an adult over the limit", "", away + "reason=private born=1990-01-01 left_on=2026-01-01", "lapsed -S1-33 +S1-34"},
}

// abroadRefugee has protection in Denmark alone and goes outside Europe.
const abroadRefugee = away + "basis=asylum in_europe=false protected_elsewhere=false "

// silentRows: a day that the answer does not show, and that its rounding made.
var silentRows = []row{
	{"lapsed by the rounding of the limit", "2026-03-10", back + "left_on=2025-08-31 returns_on=2026-03-01 reason=private", "lapsed leave-limit= +month-end"},
	{"lapsed by the other rounding too", "2026-03-10", back + "left_on=2025-08-30 returns_on=2026-03-05 reason=private", "lapsed +month-end"},
	{"lapsed in April", "2026-05-10", back + "left_on=2025-10-15 returns_on=2026-05-01 reason=private", "lapsed -month-end"},
	{"a posting on the limit of 30 June", "", gone + "left_on=2024-12-31 home_kept_on_2025_07_01=true", "state-posting-transition +month-end"},
	{"back a day late from a posting that ended on 31 May", "2026-07-20", back + "reason=state-posting left_on=2025-07-10 posting_ends=2026-05-31 returns_on=2026-07-01", "lapsed +month-end +S0-20"},
	{"back on the last day of the dispensation", "2026-11-22", back + "reason=au-pair left_on=2025-01-01 dispensation_until=2026-10-01 returns_on=2026-10-01", "lapsed +X-04"},
	{"18 on 28 February or on 1 March", "2026-02-28", "permit.lapsed=true born=2008-02-29", "child-lapsed +month-end"},
	{"18 on either", "2026-03-02", "permit.lapsed=true born=2008-02-29", "lapsed -month-end"},
	{"two years on 28 February or on 1 March", "2026-03-10", stayFacts + "permit.kind=possible-permanent legal_since=2024-02-29 left_on=2026-02-28 returns_on=2026-07-01", "within-limit +month-end"},
	{"born tomorrow", "", "permit.lapsed=true born=2026-11-23", "child-lapsed +day-to-come"},

	{"residence under EU rules, whatever the kind", "", stayFacts + "basis=eu-family-of-dane", "eu-permanent-other authority=SIRI ask="},
	{"sent after the 18th birthday", "", stayFacts + "reason=re-education born=2008-12-01 left_on=2026-12-15 home_kept=true", "bf1"},
	{"sent before it", "", stayFacts + "reason=re-education born=2008-12-01 left_on=2026-11-30", "re-education"},
	{"a minor, and the day of leaving is not given", "", stayFacts + "reason=re-education born=2008-12-01 left_on=", "re-education ask="},
}

func TestSilent(t *testing.T) { run(t, silentRows) }

var refugeeRows = []row{
	{"in Europe", "", abroadRefugee + "in_europe=true left_on=2020-01-01", "refugee-in-europe +S1-15"},
	{"in Europe, by a country that is", "", abroadRefugee + "in_europe=true stay_abroad.country=IS", "refugee-in-europe -country-outside-europe"},
	{"in Europe, by a country that is not", "", abroadRefugee + "in_europe=true stay_abroad.country=GB", "refugee-in-europe +country-outside-europe"},
	{"in Europe, yet in Greenland", "", abroadRefugee + "in_europe=true stay_abroad.country=GL", "refugee-in-europe +country-outside-europe +S1-14"},
	{"outside Europe, 6 months and a day", "", abroadRefugee + "left_on=2026-06-01 returns_on=2026-12-02", "bf1 leave-limit=2026-12-01"},
	{"in Europe, protected elsewhere", "", abroadRefugee + "in_europe=true protected_elsewhere=true", "bf1"},
	{"outside Europe, within the limit", "", abroadRefugee + "returns_on=2027-06-01", "within-limit +S1-16"},
	{"outside Europe, protected elsewhere, within the limit", "", abroadRefugee + "protected_elsewhere=true returns_on=2027-06-01", "bf1"},
	{"outside Europe, a day too long", "", abroadRefugee + "returns_on=2027-06-02", "bf1"},
	{"outside Europe, protection not asked", "", abroadRefugee + "protected_elsewhere= home_kept= left_on= returns_on=", " outcome=undecided ask=stay_abroad.protected_elsewhere"},
	{"state posting comes first", "", posted + "basis=asylum permit.expires= ", "state-posting extend-before= ask="},
	{"late from a posting, in Europe", "2027-04-16", back + "basis=asylum in_europe=true protected_elsewhere=false posting_ends=2027-03-15 returns_on=2027-05-15", "refugee-in-europe outcome=nothing-to-file ask="},
	{"late from a posting, outside Europe", "2027-04-16", back + "basis=asylum in_europe=false protected_elsewhere=false posting_ends=2027-03-15 returns_on=2027-05-15", "lapsed +S1-16"},
	{"posted before the rule, in Europe: the posting comes first", "", gone + "basis=asylum home_kept_on_2025_07_01=false in_europe=true protected_elsewhere=false", "state-posting-transition ask="},
	{"posted before the rule, outside Europe", "", gone + "basis=asylum home_kept_on_2025_07_01=false in_europe=false", "state-posting-transition ask="},
	{"extension is opened by the authority", "", abroadRefugee + "permit.expires=2027-05-01 returns_on=2027-06-01", "within-limit extend-before= +S0-49"},
	{"anybody else's is not", "", away + "permit.expires=2027-05-01 returns_on=2027-06-01", "within-limit extend-before=2027-04-30 +extend-from-abroad"},
	{"back before the permit expires", "", away + "permit.expires=2027-06-02 returns_on=2027-06-01", "within-limit extend-before=2027-06-01 -extend-from-abroad"},
}

var euPermanentRows = []row{
	{"two years less a day", "", euPermanent + "returns_on=2028-01-09", "eu-permanent-short-absence leave-limit=2028-01-09 -X-16"},
	{"exactly two years", "", euPermanent + "returns_on=2028-01-10", "eu-permanent-dispensation +X-16"},
	{"two years and a day", "", euPermanent + "returns_on=2028-01-11", "eu-permanent-dispensation -X-16 +S2-25"},
	{"left on 29 February", "", euPermanent + "left_on=2024-02-29 returns_on=2026-02-27", "eu-permanent-short-absence leave-limit=2026-02-27 leave-limit-else=2026-02-28 +month-end"},
	{"what keeps it", "", euPermanent, "eu-permanent-short-absence +S2-19 +S2-28 -S2-25"},
	{"four years less a day, with a dispensation", "", euPermanent + "returns_on=2030-01-09", "eu-permanent-dispensation +S2-25 -dispensation-too-short +S2-19 +S2-28 -S2-23"},
	{"four years, longer than any dispensation", "", euPermanent + "returns_on=2030-01-10", "eu-permanent-dispensation +dispensation-too-short -S2-25"},
	{"no dispensation without the intention to return", "", euPermanent + "returns_on=2028-06-01 intends_to_return=false", "eu-permanent-dispensation +S2-23"},
	{"left_on is asked first", "", "goal=keep permit.kind=eu-permanent", " ask=stay_abroad.left_on"},
}

func TestLimits(t *testing.T)       { run(t, limitRows) }
func TestPurposes(t *testing.T)     { run(t, purposeRows) }
func TestDispensation(t *testing.T) { run(t, dispensationRows) }
func TestEnds(t *testing.T)         { run(t, endRows) }
func TestRefugees(t *testing.T)     { run(t, refugeeRows) }
func TestEUPermanent(t *testing.T)  { run(t, euPermanentRows) }
