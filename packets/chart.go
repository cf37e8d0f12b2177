package packets

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/locales"
)

// epoch is the day from which charts count.
var epoch = civil.Of(1970, 1, 1)

// number is the number of a day on a chart.
func number(d civil.Date) int { return epoch.DaysUntil(d) }

// ticks are the first days of the years from the one of from to the one of to,
// and of the months where they are wanted.
func (v Voice) ticks(from, to civil.Date, months bool) (ticks []page.Tick) {
	for d := civil.Of(from.Year, 1, 1); !d.After(to); d = d.AddMonths(1, civil.Closing) {
		if d.Month == time.January {
			ticks = append(ticks, page.Tick{On: number(d), Text: d.String()[:4], Year: true})
		}
		if months {
			ticks = append(ticks, page.Tick{On: number(d), Text: strings.TrimSuffix(v.ShortMonth(d.Month), ".")})
		}
	}
	return ticks
}

// dated is a day of a chart.
func (v Voice) dated(d civil.Date, what string, sign page.Sign) page.Day {
	return page.Day{On: number(d), Date: v.Date(d), What: v.Capital(what), Sign: sign}
}

// period is a run of days in words; of one day, that day.
func (v Voice) period(from, to civil.Date) string {
	if from == to {
		return v.Date(from)
	}
	return v.Must("ui.period", "From", from, "To", to)
}

// inOrder sorts days, leaving out what is said twice.
func inOrder(days []page.Day) []page.Day {
	slices.SortStableFunc(days, func(a, b page.Day) int { return a.On - b.On })
	return slices.CompactFunc(days, func(a, b page.Day) bool { return a.On == b.On && a.What == b.What })
}

// toldDays says the days of a chart.
func (v Voice) toldDays(days []page.Day) (said []string) {
	for _, d := range days {
		said = append(said, v.Join(locales.Colon, d.Date, d.What))
	}
	return said
}

// inWords is a picture in words: its title, and what its table says.
func (v Voice) inWords(title string, said ...string) string {
	return v.Sentences(v.Ended(title), v.Ended(v.Join(locales.Semicolon, said...)))
}

// barsInWords is a picture of bars in words.
func (v Voice) barsInWords(b page.Bars) string {
	var said []string
	for _, row := range b.Rows {
		if row.Blank != "" {
			said = append(said, v.Join(locales.Colon, row.Name, row.Blank))
		}
		for _, x := range row.Bars {
			said = append(said, v.Join(locales.Colon, cmp.Or(x.What, row.Name), x.Period))
		}
	}
	return v.inWords(b.Title, append(said, v.toldDays(b.Days)...)...)
}
