package packets

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/internal/proof"
)

// Fault is where a file is not what its lock says.
type Fault struct {
	Sheet int    `json:"sheet,omitempty"` // of the lock, from 1; 0 for the file as a whole, or a page that the lock has not
	Page  string `json:"page,omitempty"`  // its label, as printed
	Kind  string `json:"kind"`
	Want  string `json:"want"`
	Got   string `json:"got"`
}

// The kinds of faults.
const (
	FaultPages   = "pages"   // there are more pages, or fewer
	FaultMissing = "missing" // a page is not there
	FaultExtra   = "extra"   // a page that the packet has not
	FaultOrder   = "order"   // a page stands in the place of another
	FaultLabel   = "label"   // what viewers call a page
	FaultSize    = "size"    // of the sheet
	FaultTurned  = "turned"  // by so many degrees
	FaultStamp   = "stamp"   // the line at the foot
	FaultLink    = "link"    // where a link leads
	FaultIndex   = "index"   // what the index says of an item
	FaultMark    = "mark"    // a bookmark
	FaultTitle   = "title"   // of the file
	FaultLang    = "lang"    // of the file
	FaultActive  = "active"  // something that acts or is shown beside the page
	FaultSum     = "sum"     // what a page shows
	FaultAccount = "account" // the lock contradicts itself
)

// LockOf is the lock that a file carries, nil where it has none.
func LockOf(f *proof.File) (*Lock, error) {
	text, found, err := f.Property(lockSpace, lockName)
	if err != nil || !found {
		return nil, err
	}
	return ReadLock([]byte(text))
}

// CarriedBy tells whether the lock stands in the file as it is, byte for byte.
func (l *Lock) CarriedBy(f *proof.File) (bool, error) {
	text, _, err := f.Property(lockSpace, lockName)
	if err != nil {
		return false, err
	}
	data, err := l.JSON()
	return err == nil && text == string(data), err
}

// Prove compares a file with the lock: its pages in their order, their sizes,
// labels, stamps and links, the index, the bookmarks, and that nothing in it
// acts; where it is deep also the digest of all that each page shows. Without
// faults the file is what the lock says. The error says what could not be read.
func (l *Lock) Prove(f *proof.File, deep bool) ([]Fault, error) {
	p := &proving{l: l, f: f}
	p.faults = l.account()
	if err := p.pages(deep); err != nil {
		return nil, err
	}
	if err := p.marks(); err != nil {
		return nil, err
	}
	p.equal(FaultTitle, 0, l.Title, f.Title())
	p.equal(FaultLang, 0, l.Lang, f.Lang())
	active, err := f.Active()
	if err != nil {
		return nil, err
	}
	for _, key := range active {
		p.fault(FaultActive, 0, "", key)
	}
	return p.faults, nil
}

// proving is one comparison of a file with its lock.
type proving struct {
	l      *Lock
	f      *proof.File
	says   []string // what stands at the foot of the lock's Pages, folded
	foot   []byte   // what stands at that of the sheet at hand, folded
	is     []int    // which of the lock's Pages each sheet of the file is, -1 for none
	faults []Fault
}

func (p *proving) fault(kind string, sheet int, want, got string) {
	x := Fault{Sheet: sheet, Kind: kind, Want: want, Got: got}
	if sheet > 0 {
		x.Page = p.l.Pages[sheet-1].Label
	}
	p.faults = append(p.faults, x)
}

func (p *proving) equal(kind string, sheet int, want, got string) {
	if want != got {
		p.fault(kind, sheet, want, got)
	}
}

// place is how a fault names a sheet of the file: by the label of the page that
// it is, else by its number.
func (p *proving) place(sheet int) string {
	switch {
	case sheet < 1 || sheet > len(p.is):
		return ""
	case p.is[sheet-1] < 0:
		return fmt.Sprintf("(%d)", sheet)
	}
	return p.l.Pages[p.is[sheet-1]].Label
}

// size writes a measure of a sheet in points.
func size(width, height float64) string { return fmt.Sprintf("%.2f × %.2f", width, height) }

// same tells whether two lengths in points are one.
func same(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// wordsOf are the letters of s, and its digits: what stays of words however their
// lines are broken.
func wordsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}

// fold appends a line as it can be read back from a page: without spaces, and
// without the marks that steer the words but are not drawn.
func fold(out []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r < 0x80 && r > ' ':
			out = append(out, byte(r))
		case unicode.IsSpace(r):
		case steers(r):
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}
