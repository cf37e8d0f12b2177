package locales

// habits are how a language writes dates, numbers and lists, as the Unicode
// locale data has it: with Western digits, and by the Gregorian calendar.
type habits struct {
	tag, base, script string
	courtesy          bool // its messages are a help to read; the Danish and English ones count
	months, short     [12]string
	date, shortDate   string // with d, M and y for the day, the name of the month, the year; D and m: two digits
	group             string // between the thousands
	least             int    // as many digits has the smallest number that is grouped
	hundreds          bool   // above the thousands, digits are grouped by two
	amount            string // of kroner, 0
	pair, middle, end string // of lists: of two; between others; before the last of several
	orPair, orMiddle  string // of alternatives
	orEnd             string
	comma, semicolon  string // with the space behind them, where there is one
	colon             string
	brackets          string // around {0}, where they are not those of most languages
	runs              bool   // years, months and days have nothing between them
	rightToLeft       bool
}
