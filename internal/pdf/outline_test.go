package pdf

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOutline(t *testing.T) {
	b := pages(3, "/Outlines 10 0 R /Names << /Dests 15 0 R >> /Dests << /old [6 0 R /FitR 1 2 3 44] /named [4 0 R /Fit] >>", "")
	b = append(b,
		"<< /First 11 0 R >>",
		"<< /Title (One) /Dest [4 0 R /XYZ 0 55 0] /Next 12 0 R /First 13 0 R /Count 1 >>",
		"<< /Title <FEFF0054007700F8> /A << /S /GoTo /D (named) >> /Next 14 0 R >>",
		"<< /Title (Under) /Dest /old /Count -1 >>",
		"<< /Title (Out\\nof\\001here) /A << /S /URI /URI (https://example.org) >> /Next 11 0 R >>",
		"<< /Kids [16 0 R 15 0 R] >>",
		"<< /Names [(named) << /D [8 0 R /FitH 66] >> (other) [999 0 R]] >>",
	)
	f := opened(t, b.file())
	want := []Item{
		{Title: "One", Page: 1, Top: 55, Open: true, Under: []Item{{Title: "Under", Page: 2, Top: 44}}},
		{Title: "Twø", Page: 3, Top: 66},
		{Title: "Out of here", Top: math.Inf(1)},
	}
	if diff := cmp.Diff(want, f.Outline()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, tt := range []struct {
		o    Object
		page int
	}{
		{Array{Ref{8, 0}, Name("Fit")}, 3},
		{Array{Int(1), Name("Fit")}, 2},
		{Array{Int(3), Name("Fit")}, 0},
		{Array{}, 0},
		{String("other"), 0},
		{String("none"), 0},
		{Name("old"), 2},
		{Name("named"), 1},
		{String("named"), 3},
		{Dict{{"S", Name("GoTo")}, {"D", Array{Ref{6, 0}}}}, 2},
		{Dict{{"S", Name("GoToR")}, {"D", Array{Ref{6, 0}}}}, 0},
		{nil, 0},
	} {
		if page, ok := f.Destination(tt.o); page != tt.page || ok != (tt.page > 0) {
			t.Errorf("%v leads to page %d (%v), want %d", tt.o, page, ok, tt.page)
		}
	}
}

func TestText(t *testing.T) {
	for s, want := range map[String]string{
		"plain":                                   "plain",
		"\x80 \x8D\xA0\xE6\x9F":                   "• “€æ\uFFFD",
		"\xFE\xFF\x00A\x20\xAC\xD8\x3D\xDE\x00":   "A€😀",
		"\xFF\xFEA\x00\xAC\x20":                   "A€",
		"\xEF\xBB\xBFsm\xC3\xB8r":                 "smør",
		"\xEF\xBB\xBFbad \xC3":                    "bad \uFFFD",
		"\xFE\xFF\xD8\x00\x00A":                   "\uFFFDA",
		"\xFE\xFF\x00\x1B\x00e\x00n\x00\x1B\x00A": "A",
		"\xFE\xFF\x20\x2E\x00a\x20\x67\x00b":      "ab",
		" a\tb\r\nc\x00d ":                        "a b  c d",
		"":                                        "",
	} {
		if got := s.Text(); got != want {
			t.Errorf("%q means %q, want %q", string(s), got, want)
		}
	}
}
