package pdf

// Claim says in the file that it keeps PDF/UA-1 and PDF/A-2u, and that its
// colours are sRGB. Only who made every page may say so: nothing here looks
// whether it is true. docs/pdfua.md has the rules.
func (w *Writer) Claim() {
	w.Properties = append(w.Properties,
		Property{Space: "http://www.aiim.org/pdfa/ns/id/", Prefix: "pdfaid", Name: "part", Text: "2"},
		Property{Space: "http://www.aiim.org/pdfa/ns/id/", Prefix: "pdfaid", Name: "conformance", Text: "U"},
		Property{
			Space: "http://www.aiim.org/pdfua/ns/id/", Prefix: "pdfuaid", Name: "part", Text: "1",
			Schema: "PDF/UA identification", Type: "Integer", Means: "Part of ISO 14289 that the file keeps",
		})
	w.Intents = append(w.Intents, SRGB())
}
