// Package packets makes the submission packets: it looks at the applicant's own
// files (Survey), plans every page (Plan), and writes one PDF for each
// application (Write). It also speaks of a case, in the reader's language, as
// page.Docs: the answer, the checklist, why and why not (Voice).
//
// Survey alone reads inputs and Write alone writes; Plan is a pure function.
package packets

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/internal/pdf"
	"mappe/profile"
)

// Copy says for whom a packet is made.
type Copy string

const (
	// ForApplicant is the working copy: front pages with prices and hints, and
	// every hole shown as a page in its place.
	ForApplicant Copy = "applicant"
	// ForAuthority is what is handed in: the body alone, without holes.
	ForAuthority Copy = "authority"
)

// Style says how a packet is made.
type Style struct {
	Copy  Copy
	Large bool // generated pages in large print
	// Full has CPR numbers in the applicant's copy too. The authority's copy
	// always has them.
	Full   bool
	Duplex bool           // every item starts on a right-hand page
	Brand  *profile.Brand // whose letters they are, nil for the applicant's own
	Logo   *Logo          // of the brand, nil for none
	// WebLinks keeps the links of the files that lead to addresses of the web.
	WebLinks bool
	// Letters are a firm's own: a file takes the place of mappe's of the same name.
	// One that is wrong keeps from being made what holds it, and nothing else;
	// CheckLetters reads them all.
	Letters fs.FS
	// Password encrypts the packet, unless it is empty: whoever knows it can open
	// it. The key is made of bytes from Random.
	Password string
	Random   io.Reader
	// Filed makes the packet a supplement to what was filed: see Recall.
	Filed *Filed
}

// veils tells whether CPR numbers are hidden but for the day of birth.
func (s Style) veils() bool { return s.Copy == ForApplicant && !s.Full }

// Packet is a planned packet for one application: its pages in order, where
// each comes from, how it is labelled and stamped.
type Packet struct {
	Name    string // file name of the whole, without folder: <case>-<applicant>-<form>.pdf
	File    string // name of this file: Name, or that of a part of the packet
	Part    int    // which of the files of a divided packet this is, from 1; 0 for a whole one
	Parts   int    // so many
	Title   string
	Lang    string
	Copy    Copy
	Holes   []Hole
	Sign    []Signing // pages to be signed by hand before the packet is handed in
	Remarks []Remark  // about the files in the packet
	Account Account   // of the pages of the files
	// Originals are the signed files that belong beside the packet.
	Originals []Original
	WebLinks  bool      // see Style
	Password  string    // see Style
	Random    io.Reader // see Style
	// Program is the version of mappe that the lock names: "mappe v0.6.0". Plan
	// leaves it empty.
	Program string
	Front   int // pages labelled i, ii, …
	Body    int // pages labelled and stamped 1 … M

	voice        Voice
	person, form string // as every stamp says them
	large        bool
	accent       *[3]uint8 // of a brand
	pieces       []*piece
	lines        []*line // of the contents
	before       int     // the last page that was filed before, of a supplement
	continues    *LockContinue
	about        *Lock // what the lock says of the whole packet
	binder       *binder
	whole        *Packet   // that this one is a part of
	among        *division // the parts
}

// Hole is a required document that is not there, or a file that can't be used.
type Hole struct {
	Applicant string // id
	Item      string // document id
	Number    string
	File      string // "" when no file was named
	Problem   *Problem
	Status    profile.DocStatus // that is given without a reason, "" for none
	Language  string            // of a document that lacks a translation, "" for none
	Page      string            // label of the letter that fills it once it is signed, "" for none
}

// String names the place; Voice.Hole says more, in the reader's language.
func (h Hole) String() string {
	place := fmt.Sprintf("applicant %s: %s %s", h.Applicant, h.Number, h.Item)
	if h.File != "" {
		place += ": " + h.File
	}
	return place
}

// piece is a run of pages that belong together: a generated document, or pages
// of one file.
type piece struct {
	kind    string // one of the Page… constants
	line    *line  // of the contents that leads here, nil for front and contents
	front   bool
	item    string // of the stamp: "2.1 Copy of passport"
	number  string // of the item: "2.1"
	mark    string // bookmark, "" for none
	inner   string // bookmark beneath that of the item, "" for none
	under   string // bookmark that this one stands under, "" for none
	anchor  string // what links lead to
	doc     page.Doc
	late    func() page.Doc // the doc, where it depends on how pages are numbered
	sheets  page.Sheets
	input   *Input // a file's pages, else the generated ones
	pages   []int
	rotate  int
	fit     pdf.Fit
	entry   int    // of the item's documents in the profile
	lang    string // of a file's words, "" where nobody has told it
	role    string // of a document and its translation, one of the Role… constants
	brings  *late  // of a supplement: what it is a page of
	idle    bool   // a blank page that is not needed
	faces   bool   // a data sheet that is to lie beside the page behind it
	faced   *piece // of a blank page: the one that faces what follows
	instead *piece // of the whole, that this one stands for in a part
}

func (p *piece) count() int {
	switch {
	case p.idle:
		return 0
	case p.input != nil:
		return len(p.pages)
	}
	return len(p.sheets.Words)
}

// Plan lays out the packet of one application (an index into l.Applications).
// It is a pure function: the pages' words come from the checklist, the files'
// pages from Survey.
func Plan(l *checklist.Checklist, application int, in Inputs, v Voice, s Style) (*Packet, error) {
	app := l.Applications[application]
	people := members(l, application)
	v = v.filed()
	for i, p := range people {
		people[i] = in.marked(p)
	}
	if s.Filed != nil {
		s.Filed.number(people)
	}
	first := people[0]
	k := &Packet{
		Name: fileName(l.Profile.Case, first.ID(), app.Form), Lang: v.Tag(), Copy: s.Copy, voice: v,
		person: v.Registered(first.Facts.Applicant), form: app.Form, large: s.Large, accent: accent(s.Brand),
		WebLinks: s.WebLinks, Password: s.Password, Random: s.Random,
	}
	k.Title = page.Label(k.form + " – " + k.person)
	k.binder = &binder{k: k, l: l, app: app, people: people, in: in, v: v, style: s, first: application == 0, signatures: map[*piece]signature{}}
	if err := k.binder.bind(); err != nil {
		return nil, err
	}
	k.about, k.File = k.binder.about(), k.Name
	return k, nil
}

// members are the people of an application; the first one files.
func members(l *checklist.Checklist, application int) (people []*checklist.Person) {
	for _, id := range l.Applications[application].Applicants {
		i := slices.IndexFunc(l.People, func(p *checklist.Person) bool { return p.ID() == id })
		people = append(people, l.People[i])
	}
	return people
}

// fileName is <case>-<applicant>-<form>.pdf in plain ASCII. A label that has no
// letter of it is told by its digest, so that two cases are two files.
func fileName(label, applicant, form string) string {
	parts := []string{slug(label), applicant, slug(form)}
	switch {
	case parts[0] != "":
	case label == "":
		parts[0] = "case"
	default:
		parts[0] = fmt.Sprintf("case-%.4x", sha256.Sum256([]byte(label)))
	}
	return strings.Join(parts, "-") + ".pdf"
}

func slug(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		switch letters := ascii(r); {
		case letters != "":
			b.WriteString(strings.ToLower(letters))
		case unicode.Is(unicode.Mn, r):
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	s = strings.Trim(b.String(), "-")
	return strings.Trim(s[:min(len(s), 60)], "-")
}
