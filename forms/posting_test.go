package forms

import "testing"

// gone is a state posting that began under the old rule.
const gone = posted + "left_on=2025-02-01 exempted_before_july_2025=false home_kept_on_2025_07_01=true "

// back are the facts of an ordinary stay, which decide once the protection of
// a posting is over.
const back = posted + "home_kept=true in_cpr=true mitid=true filing=online prevented_from_returning=false "

var postingRows = []row{
	{"left on the first day of the rule", "", posted + "left_on=2025-07-01", "state-posting ask="},
	{"left on the day before, exemption unknown", "", posted + "left_on=2025-06-30", " outcome=undecided ask=permit.exempted_before_july_2025 possible=state-posting,state-posting-transition"},
	{"left before, exempted", "", gone + "exempted_before_july_2025=true home_kept_on_2025_07_01=", "state-posting +S0-36 ask="},
	{"left before, home kept, 5 months", "", gone, "state-posting -S0-36 ask="},
	{"left before, home kept, 6 months on the day", "", gone + "left_on=2025-01-01", "state-posting"},
	{"left before, home kept, a day more", "", gone + "left_on=2024-12-31", "state-posting-transition +S0-35"},
	{"left before, home given up", "", gone + "home_kept_on_2025_07_01=false", "state-posting-transition"},
	{"left before, home unknown", "", gone + "home_kept_on_2025_07_01=", " outcome=undecided ask=stay_abroad.home_kept_on_2025_07_01"},
	{"permanent, 12 months on the day", "", gone + "permit.kind=permanent left_on=2024-07-01", "state-posting extend-before="},
	{"permanent, a day more", "", gone + "permit.kind=permanent left_on=2024-06-30", "state-posting-transition"},
	{"possible, residence unknown", "", gone + "permit.kind=possible-permanent left_on=2024-12-01", " outcome=undecided ask=permit.legal_since"},
	{"possible, more than two years", "", gone + "permit.kind=possible-permanent left_on=2024-12-01 legal_since=2022-11-30", "state-posting"},
	{"possible, two years exactly", "", gone + "permit.kind=possible-permanent left_on=2024-12-01 legal_since=2022-12-01", "state-posting-transition"},
	{"before the rule: an ordinary purpose, not left", "2025-06-30", back + "left_on=2025-08-01", "bf1 +S1-24"},
	{"before the rule: the limit passed", "2025-06-30", back + "left_on=2024-12-01", "bf23"},
	{"on the first day of the rule", "2025-07-01", back + "left_on=2025-08-01", "state-posting"},
	{"before the rule: exempted changes nothing", "2025-06-30", back + "exempted_before_july_2025=true left_on=2024-12-01", "bf23 +S1-24 -S0-36"},
	{"before the rule: within the limit", "2025-06-30", back + "left_on=2025-02-01 posting_ends=2025-07-15 returns_on=2025-08-01", "within-limit leave-limit=2025-08-01"},
	{"a permanent permit of 6 months and a day on 1 July 2025", "", gone + "permit.kind=permanent left_on=2024-12-31", "state-posting"},
	{"accompanying since before the rule, home given up", "", gone + "reason=accompanying-state-posting home_kept_on_2025_07_01=false", "state-posting-transition +S0-35"},
	{"accompanying", "", posted + "reason=accompanying-state-posting", "state-posting +what-counts-as-state +X-02 +time-abroad-counts"},
	{"with a permanent permit that stems from SIRI", "", posted + "permit.kind=permanent from_siri=true", "state-posting +confirm-with-siri -time-abroad-counts"},
	{"conflict area comes first", "", posted + "conflict_area=true", "conflict-area"},
}

var reEntryRows = []row{
	{"one month after the end", "", posted + "posting_ends=2027-03-15 returns_on=2027-04-15", "state-posting re-enter-by=2027-04-15 -S0-20"},
	{"a day later is warned of", "", posted + "posting_ends=2027-03-15 returns_on=2027-04-16", "state-posting +S0-20"},
	{"a posting that ends on 31 January", "", posted, "state-posting re-enter-by=2027-02-28 re-enter-by-else=2027-03-01 +month-end"},
	{"the end is asked for", "", posted + "posting_ends= returns_on=", " outcome=undecided ask=stay_abroad.posting_ends"},
	{"returned on the last day", "2027-04-16", posted + "posting_ends=2027-03-15 returns_on=2027-04-15", "state-posting"},
	{"on the last day, return planned later", "2027-04-15", posted + "posting_ends=2027-03-15 returns_on=2027-05-15", "state-posting +S0-20"},
	{"the day after, over the limit, no obstacle", "2027-04-16", back + "posting_ends=2027-03-15 returns_on=2027-05-15", "lapsed"},
	{"the day after, over the limit, held back", "2027-04-16", back + "posting_ends=2027-03-15 returns_on=2027-05-15 prevented_from_returning=true", "bf23 re-enter-by=2027-04-15 leave-limit= last=2027-05-14 +S1-31"},
	{"came back too late", "2027-05-16", back + "posting_ends=2027-03-15 returns_on=2027-05-15", "lapsed"},
	{"a posting shorter than the limit", "2026-11-22", back + "left_on=2026-08-01 posting_ends=2026-09-01 returns_on=2026-12-15", "within-limit leave-limit=2027-02-01"},
	{"permit ends abroad", "", posted + "permit.expires=2027-02-01", "state-posting extend-before=2027-01-31 +extend-from-abroad"},
	{"permit has ended abroad", "", posted + "permit.expires=2026-11-21", "state-posting extend-before=2026-11-20 +permit-expired"},
}

func TestPosting(t *testing.T) { run(t, postingRows) }
func TestReEntry(t *testing.T) { run(t, reEntryRows) }
