package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// A build is a PDF written by hand: the bodies of its objects from number 1
// on, of which the first is the catalog.
type build []string

// pages is a build of n pages, each of which shows its number as text. The
// catalog and the pages may have more entries.
func pages(n int, catalog, page string) build {
	b := build{"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", "", "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"}
	var kids []string
	for i := range n {
		at := len(b) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", at))
		b = append(b,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R %s >>", at+1, page),
			stream("", fmt.Sprintf("BT /F 20 Tf 20 20 Td (page %d) Tj ET", i+1)))
	}
	b[1] = fmt.Sprintf("<< /Type /Pages /MediaBox [0 0 200 300] /Resources 3 0 R /Kids [%s] /Count %d >>", strings.Join(kids, " "), n)
	return b
}

// stream is the body of a stream with more entries.
func stream(dict, data string) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(data), dict, data)
}

// draft is a file while it is written.
type draft struct {
	bytes.Buffer
	at map[int]int // offsets of objects
}

func (d *draft) object(num int, body string) {
	if d.at == nil {
		d.at = map[int]int{}
	}
	d.at[num] = d.Len()
	fmt.Fprintf(d, "%d 0 obj\n%s\nendobj\n", num, body)
}

// table writes a cross-reference table of the objects, and a trailer.
func (d *draft) table(trailer string) {
	start := d.Len()
	d.WriteString("xref\n")
	if trailer == "" || !strings.Contains(trailer, "/Prev") {
		d.WriteString("0 1\n0000000000 65535 f \n")
	}
	for _, num := range slices.Sorted(maps.Keys(d.at)) {
		fmt.Fprintf(d, "%d 1\n%010d 00000 n \n", num, d.at[num])
	}
	d.end(trailer, start)
}

func (d *draft) end(trailer string, start int) {
	size := 1
	for num := range d.at {
		size = max(size, num+1)
	}
	fmt.Fprintf(d, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", size, trailer, start)
}

// row is an entry of a cross-reference stream with fields of 1, 4 and 2 bytes.
func row(kind, second, third int) string {
	return string([]byte{byte(kind), byte(second >> 24), byte(second >> 16), byte(second >> 8), byte(second), byte(third >> 8), byte(third)})
}

// file is the build with a cross-reference table.
func (b build) file() []byte {
	d := b.draft()
	d.table("")
	return d.Bytes()
}

func (b build) draft() *draft {
	d := &draft{}
	d.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	for i, body := range b {
		if body != "" {
			d.object(i+1, body)
		}
	}
	return d
}

// crossed is the build with a cross-reference stream.
func (b build) crossed() []byte {
	d := b.draft()
	rows := row(0, 0, 65535)
	for i := range b {
		rows += row(1, d.at[i+1], 0)
	}
	num := len(b) + 1
	rows += row(1, d.Len(), 0)
	start := d.Len()
	d.object(num, stream(fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d /Root 1 0 R", num+1), rows))
	fmt.Fprintf(d, "startxref\n%d\n%%%%EOF\n", start)
	return d.Bytes()
}

// pack is the build without the objects that can be in an object stream, the
// body of that, and which objects are in it.
func (b build) pack() (rest build, body string, nums []int) {
	var head, data strings.Builder
	for i, o := range b {
		if strings.Contains(o, "\nstream\n") {
			rest = append(rest, o)
			continue
		}
		rest = append(rest, "")
		fmt.Fprintf(&head, "%d %d ", i+1, data.Len())
		data.WriteString(o + "\n")
		nums = append(nums, i+1)
	}
	return rest, stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(nums), head.Len()), head.String()+data.String()), nums
}

// packed is the build with an object stream and a cross-reference stream.
func (b build) packed() []byte {
	rest, body, nums := b.pack()
	in := len(b) + 1
	d := append(rest, body).draft()
	rows := map[int]string{0: row(0, 0, 65535), in + 1: row(1, d.Len(), 0)}
	for num, at := range d.at {
		rows[num] = row(1, at, 0)
	}
	for i, num := range nums {
		rows[num] = row(2, in, i)
	}
	var all strings.Builder
	for i := range in + 2 {
		all.WriteString(rows[i])
	}
	start := d.Len()
	d.object(in+1, stream(fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d /Root 1 0 R", in+2), all.String()))
	fmt.Fprintf(d, "startxref\n%d\n%%%%EOF\n", start)
	return d.Bytes()
}

// hybrid is the build with an object stream that only a stream beside the
// table lists; the table calls those objects free.
func (b build) hybrid() []byte {
	rest, body, nums := b.pack()
	in := len(b) + 1
	d := append(rest, body).draft()
	rows, index := "", ""
	for i, num := range nums {
		rows += row(2, in, i)
		index += fmt.Sprintf("%d 1 ", num)
	}
	beside := d.Len()
	listed := maps.Clone(d.at)
	d.object(in+1, stream(fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d /Index [%s]", in+2, index), rows))
	start := d.Len()
	fmt.Fprintf(d, "xref\n0 %d\n0000000000 65535 f \n", in+1)
	for num := 1; num <= in; num++ {
		if at, ok := listed[num]; ok {
			fmt.Fprintf(d, "%010d 00000 n \n", at)
		} else {
			d.WriteString("0000000000 65535 f \n")
		}
	}
	d.end(fmt.Sprintf("/XRefStm %d", beside), start)
	return d.Bytes()
}

// updated is a file with one object changed by an update at its end.
func updated(file []byte, num int, body string) []byte {
	d := &draft{}
	d.Write(file)
	at := bytes.LastIndex(file, []byte("startxref\n"))
	var prev int
	_, _ = fmt.Sscan(string(file[at+len("startxref\n"):]), &prev)
	d.object(num, body)
	d.table(fmt.Sprintf("/Prev %d", prev))
	return d.Bytes()
}

// opened is a file that must be readable.
func opened(t testing.TB, b []byte) *File {
	t.Helper()
	f, err := Open(Bytes(b), "")
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return f
}

// words are the contents of a file's pages, decoded.
func words(t testing.TB, f *File) (all []string) {
	t.Helper()
	for n := range f.Pages() {
		s := f.Stream(f.Page(n + 1).Dict.Get("Contents"))
		if s == nil {
			all = append(all, "")
			continue
		}
		b, err := f.Decode(s, 1<<20)
		if err != nil {
			t.Errorf("page %d: %v", n+1, err)
		}
		all = append(all, string(b))
	}
	return all
}
