package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// everything looks at all that a file has, as far as the reader lets it, and
// tells how much work that was.
func everything(f *File) (spent int64) {
	before := f.left
	for n := range f.Pages() {
		p := f.Page(n + 1)
		if s := f.Stream(p.Dict.Get("Contents")); s != nil {
			_, _ = f.Decode(s, 1<<20)
		}
	}
	f.Outline()
	f.named(Name("a"))
	f.Signed()
	f.table.each(func(num int, _ entry) bool {
		f.Get(Ref{num, 0})
		return f.err == nil
	})
	return before - f.left
}

func TestHostile(t *testing.T) {
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	withContents := func(b build, body string) build {
		b[4] = body
		return b
	}
	kids := func(kids string) build {
		b := pages(1, "", "")
		b[1] = "<< /Type /Pages /Kids [" + kids + "] /Count 2000000000 >>"
		return b
	}
	exponential := build{"<< /Type /Catalog /Pages 2 0 R >>"}
	empty := build{"<< /Type /Catalog /Pages 2 0 R >>"}
	for i := range 30 {
		exponential = append(exponential, fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R %[1]d 0 R] >>", i+3))
		empty = append(empty, fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R %[1]d 0 R] >>", i+3))
	}
	exponential = append(exponential, "<< /Type /Page >>")
	empty = append(empty, "<< /Type /Pages /Kids [] >>")
	items := pages(1, "/Outlines 6 0 R", "")
	items = append(items, "<< /First 7 0 R >>", "<< /Title (a) /First 6 0 R /Next 8 0 R >>", "<< /Title (b) /First 7 0 R /Next 7 0 R >>")
	names := pages(1, "/Names << /Dests 6 0 R >>", "")
	names = append(names, "<< /Kids ["+many(1000, "6 0 R 7 0 R ")+"] >>", "<< /Kids ["+many(1000, "6 0 R 7 0 R ")+"] /Names [(a) 1 (a) 2] >>")
	sameNames := pages(1, "/Names << /Dests 6 0 R >>", "")
	sameNames = append(sameNames, "<< /Kids ["+many(50_000, "7 0 R ")+"] >>", "<< /Names ["+many(100_000, "(a) 1 ")+"] >>")
	fields := pages(1, "/AcroForm << /Fields [6 0 R 6 0 R] >>", "")
	fields = append(fields, "<< /FT /Sig /Kids [6 0 R 6 0 R] >>")
	bomb := string(deflated(make([]byte, 64<<20)))
	packs := pages(1, "", "")
	for i := range 40 {
		packs = append(packs, stream(fmt.Sprintf("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Extends %d 0 R", i+6), bomb))
	}
	lengths := pages(1, "", "")
	for i := range 2000 {
		lengths = append(lengths, fmt.Sprintf("<< /Length %d 0 R >>\nstream\n%d\nendstream", i+7, i))
	}

	for _, tt := range []struct {
		name  string
		file  []byte
		pages int // -1 where it may not open
	}{
		{"nested arrays", append(pages(1, "/Unused "+many(100_000, "["), ""), "").file(), 1},
		{"nested arrays in a page", pages(1, "", "/Unused "+many(100_000, "[")+many(100_000, "]")).file(), 1},
		{"nested dictionaries", pages(1, "", "/Unused "+many(100_000, "<</A ")+many(100_000, ">>")).file(), 1},
		{"a kid 100,000 times", kids(many(100_000, "4 0 R ")).file(), -1},
		{"a kid 20,000 times", kids(many(20_000, "4 0 R ")).file(), 20_000},
		{"100,000 kids that aren't there", kids(many(100_000, "999 0 R ")).file(), -1},
		{"itself as a kid", kids("2 0 R 4 0 R 2 0 R").file(), 1},
		{"an exponential tree", exponential.file(), -1},
		{"an exponential tree without pages", empty.file(), -1},
		{"a length that is its own stream", withContents(pages(1, "", ""), "<< /Length 5 0 R >>\nstream\nx\nendstream").file(), 1},
		{"lengths of lengths", lengths.file(), 1},
		{"outline in circles", items.file(), 1},
		{"names in circles", names.file(), 1},
		{"the same names in many places", sameNames.file(), 1},
		{"fields in circles", fields.file(), 1},
		{"bombs as object streams", packs.file(), 1},
		{"bombs as object streams, repaired", bytes.ReplaceAll(packs.file(), []byte("startxref"), []byte("startxerf")), 1},
		{"objects that aren't closed", []byte("%PDF-1.4\n" + many(100_000, "1 0 obj <</A (")), -1},
		{"objects of many numbers", []byte("%PDF-1.4\n" + func() string {
			var b strings.Builder
			for i := range 50_000 {
				fmt.Fprintf(&b, "%d 0 obj (", i*167)
			}
			return b.String()
		}()), -1},
		{"streams that aren't closed", []byte("%PDF-1.4\n" + func() string {
			var b strings.Builder
			for i := range 50_000 {
				fmt.Fprintf(&b, "%d 0 obj<</Filter/AHx/Type/ObjStm/N 9/First 9>>stream\n", i+1)
			}
			return b.String()
		}()), -1},
		{"tables in a circle", append(pages(1, "", "").file(), "xref\n0 0\ntrailer <</Root 1 0 R /Prev 1>> startxref 1"...), 1},
		{"a long table", []byte("%PDF-1.4\nxref\n0 99999999999999\ntrailer<<>>startxref\n9\n%%EOF"), -1},
		{"many values", pages(1, "", "/Unused ["+many(1_000_000, "0 ")+"]").file(), 1},
		{"much text", pages(1, "", "/Unused ("+many(20<<20, "x")+")").file(), 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Open(Bytes(tt.file), "")
			if err != nil {
				if !errors.Is(err, ErrLimit) && !errors.Is(err, ErrDamaged) || tt.pages >= 0 {
					t.Errorf("Open: %v", err)
				}
				return
			}
			if f.Pages() != tt.pages && tt.pages >= 0 {
				t.Errorf("%d pages, want %d", f.Pages(), tt.pages)
			}
			everything(f)
			if most := 256<<20 + 5*int64(len(tt.file)); f.left < -most {
				t.Errorf("%d bytes of work", f.left)
			}
		})
	}
}

// Where an object stream says that its objects begin is not believed.
func TestHostileFirst(t *testing.T) {
	for _, first := range []string{"9223372036854775807", "-9223372036854775808", "-1", "33554433"} {
		b := append(pages(1, "/Extra 7 0 R", ""), stream("/Type /ObjStm /N 1 /First "+first, "7 2147483649 (x)"))
		d := b.draft()
		rows := row(0, 0, 65535)
		for n := range b {
			rows += row(1, d.at[n+1], 0)
		}
		rows += row(2, len(b), 0)
		start := d.Len()
		d.object(8, stream("/Type /XRef /W [1 4 2] /Size 8 /Root 1 0 R", rows))
		fmt.Fprintf(d, "startxref\n%d\n%%%%EOF\n", start)
		f := opened(t, d.Bytes())
		if o := f.Get(f.Catalog().Get("Extra")); f.Pages() != 1 || o != nil {
			t.Errorf("first %s: %d pages and %v", first, f.Pages(), o)
		}
	}
}

// A value that can't be read doesn't take the others with it.
func TestValues(t *testing.T) {
	deep := strings.Repeat("[", 1000) + strings.Repeat("]", 1000)
	for body, want := range map[string]string{
		"<< /A 1 /B " + deep + " /C 2 >>":   "{A 1 B " + strings.Repeat("[", 99) + "_" + strings.Repeat("]", 99) + " C 2}",
		"<< /A 1 /B /C >>":                  "{A 1 B /C}",
		"<< /A /B 2 /C 3 >>":                "{A /B C 3}",
		"<< /A 1 /B >>":                     "{A 1}",
		"<< /A 1 /B 2":                      "{A 1 B 2}",
		"<< /A [1 2 >>":                     "{A [1 2]}",
		"<< /A ] /B 2 >>":                   "{B 2}",
		"<< /A#20B (x\\051\\n) /C <414> >>": "{A B \"x)\\n\" C \"A@\"}",
		"[1 0 R 2 0 3 0 R -.5 +7 --3 1.2.3 4-5 . 9223372036854775807 1" + strings.Repeat("0", 400) + "]": "[1R 2 0 3R -0.5 7 -3 1.2 4 0 9223372036854775807 1e+30]",
		"[true false null nan (a(b)c) (a\\\r\nb\rc)]":                                                    "[true false _ _ \"a(b)c\" \"ab\\nc\"]",
		"% comment\n[/ /A/B]": "[/ /A /B]",
		"null":                "_",
		"":                    "_",
	} {
		f := opened(t, append(pages(1, "", ""), body).file())
		if got := shown(f.Get(Ref{6, 0})); got != want {
			t.Errorf("%.50s: %.200s, want %s", body, got, want)
		}
	}
}

// shown writes an object in a short way.
func shown(o Object) string {
	var parts []string
	switch o := o.(type) {
	case nil:
		return "_"
	case Ref:
		return fmt.Sprintf("%dR", o.Num)
	case Name:
		return "/" + string(o)
	case String:
		return fmt.Sprintf("%q", string(o))
	case Array:
		for _, v := range o {
			parts = append(parts, shown(v))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case Dict:
		for _, e := range o {
			parts = append(parts, string(e.Key)+" "+shown(e.Value))
		}
		return "{" + strings.Join(parts, " ") + "}"
	}
	return fmt.Sprint(o)
}
