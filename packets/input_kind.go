package packets

import (
	"bytes"
	"unicode/utf8"
)

// signatures tell a file by its first bytes; the format is a proper noun that
// may stand in any language.
var signatures = []struct{ magic, format string }{
	{"GIF8", "GIF"},
	{"BM", "BMP"},
	{"II*\x00", "TIFF"},
	{"MM\x00*", "TIFF"},
	{"\x00\x00\x00\x0cjP  ", "JPEG 2000"},
	{"\xff\x0a", "JPEG XL"},
	{"\x00\x00\x00\x0cJXL ", "JPEG XL"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office 97"},
	{"{\\rtf", "RTF"},
	{"%!PS", "PostScript"},
	{"Rar!", "RAR"},
	{"7z\xbc\xaf", "7-Zip"},
	{"\x1f\x8b", "gzip"},
}

// sniff answers the kind of a file that can be used, or else the name of what
// it looks like.
func sniff(data []byte) (kind, format string) {
	has := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case len(data) == 0:
		return "", "empty"
	case has("\xff\xd8\xff"):
		return kindJPEG, ""
	case has("\x89PNG\r\n\x1a\n"):
		return kindPNG, ""
	case has("PK\x03\x04"), has("PK\x05\x06"):
		return "", zipped(data)
	case has("RIFF") && len(data) >= 12 && string(data[8:12]) == "WEBP":
		return "", "WebP"
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return "", boxed(string(data[8:12]))
	}
	for _, s := range signatures {
		if has(s.magic) {
			return "", s.format
		}
	}
	head := data[:min(len(data), 1024)]
	if bytes.Contains(head, []byte("%PDF-")) {
		return kindPDF, ""
	}
	lower := bytes.ToLower(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"))
	switch {
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return "", "HTML"
	case bytes.HasPrefix(lower, []byte("<svg")), bytes.Contains(lower, []byte("<svg ")):
		return "", "SVG"
	case bytes.HasPrefix(lower, []byte("<?xml")):
		return "", "XML"
	case isText(head):
		return "", "text"
	}
	return "", "unknown"
}

// zipped tells apart the formats that are ZIP archives inside.
func zipped(data []byte) string {
	for _, s := range []struct{ part, format string }{
		{"word/", "Word"}, {"xl/", "Excel"}, {"ppt/", "PowerPoint"},
		{"mimetypeapplication/vnd.oasis.opendocument", "OpenDocument"},
	} {
		if bytes.Contains(data, []byte(s.part)) {
			return s.format
		}
	}
	return "ZIP"
}

// boxed names a file of the ISO base media format by its brand.
func boxed(brand string) string {
	switch brand {
	case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "heif":
		return "HEIC"
	case "avif", "avis":
		return "AVIF"
	}
	return "MP4"
}

func isText(head []byte) bool {
	for len(head) > 0 {
		r, n := utf8.DecodeRune(head)
		if r == utf8.RuneError && n == 1 && len(head) >= utf8.UTFMax || r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' {
			return false
		}
		head = head[n:]
	}
	return true
}
