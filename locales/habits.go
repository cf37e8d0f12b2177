package locales

import "sync"

// habits are how a language writes dates, numbers and lists, as the Unicode
// locale data has it.
type habits struct {
	tag           string
	months, short [12]string
	ordinal       string // after the day of the month
	group         string // between the thousands
	before, after string // around an amount in kroner
	and           string
	rightToLeft   bool
	load          func() (*catalogue, error) // its messages, read once
}

// spoken are the languages that have a message file.
var spoken = map[string]*habits{
	"da": {
		tag: "da",
		months: [12]string{"januar", "februar", "marts", "april", "maj", "juni",
			"juli", "august", "september", "oktober", "november", "december"},
		short: [12]string{"jan.", "feb.", "mar.", "apr.", "maj", "jun.",
			"jul.", "aug.", "sep.", "okt.", "nov.", "dec."},
		ordinal: ".", group: ".", after: " kr.", and: "og",
		load: sync.OnceValues(func() (*catalogue, error) { return load("da") }),
	},
	"en": {
		tag: "en",
		months: [12]string{"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December"},
		short: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
			"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		group: ",", before: "DKK ", and: "and",
		load: sync.OnceValues(func() (*catalogue, error) { return load("en") }),
	},
}
