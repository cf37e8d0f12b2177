// Package page holds a page before it is a PDF: a tree of blocks whose words
// are already spoken. Text, Markdown, HTML and PDF print the same tree.
//
// It knows nothing of permits. No caller sees the library that draws.
package page

import "strings"

// Doc is one generated document: a cover, a contents page, a checklist, a
// separator. It starts on a new page.
type Doc struct {
	Title  string // the document's name, for its properties
	Lang   string // BCP 47 tag of its words
	Note   string // small line at the foot of every page, empty for none
	Blocks []Block
}

// Block is one of the types below.
type Block interface{ block() }

// Heading of level 1 (the document's own), 2 or 3. Anchor names the place for
// links, empty for none.
type Heading struct {
	Level  int
	Text   string
	Anchor string
}

// Paragraph is running text. Strong sets it bold; Small is for sources and
// quotations; Box draws a frame round it (a warning, a working-copy mark).
type Paragraph struct {
	Text   Words
	Strong bool
	Small  bool
	Box    bool
}

// List has one line of text per item, numbered or with bullets.
type List struct {
	Numbered bool
	Items    []Item
}

// Item is a line of a list, with small lines beneath it.
type Item struct {
	Text  Words
	Under []Words
}

// Table has a head (none, when empty) and rows of cells. Widths are shares of
// the line in percent; their sum is 100. A row is never split over two pages
// unless it is taller than one; the head is repeated on each page.
type Table struct {
	Head   []string
	Widths []int
	Rows   [][]Words
}

// Check is one line of a checklist: a box with a sign for its state, its
// number, its name, and small lines beneath.
type Check struct {
	State  State
	Number string // "4.2"
	Text   Words
	Status string // "have", "missing", …: the state in words, already spoken
	Who    string // who provides it
	Under  []Words
}

// State is how far a Check is. Each has a sign of its own, in the box on paper
// and as sign tells in text, so that none is told by colour alone.
type State int

// The states: an empty box to tick; there; required and not there; comes
// later; to be confirmed elsewhere; not needed, with a reason.
const (
	Open State = iota
	Have
	Lacking
	Follows
	Confirm
	Excused
)

// sign is the box of s in text.
func (s State) sign() string {
	return [...]string{"[ ]", "[x]", "[!]", "[>]", "[~]", "[-]"}[min(max(s, Open), Excused)]
}

// Tiles are up to three things to see first, side by side.
type Tiles []Tile

// Tile is a short value in large print, what it is above, small lines beneath.
type Tile struct {
	Label, Value string
	Under        []Words
}

// Fields are label and value pairs, as on a data sheet. An empty value is an
// open line to write on.
type Fields struct{ Pairs []Pair }

// Pair is a label with its value.
type Pair struct{ Label, Value string }

// Signature is three lines to write on; Place, Date and Name are the captions
// beneath them.
type Signature struct{ Place, Date, Name string }

// Rule is a thin line across the page.
type Rule struct{}

// Break starts a new page.
type Break struct{}

// Center puts large text in the middle of a page of its own: a separator.
type Center struct {
	Code  string // "4.2", very large
	Title string
	Lines []string // smaller, beneath
	Slot  string   // names a square place beneath for the caller to fill, empty for none
}

// Words is running text with links. Words of one Span are plain. A line feed
// ends a line; other spaces in a row print as one.
type Words []Span

// Span is a run of text. To is where it leads: "#anchor" inside the packet,
// an https address, or nothing.
type Span struct {
	Text   string
	Strong bool
	To     string
}

// Plain is Words without links.
func Plain(s string) Words { return Words{{Text: s}} }

// Link is Words that lead to a place.
func Link(s, to string) Words { return Words{{Text: s, To: to}} }

// String is the text of w alone.
func (w Words) String() string {
	var b strings.Builder
	for _, s := range w {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Check) block()     {}
func (Tiles) block()     {}
func (Fields) block()    {}
func (Signature) block() {}
func (Rule) block()      {}
func (Break) block()     {}
func (Center) block()    {}
