package packets

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"mappe/internal/pdf"
	"mappe/internal/pdf/ua"
)

// Every stamp leads to the contents, as another reader has it: the words of the
// line are those of the link. The first page of the contents is where it leads.
func TestStampsLeadToTheContents(t *testing.T) {
	for _, c := range []Copy{ForApplicant, ForAuthority} {
		for _, tag := range []string{"en", "da"} {
			k := planned(t, "../examples/bf23-paper/case.yaml", tag, c)[0]
			file := whole(t, k)
			conforms(t, file, ua.Packet)
			read := struct {
				Pages []struct {
					Texts []struct {
						Words string `xml:",chardata"`
						Links []struct {
							To    string `xml:"href,attr"`
							Words string `xml:",chardata"`
						} `xml:"a"`
					} `xml:"text"`
				} `xml:"page"`
			}{}
			path := stored(t, "packet.pdf", file)
			if err := xml.Unmarshal([]byte(tool(t, "pdftohtml", "-xml", "-i", "-hidden", "-stdout", path)), &read); err != nil {
				t.Fatal(err)
			}
			pages := k.list()
			if len(read.Pages) != len(pages) {
				t.Fatalf("%d pages are read, want %d", len(read.Pages), len(pages))
			}
			for i, p := range read.Pages {
				stamp, linked := pages[i].right, ""
				for _, text := range p.Texts {
					for _, l := range text.Links {
						if strings.HasSuffix(l.To, fmt.Sprintf("#%d", k.Front+1)) && strings.TrimSpace(l.Words) == stamp {
							linked = l.Words
						}
					}
				}
				if want := i != k.Front; (linked != "") != want {
					t.Errorf("%s %s: sheet %d: the stamp %q leads to the contents: %v, want %v", c, tag, i+1, stamp, !want, want)
				}
			}
			f, err := pdf.Open(pdf.Bytes(file), "")
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range f.Array(f.Page(f.Pages()).Dict.Get("Annots")) {
				want := map[string]string{"en": "To the contents", "da": "Til indholdsfortegnelsen"}[tag]
				if says, _ := f.Dict(o).Get("Contents").(pdf.String); says.Text() != want {
					t.Errorf("the link says %q, want %q", says.Text(), want)
				}
			}
		}
	}
}

// A link that a page has at its foot and the stamp above it can both be hit.
func TestStampsLeaveLinksTheirPlace(t *testing.T) {
	foot := input(t, "foot.pdf", onePage("/MediaBox "+a4+
		" /Annots [<< /Subtype /Link /Rect [0 0 595 100] /Dest [3 0 R /Fit] >> << /Subtype /Link /Rect [500 4 560 20] /Dest [3 0 R /Fit] >>]", ""))
	k := &Packet{Title: "test", Lang: "en", voice: Voice{Printer: speaking(t, "en")}, Body: 2, pieces: []*piece{
		{item: "Contents", anchor: contentsAnchor, input: foot, pages: []int{1}, fit: pdf.FitNone},
		{item: "1.1 A", input: foot, pages: []int{1}, fit: pdf.FitNone},
	}}
	file := whole(t, k)
	conforms(t, file, ua.Packet)
	f, err := pdf.Open(pdf.Bytes(file), "")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []int{2, 3} {
		if got := len(f.Array(f.Page(n + 1).Dict.Get("Annots"))); got != want {
			t.Errorf("page %d has %d links, want %d", n+1, got, want)
		}
	}

	random := rand.New(rand.NewPCG(1, 2))
	over := 0
	for range 20_000 {
		s := &pdf.Sheet{Width: 30 + 800*random.Float64(), Height: 800}
		strip := pdf.Rect{0, 0, s.Width, pdf.Strip}
		for range random.IntN(5) {
			x, y := s.Width*(random.Float64()*1.2-0.1), 60*random.Float64()-20
			s.Links = append(s.Links, pdf.Link{Rect: pdf.Rect{x, y, x + s.Width*random.Float64(), y + 40*random.Float64()}})
		}
		r := spare(s)
		if r[0] < 0 || r[1] != 0 || r[2] > s.Width || r[3] > strip[3] || r.Width() < min(leastWidth, s.Width/3)-1e-9 || r.Height() < leastHeight {
			t.Fatalf("%v on a sheet %g wide with %v", r, s.Width, s.Links)
		}
		covered := false
		for _, l := range s.Links {
			covered = covered || min(r[2], l.Rect[2])-max(r[0], l.Rect[0]) > 1e-9 && min(r[3], l.Rect[3])-max(r[1], l.Rect[1]) > 1e-9
		}
		if covered {
			if over++; r != (pdf.Rect{s.Width * 2 / 3, 0, s.Width, strip[3]}) {
				t.Fatalf("%v lies on another link of %v", r, s.Links)
			}
		}
	}
	if over == 0 || over > 10_000 {
		t.Errorf("%d of 20000 sheets have a foot full of links", over)
	}
}
