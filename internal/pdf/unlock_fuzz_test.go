package pdf

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// FuzzUnlock tries encryption dictionaries with shapes of every kind, and reads
// data by whatever key comes of it: the three ways of reading must agree.
func FuzzUnlock(f *testing.F) {
	_, encrypt, err := Lock{User: "user", Rand: zeros{}}.shut()
	if err != nil {
		f.Fatal(err)
	}
	bytesOf := func(key Name) []byte { return []byte(encrypt.Get(key).(String)) }
	data := bytes.Repeat([]byte{16}, 80)
	f.Add(5, 6, 256, -4, bytesOf("O"), bytesOf("U"), bytesOf("OE"), bytesOf("UE"), []byte(nil), "AESV3", "user", data, 7, 0)
	f.Add(5, 5, 256, -4, bytesOf("O"), bytesOf("U"), bytesOf("OE"), bytesOf("UE"), []byte(nil), "AESV3", "", data, 7, 0)
	o := bytes.Repeat([]byte("o"), 32)
	for _, way := range []struct {
		v, r, length int
		method       string
	}{{1, 2, 40, ""}, {2, 3, 128, ""}, {2, 3, 64, ""}, {4, 4, 128, "V2"}, {4, 4, 128, "AESV2"}, {4, 4, 40, "None"}} {
		h := handler{revision: way.r, owner: [32]byte(o), permissions: 0xFFFFFFFC, id: []byte("id"), metadata: true}
		u := h.proof(h.key(filled([]byte("pass")), way.length/8))
		f.Add(way.v, way.r, way.length, -4, o, u, []byte(nil), []byte(nil), []byte("id"), way.method, "pass", data, 7, 0)
	}
	f.Fuzz(func(t *testing.T, v, r, length, p int, o, u, oe, ue, id []byte, cfm, password string, data []byte, num, gen int) {
		get := func(Object) Object { return nil }
		e := Dict{
			{"Filter", Name("Standard")}, {"V", Int(v)}, {"R", Int(r)}, {"Length", Int(length)}, {"P", Int(p)},
			{"O", String(o)}, {"U", String(u)}, {"OE", String(oe)}, {"UE", String(ue)}, {"EncryptMetadata", p&1 == 0},
			{"CF", Dict{{"StdCF", Dict{{"CFM", Name(cfm)}, {"Length", Int(length)}}}, {"Other", Name(cfm)}}},
			{"StmF", Name("StdCF")}, {"StrF", Name("StdCF")},
		}
		s, err := unlock(e, id, password, get)
		if err != nil {
			if s != nil {
				t.Error("both an error and a key")
			}
			return
		}
		for _, lock := range []*seal{s.strings(num, gen), s.stream(num, gen, Dict{{"Type", Name("Metadata")}})} {
			text := lock.open(data)
			r := strings.NewReader(string(data))
			size, err := lock.size(r, 0, int64(len(data)))
			if err != nil || size != int64(len(text)) {
				t.Errorf("%d bytes opened, but %d sized (%v)", len(text), size, err)
			}
			read, err := io.ReadAll(lock.reader(iotest.HalfReader(r), int64(len(data))))
			if err != nil || !bytes.Equal(read, text) {
				t.Errorf("%d bytes opened, but %d read (%v)", len(text), len(read), err)
			}
		}
	})
}
