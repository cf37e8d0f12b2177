package pdf

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestUnlockRefusesDamage(t *testing.T) {
	good := Dict{
		{"Filter", Name("Standard")}, {"V", Int(4)}, {"R", Int(4)}, {"Length", Int(128)}, {"P", Int(-4)},
		{"O", String(strings.Repeat("o", 32))}, {"U", String(strings.Repeat("u", 32))},
		{"CF", Dict{{"StdCF", Dict{{"CFM", Name("AESV2")}}}}}, {"StmF", Name("StdCF")}, {"StrF", Name("StdCF")},
	}
	cases := map[string]struct {
		dict Dict
		want error
		say  string
	}{
		"nothing":        {nil, ErrDamaged, "no encryption dictionary"},
		"other handler":  {good.With("Filter", Name("Adobe.PubSec")), ErrEncryption, `"Adobe.PubSec"`},
		"no version":     {good.With("V", nil), ErrEncryption, "version 0"},
		"secret version": {good.With("V", Int(3)), ErrEncryption, "version 3"},
		"next version":   {good.With("V", Int(6)), ErrEncryption, "version 6"},
		"revision":       {good.With("R", Int(9)), ErrEncryption, "revision 9"},
		"new in old":     {good.With("R", Int(6)), ErrEncryption, "revision 6"},
		"old in new":     {good.With("V", Int(5)), ErrEncryption, "revision 4"},
		"no owner":       {good.With("O", nil), ErrEncryption, "/O of 0"},
		"short user":     {good.With("U", String("u")), ErrEncryption, "/U of 1 bytes"},
		"user a number":  {good.With("U", Int(7)), ErrEncryption, "/U of 0 bytes"},
		"short new":      {good.With("V", Int(5)).With("R", Int(6)), ErrEncryption, "48, 48, 32 and 32 are wanted"},
		"no such filter": {good.With("StmF", Name("Other")), ErrEncryption, `"Other"`},
		"odd method":     {good.With("CF", Dict{{"StdCF", Dict{{"CFM", Name("ROT13")}}}}), ErrEncryption, `"StdCF"`},
		"new method":     {good.With("CF", Dict{{"StdCF", Dict{{"CFM", Name("AESV3")}}}}), ErrEncryption, `"StdCF"`},
		"filters a name": {good.With("CF", Name("StdCF")), ErrEncryption, `"StdCF"`},
		"wrong key":      {good, ErrPassword, "password"},
		"huge length":    {good.With("Length", Int(1<<62)), ErrPassword, "password"},
		"less than none": {good.With("Length", Int(-8)), ErrPassword, "password"},
		"huge number":    {good.With("P", Real(1e300)), ErrPassword, "password"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := unlock(c.dict, nil, "password", func(Object) Object { return nil })
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.say) {
				t.Errorf("got %v, want %v that says %q", err, c.want, c.say)
			}
		})
	}
}

func TestWhatIsNotSealed(t *testing.T) {
	refs := map[Ref]Object{{Num: 8}: Name("Crypt"), {Num: 9}: Dict{{"Name", Name("Weak")}}}
	s := &security{
		key: make([]byte, 16), text: plain, data: aesV2,
		filters: map[Name]method{"Identity": plain, "Weak": rc4V2, "Odd": atOdds},
		get:     func(o Object) Object { r, _ := o.(Ref); return refs[r] },
	}
	crypt := func(params Object) Dict {
		return Dict{{"Filter", Array{Name("Crypt"), Name("FlateDecode")}}, {"DecodeParms", params}}
	}
	if s.strings(1, 0) != nil {
		t.Error("strings are sealed though /StrF is Identity")
	}
	for name, c := range map[string]struct {
		dict Dict
		want method
	}{
		"data":            {nil, aesV2},
		"object stream":   {Dict{{"Type", Name("ObjStm")}}, aesV2},
		"xref stream":     {Dict{{"Type", Name("XRef")}}, plain},
		"metadata":        {Dict{{"Type", Name("Metadata")}}, plain},
		"identity":        {crypt(Array{Dict{{"Name", Name("Identity")}}, nil}), plain},
		"unnamed":         {crypt(nil), plain},
		"alone":           {Dict{{"Filter", Ref{Num: 8}}}, plain},
		"by reference":    {Dict{{"Filter", Array{Ref{Num: 8}}}, {"DecodeParms", Array{Ref{Num: 9}}}}, rc4V2},
		"unknown":         {crypt(Array{Dict{{"Name", Name("Lost")}}}), aesV2},
		"of other making": {crypt(Array{Dict{{"Name", Name("Odd")}}}), aesV2},
		"no filters":      {Dict{{"Filter", Array{}}}, aesV2},
		"filter at last":  {Dict{{"Filter", Array{Name("FlateDecode"), Name("Crypt")}}}, aesV2},
	} {
		got := plain
		if lock := s.stream(1, 0, c.dict); lock != nil {
			got = lock.method
		}
		if got != c.want {
			t.Errorf("%s: method %d, want %d", name, got, c.want)
		}
	}
}

func TestSealOfDamagedData(t *testing.T) {
	lock := &seal{file: make([]byte, 16), method: aesV2}
	for n := range 70 {
		b := bytes.Repeat([]byte{7}, n)
		size, err := lock.size(bytes.NewReader(b), 0, int64(n))
		if err != nil {
			t.Fatal(err)
		}
		text := lock.open(b)
		read, err := io.ReadAll(lock.reader(bytes.NewReader(b), int64(n)))
		if err != nil || !bytes.Equal(read, text) || int64(len(read)) != size {
			t.Errorf("%d bytes: read %d, opened %d, sized %d (%v)", n, len(read), len(text), size, err)
		}
	}
	// The source ends before the stream does.
	if _, err := lock.size(strings.NewReader("short"), 0, 64); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("size: %v, want %v", err, io.ErrUnexpectedEOF)
	}
	b, err := io.ReadAll(lock.reader(bytes.NewReader(make([]byte, 50)), 80))
	if len(b) != 32 || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("read %d bytes (%v), want 32 and %v", len(b), err, io.ErrUnexpectedEOF)
	}
}

func TestPasswordBytes(t *testing.T) {
	for s, want := range map[string]string{
		"pass": "pass", "Ærø": "\xC6r\xF8", "€5": "\xA05", "Łódź": "", "naïve—ﬁ": "na\xEFve\x84\x93", "ž": "\x9E", "˘˜": "\x18\x1F", "\x9F": "", "æ\n": "\xE6\n",
	} {
		b, ok := docEncode(s)
		if string(b) != want || ok != (want != "") {
			t.Errorf("PDFDocEncoding of %q: %q, %v; want %q", s, b, ok, want)
		}
	}
	for s, want := range map[string]string{
		"a\u00A0b\u3000c": "a b c", "so\u00ADft": "soft", strings.Repeat("é", 70): strings.Repeat("é", 63) + "\xC3",
	} {
		if got := prepare(s); string(got) != want {
			t.Errorf("%q prepared: %q, want %q", s, got, want)
		}
	}
}
