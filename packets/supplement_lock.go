package packets

import (
	"fmt"
	"slices"

	"mappe/internal/civil"
)

// LockContinue names the packet or supplement that a supplement continues, and
// carries what was filed before it: the lock of a supplement stands for all
// that was filed so far, so that the next one needs no other file.
type LockContinue struct {
	Packet string      `json:"packet"` // filed last: the packet, or the supplement before
	Digest string      `json:"digest"`
	On     civil.Date  `json:"on"`    // the day that was made for
	Body   int         `json:"body"`  // the last page so far
	N      int         `json:"n"`     // 1 for the first supplement
	First  string      `json:"first"` // name of the packet that all supplements are to
	Begun  civil.Date  `json:"begun"` // its day
	Filed  []LockFiled `json:"filed"` // before this supplement, with what it does to each
}

// LockFiled is a run of pages that was filed: the data sheet, pages of a file,
// or the page in the place of one.
type LockFiled struct {
	Item   LockItem `json:"item"`           // as it was filed
	Kind   string   `json:"kind"`           // data, file, hole, slot, letter
	Role   string   `json:"role,omitempty"` // of the first page, beside a translation
	From   string   `json:"from"`           // label of the first page
	To     string   `json:"to"`             // and of the last
	Path   string   `json:"path,omitempty"`
	Bytes  int64    `json:"bytes,omitempty"`
	SHA256 string   `json:"sha256,omitempty"`
	Pages  []int    `json:"pages,omitempty"` // of the file
	Turned int      `json:"turned,omitempty"`
	Void   string   `json:"void,omitempty"` // why it stands no more: replaced, answered, withdrawn
	By     string   `json:"by,omitempty"`   // label of the page that took its place
}

// Why a run of pages stands no more.
const (
	VoidReplaced  = "replaced"  // other pages stand in its place
	VoidAnswered  = "answered"  // said that a document was missing, and it came
	VoidWithdrawn = "withdrawn" // is no longer relied on
)

// filed are all runs of pages that were filed with this packet and before it.
func (l *Lock) filed() (runs []LockFiled) {
	if l.Continues != nil {
		runs = slices.Clone(l.Continues.Filed)
	}
	before := LockPage{Item: -1}
	for _, p := range l.Pages {
		same := successive(before.Label, p.Label) && p.Item == before.Item && p.Kind == before.Kind && p.File == before.File && p.Turned == before.Turned
		before = p
		if !slices.Contains([]string{PageData, PageFile, PageHole, PageSlot, PageLetter}, p.Kind) || p.Item < 0 || l.Items[p.Item].ID == coveringLetter {
			continue
		}
		if !same {
			r := LockFiled{Item: l.Items[p.Item], Kind: p.Kind, Role: p.Role, From: p.Label, Turned: p.Turned}
			if p.File >= 0 {
				f := l.Files[p.File]
				r.Path, r.Bytes, r.SHA256 = f.Path, f.Bytes, f.SHA256
			}
			runs = append(runs, r)
		}
		r := &runs[len(runs)-1]
		r.To = p.Label
		if p.File >= 0 {
			r.Pages = append(r.Pages, p.Page)
		}
	}
	return runs
}

// check says what of it cannot be.
func (c *LockContinue) check() error {
	switch {
	case c.N < 1:
		return fmt.Errorf("continues: n: %d is not a number of a supplement", c.N)
	case c.Body < 1:
		return fmt.Errorf("continues: body: %d is not a page", c.Body)
	}
	for i, r := range c.Filed {
		at := fmt.Sprintf("continues: filed: %d: ", i)
		for _, label := range []string{r.From, r.To} {
			if n, behind := parted(label); n < 1 || n > c.Body || lettered(n, behind) != label {
				return fmt.Errorf("%s%q is no page up to %d", at, label, c.Body)
			}
		}
		switch r.Kind {
		case PageData, PageSlot, PageHole, PageLetter:
		case PageFile:
			if len(r.Pages) == 0 || slices.Min(r.Pages) < 1 {
				return fmt.Errorf("%spages: %v", at, r.Pages)
			}
		default:
			return fmt.Errorf("%skind: %q is not one of data, file, hole, slot, letter", at, r.Kind)
		}
		if (r.Void == "") != (r.By == "") && r.Void != VoidWithdrawn || !slices.Contains([]string{"", VoidReplaced, VoidAnswered, VoidWithdrawn}, r.Void) {
			return fmt.Errorf("%svoid: %q by %q", at, r.Void, r.By)
		}
	}
	return nil
}
