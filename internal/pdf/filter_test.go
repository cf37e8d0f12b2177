package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// deflated is what FlateDecode undoes.
func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// decoder decodes streams outside of a file.
func decoder() *File { return &File{source: Bytes(nil), left: 1 << 40, names: map[string]Object{}} }

func encoded(dict, data string) *Stream {
	p := parser{lexer: lexer{b: []byte(dict)}}
	return &Stream{p.value(0).(Dict), Data([]byte(data))}
}

func TestDecode(t *testing.T) {
	long := strings.Repeat("abracadabra ", 1000)
	flate := string(deflated([]byte(long)))
	for _, tt := range []struct{ name, dict, data, want string }{
		{"none", "<< >>", "as it is", "as it is"},
		{"flate", "<< /Filter /FlateDecode >>", flate, long},
		{"flate, short", "<< /Filter [/Fl] /DecodeParms [null] >>", flate, long},
		{"flate behind a line end", "<< /Filter /FlateDecode >>", "\r\n" + flate, long},
		{"flate without header", "<< /Filter /FlateDecode >>", flate[2:], long},
		{"flate without checksum", "<< /Filter /FlateDecode >>", flate[:len(flate)-4], long},
		{"hexadecimal", "<< /Filter /AHx >>", "61 62\n6 3 7>zz", "abcp"},
		{"base 85", "<< /Filter /ASCII85Decode >>", "<~87cURD]i,\"Ebo80~>", "Hello World!"},
		{"base 85, zeros", "<< /F /A85 >>", "z!!", "\x00\x00\x00\x00\x00"},
		{"run lengths", "<< /Filter /RunLengthDecode >>", "\x02abc\xFEx\x80rest", "abcxxx"},
		{"run lengths without an end", "<< /Filter /RL >>", "\x02abc\xFEx", "abcxxx"},
		{"LZW", "<< /Filter /LZWDecode >>", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		{"two", "<< /Filter [/ASCIIHexDecode /FlateDecode] >>", fmt.Sprintf("%X>", flate), long},
		{"identity", "<< /Filter [/Crypt /AHx] /DecodeParms [<< /Name /Identity >>] >>", "61>", "a"},
		{"PNG up", "<< /Filter /Fl /DecodeParms << /Predictor 12 /Columns 3 >> >>", string(deflated([]byte("\x02abc\x02\x01\x01\x01\x00xyz\x02\x01"))), "abcbcdxyzy"},
		{"PNG sub, average and Paeth", "<< /Filter /Fl /DecodeParms << /Predictor 15 /Columns 3 >> >>", string(deflated([]byte("\x01a\x01\x01\x03\x31\x00\x00\x04\x01\x00\x00"))), "abcaabbbb"},
		{"TIFF of 8 bits", "<< /Filter /Fl /DecodeParms << /Predictor 2 /Columns 2 /Colors 2 >> >>", string(deflated([]byte("ab\x01\x01ab\x02\x02"))), "abbcabcd"},
		{"TIFF of 16 bits", "<< /Filter /Fl /DecodeParms << /Predictor 2 /Columns 2 /BitsPerComponent 16 >> >>", string(deflated([]byte("\x00\xFF\x00\x02"))), "\x00\xFF\x01\x01"},
		{"TIFF of 4 bits", "<< /Filter /Fl /DecodeParms << /Predictor 2 /Columns 4 /BitsPerComponent 4 >> >>", string(deflated([]byte("\x11\x1F"))), "\x12\x32"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := decoder().Decode(encoded(tt.dict, tt.data), 1<<20)
			if string(got) != tt.want || (err != nil && tt.name != "flate without checksum") {
				t.Errorf("%d bytes %.40q (%v), want %d bytes %.40q", len(got), got, err, len(tt.want), tt.want)
			}
		})
	}
}

// lzw encodes in the way of TIFF and PDF.
func lzw(data []byte, early int) []byte {
	var out []byte
	acc, bits, width, next := 0, 0, 9, 258
	emit := func(code int) {
		acc, bits = acc<<width|code, bits+width
		for bits >= 8 {
			out = append(out, byte(acc>>(bits-8)))
			bits -= 8
			acc &= 1<<bits - 1
		}
	}
	codes := map[string]int{}
	code := func(s []byte) int {
		if len(s) == 1 {
			return int(s[0])
		}
		return codes[string(s)]
	}
	emit(256)
	var s []byte
	for _, c := range data {
		longer := append(s[:len(s):len(s)], c)
		if len(longer) == 1 || codes[string(longer)] > 0 {
			s = longer
			continue
		}
		emit(code(s))
		codes[string(longer)] = next
		if next+early >= 1<<width && width < 12 { // the reader is one code behind
			width++
		}
		next++
		if next == 4095 {
			emit(256)
			clear(codes)
			width, next = 9, 258
		}
		s = []byte{c}
	}
	emit(code(s))
	emit(257)
	if bits > 0 {
		out = append(out, byte(acc<<(8-bits)))
	}
	return out
}

func TestDecodeLZW(t *testing.T) {
	var data []byte
	for i := range 60_000 {
		data = append(data, byte(i*i>>7), byte(i>>3))
	}
	for early := range 2 {
		s := &Stream{Dict{{"Filter", Name("LZWDecode")}, {"DecodeParms", Dict{{"EarlyChange", Int(early)}}}}, Data(lzw(data, early))}
		got, err := decoder().Decode(s, 1<<20)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("early change %d: %d bytes (%v), want %d", early, len(got), err, len(data))
		}
	}
}

func TestDecodeDamaged(t *testing.T) {
	long := make([]byte, 200_000)
	for i, n := 0, uint32(1); i < len(long); i++ {
		n = n*1664525 + 1013904223
		long[i] = 'a' + byte(n>>28)
	}
	flate := deflated(long)
	cut := encoded("<< /Filter /FlateDecode >>", string(flate[:len(flate)/2]))
	got, err := decoder().Decode(cut, 1<<20)
	if !errors.Is(err, ErrDamaged) || len(got) < len(long)/3 || !bytes.HasPrefix(long, got) {
		t.Errorf("of a half stream: %d of %d bytes (%v)", len(got), len(long), err)
	}
	broken := bytes.Clone(flate)
	for i := range 64 {
		broken[len(flate)/2+i] = 0xFF
	}
	got, err = decoder().Decode(encoded("<< /Filter /FlateDecode >>", string(broken)), 1<<20)
	if !errors.Is(err, ErrDamaged) || len(got) < len(long)/3 {
		t.Errorf("of a broken stream: %d of %d bytes (%v)", len(got), len(long), err)
	}
	for dict, want := range map[string]error{
		"<< /Filter /DCTDecode >>":                                                        ErrFilter,
		"<< /Filter [/Fl /JPXDecode] >>":                                                  ErrFilter,
		"<< /Filter [/A85 /A85 /A85 /A85 /A85 /A85 /A85 /A85 /A85] >>":                    ErrLimit,
		"<< /Filter /Fl /DecodeParms << /Predictor 12 /Columns 99999999999 >> >>":         ErrDamaged,
		"<< /Filter /Fl /DecodeParms << /Predictor 12 /Columns -1 >> >>":                  ErrDamaged,
		"<< /Filter /Fl /DecodeParms << /Predictor 12 /Colors 60 /Columns 16000000 >> >>": ErrLimit,
	} {
		if got, err := decoder().Decode(encoded(dict, string(flate)), 1<<20); !errors.Is(err, want) || got != nil {
			t.Errorf("%s: %d bytes (%v), want %v", dict, len(got), err, want)
		}
	}
}

func TestDecodeBombs(t *testing.T) {
	single := deflated(make([]byte, 64<<20))
	double := deflated(append(make([]byte, 1<<20), single...))
	for _, tt := range []struct {
		dict string
		data []byte
	}{
		{"<< /Filter /Fl >>", single},
		{"<< /Filter [/Fl /Fl] >>", double},
		{"<< /Filter [/Fl /AHx] >>", single}, // of which nothing is left at the end
	} {
		f := decoder()
		got, err := f.Decode(encoded(tt.dict, string(tt.data)), 1<<20)
		if (!errors.Is(err, ErrLimit) && !errors.Is(err, ErrDamaged)) || len(got) > 1<<20 {
			t.Errorf("%s: %d bytes (%v)", tt.dict, len(got), err)
		}
		if spent := 1<<40 - f.left; spent > 2<<20 {
			t.Errorf("%s: %d bytes of work for a limit of 1 MiB", tt.dict, spent)
		}
	}
}
