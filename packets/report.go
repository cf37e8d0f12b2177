package packets

import (
	"slices"
	"strings"

	"mappe/internal/civil"
)

// Report is what a packet proved to be. mappe verify --json prints it; its text
// is printed from it.
type Report struct {
	Mappe   int          `json:"mappe"`
	File    string       `json:"file"`
	Lock    string       `json:"lock"` // where it was found: "inside", or its path; "" for nowhere
	Proven  bool         `json:"proven"`
	Packet  *PacketSaid  `json:"packet,omitempty"` // what the lock says
	Faults  []Fault      `json:"faults"`
	Second  *SecondSaid  `json:"second,omitempty"` // nil: not asked
	Folder  string       `json:"inputs_in,omitempty"`
	Inputs  []InputState `json:"inputs"`
	Page    *PageSaid    `json:"page,omitempty"`    // that was asked for
	Problem string       `json:"problem,omitempty"` // why nothing could be proved, in English
}

// NoLock is the Problem of a file of which no lock was found.
const NoLock = "it has no lock: none is inside it, and none lies beside it; give the lock with --lock"

// PacketSaid is what a lock says of a packet.
type PacketSaid struct {
	Name       string     `json:"name"`
	Copy       Copy       `json:"copy"`
	On         civil.Date `json:"on"`
	Form       string     `json:"form"`
	Applicants []string   `json:"applicants"`
	Pages      int        `json:"pages"`
	Program    string     `json:"program"`
	Digest     string     `json:"digest"`
	Rulebook   LockBook   `json:"rulebook"`
	Part       *LockPart  `json:"part,omitempty"`
	Continues  string     `json:"continues,omitempty"` // name of the packet
}

// SecondSaid is what the second reader says of a packet.
type SecondSaid struct {
	State     string  `json:"state"` // agrees, contradicts, cannot-read, not-asked
	Why       string  `json:"why,omitempty"`
	Complaint string  `json:"complaint,omitempty"` // what it minds and reads all the same
	Faults    []Fault `json:"faults,omitempty"`
}

// InputState says what became of an input since the packet was made.
type InputState struct {
	Path  string   `json:"path"`
	State string   `json:"state"` // same, changed, gone, not-looked-at
	Why   string   `json:"why,omitempty"`
	Pages []string `json:"pages"` // of the packet that come from it: "7", "9–12"
}

// What became of an input.
const (
	InputSame        = "same"
	InputChanged     = "changed"
	InputGone        = "gone"
	InputNotLookedAt = "not-looked-at"
)

// PageSaid is what a page of a packet is.
type PageSaid struct {
	Label  string    `json:"label"`
	Sheet  int       `json:"sheet"`
	Kind   string    `json:"kind"`
	N      int       `json:"n,omitempty"` // of the pages of the item
	Of     int       `json:"of,omitempty"`
	Item   *LockItem `json:"item,omitempty"`
	File   string    `json:"file,omitempty"`
	Page   int       `json:"page,omitempty"`  // of the file
	Pages  int       `json:"pages,omitempty"` // that the file has
	Turned int       `json:"turned,omitempty"`
	Role   string    `json:"role,omitempty"` // in a document that is translated: original, translation, declaration
	Rule   *LockRule `json:"rule,omitempty"` // the sentence that asks for the item
}

// Said is what the lock says of the packet as a whole.
func (l *Lock) Said() *PacketSaid {
	p := &PacketSaid{
		Name: l.Packet, Copy: l.Copy, On: l.On, Form: l.Form, Applicants: l.People, Pages: len(l.Pages),
		Program: l.Program, Digest: l.Digest, Rulebook: l.Book, Part: l.Part,
	}
	if l.Continues != nil {
		p.Continues = l.Continues.Packet
	}
	return p
}

// Page is what the page with that label is, nil where there is none.
func (l *Lock) Page(label string) *PageSaid {
	i := slices.IndexFunc(l.Pages, func(q LockPage) bool { return strings.EqualFold(q.Label, label) })
	if i < 0 {
		return nil
	}
	q := l.Pages[i]
	p := &PageSaid{Label: q.Label, Sheet: i + 1, Kind: q.Kind, N: q.N, Of: q.Of, Role: q.Role}
	if q.Item >= 0 {
		p.Item = &l.Items[q.Item]
		if r, ok := l.rule(p.Item.Rule); ok {
			p.Rule = &r
		}
	}
	if q.File >= 0 {
		f := l.Files[q.File]
		p.File, p.Page, p.Pages, p.Turned = f.Path, q.Page, f.Pages, q.Turned
	}
	return p
}

// From are the pages of the packet that come from a file, an index of Files.
func (l *Lock) From(file int) []string {
	spans := []string{}
	for i := 0; i < len(l.Pages); i++ {
		if l.Pages[i].File != file {
			continue
		}
		first := i
		for i+1 < len(l.Pages) && l.Pages[i+1].File == file && successive(l.Pages[i].Label, l.Pages[i+1].Label) {
			i++
		}
		spans = append(spans, between(l.Pages[first].Label, l.Pages[i].Label))
	}
	return spans
}

// Labels are the labels of the pages as people name them: "i–v, 1–18", of a
// supplement "i, 19–20, 8a–8d".
func (l *Lock) Labels() string {
	var spans []string
	for i := 0; i < len(l.Pages); i++ {
		first, n := i, 1
		for i+1 < len(l.Pages) && (successive(l.Pages[i].Label, l.Pages[i+1].Label) || l.Pages[i].Label == roman(n) && l.Pages[i+1].Label == roman(n+1)) {
			i, n = i+1, n+1
		}
		spans = append(spans, between(l.Pages[first].Label, l.Pages[i].Label))
	}
	return strings.Join(spans, ", ")
}
