package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"mappe/locales"
)

func newCalendar(o *options) *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "calendar PROFILE",
		Short: "the days of the case as a calendar file (.ics)",
		Long: `Writes the days of the case as all-day events for a calendar program: first and
last safe day to file, deadlines, what expires, documents still to come; for
everybody in the case, also where nothing is to be filed. Each event names the
sentence that it rests on and, where it hangs on another day, that day.

Make the calendar again whenever facts change, and import it again: as long as
the label of the case and the ids of its people stay the same, a program that
heeds UIDs moves what has moved and doubles nothing. The exit code is 0 when a
calendar was written, 3 when somebody is undecided, and 4 when nothing in the
case has a day.`,
		Example: `  mappe calendar case.yaml > case.ics
  mappe calendar case.yaml --lang da -o frister.ics`,
		Args: wants(1, "PROFILE"),
		RunE: func(_ *cobra.Command, args []string) error { return runCalendar(o, args[0], out) },
	}
	c.Flags().StringVarP(&out, "output", "o", "", "write to `file` instead of stdout")
	return c
}

func runCalendar(o *options, path, out string) (err error) {
	defer locales.Rescue(&err)
	o.sweepFor(out)
	w, err := o.load(path)
	if err != nil {
		return err
	}
	w.sayUndecided(o)
	events := w.list.Events()
	if len(events) == 0 {
		return w.noCalendar()
	}
	w.sayOpen(o)
	if w.list.Profile.Case == "" {
		o.say("%s: %s", path, w.voice.Must("told.no-label"))
	}
	data, err := w.calendar(events)
	if err != nil {
		return err
	}
	if toStdout(out) {
		if _, err := o.data.Write(data); err != nil {
			return err
		}
	} else if err := w.writeFiles([]output{holding(out, data)}); err != nil {
		return err
	} else {
		fmt.Fprintln(o.stdout, out)
	}
	if w.code() == exitUndecided {
		return &exit{code: exitUndecided}
	}
	return nil
}

// sayOpen names the people of whom facts are open that can still matter, with
// the first question.
func (w *work) sayOpen(o *options) {
	for _, p := range w.list.People {
		if p.Scheme.ID != "" && len(p.Ask) > 0 {
			q := w.question(p, p.Ask[0])
			o.say("%s: %s", p.ID(), w.voice.Must("told.open", "Question", q.Text, "Fact", q.Fact))
		}
	}
}

// noCalendar ends a run in which no day is known: a calendar holds at least
// one event (RFC 5545, 3.6), so there is none.
func (w *work) noCalendar() error {
	if w.code() == exitUndecided {
		return &exit{code: exitUndecided, err: errors.New(w.voice.Must("told.no-day-yet")), hint: w.voice.Must("told.hint-check", "File", w.path)}
	}
	return &exit{code: exitNoPacket, err: errors.New(w.voice.Must("told.no-day")), hint: w.voice.Must("told.hint-list", "File", w.path)}
}
