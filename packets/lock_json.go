package packets

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"
)

// JSON is the lock as it is written: compact, and such that ReadLock reads it
// back. It has no <, > or &. It is what encoding/json makes of it; the pages, of
// which a lock has thousands, and every proof writes them again, are written
// here.
func (l *Lock) JSON() ([]byte, error) {
	rest := *l
	rest.Pages = nil
	data, err := json.Marshal(&rest)
	if err != nil || l.Pages == nil {
		return data, err
	}
	const none, usual = `"pages":null`, 400 // bytes of a page
	at := bytes.Index(data, []byte(none)) + len(none) - len("null")
	out := append(make([]byte, 0, len(data)+usual*len(l.Pages)), data[:at]...)
	out = append(out, '[')
	for i := range l.Pages {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = l.Pages[i].json(out); err != nil {
			return nil, err
		}
	}
	return append(append(out, ']'), data[at+len("null"):]...), nil
}

// json appends a page.
func (q *LockPage) json(b []byte) ([]byte, error) {
	b = quoted(append(b, `{"label":`...), q.Label)
	b = quoted(append(b, `,"kind":`...), q.Kind)
	b = integer(b, `,"item":`, q.Item)
	b = integer(b, `,"n":`, q.N)
	b = integer(b, `,"of":`, q.Of)
	b = integer(b, `,"file":`, q.File)
	if q.Page != 0 {
		b = integer(b, `,"page":`, q.Page)
	}
	if q.Turned != 0 {
		b = integer(b, `,"turned":`, q.Turned)
	}
	if q.Role != "" {
		b = quoted(append(b, `,"role":`...), q.Role)
	}
	b, err := measured(append(b, `,"width":`...), q.Width)
	if err != nil {
		return nil, err
	}
	if b, err = measured(append(b, `,"height":`...), q.Height); err != nil {
		return nil, err
	}
	b = quoted(append(b, `,"left":`...), q.Left)
	b = quoted(append(b, `,"right":`...), q.Right)
	for i, to := range q.Links {
		b = integer(b, listed(i, `,"links":[`), to)
	}
	if len(q.Links) > 0 {
		b = append(b, ']')
	}
	for i, to := range q.Web {
		b = quoted(append(b, listed(i, `,"web":[`)...), to)
	}
	if len(q.Web) > 0 {
		b = append(b, ']')
	}
	return append(quoted(append(b, `,"sum":`...), q.Sum), '}'), nil
}

// listed stands before the value i of a list.
func listed(i int, key string) string {
	if i == 0 {
		return key
	}
	return ","
}

func integer(b []byte, key string, n int) []byte {
	return strconv.AppendInt(append(b, key...), int64(n), 10)
}

// measured appends a length. Those of sheets are neither tiny nor huge.
func measured(b []byte, x float64) ([]byte, error) {
	if x == 0 || math.Abs(x) >= 1e-3 && math.Abs(x) < 1e9 {
		return strconv.AppendFloat(b, x, 'f', -1, 64), nil
	}
	data, err := json.Marshal(x)
	return append(b, data...), err
}

// quoted appends a string. What is written otherwise than it stands is rare.
func quoted(b []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c == '"', c == '\\', c == '<', c == '>', c == '&', c == 0xE2: // U+2028
			return escaped(b, s)
		}
	}
	if !utf8.ValidString(s) {
		return escaped(b, s)
	}
	return append(append(append(b, '"'), s...), '"')
}

func escaped(b []byte, s string) []byte {
	data, _ := json.Marshal(s) // of a string there is always one
	return append(b, data...)
}
