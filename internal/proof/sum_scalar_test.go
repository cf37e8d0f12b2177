package proof

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shows are objects of three pages: they share a form whose resources lead back
// to it, and the last shows nothing else. Object 8 hangs on no page.
func shows() []string {
	return []string{0: "",
		1:  "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[14 0 R]/D<</ON[14 0 R]/Name(a)>>>>>>",
		2:  "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 595 842]/Resources 7 0 R>>",
		3:  "<</Type/Page/Parent 2 0 R/Contents[9 0 R 10 0 R]/Group<</S/Transparency/I false/CS 12 0 R>>>>",
		4:  "<</Type/Page/Parent 2 0 R/Resources<</XObject<</A 11 0 R/Parent 13 0 R>>/Properties<</L 14 0 R>>>>/Contents 10 0 R>>",
		5:  "<</Type/Page/Parent 2 0 R/Contents 9 0 R/Resources<<>>>>",
		7:  "<</XObject<</X0 11 0 R/X1 13 0 R>>/ExtGState<</G<</ca .25/SA true/D[[3 1]0]>>>>>>",
		8:  "<</Nobody 1>>",
		9:  body("", "q"),
		10: body("/Filter/ASCIIHexDecode/DecodeParms[null]", "51>"),
		11: body("/Type/XObject/Subtype/Form/BBox[0 0 10 20.5]/Resources 7 0 R", "/X1 Do"),
		12: "[/Indexed/DeviceRGB 1 <00ff00ffffff>]",
		13: body("/Subtype/Image/Width 1/Height 1/Decode[1 0]/SMask 15 0 R/Intent(a\\)b)", "x"),
		14: "<</Type/OCG/Name<feff0041>/Usage 16 0 R>>",
		15: body("/Subtype/Image/Matte[0 0 0.1]", "m"),
		16: "<</Print<</PrintState/ON>>>>",
	}
}

// below are the objects that each page leads to, the page and the catalog's
// layers with it.
func below(objects []string, roots ...int) []int {
	refs := regexp.MustCompile(`(\d+) 0 R`)
	seen := []int{}
	for todo := roots; len(todo) > 0; {
		at := todo[0]
		if todo = todo[1:]; !slices.Contains(seen, at) {
			seen = append(seen, at)
			for _, m := range refs.FindAllStringSubmatch(objects[at], -1) {
				var to int
				fmt.Sscan(m[1], &to)
				todo = append(todo, to)
			}
		}
	}
	return seen
}

// token finds what can be another in an object: names and keys, numbers,
// references, strings, words and data.
var token = regexp.MustCompile(`/\w+|\d+ 0 R|[\d.]+|\((?:\\.|[^)])*\)|<[0-9a-f]+>|true|false|null|(?s:\nstream\n.)`)

// altered is a token that is another value.
func altered(s string) string {
	switch c := s[0]; {
	case c == '/':
		return s + "Z"
	case c == '(':
		return "(z" + s[1:]
	case c == '<':
		return "<00" + s[1:]
	case c == '\n':
		return s[:len(s)-1] + "Z"
	case strings.HasSuffix(s, "R"):
		return "8 0 R"
	case c == 't' || c == 'f':
		return map[byte]string{'t': "false", 'f': "true"}[c]
	case c == 'n':
		return "0"
	}
	return s + "7"
}

// Whatever is another in an object that a page leads to, the sum of that page is
// another, or there is none; those of other pages stay.
func TestSumKnowsEveryScalar(t *testing.T) {
	objects := shows()
	f := open(t, table(objects, ""))
	var want [3][16]byte
	var leads [3][]int
	for i, roots := range [][]int{{9, 10, 12, 7}, {10, 11, 13, 14}, {9}} {
		leads[i] = below(objects, roots...)
		var err error
		if want[i], err = f.Sum(i + 1); err != nil {
			t.Fatal(err)
		}
	}
	tried := 0
	for num := 7; num < len(objects); num++ {
		for _, at := range token.FindAllStringIndex(objects[num], -1) {
			was := objects[num][at[0]:at[1]]
			if strings.HasSuffix(objects[num][:at[0]], "/Length ") || was == "/Length" {
				continue
			}
			changed := slices.Clone(objects)
			changed[num] = objects[num][:at[0]] + altered(was) + objects[num][at[1]:]
			g := open(t, table(changed, ""))
			for i := range want {
				got, err := g.Sum(i + 1)
				if (got == want[i]) == slices.Contains(leads[i], num) {
					t.Errorf("object %d: %s becomes %s: page %d has the sum %x (%v), had %x", num, was, altered(was), i+1, got, err, want[i])
				}
			}
			tried++
		}
	}
	if tried < 60 {
		t.Errorf("%d changes", tried)
	}
}

// What makes no difference to what a page shows makes none to its sum, and the
// rest does: old and new of an object, and the pages whose sums change.
func TestSumKnowsWhatIsShown(t *testing.T) {
	f := open(t, table(shows(), ""))
	for _, tt := range []struct {
		num      int
		old, new string
		pages    string
	}{
		{3, "[9 0 R 10 0 R]", "[10 0 R 9 0 R]", "1"},
		{3, "[9 0 R 10 0 R]", " 17 0 R", ""},
		{3, "12 0 R", "[/Indexed/DeviceRGB 1 <00ff00ffffff>]", ""},
		{3, "12 0 R", "[/Indexed/DeviceRGB 1 <00ff00fffffe>]", "1"},
		{3, "/I false", "/I true", "1"},
		{3, "/I false", "/I false/K null/B 99 0 R", ""},
		{3, "/Parent 2 0 R", "/Parent 2 0 R/PZ 1/B[8 0 R]/StructParents 4", ""},
		{3, "/Parent 2 0 R", "/Parent 2 0 R/CropBox[0 0 595 842.0]/UserUnit 1/Rotate 360", ""},
		{3, "/Parent 2 0 R", "/Parent 2 0 R/UserUnit 2", "1"},
		{3, "/Parent 2 0 R", "/Parent 2 0 R/Rotate 90", "1"},
		{3, "/Parent 2 0 R", "/Parent 2 0 R/MediaBox[1 0 596 842]", "1"},
		{3, "/Parent 2 0 R", "/Parent 2 0 R/CropBox[0 0 595 841]", "1"},
		{2, "/Resources 7 0 R", "/Resources<</ExtGState<</G<</D[[3 1]0]/SA true/ca 0.250>>>>/XObject<</X1 13 0 R/X0 11 0 R>>>>", "1"}, // a copy: forms do not lead back to it
		{11, "[0 0 10 20.5]", "[+0 -0 10. 0020.50]", ""},
		{11, "[0 0 10 20.5]", "[0 0 10 20.500001]", "12"},
		{11, "[0 0 10 20.5]", " 18 0 R", ""},
		{12, "<00ff00ffffff>", `(\000\377\000\377\377\377)`, ""},
		{12, "/DeviceRGB", "/Device#52GB", ""},
		{13, "[1 0]", "[0 1]", "12"},
		{13, "/Decode[1 0]", "", "12"},
		{13, "/Width 1/Height 1", "/Height 1/Width 1", ""},
		{1, "/ON[14 0 R]", "/OFF[14 0 R]", "2"},
		{1, "/OCProperties", "/Others", "2"},
		{1, "/OCProperties<<", "/OCProperties 99 0 R/Others<<", "2"},
		{16, "/ON", "/OFF", "2"},
	} {
		objects := append(shows(), "[9 0 R 10 0 R]", "[0 0 19 0 R 20.5]", "10")
		if strings.Count(objects[tt.num], tt.old) != 1 {
			t.Fatalf("object %d does not hold %s once", tt.num, tt.old)
		}
		objects[tt.num] = strings.Replace(objects[tt.num], tt.old, tt.new, 1)
		g, pages := open(t, table(objects, "")), ""
		for n := 1; n <= 3; n++ {
			a, err := f.Sum(n)
			if err != nil {
				t.Fatal(err)
			}
			b, err := g.Sum(n)
			if err != nil {
				t.Fatal(err)
			}
			if a != b {
				pages += fmt.Sprint(n)
			}
		}
		if pages != tt.pages {
			t.Errorf("object %d: %s for %s changes the sums of the pages %q, want %q", tt.num, tt.new, tt.old, pages, tt.pages)
		}
	}
}
