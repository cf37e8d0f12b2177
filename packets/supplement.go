package packets

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"mappe/checklist"
	"mappe/internal/civil"
)

// Filed is what an authority has of an application: a packet and the
// supplements to it, as the lock of the last of them tells. A Style with it
// plans the next supplement.
type Filed struct {
	last *Lock
	n    int         // of the next supplement
	body int         // the last page so far
	runs []LockFiled // all that was ever filed, in the order of filing
	sums map[*Input]string
	told map[LockItem]string // words of the data sheets in the file that was filed last, without spaces
}

// ErrNothingNew is what Plan says of a supplement that would have no page: the
// case is what was filed.
var ErrNothingNew = errors.New("nothing is new since the packet was filed")

// Recall reads what was filed from the lock of the packet or supplement that
// was filed last, and takes the digests of those files of today that may be
// the same as one that was filed. A packet in parts has no lock of the whole
// and is an error.
func Recall(last *Lock, in Inputs) (*Filed, error) {
	if last.Part != nil {
		return nil, fmt.Errorf("is part %d of %d, and tells of its own pages alone; make the packet again in one file, of the files as they were filed, with --on %s and without --separate and --max-size: its pages have the same numbers; then give that", last.Part.N, last.Part.Of, last.On)
	}
	f := &Filed{last: last, n: 1, runs: last.filed(), sums: map[*Input]string{}}
	if c := last.Continues; c != nil {
		f.n, f.body = c.N+1, c.Body
	}
	for _, p := range last.Pages {
		if n, behind := parted(p.Label); n > 0 && behind == "" {
			f.body = max(f.body, n)
		}
	}
	for _, x := range in.found {
		if !slices.ContainsFunc(f.runs, func(r LockFiled) bool { return r.Kind == PageFile && r.Bytes == x.Size }) {
			continue
		}
		sum, err := x.digest()
		if err != nil {
			return nil, err
		}
		f.sums[x] = fmt.Sprintf("%x", sum)
	}
	return f, nil
}

// Application is the one that was filed, an index into l.Applications. It is an
// error if the case has no such application any more, or is another case.
func (f *Filed) Application(l *checklist.Checklist) (int, error) {
	filer, packet := f.last.People[0], f.first()
	var due []string
	for i, app := range l.Applications {
		switch name := strings.TrimSuffix(fileName(l.Profile.Case, app.Applicants[0], app.Form), ".pdf"); {
		case name == packet:
			return i, nil
		case app.Applicants[0] == filer && app.Form == f.form():
			return 0, fmt.Errorf("is of another case: it belongs to packet %s, and this profile makes %s; give the packet that was filed, or the label of the case that it was filed with", packet, name)
		default:
			due = append(due, app.Applicants[0]+" ("+app.Form+")")
		}
	}
	return 0, fmt.Errorf("is of another application: it is of applicant %s (%s), and this profile makes packets for %s; give the packet that was filed for one of them", filer, f.form(), strings.Join(due, ", "))
}

// first is the name of the packet that all supplements are to.
func (f *Filed) first() string {
	if c := f.last.Continues; c != nil {
		return c.First
	}
	return f.last.Packet
}

// begun is the day of that packet.
func (f *Filed) begun() civil.Date {
	if c := f.last.Continues; c != nil {
		return c.Begun
	}
	return f.last.On
}

// form is the form of the application.
func (f *Filed) form() string { return f.last.Form }

// name is the file name of the supplement.
func (f *Filed) name() string { return fmt.Sprintf("%s-supplement-%d.pdf", f.first(), f.n) }

// gone tells whether a run was withdrawn before.
func (f *Filed) gone(r LockFiled) bool {
	return slices.ContainsFunc(f.runs, func(o LockFiled) bool { return o.From == r.From && o.Void == VoidWithdrawn })
}

// Told takes the words of the data sheets as they stand in the file that was filed
// last, by their pages, counted from 0. A lock knows nothing of a CPR number but
// the day of birth: whether one is another is read from there.
func (f *Filed) Told(words map[int]string) {
	f.told = map[LockItem]string{}
	for i, p := range f.last.Pages {
		if p.Kind == PageData && p.Item >= 0 {
			f.told[f.last.Items[p.Item]] += unspaced(words[i])
		}
	}
}

// Veiled tells whether a CPR number may be another without our knowing: the file
// that was filed last shows none, or only its day of birth.
func (f *Filed) Veiled(v Voice, l *checklist.Checklist, application int) bool {
	var all string
	whole := false // of everybody
	for it, words := range f.told {
		all, whole = all+words+"\n", whole || it.Number == ""
	}
	return slices.ContainsFunc(v.numbers(l, members(l, application)), func(number string) bool {
		return !strings.Contains(all, unspaced(number)) && (!whole || strings.Contains(all, unspaced(veiled(number))))
	})
}

// renumbered tells whether one of the CPR numbers of a line was filed as another,
// by the data sheet of that line: the file that was filed last may have none.
func (f *Filed) renumbered(x *line) bool {
	for it, words := range f.told {
		if x.is(it) {
			return slices.ContainsFunc(x.numbers, func(number string) bool {
				return !strings.Contains(words, unspaced(number)) && !strings.Contains(words, unspaced(veiled(number)))
			})
		}
	}
	return false
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
