package ua

import (
	"bytes"
	"regexp"
	"strconv"

	"mappe/internal/pdf"
)

var (
	header = regexp.MustCompile(`^%PDF-1\.[0-7]\r?\n%`)
	begins = regexp.MustCompile(`^([0-9]+) ([0-9]+) obj\r?\n`)
	tail   = regexp.MustCompile(`startxref\r?\n([0-9]+)\r?\n%%EOF\r?\n?$`)
)

// checkBytes looks at how the file is written, object by object.
func (d *document) checkBytes() {
	first := header.Find(d.raw)
	binary := first != nil
	for _, c := range d.raw[len(first):][:4] {
		binary = binary && c > 127
	}
	if !binary {
		d.complain("header", "byte 0", "begins with %.20q", d.raw)
	}
	id := d.f.Array(d.f.Trailer().Get("ID"))
	if len(id) != 2 || id[0] == pdf.Object(pdf.String("")) || id[1] == pdf.Object(pdf.String("")) {
		d.complain("id", "trailer", "the file has no ID")
	}
	if o := d.f.Trailer().Get("Encrypt"); o != nil {
		d.complain("encrypted", "trailer", "the file is locked")
		const extract = 1 << 9
		if p, ok := d.f.Int(d.f.Dict(o).Get("P")); !ok || p&extract == 0 {
			d.complain("access", "trailer", "the lock keeps out who has the file read aloud")
		}
	}
	end := tail.FindSubmatchIndex(d.raw)
	if end == nil {
		d.complain("tail", "file", "does not end with startxref and %%%%EOF")
		return
	}
	at := bytes.IndexByte(d.raw, '\n') + 1
	at += bytes.IndexByte(d.raw[at:], '\n') + 1
	start, _ := strconv.Atoi(string(d.raw[end[2]:end[3]]))
	crossed := false
	for at < end[0] {
		if bytes.HasPrefix(d.raw[at:], []byte("xref\n")) {
			crossed = at == start
			break
		}
		next, kind := d.checkObject(at)
		if next <= at {
			return
		}
		if kind == "XRef" {
			crossed = at == start
		}
		at = next
	}
	if !crossed {
		d.complain("tail", "file", "startxref leads to byte %d, where no table is", start)
	}
}

// checkObject looks at the object at a byte, and is where it ends.
func (d *document) checkObject(at int) (end int, kind pdf.Name) {
	m := begins.FindSubmatch(d.raw[at:])
	place := "byte " + strconv.Itoa(at)
	if m == nil {
		d.complain("objects", place, "%.20q begins no object", d.raw[at:])
		return 0, ""
	}
	s := scanner{b: d.raw, i: at + len(m[0])}
	o, _, _ := s.value()
	dict, _ := o.(pdf.Dict)
	rest := d.raw[s.i:]
	rest = bytes.TrimLeft(rest, "\r\n ")
	if !bytes.HasPrefix(rest, []byte("stream")) {
		if !bytes.HasPrefix(rest, []byte("endobj")) || s.i+len("\nendobj\n") > len(d.raw) || d.raw[s.i] != '\n' && d.raw[s.i] != '\r' {
			d.complain("objects", place, "object %s does not end", m[1])
			return 0, ""
		}
		return len(d.raw) - len(rest) + len("endobj\n"), ""
	}
	from := len(d.raw) - len(rest) + len("stream")
	switch {
	case bytes.HasPrefix(d.raw[from:], []byte("\r\n")):
		from += 2
	case d.raw[from] == '\n':
		from++
	default:
		d.complain("streams", place, "no line ends behind stream")
	}
	size, _ := d.f.Int(dict.Get("Length"))
	if to := from + size; to > len(d.raw) || !regexp.MustCompile(`^\r?\nendstream\r?\nendobj\r?\n`).Match(d.raw[to:]) {
		d.complain("streams", place, "the length is %d, and there it does not end", size)
		return 0, ""
	}
	kind, _ = dict.Get("Type").(pdf.Name)
	return from + size + len("\nendstream\nendobj\n"), kind
}
