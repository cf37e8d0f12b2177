package ua

// Rule is one thing that a file must keep. docs/pdfua.md says what it means.
type Rule struct {
	Name   string
	Scopes []Scope // in which it holds
}

var (
	both   = []Scope{Whole, Packet}
	whole  = []Scope{Whole}
	packet = []Scope{Packet}
)

// Rules are all of them, in the order of docs/pdfua.md.
var Rules = []Rule{
	{"readable", both},

	{"marked", both}, {"content", both}, {"artifact-inside", both}, {"tagged-inside", both}, {"marks-close", both},
	{"forms-marked", both}, {"running", both},
	{"tree", both}, {"document", both}, {"roles", both}, {"grouping", both}, {"mcid-once", both}, {"mcid-owned", both},
	{"parent-tree", both}, {"order", both},
	{"headings", both}, {"headings-kind", both},
	{"table", both}, {"table-regular", both}, {"table-heads", both}, {"th-scope", both},
	{"list", both}, {"list-numbering", both}, {"toc", both}, {"notes", both},
	{"figure-alt", both}, {"figure-box", both},
	{"lang", both}, {"lang-parts", both},
	{"title", both}, {"display-title", both}, {"labels", both}, {"outline", both},
	{"tabs", both}, {"annotation-kinds", both}, {"link", both}, {"link-contents", both}, {"annotation-flags", both},
	{"layers", both}, {"access", both}, {"no-claim", packet}, {"claim-ua", whole},

	{"font-kind", both}, {"font-embedded", both}, {"font-encoding", both}, {"font-name", both}, {"font-cidset", both},
	{"font-glyphs", both}, {"font-notdef", both}, {"font-widths", both}, {"font-unicode", both}, {"font-characters", both},

	{"claim-a", whole}, {"header", both}, {"tail", both}, {"id", both}, {"encrypted", whole}, {"objects", both}, {"streams", both},
	{"filters", whole}, {"limits", whole}, {"boxes", both},
	{"operators", both}, {"resources", both}, {"intent", whole}, {"icc", whole}, {"colours", whole}, {"states", whole},
	{"transparency", whole}, {"pictures", whole}, {"actions", both}, {"catalog", both},
	{"xmp", both}, {"xmp-plain", both}, {"xmp-schemas", both}, {"info", both},
}
