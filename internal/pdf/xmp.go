package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// A Property is a statement of the XMP packet about the file. Space is the
// namespace, Prefix its short name: "http://www.aiim.org/pdfua/ns/id/",
// "pdfuaid", "part", "1". Where PDF/A does not know the namespace it asks for a
// description: the name of the Schema, the Type of the value, what it Means.
type Property struct {
	Space, Prefix, Name, Text string
	Schema, Type, Means       string
}

// An Intent says for what device the colours are meant.
type Intent struct {
	Profile   []byte // ICC
	Colours   int    // components of it: 1, 3 or 4
	Condition string // as "sRGB IEC61966-2.1"
}

const (
	spaceDC  = "http://purl.org/dc/elements/1.1/"
	spacePDF = "http://ns.adobe.com/pdf/1.3/"
	spaceXMP = "http://ns.adobe.com/xap/1.0/"

	spaceArchive = "http://www.aiim.org/pdfa/ns/" // and what of PDF/A
)

// metadata is the XMP packet.
func (w *Writer) metadata() []byte {
	var b bytes.Buffer
	text := func(s string) string {
		var e bytes.Buffer
		xml.EscapeText(&e, []byte(s)) // a bytes.Buffer does not fail
		return e.String()
	}
	element := func(s string) string { return strings.ReplaceAll(text(s), "&#34;", `"`) } // a lock has thousands
	describe := func(prefix, space, name, content string) {
		fmt.Fprintf(&b, " <rdf:Description rdf:about=\"\" xmlns:%[1]s=\"%[2]s\"><%[1]s:%[3]s>%[4]s</%[1]s:%[3]s></rdf:Description>\n",
			prefix, text(space), name, content)
	}
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
	describe("dc", spaceDC, "format", "application/pdf")
	if t := w.o.Title; t != "" {
		describe("dc", spaceDC, "title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">"+text(t)+"</rdf:li></rdf:Alt>")
	}
	if l := w.o.Lang; l != "" {
		describe("dc", spaceDC, "language", "<rdf:Bag><rdf:li>"+text(l)+"</rdf:li></rdf:Bag>")
	}
	if p := w.o.Producer; p != "" {
		describe("pdf", spacePDF, "Producer", text(p))
	}
	if t := w.o.Created; !t.IsZero() {
		describe("xmp", spaceXMP, "CreateDate", t.Format(time.RFC3339))
		describe("xmp", spaceXMP, "ModifyDate", t.Format(time.RFC3339))
	}
	for _, p := range w.Properties {
		describe(p.Prefix, p.Space, p.Name, element(p.Text))
	}
	if about := schemas(w.Properties, text); about != "" {
		fmt.Fprintf(&b, " <rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"%[1]sextension/\" xmlns:pdfaSchema=\"%[1]sschema#\" xmlns:pdfaProperty=\"%[1]sproperty#\">"+
			"<pdfaExtension:schemas><rdf:Bag>%[2]s</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n", spaceArchive, about)
	}
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

// schemas are the descriptions of properties that PDF/A does not know.
func schemas(all []Property, text func(string) string) string {
	var b strings.Builder
	open := ""
	for _, p := range all {
		switch {
		case p.Schema == "":
			continue
		case open != "" && open != p.Space:
			b.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>")
			fallthrough
		case open == "":
			fmt.Fprintf(&b, `<rdf:li rdf:parseType="Resource">`+
				"<pdfaSchema:schema>%s</pdfaSchema:schema><pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>",
				text(p.Schema), text(p.Space), p.Prefix)
		}
		open = p.Space
		fmt.Fprintf(&b, `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>%s</pdfaProperty:valueType>`+
			"<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>%s</pdfaProperty:description></rdf:li>",
			p.Name, text(p.Type), text(p.Means))
	}
	if open != "" {
		b.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>")
	}
	return b.String()
}

// info is the information dictionary, which says the same.
func (w *Writer) info() Dict {
	d := Dict{}
	if w.o.Title != "" {
		d = append(d, Entry{"Title", Text(w.o.Title)})
	}
	if w.o.Producer != "" {
		d = append(d, Entry{"Producer", Text(w.o.Producer)})
	}
	if t := w.o.Created; !t.IsZero() {
		day := String(t.Format("D:20060102150405"))
		if _, zone := t.Zone(); zone == 0 {
			day += "Z"
		} else {
			z := t.Format("-07:00")
			day += String(z[:3] + "'" + z[4:] + "'")
		}
		d = append(d, Entry{"CreationDate", day}, Entry{"ModDate", day})
	}
	return d
}

// intents are the output intents of the catalog.
func (w *Writer) intents() Array {
	all := Array{}
	for _, i := range w.Intents {
		all = append(all, Dict{
			{"Type", Name("OutputIntent")}, {"S", Name("GTS_PDFA1")},
			{"OutputConditionIdentifier", Text(i.Condition)}, {"Info", Text(i.Condition)},
			{"DestOutputProfile", w.Add(w.Deflated(Dict{{"N", Int(i.Colours)}}, i.Profile))},
		})
	}
	return all
}
