package picture

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// A Kind is a format of files that can become pages; "" is any other.
type Kind string

const (
	PDF  Kind = "pdf"
	JPEG Kind = "jpeg"
	PNG  Kind = "png"
	TIFF Kind = "tiff"
	WebP Kind = "webp"
	GIF  Kind = "gif"
)

// SniffLen is how many bytes of a file are enough for Sniff.
const SniffLen = 4096

// signatures tell a file by its first bytes; the format is a proper noun that
// may stand in any language.
var signatures = []struct{ magic, format string }{
	{"BM", "BMP"},
	{"II+\x00", "BigTIFF"},
	{"MM\x00+", "BigTIFF"},
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

// Sniff answers the kind of a file that can be used, or else the name of what
// it looks like: "HEIC", "Word", "empty", "text", "unknown". It needs the
// first SniffLen bytes.
func Sniff(head []byte) (kind Kind, format string) {
	has := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case len(head) == 0:
		return "", "empty"
	case has("\xff\xd8\xff"):
		return JPEG, ""
	case has("\x89PNG\r\n\x1a\n"):
		return PNG, ""
	case has("II*\x00"), has("MM\x00*"):
		return TIFF, ""
	case has("GIF87a"), has("GIF89a"):
		return GIF, ""
	case has("PK\x03\x04"), has("PK\x05\x06"):
		return "", zipped(head)
	case has("RIFF") && len(head) >= 12 && string(head[8:12]) == "WEBP":
		return WebP, ""
	case len(head) >= 12 && string(head[4:8]) == "ftyp":
		return "", boxed(head)
	}
	for _, s := range signatures {
		if has(s.magic) {
			return "", s.format
		}
	}
	head = head[:min(len(head), 1024)]
	if bytes.Contains(head, []byte("%PDF-")) {
		return PDF, ""
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

// boxed names a file of the ISO base media format by its brands: the first,
// or for the general ones of still pictures the first that says more.
func boxed(head []byte) string {
	end := min(int64(binary.BigEndian.Uint32(head)), int64(len(head)))
	still := false
	for at := int64(8); at+4 <= max(end, 12); at += 4 {
		switch string(head[at : at+4]) {
		case "heic", "heix", "heim", "heis", "hevc", "hevx":
			return "HEIC"
		case "avif", "avis":
			return "AVIF"
		case "mif1", "msf1", "heif":
			still = true
		}
		if !still {
			return "MP4"
		}
	}
	return "HEIC"
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
