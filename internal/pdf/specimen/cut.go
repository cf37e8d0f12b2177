package specimen

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// edited is a sound file of three pages, changed.
func edited(change func([]byte) []byte) func() []byte {
	return func() []byte { return change(Leaves(3)) }
}

// swapped is a sound file of three pages with another text in place of the
// last one that matches the pattern.
func swapped(pattern, with string) func() []byte {
	return edited(func(b []byte) []byte {
		all := regexp.MustCompile(pattern).FindAllIndex(b, -1)
		at := all[len(all)-1]
		return slices3(b[:at[0]], []byte(with), b[at[1]:])
	})
}

func slices3(a, b, c []byte) []byte { return bytes.Join([][]byte{a, b, c}, nil) }

// cut are files of three pages of which a part is lost.
func cut() []File {
	whole := len(Leaves(3))
	part := func(from, to int) func() []byte {
		return edited(func(b []byte) []byte { return b[from:to] })
	}
	return []File{
		{Name: "cut/first 20 bytes", Data: part(0, 20)},
		{Name: "cut/first half", Pages: Either, Data: part(0, whole/2)},
		{Name: "cut/second half", Pages: Either, Data: part(whole/2, whole)},
		{Name: "cut/last 40 bytes lost", Pages: 3, Data: part(0, whole-40)},
		{Name: "cut/table lost", Pages: 3, Data: edited(func(b []byte) []byte { return b[:bytes.Index(b, []byte("xref"))] })},
		{Name: "cut/last byte lost", Pages: 3, Data: part(0, whole-1)},
		{Name: "cut/header lost", Pages: Either, Data: edited(func(b []byte) []byte { return b[15:] })},
		{Name: "cut/within the last object", Pages: Either, Data: edited(func(b []byte) []byte { return b[:bytes.LastIndex(b, []byte("page 3"))] })},
		{Name: "cut/a hole of zeros", Pages: Either, Data: edited(func(b []byte) []byte {
			copy(b[whole/3:], make([]byte, whole/5))
			return b
		})},
		{Name: "cut/noise before", Pages: 3, Data: edited(func(b []byte) []byte { return append(bytes.Repeat([]byte("noise\n"), 150), b...) })},
		{Name: "cut/noise after", Pages: 3, Data: edited(func(b []byte) []byte { return append(b, bytes.Repeat([]byte("noise\n"), 5000)...) })},
		{Name: "cut/carriage returns alone", Pages: 3, Data: edited(func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r")) })},
		{Name: "cut/the file twice", Pages: 3, Data: edited(func(b []byte) []byte { return append(b, b...) })},
	}
}

// tables are files whose cross-reference table is wrong; the objects are
// there and the pages must be found.
func tables() []File {
	offset := regexp.MustCompile(`(?m)^(\d{10}) 00000 n`)
	moved := func(move func(n, at int) string) func() []byte {
		return edited(func(b []byte) []byte {
			n := 0
			return offset.ReplaceAllFunc(b, func(m []byte) []byte {
				n++
				at, _ := strconv.Atoi(string(m[:10]))
				return []byte(move(n, at) + " 00000 n")
			})
		})
	}
	number := func(n int) string { return fmt.Sprintf("%010d", n) }
	trailer := func(add string) func() []byte { return swapped(`>>\nstartxref`, add+">>\nstartxref") }
	at := func(b []byte) string { return strconv.Itoa(bytes.LastIndex(b, []byte("\nxref")) + 1) }
	ring := edited(func(b []byte) []byte { // two tables, each the other's /Prev
		first := bytes.LastIndex(b, []byte("\nxref")) + 1
		end := slices3(b, []byte("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 10/Root 1 0 R/Prev "+strconv.Itoa(first)+">>\n"),
			fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", len(b)))
		// The number keeps its width, so that nothing moves.
		return bytes.Replace(end, []byte("/Root 1 0 R>>"), fmt.Appendf(nil, "/Prev %-5d>>", len(b)), 1)
	})
	return []File{
		{Name: "table/offsets shifted", Pages: 3, Data: moved(func(_, at int) string { return number(at + 7) })},
		{Name: "table/offsets before", Pages: 3, Data: moved(func(_, at int) string { return number(at - 3) })},
		{Name: "table/offsets swapped", Pages: 3, Data: moved(func(n, at int) string {
			if n == 1 {
				return number(at + 40)
			}
			return number(15)
		})},
		{Name: "table/offsets beyond the file", Pages: 3, Data: moved(func(_, at int) string { return "9999999999" })},
		{Name: "table/offsets negative", Pages: 3, Data: moved(func(_, at int) string { return fmt.Sprintf("-%09d", at) })},
		{Name: "table/offsets zero", Pages: 3, Data: moved(func(_, at int) string { return number(0) })},
		{Name: "table/offsets are words", Pages: 3, Data: moved(func(_, at int) string { return "somewhere." })},
		{Name: "table/page is free", Pages: Either, Data: swapped(`00000 n \n`, "00001 f \n")},
		{Name: "table/generations wrong", Pages: Either, Data: edited(func(b []byte) []byte {
			return bytes.ReplaceAll(b, []byte(" 00000 n"), []byte(" 65535 n"))
		})},
		{Name: "table/entry points into a string", Pages: 1, Data: func() []byte {
			b := Paper{More: []string{"(9 0 obj <</Type/Catalog/OpenAction<</S/JavaScript/JS(" + Canary + ")>>>> endobj)"}}.Bytes()
			lie := fmt.Sprintf("%010d 00000 n \n", bytes.Index(b, []byte("(9 0 obj"))+1)
			at := bytes.LastIndex(b, []byte("0000000000 00000 f \n")) // object 9
			return slices3(b[:at], []byte(lie), b[at+20:])
		}},
		{Name: "table/startxref missing", Pages: 3, Data: swapped(`startxref\n\d+\n`, "")},
		{Name: "table/startxref zero", Pages: 3, Data: swapped(`startxref\n\d+\n`, "startxref\n0\n")},
		{Name: "table/startxref negative", Pages: 3, Data: swapped(`startxref\n\d+\n`, "startxref\n-12\n")},
		{Name: "table/startxref beyond", Pages: 3, Data: swapped(`startxref\n\d+\n`, "startxref\n99999999999999999999999\n")},
		{Name: "table/startxref in an object", Pages: 3, Data: swapped(`startxref\n\d+\n`, "startxref\n40\n")},
		{Name: "table/keyword misspelt", Pages: 3, Data: swapped(`\nxref\n`, "\nxerf\n")},
		{Name: "table/count of 2e9", Pages: 3, Data: swapped(`\nxref\n0 \d+`, "\nxref\n0 2000000000")},
		{Name: "table/begins at 2^31", Pages: 3, Data: swapped(`\nxref\n0 `, "\nxref\n2147483648 ")},
		{Name: "table/begins below zero", Pages: 3, Data: swapped(`\nxref\n0 `, "\nxref\n-3 ")},
		{Name: "table/begins at one", Pages: 3, Data: swapped(`\nxref\n0 `, "\nxref\n1 ")},
		{Name: "table/no trailer", Pages: 3, Data: swapped(`trailer\n<<[^>]*>>`, "")},
		{Name: "table/trailer without root", Pages: 3, Data: swapped(`/Root 1 0 R`, "")},
		{Name: "table/root is a page", Pages: 3, Data: swapped(`/Root 1 0 R`, "/Root 4 0 R")},
		{Name: "table/root is missing", Pages: 3, Data: swapped(`/Root 1 0 R`, "/Root 99 0 R")},
		{Name: "table/root is the root of itself", Pages: Either, Data: data("%PDF-1.7\n1 0 obj 1 0 R endobj\ntrailer <</Root 1 0 R>>")},
		{Name: "table/prev to itself", Pages: 3, Data: edited(func(b []byte) []byte {
			return bytes.Replace(b, []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Prev "+at(b)), 1)
		})},
		{Name: "table/prev in a ring", Pages: 3, Data: ring},
		{Name: "table/prev negative", Pages: 3, Data: trailer("/Prev -1")},
		{Name: "table/prev beyond", Pages: 3, Data: trailer("/Prev 987654321")},
		{Name: "table/hybrid points at nothing", Pages: 3, Data: trailer("/XRefStm 15")},
		{Name: "table/hybrid points at itself", Pages: 3, Data: edited(func(b []byte) []byte {
			return bytes.Replace(b, []byte("/Root 1 0 R"), []byte("/Root 1 0 R/XRefStm "+at(b)), 1)
		})},
		{Name: "table/hybrid beyond", Pages: 3, Data: trailer("/XRefStm 99999999999")},
		{Name: "table/size zero", Pages: 3, Data: swapped(`/Size \d+`, "/Size 0")},
		{Name: "table/size huge", Pages: 3, Data: swapped(`/Size \d+`, "/Size 99999999999999")},
		{Name: "table/size negative", Pages: 3, Data: swapped(`/Size \d+`, "/Size -5")},
		{Name: "table/100,000 sections", Pages: 3, Data: swapped(`\nxref\n`, "\nxref\n"+strings.Repeat("0 0\n", 100_000))},
		{Name: "table/10,000 tables", Pages: 3, Data: edited(chained)},
	}
}

// chained is a file with 10,000 more tables, each the next one's /Prev.
func chained(b []byte) []byte {
	prev := bytes.LastIndex(b, []byte("\nxref")) + 1
	for range 10_000 {
		at := len(b)
		b = fmt.Appendf(b, "xref\n0 0\ntrailer <</Root 1 0 R/Size 10/Prev %d>>\n", prev)
		prev = at
	}
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", prev)
}
