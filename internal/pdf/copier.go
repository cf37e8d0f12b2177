package pdf

// A Sink is where copied objects go: a Writer, or whatever else numbers
// objects and is told what they are.
type Sink interface {
	Reserve() Ref
	Set(Ref, Object)
}

// Copier copies pages of one file into one sink. Objects that pages share are
// copied once for everything that they are used as. It serves one goroutine.
type Copier struct {
	file   *File
	out    Sink
	words  map[string]*shape
	dry    bool // nothing is kept
	copied map[use]Ref
	queue  []item
	pages  map[leafUse]*Drawing
	shared map[*Entry]Ref // resources that stand directly in a node of the page tree
	glyphs map[int]bool   // that take names from resources, by object number, once asked
	hidden map[int]bool   // optional content groups by object number, once asked
	left   *Account       // of the page that is being copied
	values int            // that may still be copied
	bytes  int64          // that may still be decoded
	face   Ref            // the standard font, once it was needed
	fields Dict           // the file's form
}

// use is an object used as something; resources are those that it takes the
// names in it from when it has none of its own.
type use struct {
	num       int
	as        *shape
	resources Ref
}

// item is an object that has a number in the sink but isn't copied yet. The
// object may have been let go, to be fetched again by its number.
type item struct {
	to        Ref
	o         Object
	num       int
	as        *shape
	resources Ref
}

const maxKept = 4096 // objects in the queue that aren't let go

// NewCopier copies from f into out. Where out is nil nothing is kept: the
// drawings can't be drawn, but they tell what would be left out.
func NewCopier(f *File, out Sink) *Copier {
	c := &Copier{
		file: f, out: out, words: shapes(), dry: out == nil,
		copied: map[use]Ref{}, glyphs: map[int]bool{}, pages: map[leafUse]*Drawing{}, shared: map[*Entry]Ref{},
		fields: f.Dict(f.Catalog().Get("AcroForm")),
	}
	if c.dry {
		c.out = new(nowhere)
	}
	size := f.source.Size()
	c.values = int(min(4<<20+4*size, 64<<20))
	c.bytes = 64<<20 + 32*size
	return c
}

// Copier copies pages of f into the file that w writes.
func (w *Writer) Copier(f *File) *Copier { return NewCopier(f, w) }

// nowhere is a sink that only numbers.
type nowhere int

func (n *nowhere) Reserve() Ref  { *n++; return Ref{Num: int(*n)} }
func (*nowhere) Set(Ref, Object) {}

func (c *Copier) add(o Object) Ref {
	r := c.out.Reserve()
	c.out.Set(r, o)
	return r
}

// spend counts values against what a file of this size may cost.
func (c *Copier) spend(n int) bool {
	c.values -= n
	return c.values >= 0
}
