package ua_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"mappe/internal/pdf"
	"mappe/internal/pdf/ua"
)

const letters = "abcdefghijklmnopqrstuvwxyz0123456789 .å□"

// sound is a document with everything that the rules speak of, and no breach.
// As a packet it claims nothing.
func sound(t *testing.T, scope ua.Scope, locked bool) []byte {
	t.Helper()
	var out pdf.Memory
	o := pdf.Options{Title: "a sound file", Lang: "da", Producer: "mappe"}
	if locked {
		o.Lock = &pdf.Lock{Owner: "owner", Rand: rand.NewChaCha8([32]byte{})}
	}
	w := pdf.NewWriter(&out, o)
	font := w.Reserve()
	var pages []*pdf.Sheet
	leaf := func(role pdf.Name, s *pdf.Sheet, n int, words string, y float64) pdf.Marked {
		return pdf.Marked{Sheet: n, ID: s.Tag(role, func() { s.Raw(shown(s.Use("Font", font), letters, words, 50, y)) })}
	}
	box := &pdf.Stream{Dict: pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Form")}, {Key: "Resources", Value: pdf.Dict{}},
		{Key: "BBox", Value: pdf.Array{pdf.Int(50), pdf.Int(200), pdf.Int(150), pdf.Int(300)}},
	}, Body: pdf.Data([]byte("1 0 0 rg 50 200 100 100 re f"))}
	dot := &pdf.Stream{Dict: pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Image")}, {Key: "Width", Value: pdf.Int(1)}, {Key: "Height", Value: pdf.Int(1)},
		{Key: "ColorSpace", Value: pdf.Name("DeviceGray")}, {Key: "BitsPerComponent", Value: pdf.Int(8)},
	}, Body: pdf.Data([]byte{128})}
	for range 2 {
		pages = append(pages, &pdf.Sheet{Width: 400, Height: 500})
	}
	a, b := pages[0], pages[1]
	a.Running("Header", func() { a.Raw(shown(a.Use("Font", font), letters, "running head", 50, 480)) })
	a.Artifact(func() { a.Raw([]byte("0.5 g 50 470 300 1 re f")) })
	title := leaf("H1", a, 1, "the title", 450)
	intro := leaf("P", a, 1, "go to page 2", 430)
	link := leaf("Link", a, 1, "here", 410)
	a.Links = []pdf.Link{{Rect: pdf.Rect{50, 405, 100, 425}, Sheet: 2, Top: 300, Text: "to page 2"}}
	sub := leaf("H2", a, 1, "a table", 390)
	cells := []pdf.Marked{leaf("TH", a, 1, "day", 370), leaf("TH", a, 1, "fee", 350), leaf("TH", a, 1, "day 1", 330), leaf("TD", a, 1, "2880", 310)}
	bullet, item := leaf("Lbl", b, 2, "1.", 450), leaf("LBody", b, 2, "first", 430)
	english := leaf("Span", b, 2, "in english", 410)
	figure := pdf.Marked{Sheet: 2, ID: b.Tag("Figure", func() {
		b.Op("gs", b.Use("ExtGState", w.Add(pdf.Dict{{Key: "Type", Value: pdf.Name("ExtGState")}, {Key: "ca", Value: pdf.Real(0.5)}})))
		b.Paint(w.Add(box), pdf.Identity)
		b.Paint(w.Add(dot), pdf.Matrix{10, 0, 0, 10, 60, 210})
	})}
	note := leaf("Note", b, 2, "a note", 100)
	b.Running("Footer", func() { b.Raw(shown(b.Use("Font", font), letters, "2 of 2", 50, 20)) })
	for _, s := range pages {
		if err := w.Sheet(s); err != nil {
			t.Fatal(err)
		}
	}
	scoped := func(scope pdf.Name) pdf.Dict {
		return pdf.Dict{{Key: "O", Value: pdf.Name("Table")}, {Key: "Scope", Value: scope}}
	}
	holds := func(role pdf.Name, kids ...pdf.Kid) pdf.Elem { return pdf.Elem{Role: role, Kids: kids} }
	first, second, row := holds("TH", cells[0]), holds("TH", cells[1]), holds("TH", cells[2])
	first.Attributes, second.Attributes, row.Attributes = scoped("Column"), scoped("Column"), scoped("Row")
	list := holds("L", holds("LI", holds("Lbl", bullet), holds("LBody", item)))
	list.Attributes = pdf.Dict{{Key: "O", Value: pdf.Name("List")}, {Key: "ListNumbering", Value: pdf.Name("Decimal")}}
	span := holds("Span", english)
	span.Lang = "en-GB"
	seen := pdf.Elem{Role: "Figure", Alt: "a red box", Kids: []pdf.Kid{figure}, Attributes: pdf.Dict{
		{Key: "O", Value: pdf.Name("Layout")}, {Key: "BBox", Value: pdf.Array{pdf.Int(50), pdf.Int(200), pdf.Int(150), pdf.Int(300)}},
	}}
	w.Tags = []pdf.Elem{holds("Document",
		holds("H1", title), holds("P", intro, holds("Link", link, pdf.Linked{Sheet: 1})), holds("H2", sub),
		holds("Table", holds("TR", first, second), holds("TR", row, holds("TD", cells[3]))),
		list, holds("P", span), seen, holds("P", holds("Note", note)))}
	w.Labels = []pdf.Label{{Sheet: 1, Style: "D"}}
	w.Outline = []pdf.Mark{{Title: "the title", Sheet: 1}, {Title: "a figure", Sheet: 2}}
	w.SetFont(font, drawn(letters))
	if scope == ua.Whole {
		w.Claim()
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// noted gives the note its ID, which the writer does not write.
func noted(t *testing.T, scope ua.Scope) (bodies []string, trailer string) {
	t.Helper()
	bodies, trailer = unpacked(t, sound(t, scope, false))
	for i := range bodies {
		bodies[i] = strings.Replace(bodies[i], "<</S /Note ", "<</S /Note /ID (n1) ", 1)
	}
	return bodies, trailer
}

// A sound document is read without a complaint, as the writer wrote it and as
// text.
func TestSound(t *testing.T) {
	for _, scope := range []ua.Scope{ua.Whole, ua.Packet} {
		for _, c := range ua.Check(sound(t, scope, false), scope) {
			if c.Rule != "notes" {
				t.Error(c)
			}
		}
		for _, c := range ua.Check(packed(noted(t, scope)), scope) {
			t.Error(c)
		}
	}
}

func TestDraw(t *testing.T) {
	const want = `Document
  H1 "the title"
  P "go to page 2"
    Link "here" → page 2
  H2 "a table"
  Table
    TR
      TH Column "day"
      TH Column "fee"
    TR
      TH Row "day 1"
      TD "2880"
  L Decimal
    LI
      Lbl "1."
      LBody "first"
  P
    Span lang "en-GB" "in english"
  Figure alt "a red box"
  P
    Note "a note"
`
	got, err := ua.Draw(sound(t, ua.Whole, false))
	if err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
	words, err := ua.Words(sound(t, ua.Whole, false))
	if err != nil || strings.Join(words, "|") != "the title|go to page 2|here|a table|day|fee|day 1|2880|1.|first|in english|a note" {
		t.Errorf("%v, %q", err, words)
	}
}
