package packets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/civil"
	"mappe/internal/page"
	"mappe/locales"
	"mappe/profile"
)

// Whatever the form, the item and the status: a page explains it, says what the
// officer must know, and is no hole. It is one page, also in large print.
func TestSlots(t *testing.T) {
	until, reason := civil.Of(2026, 12, 5), "Reason 4711"
	for _, example := range []string{"mf4-family", "bf1-secondment", "bf23-paper", "od2d-gaps"} {
		path := filepath.Join("..", "examples", example, "case.yaml")
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, given := range []profile.Document{
			{Status: new(profile.FollowsLater), Until: &until, Reason: &reason},
			{Status: new(profile.FollowsLater), Reason: &reason},
			{Status: new(profile.CannotObtain), Reason: &reason},
			{Status: new(profile.DoesNotApply), Reason: &reason},
		} {
			l := decided(t, path, src, "2026-11-22")
			for _, p := range l.People {
				for i := range p.Items {
					it := &p.Items[i]
					it.Given, it.Have, it.Missing = []profile.Document{given}, false, false
				}
			}
			for _, tag := range tongues() {
				printer, err := locales.New(tag)
				if err != nil {
					t.Fatal(err)
				}
				for _, large := range []bool{false, true} {
					k := planOf(t, l, Voice{Printer: printer, Book: l.Book}, Style{Copy: ForAuthority, Large: large})
					if len(k.Holes) > 0 {
						t.Errorf("%s, %s: %v", example, *given.Status, k.Holes)
					}
					slots := 0
					for _, p := range k.pieces {
						if p.kind != PageSlot {
							continue
						}
						slots++
						var text strings.Builder
						if err := page.Text(&text, p.doc, 200); err != nil {
							t.Fatal(err)
						}
						says := text.String()
						for _, want := range []string{p.line.title, p.line.person, reason, l.Book.Sentence(p.line.asked.Cite), printer.Date(until)} {
							if !strings.Contains(says, want) && (given.Until != nil || want != printer.Date(until)) {
								t.Errorf("%s, %s, %s: no %q in\n%s", example, *given.Status, tag, want, says)
							}
						}
						if signed := strings.Contains(says, "____"); signed != (*given.Status != profile.FollowsLater) {
							t.Errorf("%s, %s: place for a signature is %t", example, *given.Status, signed)
						}
						if n := p.count(); n != 1 {
							t.Errorf("%s, %s, %s, large %t: %s has %d pages", example, *given.Status, tag, large, p.item, n)
						}
						if p.mark == "" || p.line.noted(k.binder.v) == "" {
							t.Errorf("%s: no bookmark, or nothing in the contents", p.item)
						}
					}
					if want := len(k.binder.people[0].Items); slots < want {
						t.Errorf("%s: %d pages for %d items", example, slots, want)
					}
				}
			}
		}
	}
}
