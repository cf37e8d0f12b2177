package proof

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// A damaged file is refused, and the message says what is wrong and where.
func TestDamage(t *testing.T) {
	whole := table(packet(), "")
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"empty":            {nil, "byte 0: no PDF begins there"},
		"no PDF":           {[]byte("<html></html>"), "byte 0: no PDF begins there"},
		"cut off":          {whole[:len(whole)/2], "no startxref with %%EOF in the last"},
		"circle of tables": {table(packet(), "/Prev 0"), "cross-references at byte 0: "},
		"table elsewhere":  {bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n1"), 1), "is outside the file"},
		"object elsewhere": {bytes.Replace(whole, []byte("3 0 obj"), []byte("7 0 obj"), 1), "page tree: object 3: byte"},
		"no catalog":       {table([]string{"", ""}, ""), "the file has no catalog"},
		"no page tree":     {with(1, "/Pages 2 0 R", ""), "page tree: the catalog names none"},
		"wrong count":      {with(2, "/Count 2", "/Count 3"), "page tree: object 2: /Count is 3, and 2 pages are below it"},
		"page twice":       {with(2, "3 0 R 4 0 R", "3 0 R 3 0 R"), "page tree: object 3 is page 1 and page 2"},
		"other parent":     {with(4, "/Parent 2 0 R", "/Parent 7 0 R"), "page tree: object 4 stands below object 2, and names another"},
		"tree in a circle": {with(2, "4 0 R]", "2 0 R]"), "page tree: object 2 stands below object 2, and names another"},
		"key twice":        {with(4, "/Rotate 90", "/Rotate 90/Rotate 0"), "page tree: object 4: key /Rotate stands twice in a dictionary"},
		"bad rotation":     {with(4, "/Rotate 90", "/Rotate 45"), "page 2: /Rotate is 45, not a multiple of 90"},
		"no size":          {with(2, "/MediaBox[0 0 595 842]", ""), "page 1: /MediaBox is no rectangle"},
		"labels":           {with(1, "1<</S/D", "0<</S/D"), "page labels: key 0 is not in order"},
		"length":           {with(16, "\nendstream", "\n\x00endstream"), "page 2: contents: object 16: its stream does not end"},
		"filter":           {with(16, "<</Length", "<</Filter/JBIG2Decode/Length"), `page 2: contents: object 16: filter "JBIG2Decode" is not read`},
		"compression":      {with(16, "<</Length", "<</Filter/FlateDecode/Length"), "page 2: contents: object 16: compressed data: "},
		"operators":        {with(16, "cm", " >"), `page 2: contents: byte 15: unexpected ">"`},
		"bookmarks":        {with(12, "/Title(Page)", "/Next 11 0 R"), "bookmarks: they lead in a circle"},
		"encryption":       {table(packet(), "/Encrypt<</Filter/Standard/V 4/R 4>>"), "encrypted by Standard, version 4, revision 4; read is"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := readAll(c.file, ""); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// Whatever one byte becomes, what is read is the same, or something is said, or
// it is another packet; nothing hangs or breaks.
func TestEveryByte(t *testing.T) {
	whole := table(packet(), "")
	for i := range whole {
		for _, c := range []byte{0, '9', whole[i] ^ 1} {
			file := bytes.Clone(whole)
			file[i] = c
			_ = readAll(file, "")
		}
	}
	for i := range whole {
		if err := readAll(whole[:i], ""); i < len(whole)-1 && err == nil {
			t.Errorf("nothing is said of a file that is cut at byte %d of %d", i, len(whole))
		}
	}
}

// readAll reads all that there is.
func readAll(file []byte, password string) error {
	f, err := Open(bytes.NewReader(file), int64(len(file)), password)
	if err != nil {
		return err
	}
	for n := range f.Count() {
		if _, err := f.Sheet(n + 1); err != nil {
			return err
		}
		if _, err := f.Lines(n + 1); err != nil {
			return err
		}
		if _, err := f.Sum(n + 1); err != nil {
			return err
		}
	}
	if _, err := f.Marks(); err != nil {
		return err
	}
	if _, err := f.Active(); err != nil {
		return err
	}
	if _, _, err := f.Property("urn:m", "a"); err != nil {
		return err
	}
	_, _ = f.Title(), f.Lang()
	return nil
}

// What a packet must not have is found wherever it hangs.
func TestActive(t *testing.T) {
	annotation := func(new string) []byte {
		return with(14, "<</Type/Annot/Subtype/Link/Rect[190 698 210 710]/A<</S/URI/URI(https://example.org/)>>>>", new)
	}
	for file, want := range map[string]string{
		string(with(1, "/Lang(en)", "/OpenAction[3 0 R/Fit]")):                                               "/OpenAction",
		string(with(1, "/Lang(en)", "/AA<<>>")):                                                              "/AA",
		string(with(1, "/Lang(en)", "/AcroForm<</XFA()>>")):                                                  "/AcroForm /XFA",
		string(with(1, "/Lang(en)", "/Names<</JavaScript 3 0 R/Dests 4 0 R>>")):                              "/Names /JavaScript",
		string(with(1, "/Lang(en)", "/Names<</EmbeddedFiles<<>>>>")):                                         "/Names /EmbeddedFiles",
		string(with(12, "/S/GoTo", "/S/Launch")):                                                             `bookmark "Page" /A /Launch`,
		string(with(12, "/A<</S/GoTo/D[4 0 R/Fit]>>", "/A<</S/URI/URI(https://example.org)>>")):              `bookmark "Page" /A /URI`,
		string(annotation("<</Subtype/Link/Rect[0 0 900 900]/Dest[4 0 R/Fit]/AP<</N 9 0 R>>>>")):             "/AP",
		string(with(3, "/Parent", "/AA<<>>/Parent")):                                                         "/AA",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/A<</S/JavaScript/JS(app.alert\\(1\\))>>>>")):        "/A /JavaScript",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(file:///etc/passwd)>>>>")):            "/A /URI file:///etc/passwd",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/A<</S/GoTo/D[4 0 R/Fit]/Next<</S/Launch>>>>>>")):    "/A /Next",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/Dest[4 0 R/Fit]/PA<</S/URI/URI(http://a/)>>>>")):    "/PA",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/Dest[4 0 R/Fit]/A<</S/URI/URI(https://a/)>>>>")):    "/A beside /Dest",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/A<</S/GoToR/D[0/Fit]/F(other.pdf)>>>>")):            "/A /GoToR",
		string(annotation("<</Subtype/FreeText/Rect[0 0 1 1]/Contents(x)>>")):                                "/Annots /FreeText",
		string(annotation("<</Subtype/Widget/Rect[0 0 1 1]/AA<</E<</S/JavaScript>>>>>>")):                    "/Annots /Widget",
		string(annotation("<</Subtype/RichMedia/Rect[0 0 1 1]>>")):                                           "/Annots /RichMedia",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/AA<</E<</S/JavaScript>>>>/Dest[4 0 R/Fit]>>")):      "/AA",
		string(annotation("<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://a.example/ javascript)>>>>")): "/A /URI https://a.example/ javascript",
	} {
		f := open(t, []byte(file))
		all, err := f.Active()
		if err != nil {
			t.Errorf("%s: %v", want, err)
		}
		s, err := f.Sheet(1)
		if err != nil {
			t.Errorf("%s: %v", want, err)
			continue
		}
		if got := fmt.Sprint(append(all, s.Active...)); !strings.Contains(got, want) {
			t.Errorf("%s is not among %s", want, got)
		}
	}
}
