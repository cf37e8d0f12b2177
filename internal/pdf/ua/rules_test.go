package ua_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf/ua"
)

// A breach is a change to the sound document that one rule must notice.
type breach struct {
	rule     string
	old, new string // in a body of an object, the first time; of the whole file where file is set
	file     bool
	packet   bool // of a packet
	locked   bool // of a locked file, as it was written
	all      bool // in every body
}

var breaches = []breach{
	{rule: "readable", old: "startxref\n", new: "startxref\n9", file: true},

	{rule: "marked", old: "/MarkInfo <</Marked true>>", new: "/MarkInfo <</Marked false>>"},
	{rule: "marked", old: "/Marked true", new: "/Marked true /Suspects true"},
	{rule: "content", old: "/Artifact BMC\n0.5 g 50 470 300 1 re f\n", new: "0.5 g 50 470 300 1 re f /Artifact BMC\n"},
	{rule: "content", old: "/H1<</MCID 0>>BDC", new: "/H1<<>>BDC"},
	{rule: "artifact-inside", old: "/H1<</MCID 0>>BDC", new: "/H1<</MCID 0>>BDC /Artifact BMC EMC"},
	{rule: "tagged-inside", old: "/Artifact BMC\n0.5 g", new: "/Artifact BMC /P<</MCID 9>>BDC EMC 0.5 g"},
	{rule: "tagged-inside", old: "/H1<</MCID 0>>BDC", new: "/H1<</MCID 0>>BDC /P<</MCID 9>>BDC EMC"},
	{rule: "marks-close", old: "0.5 g 50 470 300 1 re f\nEMC", new: "0.5 g 50 470 300 1 re f"},
	{rule: "marks-close", old: "0.5 g 50 470 300 1 re f\nEMC", new: "0.5 g 50 470 300 1 re f\nEMC EMC"},
	{rule: "forms-marked", old: "1 0 0 rg", new: "/P <</MCID 0>> BDC EMC 1 0 0 rg"},
	{rule: "running", old: "/Artifact<</Type/Pagination/Subtype/Header>>BDC", new: "/Artifact BMC"},

	{rule: "tree", old: "/StructTreeRoot ", new: "/NoTreeRoot "},
	{rule: "tree", old: "/Type /StructTreeRoot", new: "/Type /Tree"},
	{rule: "tree", old: "<</S /H1 /P ", new: "<</S /H1 /P 1 0 R /Was "},
	{rule: "document", old: "<</S /Document", new: "<</S /Sect"},
	{rule: "document", old: "<</S /Note", new: "<</S /Document"},
	{rule: "roles", old: "<</S /H2", new: "<</S /Subheading"},
	{rule: "roles", old: "/Type /StructTreeRoot", new: "/Type /StructTreeRoot /RoleMap <</P /Span>>"},
	{rule: "roles", old: "<</S /H2", new: "<</S /A", file: false},
	{rule: "grouping", old: "<</S /Note", new: "<</S /Sect"},
	{rule: "mcid-once", old: "/P<</MCID 1>>BDC", new: "/P<</MCID 0>>BDC"},
	{rule: "mcid-once", old: "/K 3>>", new: "/K 2>>"},
	{rule: "mcid-owned", old: "/K 3>>", new: "/K 30>>"},
	{rule: "mcid-owned", old: "/K 3>>", new: "/J 3>>"},
	{rule: "parent-tree", old: "/StructParents 1", new: "/StructParents 0"},
	{rule: "parent-tree", old: "/StructParent 2", new: "/StructParent 7"},
	{rule: "parent-tree", old: "/ParentTreeNextKey 3", new: "/ParentTreeNextKey 2"},
	{rule: "parent-tree", old: "/P<</MCID 1>>BDC", new: "/P<</MCID 77>>BDC"},
	{rule: "parent-tree", old: "/Nums [0 ", new: "/Nums [1 "},
	{rule: "parent-tree", old: "/StructParent 2", new: "/StructParent2 2"},
	{rule: "order", old: "/Lbl<</MCID 0>>BDC", new: "/Lbl<</MCID 1>>BDC EMC /P<</MCID 0>>BDC"},

	{rule: "headings", old: "<</S /H1", new: "<</S /H2"},
	{rule: "headings", old: "<</S /H2", new: "<</S /H3"},
	{rule: "headings", old: "/H1<</MCID 0>>BDC", new: "/H1<</MCID 0>>BDC EMC /Artifact BMC"},
	{rule: "headings-kind", old: "<</S /H2", new: "<</S /H"},
	{rule: "table", old: "<</S /TD", new: "<</S /P"},
	{rule: "table", old: "<</S /TR", new: "<</S /Div"},
	{rule: "table", old: "<</S /Table", new: "<</S /Div"},
	{rule: "table-regular", old: "/Scope /Row", new: "/Scope /Row /ColSpan 2"},
	{rule: "table-heads", old: "<</S /TH", new: "<</S /TD", all: true},
	{rule: "th-scope", old: "/Scope /Row", new: "/Summary (x)"},
	{rule: "th-scope", old: "/Scope /Row", new: "/Scope /Line"},
	{rule: "list", old: "<</S /LI ", new: "<</S /P "},
	{rule: "list", old: "<</S /LBody", new: "<</S /P"},
	{rule: "list", old: "<</S /LBody", new: "<</S /Lbl"},
	{rule: "list-numbering", old: "/ListNumbering /Decimal", new: "/Listed true"},
	{rule: "toc", old: "<</S /Note", new: "<</S /TOCI"},
	{rule: "notes", old: "/ID (n1)", new: ""},
	{rule: "figure-alt", old: "/Alt (a red box)", new: ""},
	{rule: "figure-alt", old: "/Alt (a red box)", new: "/Alt ( )"},
	{rule: "figure-box", old: "/Layout /BBox [50 200 150 300]", new: "/Layout"},
	{rule: "figure-box", old: "/Layout /BBox [50 200 150 300]", new: "/Layout /BBox [50 200 450 300]"},
	{rule: "lang", old: "/Lang (da)", new: ""},
	{rule: "lang", old: "/Lang (da)", new: "/Lang (dansk!)"},
	{rule: "lang-parts", old: "/Lang (en-GB)", new: "/Lang (en_GB)"},
	{rule: "lang-parts", old: "/Span<</MCID 2>>BDC", new: "/Span<</MCID 2 /Lang (e)>> BDC"},
	{rule: "title", old: "<rdf:li xml:lang=\"x-default\">a sound file</rdf:li>", new: "<rdf:li xml:lang=\"x-default\"></rdf:li>"},
	{rule: "display-title", old: "/DisplayDocTitle true", new: "/DisplayDocTitle false"},
	{rule: "labels", old: "/PageLabels <</Nums [0 ", new: "/PageLabels <</Nums [1 "},
	{rule: "labels", old: "/PageLabels", new: "/NoLabels", packet: true},
	{rule: "outline", old: "/Title (a figure)", new: "/Title ()"},
	{rule: "tabs", old: "/Tabs /S", new: ""},
	{rule: "tabs", old: "/Tabs /S", new: "/Tabs /R"},
	{rule: "annotation-kinds", old: "/Subtype /Link", new: "/Subtype /Text"},
	{rule: "link", old: "<</S /Link", new: "<</S /Reference"},
	{rule: "link", old: "/Type /OBJR", new: "/Type /MCR"},
	{rule: "link-contents", old: "/Contents (to page 2)", new: ""},
	{rule: "annotation-flags", old: "/F 4", new: "/F 6"},
	{rule: "layers", old: "/Type /Catalog", new: "/Type /Catalog /OCProperties <</OCGs [] /D <<>>>>"},
	{rule: "layers", old: "/Type /Catalog", new: "/Type /Catalog /OCProperties <</OCGs [] /D <</Name (x) /AS []>>>>"},
	{rule: "access", old: "/P -12", new: "/P -524", locked: true},
	{rule: "no-claim", old: "</rdf:RDF>", new: "<rdf:Description xmlns:u=\"http://www.aiim.org/pdfua/ns/id/\" rdf:about=\"\"><u:part>1</u:part></rdf:Description></rdf:RDF>", packet: true},
	{rule: "claim-ua", old: "<pdfuaid:part>1</pdfuaid:part>", new: "<pdfuaid:part>2</pdfuaid:part>"},

	{rule: "font-kind", old: "/Subtype /Type0", new: "/Subtype /Type3"},
	{rule: "font-embedded", old: "/FontFile2", new: "/FontFile9"},
	{rule: "font-encoding", old: "/Encoding /Identity-H", new: "/Encoding /Identity-V"},
	{rule: "font-encoding", old: "/CIDToGIDMap /Identity", new: ""},
	{rule: "font-encoding", old: "/Registry (Adobe)", new: ""},
	{rule: "font-name", old: "/FontName /ABCDEF+Boxes", new: "/FontName /ABCDEF+Circles"},
	{rule: "font-cidset", old: "/FontName", new: "/CIDSet 1 0 R /FontName"},
	{rule: "font-glyphs", old: "<0007000F", new: "<0007FF0F"},
	{rule: "font-notdef", old: "<0007000F", new: "<00070000"},
	{rule: "font-widths", old: "/DW 500", new: "/DW 498"},
	{rule: "font-unicode", old: "<0007> <0067>", new: "<0067> <0067>"},
	{rule: "font-characters", old: "<0007> <0067>", new: "<0007> <FEFF>"},
	{rule: "font-characters", old: "<0007> <0067>", new: "<0007> <E000>"},

	{rule: "claim-a", old: "<pdfaid:conformance>U</pdfaid:conformance>", new: "<pdfaid:conformance>B</pdfaid:conformance>"},
	{rule: "header", old: "%PDF-1.7\n%\xe2\xe3\xcf\xd3", new: "%PDF-1.7\n%abcd", file: true},
	{rule: "header", old: "%PDF-1.7", new: "%PDF-2.0", file: true},
	{rule: "tail", old: "%%EOF\n", new: "%%EOF\nmore\n", file: true},
	{rule: "id", old: "/ID [", new: "/Id [", file: true},
	{rule: "encrypted", locked: true},
	{rule: "objects", old: "\nendobj\n", new: " endobj\n", file: true},
	{rule: "streams", old: "stream\n/Artifact", new: "stream /Artifact", file: true},
	{rule: "streams", old: "\nendstream", new: "endstream", file: true},
	{rule: "filters", old: "/Subtype /Image", new: "/Subtype /Image /Filter /LZWDecode"},
	{rule: "filters", old: "/Subtype /Image", new: "/Subtype /Image /Filter /JPXDecode"},
	{rule: "filters", old: "/Subtype /Image", new: "/Subtype /Image /F (elsewhere)"},
	{rule: "limits", old: "/Type /Catalog", new: "/Type /Catalog /X 2147483648"},
	{rule: "limits", old: "/Type /Catalog", new: "/Type /Catalog /X /" + strings.Repeat("n", 128)},
	{rule: "limits", old: "/Type /Catalog", new: "/Type /Catalog /X (" + strings.Repeat("s", 32768) + ")"},
	{rule: "limits", old: "0.5 g 50 470", new: strings.Repeat("q ", 29) + strings.Repeat("Q ", 29) + "0.5 g 50 470"},
	{rule: "boxes", old: "/MediaBox [0 0 400 500]", new: "/MediaBox [0 0 400 500] /CropBox [0 0 600 500]"},
	{rule: "operators", old: "0.5 g 50 470", new: "0.5 grey 50 470"},
	{rule: "operators", old: "0.5 g 50 470", new: "q 0.5 g 50 470"},
	{rule: "operators", old: "0.5 g 50 470", new: "Q 0.5 g 50 470"},
	{rule: "resources", old: "/F0 12 Tf", new: "/F9 12 Tf"},
	{rule: "intent", old: "/S /GTS_PDFA1", new: "/S /GTS_PDFX"},
	{rule: "intent", old: "/OutputIntents", new: "/NoIntents"},
	{rule: "icc", old: "/N 3", new: "/N 4"},
	{rule: "icc", old: "acsp", new: "pdfx"},
	{rule: "colours", old: "0.5 g 50 470", new: "0 0 0 1 k 50 470"},
	{rule: "colours", old: "/OutputIntents", new: "/NoIntents"},
	{rule: "states", old: "0.5 g 50 470", new: "/Fancy ri 50 470"},
	{rule: "states", old: "/ca 0.5", new: "/ca 0.5 /TR /Identity"},
	{rule: "states", old: "/ca 0.5", new: "/ca 0.5 /TR2 /Identity"},
	{rule: "states", old: "/Subtype /Image", new: "/Subtype /Image /Intent /Fancy"},
	{rule: "transparency", old: "/ca 0.5", new: "/BM /Dodge"},
	{rule: "transparency", old: "/OutputIntents", new: "/NoIntents"},
	{rule: "pictures", old: "/Subtype /Image", new: "/Subtype /Image /Interpolate true"},
	{rule: "pictures", old: "/Subtype /Image", new: "/Subtype /PS"},
	{rule: "actions", old: "/Type /Catalog", new: "/Type /Catalog /X <</Type /Action /S /Launch>>"},
	{rule: "actions", old: "/Type /Catalog", new: "/Type /Catalog /X <</JS (x)>>"},
	{rule: "actions", old: "/Subtype /Link", new: "/Subtype /Link /A <</S /Named /N /Print>>"},
	{rule: "actions", old: "/Type /Page /", new: "/Type /Page /AA <<>> /"},
	{rule: "catalog", old: "/Type /Catalog", new: "/Type /Catalog /Requirements []"},
	{rule: "catalog", old: "/Type /Catalog", new: "/Type /Catalog /OpenAction [1 0 R /Fit]"},
	{rule: "catalog", old: "/Type /Catalog", new: "/Type /Catalog /Names <</EmbeddedFiles <<>>>>"},
	{rule: "catalog", old: "/Type /Catalog", new: "/Type /Catalog /AcroForm <<>>"},
	{rule: "xmp", old: "/Metadata", new: "/NoMetadata"},
	{rule: "xmp", old: "</rdf:RDF>", new: ""},
	{rule: "xmp-plain", old: "<?xpacket begin", new: "<?xpacket bytes=\"9\" begin"},
	{rule: "xmp-schemas", old: "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", new: "<pdfaSchema:namespaceURI>http://example.org/"},
	{rule: "info", old: "/Title (a sound file)", new: "/Title (another)"},
}

// Every rule notices a document that breaks it.
func TestRules(t *testing.T) {
	t.Parallel()
	broken := map[string]bool{}
	for i, b := range breaches {
		broken[b.rule] = true
		t.Run(b.rule, func(t *testing.T) {
			scope := ua.Whole
			if b.packet {
				scope = ua.Packet
			}
			bodies, trailer := noted(t, scope)
			was := packed(bodies, trailer)
			if b.locked {
				was = sound(t, scope, b.locked)
			}
			file := was
			if b.file || b.locked {
				file = bytes.Replace(was, []byte(b.old), []byte(b.new), 1)
			} else {
				file = packed(b.replaced(bodies), trailer)
			}
			if bytes.Equal(file, was) && b.old != "" {
				t.Fatalf("breach %d changes nothing: %q", i, b.old)
			}
			got := ua.Check(file, scope)
			if !slices.ContainsFunc(got, func(c ua.Complaint) bool { return c.Rule == b.rule }) {
				t.Errorf("%q for %q goes unnoticed: %v", b.new, b.old, got)
			}
		})
	}
	for _, r := range ua.Rules {
		if !broken[r.Name] {
			t.Errorf("no document breaks the rule %s", r.Name)
		}
	}
}

// replaced are bodies with the change.
func (b breach) replaced(bodies []string) []string {
	bodies = slices.Clone(bodies)
	for i, body := range bodies {
		if strings.Contains(body, b.old) {
			if bodies[i] = strings.Replace(body, b.old, b.new, 1); !b.all {
				break
			}
		}
	}
	return bodies
}
