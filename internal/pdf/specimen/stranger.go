package specimen

import (
	"archive/zip"
	"bytes"
	"strings"
)

// strangers are no PDF files, or something else as well.
func strangers() []File {
	paper := string(Paper{}.Bytes())
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if w, err := z.Create("mimetype"); err == nil {
		w.Write([]byte(Canary))
	}
	z.Close()
	archive := b.String()
	html := "<!doctype html><script>/*" + Canary + "*/</script>"
	return []File{
		{Name: "stranger/nothing", Data: data("")},
		{Name: "stranger/one byte", Data: data("%")},
		{Name: "stranger/header alone", Data: data("%PDF-1.7\n")},
		{Name: "stranger/1 MB of zeros", Data: data(strings.Repeat("\x00", 1<<20))},
		{Name: "stranger/4 GB of zeros", Size: 4 << 30, Data: data("")},
		{Name: "stranger/PDF with 4 GB of zeros behind", Pages: Either, Size: 4 << 30, Data: data(paper)},
		{Name: "stranger/HTML", Data: data(html)},
		{Name: "stranger/text", Data: data("Dear Sir or Madam,\n\nplease find enclosed.\n")},
		{Name: "stranger/text about PDF", Data: data("A file begins with %PDF-1.7 and has 1 0 obj << /Type /Catalog >> endobj and\ntrailer << /Root 1 0 R >> in it.\n")},
		{Name: "stranger/ZIP", Data: data(archive)},
		{Name: "stranger/PDF, then ZIP", Pages: 1, Data: data(paper + archive)},
		{Name: "stranger/ZIP, then PDF", Pages: Either, Data: data(archive + paper)},
		{Name: "stranger/HTML, then PDF", Pages: Either, Data: data(html + "\n" + paper)},
		{Name: "stranger/PDF, then HTML", Pages: 1, Data: data(paper + html)},
		{Name: "stranger/script, then PDF", Pages: Either, Data: data("#!/bin/sh\nrm " + Canary + "\nexit\n" + paper)},
		{Name: "stranger/JPEG's first bytes, then PDF", Data: data("\xff\xd8\xff\xe0\x00\x10JFIF\x00" + paper)},
		{Name: "stranger/JPEG with PDF in a comment", Pages: Either, Data: func() []byte { return commented(paper) }},
		{Name: "stranger/two PDF files", Pages: Either, Data: data(paper + string(Leaves(3)))},
		{Name: "stranger/PDF in a PDF", Pages: 1, Data: Paper{More: []string{Stream("/Type/EmbeddedFile", string(Paper{Catalog: "/OpenAction<</S/JavaScript/JS(" + Canary + ")>>"}.Bytes()))}}.Bytes},
		{Name: "stranger/version of nonsense", Pages: 1, Data: data(strings.Replace(paper, "%PDF-1.7", "%PDF-9.x", 1))},
		{Name: "stranger/form data", Data: data("%FDF-1.2\n1 0 obj<</FDF<</JavaScript<</After(" + Canary + ")>>>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")},
		{Name: "stranger/a million objects of nothing", Pages: Either, Data: data(strings.Repeat("1 0 obj endobj\n", 1_000_000))},
		{Name: "stranger/a million keywords", Data: data("%PDF-1.4\n" + strings.Repeat("obj stream ", 1_000_000))},
		{Name: "stranger/a million trailers", Data: data("%PDF-1.4\n" + strings.Repeat("trailer<</Root 1 0 R>>", 500_000))},
		{Name: "stranger/a million numbers", Data: data("%PDF-1.4\n" + strings.Repeat("7 0 ", 2_000_000))},
		{Name: "stranger/a million open brackets", Data: data("%PDF-1.4\n1 0 obj" + strings.Repeat("<<", 2_000_000))},
		{Name: "stranger/objects that open brackets", Data: data("%PDF-1.4\n" + strings.Repeat("1 0 obj[[[[(", 500_000))},
		{Name: "stranger/a million startxrefs", Data: data("%PDF-1.4\n" + strings.Repeat("startxref 9\n", 1_000_000))},
	}
}
