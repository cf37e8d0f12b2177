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
	// Accent is the colour of headings, signs and links: red, green and blue; nil
	// for mappe's own. It must be dark enough to be read on white.
	Accent *[3]uint8
}

// accent is the colour that stands for mappe's blue.
func (d Doc) accent() ink {
	if d.Accent != nil {
		return *d.Accent
	}
	return blue
}

// Block is a part of a Doc that stands for itself: a Heading, a Paragraph, a
// List, a Table, a Check … Each says in its own file how it is proofread and
// how every printer prints it.
type Block interface {
	name(n int) string   // in errors; n is its number in the Doc
	proof(p *proofer)    // before anything is printed
	typed(t *typist)     // as text
	marked() string      // as Markdown, "" for nothing
	html() string        // name of the part of the template that prints it
	set(s *setter) error // on pages
}

// Words is running text with links. Words of one Span are plain. A line feed
// ends a line; other spaces in a row print as one.
type Words []Span

// Span is a run of text. To is where it leads: "#anchor" inside the packet,
// an https address, or nothing. Lang is the BCP 47 tag of its words where that
// is not the Doc's.
type Span struct {
	Text   string
	Strong bool
	To     string
	Lang   string
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
