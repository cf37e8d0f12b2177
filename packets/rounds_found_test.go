package packets

import (
	"slices"
	"strings"
	"testing"

	"mappe/checklist"
	"mappe/internal/page"
	"mappe/internal/pdf/specimen"
	"mappe/profile"
)

// What rounds have found, alone.

// A data sheet that faces a form begins on a left-hand page, behind one that is
// left blank: contents and separator name the pages behind that too.
func TestFormBehindABlankPage(t *testing.T) {
	k, _ := officialPacket(t, specimen.Application().Bytes(), "", Style{Copy: ForApplicant, Duplex: true})
	_, lock := locked(t, k)
	i := slices.IndexFunc(k.lines, func(x *line) bool { return x.asked != nil && x.asked.ID == "form-mf4" })
	var labels []string
	blank := false
	for n, q := range lock.Pages {
		if q.Item == k.entry(k.lines[i].piece) {
			blank = blank || len(labels) > 0 && lock.Pages[n-1].Kind == PageBlank
			labels = append(labels, q.Label)
		}
	}
	if !blank {
		t.Fatalf("no blank page is between those of the form, %q", labels)
	}
	if got, want := k.binder.span(k, k.lines[i]), labels[0]+"–"+labels[len(labels)-1]; got != want {
		t.Errorf("the contents have %s, want %s", got, want)
	}
	var said strings.Builder
	if err := page.Text(&said, k.binder.separator(*k.lines[i].asked, k.lines[i].owner, k.lines[i].piece), 0); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(said.String(), "to "+labels[len(labels)-1]) && !strings.Contains(said.String(), "–"+labels[len(labels)-1]) {
		t.Errorf("the separator does not say that page %s follows:\n%s", labels[len(labels)-1], said.String())
	}
}

// A letter goes by way of the mission only where the application is handed in
// there: what is filed online is not.
func TestByWayOfTheMission(t *testing.T) {
	b := drafted(t, "bf1", "en", Style{Copy: ForApplicant}).binder
	l := *b.l
	l.Mission = &checklist.Mission{Name: profile.Words{Whole: "Danish Embassy, There"}}
	b.l = &l
	for _, abroad := range []bool{false, true} {
		p := *b.people[0]
		p.Abroad = abroad
		b.people = append([]*checklist.Person{&p}, b.people[1:]...)
		var said strings.Builder
		if err := page.Text(&said, page.Doc{Blocks: b.addressee()}, 0); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(said.String(), "Embassy") != abroad {
			t.Errorf("handed in there: %v; the letter goes to\n%s", abroad, said.String())
		}
	}
}

// Papers in the place of a form that a data sheet faced answer no data sheet: it
// is withdrawn; and a data sheet that comes with a form replaces no explanation.
func TestFacingInASupplement(t *testing.T) {
	x := &line{id: "form"}
	it := LockItem{ID: "form"}
	run := func(kind, path string) *late {
		return &late{LockFiled: LockFiled{Kind: kind, Path: path}, pieces: []*piece{{kind: kind}}}
	}
	for _, c := range []struct {
		filed []LockFiled
		now   []*late
		want  []string // what becomes of those that were filed
	}{
		{
			[]LockFiled{{Item: it, Kind: PageData, From: "9", To: "10"}, {Item: it, Kind: PageFile, From: "11", To: "11"}},
			[]*late{run(PageFile, "a.pdf"), run(PageFile, "b.pdf")}, []string{"gone", VoidReplaced},
		},
		{
			[]LockFiled{{Item: it, Kind: PageHole, From: "9", To: "9"}},
			[]*late{run(PageData, ""), run(PageFile, "a.pdf")}, []string{VoidAnswered},
		},
	} {
		all := comparison{runs: c.filed, fresh: map[*line][]*late{}, gone: map[*line][]int{}, gaps: map[string]int{}}
		var old []int
		for i := range c.filed {
			old = append(old, i)
		}
		all.line(x, c.now, old)
		for i, want := range c.want {
			got := all.runs[i].Void
			if slices.Contains(all.gone[x], i) {
				got = "gone"
			}
			if got != want {
				t.Errorf("page %s of kind %s is %q, want %q", all.runs[i].From, all.runs[i].Kind, got, want)
			}
		}
		if len(all.fresh[x]) != len(c.now) {
			t.Errorf("%d runs are new, want %d", len(all.fresh[x]), len(c.now))
		}
	}
}
