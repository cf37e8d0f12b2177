package specimen

import (
	"fmt"
	"strings"
)

// lies are files whose page tree is not what it says.
func lies() []File {
	tree := func(pages int, name, kids string, more ...string) File {
		return File{Name: "tree/" + name, Pages: pages, Data: Paper{
			Objects: map[int]string{2: "<</Type/Pages" + kids + ">>"}, More: more,
		}.Bytes}
	}
	return []File{
		tree(1, "count of 2e9", "/Kids[3 0 R]/Count 2000000000"),
		tree(1, "count beyond 64 bits", "/Kids[3 0 R]/Count 99999999999999999999999"),
		tree(1, "count negative", "/Kids[3 0 R]/Count -7"),
		tree(1, "count zero", "/Kids[3 0 R]/Count 0"),
		tree(1, "count is the tree", "/Kids[3 0 R]/Count 2 0 R"),
		tree(1, "count missing", "/Kids[3 0 R]"),
		tree(1, "count in a string", "/Kids[3 0 R]/Count(1)"),
		tree(Either, "no kids", "/Kids[]/Count 1"),
		tree(Either, "kids missing", "/Count 1"),
		tree(Either, "kids are a name", "/Kids/Page/Count 1"),
		tree(1, "kids without brackets", "/Kids 3 0 R/Count 1"),
		tree(Either, "kids of every kind", "/Kids[1 (x) /Name null true 99 0 R 4 0 R 5 0 R 3 0 R]/Count 9"),
		tree(1, "kid is the tree", "/Kids[2 0 R 3 0 R]/Count 1"),
		tree(1, "kids in a ring", "/Kids[10 0 R 3 0 R]", "<</Type/Pages/Parent 2 0 R/Kids[11 0 R]>>", "<</Type/Pages/Parent 10 0 R/Kids[10 0 R 2 0 R]>>"),
		tree(2, "one page twice", "/Kids[3 0 R 3 0 R]/Count 2"),
		tree(0, "one page 100,000 times", "/Kids["+strings.Repeat("3 0 R ", 100_000)+"]/Count 100000"),
		tree(0, "one page a million times", "/Kids["+strings.Repeat("3 0 R ", 1_000_000)+"]/Count 1"),
		{Name: "tree/2^30 pages of 30 objects", Data: func() []byte {
			p := Paper{Objects: map[int]string{2: "<</Type/Pages/Kids[10 0 R 10 0 R]/Count 1073741824>>"}}
			for n := 10; n < 39; n++ {
				p.More = append(p.More, fmt.Sprintf("<</Type/Pages/Parent 2 0 R/Kids[%d 0 R %[1]d 0 R]/Count 9>>", n+1))
			}
			p.More = append(p.More, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
			return p.Bytes()
		}},
		{Name: "tree/2^30 of nothing", Pages: Either, Data: func() []byte {
			p := Paper{Objects: map[int]string{2: "<</Type/Pages/Kids[10 0 R 10 0 R 3 0 R]>>"}}
			for n := 10; n < 40; n++ {
				p.More = append(p.More, fmt.Sprintf("<</Type/Pages/Parent 2 0 R/Kids[%d 0 R %[1]d 0 R]>>", n+1))
			}
			return p.Bytes()
		}},
		{Name: "tree/100,000 levels", Pages: Either, Data: func() []byte {
			p := Paper{Objects: map[int]string{2: "<</Type/Pages/Kids[10 0 R]/Count 1>>"}}
			for n := 10; n < 100_010; n++ {
				p.More = append(p.More, fmt.Sprintf("<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]>>", n-1, n+1))
			}
			p.More = append(p.More, p.objects()[3])
			return p.Bytes()
		}},
		{Name: "tree/20,000 pages", Pages: 20_000, Data: func() []byte { return Leaves(20_000) }},
		{Name: "tree/20,001 pages", Data: func() []byte { return Leaves(20_001) }},
		tree(Either, "parents in a ring", "/Kids[10 0 R]/Parent 11 0 R", "<</Type/Page/Parent 11 0 R/Contents 4 0 R>>", "<</Type/Pages/Parent 2 0 R>>"),
		tree(Either, "page without anything", "/Kids[10 0 R]", "<<>>"),
		tree(Either, "page is a stream", "/Kids[10 0 R]", Stream("/Type/Page/MediaBox[0 0 9 9]", "")),
		tree(Either, "page is itself", "/Kids[10 0 R]", "10 0 R"),
		{Name: "tree/pages missing", Pages: Either, Data: Paper{Objects: map[int]string{2: ""}}.Bytes},
		{Name: "tree/catalog is the page", Pages: Either, Data: Paper{Objects: map[int]string{1: "<</Type/Page/Pages 1 0 R/Kids[1 0 R]/MediaBox[0 0 9 9]>>"}}.Bytes},
		{Name: "tree/box of nothing", Pages: Either, Data: Paper{Page: "/MediaBox[0 0 0 0]"}.Bytes},
		{Name: "tree/box of words", Pages: Either, Data: Paper{Page: "/MediaBox[/a(b)null<<>>]"}.Bytes},
		{Name: "tree/box is endless", Pages: Either, Data: Paper{Page: "/MediaBox[-1e308 -99999999999999999999999999 1e308 9e999]/UserUnit 1e300"}.Bytes},
		{Name: "tree/box of itself", Pages: Either, Data: Paper{Page: "/MediaBox 10 0 R", More: []string{"[10 0 R 10 0 R 10 0 R 10 0 R]"}}.Bytes},
		{Name: "tree/box not a number", Pages: Either, Data: Paper{Page: "/MediaBox[0 0 nan inf]/CropBox[NaN -Inf +- .]"}.Bytes},
		{Name: "tree/turned by a lot", Pages: 1, Data: Paper{Page: "/Rotate 9223372036854775807/UserUnit -3"}.Bytes},
		{Name: "tree/turned by 45", Pages: 1, Data: Paper{Page: "/Rotate -45/UserUnit 0"}.Bytes},
	}
}

// lengths are files with a stream of the wrong length, an object that does
// not end, or a number that is out of bounds.
func lengths() []File {
	length := func(pages int, name, length string, more ...string) File {
		return File{Name: "length/" + name, Pages: pages, Data: Paper{
			Objects: map[int]string{4: Stream("/Length "+length, marks)}, More: more,
		}.Bytes}
	}
	object := func(pages int, name, body string) File {
		return File{Name: "syntax/" + name, Pages: pages, Data: Paper{Objects: map[int]string{9: body}}.Bytes}
	}
	return []File{
		length(1, "too long", "500"),
		length(1, "too short", "5"),
		length(1, "beyond the file", "1000000"),
		length(1, "huge", "9223372036854775807"),
		length(1, "beyond 64 bits", "99999999999999999999999999"),
		length(1, "negative", "-5"),
		length(1, "a name", "/Length"),
		length(1, "missing", "null"),
		length(1, "reference to the stream", "4 0 R"),
		length(1, "reference to nothing", "77 0 R"),
		length(1, "reference to itself", "10 0 R", "10 0 R"),
		length(1, "references in a ring", "10 0 R", "11 0 R", "10 0 R"),
		length(1, "reference to a stream of the same", "10 0 R", Stream("/Length 4 0 R", "x")),
		length(1, "a real number", "80.5"),
		{Name: "length/no endstream", Pages: Either, Data: Paper{Objects: map[int]string{4: "<</Length 9999>>stream\n" + marks}}.Bytes},
		{Name: "length/no data", Pages: Either, Data: Paper{Objects: map[int]string{4: "<</Length 10>>stream"}}.Bytes},
		{Name: "length/100,000 streams without end", Pages: 1, Data: Paper{More: strings.Split(strings.Repeat("<</Length 9>>stream\n;", 100_000), ";")}.Bytes},
		object(1, "string never closed", "(((("+strings.Repeat("x", 1000)),
		object(1, "hex string never closed", "<0011"),
		object(1, "comment never closed", "% obj << stream"),
		object(1, "array never closed", "[[[[[1 2 3"),
		object(1, "dictionary never closed", "<</A<</B<</C"),
		object(1, "dictionary of one", "<</A>>"),
		object(1, "dictionary without keys", "<<1 2 (x) 3>>"),
		object(1, "closed too often", ">>]]>>)>>endobj endobj"),
		object(1, "objects in a string", "(1 0 obj<</Type/Catalog/Pages 66 0 R>>endobj)"),
		object(1, "names with NUL", "<</A#00B(x)/#00 1/C\x00D 2/#/#1/#zz 3>>"),
		object(1, "escapes at the end", "(\\"),
		object(1, "numbers of no kind", "[+-1 --5 1.2.3 . + - 1e5 0x10 1_000 -0 +.e]"),
		object(1, "bytes of no kind", "\x00\x01\xff{}}{)`"),
		{Name: "syntax/names with NUL in the page", Pages: 1, Data: Paper{Resources: "/XObject<</A#00B 4 0 R/#2F#28 5 0 R>>/Ext\x00GState<</a 1>>"}.Bytes},
		{Name: "syntax/object number 2^31", Pages: 1, Data: Paper{Objects: map[int]string{9: "endobj 2147483648 0 obj<</Type/Catalog>>"}}.Bytes},
		{Name: "syntax/object number beyond 64 bits", Pages: 1, Data: Paper{Objects: map[int]string{9: "endobj 99999999999999999999999999 99999999999999999999 obj<<>>"}, Catalog: "/X 99999999999999999999999999 0 R"}.Bytes},
		{Name: "syntax/object number 2^31, damaged", Pages: 1, Data: func() []byte {
			b := Paper{Objects: map[int]string{9: "endobj 2147483647 0 obj<</Type/Catalog>>"}}.Bytes()
			return b[:len(b)-60]
		}},
		{Name: "syntax/references out of bounds", Pages: 1, Data: Paper{Resources: "/XObject<</A -1 0 R/B 2147483648 0 R/C 4294967300 0 R/D 4 65536 R/E 4 -1 R>>"}.Bytes},
		{Name: "syntax/references are numbers", Pages: 1, Data: Paper{Catalog: "/D 1 2 3 4 R R R/E[1 0 R 0 R R 1 R]"}.Bytes},
	}
}
