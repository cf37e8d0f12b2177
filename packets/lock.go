package packets

import (
	"mappe/internal/civil"
)

// LockVersion is that of the format of a Lock.
const LockVersion = 2

// LockInside is where a lock is that the packet itself carries.
const LockInside = "inside"

// The property of the XMP packet in which a lock stands. The space leads
// nowhere.
const (
	lockSpace = "https://mappe.invalid/ns/lock/1/"
	lockName  = "lock"
)

// Lock is what a packet says of itself: what it was made with, which sentences
// it rests on, and where every page comes from. It stands in the applicant's
// copy as one property of its XMP packet, and beside the authority's copy as
// <packet>.lock.json: the same compact JSON. Who has packet and lock can prove
// that one is the other's.
type Lock struct {
	Version   int           `json:"lock"`    // LockVersion
	Program   string        `json:"program"` // "mappe v0.6.0"
	Packet    string        `json:"packet"`  // name without folder and .pdf; of the whole also in a part
	Title     string        `json:"title"`   // of the file
	Copy      Copy          `json:"copy"`
	Lang      string        `json:"lang"`
	On        civil.Date    `json:"on"` // the day it was made for
	Form      string        `json:"form"`
	People    []string      `json:"applicants"` // ids; the first one files
	Digest    string        `json:"digest"`     // sha256:…, as the codes on separators say
	Book      LockBook      `json:"rulebook"`
	Rules     []LockRule    `json:"rules"` // that the packet rests on, by id
	Files     []LockFile    `json:"files"` // in the order of their first use
	Items     []LockItem    `json:"items"` // in the order of the contents
	Pages     []LockPage    `json:"pages"` // one for each page of the file
	Marks     []LockMark    `json:"marks"` // the bookmarks, in reading order
	Part      *LockPart     `json:"part,omitempty"`
	Continues *LockContinue `json:"continues,omitempty"`
}

// LockBook names the rule book.
type LockBook struct {
	Digest  string     `json:"digest"` // sha256:…
	Checked civil.Date `json:"checked"`
}

// LockRule is a sentence that the packet rests on.
type LockRule struct {
	ID     string     `json:"id"`
	Source string     `json:"source"` // its id
	Read   civil.Date `json:"read"`   // the day on which the source was captured
	Text   string     `json:"text"`   // the quotation
}

// LockFile is an input.
type LockFile struct {
	Path   string `json:"path"`  // as in the profile, relative to its folder
	Bytes  int64  `json:"bytes"` // its size
	Pages  int    `json:"pages"`
	SHA256 string `json:"sha256"` // small hexadecimal digits
	Signed bool   `json:"signed,omitempty"`
	Beside string `json:"beside,omitempty"` // name of the untouched copy that lies beside the packet
	// Form is of an official form: which, and the file on the disk, which is
	// another where it was filled in.
	Form *LockForm `json:"form,omitempty"`
	// Left are its pages that are not in the packet.
	Left []LockLeft `json:"left,omitempty"`
}

// LockForm is an official form as the person had it.
type LockForm struct {
	ID     string `json:"id"` // MF4, …
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// LockLeft says why pages of a file are not in the packet: LeftUnselected ….
type LockLeft struct {
	Pages string `json:"pages"` // "2, 4-6"
	Why   string `json:"why"`
}

// LockItem is a document of the checklist that has a place in the packet, or
// one of the generated documents.
type LockItem struct {
	Number    string `json:"number,omitempty"` // "2.1"; "" for contents and data sheet
	ID        string `json:"id,omitempty"`     // of the document
	Applicant string `json:"applicant,omitempty"`
	Title     string `json:"title"`            // as contents, bookmark and stamp have it, without the number
	Need      string `json:"need,omitempty"`   // required, confirm, example
	Status    string `json:"status,omitempty"` // enclosed, missing, cannot-obtain, follows-later, does-not-apply
	Until     string `json:"until,omitempty"`  // with follows-later
	Rule      string `json:"rule,omitempty"`   // id of the sentence that asks for it
	Group     int    `json:"group,omitempty"`  // of the checklist, that its chapter stands for
	Says      string `json:"says,omitempty"`   // digest of the facts of the data sheet, or of why a document is not there
}

// What a page of a packet is.
const (
	PageFront     = "front"     // for the applicant alone
	PageContents  = "contents"  // the index
	PageData      = "data"      // the data sheet
	PageSeparator = "separator" // before the files of an item
	PageFile      = "file"      // of an input
	PageHole      = "hole"      // in the place of what is missing
	PageSlot      = "slot"      // explains why a document is not there
	PageLetter    = "letter"    // of mappe's own, to be signed
	PageBlank     = "blank"     // so that the next item starts on a right-hand page
)

// LockPage is one page of the file.
type LockPage struct {
	Label  string  `json:"label"` // as printed and as viewers show it
	Kind   string  `json:"kind"`
	Item   int     `json:"item"`           // index of Items, -1 for none
	N      int     `json:"n"`              // of the pages of the item
	Of     int     `json:"of"`             // so many
	File   int     `json:"file"`           // index of Files, -1 for none
	Page   int     `json:"page,omitempty"` // of the file, from 1
	Turned int     `json:"turned,omitempty"`
	Role   string  `json:"role,omitempty"` // in a document that is translated: one of the Role… constants
	Width  float64 `json:"width"`          // of the sheet, in points
	Height float64 `json:"height"`
	Left   string  `json:"left"`  // the stamp, where it begins
	Right  string  `json:"right"` // and where it ends
	// Links are the sheets, from 1, that the links of the page lead to, in their
	// order; 0 is an address, and Web has those.
	Links []int    `json:"links,omitempty"`
	Web   []string `json:"web,omitempty"`
	Sum   string   `json:"sum"` // of what the page shows, 32 small hexadecimal digits: see docs/lock.md
}

// LockMark is a bookmark.
type LockMark struct {
	Depth int    `json:"depth,omitempty"`
	Title string `json:"title"`
	Sheet int    `json:"sheet"` // from 1
}

// LockPart says which part of a divided packet a file is, from 1.
type LockPart struct {
	N  int `json:"n"`
	Of int `json:"of"`
}
