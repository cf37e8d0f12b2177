package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// memory is a file that lies in memory.
type memory struct {
	mu    sync.Mutex
	bytes []byte
}

func newMemory() *memory { return &memory{} }

func (m *memory) WriteAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if end := int(at) + len(p); end > len(m.bytes) {
		m.bytes = append(m.bytes, make([]byte, end-len(m.bytes))...)
	}
	return copy(m.bytes[at:], p), nil
}

// saved is the file on disk, for other readers.
func (m *memory) saved(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(path, m.bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// noise is n bytes that don't compress.
func noise(seed uint64, n int) []byte {
	var key [32]byte
	key[0], key[1] = byte(seed), byte(seed>>8)
	b := make([]byte, n)
	rand.NewChaCha8(key).Read(b)
	return b
}

// picture is a grey picture of 100 columns, whose rows come from src.
func picture(src *Source, at int64, rows int) *Stream {
	return &Stream{Dict: Dict{
		{"Type", Name("XObject")}, {"Subtype", Name("Image")}, {"Width", Int(100)}, {"Height", Int(rows)},
		{"ColorSpace", Name("DeviceGray")}, {"BitsPerComponent", Int(8)},
	}, Body: Body{{From: src, At: at, Size: int64(100 * rows)}}}
}

// lay puts a line over a sheet, in a font that every reader has.
func lay(s *Sheet, x, y float64, line string) {
	s.Op("BT")
	s.Op("Tf", s.Use("Font", Dict{{"Type", Name("Font")}, {"Subtype", Name("Type1")}, {"BaseFont", Name("Helvetica")}, {"Encoding", Name("WinAnsiEncoding")}}), Int(12))
	s.Op("Td", Real(x), Real(y))
	s.Op("Tj", String(line))
	s.Op("ET")
}

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.FixedZone("", 3600))

// packet writes pages of pictures from several sources, with everything that
// binds them.
func packet(t testing.TB, o Options, sources []*Source, pages int) *memory {
	t.Helper()
	out := newMemory()
	o.Title, o.Lang, o.Producer, o.Created = "Ansøgning (1)", "da", "mappe", noon
	w := NewWriter(out, o)
	w.layer(w.Add(Dict{{"Type", Name("OCG")}, {"Name", Text("hidden")}}), true)
	n := 0
	var doc Elem
	for i, src := range sources {
		m := Mark{Title: fmt.Sprintf("Bilag %d: 日本", i+1), Sheet: n + 1, Open: i%2 == 0}
		for p := range pages {
			n++
			s := &Sheet{Width: 595.28, Height: 841.89}
			x := w.Add(picture(src, int64(p)*1000, 10+p))
			id := s.Tag("Figure", func() { s.Paint(x, Matrix{500, 0, 0, 700, 40, 60}) })
			s.Artifact(func() { lay(s, 40, 20, fmt.Sprintf("page %d", n)) })
			s.Links = []Link{{Rect: Rect{40, 20, 100, 34}, Sheet: len(sources) * pages, Text: "to the last page"}}
			if p == 0 {
				s.Links = append(s.Links, Link{Rect: Rect{100, 20, 200, 34}, URI: "https://example.org/a_(b)"})
			}
			doc.Kids = append(doc.Kids, Elem{Role: "Figure", Alt: fmt.Sprintf("Seite %d", n), Kids: []Kid{Marked{n, id}}},
				Elem{Role: "Link", Kids: []Kid{Linked{n, 0}}})
			m.Under = append(m.Under, Mark{Title: fmt.Sprintf("page %d", p+1), Sheet: n, Top: 400})
			w.Dests = append(w.Dests, Dest{Name: fmt.Sprintf("p%d", n), Sheet: n})
			if err := w.Sheet(s); err != nil {
				t.Fatal(err)
			}
		}
		w.Done(src)
		w.Outline = append(w.Outline, m)
	}
	doc.Role = "Document"
	w.Tags = []Elem{doc}
	w.Labels = []Label{{Sheet: 1, Style: "r"}, {Sheet: 3, Style: "D", Prefix: "B-", Start: 7}}
	w.Properties = []Property{
		{Space: "http://www.aiim.org/pdfua/ns/id/", Prefix: "pdfuaid", Name: "part", Text: "1"},
		{Space: "urn:mappe:", Prefix: "mappe", Name: "law", Text: "a < b & c"},
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

func scans(n, size int) []*Source {
	out := make([]*Source, n)
	for i := range out {
		out[i] = Bytes(noise(uint64(i), size))
		out[i].Name = fmt.Sprintf("scan %d", i+1)
	}
	return out
}

func contains(t *testing.T, what, in string, lines ...string) {
	t.Helper()
	for _, l := range lines {
		if !strings.Contains(in, l) {
			t.Errorf("%s: no %q in\n%s", what, l, in)
		}
	}
}

func TestOthersReadWhatIsWritten(t *testing.T) {
	for name, o := range map[string]Options{
		"plain":   {},
		"digests": {Digests: true},
		"locked":  {Lock: &Lock{User: "", Owner: "o", Rand: zeros{}}},
		"both":    {Digests: true, Lock: &Lock{User: "u", Owner: "o", Rand: zeros{}}},
	} {
		t.Run(name, func(t *testing.T) {
			sources := scans(3, 10_000)
			path := packet(t, o, sources, 3).saved(t)
			user := ""
			if o.Lock != nil {
				user = o.Lock.User
			}
			contains(t, "check", tool(t, "qpdf", "--password="+user, "--check", path), "No syntax or stream encoding errors found")
			info := tool(t, "pdfinfo", "-upw", user, path)
			contains(t, "info", info, "Ansøgning (1)", "mappe", "Tagged:          yes", "Pages:           9", "PDF version:     1.7")
			contains(t, "info", tool(t, "pdfinfo", "-isodates", "-upw", user, path), "2026-11-22T12:00:00+01")
			contains(t, "XMP", tool(t, "pdfinfo", "-upw", user, "-meta", path), "<pdfuaid:part>1<", "a &lt; b &amp; c", "Ansøgning", "2026-11-22T12:00:00+01:00")
			contains(t, "structure", tool(t, "pdfinfo", "-upw", user, "-struct-text", path), "Document", "Figure", "Link")
			contains(t, "dests", tool(t, "pdfinfo", "-upw", user, "-dests", path), `"p9"`, "[ XYZ null  842 null")
			contains(t, "urls", tool(t, "pdfinfo", "-upw", user, "-url", path), "https://example.org/a_(b)")
			contains(t, "text", tool(t, "pdftotext", "-upw", user, path, "-"), "page 1", "page 9")
			json := tool(t, "qpdf", "--password="+user, "--json=1", "--json-key=outlines", "--json-key=pagelabels", path)
			contains(t, "outline", json, `"title": "Bilag 3: 日本"`, `"title": "page 3"`, `"/P": "B-"`, `"/St": 7`, `"open": true`, `"open": false`)
			for i, s := range sources {
				if _, known := s.SHA256(); known != o.Digests {
					t.Errorf("source %d: digest known: %v, want %v", i, known, o.Digests)
				}
			}
		})
	}
}

func TestSameCallsSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	first := map[bool][]byte{}
	for _, digests := range []bool{false, true} {
		for _, workers := range []int{0, 1, 2, 7} {
			runtime.GOMAXPROCS(1 + workers%2)
			b := packet(t, Options{Digests: digests, Workers: workers}, scans(5, 300_000), 70).bytes
			if first[digests] == nil {
				first[digests] = b
			}
			if !bytes.Equal(b, first[digests]) {
				t.Errorf("%d workers, digests %v: other bytes", workers, digests)
			}
		}
	}
}
