package translators

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// line is a row of a table as it was read, with the number of its first line.
type line struct {
	number int
	cells  []string
}

const (
	saveAsText = `save it as CSV UTF-8 in Excel, or as Text CSV with the character set "Unicode (UTF-8)" in LibreOffice`
	openAnew   = "export the sheet again, and open that with the character set UTF-8"
)

// decode reads a table as spreadsheet programs save it: in UTF-8, with or
// without a mark, or in UTF-16; between semicolons, commas or tabs.
func decode(data []byte) ([]line, error) {
	text, err := decoded(data)
	if err != nil {
		return nil, err
	}
	first := 1
	if rest, ok := strings.CutPrefix(text, "sep="); ok { // a line of Excel's own
		_, text, _ = strings.Cut(rest, "\n")
		first = 2
	}
	head, _, _ := strings.Cut(text, "\n")
	comma := ';'
	for _, c := range ",\t" {
		if strings.Count(head, string(c)) > strings.Count(head, string(comma)) {
			comma = c
		}
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	var all []line
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return all, nil
		}
		if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
			return nil, fmt.Errorf("%d: a quotation mark is not closed or stands within a cell; %s", wrong.Line+first-1, saveAsText)
		}
		if err != nil {
			return nil, err
		}
		number, _ := r.FieldPos(0)
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			all = append(all, line{number + first - 1, cells})
		}
	}
}

// decoded is the text of a file, its lines ended by line feeds.
func decoded(data []byte) (string, error) {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return "", errors.New("1: is a workbook, not a text; " + saveAsText)
	}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		if len(data) < 2 || order.Uint16(data) != 0xFEFF {
			continue
		}
		if len(data)%2 != 0 {
			return "", errors.New("1: ends within a character of UTF-16; " + saveAsText)
		}
		var units []uint16
		for i := 2; i < len(data); i += 2 {
			units = append(units, order.Uint16(data[i:]))
		}
		data = []byte(string(utf16.Decode(units)))
	}
	data = bytes.TrimPrefix(data, []byte(mark))
	if !utf8.Valid(data) {
		at := 0
		for at < len(data) {
			r, n := utf8.DecodeRune(data[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		return "", fmt.Errorf("%d: is not written in UTF-8 (byte %#x; Windows-1252?); %s", 1+bytes.Count(data[:at], []byte("\n")), data[at], saveAsText)
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), nil
}
